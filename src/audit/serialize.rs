//! A page written again from its tree, shorter: what nobody sees is left out, everything else is there.
//!
//! White space runs are one space, comments and marks go, quotes go where they may. Nothing else: no attribute and no end
//! tag is taken for superfluous. Only for pages that `plain` could read: what it reads, it reads again to the same tree,
//! and that is looked at for every page before it is published.

use html5ever::{LocalName, local_name, ns};

use super::{
    dom::{Attribute, Document, Kind, NodeId},
    plain::{self, Parts, Placed},
};
use crate::source::MARK;

impl Document {
    /// The page as short as it can be without anybody noticing; none if that is not certain.
    pub fn shortened(&self) -> Option<String> {
        if !self.is_plain {
            return None;
        }
        let mut parts = Parts::take();
        let text = Writer::new(self, &mut parts).page();
        parts.give_back();
        let text = text?;
        let again = plain::read(&text)?;
        let mut parts = Parts::take();
        let is_same = is_same(self, &again, &mut parts);
        parts.give_back();
        is_same.then_some(text)
    }

    fn shown_attributes(&self, node: NodeId) -> impl Iterator<Item = &Attribute> {
        self.attribute_slice(node).iter().filter(|attribute| *attribute.name != *MARK)
    }
}

struct Writer<'a> {
    document: &'a Document,
    out: String,
    /// Names of the open elements.
    open: Vec<&'a LocalName>,
    /// How many of them show white space as written.
    n_preformatted: usize,
    parts: &'a mut Parts,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, parts: &'a mut Parts) -> Self {
        let out = String::with_capacity(document.values.len() + document.len() * 8);
        Self { document, out, open: Vec::new(), n_preformatted: 0, parts }
    }

    fn page(mut self) -> Option<String> {
        self.out.push_str("<!doctype html>");
        // A plain page has its nodes in the order of the document.
        let mut placed = self.document.placed.iter().peekable();
        let mut number = 1;
        while number < self.document.len() as u32 {
            match placed.next_if(|part| part.root.0 == number) {
                Some(part) => {
                    self.part(*part)?;
                    number += part.n_nodes;
                }
                None => {
                    self.node(NodeId(number))?;
                    number += 1;
                }
            }
        }
        self.close_from(0);
        Some(self.out)
    }

    /// What all pages have that have this part. Only what stands above decides otherwise, where it is preformatted.
    fn part(&mut self, part: Placed) -> Option<()> {
        let depth = self.document.node(part.root).depth;
        self.close_from(depth);
        let known = if self.n_preformatted == 0 { self.parts.shortened(part.number) } else { None };
        if let Some(known) = known {
            self.out.push_str(known);
            if !cfg!(debug_assertions) {
                return Some(());
            }
        }
        let (is_known, start) = (known.is_some(), self.out.len());
        for number in part.root.0..part.root.0 + part.n_nodes {
            self.node(NodeId(number))?;
        }
        self.close_from(depth);
        if is_known {
            // Written again to be compared.
            let again = self.out.split_off(start);
            assert_eq!(self.parts.shortened(part.number), Some(&*again), "a part is written as it was");
        } else if self.n_preformatted == 0 {
            self.parts.keep_shortened(part.number, &self.out[start..]);
        }
        Some(())
    }

    fn node(&mut self, node: NodeId) -> Option<()> {
        let document = self.document;
        self.close_from(document.node(node).depth);
        match &document.node(node).kind {
            Kind::Element { name, .. } => self.element(node, &name.local, name.ns == ns!(html)),
            Kind::Text(_) => self.text(node)?,
            Kind::Comment => self.comment(node)?,
            Kind::Root => {}
        }
        Some(())
    }

    /// Closes what is open at this depth and below.
    fn close_from(&mut self, depth: u32) {
        while self.open.len() as u32 >= depth.max(1) {
            self.close();
        }
    }

    fn element(&mut self, node: NodeId, name: &'a LocalName, is_html: bool) {
        self.out.push('<');
        self.out.push_str(name);
        for attribute in self.document.shown_attributes(node) {
            self.out.push(' ');
            self.out.push_str(&attribute.name);
            push_value(&mut self.out, self.document.value(attribute));
        }
        self.out.push('>');
        if is_html && is_void(name) {
            return;
        }
        self.n_preformatted += usize::from(is_preformatted(name));
        self.open.push(name);
    }

    fn close(&mut self) {
        let Some(name) = self.open.pop() else { return };
        self.n_preformatted -= usize::from(is_preformatted(name));
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn text(&mut self, node: NodeId) -> Option<()> {
        let text = self.document.text(node)?;
        let parent = *self.open.last()?;
        if is_raw(parent) {
            self.out.push_str(text);
            return Some(());
        }
        if self.n_preformatted > 0 {
            // The parser swallows the first line feed.
            let is_first = self.document.previous_sibling(node).is_none();
            if is_first && is_preformatted(parent) && text.starts_with('\n') {
                self.out.push('\n');
            }
            push_text(&mut self.out, text);
            return Some(());
        }
        if !hides_space(parent) || !text.bytes().all(is_space_byte) {
            push_folded(&mut self.out, text);
        }
        Some(())
    }

    /// Two texts would become one; such a page is for others.
    fn comment(&self, node: NodeId) -> Option<()> {
        let document = self.document;
        let is_text = |node: Option<NodeId>| node.is_some_and(|node| document.text(node).is_some());
        let parts = is_text(document.previous_sibling(node)) && is_text(document.next_sibling(node));
        (!parts).then_some(())
    }
}

fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\n' | '\t' | '\u{c}')
}

fn is_space_byte(byte: u8) -> bool {
    is_space(byte.into())
}

fn is_preformatted(name: &LocalName) -> bool {
    matches!(*name, local_name!("pre") | local_name!("textarea") | local_name!("listing"))
}

/// Whether the content is written without references.
fn is_raw(name: &LocalName) -> bool {
    matches!(*name, local_name!("script") | local_name!("style") | local_name!("iframe"))
}

/// Elements directly in which white space is never seen.
fn hides_space(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("html")
            | local_name!("head")
            | local_name!("table")
            | local_name!("thead")
            | local_name!("tbody")
            | local_name!("tfoot")
            | local_name!("tr")
            | local_name!("colgroup")
            | local_name!("select")
            | local_name!("optgroup")
            | local_name!("picture")
    )
}

fn is_void(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("area")
            | local_name!("base")
            | local_name!("br")
            | local_name!("col")
            | local_name!("embed")
            | local_name!("hr")
            | local_name!("img")
            | local_name!("input")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("source")
            | local_name!("track")
            | local_name!("wbr")
    )
}

fn push_value(out: &mut String, value: &str) {
    if value.is_empty() {
        return;
    }
    out.push('=');
    let is_bare = |byte: u8| {
        !matches!(byte, b' ' | b'\n' | b'\t' | 0x0c | b'"' | b'\'' | b'<' | b'>' | b'=' | b'`' | b'&')
    };
    if value.bytes().all(is_bare) {
        out.push_str(value);
        return;
    }
    let (quote, escaped) = match value.contains('"') {
        true if value.contains('\'') => ('"', "&#34;"),
        true => ('\'', ""),
        false => ('"', ""),
    };
    out.push(quote);
    push_escaped(out, value, if escaped.is_empty() { '&' } else { '"' }, escaped);
    out.push(quote);
}

fn push_text(out: &mut String, text: &str) {
    push_escaped(out, text, '<', "&lt;");
}

/// [`push_text`], each run of white space as one space. What needs no change is copied as it stands.
fn push_folded(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let (mut done, mut at) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        let (written, end) = match byte {
            _ if is_space_byte(byte) => {
                let rest = bytes[at..].iter().position(|&next| !is_space_byte(next));
                let end = rest.map_or(bytes.len(), |rest| at + rest);
                if byte == b' ' && end == at + 1 {
                    at = end;
                    continue;
                }
                (" ", end)
            }
            b'<' => ("&lt;", at + 1),
            b'&' if begins_reference(&text[at + 1..]) => ("&amp;", at + 1),
            _ => {
                at += 1;
                continue;
            }
        };
        out.push_str(&text[done..at]);
        out.push_str(written);
        (done, at) = (end, end);
    }
    out.push_str(&text[done..]);
}

fn begins_reference(rest: &str) -> bool {
    rest.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '#')
}

/// A text in which a character is written as a reference, and ampersands where they might begin one.
fn push_escaped(out: &mut String, text: &str, sign: char, reference: &str) {
    let mut done = 0;
    for (at, found) in text.match_indices(['&', sign]) {
        let written = match found {
            "&" if begins_reference(&text[at + 1..]) => "&amp;",
            "&" => continue,
            _ => reference,
        };
        out.push_str(&text[done..at]);
        out.push_str(written);
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

/// Whether two trees differ in nothing but the length of white space, comments and marks.
fn is_same(one: &Document, other: &Document, parts: &mut Parts) -> bool {
    let (mut nodes, mut again) = (Shown::of(one), Shown::of(other));
    let mut met = Vec::new();
    // Where debug assertions are on, parts that were the same are compared again: up to here.
    let mut known = 0;
    while let Some(a) = nodes.next() {
        let Some(b) = again.next() else { return false };
        let pair = nodes.part(a).zip(again.part(b));
        if let Some((a_part, b_part)) = pair
            && one.node(a).depth == other.node(b).depth
            && !is_kept(one, a)
        {
            let numbers = (a_part.number, b_part.number);
            if parts.are_same(numbers) && !cfg!(debug_assertions) {
                nodes.skip(a_part);
                again.skip(b_part);
                continue;
            }
            if parts.are_same(numbers) {
                known = a_part.root.0 + a_part.n_nodes;
            }
            met.push(numbers);
        }
        if !is_same_node((one, a), (other, b)) {
            assert!(a.0 >= known, "parts that were the same are the same");
            return false;
        }
    }
    let is_same = again.next().is_none();
    // Where both trees are the same as a whole, so are two parts that begin at one node.
    if is_same {
        parts.keep_same(met);
    }
    is_same
}

/// The nodes of a plain page that anybody can notice, in their order.
struct Shown<'a> {
    document: &'a Document,
    next: u32,
    placed: std::iter::Peekable<std::slice::Iter<'a, Placed>>,
}

impl<'a> Shown<'a> {
    fn of(document: &'a Document) -> Self {
        Self { document, next: 1, placed: document.placed.iter().peekable() }
    }

    fn next(&mut self) -> Option<NodeId> {
        let (document, n_nodes) = (self.document, self.document.len() as u32);
        while self.next < n_nodes && !is_shown(document, NodeId(self.next)) {
            self.next += 1;
        }
        let node = self.next;
        self.next += 1;
        (node < n_nodes).then_some(NodeId(node))
    }

    /// The part that begins at the node that was just returned.
    fn part(&mut self, node: NodeId) -> Option<Placed> {
        self.placed.next_if(|part| part.root == node).copied()
    }

    fn skip(&mut self, part: Placed) {
        self.next = part.root.0 + part.n_nodes;
    }
}

fn is_shown(document: &Document, node: NodeId) -> bool {
    match &document.node(node).kind {
        Kind::Element { .. } => true,
        Kind::Text(_) => {
            let is_empty = || document.text(node).is_some_and(|text| text.trim_ascii().is_empty());
            let is_hidden = || {
                let parent = document.parent(node).and_then(|parent| document.name(parent));
                parent.is_some_and(|parent| hides_space(&parent.local))
            };
            !is_hidden() || !is_empty()
        }
        Kind::Comment | Kind::Root => false,
    }
}

fn is_same_node((one, a): (&Document, NodeId), (other, b): (&Document, NodeId)) -> bool {
    if one.node(a).depth != other.node(b).depth {
        return false;
    }
    match (one.text(a), other.text(b)) {
        (None, None) => {
            let mut again = other.shown_attributes(b);
            let is_same_attribute = |x: &Attribute| {
                again.next().is_some_and(|y| x.name == y.name && one.value(x) == other.value(y))
            };
            one.name(a) == other.name(b)
                && one.shown_attributes(a).all(is_same_attribute)
                && again.next().is_none()
        }
        (Some(text), Some(again)) => {
            let is_open = |text: &str| text.starts_with(is_space);
            let is_closed = |text: &str| text.ends_with(is_space);
            text == again
                || !is_kept(one, a)
                    && is_open(text) == is_open(again)
                    && is_closed(text) == is_closed(again)
                    && text.split_ascii_whitespace().eq(again.split_ascii_whitespace())
        }
        _ => false,
    }
}

/// Whether a text is published as it was written.
fn is_kept(document: &Document, text: NodeId) -> bool {
    document
        .ancestors(text)
        .filter_map(|up| document.name(up))
        .any(|up| is_raw(&up.local) || is_preformatted(&up.local))
}
