//! Gives the tree of commands its words: everything clap would say in English, from Fluent by name.
//!
//! A command `build` speaks with the message `cli-build`: `.about`, `.examples`, and an attribute for every argument.
//! What is not there is looked for in `cli-arguments`, where arguments stand that several commands share.

use clap::{
    Arg, Command, CommandFactory,
    builder::{StyledStr, Styles},
};

use super::args::Arguments;
use crate::l10n::L10n;

/// Options that every command has.
const GENERAL: &[&str] = &["lang", "color", "quiet", "verbose", "help", "version"];

/// The tree of commands in a language, ready to parse.
pub(super) fn tree(l10n: &L10n) -> Command {
    let words = Words { l10n };
    let root = Arguments::command();
    let mut root = words.dress(root, "cli-arengo").mut_subcommands(|command| {
        let id = format!("cli-{}", command.get_name());
        words.dress(command, &id)
    });
    root.build();
    words.usage(&mut root);
    root.get_subcommands_mut().for_each(|command| words.usage(command));
    root
}

struct Words<'a> {
    l10n: &'a L10n,
}

impl Words<'_> {
    fn word(&self, id: &str, attribute: &str) -> Option<String> {
        self.l10n.lookup(id, Some(attribute))
    }

    fn heading(&self, name: &str) -> String {
        self.word("cli-headings", name).unwrap_or_default()
    }

    fn dress(&self, command: Command, id: &str) -> Command {
        let template = self.template();
        let command = command
            .mut_args(|arg| self.argument(arg, id))
            .help_template(template)
            .subcommand_help_heading(self.heading("commands"))
            .subcommand_value_name(self.word("cli-value-names", "command").unwrap_or_default())
            .after_help(self.after_help(id));
        match self.word(id, "about") {
            Some(about) => command.about(about),
            None => command,
        }
    }

    fn argument(&self, arg: Arg, id: &str) -> Arg {
        let name = arg.get_id().as_str().replace('_', "-");
        let help = self.word(id, &name).or_else(|| self.word("cli-arguments", &name)).unwrap_or_default();
        let heading = if arg.is_positional() {
            "arguments"
        } else if GENERAL.contains(&name.as_str()) {
            "general"
        } else {
            "options"
        };
        let value = arg
            .get_value_names()
            .and_then(<[_]>::first)
            .and_then(|value| self.word("cli-value-names", &value.to_lowercase()));
        let arg = arg.help(help).help_heading(self.heading(heading));
        match value {
            // clap's own notes (`[possible values: …]`) are English: the help texts say it.
            Some(value) => arg.value_name(value).hide_possible_values(true),
            None => arg,
        }
    }

    fn template(&self) -> StyledStr {
        let style = *Styles::default().get_usage();
        let usage = self.heading("usage");
        format!("{{about-with-newline}}\n{style}{usage}:{style:#} {{usage}}\n\n{{all-args}}{{after-help}}")
            .into()
    }

    /// Examples, and what the exit code says.
    fn after_help(&self, id: &str) -> StyledStr {
        let style = *Styles::default().get_header();
        let mut text = String::new();
        let mut part = |heading: &str, body: Option<String>| {
            if let Some(body) = body {
                let gap = if text.is_empty() { "" } else { "\n\n" };
                text.push_str(&format!("{gap}{style}{}:{style:#}\n", self.heading(heading)));
                text.push_str("  ");
                text.push_str(&body.replace('\n', "\n  "));
            }
        };
        part("examples", self.word(id, "examples"));
        if matches!(id, "cli-arengo" | "cli-build" | "cli-check" | "cli-audit") {
            part("exit-codes", self.l10n.lookup("cli-exit-codes", None));
        }
        text.into()
    }

    /// The usage line, after clap has made it of its own words.
    fn usage(&self, command: &mut Command) {
        let usage = command.render_usage().ansi().to_string();
        let usage = usage.split_once(' ').map_or(usage.as_str(), |(_, usage)| usage);
        let usage =
            usage.trim().replace("[OPTIONS]", &format!("[{}]", self.heading("options").to_uppercase()));
        let usage = StyledStr::from(usage);
        *command = std::mem::take(command).override_usage(usage);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::Lang;

    /// Every command and every argument has its words in both languages.
    #[test]
    fn nothing_is_left_without_words() {
        for lang in [Lang::It, Lang::En] {
            let l10n = L10n::new(lang);
            let tree = tree(&l10n);
            for command in std::iter::once(&tree).chain(tree.get_subcommands()) {
                let name = command.get_name();
                assert!(command.get_about().is_some(), "{lang:?}: {name} has no .about");
                assert!(
                    command.get_after_help().is_some_and(|help| !help.to_string().is_empty()),
                    "{lang:?}: {name} has no .examples"
                );
                for arg in command.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{lang:?}: {name} says nothing of {}", arg.get_id());
                }
            }
        }
    }

    /// No attribute speaks of an argument that is not there.
    #[test]
    fn no_words_are_left_over() {
        let l10n = L10n::new(Lang::It);
        let tree = tree(&l10n);
        for command in tree.get_subcommands() {
            let mut known: Vec<String> =
                command.get_arguments().map(|arg| arg.get_id().as_str().replace('_', "-")).collect();
            known.extend(["about", "examples"].map(str::to_owned));
            for attribute in l10n.attributes(&format!("cli-{}", command.get_name())) {
                assert!(known.contains(&attribute), "cli-{}.{attribute} has no use", command.get_name());
            }
        }
    }
}
