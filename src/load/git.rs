//! When each file last changed, from git: one `git log` over the whole history, parsed once.
//! A history that was cut off would give every page the day of the clone, so it is not believed.

use std::{
    collections::HashMap,
    path::Path,
    process::{Command, Stdio},
};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::{diagnostic::Severity, rule::Meta, source::FileId, stage::Staged};

/// There is no whole history, so pages without `aggiornato` show no date.
pub static GIT_HISTORY: Meta = Meta::new("git-history", Severity::Warning);

/// Days of the last change, by path relative to the site.
#[derive(Debug, Clone, Default)]
pub struct Dates {
    days: HashMap<String, Date>,
}

impl Dates {
    /// The day in Italy on which the file last changed, if git knows.
    pub fn of(&self, path: &str) -> Option<Date> {
        self.days.get(path).copied()
    }
}

pub(super) fn dates(root: &Path, config_file: FileId) -> Staged<Dates> {
    let Some(shallow) = run(root, &["rev-parse", "--is-shallow-repository"]) else {
        // Not a git checkout, or no git at all: dates come from `aggiornato` alone.
        return Staged::new(Dates::default(), vec![GIT_HISTORY.variant("git-history--none", config_file)]);
    };
    if shallow.trim() != "false" {
        return Staged::new(Dates::default(), vec![GIT_HISTORY.variant("git-history--shallow", config_file)]);
    }
    let log = run(
        root,
        &["log", "-z", "--format=%x01%ct", "--name-only", "--no-renames", "--relative", "--", "content"],
    );
    Staged::new(Dates { days: log.map(|log| parse(&log)).unwrap_or_default() }, Vec::new())
}

fn run(root: &Path, args: &[&str]) -> Option<String> {
    let output = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(args)
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Entries are separated by NUL; one that begins with U+0001 is a commit's time, the others are its files.
/// The newest commit comes first, so the first time a file is met is its last change.
fn parse(log: &str) -> HashMap<String, Date> {
    let rome = TimeZone::get("Europe/Rome").expect("time zones are bundled");
    let mut days = HashMap::new();
    let mut day = None;
    for entry in log.split(['\0', '\n']).filter(|entry| !entry.is_empty()) {
        match entry.strip_prefix('\u{1}') {
            Some(seconds) => {
                let moment = seconds.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
                day = moment.map(|moment| moment.to_zoned(rome.clone()).date());
            }
            None => {
                if let Some(day) = day {
                    days.entry(entry.to_owned()).or_insert(day);
                }
            }
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_commit_met_is_the_last_change() {
        let log =
            "\u{1}1767222000\0\ncontent/a.md\0content/b.md\0\u{1}1700000000\0\ncontent/a.md\0content/c.md\0";
        let days = parse(log);
        // 31 December 2025, 23:00 UTC is already the new year in Italy.
        assert_eq!(days["content/a.md"].to_string(), "2026-01-01");
        assert_eq!(days["content/c.md"].to_string(), "2023-11-14");
        assert_eq!(days.len(), 3);
    }
}
