//! Fingerprints of values that templates get. Marks in their texts count by the path of their file, not by its number.

use std::{borrow::Cow, sync::LazyLock};

use memchr::memmem::Finder;
use tera::{Value, value::ValueKind};

use super::{Print, View, print};
use crate::source::{MARK, Span};

pub(in super::super) fn of_value(view: &View, value: &Value) -> Print {
    let mut bytes = Vec::with_capacity(1024);
    put(view, value, &mut bytes);
    print(&bytes)
}

/// The borders of texts and lists count, and what kind of value it is.
fn put(view: &View, value: &Value, to: &mut Vec<u8>) {
    to.push(value.kind() as u8);
    match value.kind() {
        ValueKind::String => {
            to.push(u8::from(value.is_safe()));
            put_text(&with_paths(view, value.as_str().unwrap_or_default()), to);
        }
        ValueKind::Bytes => put_bytes(value.as_bytes().unwrap_or_default(), to),
        ValueKind::Array => {
            let items = value.as_array().unwrap_or_default();
            put_length(items.len(), to);
            items.iter().for_each(|item| put(view, item, to));
        }
        ValueKind::Map => {
            let members = value.as_map();
            put_length(members.map_or(0, |members| members.len()), to);
            for (key, member) in members.into_iter().flatten() {
                match key.as_str() {
                    Some(name) => put_text(name, to),
                    None => put(view, &key.as_value(), to),
                }
                put(view, member, to);
            }
        }
        // Numbers and what else is short.
        _ => put_text(&value.to_string(), to),
    }
}

fn put_text(text: &str, to: &mut Vec<u8>) {
    put_bytes(text.as_bytes(), to);
}

fn put_bytes(bytes: &[u8], to: &mut Vec<u8>) {
    put_length(bytes.len(), to);
    to.extend_from_slice(bytes);
}

fn put_length(length: usize, to: &mut Vec<u8>) {
    to.extend_from_slice(&(length as u64).to_le_bytes());
}

/// The text with the path of a content's file in the place of its number.
fn with_paths<'a>(view: &View, text: &'a str) -> Cow<'a, str> {
    static SEARCH: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new(MARK));
    if text.len() <= MARK.len() || SEARCH.find(text.as_bytes()).is_none() {
        return text.into();
    }
    let start = format!("{MARK}=\"");
    let paths = view.entry_of_file();
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(at) = rest.find(&start) {
        let (before, mark) = rest.split_at(at + start.len());
        out.push_str(before);
        let (mark, after) = mark.split_once('"').unwrap_or((mark, ""));
        match Span::parse_mark(mark).and_then(|span| Some((span, paths.get(&span.file)?))) {
            Some((span, id)) => {
                out.push_str(&view.model.known().entry(*id).path);
                out.push_str(&format!(":{}-{}", span.start, span.end));
            }
            None => out.push_str(mark),
        }
        out.push('"');
        rest = after;
    }
    out.push_str(rest);
    out.into()
}
