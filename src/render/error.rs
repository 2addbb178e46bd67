//! What Tera complains of, at its place in the template.

use std::error::Error as _;

use tera::{Error, ErrorKind};

use super::templates::Loaded;
use crate::{
    diagnostic::{Diagnostic, Place, Seen, Severity},
    rule::Meta,
    source::{FileId, Span},
};

pub static TEMPLATE: Meta = Meta::new("template", Severity::Error);

/// The finding for an error met while loading templates, or while rendering the page at `page`.
pub(super) fn explain(error: &Error, loaded: &Loaded, fallback: FileId, page: Option<&str>) -> Diagnostic {
    let file = |name: &str| loaded.get(name).map_or(fallback, |(file, _)| *file);
    let diagnostic = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = place(report.filename(), report.span().range.clone(), loaded, fallback);
            let detail = with_causes(report.message(), error);
            let words = if detail.contains("FileTooLarge") { "template--endless" } else { "template" };
            TEMPLATE.variant(words, place).with("detail", detail)
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
        other => TEMPLATE.at(fallback).with("detail", with_causes(&other.to_string(), error)),
    };
    match page {
        Some(page) => {
            let seen = Seen { page: page.to_owned(), selector: String::new(), html: String::new() };
            Diagnostic { place: diagnostic.place.clone().seen(seen), ..diagnostic }
        }
        None => diagnostic,
    }
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
