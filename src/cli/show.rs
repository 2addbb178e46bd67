//! Shows findings: for a person on stderr, for a machine as data.

use std::{fmt::Write, str::FromStr};

use jiff::civil::Date;

use super::console::Console;
use crate::{
    diagnostic::{Failure, Finding, Severity},
    pipeline::Build,
};

/// How findings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    #[default]
    Text,
    Json,
    Sarif,
    Github,
    Gitlab,
}

impl Format {
    pub(super) const ALL: [Self; 5] = [Self::Text, Self::Json, Self::Sarif, Self::Github, Self::Gitlab];

    /// As it is written after `--format`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
        }
    }
}

impl FromStr for Format {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|format| format.name() == name).ok_or(())
    }
}

/// Shows what a run found. Who asked for quiet sees only what stops publishing.
pub(super) fn findings(format: Format, build: &Build, _date: Date, console: &Console) -> Result<(), Failure> {
    let mut text = String::new();
    for finding in &build.findings {
        if format != Format::Text || !console.quiet || finding.diagnostic.is_error() {
            line(finding, build, console, &mut text);
        }
    }
    match format {
        Format::Text if text.is_empty() => Ok(()),
        Format::Text => {
            console.say(text.trim_end());
            Ok(())
        }
        _ => console.data(text.as_bytes()),
    }
}

fn line(finding: &Finding, build: &Build, console: &Console, text: &mut String) {
    let diagnostic = &finding.diagnostic;
    let source = build.sources.get(diagnostic.place.file);
    let at = source.line_column(diagnostic.place.range.as_ref().map_or(0, |range| range.start));
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let message = console.l10n.message(&diagnostic.message);
    let (path, rule) = (&source.path, diagnostic.rule);
    // Writing into a `String` cannot fail.
    let _ = writeln!(text, "{path}:{}:{}: {severity}[{rule}]: {message}", at.line, at.column);
}
