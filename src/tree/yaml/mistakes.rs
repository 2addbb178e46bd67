//! From what the parser stumbled over to what the editor did, with the line as it should be.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use super::{Reader, Trouble, YAML_LIMIT, YAML_SYNTAX};
use crate::diagnostic::Diagnostic;

/// Explains why `text`, which begins `shift` bytes into the reader's text, could not be read.
pub(super) fn explain(trouble: &Trouble, text: &str, shift: u32, reader: &Reader) -> Diagnostic {
    match trouble {
        // These know the place in the file already.
        Trouble::Refused { words, range } => {
            YAML_SYNTAX.variant(words, crate::source::Span::new(reader.file, range.clone()))
        }
        Trouble::TooDeep(range) => YAML_LIMIT
            .variant("yaml-limit--depth", crate::source::Span::new(reader.file, range.clone()))
            .with("limit", reader.limits.depth),
        Trouble::NotAMap => not_a_map(text, shift, reader),
        Trouble::Syntax(error) => syntax(error, text, shift, reader),
    }
}

/// A line of the text, where it begins, its key and its value with the place of each.
struct Line<'a> {
    text: &'a str,
    start: usize,
}

impl<'a> Line<'a> {
    fn containing(text: &'a str, byte: usize) -> Self {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let start = text[..byte].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        Self { text: text[start..end].trim_end_matches('\r'), start }
    }

    fn range(&self) -> Range<usize> {
        let indent = self.text.len() - self.text.trim_start().len();
        self.start + indent..self.start + self.text.trim_end().len()
    }

    /// `key: value` or `- value`.
    fn key_value(&self) -> Option<(&'a str, &'a str, Range<usize>)> {
        let (key, value) = match self.text.split_once(": ") {
            Some((key, value)) => (key, value),
            None => ("", self.text.trim_start().strip_prefix("- ")?),
        };
        let value = value.trim();
        let start = self.start + (value.as_ptr() as usize - self.text.as_ptr() as usize);
        Some((key.trim(), value, start..start + value.len()))
    }
}

fn syntax(error: &ScanError, text: &str, shift: u32, reader: &Reader) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0);
    let line = Line::containing(text, at);
    let first = Line::containing(text, text.find(|c: char| !c.is_whitespace()).unwrap_or(0));
    let say = |words, range: Range<usize>| {
        YAML_SYNTAX.variant(words, reader.span(shift + range.start as u32..shift + range.end as u32))
    };
    for candidate in [&line, &first] {
        if let Some(diagnostic) = value_mistake(error.kind(), candidate, &say) {
            return diagnostic;
        }
    }
    if let Some(missing) = missing_space(text) {
        return say("yaml-syntax--colon-space", missing.range())
            .with("key", missing.text.trim().split(':').next().unwrap_or(""));
    }
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => YAML_LIMIT
            .variant("yaml-limit--depth", reader.span(shift + at as u32..shift + at as u32))
            .with("limit", reader.limits.depth),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent => say("yaml-syntax--indent", line.range()),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            say("yaml-syntax--no-colon", line.range())
        }
        kind => say("yaml-syntax--other", line.range()).with("detail", kind.to_string()),
    }
}

/// Mistakes in the value of one line, each with the value as it should be written.
fn value_mistake(
    kind: &ErrorKind,
    line: &Line<'_>,
    say: &impl Fn(&'static str, Range<usize>) -> Diagnostic,
) -> Option<Diagnostic> {
    let (_, value, range) = line.key_value()?;
    let words = match (value.chars().next()?, kind) {
        ('"', ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape) => {
            return Some(
                say("yaml-syntax--escape", range).with("fixed", format!("'{}'", value.trim_matches('"'))),
            );
        }
        ('\'', _) if !closed(value, '\'') => "yaml-syntax--quote",
        ('"', _) if !closed(value, '"') => "yaml-syntax--quote",
        ('\'' | '"', _) if inner_quotes(value) => "yaml-syntax--inner-quotes",
        ('[' | '{', _) if !balanced(value) => {
            let close = if value.starts_with('[') { "]" } else { "}" };
            return Some(say("yaml-syntax--bracket", range).with("close", close));
        }
        ('@' | '`' | '%', _) => "yaml-syntax--special",
        ('*', ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName) => "yaml-syntax--star",
        ('&', ErrorKind::MissingAnchorOrAliasName) => "yaml-syntax--special",
        (_, ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement) if has_colon(value) => {
            "yaml-syntax--colon"
        }
        _ => return None,
    };
    let opening = value.chars().next().map(String::from).unwrap_or_default();
    Some(say(words, range).with("char", opening).with("fixed", quoted(value)))
}

fn has_colon(value: &str) -> bool {
    value.contains(": ") || value.ends_with(':')
}

fn closed(value: &str, quote: char) -> bool {
    value.len() > 1 && value.ends_with(quote)
}

/// `'L'anagrafe'`, `"Il "nuovo" orario"`: the quote ends before the value does.
fn inner_quotes(value: &str) -> bool {
    let quote = value.chars().next().unwrap_or('"');
    value.chars().filter(|&c| c == quote).count() > 2
}

fn balanced(value: &str) -> bool {
    let count = |wanted: char| value.chars().filter(|&c| c == wanted).count();
    count('[') == count(']') && count('{') == count('}')
}

/// The value in the quotes that need nothing escaped.
fn quoted(value: &str) -> String {
    let inner = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value.trim_start_matches(quote).trim_end_matches(quote),
        _ => value,
    };
    if inner.contains('"') {
        format!("'{}'", inner.replace('\'', "''"))
    } else {
        format!("\"{}\"", inner.replace('\\', "\\\\"))
    }
}

/// `titolo:Avviso`: YAML wants a space after the colon.
fn missing_space(text: &str) -> Option<Line<'_>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let key = line.trim_start().split(':').next().unwrap_or("");
        let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let rest = line.trim_start().get(key.len() + 1..).unwrap_or("");
        if is_key && rest.starts_with(|c: char| !c.is_whitespace() && c != '/') {
            return Some(Line::containing(text, start));
        }
        start += line.len();
    }
    None
}

fn not_a_map(text: &str, shift: u32, reader: &Reader) -> Diagnostic {
    let place = |line: &Line<'_>| {
        let range = line.range();
        reader.span(shift + range.start as u32..shift + range.end as u32)
    };
    if let Some(line) = missing_space(text) {
        let key = line.text.trim().split(':').next().unwrap_or("");
        return YAML_SYNTAX.variant("yaml-syntax--colon-space", place(&line)).with("key", key);
    }
    YAML_SYNTAX.variant("yaml-syntax--no-colon", place(&Line::containing(text, 0)))
}
