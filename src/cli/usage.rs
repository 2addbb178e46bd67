//! What was typed and cannot be understood, told in our own words: clap judges, we speak.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Exit, console::Console};
use crate::{
    diagnostic::Failure,
    l10n::{Message, said},
    suggest::closest,
};

/// Help and version are answers; everything else clap says is a mistake in the command line.
pub(super) fn refuse(error: &clap::Error, console: &Console) -> Result<Exit, Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            console.styled_data(&error.render())?;
            return Ok(Exit::Fine);
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            console.say_styled(&error.render());
            return Ok(Exit::Usage);
        }
        _ => {}
    }
    console.trouble(&message(error));
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.split_once(' ').map_or(usage.as_str(), |(_, usage)| usage).trim();
        console
            .say(&format!("\n{}", console.l10n.text(&Message::new("cli-usage-line").with("usage", usage))));
    }
    Ok(Exit::Usage)
}

fn message(error: &clap::Error) -> Message {
    let context = Context { error };
    let argument = context.text(ContextKind::InvalidArg);
    let value = context.text(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            context.similar("cli-argument-unknown", "cli-argument-unknown--similar", &argument, &[])
        }
        ErrorKind::UnknownArgument => Message::new("cli-argument-unexpected"),
        ErrorKind::InvalidSubcommand => {
            let command = context.text(ContextKind::InvalidSubcommand);
            let valid = context.texts(ContextKind::ValidSubcommand);
            context
                .similar("cli-command-unknown", "cli-command-unknown--similar", &command, &valid)
                .with("command", command)
        }
        ErrorKind::InvalidValue if value.is_empty() => Message::new("cli-value-missing"),
        ErrorKind::InvalidValue => {
            let valid = context.texts(ContextKind::ValidValue);
            context.similar("cli-value", "cli-value--similar", &value, &valid).with("valid", valid.join(", "))
        }
        ErrorKind::TooManyValues => Message::new("cli-value-unexpected"),
        ErrorKind::ArgumentConflict => {
            let other = context.texts(ContextKind::PriorArg).join(", ");
            let words = if other == argument { "cli-argument-twice" } else { "cli-argument-conflict" };
            Message::new(words).with("other", other)
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = context.texts(ContextKind::InvalidArg).join(", ");
            return Message::new("cli-argument-missing").with("argument", missing);
        }
        ErrorKind::InvalidUtf8 => Message::new("cli-argument-utf8"),
        _ => Message::new("cli-usage-other").with("detail", said("clap", error.to_string().trim())),
    };
    message.with("argument", argument).with("value", value)
}

struct Context<'a> {
    error: &'a clap::Error,
}

impl Context<'_> {
    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    fn text(&self, kind: ContextKind) -> String {
        self.texts(kind).into_iter().next().unwrap_or_default()
    }

    /// The message with a suggestion if there is one: clap's, else ours.
    fn similar(
        &self,
        words: &'static str,
        with_suggestion: &'static str,
        written: &str,
        known: &[String],
    ) -> Message {
        let suggested =
            [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
                .into_iter()
                .find_map(|kind| self.texts(kind).pop());
        let suggested =
            suggested.or_else(|| closest(written, known.iter().map(String::as_str)).map(str::to_owned));
        match suggested {
            Some(known) => Message::new(with_suggestion).with("known", known),
            None => Message::new(words),
        }
    }
}
