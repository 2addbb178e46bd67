//! A document with what rules ask of it again and again: visibility, roles, labels, owners, each found out once.

use std::{
    cell::RefCell,
    marker::PhantomData,
    ops::{Deref, Range},
    sync::Arc,
};

use super::{
    css::{Sheets, Styles},
    dom::{Document, NodeId, name_bit},
    focus,
    gathered::{self, Gathering, is_uncounted},
    inherited::{Piece, pieces},
    numbers::{ByName, ByNumber},
    pictures::Pictures,
    plain,
    roles::Role,
    visibility::Visibility,
};

/// Scripts that are searched for an id.
const SCRIPTS: usize = 50;
/// Of each, this much.
const SCRIPT_BYTES: usize = 64 * 1024;

/// What rules look at. Everything of [`Document`] is there as well.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    document: &'a Document,
    /// Computed styles of every element.
    pub styles: Arc<Styles>,
    pub visibility: Visibility,
    roles: Arc<[&'static Role]>,
    /// Elements by the name of their role, and by that of the role it is made from; without those of no account.
    by_role: Arc<ByName<Vec<NodeId>>>,
    /// Controls with their labels, sorted by control, then in document order.
    labels: Arc<[(NodeId, NodeId)]>,
    /// Elements that an `aria-owns` takes elsewhere, with the element that owns them now.
    owned: Arc<[(NodeId, NodeId)]>,
    /// The place of each node in the document; empty where the nodes stand in its order.
    order: Arc<[u32]>,
    landmarks: Arc<[NodeId]>,
    /// Its address, from which it names others.
    pub(super) url: Arc<str>,
    pub(super) pictures: Arc<Pictures>,
    has_scripts: bool,
    /// Somebody wants to know of each element by itself that it passed.
    pub(super) wants_praise: bool,
    /// See [`name_bit`], of all attributes of the page.
    names: u64,
    /// The element whose accessible name was asked for last, and the name: several rules ask for it, one after the other.
    last_name: RefCell<Option<Name>>,
}

/// The answers to one question about the nodes of parts, by the number of the part: how far each stands behind the root.
#[derive(Debug)]
struct Answers<Q> {
    parts: ByNumber<u32, Box<[u32]>>,
    question: PhantomData<Q>,
}

impl<Q> Default for Answers<Q> {
    fn default() -> Self {
        Self { parts: ByNumber::default(), question: PhantomData }
    }
}

/// So many parts are kept.
const PARTS: usize = 4_000;

/// A name that was found out.
#[derive(Clone, Debug)]
struct Name {
    of: NodeId,
    text: String,
    /// It depends on more than what stands in the element.
    looks_out: bool,
    /// It depends on something that is there in some views only.
    is_partial: bool,
}

impl Deref for Page<'_> {
    type Target = Document;

    fn deref(&self) -> &Document {
        self.document
    }
}

impl<'a> Page<'a> {
    /// A page with the sheets inside it and no others.
    pub fn new(document: &'a Document) -> Self {
        Self::styled(document, "", Sheets::none())
    }

    /// A page at an address, with the sheets it may link.
    pub fn styled(document: &'a Document, url: &str, sheets: &Sheets) -> Self {
        let styles = Styles::of(document, url, sheets);
        let visibility = Visibility::of(document, &styles);
        let mut order = Vec::new();
        // The nodes of a plain page stand in the order of the document.
        if !document.is_plain {
            order.resize(document.len(), 0);
            (0..)
                .zip(document.descendants(NodeId(0)))
                .for_each(|(place, node)| order[node.0 as usize] = place);
        }
        let mut known: gathered::Known = styles.take_notes();
        let mut found = Gathering::of(document, &visibility, &mut known);
        styles.keep_notes(known);
        let by_role = found.by_role(|node| order.get(node.0 as usize).copied().unwrap_or(node.0));
        let Gathering { roles, labels, owned, landmarks, has_scripts, names, .. } = found;
        Self {
            document,
            styles: Arc::new(styles),
            visibility,
            roles: roles.into(),
            by_role: Arc::new(by_role),
            labels: labels.into(),
            owned: owned.into(),
            order: order.into(),
            landmarks: landmarks.into(),
            url: url.into(),
            pictures: sheets.pictures().clone(),
            has_scripts,
            wants_praise: true,
            names,
            last_name: RefCell::default(),
        }
    }

    /// The same page as people meet it in these views only.
    pub fn seen_in(&self, views: u8) -> Self {
        let last_name = RefCell::default();
        Self { visibility: self.visibility.restricted(views), last_name, ..self.clone() }
    }

    /// The same page for somebody who wants to know of praise only whether there is any.
    pub(super) fn without_praise(&self) -> Self {
        Self { wants_praise: false, ..self.clone() }
    }

    /// The accessible name of an element, found out again only if that of another one was asked for in between.
    pub(super) fn named_last(&self, node: NodeId, find: impl FnOnce() -> String) -> String {
        let met_partial = self.visibility.met_partial();
        if let Some(known) = self.last_name.borrow().as_ref().filter(|known| known.of == node) {
            if known.looks_out {
                self.watch.look_out();
            }
            met_partial.set(met_partial.get() || known.is_partial);
            return known.text.clone();
        }
        let (looked_out, had_met) = (self.watch.take(), met_partial.replace(false));
        let text = find();
        let (looks_out, is_partial) = (self.watch.take(), met_partial.get());
        if looked_out || looks_out {
            self.watch.look_out();
        }
        met_partial.set(had_met || is_partial);
        *self.last_name.borrow_mut() = Some(Name { of: node, text: text.clone(), looks_out, is_partial });
        text
    }

    /// The nodes of which something holds that depends on nothing but themselves and what stands in them, in document order.
    /// Of parts it is known again, by the type that stands for the question.
    pub(super) fn nodes_that<Q: Send + 'static>(&self, holds: impl Fn(NodeId) -> bool) -> Vec<NodeId> {
        let mut known: Answers<Q> = self.styles.take_notes();
        let mut found = Vec::new();
        for piece in pieces(self.document) {
            let part = match piece {
                Piece::Node(node) => {
                    found.extend(holds(node).then_some(node));
                    continue;
                }
                Piece::Part(part) => part,
            };
            if known.parts.len() >= PARTS {
                known.parts.clear();
            }
            let nodes = || part.range().map(|node| NodeId(node as u32)).filter(|&node| holds(node));
            let fresh = || nodes().map(|node| node.0 - part.root.0).collect::<Box<[u32]>>();
            let own = known.parts.entry(part.number).or_insert_with(fresh);
            debug_assert_eq!(*own, fresh(), "of a part holds what held");
            found.extend(own.iter().map(|behind| NodeId(part.root.0 + behind)));
        }
        self.styles.keep_notes(known);
        found
    }

    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// Which comes first in the document.
    pub fn order(&self, node: NodeId) -> u32 {
        self.order.get(node.0 as usize).copied().unwrap_or(node.0)
    }

    /// Exposed elements with a role, or one made from it, in document order.
    pub fn with_role<'b>(&'b self, role: &'b str) -> impl Iterator<Item = NodeId> + 'b {
        self.watch.look_out();
        let known = self.by_role.get(role).into_iter().flatten().copied();
        let others = is_uncounted(role).then(|| self.elements()).into_iter().flatten();
        known.chain(others.filter(move |&node| self.is_a(node, role))).filter(|&node| self.is_exposed(node))
    }

    /// Elements that have an attribute, in document order. Where there are none, that is quickly known.
    pub fn with_attr<'b>(&'b self, name: &'b str) -> impl Iterator<Item = NodeId> + 'b {
        self.watch.look_out();
        let is_there =
            self.names & name_bit(name) != 0 && self.has_attribute_named(&plain::attribute_name(name));
        let some = is_there.then(|| self.elements());
        some.into_iter().flatten().filter(move |&node| self.has_attr(node, name))
    }

    /// Exposed elements whose role is a landmark, in document order.
    pub fn landmarks(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.watch.look_out();
        self.landmarks.iter().copied().filter(|&node| self.is_exposed(node))
    }

    /// Whether scripts may change the page after loading.
    pub fn has_scripts(&self) -> bool {
        self.watch.look_out();
        self.has_scripts
    }

    /// Whether a script of the page names this element, or waits for something to happen to it:
    /// then nobody can tell from the HTML how it behaves.
    pub fn is_touched_by_script(&self, node: NodeId) -> bool {
        if self.attrs(node).any(|(name, _)| name.starts_with("on")) {
            return true;
        }
        let Some(id) = self.attr(node, "id").filter(|id| !id.is_empty()) else { return false };
        let scripts = self.named("script").iter().take(SCRIPTS);
        let mut code = scripts.flat_map(|&script| self.children(script)).filter_map(|text| self.text(text));
        code.any(|code| code[..code.floor_char_boundary(SCRIPT_BYTES)].contains(id))
    }

    pub fn role(&self, node: NodeId) -> &'static Role {
        self.roles[node.0 as usize]
    }

    /// Whether an element's role is this one or made from it.
    pub fn is_a(&self, node: NodeId, role: &str) -> bool {
        self.role(node).is_a(role)
    }

    pub fn is_exposed(&self, node: NodeId) -> bool {
        self.visibility.is_exposed(node)
    }

    pub fn is_focusable(&self, node: NodeId) -> bool {
        focus::is_focusable(self.document, &self.visibility, node)
    }

    pub fn is_in_tab_order(&self, node: NodeId) -> bool {
        focus::is_in_tab_order(self.document, &self.visibility, node)
    }

    /// The `<label>` elements of a control.
    pub fn labels(&self, control: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.watch.look_out();
        let start = self.labels.partition_point(|&(labelled, _)| labelled < control);
        self.labels[start..]
            .iter()
            .take_while(move |&&(labelled, _)| labelled == control)
            .map(|&(_, label)| label)
    }

    /// The element that has this one among its children in the accessibility tree, whatever its role.
    pub fn owner(&self, node: NodeId) -> Option<NodeId> {
        match self.place_of_owner(node) {
            Ok(index) => Some(self.owned[index].1),
            Err(_) => self.parent(node),
        }
    }

    pub fn is_owned_elsewhere(&self, node: NodeId) -> bool {
        self.place_of_owner(node).is_ok()
    }

    fn place_of_owner(&self, node: NodeId) -> Result<usize, usize> {
        if !self.owned.is_empty() {
            self.watch.look_out();
        }
        self.owned.binary_search_by_key(&node, |&(child, _)| child)
    }

    /// Whether `aria-owns` takes some element elsewhere.
    pub(super) fn has_owned(&self) -> bool {
        !self.owned.is_empty()
    }

    /// The roles of nodes that follow each other.
    pub(super) fn roles_of(&self, nodes: Range<usize>) -> &[&'static Role] {
        &self.roles[nodes]
    }

    /// Elements that assistive technology meets as children of this one, `aria-owns` included, before roles are asked.
    pub fn owned_children(&self, node: NodeId) -> Vec<NodeId> {
        let own = self.child_elements(node).filter(|&child| !self.is_owned_elsewhere(child));
        let brought = self.attr(node, "aria-owns").into_iter().flat_map(|list| self.by_ids(list));
        own.chain(brought.filter(|&child| self.owner(child) == Some(node))).collect()
    }
}
