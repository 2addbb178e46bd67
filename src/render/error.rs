//! What Tera complains of, at its place in the template.

use std::error::Error as _;

use tera::{Error, ErrorKind};

use super::{counted, templates::Loaded};
use crate::{
    diagnostic::{Diagnostic, Place, Seen, Severity},
    l10n::said,
    rule::Meta,
    source::{FileId, Span},
};

pub static TEMPLATE: Meta = Meta::new("template", Severity::Error);

/// Stands between the words for a refusal and what they are about: Tera hands on one text, with the place of the call.
const SEPARATOR: char = '\u{1f}';

/// Why a function refuses, in words of the program (`template--asset`) instead of Tera's.
#[derive(Clone, Copy)]
pub(super) enum Refusal {
    Asset,
    Endless,
    Heavy,
    Part,
    Word,
}

impl Refusal {
    const ALL: [Self; 5] = [Self::Asset, Self::Endless, Self::Heavy, Self::Part, Self::Word];

    fn words(self) -> &'static str {
        match self {
            Self::Asset => "template--asset",
            Self::Endless => "template--endless",
            Self::Heavy => "template--heavy",
            Self::Part => "template--part",
            Self::Word => "template--word",
        }
    }

    pub(super) fn about(self, name: &str) -> Error {
        Error::message(format!("{}{SEPARATOR}{name}{SEPARATOR}", self.words()))
    }

    /// [`Self::about`] the value that a filter was given: Tera shows that, and not the filter, which nobody wrote.
    pub(super) fn about_value(self, name: &str) -> Error {
        let expected_type = format!("{}{SEPARATOR}{name}{SEPARATOR}", self.words());
        Error::new(ErrorKind::InvalidArgument { expected_type, actual_type: String::new() })
    }

    /// The refusal in a text of Tera's, and what it is about.
    fn find(text: &str) -> Option<(&'static str, &str)> {
        let (before, after) = text.split_once(SEPARATOR)?;
        let refusal = Self::ALL.into_iter().find(|refusal| before.ends_with(refusal.words()))?;
        Some((refusal.words(), after.split(SEPARATOR).next().unwrap_or_default()))
    }
}

/// The findings for an error met while loading templates. Tera joins unknown filters, functions and components of all
/// templates into one text; here each gets its place back.
pub(super) fn explain_loading(error: &Error, loaded: &Loaded, fallback: FileId) -> Vec<Diagnostic> {
    let ErrorKind::Msg(text) = error.kind() else { return vec![explain(error, loaded, fallback, None)] };
    let mut diagnostics = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(detail) = line.strip_prefix("error: ") else { continue };
        let at = lines.peek().and_then(|next| next.trim_start().strip_prefix("--> "));
        let place = at.and_then(|at| joined_place(at, loaded)).unwrap_or_else(|| fallback.into());
        diagnostics.push(TEMPLATE.at(place).with("detail", said("Tera", detail)));
    }
    if diagnostics.is_empty() { vec![explain(error, loaded, fallback, None)] } else { diagnostics }
}

/// `componenti/menu.html:17:81`, line and column of the marked text, both from 1.
fn joined_place(at: &str, loaded: &Loaded) -> Option<Place> {
    let mut parts = at.trim().rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let (file, marked) = loaded.get(parts.next()?)?;
    let start: usize = marked.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let byte = marked.original(start + column.saturating_sub(1));
    Some(Span { file: *file, start: byte, end: byte }.into())
}

/// The finding for an error met while loading templates, or while rendering the page at `page`.
pub(super) fn explain(error: &Error, loaded: &Loaded, fallback: FileId, page: Option<&str>) -> Diagnostic {
    let file = |name: &str| loaded.get(name).map_or(fallback, |(file, _)| *file);
    let diagnostic = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = place(report.filename(), report.span().range.clone(), loaded, fallback);
            let detail = with_causes(report.message(), error);
            if let Some(open) =
                unclosed(report.message(), report.filename(), report.span().range.start, loaded)
            {
                return open;
            }
            match Refusal::find(&detail) {
                Some((words, name)) => TEMPLATE.variant(words, place).with("name", name),
                None if detail.contains("FileTooLarge") => TEMPLATE.variant("template--endless", place),
                None => TEMPLATE.at(place).with("detail", said("Tera", &detail)),
            }
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            TEMPLATE.variant("template--cycle", file(tpl)).with("chain", include_chain.join(" → "))
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            TEMPLATE.variant("template--cycle", file(tpl)).with("chain", inheritance_chain.join(" → "))
        }
        ErrorKind::MissingParent { current, parent } => {
            TEMPLATE.variant("template--missing", file(current)).with("name", parent)
        }
        ErrorKind::TemplateNotFound(name) => {
            TEMPLATE.variant("template--missing", fallback).with("name", name)
        }
        ErrorKind::Io(_) => TEMPLATE.variant("template--endless", fallback),
        // The words are Tera's own: it has no kind for this.
        other if other.to_string().contains("recursion depth") => {
            TEMPLATE.variant("template--recursion", fallback)
        }
        other => TEMPLATE.at(fallback).with("detail", said("Tera", &with_causes(&other.to_string(), error))),
    };
    match page {
        Some(page) => {
            let seen = Seen { page: page.to_owned(), selector: String::new(), html: String::new() };
            Diagnostic { place: diagnostic.place.clone().seen(seen), ..diagnostic }
        }
        None => diagnostic,
    }
}

/// What Tera says when a tag was never closed is said where it was opened.
fn unclosed(message: &str, name: &str, at: usize, loaded: &Loaded) -> Option<Diagnostic> {
    let at = match message {
        "Unexpected end of input" => None,
        "Unknown tag" => Some(at),
        _ => return None,
    };
    let (file, marked) = loaded.get(name)?;
    let open = counted::unclosed(&marked.text, at)?;
    let (start, end) = (marked.original(open.range.start), marked.original(open.range.end));
    let place = Span { file: *file, start, end };
    Some(TEMPLATE.variant("template--open", place).with("name", open.name))
}

fn place(name: &str, range: std::ops::Range<usize>, loaded: &Loaded, fallback: FileId) -> Place {
    match loaded.get(name) {
        Some((file, marked)) => {
            Span { file: *file, start: marked.original(range.start), end: marked.original(range.end) }.into()
        }
        None => fallback.into(),
    }
}

/// The message, and what caused it.
fn with_causes(message: &str, error: &Error) -> String {
    let mut text = message.to_owned();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let inner_text = inner.to_string();
        if !text.contains(&inner_text) {
            text = format!("{text}: {inner_text}");
        }
        cause = inner.source();
    }
    text
}
