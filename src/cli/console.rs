//! The person at the other end: data on stdout, everything else on stderr, in one language.

use std::{
    io::{self, ErrorKind, Write},
    sync::Arc,
};

use clap::builder::{
    StyledStr,
    styling::{AnsiColor, Style},
};

use super::preferences::Preferences;
use crate::{
    diagnostic::Failure,
    l10n::{L10n, Message},
};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const HELP: Style = AnsiColor::Cyan.on_default().bold();

/// Where words go, and how they look.
pub(super) struct Console {
    pub l10n: Arc<L10n>,
    /// Whether stdout and stderr get colors.
    color_out: bool,
    pub color: bool,
    /// Whether somebody is looking at stderr.
    pub is_terminal: bool,
    pub quiet: bool,
    pub verbose: bool,
}

impl Console {
    pub(super) fn new(preferences: Preferences, out_is_terminal: bool, is_terminal: bool) -> Self {
        Self {
            l10n: Arc::new(L10n::new(preferences.lang)),
            color_out: preferences.color.on(out_is_terminal),
            color: preferences.color.on(is_terminal),
            is_terminal,
            quiet: false,
            verbose: false,
        }
    }

    /// The same console for another thread.
    pub(super) fn again(&self) -> Self {
        Self { l10n: Arc::clone(&self.l10n), ..*self }
    }

    /// Writes data. A reader that has seen enough (`| head -1`) is no error.
    pub(super) fn data(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(Failure::environment("cli-stdout").with("detail", &error))
            }
            _ => Ok(()),
        }
    }

    /// Writes styled text as data.
    pub(super) fn styled_data(&self, text: &StyledStr) -> Result<(), Failure> {
        self.data(format!("{}\n", painted(text, self.color_out).trim_end()).as_bytes())
    }

    /// Tells something; nobody listening is no error either.
    pub(super) fn say(&self, text: &str) {
        Self::tell(text);
    }

    /// [`Console::say`] from a thread that has no console.
    pub(super) fn tell(text: &str) {
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    pub(super) fn say_styled(&self, text: &StyledStr) {
        self.say(painted(text, self.color).trim_end());
    }

    /// Tells something that the user did not ask to be spared.
    pub(super) fn note(&self, message: &Message) {
        if !self.quiet {
            self.say(&self.l10n.text(message));
        }
    }

    /// Why nothing could be done.
    pub(super) fn failure(&self, failure: &Failure) {
        self.trouble(&failure.message);
    }

    /// What is wrong and what to do, in the shape of a finding without a place.
    pub(super) fn trouble(&self, message: &Message) {
        let error = self.painted(ERROR, &self.l10n.word("cli-error"));
        self.say(&format!("{error}: {}", self.l10n.message(message)));
        if let Some(help) = self.l10n.help(message) {
            let label = self.painted(HELP, &self.l10n.word("cli-help-label"));
            let help = help.replace('\n', "\n    ");
            self.say(&format!("  = {label}: {help}"));
        }
    }

    fn painted(&self, style: Style, text: &str) -> String {
        if self.color { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// What to say of a bug, found now: when there is one, nothing else may go wrong.
    pub(super) fn bug_words(&self) -> BugWords {
        BugWords {
            error: self.painted(ERROR, &self.l10n.word("cli-error")),
            label: self.painted(HELP, &self.l10n.word("cli-help-label")),
            message: self.l10n.message(&Message::new("cli-bug")),
            help: self.l10n.help(&Message::new("cli-bug")).unwrap_or_default(),
        }
    }
}

/// The words for a bug.
pub(super) struct BugWords {
    error: String,
    label: String,
    message: String,
    help: String,
}

impl BugWords {
    /// Tells it, with the place in the program.
    pub(super) fn tell(&self, bug: &str) {
        let Self { error, label, message, help } = self;
        let version = env!("CARGO_PKG_VERSION");
        let _ = writeln!(
            io::stderr().lock(),
            "{error}: {message}\n  = arengo {version}: {bug}\n  = {label}: {help}"
        );
    }
}

fn painted(text: &StyledStr, color: bool) -> String {
    if color { text.ansi().to_string() } else { text.to_string() }
}
