//! The styles of a part of a page that stands on other pages as well: found out once for each way it is framed.

use selectors::context::SelectorCaches;

use super::{
    super::{
        dom::{Document, NodeId},
        plain::Placed,
    },
    cache::{ChainId, EverywhereId, PlaceId},
    element::WHOLE,
    selector::Pseudo,
    walk::Walk,
};

/// So many are kept.
pub(super) const KEPT: usize = 4_000;

/// A part, with everything around it that its styles depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct PartKey {
    number: u32,
    /// The root's, which knows the names of all above.
    place: PlaceId,
    own: EverywhereId,
    chain: ChainId,
    /// The styles of `<html>`.
    html: EverywhereId,
    n_views: u32,
}

/// What [`Styles`](super::Styles) holds of the nodes below the root of a part.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PartStyles {
    places: Box<[PlaceId]>,
    elements: Box<[EverywhereId]>,
    chains: Box<[ChainId]>,
    lists: Box<[u32]>,
    inlines: Box<[u32]>,
    /// By how far each stands behind the root.
    pseudos: Box<[(u32, Pseudo, EverywhereId)]>,
    /// Elements to which something outside matters, by how far they stand behind the root: computed each time.
    again: Box<[u32]>,
}

impl Walk<'_> {
    /// The styles of everything below the root of a part, whose own are known.
    pub(super) fn part(&mut self, part: Placed) {
        let root = part.root.0 as usize;
        let html = self.styles.elements[self.ground.document.html().0 as usize];
        let key = PartKey {
            number: part.number,
            place: self.places[root],
            own: self.styles.elements[root],
            chain: self.styles.chains[root],
            html,
            n_views: self.views as u32,
        };
        match self.styles.cache.framed.remove(&key) {
            Some(known) => {
                self.take(part, &known);
                self.styles.cache.framed.insert(key, known);
            }
            None => {
                let found = self.find(part);
                if self.styles.cache.framed.len() < KEPT && self.ground.budget.get() > 0 {
                    self.styles.cache.framed.insert(key, found);
                }
            }
        }
    }

    fn below(&mut self, part: Placed) {
        for node in elements_below(self.ground.document, part) {
            self.element(node);
        }
    }

    /// Computes the styles of a part, and sees to which elements something outside matters.
    fn find(&mut self, part: Placed) -> PartStyles {
        // What was remembered about neighbours would keep their being looked at from being seen.
        let caches = std::mem::take(&mut self.selector_caches);
        let n_pseudos = self.styles.pseudos.len();
        let mut again = Vec::new();
        self.ground.part.set((part.root.0, part.root.0 + part.n_nodes));
        for node in elements_below(self.ground.document, part) {
            self.selector_caches = SelectorCaches::default();
            self.ground.looked_out.set(false);
            self.element(node);
            again.extend(self.ground.looked_out.get().then_some(node.0 - part.root.0));
        }
        self.ground.part.set(WHOLE);
        self.selector_caches = caches;
        self.found(part, n_pseudos, again.into())
    }

    fn found(&self, part: Placed, n_pseudos: usize, again: Box<[u32]>) -> PartStyles {
        let styles = &self.styles;
        let below = part.root.0 as usize + 1..(part.root.0 + part.n_nodes) as usize;
        PartStyles {
            places: self.places[below.clone()].into(),
            elements: styles.elements[below.clone()].into(),
            chains: styles.chains[below.clone()].into(),
            lists: styles.lists[below.clone()].into(),
            inlines: styles.inlines[below].into(),
            pseudos: self.pseudos_since(part, n_pseudos).collect(),
            again,
        }
    }

    fn pseudos_since(&self, part: Placed, n: usize) -> impl Iterator<Item = (u32, Pseudo, EverywhereId)> {
        let own = move |&(node, pseudo, style): &(NodeId, Pseudo, EverywhereId)| {
            (node.0 - part.root.0, pseudo, style)
        };
        self.styles.pseudos[n..].iter().map(own)
    }

    /// Takes the styles a part had, unless they are other ones where something outside matters.
    fn take(&mut self, part: Placed, known: &PartStyles) {
        let root = part.root.0;
        let below = root as usize + 1..(root + part.n_nodes) as usize;
        let n_pseudos = self.styles.pseudos.len();
        self.places[below.clone()].copy_from_slice(&known.places);
        let styles = &mut self.styles;
        styles.elements[below.clone()].copy_from_slice(&known.elements);
        styles.chains[below.clone()].copy_from_slice(&known.chains);
        styles.lists[below.clone()].copy_from_slice(&known.lists);
        styles.inlines[below].copy_from_slice(&known.inlines);
        if !known.again.iter().all(|&behind| self.is_as_it_was(part, known, behind)) {
            // They were found with the styles the part had elsewhere.
            self.boxes.forget();
            self.below(part);
            return;
        }
        if cfg!(debug_assertions) {
            self.below(part);
            let found = self.found(part, n_pseudos, known.again.clone());
            assert_eq!(found, *known, "the styles of a part are those it had");
            self.styles.pseudos.truncate(n_pseudos);
        }
        let pseudo =
            |&(behind, pseudo, style): &(u32, Pseudo, EverywhereId)| (NodeId(root + behind), pseudo, style);
        self.styles.pseudos.extend(known.pseudos.iter().map(pseudo));
    }

    /// Computes one element of a part, and tells whether it came out as it did before.
    fn is_as_it_was(&mut self, part: Placed, known: &PartStyles, behind: u32) -> bool {
        let (n_pseudos, node) = (self.styles.pseudos.len(), NodeId(part.root.0 + behind));
        self.element(node);
        let (index, at) = (node.0 as usize, behind as usize - 1);
        let styles = &self.styles;
        let had = known.pseudos.iter().filter(|(of, ..)| *of == behind).copied();
        let is_same = self.places[index] == known.places[at]
            && styles.elements[index] == known.elements[at]
            && styles.chains[index] == known.chains[at]
            && styles.lists[index] == known.lists[at]
            && styles.inlines[index] == known.inlines[at]
            && self.pseudos_since(part, n_pseudos).eq(had);
        self.styles.pseudos.truncate(n_pseudos);
        is_same
    }
}

fn elements_below(document: &Document, part: Placed) -> impl Iterator<Item = NodeId> + '_ {
    let below = part.root.0 + 1..part.root.0 + part.n_nodes;
    below.map(NodeId).filter(|&node| document.is_element(node))
}
