//! What each public contract has of the documents that the law wants, and what it lacks (d.lgs. 36/2023, art. 28).
//!
//! Everything is decided by the content alone: its fields say which documents are due and from which day, and its list says
//! which are there. So a page shows the same on every day, and only findings know what day it is.

use jiff::{ToSpan, civil::Date};

use super::rules::italian;
use crate::{
    diagnostic::{Diagnostic, Severity},
    load::Site,
    model::Model,
    rule::Meta,
    schema::{ContractDocument, Selector, Transparency as Law},
    source::Span,
    validate::{Entry, Item, Val},
};

/// Documents of a contract that are not there on the day they must be.
pub(in crate::model) static DOCUMENT: Meta = Meta::new("contract-document", Severity::Warning);

/// A document of a contract.
#[derive(Debug, Clone)]
pub struct Due<'a> {
    pub document: &'a ContractDocument,
    /// From when it must be there.
    pub day: Date,
    pub answer: Answer<'a>,
}

/// What a content says of a document.
#[derive(Debug, Clone, Copy)]
pub enum Answer<'a> {
    /// Where it is: what the list says.
    Published(&'a Item),
    /// Why there is none.
    NotDue(&'a str),
    Absent,
}

impl Due<'_> {
    /// Whether it is not there, nobody says why, and it must be there by a day.
    pub(super) fn is_missing(&self, by: Date) -> bool {
        matches!(self.answer, Answer::Absent) && self.day <= by
    }
}

/// The documents of a content, in the order of the law. One that is not due yet, and of which nothing is said, comes as
/// soon as the day is known; none for a content that is no contract.
pub fn documents_of<'a>(entry: &'a Entry, law: &'a Law) -> Vec<Due<'a>> {
    let contracts = &law.contracts;
    if !contracts.contenuti.as_ref().is_some_and(|selector| is_contract(entry, selector)) {
        return Vec::new();
    }
    let documents = contracts.documenti.iter().filter(|document| is_asked(entry, document));
    let due = documents.filter_map(|document| {
        let start = document.dal.iter().find_map(|field| entry.date(field))?;
        let day = start.saturating_add(i32::from(document.entro_mesi).months());
        Some(Due { document, day, answer: answer(entry, &contracts.detti_in, &document.atto) })
    });
    due.collect()
}

fn is_contract(entry: &Entry, selector: &Selector) -> bool {
    entry.content_type.name == selector.tipo
        && selector.con.iter().all(|field| !entry.items(field).is_empty())
        && selector.senza.iter().all(|field| entry.items(field).is_empty())
        && selector.dove.iter().all(|(field, wanted)| says(entry, field, wanted))
}

fn is_asked(entry: &Entry, document: &ContractDocument) -> bool {
    document.solo.iter().all(|(field, wanted)| says(entry, field, wanted))
        && !document.mai.iter().any(|(field, unwanted)| says(entry, field, unwanted))
}

fn says(entry: &Entry, field: &str, values: &[String]) -> bool {
    let is_one = |text: &str| values.iter().any(|value| value.eq_ignore_ascii_case(text));
    entry.items(field).iter().any(|item| match &item.value {
        Val::Text(text) | Val::Word { label: text, .. } => is_one(text),
        Val::Bool(truth) => is_one(if *truth { "true" } else { "false" }),
        _ => false,
    })
}

/// What the list says of a document: where it is goes before why it is not.
fn answer<'a>(entry: &'a Entry, field: &str, act: &str) -> Answer<'a> {
    let is_it = |item: &&Item| matches!(item.value.member("atto").map(|item| &item.value), Some(Val::Word { label, .. }) if label == act);
    let mut answer = Answer::Absent;
    for item in entry.items(field).iter().filter(is_it) {
        if ["file", "url", "documento"].iter().any(|name| item.value.member(name).is_some()) {
            return Answer::Published(item);
        }
        if let Some(Val::Text(why)) = item.value.member("non_dovuto").map(|item| &item.value) {
            answer = Answer::NotDue(why);
        }
    }
    answer
}

/// Every contract of the day with its documents: the version that speaks for it.
pub(super) fn contracts<'a>(
    model: &'a Model,
    law: &'a Law,
) -> impl Iterator<Item = (&'a Entry, Vec<Due<'a>>)> {
    let names = law.contracts.contenuti.iter().map(|selector| selector.tipo.as_str());
    let contents = names.flat_map(|name| model.of_type(name)).map(|content| model.main_version(*content));
    contents.map(|entry| (entry, documents_of(entry, law))).filter(|(_, documents)| !documents.is_empty())
}

/// Tells what is missing, phase by phase.
pub(super) fn check(model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    if site.config.trasparenza.is_none() {
        return;
    }
    let law = &site.schemas.transparency;
    for (entry, documents) in contracts(model, law) {
        // One whose name nobody knows may be the very one that is missing: that was told.
        let is_strange = |item: &Item| item.value.member("atto").is_none();
        if entry.items(&law.contracts.detti_in).iter().any(is_strange) {
            continue;
        }
        let missing: Vec<&Due<'_>> = documents.iter().filter(|due| due.is_missing(site.today)).collect();
        for phase in missing.chunk_by(|a, b| {
            a.document.fase == b.document.fase && a.document.verificato == b.document.verificato
        }) {
            diagnostics.push(tell(entry, phase, law, site));
        }
    }
}

fn tell(entry: &Entry, missing: &[&Due<'_>], law: &Law, site: &Site) -> Diagnostic {
    let first = missing[0];
    let names: Vec<String> = missing.iter().map(|due| format!("«{}»", due.document.atto)).collect();
    let mut norms: Vec<&str> = missing.iter().map(|due| due.document.norma.as_str()).collect();
    norms.dedup();
    let since = missing.iter().map(|due| due.day).min().unwrap_or(first.day);
    let days = since.until(site.today).map_or(0, |span| usize::try_from(span.get_days()).unwrap_or(0));
    let severity = if first.document.verificato { Severity::Warning } else { Severity::Note };
    DOCUMENT
        .at(place(entry, law))
        .severity(severity)
        .with("n", missing.len())
        .with("phase", &first.document.fase)
        .with("names", names.join(", "))
        .with("norm", norms.join("; "))
        .with("date", italian(since))
        .with("days", days)
        .with("field", &law.contracts.detti_in)
        .with("act", &first.document.atto)
}

/// The list of documents, else the code, else the head.
fn place(entry: &Entry, law: &Law) -> Span {
    let code = law.contracts.contenuti.iter().flat_map(|selector| &selector.con);
    let fields = std::iter::once(&law.contracts.detti_in).chain(code);
    fields.filter_map(|field| entry.items(field).first()).map(|item| item.span).next().unwrap_or(entry.head)
}
