//! Links and files that lead nowhere: in Markdown, and in fields that hold a path.

use jiff::civil::Date;
use rayon::prelude::*;

use super::{LINK, Model};
use crate::{
    diagnostic::{Diagnostic, Severity},
    markdown::LinkKind,
    model::{Absence, PathTarget},
    source::Span,
    validate::{Entry, Item, Val},
};

pub(super) fn check(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    let entries: Vec<&Entry> = model.entries().map(|(_, entry)| entry).collect();
    let of_entry = |entry: &Entry| {
        let mut told = Vec::new();
        check_entry(entry, model, &mut told);
        told
    };
    diagnostics.par_extend(entries.into_par_iter().flat_map_iter(of_entry));
}

/// Everything that one content leads to.
pub(in crate::model) fn check_entry(entry: &Entry, model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    for (_, item) in &entry.fields {
        check_item(item, entry, model, diagnostics);
    }
    for link in entry.bodies().into_iter().flat_map(|body| body.links()) {
        let wanted = match link.kind {
            LinkKind::Image => Wanted::Image,
            LinkKind::Link => Wanted::Anything,
        };
        diagnostics.extend(judge(&link.target, link.span, wanted, entry, model));
    }
}

fn check_item(item: &Item, entry: &Entry, model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    match &item.value {
        Val::File(path) | Val::Data(path) => {
            diagnostics.extend(judge(path, item.span, Wanted::File, entry, model))
        }
        Val::Link(path) => diagnostics.extend(judge(path, item.span, Wanted::Anything, entry, model)),
        Val::List(items) => items.iter().for_each(|item| check_item(item, entry, model, diagnostics)),
        Val::Object(members) => {
            members.iter().for_each(|(_, item)| check_item(item, entry, model, diagnostics))
        }
        _ => {}
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    Anything,
    File,
    Image,
}

fn judge(written: &str, span: Span, wanted: Wanted, entry: &Entry, model: &Model) -> Option<Diagnostic> {
    let say = |words| Some(LINK.variant(words, span).with("path", written));
    let target = model.resolve_path(&entry.path, written);
    match (target, wanted) {
        (PathTarget::Nothing(_), _) if is_hidden(written) => say("link--hidden"),
        (PathTarget::Nothing(_), Wanted::Anything) if is_mailbox(written) => say("link--mailbox"),
        (PathTarget::Nothing(_), Wanted::Anything) if is_host(written) => say("link--host"),
        (PathTarget::Nothing(Some(known)), _) => {
            Some(LINK.at(span).with("path", written).with("known", known))
        }
        (PathTarget::Nothing(None), Wanted::Anything) => say("link--nothing"),
        (PathTarget::Nothing(None), _) => say("link--no-file"),
        (PathTarget::Outside, _) => say("link--outside"),
        (PathTarget::Absent(absence), _) => absent(written, span, &absence),
        (PathTarget::Act { from, until }, Wanted::Anything) => Some(act(written, span, from, until)),
        (PathTarget::Attachment(id), Wanted::Image) if model.attachment(id).image.is_none() => {
            say("link--no-image")
        }
        (
            PathTarget::Content(..) | PathTarget::Address | PathTarget::Act { .. } | PathTarget::Anchor,
            Wanted::Image,
        ) => say("link--no-image"),
        (PathTarget::External, Wanted::Image) => say("link--image-elsewhere"),
        (
            PathTarget::Content(..)
            | PathTarget::External
            | PathTarget::Address
            | PathTarget::Act { .. }
            | PathTarget::Anchor,
            Wanted::File,
        ) => say("link--file-wanted"),
        _ => None,
    }
}

/// Whether a file or a folder on the way begins with a point, which `load` leaves out.
fn is_hidden(written: &str) -> bool {
    let mut parts = written.split(['#', '?']).next().unwrap_or(written).split('/');
    parts.any(|part| part.starts_with('.') && !matches!(part, "." | ".."))
}

/// `info@comune.it`.
fn is_mailbox(written: &str) -> bool {
    let is_domain = |domain: &str| domain.contains('.') && !domain.contains(['/', '@']);
    written.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && is_domain(domain))
}

/// `www.comune.it/orari`.
fn is_host(written: &str) -> bool {
    written.to_ascii_lowercase().starts_with("www.") && written.matches('.').count() > 1
}

fn absent(written: &str, span: Span, absence: &Absence) -> Option<Diagnostic> {
    let words = match absence {
        Absence::Draft => "link--draft",
        Absence::NotYet(_) => "link--not-yet",
        Absence::Over(_) => "link--over",
        Absence::Ended(_) => "link--ended",
        Absence::OnlyAlbo => "link--albo",
        Absence::Unreadable => return None,
    };
    let diagnostic = LINK.variant(words, span).severity(Severity::Warning);
    Some(diagnostic.with("path", written).with("date", absence.day()))
}

/// The page of an act goes on its day: whoever leads to it must not keep it there.
fn act(written: &str, span: Span, from: Date, until: Option<Date>) -> Diagnostic {
    let words = if until.is_some() { "link--act" } else { "link--act-endless" };
    LINK.variant(words, span)
        .severity(Severity::Warning)
        .with("path", written)
        .with("from", italian(from))
        .with("until", until.map(italian).unwrap_or_default())
}

fn italian(day: Date) -> String {
    day.strftime("%d/%m/%Y").to_string()
}
