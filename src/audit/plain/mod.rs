//! Reads pages that are written without a slip, in one pass over their bytes.
//!
//! Where every element is closed where it was opened and nothing stands where it may not, the tree is plain from the
//! text, and the machinery that repairs other pages is not needed. Whatever is not certainly so is left to html5ever;
//! in programs built with debug assertions every page is read both ways and compared.

#[cfg(debug_assertions)]
mod compare;
mod cuts;
mod memory;
mod names;
mod parts;
mod tags;
mod values;

use html5ever::{LocalName, QualName, local_name, ns};
use memchr::memchr;

use super::{
    dom::{Attribute, Document, Kind, Limits, NONE, Node, NodeId, Text},
    lookup::{Ids, Named},
    watch::Watch,
};
pub(super) use cuts::Cut;
pub(super) use memory::keep;
use memory::spare;
pub(super) use names::attribute_name;
use parts::Ended;
pub(super) use parts::{Parts, Placed};
use tags::{Class, known, known_in_drawings};

/// Deeper pages are left to the parser that has a limit for them.
const DEPTH: usize = 200;
/// Places in a page are 32 bits wide, and a longer page may have more nodes than are read.
const BYTES: usize = 4 * 1024 * 1024;

/// The tree of a plain page; none for any other.
pub(super) fn read(html: &str) -> Option<Document> {
    if html.len() > BYTES {
        return None;
    }
    let mut reader = Reader::new(html);
    let read = reader.page();
    if read.is_some() {
        reader.learn();
    }
    std::mem::take(&mut reader.parts).give_back();
    read?;
    Some(reader.finish())
}

/// An element that is open.
struct Open<'a> {
    node: NodeId,
    name: &'a str,
    class: Class,
    /// Child elements so far.
    n_elements: u32,
    /// Where it begins: in the text, among nodes, attributes, values, ids and cuts.
    begins: [usize; 6],
}

/// What must not stand inside another of its kind.
#[derive(Default)]
struct Inside {
    paragraphs: u32,
    links: u32,
    buttons: u32,
    forms: u32,
    preformatted: u32,
}

struct Reader<'a> {
    html: &'a str,
    bytes: &'a [u8],
    at: usize,
    line: u32,
    /// Where the line ends that was counted last; beyond the page if no other begins.
    line_end: usize,
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    /// Bits of the names of the attributes of the tag that is being read.
    names: u64,
    values: String,
    ids: Vec<NodeId>,
    cuts: Vec<Cut>,
    open: Vec<Open<'a>>,
    inside: Inside,
    parts: Box<Parts>,
    /// Parts that were read before.
    placed: Vec<Placed>,
    /// Elements that may become parts; none if nothing is learned from this page.
    ended: Vec<Ended>,
    is_learning: bool,
}

impl<'a> Reader<'a> {
    fn new(html: &'a str) -> Self {
        let (nodes, attributes, values) = spare();
        let parts = Parts::take();
        let mut reader = Self {
            html,
            bytes: html.as_bytes(),
            at: 0,
            line: 1,
            line_end: next_line_end(html.as_bytes(), 0),
            nodes,
            attributes,
            names: 0,
            values,
            ids: Vec::new(),
            cuts: Vec::with_capacity(html.len() / 200 + 8),
            open: Vec::with_capacity(32),
            inside: Inside::default(),
            is_learning: parts.is_learning(),
            parts,
            placed: Vec::new(),
            ended: Vec::new(),
        };
        reader.nodes.reserve(html.len() / 40 + 8);
        reader.attributes.reserve(html.len() / 24 + 8);
        reader.values.reserve(html.len());
        reader.nodes.push(node(NONE, NONE, 0, 0, Kind::Root));
        let begins = [0; 6];
        reader.open.push(Open { node: NodeId(0), name: "", class: Class::Document, n_elements: 0, begins });
        reader
    }

    /// Doctype, head, body, and nothing but white space around them.
    fn page(&mut self) -> Option<()> {
        self.gap();
        let doctype = self.html.get(self.at..self.at + 15)?;
        doctype.eq_ignore_ascii_case("<!doctype html>").then_some(())?;
        self.at += 15;
        self.gap();
        self.start_named("html", Class::Html)?;
        self.gap();
        self.start_named("head", Class::Head)?;
        self.content()?;
        self.space()?;
        self.start_named("body", Class::Flow)?;
        let body = self.open.last()?.node;
        self.content()?;
        // What follows the body still belongs to it.
        self.space_after(body)?;
        self.rest("</html>")?;
        self.open.pop();
        self.space_after(body)?;
        (self.at == self.bytes.len()).then_some(())
    }

    fn finish(mut self) -> Document {
        let ids = std::mem::take(&mut self.ids);
        let mut document = Document {
            nodes: self.nodes,
            attributes: self.attributes,
            values: self.values,
            html: NodeId(1),
            ids: Ids::default(),
            named: Named::default(),
            limits: Limits::default(),
            duplicate_attributes: Vec::new(),
            written: Vec::new(),
            cuts: self.cuts,
            is_plain: true,
            placed: self.placed,
            watch: Watch::default(),
        };
        document.learn_ids(ids);
        document
    }

    /// Everything up to the end tag of the element that is open now.
    fn content(&mut self) -> Option<()> {
        let depth = self.open.len();
        while self.open.len() >= depth {
            match (*self.bytes.get(self.at)?, self.bytes.get(self.at + 1)) {
                (b'<', Some(b'a'..=b'z')) => self.start()?,
                (b'<', Some(b'/')) => self.end()?,
                (b'<', Some(b'!')) => self.comment()?,
                (b'<', _) => return None,
                _ => self.text()?,
            }
        }
        Some(())
    }

    fn text(&mut self) -> Option<()> {
        let text = self.until(b'<')?;
        self.cut_line_ends(text);
        if !self.open.last()?.class.holds_text() {
            return self.put_space(self.open.last()?.node, text);
        }
        let from = self.values.len();
        self.decode(text, false)?;
        self.put_text(self.open.last()?.node, from);
        Some(())
    }

    fn comment(&mut self) -> Option<()> {
        let inside = self.html[self.at..].strip_prefix("<!--")?;
        let end = inside.find("--")?;
        (inside[end..].starts_with("-->") && !inside.starts_with(['>', '-'])).then_some(())?;
        self.at += 4 + end + 3;
        self.append(Kind::Comment)?;
        Some(())
    }

    fn end(&mut self) -> Option<()> {
        let open = self.open.pop()?;
        self.at += 2;
        self.rest(open.name)?;
        self.rest(">")?;
        self.count(open.class, u32::wrapping_sub);
        // What may stand in a `<div>` depends on the list around it.
        let is_part = self.is_learning && self.open.len() > 2 && self.inside.preformatted == 0;
        if is_part && self.open.last()?.name != "dl" {
            let [text, node, attribute, value, id, cut] = open.begins;
            self.ended.push(Ended {
                text: (text, self.at),
                nodes: (node, self.nodes.len()),
                attributes: (attribute, self.attributes.len()),
                values: (value, self.values.len()),
                ids: (id, self.ids.len()),
                cuts: (cut, self.cuts.len()),
            });
        }
        Some(())
    }

    fn start(&mut self) -> Option<()> {
        let name_start = self.at + 1;
        let name = self.name(name_start);
        let parent = self.open.last()?;
        let (parent_class, parent_name) = (parent.class, parent.name);
        let (local, class) = match parent_class {
            Class::Drawing => (known_in_drawings(name)?, Class::Drawing),
            _ => known(name)?,
        };
        let above = self.open.len().checked_sub(2).map(|at| self.open[at].name);
        let fits = parent_class.admits(class, parent_name, above) && !self.is_repaired(class, parent_class);
        (fits && self.open.len() < DEPTH).then_some(())?;
        if !matches!(class, Class::Drawing | Class::Void | Class::Meta) && self.recall().is_some() {
            return Some(());
        }
        self.at = name_start + name.len();
        let closes_itself = self.tag(local, name, class)?;
        match class {
            Class::Void | Class::Rule | Class::Column | Class::Meta => {
                self.open.pop();
                return Some(());
            }
            Class::Drawing if closes_itself => {
                self.open.pop();
                return Some(());
            }
            _ if closes_itself => return None,
            Class::Script | Class::Style | Class::Frame | Class::Title | Class::Area => {
                return self.raw(name, class);
            }
            Class::Preformatted => {
                (self.bytes.get(self.at) != Some(&b'&')).then_some(())?;
                self.at += usize::from(self.bytes.get(self.at) == Some(&b'\n'));
            }
            _ => {}
        }
        self.count(class, u32::wrapping_add);
        Some(())
    }

    /// Whether the parser would close something first.
    fn is_repaired(&self, class: Class, parent: Class) -> bool {
        let inside = &self.inside;
        class.closes_paragraphs() && inside.paragraphs > 0
            || class == Class::Link && inside.links > 0
            || class == Class::Button && inside.buttons > 0
            || class == Class::Form && inside.forms > 0
            || class == Class::Heading && parent == Class::Heading
    }

    fn count(&mut self, class: Class, step: fn(u32, u32) -> u32) {
        let inside = &mut self.inside;
        let counter = match class {
            Class::Paragraph => &mut inside.paragraphs,
            Class::Link => &mut inside.links,
            Class::Button => &mut inside.buttons,
            Class::Form => &mut inside.forms,
            Class::Preformatted => &mut inside.preformatted,
            _ => return,
        };
        *counter = step(*counter, 1);
    }

    /// The content of an element that holds no markup, and its end tag.
    fn raw(&mut self, name: &str, class: Class) -> Option<()> {
        let start = self.at;
        loop {
            self.until(b'<')?;
            let after = self.bytes.get(self.at + 2..self.at + 2 + name.len());
            let is_end = self.bytes.get(self.at + 1) == Some(&b'/')
                && after.is_some_and(|after| after.eq_ignore_ascii_case(name.as_bytes()));
            if is_end {
                break;
            }
            self.at += 1;
        }
        let mut text = &self.html[start..self.at];
        if class == Class::Script && text.contains("<!--") || class == Class::Area && text.starts_with('&') {
            return None;
        }
        if class == Class::Area {
            text = text.strip_prefix('\n').unwrap_or(text);
        }
        let from = self.values.len();
        match class {
            Class::Title | Class::Area => self.decode(text, false)?,
            _ => self.values.push_str(text),
        }
        (!text.contains(['\0', '\r'])).then_some(())?;
        self.put_text(self.open.last()?.node, from);
        self.end()
    }

    fn start_named(&mut self, name: &'static str, class: Class) -> Option<()> {
        self.rest("<")?;
        self.rest(name)?;
        let local = match name {
            "html" => local_name!("html"),
            "head" => local_name!("head"),
            _ => local_name!("body"),
        };
        let closes_itself = self.tag(local, name, class)?;
        (!closes_itself).then_some(())
    }

    /// Attributes and end of a start tag: the element stands in the tree and is open. Whether it closes itself.
    fn tag(&mut self, local: LocalName, name: &'a str, class: Class) -> Option<bool> {
        let first = self.attributes.len();
        let start = self.at - name.len() - 1;
        let begins = [start, self.nodes.len(), first, self.values.len(), self.ids.len(), self.cuts.len()];
        let closes_itself = loop {
            let before = self.at;
            self.skip_space();
            match *self.bytes.get(self.at)? {
                b'>' => break false,
                b'/' if self.bytes.get(self.at + 1) == Some(&b'>') => {
                    self.at += 1;
                    break true;
                }
                b'a'..=b'z' if self.at > before => self.attribute(first, before, class)?,
                _ => return None,
            }
        };
        self.at += 1;
        let is_drawing = class == Class::Drawing;
        let name_of_kind = QualName::new(None, if is_drawing { ns!(svg) } else { ns!(html) }, local);
        let attributes = (first as u32, self.attributes.len() as u32);
        let names = std::mem::take(&mut self.names);
        let parent = self.open.last_mut()?;
        parent.n_elements += 1;
        let position = parent.n_elements;
        let node =
            self.append(Kind::Element { name: name_of_kind, attributes, names, contents: NONE, position })?;
        let has_id = self.attributes[first..]
            .iter()
            .any(|attribute| attribute.name == local_name!("id") && attribute.value.0 < attribute.value.1);
        self.ids.extend(has_id.then_some(node));
        self.open.push(Open { node, name, class, n_elements: 0, begins });
        Some(closes_itself)
    }

    fn put_text(&mut self, parent: NodeId, from: usize) {
        let (from, to) = (from as u32, self.values.len() as u32);
        if from == to {
            return;
        }
        let last = self.nodes[parent.0 as usize].last;
        if last != NONE
            && let Kind::Text(Text::Place(_, end)) = &mut self.nodes[last as usize].kind
            && *end == from
        {
            *end = to;
            return;
        }
        self.append_to(parent, Kind::Text(Text::Place(from, to)));
    }

    fn put_space(&mut self, parent: NodeId, text: &str) -> Option<()> {
        text.bytes().all(|byte| matches!(byte, b' ' | b'\n' | b'\t' | 0x0c)).then_some(())?;
        let from = self.values.len();
        self.values.push_str(text);
        self.put_text(parent, from);
        Some(())
    }

    /// White space in the element that is open.
    fn space(&mut self) -> Option<()> {
        self.space_after(self.open.last()?.node)
    }

    fn space_after(&mut self, parent: NodeId) -> Option<()> {
        let space = self.gap();
        self.put_space(parent, space)
    }

    fn append(&mut self, kind: Kind) -> Option<NodeId> {
        let parent = self.open.last()?.node;
        Some(self.append_to(parent, kind))
    }

    fn append_to(&mut self, parent: NodeId, kind: Kind) -> NodeId {
        let new = self.nodes.len() as u32;
        self.count_lines();
        let above = &mut self.nodes[parent.0 as usize];
        let previous = std::mem::replace(&mut above.last, new);
        let depth = above.depth + 1;
        match previous {
            NONE => above.first = new,
            previous => self.nodes[previous as usize].next = new,
        }
        self.nodes.push(node(parent.0, previous, self.line, depth, kind));
        NodeId(new)
    }

    fn count_lines(&mut self) {
        while self.line_end < self.at {
            self.line += 1;
            self.line_end = next_line_end(self.bytes, self.line_end + 1);
        }
    }

    fn name(&self, start: usize) -> &'a str {
        let len = self.bytes[start..].iter().position(|byte| !IN_NAMES[usize::from(*byte)]);
        &self.html[start..len.map_or(self.bytes.len(), |len| start + len)]
    }

    fn until(&mut self, end: u8) -> Option<&'a str> {
        let start = self.at;
        let len = memchr(end, &self.bytes[start..])?;
        self.at = start + len;
        self.html.get(start..self.at)
    }

    fn rest(&mut self, expected: &str) -> Option<()> {
        self.bytes[self.at..].starts_with(expected.as_bytes()).then_some(())?;
        self.at += expected.len();
        Some(())
    }

    fn skip_space(&mut self) {
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t');
        let rest = &self.bytes[self.at..];
        self.at += rest.iter().position(|byte| !is_space(byte)).unwrap_or(rest.len());
    }
}

/// The bytes that names consist of, looked up for each of each name.
const IN_NAMES: [bool; 256] = {
    let mut is_in = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        is_in[byte] = matches!(byte as u8, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
        byte += 1;
    }
    is_in
};

fn next_line_end(bytes: &[u8], from: usize) -> usize {
    memchr(b'\n', &bytes[from..]).map_or(usize::MAX, |len| from + len)
}

fn node(parent: u32, previous: u32, line: u32, depth: u32, kind: Kind) -> Node {
    Node { parent, first: NONE, last: NONE, previous, next: NONE, line, depth, kind }
}

#[cfg(test)]
mod tests;
