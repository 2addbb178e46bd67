//! `arengo man`: the man page, of the program or of one command.

use super::{Exit, args::CommandName, console::Console, help};
use crate::{diagnostic::Failure, l10n::L10n};

/// Headings as the generator writes them, and the names of ours.
const HEADINGS: &[(&str, &str)] = &[
    ("NAME", "man-name"),
    ("SYNOPSIS", "man-synopsis"),
    ("DESCRIPTION", "man-description"),
    ("OPTIONS", "options"),
    ("SUBCOMMANDS", "commands"),
    ("EXTRA", "man-extra"),
    ("VERSION", "man-version"),
];

pub(super) fn run(
    arguments: &CommandName,
    mut tree: clap::Command,
    console: &Console,
) -> Result<Exit, Failure> {
    let command = match arguments.command.as_deref() {
        Some(name) => help::command(&mut tree, name)?.clone().name(format!("arengo-{name}")),
        None => tree,
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut page)
        .map_err(|error| Failure::environment("cli-stdout").with("detail", &error))?;
    let page = translated(&String::from_utf8_lossy(&page), &console.l10n);
    console.data(page.as_bytes())?;
    Ok(Exit::Fine)
}

fn translated(page: &str, l10n: &L10n) -> String {
    let mut out = String::with_capacity(page.len());
    for line in page.lines() {
        let heading = line.strip_prefix(".SH ").map(|heading| heading.trim_matches('"'));
        let ours = heading
            .and_then(|heading| HEADINGS.iter().find(|(theirs, _)| *theirs == heading))
            .and_then(|(_, name)| l10n.lookup("cli-headings", Some(name)));
        match ours {
            Some(ours) => out.push_str(&format!(".SH \"{}\"", ours.to_uppercase())),
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out
}
