//! `arengo completions`: what a shell needs to complete commands and flags.

use clap_complete::Shell;

use super::{Exit, args::ShellName, console::Console};
use crate::diagnostic::Failure;

pub(super) fn run(
    arguments: &ShellName,
    mut tree: clap::Command,
    console: &Console,
) -> Result<Exit, Failure> {
    let shell: Shell = arguments.shell.parse().map_err(|_| Failure::usage("cli-usage-other"))?;
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut tree, "arengo", &mut script);
    console.data(&script)?;
    Ok(Exit::Fine)
}
