//! Front matter into typed values. What the schema refused has been told: here it is left out in silence.

use std::{
    collections::HashSet,
    ops::Range,
    sync::{Arc, OnceLock},
};

use jiff::civil::{Date, DateTime};

use super::{Entry, Item, Ref, Val, identity::Identity};
use crate::{
    diagnostic::{Diagnostic, Severity},
    load::{Loaded, Site},
    markdown::{Body, Located},
    rule::Meta,
    schema::{BodyRule, ContentType, Document, FIELD_VALUE, Field, Kind, Syntax},
    source::{Excerpt, FileId, Offsets, Span},
    stage::Staged,
    suggest::closest,
    tree::{Map, Node, Parsed, Value},
};

pub static VOCABULARY: Meta = Meta::new("vocabulary", Severity::Error);
pub static SLUG: Meta = Meta::new("slug-letters", Severity::Warning);
pub static BODY: Meta = Meta::new("body", Severity::Error);
pub static DATE_ORDER: Meta = Meta::new("date-order", Severity::Error);

/// Pairs of fields of which the first may not come after the second.
const ORDERED: &[(&str, &str)] = &[
    ("pubblicato_dal", "pubblicato_fino"),
    ("data_ora_inizio", "data_ora_fine"),
    ("data_inizio", "data_fine"),
    ("data_inizio", "data_conclusione"),
    ("data_pubblicazione", "data_scadenza"),
    ("apertura", "scadenza"),
];

/// More invisible characters in one text are the same mistake.
const MOST_INVISIBLE: usize = 10;

pub(super) struct Reader<'a> {
    pub site: &'a Site,
    pub text: &'a Arc<str>,
    pub file: FileId,
}

impl Reader<'_> {
    /// Everything a file says, and everything that is wrong with its front matter.
    pub(super) fn entry(
        &self,
        loaded: &Loaded,
        content_type: Arc<ContentType>,
        identity: Identity,
        parsed: &Parsed,
    ) -> Staged<Entry> {
        let head = Span { file: self.file, start: 0, end: 3 };
        let document = Document {
            file: self.file,
            map: &parsed.map,
            head: head.range(),
            broken: &parsed.broken,
            syntax: Syntax::Yaml,
        };
        let mut diagnostics = content_type.judge.check(&document);
        let refused = diagnostics
            .iter()
            .filter(|found| found.is_error() && found.rule == FIELD_VALUE.id)
            .filter_map(|found| found.place.range.clone())
            .collect();
        let reader = Fields { reader: self, refused };
        let fields = reader.fields(&parsed.map, &content_type.fields, &mut diagnostics);
        let body = self.body(loaded, &content_type, &mut diagnostics);
        let mut entry = Entry {
            file: self.file,
            path: loaded.path.clone(),
            slug: String::new(),
            title: String::new(),
            sort_key: String::new(),
            lang: identity.lang,
            fields,
            body,
            source: Arc::clone(self.text),
            hash: OnceLock::new(),
            head,
            id: identity.id,
            content_type,
        };
        entry.title = title(&entry);
        entry.sort_key = crate::slug::sort_key(&entry.title);
        entry.slug = entry.text("slug").map_or_else(|| crate::slug::slug(&entry.id), str::to_owned);
        check_dates(&entry, &mut diagnostics);
        check_slug(&entry, &mut diagnostics);
        Staged::new(entry, diagnostics)
    }

    fn body(&self, loaded: &Loaded, content_type: &ContentType, diagnostics: &mut Vec<Diagnostic>) -> Body {
        let text = &self.text[loaded.body.start as usize..loaded.body.end as usize];
        let end = Span { file: self.file, start: 0, end: 3 };
        match (content_type.body, text.trim().is_empty()) {
            (BodyRule::Required, true) => diagnostics.push(BODY.variant("body--missing", end)),
            (BodyRule::Recommended, true) => {
                diagnostics.push(BODY.variant("body--missing", end).severity(Severity::Warning));
            }
            (BodyRule::Forbidden, false) => {
                let start = loaded.body.start + (text.len() - text.trim_start().len()) as u32;
                let first_line = text.trim_start().lines().next().unwrap_or("").len() as u32;
                let place = Span { file: self.file, start, end: start + first_line };
                diagnostics.push(BODY.variant("body--forbidden", place));
            }
            _ => {}
        }
        diagnostics.extend(self.invisible(text, loaded.body.start));
        let excerpt = Excerpt::new(self.text, loaded.body.clone());
        self.markdown(excerpt, Offsets::Shifted(loaded.body.start))
    }

    /// The first characters of a text that nobody sees: those that change what is read, and control characters, which
    /// come with what is copied from a PDF or a terminal and have no place in HTML.
    fn invisible(&self, text: &str, start: u32) -> impl Iterator<Item = Diagnostic> {
        let text = if may_hide(text) { text } else { "" };
        let found = text.char_indices().filter(|(_, c)| is_invisible(*c)).take(MOST_INVISIBLE);
        found.map(move |(at, c)| {
            let start = start + at as u32;
            let place = Span { file: self.file, start, end: start + c.len_utf8() as u32 };
            BODY.variant("body--invisible", place).with("code", format!("U+{:04X}", u32::from(c)))
        })
    }

    fn markdown(&self, text: impl Into<Excerpt>, offsets: Offsets) -> Body {
        Body::new(Located { file: self.file, text: text.into(), offsets })
    }
}

fn is_invisible(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\0'..='\u{1f}' | '\u{7f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => false,
    }
}

/// Whether there may be an invisible character, asked of every byte of every text: most have none.
fn may_hide(text: &str) -> bool {
    // Without branches, many bytes are looked at in one step.
    let is_control =
        |byte: u8| (byte < b' ') & (byte != b'\t') & (byte != b'\n') & (byte != b'\r') | (byte == 0x7f);
    let has_control = |some: &[u8]| some.iter().fold(false, |found, byte| found | is_control(*byte));
    let bytes = text.as_bytes();
    // Those that turn the direction begin with two bytes that begin quotation marks and dashes too.
    let turns =
        |at: usize| matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xaa..=0xae] | [0x81, 0xa6..=0xa9]));
    bytes.chunks(64).any(has_control) || memchr::memchr_iter(0xe2, bytes).any(turns)
}

/// The fields of one file, without the values that the schema refused.
struct Fields<'a> {
    reader: &'a Reader<'a>,
    refused: HashSet<Range<u32>>,
}

impl Fields<'_> {
    fn fields(&self, map: &Map, fields: &[Field], diagnostics: &mut Vec<Diagnostic>) -> Vec<(String, Item)> {
        let mut items = Vec::with_capacity(map.len().min(fields.len()));
        for field in fields {
            let item = map.get(&field.name).and_then(|node| self.item(node, &field.kind, diagnostics));
            items.extend(item.map(|item| (field.name.clone(), item)));
        }
        items
    }

    fn item(&self, node: &Node, kind: &Kind, diagnostics: &mut Vec<Diagnostic>) -> Option<Item> {
        let span = Span::new(self.reader.file, node.range.clone());
        let value = match (kind, &node.value) {
            (Kind::List(item_kind), Value::List(items)) => {
                let mut list = Vec::with_capacity(items.len());
                list.extend(items.iter().filter_map(|item| self.item(item, item_kind, diagnostics)));
                Val::List(list)
            }
            (Kind::Object(fields), Value::Map(map)) => Val::Object(self.fields(map, fields, diagnostics)),
            (Kind::List(_) | Kind::Object(_), _) => return None,
            (_, Value::Scalar(_)) if self.refused.contains(&node.range) => return None,
            (_, Value::Scalar(_)) => self.scalar(node, kind, span, diagnostics)?,
            _ => return None,
        };
        Some(Item { value, span })
    }

    fn scalar(&self, node: &Node, kind: &Kind, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Option<Val> {
        let text = node.text()?;
        Some(match kind {
            Kind::Markdown => {
                Val::Markdown(Box::new(self.reader.markdown(text, node.offsets(self.reader.text))))
            }
            Kind::File => Val::File(text.to_owned()),
            Kind::Data => Val::Data(text.to_owned()),
            Kind::Link => Val::Link(text.to_owned()),
            Kind::Date => Val::Date(text.parse().ok()?),
            Kind::DateTime => date_time(text)?,
            Kind::Bool => Val::Bool(text.parse().ok()?),
            Kind::Integer => Val::Integer(text.parse().ok()?),
            Kind::Number => Val::Number(text.parse().ok()?),
            Kind::Word(vocabulary) => return self.word(text, vocabulary, span, diagnostics),
            Kind::Reference(_) => Val::Reference(Ref { written: text.to_owned(), target: None }),
            Kind::Text | Kind::Url | Kind::Email => Val::Text(text.to_owned()),
            Kind::List(_) | Kind::Object(_) => return None,
        })
    }

    fn word(
        &self,
        text: &str,
        vocabulary: &str,
        span: Span,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Val> {
        let words = self.reader.site.schemas.vocabularies.get(vocabulary)?;
        if let Some(word) = words.find(text) {
            return Some(Val::Word {
                vocabulary: vocabulary.to_owned(),
                label: word.label.clone(),
                slug: word.slug.clone(),
            });
        }
        let diagnostic = match closest(text, words.words().map(|word| word.label.as_str())) {
            Some(known) => VOCABULARY.at(span).with("known", known),
            None => {
                let some: Vec<&str> = words.words().take(6).map(|word| word.label.as_str()).collect();
                let file = format!("schemas/vocabolari/{vocabulary}.yaml");
                VOCABULARY
                    .variant("vocabulary--strange", span)
                    .with("some", some.join(", "))
                    .with("file", file)
            }
        };
        diagnostics.push(diagnostic.with("word", text).with("vocabulary", &words.title));
        None
    }
}

/// `2026-12-31T20:30`, also with a space; a deadline may be a whole day.
fn date_time(text: &str) -> Option<Val> {
    if let Ok(day) = text.parse::<Date>()
        && text.len() == 10
    {
        return Some(Val::Date(day));
    }
    text.replacen(' ', "T", 1).parse::<DateTime>().ok().map(Val::DateTime)
}

/// The title by the type's pattern (`{nome} {cognome}`), else the id.
fn title(entry: &Entry) -> String {
    let mut title = String::new();
    let mut rest = entry.content_type.title.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        title.push_str(before);
        title.push_str(match entry.field(name).map(|item| &item.value) {
            Some(Val::Text(text) | Val::Word { label: text, .. }) => text,
            _ => "",
        });
        rest = after;
    }
    title.push_str(rest);
    if title.trim().is_empty() { entry.id.clone() } else { title.trim().to_owned() }
}

/// The official validator takes an address with these letters in it for one of another site.
fn check_slug(entry: &Entry, diagnostics: &mut Vec<Diagnostic>) {
    if let Some(letters) = ["www", "http"].into_iter().find(|letters| entry.slug.contains(letters)) {
        let place = entry.field("slug").map_or(entry.head, |item| item.span);
        diagnostics.push(SLUG.at(place).with("letters", letters));
    }
}

fn check_dates(entry: &Entry, diagnostics: &mut Vec<Diagnostic>) {
    for (first, second) in ORDERED {
        let (Some(start), Some(end)) = (entry.field(first), entry.field(second)) else { continue };
        let late = match (&start.value, &end.value) {
            (Val::DateTime(start), Val::DateTime(end)) => start > end,
            (start, end) => start.date() > end.date(),
        };
        if late {
            let diagnostic = DATE_ORDER.at(end.span).with("first", *first).with("second", *second);
            diagnostics.push(diagnostic.related(start.span, "ui-starts-here"));
        }
    }
}
