//! What lists and references show of a content and of a section.

use tera::Value;

use super::{super::View, object, value, word};
use crate::{
    model::SectionId,
    validate::{ContentId, Entry, Val},
};

/// A content in a line of a list.
pub(in super::super) fn card(view: &View, content: ContentId, lang: &str) -> Value {
    let model = &view.model;
    let version = model.version(content, lang);
    let entry = model.entry(version);
    let field = |name: &str| {
        let field = entry.content_type.field(name)?;
        Some(value(view, entry.field(name)?, &field.kind, entry, lang))
    };
    object([
        ("tipo", entry.content_type.name.as_str().into()),
        ("tipo_etichetta", entry.content_type.label.as_str().into()),
        ("id", entry.id.as_str().into()),
        ("titolo", entry.title.as_str().into()),
        ("descrizione_breve", entry.text("descrizione_breve").into()),
        ("url", model.address(version).map(|url| view.href(&url)).into()),
        ("lingua", entry.lang.as_str().into()),
        ("data", date(entry, lang)),
        ("immagine", field("immagine").or_else(|| field("foto")).into()),
        ("categoria", category(view, entry)),
        ("argomenti", field("argomenti").unwrap_or_else(|| Vec::<Value>::new().into())),
        ("esterno", entry.text("url").into()),
    ])
}

/// The date its lists are sorted by.
fn date(entry: &Entry, lang: &str) -> Value {
    match entry.field(&entry.content_type.order.field).map(|item| &item.value) {
        Some(Val::Date(date)) => super::dates::value(*date, lang),
        Some(Val::DateTime(moment)) => super::dates::moment(*moment, lang),
        _ => Value::none(),
    }
}

/// The first word of a vocabulary other than the topics: category of a service, kind of a news item.
fn category(view: &View, entry: &Entry) -> Value {
    let first_word =
        entry.content_type.fields.iter().find_map(|field| match entry.items(&field.name).first()?.value {
            Val::Word { ref vocabulary, ref label, ref slug }
                if vocabulary != "argomenti" && vocabulary != "stati_servizio" =>
            {
                Some(word(view, vocabulary, label, slug))
            }
            _ => None,
        });
    first_word.into()
}

/// A section where only its name and its place count: it stays the same whatever is added below.
pub(in super::super) fn section_link(view: &View, id: SectionId, lang: &str) -> Value {
    let section = view.model.section(id);
    let entry = section.content.map(|content| view.model.entry(view.model.version(content, lang)));
    let lang = entry.map_or(view.model.main_language.as_str(), |entry| entry.lang.as_str());
    object([
        (
            "titolo",
            entry.filter(|_| !section.is_of_law).map_or(section.title.as_str(), |entry| &entry.title).into(),
        ),
        ("url", view.href(&view.model.in_language(&section.address, lang)).into()),
        ("descrizione_breve", entry.and_then(|entry| entry.text("descrizione_breve")).into()),
        ("lingua", lang.into()),
    ])
}

/// A section in a list of sections: with how many contents stand below it.
pub(in super::super) fn section_card(view: &View, id: SectionId, lang: &str) -> Value {
    let mut map = view.section_link(id, lang).into_map().unwrap_or_default();
    map.insert("n".into(), below(view, id).into());
    map.into()
}

/// A section with the sections and contents directly below it.
pub(in super::super) fn section(view: &View, id: SectionId, lang: &str) -> Value {
    let section = view.model.section(id);
    let mut map = view.section_card(id, lang).into_map().unwrap_or_default();
    let children = section.children.iter().map(|child| view.section_card(*child, lang));
    map.insert("sottosezioni".into(), children.collect::<Vec<_>>().into());
    map.insert("contenuti".into(), view.cards(section.contents.iter().copied(), lang));
    map.into()
}

fn below(view: &View, id: SectionId) -> usize {
    let section = view.model.section(id);
    section.contents.len() + section.children.iter().map(|child| below(view, *child)).sum::<usize>()
}
