//! From what the parser stumbled over to what the editor did, with the line as it should be.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use super::{Reader, Trouble, YAML_LIMIT, YAML_SYNTAX, habits};
use crate::{diagnostic::Diagnostic, source::Span};

/// Explains why `text`, which begins `shift` bytes into the reader's text, could not be read.
pub(super) fn explain(trouble: &Trouble, text: &str, shift: u32, reader: &Reader) -> Diagnostic {
    let place = Places { text, shift, reader };
    match trouble {
        Trouble::Refused { words, range } => place.refused(words, range),
        // It knows the place in the file already.
        Trouble::TooDeep(range) => YAML_LIMIT
            .variant("yaml-limit--depth", Span::new(reader.file, range.clone()))
            .with("limit", reader.limits.depth),
        Trouble::NotAMap => {
            let line = Line::first(text);
            place.missing_space(&line).unwrap_or_else(|| place.say("yaml-syntax--no-colon", line.range()))
        }
        Trouble::Syntax(error) => place.syntax(error),
    }
}

/// Where a text stands.
struct Places<'a> {
    text: &'a str,
    shift: u32,
    reader: &'a Reader,
}

impl<'a> Places<'a> {
    fn say(&self, words: &'static str, range: Range<usize>) -> Diagnostic {
        let bytes = self.shift + range.start as u32..self.shift + range.end as u32;
        YAML_SYNTAX.variant(words, self.reader.span(bytes))
    }

    fn syntax(&self, error: &ScanError) -> Diagnostic {
        let mut line = Line::containing(self.text, error.marker().byte_offset().unwrap_or(0));
        if line.text.trim().is_empty() {
            // At the end of the text: what matters is what stands before it.
            line = line.before(self.text).unwrap_or_else(|| Line::first(self.text));
        }
        let before = line.before(self.text);
        let first = Line::first(self.text);
        let candidates = [Some(&line), before.as_ref(), Some(&first)];
        for candidate in candidates.into_iter().flatten() {
            let same = candidate.start == line.start;
            if let Some(diagnostic) = self.value_mistake(error.kind(), candidate, same) {
                return diagnostic;
            }
        }
        if let Some(diagnostic) = candidates.into_iter().flatten().find_map(|line| self.missing_space(line)) {
            return diagnostic;
        }
        self.by_kind(error.kind(), &line)
    }

    fn by_kind(&self, kind: &ErrorKind, line: &Line<'_>) -> Diagnostic {
        match kind {
            ErrorKind::RecursionLimitExceeded => {
                let range = line.range();
                let bytes = self.shift + range.start as u32..self.shift + range.end as u32;
                YAML_LIMIT
                    .variant("yaml-limit--depth", self.reader.span(bytes))
                    .with("limit", self.reader.limits.depth)
            }
            ErrorKind::ExpectedDocumentStart => {
                // A first line that is indented makes the others look out of place.
                let first = Line::first(self.text);
                let words =
                    if first.text.starts_with(' ') { "yaml-syntax--indent" } else { "yaml-syntax--no-colon" };
                self.say(words, first.range())
            }
            ErrorKind::InvalidIndentation
            | ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::BlockSequenceEntryNotAllowed
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::MappingValueNotAllowed
            | ErrorKind::InvalidBlockScalarIndent
            | ErrorKind::InvalidQuotedScalarIndent => self.say("yaml-syntax--indent", line.range()),
            ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
                self.say("yaml-syntax--no-colon", line.range())
            }
            _ => self.say("yaml-syntax--other", line.range()),
        }
    }

    /// Mistakes in the value of one line, each with the value as it should be written.
    /// `same`: the parser stopped in this very line.
    fn value_mistake(&self, kind: &ErrorKind, line: &Line<'_>, same: bool) -> Option<Diagnostic> {
        let (_, value, range) = line.key_value()?;
        let opening = value.chars().next()?;
        let words = match (opening, kind) {
            ('“' | '”' | '„' | '‘' | '’', _) if habits::curly(value).is_some() => {
                let inner = habits::curly(value).unwrap_or(value);
                return Some(
                    self.say("yaml-syntax--curly-quotes", range).with("fixed", habits::quoted(inner)),
                );
            }
            ('"', ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape) => {
                let inner = unquoted(value).replace("\\\"", "\"").replace('\'', "''");
                return Some(self.say("yaml-syntax--escape", range).with("fixed", format!("'{inner}'")));
            }
            ('\'' | '"', _) => return self.quotes_mistake(opening, value, range),
            ('[' | '{', _) => return self.flow_mistake(opening, value, range, same),
            ('@' | '`' | '%', _) => "yaml-syntax--special",
            // `a_cura_di: - anagrafe`: a list on the line of its key.
            ('-', ErrorKind::BlockSequenceEntryNotAllowed) if same && value.starts_with("- ") => {
                let items: Vec<&str> = value[2..].split(" - ").map(str::trim).collect();
                let is_plain =
                    items.iter().all(|item| !item.is_empty() && !item.contains([',', ':', '[', '"']));
                let fixed = is_plain.then(|| format!("[{}]", items.join(", ")));
                let fixed = fixed.unwrap_or_else(|| habits::quoted(value));
                return Some(
                    self.say("yaml-syntax--list-on-line", range)
                        .with("fixed", fixed)
                        .with("quoted", habits::quoted(value)),
                );
            }
            (',' | ']' | '}' | '|' | '>', _) if same => "yaml-syntax--special",
            ('-' | '?', _) if same && value.starts_with([' ', '-', '?']) && value.len() > 1 => {
                "yaml-syntax--special"
            }
            ('*', ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName) => "yaml-syntax--star",
            ('&', ErrorKind::MissingAnchorOrAliasName) => "yaml-syntax--special",
            (_, ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement)
                if value.contains(": ") || value.ends_with(':') =>
            {
                "yaml-syntax--colon"
            }
            _ => return None,
        };
        Some(self.say(words, range).with("char", opening.to_string()).with("fixed", habits::quoted(value)))
    }

    /// Quotes that do not close, or close before the value ends.
    fn quotes_mistake(&self, quote: char, value: &str, range: Range<usize>) -> Option<Diagnostic> {
        let marks = value.chars().filter(|&c| c == quote).count();
        let closed = value.len() > 1 && value.ends_with(quote);
        let (words, inner) = match (closed, marks) {
            (true, 2) => return None,
            (true, _) => ("yaml-syntax--inner-quotes", unquoted(value)),
            // `"nuovo" orario`: the quotes belong to the text.
            (false, n) if n % 2 == 0 => ("yaml-syntax--after-quotes", value),
            (false, _) => ("yaml-syntax--quote", &value[1..]),
        };
        Some(self.say(words, range).with("fixed", habits::quoted(inner)))
    }

    /// Brackets that do not match, that end before the value does, or with something unreadable between them.
    fn flow_mistake(
        &self,
        opening: char,
        value: &str,
        range: Range<usize>,
        same: bool,
    ) -> Option<Diagnostic> {
        let close = if opening == '[' { ']' } else { '}' };
        let count = |wanted: char| value.chars().filter(|&c| c == wanted).count();
        if count(opening) > count(close) {
            return Some(self.say("yaml-syntax--bracket", range).with("close", close.to_string()));
        }
        if !same {
            return None;
        }
        if count(opening) < count(close) {
            return Some(self.say("yaml-syntax--extra-bracket", range).with("close", close.to_string()));
        }
        if value.ends_with(close) && value.replace(' ', "").contains(",,") {
            return Some(self.say("yaml-syntax--comma-twice", range));
        }
        if value.ends_with(close) {
            return Some(self.say("yaml-syntax--flow", range));
        }
        let diagnostic = self.say("yaml-syntax--special", range).with("char", opening.to_string());
        Some(diagnostic.with("fixed", habits::quoted(value)))
    }

    /// `titolo:Avviso`: YAML wants a space after the colon, and an ordinary one.
    fn missing_space(&self, line: &Line<'_>) -> Option<Diagnostic> {
        let (key, value) = line.glued()?;
        let fixed = habits::spaced(key, value);
        let diagnostic = self.say("yaml-syntax--colon-space", line.entry_range());
        Some(diagnostic.with("key", key).with("fixed", fixed))
    }

    /// What YAML has and front matter has not. The parser points at the value behind an anchor or a tag.
    fn refused(&self, words: &'static str, range: &Range<u32>) -> Diagnostic {
        let start = range.start.saturating_sub(self.reader.base + self.shift) as usize;
        let line = Line::containing(self.text, start);
        let (sign, alone) = match words {
            "yaml-syntax--anchor" => ('&', "yaml-syntax--anchor-alone"),
            "yaml-syntax--tag" => ('!', "yaml-syntax--tag-alone"),
            _ => return YAML_SYNTAX.variant(words, Span::new(self.reader.file, range.clone())),
        };
        // The sign may stand on the line before: `contatti: &nomi`.
        for line in [Some(&line), line.before(self.text).as_ref()].into_iter().flatten() {
            if let Some((_, value, range)) = line.key_value().filter(|(_, value, _)| value.starts_with(sign))
            {
                if value.contains(' ') {
                    return self.say(words, range).with("fixed", habits::quoted(value));
                }
                // Nothing but the name: what it names follows.
                return self.say(alone, range);
            }
        }
        YAML_SYNTAX.variant(alone, Span::new(self.reader.file, range.clone()))
    }
}

/// A line of the text and where it begins.
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

    /// The first line that says something.
    fn first(text: &'a str) -> Self {
        let says = text.split_inclusive('\n').find(|line| {
            let line = line.trim();
            !line.is_empty() && !line.starts_with('#')
        });
        Self::containing(text, says.map_or(0, |line| line.as_ptr() as usize - text.as_ptr() as usize))
    }

    /// The nearest line above that is not blank.
    fn before(&self, text: &'a str) -> Option<Self> {
        let above = text[..self.start].trim_end();
        (!above.is_empty()).then(|| Self::containing(text, above.len()))
    }

    fn range(&self) -> Range<usize> {
        let indent = self.text.len() - self.text.trim_start().len();
        self.start + indent..self.start + self.text.trim_end().len().max(indent)
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

    /// The key and the value of `key:value`, when nothing ordinary stands between them.
    fn glued(&self) -> Option<(&'a str, &'a str)> {
        let entry = self.text[self.entry_range().start - self.start..].trim_end();
        habits::glued(entry)
    }

    /// The line without indentation and `- `.
    fn entry_range(&self) -> Range<usize> {
        let range = self.range();
        let text = &self.text[range.start - self.start..];
        let dash = text.len() - text.trim_start_matches("- ").trim_start().len();
        (range.start + dash).min(range.end)..range.end
    }
}

/// A value without the quote it begins with and the one it ends with.
fn unquoted(value: &str) -> &str {
    let Some(quote @ ('"' | '\'')) = value.chars().next() else { return value };
    let inner = &value[1..];
    inner.strip_suffix(quote).unwrap_or(inner)
}
