//! The sections of a content's page (`x-pagina`): only what says something, every reference shown once per section.

use std::collections::BTreeSet;

use tera::Value;

use super::{
    View, tables,
    values::{self, object},
};
use crate::{
    markdown,
    model::EntryId,
    schema::{Field, Kind, PageSection},
    validate::{ContentId, Entry, Ref, Val},
};

/// All sections that are not empty. `whole` has the content's fields and body as `contenuto` shows them.
pub(super) fn sections(view: &View, id: EntryId, whole: &Value, lang: &str) -> Value {
    let entry = view.entry(id);
    let sections =
        entry.content_type.sections.iter().filter_map(|section| one(view, entry, whole, section, lang));
    sections.collect::<Vec<_>>().into()
}

fn one(view: &View, entry: &Entry, whole: &Value, section: &PageSection, lang: &str) -> Option<Value> {
    let mut shown = BTreeSet::new();
    let fields: Vec<Value> = section
        .fields
        .iter()
        .filter_map(|name| field(view, entry, Some(whole), !section.title.is_empty(), name, lang, &mut shown))
        .collect();
    (!fields.is_empty()).then(|| {
        object([
            ("id", section.id.as_str().into()),
            ("titolo", section.title.as_str().into()),
            ("campi", fields.into()),
        ])
    })
}

/// One field as a cell of a table.
pub(super) fn cell(view: &View, entry: &Entry, name: &str, lang: &str) -> Option<Value> {
    field(view, entry, None, true, name, lang, &mut BTreeSet::new())
}

/// A text in Markdown takes time to make: where `whole` has it already, it is taken from there.
fn field(
    view: &View,
    entry: &Entry,
    whole: Option<&Value>,
    is_titled: bool,
    name: &str,
    lang: &str,
    shown: &mut BTreeSet<ContentId>,
) -> Option<Value> {
    if name == "corpo" {
        // Its headings stand below that of the section, if there is one.
        let below = u8::from(is_titled);
        let body = match whole {
            _ if entry.body.is_empty() => return None,
            Some(whole) if below == 0 => values::member(whole, name),
            Some(whole) => lowered(view, entry, &values::member(whole, name), lang, below),
            None => values::body_html(view, &entry.body, entry, lang, below, ""),
        };
        return Some(shape(name, "", "corpo", body));
    }
    let Some(field) = entry.content_type.field(name) else { return inverse(view, entry, name, lang, shown) };
    let item = entry.field(name)?;
    if let Kind::Reference(_) = field.kind.item() {
        let targets: Vec<ContentId> =
            entry.items(name).iter().filter_map(|item| target(&item.value)).collect();
        return references(view, name, &field.label, targets, lang, shown);
    }
    if format(field) == "tabelle" {
        let id = view.model().find(&entry.content_type.name, &entry.id)?;
        let tables = tables::of_content(view, view.version(id, lang), lang);
        let is_empty = tables.as_array().is_none_or(<[Value]>::is_empty);
        return (!is_empty).then(|| shape(name, &field.label, "tabelle", tables));
    }
    let value = match (&item.value, whole) {
        (Val::Markdown(_), Some(whole)) => values::member(whole, name),
        _ => values::value(view, item, &field.kind, entry, lang),
    };
    let value = if matches!(field.kind, Kind::Word(_)) { Value::from(vec![value]) } else { value };
    let says_something = value.as_array().is_none_or(|items| !items.is_empty()) && !value.is_none();
    says_something.then(|| shape(name, &field.label, format(field), value))
}

/// The body as `contenuto` shows it, below a heading.
fn lowered(view: &View, entry: &Entry, whole: &Value, lang: &str, below: u8) -> Value {
    let made = whole.as_str().and_then(|html| markdown::lowered(&entry.body, html, below));
    made.map_or_else(
        || values::body_html(view, &entry.body, entry, lang, below, ""),
        |html| Value::safe_string(&html),
    )
}

fn inverse(
    view: &View,
    entry: &Entry,
    name: &str,
    lang: &str,
    shown: &mut BTreeSet<ContentId>,
) -> Option<Value> {
    let type_name = &entry.content_type.name;
    let (_, label) = view.schemas.inverses_of(type_name).iter().find(|(inverse, _)| inverse == name)?;
    // An entry that is shown is there.
    let content = view.model().find(type_name, &entry.id)?;
    let targets = view.inverse(content, name).to_vec();
    references(view, name, label, targets, lang, shown)
}

fn references(
    view: &View,
    name: &str,
    label: &str,
    targets: Vec<ContentId>,
    lang: &str,
    shown: &mut BTreeSet<ContentId>,
) -> Option<Value> {
    let new: Vec<ContentId> = targets.into_iter().filter(|target| shown.insert(*target)).collect();
    (!new.is_empty()).then(|| shape(name, label, "riferimenti", view.cards(new, lang)))
}

fn target(value: &Val) -> Option<ContentId> {
    match value {
        Val::Reference(Ref { target, .. }) => *target,
        _ => None,
    }
}

fn shape(name: &str, label: &str, format: &'static str, value: Value) -> Value {
    object([
        ("nome", name.into()),
        ("etichetta", label.into()),
        ("formato", format.into()),
        ("valore", value),
    ])
}

fn format(field: &Field) -> &'static str {
    match &field.kind {
        Kind::Text => "testo",
        Kind::Markdown => "markdown",
        Kind::File | Kind::Data => "file",
        Kind::Link => "collegamento",
        Kind::Url => "url",
        Kind::Email => "email",
        Kind::Date => "data",
        Kind::DateTime => "data-ora",
        Kind::Bool => "vero-falso",
        Kind::Integer | Kind::Number => "numero",
        Kind::Reference(_) => "riferimenti",
        Kind::Word(_) => "parole",
        Kind::Object(members) if has(members, "alt") => "immagine",
        Kind::Object(_) => "oggetto",
        Kind::List(item) => match item.item() {
            Kind::Reference(_) => "riferimenti",
            Kind::Word(_) => "parole",
            Kind::Object(members) if holds_data(members) => "tabelle",
            Kind::Object(members) if has(members, "file") && has(members, "titolo") => "allegati",
            Kind::Object(_) => "oggetti",
            _ => "elenco",
        },
    }
}

/// Whether the shape is that of a table from a file of data.
fn holds_data(members: &[Field]) -> bool {
    members.iter().any(|member| matches!(member.kind, Kind::Data))
}

fn has(members: &[Field], name: &str) -> bool {
    members.iter().any(|member| member.name == name)
}
