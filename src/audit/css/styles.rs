//! The styles of a page: every element, in every view, with its pseudo-elements.

use std::{cell::Cell, sync::Arc};

use selectors::{
    Element,
    bloom::BloomFilter,
    context::{
        MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode,
        SelectorCaches,
    },
    matching::matches_selector,
};

use super::{
    super::dom::{Document, NodeId},
    cache::{Cache, EMPTY, Inline, List, ListId, Lists, PlaceId, Recipe, RuleId, StyleId},
    cascade::{Around, Step, compute},
    element::{At, Ground},
    hints,
    index::NamesOf,
    links,
    selector::Pseudo,
    set::{Set, Sheets, UNLAYERED},
    sheet::Block,
    style::{Origin, Style},
    variables::Registry,
    views::{VIEWS, View},
};

/// Steps of matching for a page, and more for each node.
const STEPS: u64 = 2_000_000;
const STEPS_EACH: u64 = 3_000;

type Everywhere = [StyleId; VIEWS];

/// The computed styles of a page.
#[derive(Debug)]
pub struct Styles {
    set: Arc<Set>,
    cache: Cache,
    elements: Vec<Everywhere>,
    lists: Vec<ListId>,
    inlines: Vec<u32>,
    pseudos: Vec<(NodeId, Pseudo, Everywhere)>,
    /// Links to sheets that nobody has.
    missing: Vec<NodeId>,
    cut: bool,
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

/// The way through a page that fills [`Styles`].
struct Walk<'a> {
    ground: &'a Ground<'a>,
    styles: Styles,
    /// Views that are computed; the others are as the first ones.
    views: usize,
    /// What the page says of light and dark.
    scheme: String,
    places: Vec<PlaceId>,
    /// Names of all above the element `filter_of`, itself included.
    filter: BloomFilter,
    filter_of: Option<NodeId>,
    selector_caches: SelectorCaches,
    candidates: Vec<u32>,
}

impl Walk<'_> {
    fn run(mut self) -> Styles {
        let document = self.ground.document;
        let mut key = Vec::new();
        for node in document.elements() {
            let parent = document.parent(node).filter(|parent| document.is_element(*parent));
            let place = self.place(node, parent, &mut key);
            let lists = self.lists(node, parent, place);
            let above = parent.map_or([EMPTY; VIEWS], |parent| self.styles.elements[parent.0 as usize]);
            let root = match parent {
                Some(_) => self.styles.elements[document.html().0 as usize],
                None => [EMPTY; VIEWS],
            };
            let inline = self.inline(node, parent.is_none());
            let index = node.0 as usize;
            self.places[index] = place;
            self.styles.lists[index] = lists.main;
            self.styles.inlines[index] = inline;
            let own = self.style(lists.main, above, root, inline);
            self.styles.elements[index] = own;
            for (pseudo, list) in Pseudo::ALL.into_iter().zip(lists.pseudos) {
                if list != EMPTY {
                    let root = if parent.is_some() { root } else { own };
                    let style = self.style(list, own, root, EMPTY);
                    self.styles.pseudos.push((node, pseudo, style));
                }
            }
        }
        self.styles.pseudos.sort_unstable_by_key(|(node, pseudo, _)| (*node, *pseudo));
        self.styles.cut |= self.ground.budget.get() == 0;
        self.styles
    }

    /// The element's place: its own names and those of all above it.
    fn place(&mut self, node: NodeId, parent: Option<NodeId>, key: &mut Vec<u32>) -> PlaceId {
        let document = self.ground.document;
        let cache = &mut self.styles.cache;
        let set = &self.styles.set;
        let asks = |test: &dyn Fn(&super::sheet::Names) -> bool| {
            set.entries.iter().any(|entry| test(&entry.sheet.names))
        };
        key.clear();
        key.push(parent.map_or(0, |parent| self.places[parent.0 as usize]));
        key.push(u32::from(document.tag(node).is_empty()));
        key.push(cache.word(document.local_name(node)));
        for (name, value) in document.attrs(node) {
            match name {
                "id" if asks(&|names| names.ids.contains(value)) => {
                    let id = cache.word(value);
                    key.extend([1, id]);
                }
                "class" => {
                    for class in value.split_ascii_whitespace() {
                        if asks(&|names| names.classes.contains(class)) {
                            let class = cache.word(class);
                            key.extend([2, class]);
                        }
                    }
                }
                _ => {}
            }
            if asks(&|names| names.attributes.contains(name)) {
                let (name, value) = (cache.word(name), cache.word(value));
                key.extend([3, name, value]);
            }
        }
        let (place, is_new) = cache.place(key);
        if is_new {
            self.explore(node, parent, place);
        }
        place
    }

    /// Finds the rules of a place that was never met before.
    fn explore(&mut self, node: NodeId, parent: Option<NodeId>, place: PlaceId) {
        let set = self.styles.set.clone();
        self.fill_filter(parent);
        let found = candidates(&set, self.ground.document, node, &mut self.candidates, false);
        let mut known = super::cache::Place::default();
        for id in found {
            let rule = &set.entries[id.sheet as usize].sheet.rules[id.rule as usize];
            if rule.facts.positional {
                if selectors::matching::selector_may_match(&rule.hashes, &self.filter) {
                    known.positional.push(id);
                }
            } else if self.matches(node, id) {
                known.fixed.push(id);
            }
        }
        self.styles.cache.known[place as usize] = known;
    }

    fn matches(&mut self, node: NodeId, id: RuleId) -> bool {
        let at = At { ground: self.ground, node };
        matches(&self.styles.set, id, at, Some(&self.filter), &mut self.selector_caches)
    }

    /// The names of all above, by which most rules are ruled out at once.
    fn fill_filter(&mut self, parent: Option<NodeId>) {
        if self.filter_of == parent && parent.is_some() {
            return;
        }
        self.filter_of = parent;
        self.filter.clear();
        if let Some(parent) = parent {
            for up in std::iter::once(parent).chain(self.ground.document.ancestors(parent)) {
                At { ground: self.ground, node: up }.add_element_unique_hashes(&mut self.filter);
            }
        }
    }

    fn lists(&mut self, node: NodeId, parent: Option<NodeId>, place: PlaceId) -> Lists {
        let known = &self.styles.cache.known[place as usize];
        if let Some(lists) = known.lists {
            return lists;
        }
        let mut rules = known.fixed.clone();
        let positional = known.positional.clone();
        if !positional.is_empty() {
            self.fill_filter(parent);
        }
        for id in &positional {
            if self.matches(node, *id) {
                rules.push(*id);
            }
        }
        let lists = self.sorted(rules);
        if positional.is_empty() {
            self.styles.cache.known[place as usize].lists = Some(lists);
        }
        lists
    }

    /// Rules by what they speak of, each in the order of the cascade.
    fn sorted(&mut self, mut rules: Vec<RuleId>) -> Lists {
        let set = self.styles.set.clone();
        sort(&set, &mut rules);
        let mut of = |wanted: Option<Pseudo>| {
            let chosen: Vec<RuleId> = rules
                .iter()
                .filter(|id| set.entries[id.sheet as usize].sheet.rules[id.rule as usize].pseudo() == wanted)
                .copied()
                .collect();
            self.styles.cache.list(&chosen, &mut |cache, rules| make_list(&set, cache, rules))
        };
        Lists { main: of(None), pseudos: Pseudo::ALL.map(|pseudo| of(Some(pseudo))) }
    }

    fn inline(&mut self, node: NodeId, is_root: bool) -> u32 {
        let document = self.ground.document;
        let style = document.attr(node, "style").unwrap_or("");
        let hints = hints::of(document, node);
        let scheme = if is_root { self.scheme.as_str() } else { "" };
        if style.is_empty() && hints.is_empty() && scheme.is_empty() {
            return EMPTY;
        }
        let key = format!("{hints}\0{scheme}\0{style}");
        self.styles.cache.inline(&key, || Inline {
            hints: Block::inline(&hints),
            style: Block::inline(style),
            scheme: scheme.to_owned(),
        })
    }

    fn style(&mut self, list: ListId, parent: Everywhere, root: Everywhere, inline: u32) -> Everywhere {
        let cache = &mut self.styles.cache;
        let known = &cache.all_lists[list as usize];
        let blocks = &cache.all_inlines[inline as usize];
        let all_equal = |ids: &[u32; VIEWS]| ids.iter().all(|id| *id == ids[0]);
        let varies = known.varies || blocks.style.varies || !blocks.scheme.is_empty();
        let views = known.views;
        if !varies && all_equal(&views) && all_equal(&parent) && all_equal(&root) {
            let recipe = Recipe { list: views[0], parent: parent[0], root: root[0], inline, view: None };
            return [self.cooked(recipe, View::DESK); VIEWS];
        }
        let mut styles = [EMPTY; VIEWS];
        for view in View::all() {
            let index = view.index();
            if index >= self.views {
                styles[index] = styles[view.in_light().index()];
                continue;
            }
            let recipe = Recipe {
                list: views[index],
                parent: parent[index],
                root: root[index],
                inline,
                view: if varies { Recipe::view(view) } else { None },
            };
            styles[index] = self.cooked(recipe, view);
        }
        styles
    }

    fn cooked(&mut self, recipe: Recipe, view: View) -> StyleId {
        let cache = &mut self.styles.cache;
        if let Some(style) = cache.computed.get(&recipe) {
            return *style;
        }
        let set = &self.styles.set;
        let registered = set.registered();
        let inline = &cache.all_inlines[recipe.inline as usize];
        let steps = steps(set, &cache.all_lists[recipe.list as usize].rules, inline, view);
        let around = Around {
            parent: (recipe.parent != EMPTY).then(|| &cache.all_styles[recipe.parent as usize]),
            root: (recipe.root != EMPTY).then(|| &cache.all_styles[recipe.root as usize]),
            view,
            registry: Registry(&registered),
            page_scheme: &inline.scheme,
        };
        let style = compute(&steps, around);
        let number = cache.style(style);
        cache.computed.insert(recipe, number);
        number
    }
}

/// Rules of all sheets that an element's names lead to.
fn candidates(
    set: &Set,
    document: &Document,
    node: NodeId,
    numbers: &mut Vec<u32>,
    focus: bool,
) -> Vec<RuleId> {
    let classes: Vec<&str> = document.attr(node, "class").unwrap_or("").split_ascii_whitespace().collect();
    let attributes: Vec<&str> = document.attrs(node).map(|(name, _)| name).collect();
    let names = NamesOf {
        id: document.attr(node, "id").unwrap_or(""),
        classes: &classes,
        attributes: &attributes,
        tag: document.local_name(node),
    };
    let mut found = Vec::new();
    for (sheet, entry) in (0..).zip(&set.entries) {
        numbers.clear();
        if focus {
            entry.sheet.index.focus_candidates(names, numbers);
        } else {
            entry.sheet.index.candidates(names, numbers);
        }
        found.extend(numbers.iter().map(|rule| RuleId { sheet, rule: *rule }));
    }
    found
}

fn matches(set: &Set, id: RuleId, at: At, filter: Option<&BloomFilter>, caches: &mut SelectorCaches) -> bool {
    let left = at.ground.budget.get();
    if left == 0 {
        return false;
    }
    at.ground.budget.set(left - 1);
    let rule = &set.entries[id.sheet as usize].sheet.rules[id.rule as usize];
    let mode = match rule.pseudo() {
        Some(_) => MatchingMode::ForStatelessPseudoElement,
        None => MatchingMode::Normal,
    };
    let mut context = MatchingContext::new(
        mode,
        filter,
        caches,
        QuirksMode::NoQuirks,
        NeedsSelectorFlags::No,
        MatchingForInvalidation::No,
    );
    matches_selector(&rule.selector, 0, Some(&rule.hashes), at, &mut context)
}

/// Browser before page, layer after layer, weaker before stronger selectors, earlier before later.
fn sort(set: &Set, rules: &mut [RuleId]) {
    rules.sort_by_cached_key(|id| {
        let entry = &set.entries[id.sheet as usize];
        let rule = &entry.sheet.rules[id.rule as usize];
        (entry.author, entry.rank(rule.layer), rule.specificity, id.sheet, id.rule)
    });
}

/// What is known of a new list: which of its rules may hold in each view.
fn make_list(set: &Set, cache: &mut Cache, rules: &[RuleId]) -> List {
    let truth = |id: &RuleId| {
        let entry = &set.entries[id.sheet as usize];
        entry.truth.and(entry.sheet.rules[id.rule as usize].truth)
    };
    let varies = rules.iter().any(|id| {
        let sheet = &set.entries[id.sheet as usize].sheet;
        let truth = truth(id);
        // Where a rule holds in some views and may hold in others, the same list means different things.
        sheet.block(&sheet.rules[id.rule as usize]).varies || truth.yes != 0 && truth.maybe != 0
    });
    let mut views = [EMPTY; VIEWS];
    for view in View::all() {
        let holds: Vec<RuleId> = rules
            .iter()
            .filter(|id| {
                let truth = truth(id);
                (truth.yes | truth.maybe) & view.bit() != 0
            })
            .copied()
            .collect();
        views[view.index()] = cache.list(&holds, &mut |cache, rules| {
            let number = cache.all_lists.len() as ListId - 1;
            // A list for one view holds there as it is.
            List { rules: rules.into(), views: [number; VIEWS], varies }
        });
    }
    List { rules: rules.into(), views, varies }
}

/// Everything declared for an element in one view, in the order of the cascade.
fn steps<'a>(set: &'a Set, rules: &[RuleId], inline: &'a Inline, view: View) -> Vec<Step<'a>> {
    let step = |id: &RuleId, important: bool| {
        let entry = &set.entries[id.sheet as usize];
        let rule = &entry.sheet.rules[id.rule as usize];
        let block = entry.sheet.block(rule);
        let origin =
            if entry.author { Origin::Rule { sheet: id.sheet, rule: id.rule } } else { Origin::Browser };
        Step {
            declarations: if important { &block.important } else { &block.normal },
            origin,
            author: entry.author,
            layer: entry.rank(rule.layer),
            sure: entry.truth.and(rule.truth).yes & view.bit() != 0,
        }
    };
    let own =
        |declarations, origin| Step { declarations, origin, author: true, layer: UNLAYERED, sure: true };
    let is_author = |id: &&RuleId| set.entries[id.sheet as usize].author;
    let first_author = rules.iter().position(|id| is_author(&id)).unwrap_or(rules.len());
    let (browser, author) = rules.split_at(first_author);
    let mut steps: Vec<Step> = browser.iter().map(|id| step(id, false)).collect();
    steps.push(Step { layer: 0, ..own(&inline.hints.normal, Origin::Attribute) });
    steps.extend(author.iter().map(|id| step(id, false)));
    steps.push(own(&inline.style.normal, Origin::Inline { important: false }));
    // What is important holds against the order of layers.
    let mut important: Vec<Step> =
        author.iter().map(|id| step(id, true)).filter(|step| !step.declarations.is_empty()).collect();
    important.sort_by_key(|step| std::cmp::Reverse(step.layer));
    steps.extend(important);
    steps.push(own(&inline.style.important, Origin::Inline { important: true }));
    steps.extend(browser.iter().map(|id| step(id, true)).filter(|step| !step.declarations.is_empty()));
    steps
}
