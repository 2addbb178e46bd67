//! The styles of a part of a page that stands on other pages as well: found out once for each way it is framed.

use super::{
    super::{dom::NodeId, plain::Placed},
    cache::{ChainId, EverywhereId, PlaceId},
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
    elements: Box<[EverywhereId]>,
    chains: Box<[ChainId]>,
    lists: Box<[u32]>,
    inlines: Box<[u32]>,
    /// By how far each stands behind the root.
    pseudos: Box<[(u32, Pseudo, EverywhereId)]>,
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
            Some(Some(known)) => {
                self.take(part, &known);
                self.styles.cache.framed.insert(key, Some(known));
            }
            // Something outside matters to it: that may be another thing each time.
            Some(None) => {
                self.styles.cache.framed.insert(key, None);
                self.below(part);
            }
            None => {
                let found = self.find(part);
                if self.styles.cache.framed.len() < KEPT {
                    self.styles.cache.framed.insert(key, found);
                }
            }
        }
    }

    fn below(&mut self, part: Placed) {
        for node in (part.root.0 + 1..part.root.0 + part.n_nodes).map(NodeId) {
            if self.ground.document.is_element(node) {
                self.element(node);
            }
        }
    }

    /// Computes the styles of a part; none if they hold for this page alone.
    fn find(&mut self, part: Placed) -> Option<PartStyles> {
        // What was remembered about neighbours would keep their being looked at from being seen.
        let caches = std::mem::take(&mut self.selector_caches);
        let n_pseudos = self.styles.pseudos.len();
        self.ground.part.set((part.root.0, part.root.0 + part.n_nodes));
        self.ground.looked_out.set(false);
        self.below(part);
        self.ground.part.set((0, u32::MAX));
        self.selector_caches = caches;
        let is_whole = self.ground.budget.get() > 0 && !self.ground.looked_out.get();
        is_whole.then(|| self.found(part, n_pseudos))
    }

    fn found(&self, part: Placed, n_pseudos: usize) -> PartStyles {
        let styles = &self.styles;
        let below = part.root.0 as usize + 1..(part.root.0 + part.n_nodes) as usize;
        let pseudo =
            |(node, pseudo, style): &(NodeId, Pseudo, EverywhereId)| (node.0 - part.root.0, *pseudo, *style);
        PartStyles {
            elements: styles.elements[below.clone()].into(),
            chains: styles.chains[below.clone()].into(),
            lists: styles.lists[below.clone()].into(),
            inlines: styles.inlines[below].into(),
            pseudos: styles.pseudos[n_pseudos..].iter().map(pseudo).collect(),
        }
    }

    fn take(&mut self, part: Placed, known: &PartStyles) {
        let root = part.root.0;
        let below = root as usize + 1..(root + part.n_nodes) as usize;
        let n_pseudos = self.styles.pseudos.len();
        if cfg!(debug_assertions) {
            self.below(part);
            assert_eq!(self.found(part, n_pseudos), *known, "the styles of a part are those it had");
            self.styles.pseudos.truncate(n_pseudos);
        }
        let styles = &mut self.styles;
        styles.elements[below.clone()].copy_from_slice(&known.elements);
        styles.chains[below.clone()].copy_from_slice(&known.chains);
        styles.lists[below.clone()].copy_from_slice(&known.lists);
        styles.inlines[below].copy_from_slice(&known.inlines);
        let pseudo =
            |(behind, pseudo, style): &(u32, Pseudo, EverywhereId)| (NodeId(root + behind), *pseudo, *style);
        styles.pseudos.extend(known.pseudos.iter().map(pseudo));
    }
}
