//! A document with what rules ask of it again and again: visibility, roles, labels, owners, each found out once.

use std::{
    cell::RefCell,
    ops::{Deref, Range},
    sync::Arc,
};

use super::{
    css::{Sheets, Styles},
    dom::{Document, NodeId, name_bit},
    engine::number_of,
    focus,
    numbers::{ByName, ByNumber},
    pictures::Pictures,
    plain,
    roles::{NO_ROLE, Role},
    semantics,
    visibility::Visibility,
};

/// Scripts that are searched for an id.
const SCRIPTS: usize = 50;
/// Of each, this much.
const SCRIPT_BYTES: usize = 64 * 1024;

/// Roles of so many elements that nobody keeps a list of them.
const UNCOUNTED: [&str; 4] = ["", "generic", "none", "presentation"];

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
    /// The place of each node in the document.
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
    /// With whether it depends on more than what stands in the element.
    last_name: RefCell<Option<(NodeId, String, bool)>>,
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
        let mut roles = vec![&NO_ROLE; document.len()];
        let mut of_roles = OfRoles::default();
        let mut labels = Vec::new();
        let mut owned = Vec::new();
        let mut landmarks = Vec::new();
        let mut has_scripts = false;
        let mut names = 0;
        let mut order = vec![0; document.len()];
        for (place, node) in (0..).zip(document.descendants(NodeId(0))) {
            order[node.0 as usize] = place;
            if !document.is_element(node) {
                continue;
            }
            let role = semantics::semantic_role(document, &visibility, node, &|up| roles[up.0 as usize]);
            roles[node.0 as usize] = role;
            names |= document.attribute_names(node);
            landmarks.extend(role.is_landmark.then_some(node));
            of_roles.add(role, node);
            if document.tag(node) == "label" {
                labels.extend(labelled(document, node).map(|control| (control, node)));
            }
            has_scripts |= is_script(document, node);
            if let Some(list) = document.attr(node, "aria-owns") {
                owned.extend(
                    document
                        .by_ids(list)
                        .filter(|&child| !document.is_within(node, child))
                        .map(|child| (child, node)),
                );
            }
        }
        labels.sort_by_key(|&(control, _)| control);
        owned.sort_by_key(|&(child, _)| child);
        owned.dedup_by_key(|&mut (child, _)| child);
        Self {
            document,
            styles: Arc::new(styles),
            visibility,
            roles: roles.into(),
            by_role: Arc::new(of_roles.by_name(&order)),
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
        if let Some((known, name, looks_out)) = &*self.last_name.borrow()
            && *known == node
        {
            if *looks_out {
                self.watch.look_out();
            }
            return name.clone();
        }
        let looked_out = self.watch.take();
        let name = find();
        let looks_out = self.watch.take();
        if looked_out || looks_out {
            self.watch.look_out();
        }
        *self.last_name.borrow_mut() = Some((node, name.clone(), looks_out));
        name
    }

    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// Which comes first in the document.
    pub fn order(&self, node: NodeId) -> u32 {
        self.order[node.0 as usize]
    }

    /// Exposed elements with a role, or one made from it, in document order.
    pub fn with_role<'b>(&'b self, role: &'b str) -> impl Iterator<Item = NodeId> + 'b {
        self.watch.look_out();
        let known = self.by_role.get(role).into_iter().flatten().copied();
        let others = UNCOUNTED.contains(&role).then(|| self.elements()).into_iter().flatten();
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

/// The elements of each role, gathered by its number.
#[derive(Default)]
struct OfRoles {
    places: ByNumber<usize, usize>,
    lists: Vec<(&'static Role, Vec<NodeId>)>,
}

impl OfRoles {
    fn add(&mut self, role: &'static Role, node: NodeId) {
        let next = self.lists.len();
        let place = *self.places.entry(number_of(role)).or_insert(next);
        if place == next {
            self.lists.push((role, Vec::new()));
        }
        self.lists[place].1.push(node);
    }

    /// By the names that [`Page::with_role`] may ask for, in document order.
    fn by_name(self, order: &[u32]) -> ByName<Vec<NodeId>> {
        let mut by_name: ByName<Vec<NodeId>> = ByName::default();
        for (role, nodes) in self.lists.into_iter().filter(|(role, _)| !UNCOUNTED.contains(&role.name)) {
            let base = Some(role.base).filter(|base| *base != role.name && !base.is_empty());
            for name in std::iter::once(role.name).chain(base) {
                let known = by_name.entry(name).or_default();
                let is_first = known.is_empty();
                known.extend(&nodes);
                if !is_first {
                    known.sort_by_key(|node| order[node.0 as usize]);
                }
            }
        }
        by_name
    }
}

/// Whether an element is a program and not data in one's clothes.
fn is_script(document: &Document, node: NodeId) -> bool {
    document.tag(node) == "script"
        && document
            .attr(node, "type")
            .is_none_or(|kind| kind.is_empty() || kind.contains("script") || kind == "module")
}

/// The control a `<label>` belongs to.
fn labelled(document: &Document, label: NodeId) -> Option<NodeId> {
    match document.attr(label, "for") {
        Some(id) => document.by_id(id).filter(|&control| is_labelable(document, control)),
        None => document.descendants(label).take(2_000).find(|&control| is_labelable(document, control)),
    }
}

fn is_labelable(document: &Document, node: NodeId) -> bool {
    match document.tag(node) {
        "button" | "meter" | "output" | "progress" | "select" | "textarea" => true,
        "input" => !document.attr(node, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden")),
        tag => tag.contains('-'),
    }
}
