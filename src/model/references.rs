//! References resolved: what an editor wrote as an id becomes a content, or a finding with what was perhaps meant.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Absence, Model, rules::REFERENCE};
use crate::{
    diagnostic::{Diagnostic, Severity},
    schema::{Field, Kind, Reference, Schemas},
    source::Span,
    suggest::closest,
    validate::{ContentId, Entry, Item, Ref, Val},
};

pub(super) fn resolve(model: &mut Model, schemas: &Schemas, diagnostics: &mut Vec<Diagnostic>) {
    let mut entries = std::mem::take(&mut model.entries);
    let resolve = |entry: &mut Arc<Entry>| {
        let mut told = Vec::new();
        resolve_one(entry, model, schemas, &mut told);
        told
    };
    let told: Vec<Vec<Diagnostic>> = entries.par_iter_mut().map(resolve).collect();
    diagnostics.extend(told.into_iter().flatten());
    model.entries = entries;
}

/// Tells the references of a content that lead nowhere, and leaves it as it is.
pub(super) fn check_entry(
    entry: &Entry,
    model: &Model,
    schemas: &Schemas,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut resolver = Resolver { schemas, diagnostics, found: Vec::new(), is_news: false };
    resolver.fields(&entry.fields, &entry.content_type.fields, model);
}

/// Resolves the references of one entry, which stays shared if all of them lead where they did.
pub(super) fn resolve_one(
    entry: &mut Arc<Entry>,
    model: &Model,
    schemas: &Schemas,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let content_type = Arc::clone(&entry.content_type);
    let mut resolver = Resolver { schemas, diagnostics, found: Vec::new(), is_news: false };
    resolver.fields(&entry.fields, &content_type.fields, model);
    if resolver.is_news {
        let mut found = resolver.found.into_iter();
        write(&mut Arc::make_mut(entry).fields, &content_type.fields, &mut found);
    }
}

/// Looks references up without touching the entry, which another model may share.
struct Resolver<'a> {
    schemas: &'a Schemas,
    diagnostics: &'a mut Vec<Diagnostic>,
    /// Where each reference of the entry leads, in the order in which it is walked.
    found: Vec<Option<ContentId>>,
    /// Whether one of them leads elsewhere than the entry says.
    is_news: bool,
}

/// Visits every reference in fields, in the order of the schema: what was written, what may be, and where it stands.
pub(super) fn each<'a>(
    items: &'a [(String, Item)],
    fields: &'a [Field],
    visit: &mut impl FnMut(&'a Ref, &'a Reference, Span),
) {
    // Most fields cannot hold one.
    for field in fields.iter().filter(|field| field.kind.may_refer()) {
        if let Some((_, item)) = items.iter().find(|(name, _)| *name == field.name) {
            each_in(item, &field.kind, visit);
        }
    }
}

fn each_in<'a>(item: &'a Item, kind: &'a Kind, visit: &mut impl FnMut(&'a Ref, &'a Reference, Span)) {
    match (&item.value, kind) {
        (Val::List(items), Kind::List(inner)) => items.iter().for_each(|item| each_in(item, inner, visit)),
        (Val::Object(members), Kind::Object(fields)) => each(members, fields, visit),
        (Val::Reference(reference), Kind::Reference(kind)) => visit(reference, kind, item.span),
        _ => {}
    }
}

/// Writes what was found into the entry, walking it as [`each`] does.
fn write(
    items: &mut [(String, Item)],
    fields: &[Field],
    found: &mut impl Iterator<Item = Option<ContentId>>,
) {
    for field in fields.iter().filter(|field| field.kind.may_refer()) {
        if let Some((_, item)) = items.iter_mut().find(|(name, _)| *name == field.name) {
            write_item(item, &field.kind, found);
        }
    }
}

fn write_item(item: &mut Item, kind: &Kind, found: &mut impl Iterator<Item = Option<ContentId>>) {
    match (&mut item.value, kind) {
        (Val::List(items), Kind::List(inner)) => {
            items.iter_mut().for_each(|item| write_item(item, inner, found));
        }
        (Val::Object(members), Kind::Object(fields)) => write(members, fields, found),
        (Val::Reference(reference), Kind::Reference(_)) => reference.target = found.next().flatten(),
        _ => {}
    }
}

impl Resolver<'_> {
    fn fields(&mut self, items: &[(String, Item)], fields: &[Field], model: &Model) {
        each(items, fields, &mut |reference, kind, span| {
            let target = self.find(&reference.written, kind, span, model);
            self.is_news |= target != reference.target;
            self.found.push(target);
        });
    }

    fn find(&mut self, written: &str, kind: &Reference, span: Span, model: &Model) -> Option<ContentId> {
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
            Some(absence) => self.diagnostics.extend(tell_absent(written, absence, span)),
            None => {
                let diagnostic = self.unknown(written, kind, span, model);
                self.diagnostics.push(diagnostic);
            }
        }
        None
    }

    fn unknown(&self, written: &str, kind: &Reference, span: Span, model: &Model) -> Diagnostic {
        let wants_type = kind.types.is_empty();
        if wants_type && !written.contains('/') {
            return REFERENCE.variant("reference--no-type", span).with("id", written);
        }
        let named = written.split_once('/').map(|(type_name, _)| type_name);
        if let Some(name) = named.filter(|name| !self.schemas.types.contains_key(*name)) {
            let known = closest(name, self.schemas.types.keys().map(String::as_str)).unwrap_or("servizio");
            return REFERENCE.variant("reference--type", span).with("type", name).with("known", known);
        }
        let wanted: Vec<&str> = match named {
            Some(name) => vec![name],
            None => kind.types.iter().map(String::as_str).collect(),
        };
        let types = || wanted.iter().filter_map(|name| self.schemas.types.get(*name));
        let folders: Vec<String> = types().map(|known| format!("`content/{}`", known.folder)).collect();
        let labels: Vec<&str> = types().map(|known| known.label.as_str()).collect();
        let ids = model
            .contents()
            .map(|(_, content)| content)
            .filter(|content| wanted.contains(&content.type_name.as_str()));
        let bare = written.rsplit_once('/').map_or(written, |(_, id)| id);
        let diagnostic = match closest(bare, ids.map(|content| content.id.as_str())) {
            Some(known) => {
                let known = named.map_or_else(|| known.to_owned(), |name| format!("{name}/{known}"));
                REFERENCE.at(span).with("known", known)
            }
            None => REFERENCE.variant("reference--strange", span),
        };
        diagnostic.with("id", written).with("type", labels.join(", ")).with("folders", folders.join(", "))
    }
}

/// The words for a reference to something that is not there today. What is unreadable has its own findings.
fn tell_absent(written: &str, absence: &Absence, span: Span) -> Option<Diagnostic> {
    let words = match absence {
        Absence::Draft => "reference--draft",
        Absence::NotYet(_) => "reference--not-yet",
        Absence::Over(_) => "reference--over",
        Absence::Ended(_) => "reference--ended",
        Absence::OnlyAlbo => "reference--albo",
        Absence::Unreadable => return None,
    };
    let diagnostic = REFERENCE.variant(words, span).severity(Severity::Warning);
    Some(diagnostic.with("id", written).with("date", absence.day()))
}
