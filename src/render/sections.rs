//! The sections of a content's page (`x-pagina`): only what says something, every reference shown once per section.

use std::collections::BTreeSet;

use tera::Value;

use super::{
    View,
    values::{self, object},
};
use crate::{
    model::EntryId,
    schema::{Field, Kind, PageSection},
    validate::{ContentId, Entry, Ref, Val},
};

/// All sections that are not empty. `whole` has the content's fields and body as `contenuto` shows them.
pub(super) fn sections(view: &View, id: EntryId, whole: &Value, lang: &str) -> Value {
    let shown = Shown { view, entry: view.model.entry(id), whole, lang };
    let sections = shown.entry.content_type.sections.iter().filter_map(|section| shown.one(section));
    sections.collect::<Vec<_>>().into()
}

/// The content whose page it is.
struct Shown<'a> {
    view: &'a View,
    entry: &'a Entry,
    whole: &'a Value,
    lang: &'a str,
}

impl Shown<'_> {
    fn one(&self, section: &PageSection) -> Option<Value> {
        let mut seen = BTreeSet::new();
        let names = section.fields.iter();
        let fields: Vec<Value> = names.filter_map(|name| self.field(section, name, &mut seen)).collect();
        (!fields.is_empty()).then(|| {
            object([
                ("id", section.id.as_str().into()),
                ("titolo", section.title.as_str().into()),
                ("campi", fields.into()),
            ])
        })
    }

    fn field(&self, section: &PageSection, name: &str, seen: &mut BTreeSet<ContentId>) -> Option<Value> {
        let Self { view, entry, lang, .. } = *self;
        if name == "corpo" {
            let body = match section.title.is_empty() {
                true => values::member(self.whole, "corpo"),
                // Its headings stand below that of the section.
                false if entry.body.is_empty() => return None,
                false => values::body_html(view, &entry.body, entry, lang, 1, ""),
            };
            return (!body.is_none()).then(|| shape(name, "", "corpo", body));
        }
        let Some(field) = entry.content_type.field(name) else { return self.inverse(name, seen) };
        let item = entry.field(name)?;
        if let Kind::Reference(_) = field.kind.item() {
            let targets: Vec<ContentId> =
                entry.items(name).iter().filter_map(|item| target(&item.value)).collect();
            return self.references(name, &field.label, &targets, seen);
        }
        let value = match &item.value {
            // The one kind of value that takes time to make.
            Val::Markdown(_) => values::member(self.whole, name),
            _ => values::value(view, item, &field.kind, entry, lang),
        };
        let value = if matches!(field.kind, Kind::Word(_)) { Value::from(vec![value]) } else { value };
        let says_something = value.as_array().is_none_or(|items| !items.is_empty()) && !value.is_none();
        says_something.then(|| shape(name, &field.label, format(field), value))
    }

    fn inverse(&self, name: &str, seen: &mut BTreeSet<ContentId>) -> Option<Value> {
        let type_name = &self.entry.content_type.name;
        let inverses = self.view.schemas.inverses_of(type_name);
        let (_, label) = inverses.iter().find(|(inverse, _)| inverse == name)?;
        let content = self.view.model.find(type_name, &self.entry.id)?;
        self.references(name, label, self.view.model.inverse(content, name), seen)
    }

    fn references(
        &self,
        name: &str,
        label: &str,
        targets: &[ContentId],
        seen: &mut BTreeSet<ContentId>,
    ) -> Option<Value> {
        let new: Vec<ContentId> = targets.iter().copied().filter(|target| seen.insert(*target)).collect();
        (!new.is_empty()).then(|| shape(name, label, "riferimenti", self.view.cards(new, self.lang)))
    }
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
        Kind::File => "file",
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
            Kind::Object(members) if has(members, "file") && has(members, "titolo") => "allegati",
            Kind::Object(_) => "oggetti",
            _ => "elenco",
        },
    }
}

fn has(members: &[Field], name: &str) -> bool {
    members.iter().any(|member| member.name == name)
}
