//! The styles of a page: every element, in every view, with its pseudo-elements.

use std::{cell::Cell, sync::Arc};

use selectors::{bloom::BloomFilter, context::SelectorCaches};

use super::{
    super::dom::{Document, NodeId},
    cache::{Cache, EMPTY, ListId, RuleId, StyleId},
    cascade::{Around, compute},
    element::{At, Ground},
    links,
    selector::Pseudo,
    set::{Set, Sheets},
    sheet::Block,
    style::{Origin, Style},
    variables::Registry,
    views::{VIEWS, View},
    walk::{Walk, candidates, matches, sort, steps},
};

/// Steps of matching for a page, and more for each node.
const STEPS: u64 = 2_000_000;
const STEPS_EACH: u64 = 3_000;

pub(super) type Everywhere = [StyleId; VIEWS];

/// The computed styles of a page.
#[derive(Debug)]
pub struct Styles {
    pub(super) set: Arc<Set>,
    pub(super) cache: Cache,
    pub(super) elements: Vec<Everywhere>,
    pub(super) lists: Vec<ListId>,
    pub(super) inlines: Vec<u32>,
    pub(super) pseudos: Vec<(NodeId, Pseudo, Everywhere)>,
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
            elements: vec![[EMPTY; VIEWS]; n],
            lists: vec![EMPTY; n],
            inlines: vec![EMPTY; n],
            pseudos: Vec::new(),
            missing: linked.missing,
            cut: set.cut,
            set,
            cache,
        };
        let budget = Cell::new(STEPS + STEPS_EACH * n as u64);
        let ground = Ground { document, focused: None, budget };
        Walk {
            ground: &ground,
            views: if styles.set.scheme || !linked.scheme.is_empty() { VIEWS } else { VIEWS / 2 },
            scheme: linked.scheme,
            places: vec![0; n],
            filter: BloomFilter::new(),
            filter_of: None,
            selector_caches: SelectorCaches::default(),
            candidates: Vec::new(),
            styles,
        }
        .run()
    }

    pub fn get(&self, node: NodeId, view: View) -> &Style {
        &self.cache.all_styles[self.elements[node.0 as usize][view.index()] as usize]
    }

    /// Whether an element looks the same in both views, as far as its own style goes.
    pub fn same(&self, node: NodeId, one: View, other: View) -> bool {
        let styles = self.elements[node.0 as usize];
        styles[one.index()] == styles[other.index()]
    }

    /// Numbers of the styles of an element: equal ones have equal numbers.
    pub fn numbers(&self, node: NodeId) -> [u32; VIEWS] {
        self.elements[node.0 as usize]
    }

    /// The style of a pseudo-element, if rules speak of it; whether it is there at all is for `content` to say.
    pub fn pseudo(&self, node: NodeId, pseudo: Pseudo, view: View) -> Option<&Style> {
        let found = self.pseudos.binary_search_by_key(&(node, pseudo), |(node, pseudo, _)| (*node, *pseudo));
        found.ok().map(|index| &self.cache.all_styles[self.pseudos[index].2[view.index()] as usize])
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

    /// Rules that match an element in some orientation only, whether portrait or landscape, with their declarations.
    pub(super) fn oriented(&self, node: NodeId) -> impl Iterator<Item = (bool, bool, &Block)> + '_ {
        let list = &self.cache.all_lists[self.lists[node.0 as usize] as usize];
        list.rules.iter().filter_map(|id| {
            let sheet = &self.set.entries[id.sheet as usize].sheet;
            let rule = &sheet.rules[id.rule as usize];
            let asked = rule.orientation;
            (asked.portrait != asked.landscape).then(|| (asked.portrait, asked.landscape, sheet.block(rule)))
        })
    }

    /// The style an element takes when it gets the focus by keyboard, and whether rules about it say more than we ask for.
    pub fn focused(&self, document: &Document, node: NodeId, of: NodeId, view: View) -> (Style, bool) {
        let ground = Ground { document, focused: Some(node), budget: Cell::new(STEPS) };
        let mut caches = SelectorCaches::default();
        let mut rules: Vec<RuleId> = self.cache.all_lists[self.lists[of.0 as usize] as usize].rules.to_vec();
        let at_rest = rules.len();
        for id in candidates(&self.set, document, of, &mut Vec::new(), true) {
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
        rules.retain(|id| matches(&self.set, *id, At { ground: &ground, node: of }, None, &mut caches));
        sort(&self.set, &mut rules);
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

impl Drop for Styles {
    fn drop(&mut self) {
        self.set.give_back(std::mem::take(&mut self.cache));
    }
}
