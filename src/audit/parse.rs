//! From HTML to a [`Document`], as browsers do it: html5ever builds, this is where it puts things.
//!
//! Two limits keep hostile pages linear, both told in [`Limits`](super::dom::Limits):
//! an element nested too deeply is closed at once, and a page with too many nodes is cut.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    collections::{BTreeMap, btree_map::Entry},
};

use html5ever::{
    Attribute as Parsed, LocalName, Namespace, QualName,
    interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink},
    local_name, ns,
    tendril::StrTendril,
    tokenizer::BufferQueue,
};

use super::{
    dom::{Attribute, Document, Kind, Limits, NONE, Node, NodeId, Text, link, name_bit},
    guard::{Guard, tokenizer},
    lookup::{Ids, Named},
    places::Places,
    plain, shadow,
    watch::Watch,
};

const NODES: usize = 2_000_000;
/// On one element. More are never written by a person.
const ATTRIBUTES: u32 = 256;

impl Document {
    /// Reads a page. Any text gives a tree.
    pub fn parse(html: &str) -> Self {
        match plain::read(html) {
            Some(document) => {
                #[cfg(debug_assertions)]
                document.assert_same(&Self::parse_any(html));
                document
            }
            None => Self::parse_any(html),
        }
    }

    /// Reads a page as browsers do, whatever it is like.
    fn parse_any(html: &str) -> Self {
        let tokenizer = tokenizer(None);
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(html.strip_prefix('\u{feff}').unwrap_or(html)));
        while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
        tokenizer.end();
        tokenizer.sink.builder.sink.finish()
    }

    /// [`Document::parse`], for pages without marks: elements know where in `html` they were written.
    pub fn parse_with_places(html: &str) -> Self {
        let bare = html.strip_prefix('\u{feff}').unwrap_or(html);
        let skipped = (html.len() - bare.len()) as u32;
        let tokenizer = tokenizer(Some(Places::new(bare)));
        let whole = StrTendril::from_slice(bare);
        let input = BufferQueue::default();
        while let Some(part) = tokenizer.sink.places.as_ref().and_then(Places::next_part) {
            input.push_back(whole.subtendril(part.start as u32, part.len() as u32));
            while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
        }
        tokenizer.end();
        let Guard { builder, written, .. } = tokenizer.sink;
        let mut document = builder.sink.finish();
        document.written = written.into_inner();
        document.written.iter_mut().for_each(|(_, range)| {
            *range = range.start + skipped..range.end + skipped;
        });
        document
    }
}

/// The arena while it grows.
pub(super) struct Sink {
    pub(super) tree: RefCell<Tree>,
    line: Cell<u32>,
    pub(super) limits: Cell<Limits>,
    /// Depth of the deepest element put into the tree by the current token.
    pub(super) deepest: Cell<u32>,
}

#[derive(Default)]
pub(super) struct Tree {
    pub nodes: Vec<Node>,
    pub attributes: Vec<Attribute>,
    pub values: String,
    /// Hosts with the template that holds their shadow tree.
    pub shadows: BTreeMap<NodeId, NodeId>,
    duplicate_attributes: Vec<NodeId>,
}

impl Default for Sink {
    fn default() -> Self {
        let mut tree = Tree::default();
        tree.create(Kind::Root, 0);
        Self { tree: RefCell::new(tree), line: Cell::new(1), limits: Cell::default(), deepest: Cell::new(0) }
    }
}

impl Sink {
    pub(super) fn note(&self, change: impl FnOnce(&mut Limits)) {
        let mut limits = self.limits.get();
        change(&mut limits);
        self.limits.set(limits);
    }

    pub(super) fn is_full(&self) -> bool {
        if self.tree.borrow().nodes.len() > NODES {
            self.note(|limits| limits.truncated = true);
        }
        self.limits.get().truncated
    }

    fn place(&self, parent: NodeId, before: Option<NodeId>, child: NodeOrText<NodeId>) {
        let mut tree = self.tree.borrow_mut();
        let node = match child {
            NodeOrText::AppendNode(node) => {
                tree.detach(node);
                node
            }
            NodeOrText::AppendText(text) => {
                let previous = match before {
                    Some(sibling) => tree.at(sibling).previous,
                    None => tree.at(parent).last,
                };
                if let Some(previous) = link(previous)
                    && tree.goes_on(previous, &text)
                {
                    return;
                }
                let start = tree.values.len() as u32;
                tree.values.push_str(&text);
                let text = Text::Place(start, tree.values.len() as u32);
                tree.create(Kind::Text(text), self.line.get())
            }
        };
        tree.insert(parent, before, node);
        self.deepest.set(self.deepest.get().max(tree.at(node).depth));
    }
}

impl Tree {
    pub(super) fn at(&self, node: NodeId) -> &Node {
        &self.nodes[node.0 as usize]
    }

    fn at_mut(&mut self, node: NodeId) -> &mut Node {
        &mut self.nodes[node.0 as usize]
    }

    /// Adds to a text; false if the node is none.
    fn goes_on(&mut self, node: NodeId, more: &str) -> bool {
        let Self { nodes, values, .. } = self;
        let Kind::Text(text) = &mut nodes[node.0 as usize].kind else { return false };
        match text {
            Text::Place(_, end) if *end as usize == values.len() => {
                values.push_str(more);
                *end = values.len() as u32;
            }
            Text::Place(start, end) => {
                *text = Text::Own(format!("{}{more}", &values[*start as usize..*end as usize]));
            }
            Text::Own(text) => text.push_str(more),
        }
        true
    }

    pub(super) fn create(&mut self, kind: Kind, line: u32) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        self.nodes.push(Node {
            parent: NONE,
            first: NONE,
            last: NONE,
            previous: NONE,
            next: NONE,
            line,
            depth: 0,
            kind,
        });
        id
    }

    /// Puts a node without parent among the children of `parent`, at the end or before a sibling.
    pub(super) fn insert(&mut self, parent: NodeId, before: Option<NodeId>, node: NodeId) {
        let next = before.map_or(NONE, |sibling| sibling.0);
        let previous = before.map_or(self.at(parent).last, |sibling| self.at(sibling).previous);
        let depth = self.at(parent).depth + 1;
        let links = self.at_mut(node);
        (links.parent, links.previous, links.next, links.depth) = (parent.0, previous, next, depth);
        match link(previous) {
            Some(previous) => self.at_mut(previous).next = node.0,
            None => self.at_mut(parent).first = node.0,
        }
        match link(next) {
            Some(next) => self.at_mut(next).previous = node.0,
            None => self.at_mut(parent).last = node.0,
        }
    }

    pub(super) fn detach(&mut self, node: NodeId) {
        let Node { parent, previous, next, .. } = *self.at(node);
        let Some(parent) = link(parent) else { return };
        match link(previous) {
            Some(previous) => self.at_mut(previous).next = next,
            None => self.at_mut(parent).first = next,
        }
        match link(next) {
            Some(next) => self.at_mut(next).previous = previous,
            None => self.at_mut(parent).last = previous,
        }
        let links = self.at_mut(node);
        (links.parent, links.previous, links.next) = (NONE, NONE, NONE);
    }

    pub(super) fn move_children(&mut self, from: NodeId, to: NodeId) {
        while let Some(child) = link(self.at(from).first) {
            self.detach(child);
            self.insert(to, None, child);
        }
    }

    fn names(&self, (start, end): (u32, u32)) -> u64 {
        let attributes = &self.attributes[start as usize..end as usize];
        attributes.iter().fold(0, |names, attribute| names | name_bit(&attribute.name))
    }

    fn add_attributes(&mut self, parsed: Vec<Parsed>) -> (u32, u32) {
        let start = self.attributes.len() as u32;
        for Parsed { name, value } in parsed.into_iter().take(ATTRIBUTES as usize) {
            let from = self.values.len() as u32;
            self.values.push_str(&value);
            let value = (from, self.values.len() as u32);
            self.attributes.push(Attribute { name: name.local, namespace: name.ns, value });
        }
        (start, self.attributes.len() as u32)
    }
}

/// A name that does not keep the arena borrowed while the tree builder goes on.
#[derive(Debug)]
pub(super) struct Name(Namespace, LocalName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0
    }

    fn local_name(&self) -> &LocalName {
        &self.1
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Document;
    type ElemName<'a> = Name;

    fn finish(self) -> Document {
        let mut tree = self.tree.into_inner();
        shadow::flatten(&mut tree);
        number_children(&mut tree);
        let mut document = Document {
            nodes: tree.nodes,
            attributes: tree.attributes,
            values: tree.values,
            html: NodeId(0),
            ids: Ids::default(),
            named: Named::default(),
            limits: self.limits.get(),
            duplicate_attributes: tree.duplicate_attributes,
            written: Vec::new(),
            cuts: Vec::new(),
            is_plain: false,
            placed: Vec::new(),
            watch: Watch::default(),
        };
        let html = document.children(NodeId(0)).find(|&node| document.tag(node) == "html");
        document.html = html.unwrap_or(NodeId(0));
        let ids: Vec<NodeId> = document.elements().filter(|&node| !document.id(node).is_empty()).collect();
        document.learn_ids(ids);
        document
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        NodeId(0)
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Name {
        match &self.tree.borrow().at(*target).kind {
            Kind::Element { name, .. } => Name(name.ns.clone(), name.local.clone()),
            _ => Name(ns!(), local_name!("")),
        }
    }

    fn create_element(&self, name: QualName, attrs: Vec<Parsed>, flags: ElementFlags) -> NodeId {
        let mut tree = self.tree.borrow_mut();
        let attributes = tree.add_attributes(attrs);
        let contents = if flags.template { tree.create(Kind::Root, self.line.get()).0 } else { NONE };
        let names = tree.names(attributes);
        let element = Kind::Element { name, attributes, names, contents, position: 0 };
        let node = tree.create(element, self.line.get());
        if flags.had_duplicate_attributes {
            tree.duplicate_attributes.push(node);
        }
        node
    }

    fn create_comment(&self, _text: StrTendril) -> NodeId {
        self.tree.borrow_mut().create(Kind::Comment, self.line.get())
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> NodeId {
        self.tree.borrow_mut().create(Kind::Comment, self.line.get())
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.place(*parent, None, child);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let has_parent = self.tree.borrow().at(*element).parent != NONE;
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        match self.tree.borrow().at(*target).kind {
            Kind::Element { contents, .. } if contents != NONE => NodeId(contents),
            _ => *target,
        }
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let parent = link(self.tree.borrow().at(*sibling).parent);
        if let Some(parent) = parent {
            self.place(parent, Some(*sibling), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Parsed>) {
        let mut tree = self.tree.borrow_mut();
        let tree = &mut *tree;
        let Kind::Element { attributes: (start, end), .. } = tree.at(*target).kind else { return };
        let present = &tree.attributes[start as usize..end as usize];
        let mut missing = attrs;
        missing.retain(|new| present.iter().all(|old| old.name != new.name.local));
        missing.truncate(ATTRIBUTES.saturating_sub(end - start) as usize);
        if missing.is_empty() {
            return;
        }
        let mut moved = present.to_vec();
        let (from, to) = tree.add_attributes(missing);
        moved.extend_from_slice(&tree.attributes[from as usize..to as usize]);
        tree.attributes.truncate(from as usize);
        tree.attributes.extend(moved);
        let place = (from, tree.attributes.len() as u32);
        let all = tree.names(place);
        if let Kind::Element { attributes, names, .. } = &mut tree.at_mut(*target).kind {
            (*attributes, *names) = (place, all);
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.tree.borrow_mut().move_children(*node, *new_parent);
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(u32::try_from(line).unwrap_or(u32::MAX));
    }

    fn attach_declarative_shadow(&self, location: &NodeId, template: &NodeId, _attrs: &[Parsed]) -> bool {
        // A second shadow tree of one host is an ordinary template.
        match self.tree.borrow_mut().shadows.entry(*location) {
            Entry::Occupied(_) => false,
            Entry::Vacant(place) => {
                place.insert(*template);
                true
            }
        }
    }
}

/// Gives every element its place among its siblings, once, so that no selector has to count.
fn number_children(tree: &mut Tree) {
    for parent in 0..tree.nodes.len() {
        let mut count = 0;
        let mut next = tree.nodes[parent].first;
        while let Some(child) = link(next) {
            let node = tree.at_mut(child);
            next = node.next;
            if let Kind::Element { position, .. } = &mut node.kind {
                count += 1;
                *position = count;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shape(html: &str) -> String {
        let document = Document::parse(html);
        let body = document.body().unwrap();
        let name = |node| match document.text(node) {
            Some(text) => format!("'{}'", text.trim()),
            None => document.local_name(node).to_owned(),
        };
        let below: Vec<String> = document.descendants(body).map(name).collect();
        below.join(" ")
    }

    #[test]
    fn trees_are_those_of_browsers() {
        let check = |html, expected: &str| assert_eq!(shape(html), expected, "{html}");
        check("<p>a<p>b", "p 'a' p 'b'");
        check("<table>x<tr><td>y", "'x' table tbody tr td 'y'");
        check("<b><p>a</b>b", "b p b 'a' 'b'");
        check("y<template><p>x</template>", "'y' template");
        check("a<body class=x>b<body id=y>c", "'abc'");
    }

    #[test]
    fn shadow_trees_stand_in_their_hosts() {
        let html = "<div><template shadowrootmode=open><h1><slot></slot></h1><slot name=b>no</slot>\
                    </template>one<b slot=b>two</b><i slot=c>three</i></div>";
        assert_eq!(shape(html), "div h1 slot 'one' slot b 'two'");
    }

    #[test]
    fn attributes_of_a_second_body_are_added() {
        let document = Document::parse("<body class=a><div></div><body class=b id=c>");
        let body = document.body().unwrap();
        let attributes: Vec<_> = document.attrs(body).collect();
        assert_eq!(attributes, [("class", "a"), ("id", "c")]);
        assert_eq!(document.by_id("c"), Some(body));
    }

    #[test]
    fn deep_nesting_ends_and_is_told() {
        // The second kind closes what stands open by itself; the others go as deep as they may.
        for (tag, n, is_deep) in [
            ("<div>", 50_000, true),
            ("<b>", 2_000, true),
            ("<a href=x><table><td>", 2_000, false),
            ("<svg><g>", 2_000, true),
            ("<ul><li>", 2_000, true),
            ("<p><b>", 2_000, false),
        ] {
            let document = Document::parse(&format!("{}<p>end", tag.repeat(n)));
            assert!(document.limits().flattened || !is_deep, "{tag}");
            assert!(document.text_content(document.html()).contains("end"), "{tag}");
        }
    }

    #[test]
    fn deep_pages_close_what_they_opened() {
        let html = format!("{}{}<p>after", "<div>".repeat(2_000), "</div>".repeat(2_000));
        let document = Document::parse(&html);
        let last = document.elements().last().unwrap();
        assert_eq!(document.selector(last), "body > p:nth-child(2)");
    }

    proptest! {
        #[test]
        fn any_bytes_give_a_tree(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            Document::parse(&String::from_utf8_lossy(&bytes));
        }

        #[test]
        fn any_tags_give_a_tree(
            tags in prop::collection::vec(
                (any::<bool>(), prop::sample::select(vec![
                    "a", "b", "p", "div", "table", "tr", "td", "template", "svg", "math", "select", "option",
                    "form", "li", "body", "html", "frameset", "title", "script", "button", "h1", "desc", "mi",
                    "template shadowrootmode=open", "slot",
                ])),
                0..60,
            )
        ) {
            let html: String = tags
                .iter()
                .map(|(end, name)| if *end { format!("</{name}>x") } else { format!("<{name} id={name}>") })
                .collect();
            let document = Document::parse(&html);
            for node in document.elements() {
                document.selector(node);
            }
        }
    }
}
