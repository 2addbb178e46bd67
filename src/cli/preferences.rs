//! What must be known before the arguments are understood: the language and the colors of everything said from here on.

use std::ffi::OsString;

use crate::l10n::Lang;

/// Found in the raw arguments, else in the environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Preferences {
    pub lang: Lang,
    pub color: Color,
}

/// Whether to write colors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Color {
    /// On a terminal.
    #[default]
    Auto,
    Always,
    Never,
}

impl Preferences {
    pub(super) fn find(arguments: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let lang = flag(arguments, "--lang").and_then(Lang::parse).unwrap_or_else(|| {
            // As everywhere: the first that is set decides. A language Arengo does not speak counts as Italian.
            let wanted = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| set(name));
            wanted.and_then(|name| Lang::parse(&name)).unwrap_or_default()
        });
        let color = match flag(arguments, "--color") {
            Some("always") => Color::Always,
            Some("never") => Color::Never,
            Some("auto") | None if set("NO_COLOR").is_some() => Color::Never,
            Some("auto") | None if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") => Color::Always,
            Some("auto") | None if set("TERM").is_some_and(|value| value == "dumb") => Color::Never,
            _ => Color::Auto,
        };
        Self { lang, color }
    }
}

impl Color {
    pub(super) fn on(self, is_terminal: bool) -> bool {
        match self {
            Self::Auto => is_terminal,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// The value of a flag, written `--flag value` or `--flag=value`, before any `--`.
fn flag<'a>(arguments: &'a [OsString], name: &str) -> Option<&'a str> {
    let mut words =
        arguments.iter().skip(1).take_while(|word| *word != "--").filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        if word == name {
            return words.next();
        }
        if let Some(value) = word.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, variables: &[(&str, &str)], lang: Lang, color: Color) {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let variable = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(
            Preferences::find(&arguments, variable),
            Preferences { lang, color },
            "{line} {variables:?}"
        );
    }

    #[test]
    fn flags_win_over_the_environment() {
        use Color::{Always, Auto, Never};
        use Lang::{En, It};
        check("arengo", &[], It, Auto);
        check("arengo", &[("LANG", "C")], It, Auto);
        check("arengo", &[("LANG", "en_US.UTF-8")], En, Auto);
        check("arengo", &[("LC_ALL", ""), ("LANG", "en_GB")], En, Auto);
        check("arengo", &[("LC_ALL", "C.UTF-8"), ("LANG", "en_GB")], It, Auto);
        check("arengo", &[("LANG", "de_DE")], It, Auto);
        check("arengo check --lang en", &[("LANG", "it_IT")], En, Auto);
        check("arengo --lang=it check", &[("LANG", "en_US")], It, Auto);
        check("arengo new -- --lang=en", &[], It, Auto);
        check("arengo", &[("NO_COLOR", "1")], It, Never);
        check("arengo", &[("NO_COLOR", "")], It, Auto);
        check("arengo", &[("CLICOLOR_FORCE", "1")], It, Always);
        check("arengo", &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], It, Never);
        check("arengo --color always", &[("NO_COLOR", "1")], It, Always);
        check("arengo --color=never", &[("CLICOLOR_FORCE", "1")], It, Never);
        check("arengo", &[("TERM", "dumb")], It, Never);
    }
}
