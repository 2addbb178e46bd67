//! Values with places: what was written in YAML or TOML, every key and value with its bytes.
//! It says what was written, not yet what it means: a plain `12` is text until a schema asks for a number.

mod toml;
mod yaml;

use std::ops::Range;

pub use toml::{TOML_SYNTAX, parse_toml};
pub use yaml::{Limits, Parsed, YAML_DUPLICATE_KEY, YAML_LIMIT, YAML_SYNTAX, parse_yaml};

use crate::source::Offsets;

/// A value and the bytes of the file it was written with.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub value: Value,
    pub range: Range<u32>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Scalar(Scalar),
    List(Vec<Node>),
    Map(Map),
}

/// Text, and whether quotes or a block made it text for sure.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    pub text: String,
    pub style: Style,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// May be a number, a truth value or nothing, if the schema asks for one.
    Plain,
    Quoted,
    /// `|`: every line as it stands.
    Literal,
    /// `>`: lines joined.
    Folded,
}

/// Keys in the order in which they were written, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub key: String,
    pub key_range: Range<u32>,
    pub node: Node,
}

impl Map {
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    pub fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }
}

impl Node {
    pub fn map(&self) -> Option<&Map> {
        match &self.value {
            Value::Map(map) => Some(map),
            _ => None,
        }
    }

    pub fn list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    /// The text of a scalar; nothing when the editor left the value empty.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(scalar) if !scalar.is_null() => Some(&scalar.text),
            _ => None,
        }
    }

    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar(scalar) if scalar.is_null())
    }

    /// The node a JSON pointer leads to, as far as it goes: the deepest one that exists.
    pub fn at<'a>(&'a self, pointer: &str) -> &'a Node {
        let mut node = self;
        for step in pointer.split('/').skip(1) {
            let step = step.replace("~1", "/").replace("~0", "~");
            let next = match &node.value {
                Value::Map(map) => map.get(&step),
                Value::List(items) => step.parse::<usize>().ok().and_then(|n| items.get(n)),
                Value::Scalar(_) => None,
            };
            match next {
                Some(next) => node = next,
                None => break,
            }
        }
        node
    }

    /// How places in this scalar's text lead back to `file`, the text it was written in.
    pub fn offsets(&self, file: &str) -> Offsets {
        match &self.value {
            Value::Scalar(scalar) => scalar.offsets(self.range.clone(), file),
            _ => Offsets::Whole(self.range.clone()),
        }
    }
}

impl Scalar {
    fn is_null(&self) -> bool {
        self.style == Style::Plain && matches!(self.text.as_str(), "" | "~" | "null" | "Null" | "NULL")
    }

    fn offsets(&self, range: Range<u32>, file: &str) -> Offsets {
        let written = file.get(range.start as usize..range.end as usize).unwrap_or("");
        if written == self.text {
            return Offsets::Shifted(range.start);
        }
        if self.style == Style::Quoted
            && written.get(1..written.len().saturating_sub(1)) == Some(self.text.as_str())
        {
            return Offsets::Shifted(range.start + 1);
        }
        if self.style == Style::Literal {
            return literal_offsets(&self.text, range.start, file);
        }
        Offsets::Whole(range)
    }
}

/// Every line of a literal block stands in the file behind some indentation.
/// `start` is where the first line that is not empty begins.
fn literal_offsets(text: &str, start: u32, file: &str) -> Offsets {
    let mut lines = Vec::new();
    let mut in_text = 0_u32;
    let mut rest = start as usize..file.len();
    let mut begun = false;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches('\n');
        begun |= !content.is_empty();
        if begun {
            let Some(written) = file.get(rest.clone()) else { break };
            let whole = written.split_inclusive('\n').next().unwrap_or("");
            let shown = whole.trim_end_matches(['\n', '\r']);
            if !shown.ends_with(content.trim_end_matches('\r')) {
                break;
            }
            lines.push((in_text, (rest.start + shown.len() - content.len()) as u32));
            rest.start += whole.len();
        }
        in_text += line.len() as u32;
    }
    Offsets::Lines(lines)
}
