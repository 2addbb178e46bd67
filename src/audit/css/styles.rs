//! The styles of a page: every element, in every view, with its pseudo-elements.

use std::{
    any::Any,
    ops::Range,
    sync::{Arc, MutexGuard, PoisonError},
};

use selectors::{bloom::BloomFilter, context::SelectorCaches};

use super::{
    super::dom::{Document, NodeId},
    boxes::Boxes,
    cache::{Cache, ChainId, EMPTY, EverywhereId, ListId, Notes, RuleId},
    cascade::{Around, compute},
    declaration::Lays,
    element::{At, Ground},
    links,
    selector::Pseudo,
    set::{Set, Sheets},
    sheet::{Base, Block},
    style::{Origin, Style},
    tried::{Asked, candidates, holds, matches, sorted},
    variables::Registry,
    views::{Truth, VIEWS, View},
    walk::{Walk, steps},
};

/// Steps of matching for a page, and more for each node.
const STEPS: u64 = 2_000_000;
const STEPS_EACH: u64 = 3_000;

/// The computed styles of a page.
#[derive(Debug)]
pub struct Styles {
    pub(super) set: Arc<Set>,
    pub(super) cache: Cache,
    pub(super) elements: Vec<EverywhereId>,
    pub(super) chains: Vec<ChainId>,
    pub(super) lists: Vec<ListId>,
    pub(super) inlines: Vec<u32>,
    pub(super) pseudos: Vec<(NodeId, Pseudo, EverywhereId)>,
    /// The nodes that have some, as bits.
    pub(super) with_pseudos: Vec<u64>,
    /// For each sheet of the page the element it stands in.
    holders: Arc<[NodeId]>,
    /// Links to sheets that nobody has.
    missing: Vec<NodeId>,
    pub(super) cut: bool,
}

/// A rule of a sheet, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePlace {
    pub sheet: String,
    pub selector: String,
    pub line: u32,
}

impl Styles {
    /// Computes all styles of a page at `url` that may use these sheets.
    pub fn of(document: &Document, url: &str, sheets: &Sheets) -> Self {
        let linked = links::of(document, url, sheets);
        let set = sheets.set(linked.entries);
        let cache = set.borrow_cache();
        let n = document.len();
        let styles = Self {
            elements: vec![EMPTY; n],
            chains: vec![EMPTY; n],
            lists: vec![EMPTY; n],
            inlines: vec![EMPTY; n],
            pseudos: Vec::new(),
            with_pseudos: vec![0; n.div_ceil(64)],
            holders: linked.holders.into(),
            missing: linked.missing,
            cut: set.cut,
            set,
            cache,
        };
        let mut ground = Ground::new(document, &styles.holders, None, STEPS + STEPS_EACH * n as u64);
        ground.missing = document.without_attributes(&styles.set.needs);
        Walk {
            ground: &ground,
            views: if styles.set.scheme || !linked.scheme.is_empty() { VIEWS } else { VIEWS / 2 },
            scheme: linked.scheme,
            places: vec![0; n],
            filter: BloomFilter::new(),
            path: Vec::new(),
            selector_caches: SelectorCaches::default(),
            boxes: Boxes::default(),
            candidates: Vec::new(),
            key: Vec::new(),
            styles,
        }
        .run()
    }

    pub fn get(&self, node: NodeId, view: View) -> &Style {
        &self.cache.all_styles[self.numbers(node)[view.index()] as usize]
    }

    /// Whether an element looks the same in both views, as far as its own style goes.
    pub fn same(&self, node: NodeId, one: View, other: View) -> bool {
        let styles = self.numbers(node);
        styles[one.index()] == styles[other.index()]
    }

    /// Numbers of the styles of an element: equal ones have equal numbers.
    pub fn numbers(&self, node: NodeId) -> [u32; VIEWS] {
        self.cache.everywhere[self.elements[node.0 as usize] as usize]
    }

    /// Whether an element scrolls by itself in some view.
    pub fn scrolls(&self, node: NodeId) -> bool {
        self.cache.scrolling[self.elements[node.0 as usize] as usize]
    }

    /// One number for [`Styles::numbers`].
    pub fn everywhere(&self, node: NodeId) -> u32 {
        self.elements[node.0 as usize]
    }

    /// For each view the number of an element's chain of styles up to the root: texts with the same number look the same,
    /// on this page and on others with the same sheets.
    pub fn chain(&self, node: NodeId) -> [u32; VIEWS] {
        self.cache.chains[self.chains[node.0 as usize] as usize]
    }

    /// One number for [`Styles::chain`], with that of the element's own first line and letter.
    pub fn chain_number(&self, node: NodeId) -> u32 {
        self.chains[node.0 as usize]
    }

    /// Takes what was noted about numbers of styles and chains, on this page or before. It must be given back.
    pub fn take_notes<T: Any + Send + Default>(&self) -> T {
        self.notes().take()
    }

    /// Keeps what was noted for whoever meets the same numbers.
    pub fn keep_notes<T: Any + Send>(&self, notes: T) {
        self.notes().keep(notes);
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.cache.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The style of a pseudo-element, if rules speak of it; whether it is there at all is for `content` to say.
    pub fn pseudo(&self, node: NodeId, pseudo: Pseudo, view: View) -> Option<&Style> {
        if !self.has_pseudos(node) {
            return None;
        }
        let found = self.pseudos.binary_search_by_key(&(node, pseudo), |(node, pseudo, _)| (*node, *pseudo));
        let styles = self.cache.everywhere[self.pseudos[found.ok()?].2 as usize];
        Some(&self.cache.all_styles[styles[view.index()] as usize])
    }

    /// Whether an element has pseudo-elements that somebody looks at.
    pub(in crate::audit) fn has_pseudos(&self, node: NodeId) -> bool {
        self.with_pseudos[node.0 as usize / 64] >> (node.0 % 64) & 1 != 0
    }

    /// All that is known of nodes that follow each other: where it is the same they look the same.
    pub(in crate::audit) fn numbers_of(&self, nodes: Range<usize>) -> [&[u32]; 4] {
        [&self.elements, &self.chains, &self.lists, &self.inlines].map(|numbers| &numbers[nodes.clone()])
    }

    /// The pseudo-elements of nodes that follow each other, each with its element, what it is, and a number of its styles.
    pub(in crate::audit) fn pseudos_of(&self, nodes: Range<usize>) -> &[(NodeId, Pseudo, u32)] {
        let place = |end: usize| self.pseudos.partition_point(|(node, ..)| (node.0 as usize) < end);
        &self.pseudos[place(nodes.start)..place(nodes.end)]
    }

    /// Links to sheets that could not be found: nothing about the page's looks is certain then.
    pub fn missing(&self) -> &[NodeId] {
        &self.missing
    }

    /// Whether everything that may style the page was read.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty() && !self.cut
    }

    /// The rule a value comes from.
    pub fn rule(&self, origin: Origin) -> Option<RulePlace> {
        let Origin::Rule { sheet, rule } = origin else { return None };
        let sheet = &self.set.entries.get(sheet as usize)?.sheet;
        let rule = sheet.rules.get(rule as usize)?;
        Some(RulePlace { sheet: sheet.name.clone(), selector: rule.text(), line: rule.line })
    }

    /// From where addresses are meant that a value of this origin names, on a page at `page`. None: nobody knows.
    pub(in crate::audit) fn base<'a>(&'a self, origin: Origin, page: &'a str) -> Option<&'a str> {
        let Origin::Rule { sheet, .. } = origin else { return Some(page) };
        match &self.set.entries.get(sheet as usize)?.sheet.base {
            Base::Page => Some(page),
            Base::At(address) => Some(address),
            Base::Unknown => None,
        }
    }

    /// What declarations that nobody else asks for do to the text in an element's box, in whatever view and whichever wins.
    pub(in crate::audit) fn lays(&self, document: &Document, node: NodeId) -> Lays {
        let ground = Ground::new(document, &self.holders, None, STEPS);
        self.laying(&ground, node).into_iter().fold(Lays::default(), |lays, (one, _)| lays.or(one))
    }

    /// The same, declaration by declaration, each with whether it is sure to be there in all views.
    pub(super) fn laying(&self, ground: &Ground, node: NodeId) -> Vec<(Lays, bool)> {
        let mut caches = SelectorCaches::default();
        let inline = self.cache.all_inlines[self.inlines[node.0 as usize] as usize].style.lays;
        let rules = candidates(&self.set, ground.document, node, &mut Vec::new(), Asked::Layout).into_iter();
        let is_met = |id: &RuleId| matches(&self.set, *id, At { ground, node }, None, &mut caches);
        let of_rule = |id: RuleId| {
            let (entry, rule) = (&self.set.entries[id.sheet as usize], self.set.rule(id));
            let is_sure =
                entry.truth_of(rule) == Truth::ALWAYS && rule.contained.is_none() && rule.pseudo().is_none();
            (entry.sheet.block(rule).lays, is_sure)
        };
        rules.filter(is_met).map(of_rule).chain([(inline, true)]).collect()
    }

    /// Rules that match an element in some orientation only, whether portrait or landscape, with their declarations.
    pub(super) fn oriented(&self, node: NodeId) -> impl Iterator<Item = (bool, bool, &Block)> + '_ {
        let list =
            self.cache.is_oriented.then(|| &self.cache.all_lists[self.lists[node.0 as usize] as usize]);
        let rules = list.filter(|list| list.oriented).map_or(&[][..], |list| &list.rules);
        rules.iter().filter_map(|id| {
            let sheet = &self.set.entries[id.sheet as usize].sheet;
            let rule = &sheet.rules[id.rule as usize];
            let asked = rule.orientation;
            (asked.portrait != asked.landscape).then(|| (asked.portrait, asked.landscape, sheet.block(rule)))
        })
    }

    /// The style an element takes when it gets the focus by keyboard, and whether rules about it say more than we ask for.
    pub fn focused(&self, document: &Document, node: NodeId, of: NodeId, view: View) -> (Style, bool) {
        let ground = Ground::new(document, &self.holders, Some(node), STEPS);
        let mut caches = SelectorCaches::default();
        let mut rules: Vec<RuleId> = self.cache.all_lists[self.lists[of.0 as usize] as usize].rules.to_vec();
        let at_rest = rules.len();
        for id in candidates(&self.set, document, of, &mut Vec::new(), Asked::Focus) {
            let rule = &self.set.entries[id.sheet as usize].sheet.rules[id.rule as usize];
            if rule.pseudo().is_none()
                && matches(&self.set, id, At { ground: &ground, node: of }, None, &mut caches)
            {
                rules.push(id);
            }
        }
        let says_more = rules[at_rest..].iter().any(|id| {
            let sheet = &self.set.entries[id.sheet as usize].sheet;
            let rule = &sheet.rules[id.rule as usize];
            sheet.block(rule).passed_over && self.set.entries[id.sheet as usize].author
        });
        // A rule with `:not(:focus)` no longer holds.
        let at = At { ground: &ground, node: of };
        let mut boxes = Boxes::default();
        let rules = rules.into_iter().filter_map(|id| holds(self, id, at, &mut caches, &mut boxes));
        let mut rules = sorted(&self.set, rules.collect());
        rules.dedup();
        let parent = document.parent(of).filter(|parent| document.is_element(*parent));
        let parent = parent.map(|parent| self.get(parent, view));
        let root = (of != document.html()).then(|| self.get(document.html(), view));
        let registered = self.set.registered();
        let around = Around { parent, root, view, registry: Registry(&registered), page_scheme: "" };
        let inline = &self.cache.all_inlines[self.inlines[of.0 as usize] as usize];
        (compute(&steps(&self.set, &rules, inline, view), around), says_more)
    }
}

#[cfg(test)]
impl Styles {
    /// The style of an element found the long way: every rule is tried on it, nothing is looked up. The style above it is
    /// taken as it is, so whoever compares all elements compares the whole page.
    pub(super) fn plainly(&self, document: &Document, node: NodeId, view: View) -> Style {
        let ground = Ground::new(document, &self.holders, None, u64::MAX);
        let (mut caches, mut boxes) = (SelectorCaches::default(), Boxes::default());
        let mut rules = Vec::new();
        for (sheet, entry) in (0..).zip(&self.set.entries) {
            for (number, rule) in (0..).zip(&entry.sheet.rules) {
                let truth = entry.truth_of(rule);
                let id = RuleId::new(sheet, number);
                let may_hold = (truth.yes | truth.maybe) & view.bit() != 0 && rule.pseudo().is_none();
                if may_hold {
                    let at = At { ground: &ground, node };
                    let found = holds(self, id, at, &mut caches, &mut boxes);
                    rules.extend(found.filter(|held| {
                        let truth = self.set.truth(held.id);
                        (truth.yes | truth.maybe) & view.bit() != 0
                    }));
                }
            }
        }
        let rules = sorted(&self.set, rules);
        let parent = document.parent(node).filter(|parent| document.is_element(*parent));
        let inline = &self.cache.all_inlines[self.inlines[node.0 as usize] as usize];
        let registered = self.set.registered();
        let around = Around {
            parent: parent.map(|parent| self.get(parent, view)),
            root: parent.map(|_| self.get(document.html(), view)),
            view,
            registry: Registry(&registered),
            page_scheme: &inline.scheme,
        };
        compute(&steps(&self.set, &rules, inline, view), around)
    }
}

impl Drop for Styles {
    fn drop(&mut self) {
        self.set.give_back(std::mem::take(&mut self.cache));
    }
}
