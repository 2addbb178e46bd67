//! TOML into the tree. The parser recovers, so every mistake of a file is told in one run.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

use super::{Entry, Map, Node, Scalar, Style, Value};
use crate::{
    diagnostic::{Diagnostic, Severity},
    l10n::said,
    rule::Meta,
    source::{FileId, Span},
    stage::Staged,
};

/// `site.toml` and the theme's own file are TOML.
pub static TOML_SYNTAX: Meta = Meta::new("toml-syntax", Severity::Error);

/// Reads a whole TOML text.
pub fn parse_toml(file: FileId, text: &str) -> Staged<Map> {
    let mut covered = text.to_owned();
    let mut told: Vec<(Range<usize>, Diagnostic)> = Vec::new();
    // What follows a broken line is read no more: it is covered up, and the text read again.
    for round in 0..MOST_ROUNDS {
        let (table, errors) = DeTable::parse_recoverable(&covered);
        if round == 0 && errors.is_empty() {
            return Staged::new(map(table.get_ref()), Vec::new());
        }
        let places: Vec<Range<usize>> = errors.iter().map(|error| error.span().unwrap_or(0..0)).collect();
        let mut is_news = false;
        let mut is_inside = false;
        for (error, place) in errors.iter().zip(&places) {
            let line = line_at(text, place.start);
            // Of a list that is still open every line would be told.
            is_inside |= error.message().contains("array") && !text[line.clone()].contains('[');
            if !told.iter().any(|(known, _)| *known == line) {
                is_news = true;
                told.push((line, finding(file, error.message(), place)));
            }
        }
        if !is_news || is_inside {
            break;
        }
        told.iter().enumerate().for_each(|(n, (line, _))| cover(&mut covered, line, n));
    }
    let (table, _) = DeTable::parse_recoverable(text);
    Staged::new(map(table.get_ref()), told.into_iter().map(|(_, told)| told).collect())
}

/// How often a text is read again.
const MOST_ROUNDS: usize = 10;

fn finding(file: FileId, message: &str, place: &Range<usize>) -> Diagnostic {
    let place = Span::new(file, bytes(place.clone()));
    TOML_SYNTAX.variant(words(message), place).with("detail", said("TOML", message))
}

/// The line in which a byte stands, without its end.
fn line_at(text: &str, byte: usize) -> Range<usize> {
    let byte = text.floor_char_boundary(byte.min(text.len()));
    let start = text[..byte].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    start..end
}

/// Makes of a line one that says nothing: a comment, or the heading of a part of its own, so that what follows stays there.
fn cover(text: &mut String, line: &Range<usize>, n: usize) {
    let Some(written) = text.get(line.clone()) else { return };
    let length = written.len();
    let covered = match written.trim_start().starts_with('[') && !written.contains('=') && length > 3 {
        true => format!("[{n:0>width$}]", width = length - 2),
        false => format!("{:#<length$}", ""),
    };
    if covered.len() == length {
        text.replace_range(line.clone(), &covered);
    }
}

/// The two mistakes everybody makes have words of their own; the parser's are for the others.
fn words(message: &str) -> &'static str {
    if message.contains("must be quoted") {
        "toml-syntax--unquoted"
    } else if message.contains("string, expected `\"`") {
        "toml-syntax--quote"
    } else if message.contains("key") || message.contains("extra `=`") {
        "toml-syntax"
    } else {
        "toml-syntax--here"
    }
}

fn map(table: &DeTable<'_>) -> Map {
    let mut entries: Vec<(&Spanned<DeString<'_>>, &Spanned<DeValue<'_>>)> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    let mut map = Map::default();
    for (key, value) in entries {
        map.push(Entry { key: key.get_ref().to_string(), key_range: bytes(key.span()), node: node(value) });
    }
    map
}

fn node(value: &Spanned<DeValue<'_>>) -> Node {
    let plain = |text: String| Value::Scalar(Scalar { text, style: Style::Plain });
    let range = bytes(value.span());
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Scalar(Scalar { text: text.to_string(), style: Style::Quoted }),
        DeValue::Integer(number) => plain(number.to_string()),
        DeValue::Float(number) => plain(number.to_string()),
        DeValue::Boolean(truth) => plain(truth.to_string()),
        DeValue::Datetime(moment) => plain(moment.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(node).collect()),
        DeValue::Table(table) => Value::Map(map(table)),
    };
    Node { value, range }
}

fn bytes(range: Range<usize>) -> Range<u32> {
    range.start as u32..range.end as u32
}
