//! A page as a tree: elements, attributes and text in one arena, ids, references, and where each element was written.
//!
//! `parse` builds the tree; here it is read. Nothing here calls itself, so depth costs memory and not stack.

use std::ops::Range;

use html5ever::{LocalName, Namespace, QualName, ns};

pub use super::guard::Limits;
use super::{
    lookup::{Ids, Named},
    plain::{self, Cut, Placed},
    watch::Watch,
};
use crate::source::{MARK, Span};

/// A node of a [`Document`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

/// No node. Links are plain numbers, so that a node stays small.
pub(super) const NONE: u32 = u32::MAX;

/// What the parser made of a page.
#[derive(Debug)]
pub struct Document {
    pub(super) nodes: Vec<Node>,
    pub(super) attributes: Vec<Attribute>,
    /// The values of all attributes and nearly all text, one after the other.
    pub(super) values: String,
    pub(super) html: NodeId,
    /// Every `id` with its element, by id and then in document order.
    pub(super) ids: Ids,
    /// Found when first asked for.
    pub(super) named: Named,
    pub(super) limits: Limits,
    pub(super) duplicate_attributes: Vec<NodeId>,
    /// Elements with the places of their start tags, by number; empty unless asked for.
    pub(super) written: Vec<(NodeId, Range<u32>)>,
    /// What of a plain page is not published, in the order of the text.
    pub(super) cuts: Vec<Cut>,
    /// Nothing had to be repaired: the nodes stand in the order of the document.
    pub(super) is_plain: bool,
    /// Parts of a plain page that it has in common with others, in their order; none inside another.
    pub(super) placed: Vec<Placed>,
    /// Whether what rules look at stands in the part that is being judged.
    pub(super) watch: Watch,
}

#[derive(Debug)]
pub(super) struct Node {
    pub parent: u32,
    pub first: u32,
    pub last: u32,
    pub previous: u32,
    pub next: u32,
    pub line: u32,
    pub depth: u32,
    pub kind: Kind,
}

#[derive(Debug)]
pub(super) enum Kind {
    /// The document, or the contents of a `<template>`.
    Root,
    Comment,
    Text(Text),
    Element {
        name: QualName,
        /// Place of its attributes among those of the document.
        attributes: (u32, u32),
        /// See [`name_bit`], of all its attributes.
        names: u64,
        /// The contents of a `<template>`.
        contents: u32,
        /// Which child element of its parent it is, from 1.
        position: u32,
    },
}

/// Where a text is.
#[derive(Debug)]
pub(super) enum Text {
    /// Among the values of the document.
    Place(u32, u32),
    /// By itself: it went on when others had been read already.
    Own(String),
}

#[derive(Clone, Debug)]
pub(super) struct Attribute {
    pub name: LocalName,
    pub namespace: Namespace,
    pub value: (u32, u32),
}

impl Drop for Document {
    /// The next page of this thread grows in the same memory.
    fn drop(&mut self) {
        plain::keep(
            std::mem::take(&mut self.nodes),
            std::mem::take(&mut self.attributes),
            std::mem::take(&mut self.values),
        );
    }
}

impl Document {
    /// The `<html>` element, which every page gets.
    pub fn html(&self) -> NodeId {
        self.watch.look_out();
        self.html
    }

    pub fn body(&self) -> Option<NodeId> {
        self.watch.look_out();
        self.children(self.html).find(|&child| matches!(self.tag(child), "body" | "frameset"))
    }

    /// How many nodes there are: numbers of nodes are below.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Elements on which an attribute was written twice: only the first counts.
    pub fn duplicate_attributes(&self) -> &[NodeId] {
        self.watch.look_out();
        &self.duplicate_attributes
    }

    /// Elements of the page in document order, without the contents of templates.
    pub fn elements(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.descendants(NodeId(0)).filter(|&node| self.is_element(node))
    }

    /// All nodes below a node, in document order.
    pub fn descendants(&self, root: NodeId) -> Descendants<'_> {
        self.watch.look_at(root);
        let end = if self.is_plain { self.end(root) } else { 0 };
        Descendants { document: self, root, next: self.node(root).first, end }
    }

    /// Of a plain page: the number of the node that follows everything below this one.
    pub(super) fn end(&self, node: NodeId) -> u32 {
        let mut up = node;
        loop {
            let links = self.node(up);
            match (links.next, link(links.parent)) {
                (NONE, Some(parent)) => up = parent,
                (NONE, None) => return self.nodes.len() as u32,
                (next, _) => return next,
            }
        }
    }

    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut next = self.node(node).first;
        std::iter::from_fn(move || {
            let child = link(next)?;
            next = self.node(child).next;
            Some(child)
        })
    }

    /// Children that are elements.
    pub fn child_elements(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.children(node).filter(|&child| self.is_element(child))
    }

    /// The first child element with this name. Looked for among the first thousand, so that asking each child is cheap.
    pub fn first_child_named(&self, node: NodeId, tag: &str) -> Option<NodeId> {
        self.children(node).take(1_000).find(|&child| self.tag(child) == tag)
    }

    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        let parent = link(self.node(node).parent)?;
        self.watch.look_at(parent);
        Some(parent)
    }

    /// Ancestors, the nearest first.
    pub fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(node), |&ancestor| self.parent(ancestor))
    }

    pub fn next_sibling(&self, node: NodeId) -> Option<NodeId> {
        self.watch.look_beside(node);
        link(self.node(node).next)
    }

    pub fn previous_sibling(&self, node: NodeId) -> Option<NodeId> {
        self.watch.look_beside(node);
        link(self.node(node).previous)
    }

    /// What a `<template>` holds.
    pub fn template_contents(&self, node: NodeId) -> Option<NodeId> {
        match self.node(node).kind {
            Kind::Element { contents, .. } => link(contents),
            _ => None,
        }
    }

    pub fn is_element(&self, node: NodeId) -> bool {
        matches!(self.node(node).kind, Kind::Element { .. })
    }

    /// The name of an HTML element, or `svg` and `math`; empty for everything else,
    /// so that a `<title>` inside a drawing is not taken for the page's.
    pub fn tag(&self, node: NodeId) -> &str {
        match &self.node(node).kind {
            Kind::Element { name, .. } if name.ns == ns!(html) || matches!(&*name.local, "svg" | "math") => {
                &name.local
            }
            _ => "",
        }
    }

    /// The name of an element of any kind, empty for other nodes.
    pub fn local_name(&self, node: NodeId) -> &str {
        self.name(node).map_or("", |name| &name.local)
    }

    pub fn is_svg(&self, node: NodeId) -> bool {
        self.name(node).is_some_and(|name| name.ns == ns!(svg))
    }

    pub(super) fn name(&self, node: NodeId) -> Option<&QualName> {
        match &self.node(node).kind {
            Kind::Element { name, .. } => Some(name),
            _ => None,
        }
    }

    /// The value of an attribute without namespace.
    #[inline]
    pub fn attr(&self, node: NodeId, name: &str) -> Option<&str> {
        match self.node(node).kind {
            Kind::Element { names, .. } if names & name_bit(name) != 0 => self.find_attr(node, name),
            _ => None,
        }
    }

    /// See [`name_bit`], of all attributes of an element.
    pub(super) fn attribute_names(&self, node: NodeId) -> u64 {
        match self.node(node).kind {
            Kind::Element { names, .. } => names,
            _ => 0,
        }
    }

    fn find_attr(&self, node: NodeId, name: &str) -> Option<&str> {
        self.attribute_slice(node)
            .iter()
            .find(|attribute| &*attribute.name == name && attribute.namespace == ns!())
            .map(|attribute| self.value(attribute))
    }

    pub fn has_attr(&self, node: NodeId, name: &str) -> bool {
        self.attr(node, name).is_some()
    }

    /// `xlink:href`, `xml:lang` inside drawings; in HTML such a name has no namespace.
    pub fn namespaced_attr(&self, node: NodeId, local: &str) -> Option<&str> {
        self.attribute_slice(node)
            .iter()
            .find(|attribute| &*attribute.name == local && attribute.namespace != ns!())
            .map(|attribute| self.value(attribute))
    }

    /// Names and values of all attributes, as written.
    pub fn attrs(&self, node: NodeId) -> impl Iterator<Item = (&str, &str)> + '_ {
        self.attribute_slice(node).iter().map(|attribute| (&*attribute.name, self.value(attribute)))
    }

    /// Whether some element has an attribute of this name.
    pub(super) fn has_attribute_named(&self, name: &LocalName) -> bool {
        self.attributes.iter().any(|attribute| attribute.name == *name)
    }

    /// Those of some names of attributes that nothing on the page has.
    pub(super) fn without_attributes(&self, names: &[LocalName]) -> Vec<LocalName> {
        let nodes = (0..self.nodes.len() as u32).map(NodeId);
        let bits = nodes.fold(0, |bits, node| bits | self.attribute_names(node));
        let is_missing = |name: &&LocalName| bits & name_bit(name) == 0 || !self.has_attribute_named(name);
        names.iter().filter(is_missing).cloned().collect()
    }

    pub(super) fn attribute_slice(&self, node: NodeId) -> &[Attribute] {
        match self.node(node).kind {
            Kind::Element { attributes: (start, end), .. } => &self.attributes[start as usize..end as usize],
            _ => &[],
        }
    }

    pub(super) fn value(&self, attribute: &Attribute) -> &str {
        &self.values[attribute.value.0 as usize..attribute.value.1 as usize]
    }

    /// The text of a text node.
    pub fn text(&self, node: NodeId) -> Option<&str> {
        match &self.node(node).kind {
            Kind::Text(Text::Place(start, end)) => Some(&self.values[*start as usize..*end as usize]),
            Kind::Text(Text::Own(text)) => Some(text),
            _ => None,
        }
    }

    /// All text below a node, as it stands there.
    pub fn text_content(&self, node: NodeId) -> String {
        self.descendants(node).filter_map(|below| self.text(below)).collect()
    }

    /// The nearest element with one of these names, the node itself included.
    pub fn closest(&self, node: NodeId, tags: &[&str]) -> Option<NodeId> {
        std::iter::once(node).chain(self.ancestors(node)).find(|&up| tags.contains(&self.tag(up)))
    }

    /// [`Document::closest`] without the node itself.
    pub fn closest_above(&self, node: NodeId, tags: &[&str]) -> Option<NodeId> {
        self.ancestors(node).find(|&up| tags.contains(&self.tag(up)))
    }

    /// Whether `node` is `root` or lies below it.
    pub fn is_within(&self, node: NodeId, root: NodeId) -> bool {
        node == root || self.ancestors(node).any(|ancestor| ancestor == root)
    }

    /// Line of the page on which the start tag ends, from 1.
    pub fn line(&self, node: NodeId) -> u32 {
        self.node(node).line
    }

    /// Where an element was written: its own mark, or the nearest one above.
    pub fn source(&self, node: NodeId) -> Option<Span> {
        std::iter::once(node)
            .chain(self.ancestors(node))
            .find_map(|up| self.attr(up, MARK).and_then(Span::parse_mark))
    }

    /// The start tag an element was written with, in bytes of the page; of one without a tag, that of the element around it.
    /// Known only after [`Document::parse_with_places`].
    pub fn place(&self, node: NodeId) -> Option<Range<usize>> {
        let of = |up: NodeId| {
            let at = self.written.binary_search_by_key(&up, |&(written, _)| written).ok()?;
            let range = &self.written[at].1;
            Some(range.start as usize..range.end as usize)
        };
        std::iter::once(node).chain(self.ancestors(node)).find_map(of)
    }

    /// A CSS selector that finds this element, from the nearest unique id downwards.
    pub fn selector(&self, node: NodeId) -> String {
        let mut steps = Vec::new();
        for up in std::iter::once(node).chain(self.ancestors(node)) {
            let Kind::Element { name, position, .. } = &self.node(up).kind else { break };
            let id = self.id(up);
            if !id.is_empty() && self.all_by_id(id).len() == 1 {
                steps.push(id_selector(id));
                break;
            }
            match &*name.local {
                "html" | "head" | "body" => steps.push(name.local.to_string()),
                local => steps.push(format!("{local}:nth-child({position})")),
            }
            // The page has one body: what stands above it says nothing.
            if &*name.local == "body" {
                break;
            }
        }
        steps.reverse();
        steps.join(" > ")
    }

    /// The start tag as a person would recognize it: long values are cut, marks are left out.
    pub fn start_tag_excerpt(&self, node: NodeId) -> String {
        const VALUE: usize = 40;
        const TAG: usize = 160;
        let mut tag = format!("<{}", self.local_name(node));
        for (name, value) in self.attrs(node).filter(|&(name, _)| name != MARK) {
            if tag.chars().count() > TAG {
                tag.push_str(" …");
                break;
            }
            tag.push(' ');
            tag.extend(name.chars().take(VALUE));
            if value.is_empty() {
                continue;
            }
            tag.push_str("=\"");
            tag.extend(value.chars().take(VALUE).map(|c| if c.is_control() { ' ' } else { c }));
            tag.push_str(if value.chars().nth(VALUE).is_some() { "…\"" } else { "\"" });
        }
        tag.push('>');
        tag
    }

    pub(super) fn node(&self, node: NodeId) -> &Node {
        &self.nodes[node.0 as usize]
    }
}

/// One of 64 bits for the name of an attribute: most names that are asked for are known to be missing by theirs.
#[inline]
pub(super) fn name_bit(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return 1 };
    let sum = name.len().wrapping_mul(5) + usize::from(*first) * 3 + usize::from(*last) * 7;
    1 << (sum % 64)
}

/// See [`Document::descendants`].
pub struct Descendants<'a> {
    document: &'a Document,
    root: NodeId,
    next: u32,
    /// Of a plain page, whose nodes stand in the order of the document: the number of the first node that is not meant.
    /// Else 0.
    end: u32,
}

impl Descendants<'_> {
    /// Leaves out what lies below the node that was just returned.
    pub fn skip_below(&mut self, node: NodeId) {
        self.next = match self.end {
            0 => after(self.document, node, self.root),
            _ => self.document.end(node),
        };
    }
}

impl Iterator for Descendants<'_> {
    type Item = NodeId;

    #[inline]
    fn next(&mut self) -> Option<NodeId> {
        if self.end != 0 {
            let node = self.next;
            return (node < self.end).then(|| {
                self.next = node + 1;
                NodeId(node)
            });
        }
        let node = link(self.next)?;
        let first = self.document.node(node).first;
        self.next = if first == NONE { after(self.document, node, self.root) } else { first };
        Some(node)
    }
}

/// The node that follows everything below `node`, still inside `root`.
fn after(document: &Document, mut node: NodeId, root: NodeId) -> u32 {
    while node != root {
        let links = document.node(node);
        if links.next != NONE {
            return links.next;
        }
        match link(links.parent) {
            Some(parent) => node = parent,
            None => break,
        }
    }
    NONE
}

pub(super) fn link(number: u32) -> Option<NodeId> {
    (number != NONE).then_some(NodeId(number))
}

fn id_selector(id: &str) -> String {
    let plain = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        && id.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
    if plain {
        return format!("#{id}");
    }
    let mut selector = String::from("[id=\"");
    for c in id.chars() {
        match c {
            '"' | '\\' => selector.extend(['\\', c]),
            c if c.is_control() => selector.push_str(&format!("\\{:x} ", c as u32)),
            c => selector.push(c),
        }
    }
    selector + "\"]"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(document: &Document, tag: &str) -> NodeId {
        document.elements().find(|&node| document.tag(node) == tag).unwrap()
    }

    #[test]
    fn selectors_start_at_a_unique_id() {
        let check = |html, expected| {
            let document = Document::parse(html);
            assert_eq!(document.selector(first(&document, "img")), expected);
        };
        check("<main id=m><p>a<p><img>", "#m > p:nth-child(2) > img:nth-child(1)");
        check("<p>a</p><img>", "body > img:nth-child(2)");
        check("<p id='1'><img>", "[id=\"1\"] > img:nth-child(1)");
        check("<p id=a><b id=a><img>", "body > p:nth-child(1) > b:nth-child(1) > img:nth-child(1)");
    }

    #[test]
    fn a_mark_above_tells_the_source() {
        let document = Document::parse(&format!("<p {MARK}='3:10-20' class='{}'><b><img>", "x".repeat(60)));
        let span = document.source(first(&document, "img")).unwrap();
        assert_eq!(span.mark(), "3:10-20");
        assert_eq!(document.source(first(&document, "body")), None);
        let tag = document.start_tag_excerpt(first(&document, "p"));
        assert_eq!(tag, format!("<p class=\"{}…\">", "x".repeat(40)));
    }
}
