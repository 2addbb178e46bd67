//! What one way through a page finds out about its elements: roles, labels, owners, landmarks.
//!
//! Of a part that stands on many pages it is found out once. Elements whose role depends on something outside are looked at
//! again on each page, and where one of them comes out otherwise, so is everything in the part.

use std::ops::Range;

use super::{
    dom::{Document, NodeId},
    engine::number_of,
    inherited::{Piece, pieces},
    numbers::{ByName, ByNumber},
    plain::Placed,
    roles::{NO_ROLE, Role},
    semantics,
    visibility::{Flags, Visibility},
};

/// So many parts are kept.
const KEPT: usize = 4_000;

/// Whether a role is one of so many elements that nobody keeps a list of them, and nobody asks for all of them on each page.
pub(super) fn is_uncounted(role: &str) -> bool {
    matches!(
        role,
        "" | "generic"
            | "none"
            | "presentation"
            | "link"
            | "list"
            | "listitem"
            | "paragraph"
            | "strong"
            | "time"
    )
}

/// What was found out about parts, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Known(ByNumber<u32, PartRoles>);

#[derive(Debug)]
struct PartRoles {
    /// How its nodes were hidden: what takes the focus keeps its role.
    flags: Box<[Flags]>,
    roles: Box<[&'static Role]>,
    /// Elements, by how far they stand behind the root, whose role depends on something outside.
    again: Box<[u32]>,
    /// Elements about which more is noted than their role.
    noted: Box<[u32]>,
    /// See [`name_bit`](super::dom::name_bit), of all attributes.
    names: u64,
}

/// What was found out so far.
pub(super) struct Gathering<'a> {
    document: &'a Document,
    visibility: &'a Visibility,
    pub roles: Vec<&'static Role>,
    of_roles: OfRoles,
    /// Controls with their labels.
    pub labels: Vec<(NodeId, NodeId)>,
    /// Elements that an `aria-owns` takes elsewhere, with the element that owns them now.
    pub owned: Vec<(NodeId, NodeId)>,
    pub landmarks: Vec<NodeId>,
    pub has_scripts: bool,
    /// Bits of the names of all attributes.
    pub names: u64,
}

impl<'a> Gathering<'a> {
    /// Goes through a page.
    pub(super) fn of(document: &'a Document, visibility: &'a Visibility, known: &mut Known) -> Self {
        let mut gathering = Self {
            document,
            visibility,
            roles: vec![&NO_ROLE; document.len()],
            of_roles: OfRoles::default(),
            labels: Vec::new(),
            owned: Vec::new(),
            landmarks: Vec::new(),
            has_scripts: false,
            names: 0,
        };
        for piece in pieces(document) {
            match piece {
                Piece::Node(node) if document.is_element(node) => gathering.element(node),
                Piece::Node(_) => {}
                Piece::Part(part) => gathering.part(part, known),
            }
        }
        gathering.labels.sort_by_key(|&(control, _)| control);
        gathering.owned.sort_by_key(|&(child, _)| child);
        gathering.owned.dedup_by_key(|&mut (child, _)| child);
        gathering
    }

    /// The elements of each role that is counted, by the names that [`Page::with_role`](super::Page::with_role) may ask
    /// for. `order` tells which comes first.
    pub(super) fn by_role(&mut self, order: impl Fn(NodeId) -> u32) -> ByName<Vec<NodeId>> {
        std::mem::take(&mut self.of_roles).by_name(order)
    }

    fn element(&mut self, node: NodeId) {
        self.role(node);
        self.names |= self.document.attribute_names(node);
        if self.is_noted(node) {
            self.note(node);
        }
    }

    fn role(&mut self, node: NodeId) {
        let roles = &self.roles;
        let role = semantics::semantic_role(self.document, self.visibility, node, &|up| roles[up.0 as usize]);
        self.roles[node.0 as usize] = role;
    }

    /// Whether there is more to know of an element than its role.
    fn is_noted(&self, node: NodeId) -> bool {
        let role = self.roles[node.0 as usize];
        !is_uncounted(role.name)
            || role.is_landmark
            || self.document.has_attr(node, "aria-owns")
            || matches!(self.document.tag(node), "label" | "script")
    }

    fn note(&mut self, node: NodeId) {
        let (document, role, tag) = (self.document, self.roles[node.0 as usize], self.document.tag(node));
        if !is_uncounted(role.name) {
            self.of_roles.add(role, node);
        }
        self.landmarks.extend(role.is_landmark.then_some(node));
        if tag == "label" {
            self.labels.extend(labelled(document, node).map(|control| (control, node)));
        }
        self.has_scripts |= tag == "script" && is_program(document, node);
        if let Some(list) = document.attr(node, "aria-owns") {
            let children = document.by_ids(list).filter(|&child| !document.is_within(node, child));
            self.owned.extend(children.map(|child| (child, node)));
        }
    }

    fn part(&mut self, part: Placed, known: &mut Known) {
        let range = part.range();
        let is_known = known.0.get(&part.number).is_some_and(|known| self.take(range.clone(), known));
        if !is_known {
            let found = self.find(range.clone());
            if known.0.len() >= KEPT {
                known.0.clear();
            }
            known.0.insert(part.number, found);
        }
        let Some(known) = known.0.get(&part.number) else { return };
        self.names |= known.names;
        for behind in &known.noted {
            self.note(NodeId(part.root.0 + behind));
        }
    }

    /// Takes the roles a part had, unless something is otherwise; tells whether they hold.
    fn take(&mut self, range: Range<usize>, known: &PartRoles) -> bool {
        if *known.flags != *self.visibility.flags(range.clone()) {
            return false;
        }
        self.roles[range.clone()].copy_from_slice(&known.roles);
        let is_same = known.again.iter().all(|behind| {
            self.role(NodeId(range.start as u32 + behind));
            let (behind, had) = (*behind as usize, &known.roles);
            std::ptr::eq(self.roles[range.start + behind], had[behind])
        });
        if is_same && cfg!(debug_assertions) {
            let found = self.find(range);
            let is_equal =
                found.roles.iter().zip(&known.roles).all(|(one, other)| std::ptr::eq(*one, *other));
            assert!(is_equal && found.again == known.again, "the roles of a part are those it had");
            assert_eq!((&found.noted, found.names), (&known.noted, known.names));
        }
        is_same
    }

    /// Finds out the roles of a part, and sees which depend on something outside.
    fn find(&mut self, range: Range<usize>) -> PartRoles {
        let (document, root) = (self.document, range.start as u32);
        let (mut again, mut noted, mut names) = (Vec::new(), Vec::new(), 0);
        document.watch.begin(NodeId(root));
        for node in range.clone().map(|node| NodeId(node as u32)).filter(|&node| document.is_element(node)) {
            document.watch.take();
            self.role(node);
            let behind = node.0 - root;
            again.extend(document.watch.take().then_some(behind));
            noted.extend(self.is_noted(node).then_some(behind));
            names |= document.attribute_names(node);
        }
        document.watch.end();
        PartRoles {
            flags: self.visibility.flags(range.clone()).into(),
            roles: self.roles[range].into(),
            again: again.into(),
            noted: noted.into(),
            names,
        }
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
    fn by_name(self, order: impl Fn(NodeId) -> u32) -> ByName<Vec<NodeId>> {
        let mut by_name: ByName<Vec<NodeId>> = ByName::default();
        for (role, nodes) in self.lists {
            let base = Some(role.base).filter(|base| *base != role.name && !is_uncounted(base));
            for name in std::iter::once(role.name).chain(base) {
                let known = by_name.entry(name).or_default();
                let is_first = known.is_empty();
                known.extend(&nodes);
                if !is_first {
                    known.sort_by_key(|node| order(*node));
                }
            }
        }
        by_name
    }
}

/// Whether a `<script>` is a program and not data in one's clothes.
fn is_program(document: &Document, node: NodeId) -> bool {
    let kind = document.attr(node, "type");
    kind.is_none_or(|kind| kind.is_empty() || kind.contains("script") || kind == "module")
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
