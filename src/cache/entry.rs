//! An entry as bytes: what its front matter came to. What its file says in one piece is taken from the file again.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use super::codec::{Decoder, Encoder};
use crate::{
    hash::Hash,
    load::{Loaded, Site},
    markdown::{Body, Located},
    source::{Excerpt, Offsets, Source, Span},
    validate::{Entry, Item, Ref, Val},
};

/// The file an entry is read from, and its hash.
#[derive(Clone, Copy)]
pub(super) struct Origin<'a> {
    pub loaded: &'a Loaded,
    pub source: &'a Source,
    pub hash: Hash,
}

pub(super) fn put(entry: &Entry, to: &mut Encoder) {
    // The rest is the file's: what is taken from there is not named here.
    let Entry { content_type, id, lang, slug, title, sort_key, fields, head, .. } = entry;
    to.text(&content_type.name).text(id).text(lang).text(slug).text(title).text(sort_key);
    put_span(*head, to);
    put_members(fields, to);
}

pub(super) fn take(from: &mut Decoder<'_>, origin: Origin<'_>, site: &Site) -> Option<Entry> {
    let Origin { loaded, source, hash } = origin;
    let content_type = Arc::clone(site.schemas.types.get(from.text()?)?);
    let mut text = || from.text().map(str::to_owned);
    let (id, lang, slug, title, sort_key) = (text()?, text()?, text()?, text()?, text()?);
    let head = origin.span(from)?;
    let fields = origin.members(from)?;
    let (file, path) = (loaded.file, loaded.path.clone());
    let body = Body::new(Located {
        file,
        text: Excerpt::new(&source.text, loaded.body.clone()),
        offsets: Offsets::Shifted(loaded.body.start),
    });
    let (source, hash) = (Arc::clone(&source.text), hash.into());
    Some(Entry {
        content_type,
        file,
        path,
        id,
        lang,
        slug,
        title,
        sort_key,
        fields,
        body,
        source,
        hash,
        head,
    })
}

/// Whether two entries of one file are the same, in their texts and what is known of these too.
pub(super) fn is_same(one: &Entry, other: &Entry) -> bool {
    Arc::ptr_eq(&one.content_type, &other.content_type)
        && words(one) == words(other)
        && (one.file, one.head, &one.source) == (other.file, other.head, &other.source)
        && one.fields == other.fields
        && one.body == other.body
}

fn words(entry: &Entry) -> [&str; 6] {
    let Entry { path, id, lang, slug, title, sort_key, .. } = entry;
    [path, id, lang, slug, title, sort_key]
}

/// Spans of a content are in its own file.
pub(super) fn put_span(span: Span, to: &mut Encoder) {
    to.array(span.start.to_le_bytes()).array(span.end.to_le_bytes());
}

fn put_members(members: &[(String, Item)], to: &mut Encoder) {
    to.count(members.len());
    for (name, item) in members {
        put_item(item, to.text(name));
    }
}

fn put_item(item: &Item, to: &mut Encoder) {
    put_span(item.span, to);
    match &item.value {
        Val::Text(words) => {
            to.byte(0).text(words);
        }
        Val::Markdown(body) => put_markdown(body, to.byte(1)),
        Val::File(path) => {
            to.byte(2).text(path);
        }
        Val::Data(path) => {
            to.byte(3).text(path);
        }
        Val::Link(address) => {
            to.byte(4).text(address);
        }
        Val::Date(day) => put_date(*day, to.byte(5)),
        Val::DateTime(moment) => put_moment(moment, to.byte(6)),
        Val::Bool(is_true) => {
            to.byte(7).flag(*is_true);
        }
        Val::Integer(number) => {
            to.byte(8).array(number.to_le_bytes());
        }
        Val::Number(number) => {
            to.byte(9).array(number.to_le_bytes());
        }
        Val::Word { vocabulary, label, slug } => {
            to.byte(10).text(vocabulary).text(label).text(slug);
        }
        // Where it leads is found anew in every build.
        Val::Reference(Ref { written, .. }) => {
            to.byte(11).text(written);
        }
        Val::List(items) => {
            to.byte(12).count(items.len());
            items.iter().for_each(|item| put_item(item, to));
        }
        Val::Object(members) => put_members(members, to.byte(13)),
    }
}

fn put_moment(moment: &DateTime, to: &mut Encoder) {
    put_date(moment.date(), to);
    let time = moment.time();
    for part in [time.hour(), time.minute(), time.second()] {
        to.byte(part.cast_unsigned());
    }
    to.array(time.subsec_nanosecond().to_le_bytes());
}

fn put_date(day: Date, to: &mut Encoder) {
    to.array(day.year().to_le_bytes()).byte(day.month().cast_unsigned()).byte(day.day().cast_unsigned());
}

fn put_markdown(body: &Body, to: &mut Encoder) {
    match body.offsets() {
        Offsets::Shifted(by) => {
            to.byte(0).array(by.to_le_bytes()).count(body.text().len());
        }
        Offsets::Lines(lines) => {
            to.byte(1).text(body.text()).count(lines.len());
            for (start, in_file) in lines {
                to.array(start.to_le_bytes()).array(in_file.to_le_bytes());
            }
        }
        Offsets::Whole(whole) => {
            to.byte(2).text(body.text()).array(whole.start.to_le_bytes()).array(whole.end.to_le_bytes());
        }
    }
}

impl Origin<'_> {
    pub(super) fn span(&self, from: &mut Decoder<'_>) -> Option<Span> {
        Some(Span { file: self.loaded.file, start: from.short()?, end: from.short()? })
    }

    fn members(&self, from: &mut Decoder<'_>) -> Option<Vec<(String, Item)>> {
        from.list(|from| Some((from.text()?.to_owned(), self.item(from)?)))
    }

    fn item(&self, from: &mut Decoder<'_>) -> Option<Item> {
        let span = self.span(from)?;
        let value = match from.byte()? {
            0 => Val::Text(from.text()?.to_owned()),
            1 => Val::Markdown(Box::new(self.markdown(from)?)),
            2 => Val::File(from.text()?.to_owned()),
            3 => Val::Data(from.text()?.to_owned()),
            4 => Val::Link(from.text()?.to_owned()),
            5 => Val::Date(take_date(from)?),
            6 => Val::DateTime(take_moment(from)?),
            7 => Val::Bool(from.flag()?),
            8 => Val::Integer(i64::from_le_bytes(from.array()?)),
            9 => Val::Number(f64::from_le_bytes(from.array()?)),
            10 => {
                let mut text = || from.text().map(str::to_owned);
                Val::Word { vocabulary: text()?, label: text()?, slug: text()? }
            }
            11 => Val::Reference(Ref { written: from.text()?.to_owned(), target: None }),
            12 => Val::List(from.list(|from| self.item(from))?),
            13 => Val::Object(self.members(from)?),
            _ => return None,
        };
        Some(Item { value, span })
    }

    fn markdown(&self, from: &mut Decoder<'_>) -> Option<Body> {
        let (text, offsets) = match from.byte()? {
            0 => {
                let (start, length) = (from.short()?, from.short()?);
                let range = start..start.checked_add(length)?;
                self.source.text.get(range.start as usize..range.end as usize)?;
                (Excerpt::new(&self.source.text, range), Offsets::Shifted(start))
            }
            1 => {
                let text = from.text()?.into();
                (text, Offsets::Lines(from.list(|from| Some((from.short()?, from.short()?)))?))
            }
            2 => (from.text()?.into(), Offsets::Whole(from.short()?..from.short()?)),
            _ => return None,
        };
        Some(Body::new(Located { file: self.loaded.file, text, offsets }))
    }
}

fn take_date(from: &mut Decoder<'_>) -> Option<Date> {
    let year = i16::from_le_bytes(from.array()?);
    Date::new(year, from.byte()?.cast_signed(), from.byte()?.cast_signed()).ok()
}

fn take_moment(from: &mut Decoder<'_>) -> Option<DateTime> {
    let day = take_date(from)?;
    let [hour, minute, second] = from.array::<3>()?.map(u8::cast_signed);
    let nanosecond = i32::from_le_bytes(from.array()?);
    DateTime::new(day.year(), day.month(), day.day(), hour, minute, second, nanosecond).ok()
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, path::Path};

    use super::*;
    use crate::{
        load::{self, Request},
        validate::{self, Outcome},
    };

    fn kinds(value: &Val, seen: &mut BTreeSet<&'static str>) {
        let kind = match value {
            Val::Text(_) => "text",
            Val::Markdown(body) => match body.offsets() {
                Offsets::Shifted(_) => "a text on one line",
                Offsets::Lines(_) => "a text on several lines",
                Offsets::Whole(_) => "a folded text",
            },
            Val::File(_) => "file",
            Val::Data(_) => "data",
            Val::Link(_) => "link",
            Val::Date(_) => "date",
            Val::DateTime(_) => "moment",
            Val::Bool(_) => "bool",
            Val::Integer(_) => "integer",
            Val::Number(_) => "number",
            Val::Word { .. } => "word",
            Val::Reference(_) => "reference",
            Val::List(items) => {
                items.iter().for_each(|item| kinds(&item.value, seen));
                "list"
            }
            Val::Object(members) => {
                members.iter().for_each(|(_, item)| kinds(&item.value, seen));
                "object"
            }
        };
        seen.insert(kind);
    }

    #[test]
    fn every_content_of_the_example_comes_back_and_half_of_it_is_nothing() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
        let today = Date::constant(2026, 11, 22);
        let loading =
            load::load(&Request { root, today, base_url: None, drafts: true }).expect("the example");
        let (site, sources) = (loading.site.expect("the example"), loading.sources);
        let mut seen = BTreeSet::new();
        for loaded in &site.contents {
            let Outcome::Entry(entry) = validate::front(loaded, &site, &sources).value else { continue };
            entry.fields.iter().for_each(|(_, item)| kinds(&item.value, &mut seen));
            let origin = Origin { loaded, source: sources.get(loaded.file), hash: entry.hash() };
            let mut to = Encoder::default();
            put(&entry, &mut to);
            let bytes = to.bytes();
            let read = |bytes: &[u8]| {
                let mut from = Decoder(bytes);
                take(&mut from, origin, &site).filter(|_| from.is_done())
            };
            assert!(is_same(&read(&bytes).expect("an entry"), &entry), "{}", loaded.path);
            for end in [0, bytes.len() / 3, bytes.len() - 1] {
                assert!(read(&bytes[..end]).is_none(), "{} up to {end}", loaded.path);
            }
        }
        // The example has no folded text.
        let loaded = &site.contents[0];
        let source = sources.get(loaded.file);
        let origin = Origin { loaded, source, hash: Hash::of(source.text.as_bytes()) };
        let text = Located { file: loaded.file, text: "a capo".into(), offsets: Offsets::Whole(4..20) };
        let span = Span { file: loaded.file, start: 4, end: 20 };
        let folded = Item { value: Val::Markdown(Box::new(Body::new(text))), span };
        kinds(&folded.value, &mut seen);
        let mut to = Encoder::default();
        put_item(&folded, &mut to);
        assert_eq!(origin.item(&mut Decoder(&to.bytes())), Some(folded));
        assert_eq!(seen.len(), 16, "every kind of value: {seen:?}");
    }
}
