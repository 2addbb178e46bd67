//! The order of lists: by the field the type names, dates as a reader wants them, titles as an Italian dictionary.

use std::{borrow::Cow, cmp::Ordering, collections::BTreeMap};

use jiff::civil::Date;
use rayon::prelude::*;

use super::Model;
use crate::{
    schema::Order,
    slug::sort_key,
    validate::{ContentId, Entry, Val},
};

/// The contents of every type, each list in its order.
pub(super) fn by_type(model: &Model) -> BTreeMap<String, Vec<ContentId>> {
    let mut by_type: BTreeMap<String, Vec<ContentId>> = BTreeMap::new();
    for (id, content) in model.contents() {
        by_type.entry(content.type_name.clone()).or_default().push(id);
    }
    by_type.par_iter_mut().for_each(|(_, contents)| sort(contents, model));
    by_type
}

/// Sorts contents by their type's order, types among each other by name.
pub(super) fn sort(contents: &mut [ContentId], model: &Model) {
    contents.sort_by_cached_key(|content| {
        let entry = model.main_version(*content);
        (entry.content_type.name.as_str(), Key::new(entry, &entry.content_type.order, model.today))
    });
}

/// Puts a content in its place in a list that is sorted without it, by an order of the list's own or that of types.
pub(super) fn insert(contents: &mut Vec<ContentId>, content: ContentId, own: Option<&Order>, model: &Model) {
    let key = |content: ContentId| {
        let entry = model.main_version(content);
        let name = if own.is_none() { entry.content_type.name.as_str() } else { "" };
        (name, Key::new(entry, own.unwrap_or(&entry.content_type.order), model.today))
    };
    let new = key(content);
    let at = contents.partition_point(|known| key(*known) < new);
    contents.insert(at, content);
}

/// Sorts contents of whatever type by one order.
pub(super) fn sort_by(contents: &mut [ContentId], order: &Order, model: &Model) {
    contents.sort_by_cached_key(|content| Key::new(model.main_version(*content), order, model.today));
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    value: Part<'a>,
    title: &'a str,
    id: &'a str,
}

#[derive(PartialEq, Eq)]
enum Part<'a> {
    Number(i64),
    Text(Cow<'a, str>),
    /// Newest first.
    Newest(Date),
    /// What is to come, soonest first; then what is over, latest first.
    Coming(Date),
    Over(Date),
    Nothing,
}

impl Part<'_> {
    fn rank(&self) -> u8 {
        match self {
            Self::Number(_) | Self::Text(_) | Self::Newest(_) | Self::Coming(_) => 0,
            Self::Over(_) => 1,
            Self::Nothing => 2,
        }
    }
}

impl PartialOrd for Part<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Part<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank()).then_with(|| match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Newest(a), Self::Newest(b)) | (Self::Over(a), Self::Over(b)) => b.cmp(a),
            (Self::Coming(a), Self::Coming(b)) => a.cmp(b),
            _ => Ordering::Equal,
        })
    }
}

impl<'a> Key<'a> {
    fn new(entry: &'a Entry, order: &Order, today: Date) -> Self {
        let value = match entry.field(&order.field).map(|item| &item.value) {
            Some(Val::Integer(number)) if order.descending => Part::Number(-number),
            Some(Val::Integer(number)) => Part::Number(*number),
            // Most lists are sorted by the title, whose key is there.
            Some(Val::Text(text)) if *text == entry.title => Part::Text(Cow::Borrowed(&entry.sort_key)),
            Some(Val::Text(text) | Val::Word { label: text, .. }) => Part::Text(Cow::Owned(sort_key(text))),
            Some(value) => match value.date() {
                Some(date) if order.descending => Part::Newest(date),
                Some(date) if is_over(entry, date, today) => Part::Over(date),
                Some(date) => Part::Coming(date),
                None => Part::Nothing,
            },
            None => Part::Nothing,
        };
        Self { value, title: &entry.sort_key, id: &entry.id }
    }
}

/// Something that lasts several days is over after its last.
fn is_over(entry: &Entry, start: Date, today: Date) -> bool {
    entry.date("data_ora_fine").unwrap_or(start).max(start) < today
}
