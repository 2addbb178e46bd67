//! References resolved: what an editor wrote as an id becomes a content, or a finding with what was perhaps meant.

use super::{Absence, Model, rules::REFERENCE};
use crate::{
    diagnostic::{Diagnostic, Severity},
    schema::{Field, Kind, Reference},
    source::Span,
    suggest::closest,
    validate::{ContentId, Item, Val},
};

pub(super) fn resolve(model: &mut Model, diagnostics: &mut Vec<Diagnostic>) {
    let mut entries = std::mem::take(&mut model.entries);
    for entry in &mut entries {
        let fields = entry.content_type.clone();
        resolve_fields(&mut entry.fields, &fields.fields, model, diagnostics);
    }
    model.entries = entries;
}

fn resolve_fields(
    items: &mut [(String, Item)],
    fields: &[Field],
    model: &Model,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (name, item) in items {
        if let Some(field) = fields.iter().find(|field| field.name == *name) {
            resolve_item(item, &field.kind, model, diagnostics);
        }
    }
}

fn resolve_item(item: &mut Item, kind: &Kind, model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    match (&mut item.value, kind) {
        (Val::List(items), Kind::List(inner)) => {
            items.iter_mut().for_each(|item| resolve_item(item, inner, model, diagnostics));
        }
        (Val::Object(members), Kind::Object(fields)) => resolve_fields(members, fields, model, diagnostics),
        (Val::Reference(reference), Kind::Reference(kind)) => {
            reference.target = find(&reference.written, kind, item.span, model, diagnostics);
        }
        _ => {}
    }
}

fn find(
    written: &str,
    kind: &Reference,
    span: Span,
    model: &Model,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ContentId> {
    let candidates: Vec<(&str, &str)> = match written.split_once('/') {
        Some((type_name, id)) => vec![(type_name, id)],
        None => kind.types.iter().map(|type_name| (type_name.as_str(), written)).collect(),
    };
    if let Some(found) = candidates.iter().find_map(|(type_name, id)| model.find(type_name, id)) {
        return Some(found);
    }
    let absent = candidates
        .iter()
        .find_map(|(type_name, id)| model.absent.get(&((*type_name).to_owned(), (*id).to_owned())));
    match absent {
        Some(absence) => diagnostics.extend(tell_absent(written, absence, span)),
        None => diagnostics.push(tell_unknown(written, kind, span, model)),
    }
    None
}

/// The words for a reference to something that is not there today. What is unreadable has its own findings.
fn tell_absent(written: &str, absence: &Absence, span: Span) -> Option<Diagnostic> {
    let (words, date) = match absence {
        Absence::Draft => ("reference--draft", None),
        Absence::NotYet(date) => ("reference--not-yet", Some(date)),
        Absence::Over(date) => ("reference--over", Some(date)),
        Absence::Unreadable => return None,
    };
    let date = date.map(ToString::to_string).unwrap_or_default();
    Some(REFERENCE.variant(words, span).severity(Severity::Warning).with("id", written).with("date", date))
}

fn tell_unknown(written: &str, kind: &Reference, span: Span, model: &Model) -> Diagnostic {
    if kind.types.is_empty() && !written.contains('/') {
        return REFERENCE.variant("reference--no-type", span).with("id", written);
    }
    let wanted: Vec<&str> = match written.split_once('/') {
        Some((type_name, _)) => vec![type_name],
        None => kind.types.iter().map(String::as_str).collect(),
    };
    let ids = model.contents.iter().filter(|content| wanted.contains(&content.type_name.as_str()));
    let bare = written.rsplit_once('/').map_or(written, |(_, id)| id);
    let diagnostic = match closest(bare, ids.map(|content| content.id.as_str())) {
        Some(known) => REFERENCE.at(span).with("known", known),
        None => REFERENCE.variant("reference--strange", span),
    };
    diagnostic.with("id", written).with("type", wanted.join(", "))
}
