//! YAML into the tree, with places, every mistake of a text in one run.
//!
//! 1. `habits` looks for what word processors and phones do to a text, which a YAML parser explains badly.
//! 2. The whole text is parsed. Front matter is plain data: anchors, aliases, tags and `<<` are refused,
//!    nesting is limited, so no text can blow up.
//! 3. If that fails, every top-level key is parsed by itself: each broken one is told, the others are kept.

mod habits;
mod mistakes;
mod recover;

use std::{collections::HashMap, ops::Range};

use granit_parser::{Event, Parser, ScalarStyle, ScanError};

use super::{Entry, Map, Node, Scalar, Style, Value};
use crate::{
    diagnostic::{Diagnostic, Severity},
    rule::Meta,
    source::{FileId, Span},
    stage::Staged,
};

pub static YAML_SYNTAX: Meta = Meta::new("yaml-syntax", Severity::Error);
pub static YAML_DUPLICATE_KEY: Meta = Meta::new("yaml-duplicate-key", Severity::Error);
pub static YAML_LIMIT: Meta = Meta::new("yaml-limit", Severity::Error);

/// What a text may ask of the reader.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Lists and maps inside each other.
    pub depth: usize,
}

/// What could be read.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    pub map: Map,
    /// Keys that are there but could not be understood: nobody should be told that they are missing.
    pub broken: Vec<String>,
}

/// Reads the YAML map that stands at `range` of a file.
pub fn parse_yaml(file: FileId, text: &str, range: Range<u32>, limits: Limits) -> Staged<Parsed> {
    let written = &text[range.start as usize..range.end as usize];
    let mut reader = Reader { file, base: range.start, limits, diagnostics: Vec::new(), broken: Vec::new() };
    let cleaned = habits::clean(written, &mut reader);
    let n_habits = reader.diagnostics.len();
    let map = match reader.document(&cleaned, 0) {
        Ok(map) => map,
        Err(error) => {
            reader.diagnostics.truncate(n_habits);
            reader.broken.clear();
            recover::by_key(&cleaned, &mut reader, &error)
        }
    };
    Staged::new(Parsed { map, broken: reader.broken }, reader.diagnostics)
}

/// Why a text could not be read as a map.
enum Trouble {
    Syntax(ScanError),
    /// A construct that YAML has and front matter has not.
    Refused {
        words: &'static str,
        range: Range<u32>,
    },
    TooDeep(Range<u32>),
    NotAMap,
}

struct Reader {
    file: FileId,
    /// Where in the file the text begins.
    base: u32,
    limits: Limits,
    diagnostics: Vec<Diagnostic>,
    broken: Vec<String>,
}

impl Reader {
    fn span(&self, range: Range<u32>) -> Span {
        Span::new(self.file, self.base + range.start..self.base + range.end)
    }

    /// What a finding is about, in the reader's whole text.
    fn text_at<'t>(&self, told: &Diagnostic, text: &'t str) -> Option<&'t str> {
        let range = told.place.range.clone()?;
        text.get(range.start.checked_sub(self.base)? as usize..range.end.checked_sub(self.base)? as usize)
    }

    /// Parses `text`, which begins `shift` bytes into the reader's text. Places in the result are those of the file.
    fn document(&mut self, text: &str, shift: u32) -> Result<Map, Trouble> {
        let mut events = Events { parser: Parser::new_from_str(text), shift: self.base + shift };
        let (mut event, mut range) = events.next()?;
        while matches!(event, Event::StreamStart | Event::DocumentStart(..)) {
            (event, range) = events.next()?;
        }
        let node = match event {
            Event::StreamEnd | Event::DocumentEnd => return Ok(Map::default()),
            event => self.node(event, range, &mut events, 0)?,
        };
        let mut end = 0..0;
        loop {
            let (event, range) = events.next()?;
            match event {
                Event::StreamEnd => break,
                Event::DocumentEnd => end = range,
                Event::DocumentStart(..) => {
                    // `---` begins it, or `...` ended the one before.
                    let range = if range.is_empty() { end } else { range };
                    return Err(Trouble::Refused { words: "yaml-syntax--documents", range });
                }
                _ => {}
            }
        }
        match node.value {
            Value::Map(map) => Ok(map),
            _ if node.is_null() => Ok(Map::default()),
            _ => Err(Trouble::NotAMap),
        }
    }

    fn node(
        &mut self,
        event: Event<'_>,
        range: Range<u32>,
        events: &mut Events<'_>,
        depth: usize,
    ) -> Result<Node, Trouble> {
        if depth > self.limits.depth {
            return Err(Trouble::TooDeep(range));
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                refuse(anchor, tag.is_some(), &range)?;
                let scalar = Scalar { text: text.into_owned(), style: style_of(style) };
                self.curly_quotes(&scalar, &range);
                Ok(Node { value: Value::Scalar(scalar), range })
            }
            Event::SequenceStart(_, anchor, tag) => {
                refuse(anchor, tag.is_some(), &range)?;
                self.list(range, events, depth)
            }
            Event::MappingStart(_, anchor, tag) => {
                refuse(anchor, tag.is_some(), &range)?;
                self.map(range, events, depth)
            }
            _ => Err(Trouble::Refused { words: "yaml-syntax--alias", range }),
        }
    }

    fn list(
        &mut self,
        mut range: Range<u32>,
        events: &mut Events<'_>,
        depth: usize,
    ) -> Result<Node, Trouble> {
        let mut items: Vec<Node> = Vec::new();
        loop {
            let (event, at) = events.next()?;
            if event == Event::SequenceEnd {
                // Brackets have an end of their own.
                range.end = match items.last() {
                    Some(last) if at.is_empty() => last.range.end.max(range.start),
                    _ => at.end,
                };
                return Ok(Node { value: Value::List(items), range });
            }
            items.push(self.node(event, at, events, depth + 1)?);
        }
    }

    fn map(&mut self, mut range: Range<u32>, events: &mut Events<'_>, depth: usize) -> Result<Node, Trouble> {
        let mut map = Written::default();
        loop {
            let (event, key_range) = events.next()?;
            let key = match event {
                Event::MappingEnd => {
                    range.end = match map.entries.iter().last() {
                        Some(last) if key_range.is_empty() => last.node.range.end.max(range.start),
                        _ => key_range.end,
                    };
                    return Ok(Node { value: Value::Map(map.entries), range });
                }
                Event::Scalar(key, _, anchor, tag) => {
                    refuse(anchor, tag.is_some(), &key_range)?;
                    key.into_owned()
                }
                Event::Alias(_) => {
                    return Err(Trouble::Refused { words: "yaml-syntax--alias", range: key_range });
                }
                _ => return Err(Trouble::Refused { words: "yaml-syntax--complex-key", range: key_range }),
            };
            if key == "<<" {
                return Err(Trouble::Refused { words: "yaml-syntax--alias", range: key_range });
            }
            let (event, at) = events.next()?;
            let node = self.node(event, at, events, depth + 1)?;
            self.keep(Entry { key, key_range, node }, &mut map);
        }
    }

    /// Adds an entry, unless its key is there already.
    fn keep(&mut self, entry: Entry, map: &mut Written) {
        if let Some((key, value)) = habits::glued(&entry.key) {
            // `titolo:Avviso: chiusura` reads as a key `titolo:Avviso`.
            let (value, end) = match &entry.node.value {
                Value::Scalar(scalar) if scalar.style == Style::Plain && !scalar.text.is_empty() => {
                    (format!("{value}: {}", scalar.text), entry.node.range.end)
                }
                _ => (value.to_owned(), entry.key_range.end),
            };
            let place = Span::new(self.file, entry.key_range.start..end);
            let fixed = habits::spaced(key, &value);
            let diagnostic = YAML_SYNTAX.variant("yaml-syntax--colon-space", place);
            self.diagnostics.push(diagnostic.with("key", key).with("fixed", fixed));
            self.broken.push(key.to_owned());
            return;
        }
        match map.place_of(&entry.key) {
            Some(first) => self.diagnostics.push(
                YAML_DUPLICATE_KEY
                    .at(Span::new(self.file, entry.key_range))
                    .with("key", entry.key)
                    .related(Span::new(self.file, first), "ui-first-here"),
            ),
            None => map.push(entry),
        }
    }

    /// `titolo: “Avviso”`: the quotes would be part of the title.
    fn curly_quotes(&mut self, scalar: &Scalar, range: &Range<u32>) {
        if let Some(inner) = habits::curly(&scalar.text).filter(|_| scalar.style == Style::Plain) {
            let place = Span::new(self.file, range.clone());
            let diagnostic = YAML_SYNTAX.variant("yaml-syntax--curly-quotes", place);
            self.diagnostics.push(diagnostic.with("fixed", habits::quoted(inner)));
        }
    }
}

fn refuse(anchor: usize, tagged: bool, range: &Range<u32>) -> Result<(), Trouble> {
    if anchor != 0 {
        return Err(Trouble::Refused { words: "yaml-syntax--anchor", range: range.clone() });
    }
    if tagged {
        return Err(Trouble::Refused { words: "yaml-syntax--tag", range: range.clone() });
    }
    Ok(())
}

fn style_of(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::Folded => Style::Folded,
    }
}

/// Maps of so many entries are looked through for a key: it takes less time than remembering every key.
const FEW: usize = 32;

/// What was written of a map so far.
#[derive(Default)]
struct Written {
    entries: Map,
    /// Where the keys after the first few stand, so that no number of keys takes long.
    many: HashMap<String, Range<u32>>,
}

impl Written {
    fn place_of(&self, key: &str) -> Option<Range<u32>> {
        let early = self.entries.iter().take(FEW).find(|entry| entry.key == key);
        early.map(|entry| &entry.key_range).or_else(|| self.many.get(key)).cloned()
    }

    fn push(&mut self, entry: Entry) {
        if self.entries.len() >= FEW {
            self.many.insert(entry.key.clone(), entry.key_range.clone());
        }
        self.entries.push(entry);
    }
}

/// The parser's events without comments, with places of the file.
struct Events<'a> {
    parser: Parser<'a, granit_parser::StrInput<'a>>,
    shift: u32,
}

impl<'a> Events<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Range<u32>), Trouble> {
        loop {
            let (event, span) = match self.parser.next() {
                Some(next) => next.map_err(Trouble::Syntax)?,
                None => return Ok((Event::StreamEnd, self.shift..self.shift)),
            };
            if matches!(event, Event::Comment(..)) {
                continue;
            }
            let range = span.byte_range().unwrap_or(0..0);
            return Ok((event, self.shift + range.start as u32..self.shift + range.end as u32));
        }
    }
}

#[cfg(test)]
mod tests;
