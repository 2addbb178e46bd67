//! TOML into the tree. The parser recovers, so every mistake of a file is told in one run.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

use super::{Entry, Map, Node, Scalar, Style, Value};
use crate::{
    diagnostic::Severity,
    l10n::said,
    rule::Meta,
    source::{FileId, Span},
    stage::Staged,
};

/// `site.toml` and the theme's own file are TOML.
pub static TOML_SYNTAX: Meta = Meta::new("toml-syntax", Severity::Error);

/// Reads a whole TOML text.
pub fn parse_toml(file: FileId, text: &str) -> Staged<Map> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let diagnostics = errors
        .into_iter()
        .map(|error| {
            let range = error.span().unwrap_or(0..0);
            let message = error.message();
            TOML_SYNTAX
                .variant(words(message), Span::new(file, bytes(range)))
                .with("detail", said("TOML", message))
        })
        .collect();
    Staged::new(map(table.get_ref()), diagnostics)
}

/// The two mistakes everybody makes have words of their own; the parser's are for the others.
fn words(message: &str) -> &'static str {
    if message.contains("must be quoted") {
        "toml-syntax--unquoted"
    } else if message.contains("string, expected `\"`") {
        "toml-syntax--quote"
    } else {
        "toml-syntax"
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
