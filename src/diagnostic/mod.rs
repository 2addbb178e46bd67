//! The one `Diagnostic`: what every stage uses to tell a person something, its order, and folding repeats.
//! Each sibling file is one way of showing it.

mod clean;
mod declaration;
mod earl;
mod excerpt;
mod fingerprint;
mod fold;
mod format;
mod github;
mod gitlab;
mod html;
mod json;
mod junit;
mod locate;
mod sarif;
mod terminal;
mod tested;

use std::ops::Range;

pub use declaration::{Answer, Declaration, Seen as AnswerSeen, Signed, declaration};
pub use fold::{Finding, fold};
pub use format::{Format, Offices, Options, Report, show, summary};
pub use tested::{Conclusion, Features, Test, Tested, TestedPage};

use crate::{
    l10n::{Arg, Message},
    source::{FileId, Sources, Span},
};

/// Only [`Severity::Error`] stops publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Note,
    Warning,
    Error,
}

/// One thing to tell a person, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Names a page of the manual.
    pub rule: &'static str,
    pub severity: Severity,
    pub wcag: &'static [&'static str],
    pub act: &'static [&'static str],
    /// What a rule about accessibility concluded; none for every other finding.
    pub outcome: Option<Conclusion>,
    pub place: Place,
    /// What is wrong and what to do: the `.message` and `.help` of one Fluent message.
    pub message: Message,
    /// Other places that belong to it, each with a word on why.
    pub related: Vec<(Span, Message)>,
}

/// The source the reader can edit; and, for a finding on a page, where it is seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub file: FileId,
    /// None: the whole file.
    pub range: Option<Range<u32>>,
    pub seen: Option<Seen>,
}

/// Where on the portal a finding shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Address of the page on the site (`/servizi/tari/`), or path of an audited file.
    pub page: String,
    /// CSS selector of the element, empty for the whole page.
    pub selector: String,
    /// The element's start tag, shortened.
    pub html: String,
}

impl Place {
    pub fn seen(mut self, seen: Seen) -> Self {
        self.seen = Some(seen);
        self
    }

    /// The bytes to show, if the place is narrower than the file.
    pub fn span(&self) -> Option<Span> {
        self.range.clone().map(|range| Span::new(self.file, range))
    }
}

impl From<FileId> for Place {
    fn from(file: FileId) -> Self {
        Self { file, range: None, seen: None }
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self { file: span.file, range: Some(span.range()), seen: None }
    }
}

impl Diagnostic {
    /// Fills `{ $name }` in the message and in the help.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.message.args.push((name, value.into()));
        self
    }

    /// Adds another place, with the id of a `ui-…` message that says why it is shown.
    pub fn related(mut self, span: Span, why: &'static str) -> Self {
        self.related.push((span, Message::new(why)));
        self
    }

    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Whether it is a question for a person.
    pub fn is_question(&self) -> bool {
        self.outcome == Some(Conclusion::CantTell)
    }
}

/// What stops before any content is judged: wrong usage or configuration, or an environment that does not allow the work.
#[derive(Debug, Clone)]
pub struct Failure {
    pub kind: FailureKind,
    pub message: Message,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// Flags or `site.toml`: exit code 2.
    Usage,
    /// Disk, npm, ports: exit code 3.
    Environment,
}

impl Failure {
    pub fn usage(id: &'static str) -> Self {
        Self { kind: FailureKind::Usage, message: Message::new(id) }
    }

    pub fn environment(id: &'static str) -> Self {
        Self { kind: FailureKind::Environment, message: Message::new(id) }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.message.args.push((name, value.into()));
        self
    }
}

/// Puts findings in the order people read them: by file, position, rule, words, page.
pub fn sort(diagnostics: &mut [Diagnostic], sources: &Sources) {
    diagnostics.sort_by(|a, b| key(a, sources).cmp(&key(b, sources)));
}

/// What findings are sorted by. Findings that say the same stand together, whatever their page: `fold` counts on it.
type Key<'a> =
    (&'a str, u32, u32, &'a str, &'a str, &'a [(&'static str, Arg)], Option<&'a str>, Option<&'a str>);

fn key<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Key<'a> {
    let place = &diagnostic.place;
    let range = place.range.clone().unwrap_or(0..0);
    let seen = place.seen.as_ref();
    (
        &sources.get(place.file).path,
        range.start,
        range.end,
        diagnostic.rule,
        diagnostic.message.id,
        &diagnostic.message.args,
        seen.map(|seen| seen.page.as_str()),
        seen.map(|seen| seen.selector.as_str()),
    )
}
