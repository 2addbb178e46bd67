//! The command line: one file per command, each from what was typed to an exit code.
//!
//! 1. `preferences` finds language and colors in the raw arguments: even the help needs them.
//! 2. `args` is the tree of commands, `localize` gives it words, `usage` explains what cannot be parsed.
//! 3. The command's own file turns words into meanings (`site`) and does the work.

mod args;
mod audit;
mod build;
mod catalog;
mod check;
mod completions;
mod console;
mod deadlines;
mod explain;
mod files;
mod guard;
mod help;
mod init;
mod judge;
mod localize;
mod man;
mod new;
mod outline;
mod preferences;
mod progress;
mod register;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod show;
mod site;
mod sites;
mod summary;
mod timings;
mod usage;
mod watch;

use std::{
    ffi::OsString,
    io::{self, IsTerminal},
    process::ExitCode,
};

use clap::FromArgMatches;

use self::{
    args::{Arguments, Command},
    console::Console,
    preferences::Preferences,
};
use crate::diagnostic::{Failure, FailureKind};

/// How a run ends, for the shell. `--help` says the same in words (`cli-exit-codes`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    Fine = 0,
    /// Something in the site's files stops publishing.
    Findings = 1,
    /// Wrong flags, or no readable `site.toml`.
    Usage = 2,
    /// Disk, npm, ports; or a bug of ours.
    Environment = 3,
}

impl From<&Failure> for Exit {
    fn from(failure: &Failure) -> Self {
        match failure.kind {
            FailureKind::Usage => Self::Usage,
            FailureKind::Environment => Self::Environment,
        }
    }
}

/// The whole program.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let preferences = Preferences::find(&arguments, |name| std::env::var(name).ok());
    let mut console = Console::new(preferences, io::stdout().is_terminal(), io::stderr().is_terminal());
    let words = console.bug_words();
    let exit = guard::guard(|| run(&arguments, &mut console), |bug| words.tell(bug));
    ExitCode::from(exit as u8)
}

fn run(arguments: &[OsString], console: &mut Console) -> Exit {
    let mut tree = localize::tree(&console.l10n);
    let parsed =
        tree.try_get_matches_from_mut(arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    let outcome = match parsed {
        Ok(arguments) => {
            console.quiet = arguments.general.quiet;
            console.verbose = arguments.general.verbose;
            dispatch(&arguments.command, tree, console)
        }
        Err(error) => usage::refuse(&error, console),
    };
    outcome.unwrap_or_else(|failure| {
        console.failure(&failure);
        Exit::from(&failure)
    })
}

fn dispatch(command: &Command, tree: clap::Command, console: &Console) -> Result<Exit, Failure> {
    match command {
        Command::Init(arguments) => init::run(arguments, console),
        Command::New(arguments) => new::run(arguments, console),
        Command::Build(arguments) => build::run(arguments, console),
        Command::Check(arguments) => check::run(arguments, console),
        Command::Audit(arguments) => audit::run(arguments, console),
        Command::Deadlines(arguments) => deadlines::run(arguments, console),
        Command::Register(arguments) => register::run(arguments, console),
        #[cfg(feature = "serve")]
        Command::Serve(arguments) => serve::run(arguments, console),
        Command::Schema(arguments) => schema::run(arguments, console),
        Command::Explain(arguments) => explain::run(arguments, console),
        Command::Help(arguments) => help::run(arguments, tree, console),
        Command::Completions(arguments) => completions::run(arguments, tree, console),
        Command::Man(arguments) => man::run(arguments, tree, console),
    }
}
