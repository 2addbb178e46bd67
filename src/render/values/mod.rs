//! Contents as templates see them: every field there, empty ones as nothing.

mod cards;
mod contracts;
mod menu;
mod shared;

use std::{cmp::Ordering, collections::BTreeMap};

use tera::{Value, value::Key};

pub(super) use cards::{card, section, section_card, section_link};
pub(super) use menu::{MenuItem, menu};
pub(super) use shared::{featured_topics, language_name, map, site, topics};

use super::{View, dates, reads::Question, resolver};
use crate::{
    markdown::{self, Body, Settings},
    model::{AttachmentId, EntryId},
    schema::Kind,
    validate::{Entry, Item, Ref, Val},
};

/// A map with these members, in this order.
pub(super) fn object<const N: usize>(members: [(&'static str, Value); N]) -> Value {
    in_order(members.into_iter().map(|(key, value)| (key.into(), value)))
}

/// The members of a map that is being made, in order. A later one with a name that is there takes the place of the first.
pub(super) struct Members(Vec<(Key<'static>, Value)>);

impl Members {
    fn with_capacity(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }

    pub(super) fn put(&mut self, key: impl Into<Key<'static>>, value: impl Into<Value>) {
        self.0.push((key.into(), value.into()));
    }
}

impl From<Members> for Value {
    fn from(members: Members) -> Self {
        in_order(members.0)
    }
}

/// Tera puts the members of any map into one of its own; a tree of numbers gives them in order and hashes nothing, which another
/// table would do once more.
fn in_order(members: impl IntoIterator<Item = (Key<'static>, Value)>) -> Value {
    let members = members.into_iter().enumerate();
    members.map(|(n, (key, value))| (Nth(n, key), value)).collect::<BTreeMap<_, _>>().into()
}

/// A key by its place.
struct Nth(usize, Key<'static>);

impl Ord for Nth {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Nth {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Nth {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Nth {}

impl From<Nth> for Key<'static> {
    fn from(nth: Nth) -> Self {
        nth.1
    }
}

/// A member of a map; nothing where there is none.
pub(super) fn member(value: &Value, key: &str) -> Value {
    value.as_map().and_then(|map| map.get(&Key::Str(key))).cloned().into()
}

/// Every field of the type, then the relations seen from this side.
pub(super) fn fields(view: &View, id: EntryId, lang: &str) -> Members {
    let model = view.asking(|| Question::Entry(id));
    let entry = model.entry(id);
    let mut members = Members::with_capacity(entry.content_type.fields.len() + 16);
    for field in &entry.content_type.fields {
        let value = match entry.field(&field.name) {
            Some(item) => value(view, item, &field.kind, entry, lang),
            None => empty(&field.kind),
        };
        members.put(field.name.clone(), value);
    }
    let content = model.content_of(id);
    for (name, _) in view.schemas.inverses_of(&entry.content_type.name) {
        let cards = view.cards(view.inverse(content, name).iter().copied(), lang);
        members.put(name.clone(), cards);
    }
    members.put("atti_dovuti", contracts::documents(view, entry, lang));
    members.put("scheda", view.card(content, lang));
    members.put("titolo", entry.title.clone());
    members.put("id", entry.id.clone());
    members.put("parole", entry.body.n_words());
    members
}

fn empty(kind: &Kind) -> Value {
    match kind {
        Kind::List(_) => Vec::<Value>::new().into(),
        _ => Value::none(),
    }
}

/// A value, whatever its kind.
pub(super) fn value(view: &View, item: &Item, kind: &Kind, entry: &Entry, lang: &str) -> Value {
    match &item.value {
        Val::Text(text) => text.as_str().into(),
        Val::Markdown(body) => body_html(view, body, entry, lang, 1, ""),
        Val::File(path) => match view.attachment(entry, path) {
            Some(id) => file(view, id, lang),
            None => Value::none(),
        },
        // Its data are shown, and published anew: the file itself has no address.
        Val::Data(_) => Value::none(),
        Val::Link(written) => link(view, written, entry, lang),
        Val::Date(date) => dates::value(*date, lang),
        Val::DateTime(moment) => dates::moment(*moment, lang),
        Val::Bool(truth) => (*truth).into(),
        Val::Integer(number) => (*number).into(),
        Val::Number(number) => (*number).into(),
        Val::Word { vocabulary, label, slug } => word(view, vocabulary, label, slug),
        Val::Reference(Ref { target: Some(target), .. }) => view.card(*target, lang),
        Val::Reference(_) => Value::none(),
        Val::List(items) => {
            let values = items.iter().map(|item| value(view, item, kind.item(), entry, lang));
            values.filter(|value| !value.is_none()).collect::<Vec<_>>().into()
        }
        Val::Object(members) => object_value(view, members, kind, entry, lang),
    }
}

/// All members the shape has, those that were not written as nothing.
fn object_value(view: &View, members: &[(String, Item)], kind: &Kind, entry: &Entry, lang: &str) -> Value {
    let Kind::Object(fields) = kind else { return Value::none() };
    let mut all = Members::with_capacity(fields.len());
    for field in fields {
        let written = members.iter().find(|(name, _)| *name == field.name);
        let value = match written {
            Some((_, item)) => value(view, item, &field.kind, entry, lang),
            None => empty(&field.kind),
        };
        all.put(field.name.clone(), value);
    }
    all.into()
}

pub(super) fn word(view: &View, vocabulary: &str, label: &str, slug: &str) -> Value {
    let topic = (vocabulary == "argomenti").then(|| view.topic(slug)).flatten();
    object([
        ("parola", label.into()),
        ("slug", slug.into()),
        ("url", topic.map(|topic| view.href(&topic.address)).into()),
    ])
}

fn link(view: &View, written: &str, entry: &Entry, lang: &str) -> Value {
    let target = resolver::Links { view, entry, lang }.target(written);
    match target {
        Some(target) => object([("url", target.href.into()), ("esterno", target.external.into())]),
        None => Value::none(),
    }
}

/// A published file: where it is, what it is, how large it is, and the fingerprint to check it by. Whoever has its
/// number has asked for the path that leads to it.
pub(super) fn file(view: &View, id: AttachmentId, lang: &str) -> Value {
    let model = view.model();
    let attachment = model.attachment(id);
    let (width, height) = attachment.image.map(|size| (size.width, size.height)).unzip();
    object([
        ("nome", attachment.name().into()),
        ("url", view.href(model.attachment_address(id)).into()),
        ("tipo", attachment.extension().to_uppercase().into()),
        ("dimensione", size(attachment.size, lang).into()),
        ("byte", attachment.size.into()),
        ("sha256", attachment.sha256.as_str().into()),
        ("larghezza", width.into()),
        ("altezza", height.into()),
    ])
}

/// `812 byte`, `24 KB`, `1,2 MB`: decimal units, as file managers show them.
pub(super) fn size(bytes: u64, lang: &str) -> String {
    let (number, unit) = match bytes {
        0..1_000 => return format!("{bytes} byte"),
        1_000..1_000_000 => (bytes as f64 / 1e3, "KB"),
        1_000_000..1_000_000_000 => (bytes as f64 / 1e6, "MB"),
        _ => (bytes as f64 / 1e9, "GB"),
    };
    let text = if number < 9.95 && unit != "KB" { format!("{number:.1}") } else { format!("{number:.0}") };
    let text = if lang == "en" { text } else { text.replace('.', ",") };
    format!("{text} {unit}")
}

/// A Markdown text as HTML, links resolved from the file it stands in.
pub(super) fn body_html(
    view: &View,
    body: &Body,
    entry: &Entry,
    lang: &str,
    shift: u8,
    prefix: &str,
) -> Value {
    let resolver = resolver::Links { view, entry, lang };
    let settings = Settings { heading_shift: shift, marks: true, id_prefix: prefix.to_owned() };
    let html = markdown::to_html(body, &resolver, view.words.markdown(lang), &settings);
    Value::safe_string(&html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        assert_eq!(size(812, "it"), "812 byte");
        assert_eq!(size(24_300, "it"), "24 KB");
        assert_eq!(size(1_234_567, "it"), "1,2 MB");
        assert_eq!(size(1_234_567, "en"), "1.2 MB");
        assert_eq!(size(12_345_678, "it"), "12 MB");
    }
}
