//! `arengo help`: the same as `--help`, for those who type it in front.

use super::{Exit, args::CommandName, console::Console};
use crate::{diagnostic::Failure, suggest::closest};

pub(super) fn run(
    arguments: &CommandName,
    mut tree: clap::Command,
    console: &Console,
) -> Result<Exit, Failure> {
    let help = match arguments.command.as_deref() {
        Some(name) => command(&mut tree, name)?.render_help(),
        None => tree.render_help(),
    };
    console.styled_data(&help)?;
    Ok(Exit::Fine)
}

/// A command of the tree by name.
pub(super) fn command<'a>(tree: &'a mut clap::Command, name: &str) -> Result<&'a mut clap::Command, Failure> {
    if tree.find_subcommand(name).is_none() {
        let shown = tree.get_subcommands().filter(|command| !command.is_hide_set());
        let known = closest(name, shown.map(clap::Command::get_name));
        let failure = match known {
            Some(known) => Failure::usage("cli-command-unknown--similar").with("known", known),
            None => Failure::usage("cli-command-unknown"),
        };
        return Err(failure.with("command", name));
    }
    Ok(tree.find_subcommand_mut(name).expect("found just above"))
}
