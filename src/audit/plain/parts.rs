//! Parts of pages that were read before: what frames the pages of a site is the same text on all of them.
//!
//! An element whose text was met on two pages is remembered with the nodes that were made of it, and put where the same
//! text stands again. What a part becomes depends on nothing around it: it is put only where no element is open that the
//! parser would close for something inside.

use std::{
    cell::Cell,
    hash::BuildHasher,
    ops::Range,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use foldhash::fast::RandomState;
use html5ever::ns;

use super::{
    Cut, DEPTH, Inside, Reader, next_line_end,
    tags::{Class, known},
};
use crate::audit::{
    dom::{Attribute, Kind, NONE, Node, NodeId, Text},
    numbers::{ByNumber, ByText},
};

/// Bytes of the shortest part worth remembering, and of the longest.
const SHORTEST: usize = 300;
const LONGEST: usize = 100_000;
/// Of each part so many bytes tell where to look; so many parts that begin alike are kept.
const START: usize = 96;
const ALIKE: usize = 16;
/// Bytes of all parts that one thread remembers, and texts it waits to meet again.
const BYTES: usize = 1024 * 1024;
const SEEN: usize = 100_000;
/// Notes about parts.
const KEPT: usize = 4_000;
/// Pages from which all parts are learned; afterwards one page of so many is enough.
const PAGES: usize = 64;
const EVERY: usize = 8;

/// No two parts have the same number, whatever thread remembers them.
static NEXT: AtomicU32 = AtomicU32::new(0);

thread_local! {
    static PARTS: Cell<Option<Box<Parts>>> = const { Cell::new(None) };
}

/// A part that a page has in common with others.
#[derive(Clone, Copy, Debug)]
pub(in crate::audit) struct Placed {
    pub root: NodeId,
    /// How many nodes it has, the root included.
    pub n_nodes: u32,
    /// Parts with the same number have the same text.
    pub number: u32,
}

impl Placed {
    /// The numbers of its nodes.
    pub(in crate::audit) fn range(self) -> Range<usize> {
        self.root.0 as usize..(self.root.0 + self.n_nodes) as usize
    }
}

/// What was made of a text, as if it stood at the beginning of a page and of everything that nodes point to.
#[derive(Debug)]
pub(super) struct Part {
    text: Box<str>,
    nodes: Box<[Node]>,
    attributes: Box<[Attribute]>,
    values: Box<str>,
    /// The elements with an id.
    ids: Box<[NodeId]>,
    cuts: Box<[Cut]>,
    holds: Holds,
    n_lines: u32,
    depth: u32,
    number: u32,
}

/// What stands in a part that the parser does not put into another of its kind.
#[derive(Debug, Default)]
struct Holds {
    blocks: bool,
    links: bool,
    buttons: bool,
    forms: bool,
}

impl Holds {
    fn of(nodes: &[Node]) -> Self {
        let mut holds = Self::default();
        for node in nodes {
            let Kind::Element { name, .. } = &node.kind else { continue };
            let Some((_, class)) = known(&name.local).filter(|_| name.ns == ns!(html)) else { continue };
            holds.blocks |= class.closes_paragraphs();
            holds.links |= class == Class::Link;
            holds.buttons |= class == Class::Button;
            holds.forms |= class == Class::Form;
        }
        holds
    }

    /// Whether here the parser would close something first, or spaces at the ends of lines are shown.
    fn reads_otherwise(&self, inside: &Inside) -> bool {
        inside.preformatted > 0
            || self.blocks && inside.paragraphs > 0
            || self.links && inside.links > 0
            || self.buttons && inside.buttons > 0
            || self.forms && inside.forms > 0
    }
}

/// An element that has ended, with where everything that belongs to it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ended {
    pub text: (usize, usize),
    pub nodes: (usize, usize),
    pub attributes: (usize, usize),
    pub values: (usize, usize),
    pub ids: (usize, usize),
    pub cuts: (usize, usize),
}

/// What a thread remembers.
#[derive(Debug, Default)]
pub(in crate::audit) struct Parts {
    /// By how they begin, the longest first.
    known: ByText<Vec<Arc<Part>>>,
    /// Hashes of texts that were met once, with the state they are made by.
    seen: ByNumber<u64, ()>,
    hashes: RandomState,
    n_bytes: usize,
    n_pages: usize,
    /// Bits of all known beginnings: most elements begin no part, which is quickly known by these.
    begins: [u64; 16],
    /// What is written of a part when a page becomes shorter, by its number.
    shortened: ByNumber<u32, Box<str>>,
    /// Pairs of parts that differ in nothing that anybody notices, by their numbers.
    same: ByNumber<(u32, u32), ()>,
}

impl Parts {
    pub(in crate::audit) fn take() -> Box<Self> {
        PARTS.take().unwrap_or_default()
    }

    pub(in crate::audit) fn give_back(self: Box<Self>) {
        // No place is left when the thread ends.
        let _ = PARTS.try_with(|parts| parts.set(Some(self)));
    }

    pub(super) fn is_learning(&self) -> bool {
        self.n_bytes < BYTES && (self.n_pages < PAGES || self.n_pages.is_multiple_of(EVERY))
    }

    pub(in crate::audit) fn shortened(&self, number: u32) -> Option<&str> {
        self.shortened.get(&number).map(|text| &**text)
    }

    pub(in crate::audit) fn keep_shortened(&mut self, number: u32, text: &str) {
        if self.shortened.len() < KEPT {
            self.shortened.insert(number, text.into());
        }
    }

    pub(in crate::audit) fn are_same(&self, numbers: (u32, u32)) -> bool {
        self.same.contains_key(&numbers)
    }

    pub(in crate::audit) fn keep_same(&mut self, pairs: Vec<(u32, u32)>) {
        if self.same.len() < KEPT {
            self.same.extend(pairs.into_iter().map(|pair| (pair, ())));
        }
    }

    fn find(&self, text: &str) -> Option<&Arc<Part>> {
        let (word, bit) = begin(text)?;
        if self.begins[word] & bit == 0 {
            return None;
        }
        let start = &text[..text.floor_char_boundary(START)];
        self.known.get(start)?.iter().find(|part| text.as_bytes().starts_with(part.text.as_bytes()))
    }

    fn add(&mut self, part: Part) {
        let start = &part.text[..part.text.floor_char_boundary(START)];
        let alike = self.known.entry(start.into()).or_default();
        if alike.len() < ALIKE && !alike.iter().any(|known| known.text == part.text) {
            self.n_bytes += part.text.len();
            if let Some((word, bit)) = begin(&part.text) {
                self.begins[word] |= bit;
            }
            let place = alike.partition_point(|known| known.text.len() > part.text.len());
            alike.insert(place, Arc::new(part));
        }
    }
}

/// One of 1,024 bits for how a text begins, after the name of the element.
fn begin(text: &str) -> Option<(usize, u64)> {
    let (words, _) = text.as_bytes().get(4..20)?.as_chunks::<8>();
    let sum = words.iter().fold(0_u64, |sum, word| {
        (sum.rotate_left(5) ^ u64::from_le_bytes(*word)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    });
    Some(((sum >> 60) as usize, 1 << (sum >> 54 & 63)))
}

/// How far numbers move when a part is taken out of a page or put into one; less than nothing by wrapping around.
#[derive(Clone, Copy, Debug)]
struct Move {
    nodes: u32,
    attributes: u32,
    values: u32,
    line: u32,
    depth: u32,
}

impl Move {
    fn node(self, node: &Node) -> Node {
        let link = |number: u32| if number == NONE { NONE } else { number.wrapping_add(self.nodes) };
        Node {
            parent: link(node.parent),
            first: link(node.first),
            last: link(node.last),
            previous: link(node.previous),
            next: link(node.next),
            line: node.line.wrapping_add(self.line),
            depth: node.depth.wrapping_add(self.depth),
            kind: self.kind(&node.kind),
        }
    }

    fn kind(self, kind: &Kind) -> Kind {
        let range = |(start, end): (u32, u32), by: u32| (start.wrapping_add(by), end.wrapping_add(by));
        match kind {
            Kind::Root => Kind::Root,
            Kind::Comment => Kind::Comment,
            Kind::Text(Text::Own(text)) => Kind::Text(Text::Own(text.clone())),
            Kind::Text(Text::Place(start, end)) => {
                let (start, end) = range((*start, *end), self.values);
                Kind::Text(Text::Place(start, end))
            }
            Kind::Element { name, attributes, names, contents, position } => Kind::Element {
                name: name.clone(),
                attributes: range(*attributes, self.attributes),
                names: *names,
                contents: *contents,
                position: *position,
            },
        }
    }

    fn attribute(self, attribute: &Attribute) -> Attribute {
        let (start, end) = attribute.value;
        let value = (start.wrapping_add(self.values), end.wrapping_add(self.values));
        Attribute { value, ..attribute.clone() }
    }
}

impl Reader<'_> {
    /// Puts the part that was read before, if the text here is that of one.
    pub(super) fn recall(&mut self) -> Option<()> {
        let part = self.parts.find(&self.html[self.at..])?.clone();
        if self.open.len() + part.depth as usize >= DEPTH || part.holds.reads_otherwise(&self.inside) {
            return None;
        }
        self.count_lines();
        let root = self.nodes.len() as u32;
        let parent = self.open.last_mut()?;
        parent.n_elements += 1;
        let (above, nth) = (parent.node, parent.n_elements);
        let links = &mut self.nodes[above.0 as usize];
        let depth = links.depth + 1;
        let previous = std::mem::replace(&mut links.last, root);
        match previous {
            NONE => links.first = root,
            previous => self.nodes[previous as usize].next = root,
        }
        let by = Move {
            nodes: root,
            attributes: self.attributes.len() as u32,
            values: self.values.len() as u32,
            line: self.line,
            depth,
        };
        self.nodes.extend(part.nodes.iter().map(|node| by.node(node)));
        let own = &mut self.nodes[root as usize];
        (own.parent, own.previous) = (above.0, previous);
        if let Kind::Element { position, .. } = &mut own.kind {
            *position = nth;
        }
        self.attributes.extend(part.attributes.iter().map(|attribute| by.attribute(attribute)));
        self.values.push_str(&part.values);
        self.ids.extend(part.ids.iter().map(|id| NodeId(id.0 + root)));
        let start = self.at as u32;
        self.cuts.extend(part.cuts.iter().map(|(from, to)| (from + start, to + start)));
        self.at += part.text.len();
        (self.line, self.line_end) = (self.line + part.n_lines, next_line_end(self.bytes, self.at));
        self.placed.push(Placed {
            root: NodeId(root),
            n_nodes: part.nodes.len() as u32,
            number: part.number,
        });
        Some(())
    }

    /// Remembers what was read and was met before.
    pub(super) fn learn(&mut self) {
        let mut ended = std::mem::take(&mut self.ended);
        self.parts.n_pages += 1;
        ended.sort_unstable_by_key(|one| one.text.0);
        let mut done = 0;
        for one in ended.into_iter().filter(|one| one.text.0 + SHORTEST <= one.text.1) {
            let text = &self.html[one.text.0..one.text.1];
            if one.text.0 < done || text.len() > LONGEST {
                continue;
            }
            let hash = self.parts.hashes.hash_one(text);
            if self.parts.seen.insert(hash, ()).is_none() {
                if self.parts.seen.len() > SEEN {
                    self.parts.seen.clear();
                }
            } else if self.parts.find(text).is_none_or(|known| *known.text != *text) {
                // What stands inside need not be remembered by itself.
                done = one.text.1;
                let part = self.part(one);
                self.parts.add(part);
            }
        }
    }

    fn part(&self, one: Ended) -> Part {
        let text = &self.html[one.text.0..one.text.1];
        let n_lines = |text: &str| text.bytes().filter(|&byte| byte == b'\n').count() as u32;
        let nodes = &self.nodes[one.nodes.0..one.nodes.1];
        let back = |number: usize| (number as u32).wrapping_neg();
        let by = Move {
            nodes: back(one.nodes.0),
            attributes: back(one.attributes.0),
            values: back(one.values.0),
            line: (1 + n_lines(&self.html[..one.text.0])).wrapping_neg(),
            depth: nodes[0].depth.wrapping_neg(),
        };
        let mut nodes: Box<[Node]> = nodes.iter().map(|node| by.node(node)).collect();
        (nodes[0].parent, nodes[0].previous, nodes[0].next) = (NONE, NONE, NONE);
        let attributes = &self.attributes[one.attributes.0..one.attributes.1];
        let ids = &self.ids[one.ids.0..one.ids.1];
        let start = one.text.0 as u32;
        let cuts = &self.cuts[one.cuts.0..one.cuts.1];
        Part {
            depth: nodes.iter().map(|node| node.depth).max().unwrap_or(0),
            attributes: attributes.iter().map(|attribute| by.attribute(attribute)).collect(),
            values: self.values[one.values.0..one.values.1].into(),
            ids: ids.iter().map(|id| NodeId(id.0.wrapping_add(by.nodes))).collect(),
            cuts: cuts.iter().map(|(from, to)| (from - start, to - start)).collect(),
            holds: Holds::of(&nodes),
            n_lines: n_lines(text),
            number: NEXT.fetch_add(1, Ordering::Relaxed),
            text: text.into(),
            nodes,
        }
    }
}
