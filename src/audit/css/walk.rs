//! The way through a page that gives every element its style: rules found and tried, in the order of the cascade.

use selectors::{bloom::BloomFilter, context::SelectorCaches, matching::selector_may_match};

use super::{
    super::dom::NodeId,
    boxes::Boxes,
    cache::{
        Cache, EMPTY, Everywhere, EverywhereId, Held, Inline, Last, List, Lists, Matched, Place, PlaceId,
        Recipe, RuleId, Special, StyleId, Whole,
    },
    cascade::{Around, Step, compute_in},
    element::{At, Ground},
    hints,
    scope::UNSCOPED,
    selector::Pseudo,
    set::{Set, UNLAYERED},
    sheet::Block,
    style::Origin,
    styles::Styles,
    tried::{Asked, candidates, holds, matches, sorted},
    variables::Registry,
    views::{VIEWS, View},
};

/// For how many combinations of rules in scopes and containers a place remembers its lists.
const ENCLOSED: usize = 64;

/// The way through a page that fills [`Styles`].
pub(super) struct Walk<'a> {
    pub ground: &'a Ground<'a>,
    pub styles: Styles,
    /// Views that are computed; the others are as the first ones.
    pub views: usize,
    /// What the page says of light and dark.
    pub scheme: String,
    pub places: Vec<PlaceId>,
    /// Names of all in `path`.
    pub filter: BloomFilter,
    /// From the root to the element whose children were tried last.
    pub path: Vec<NodeId>,
    pub selector_caches: SelectorCaches,
    pub boxes: Boxes,
    pub candidates: Vec<u32>,
    /// Where the names of one element after the other are put together.
    pub key: Vec<u32>,
}

impl Walk<'_> {
    pub(super) fn run(mut self) -> Styles {
        let document = self.ground.document;
        let mut parts = document.placed.iter().copied().peekable();
        let mut nodes = document.descendants(NodeId(0));
        while let Some(node) = nodes.next() {
            if !document.is_element(node) {
                continue;
            }
            self.element(node);
            if let Some(part) = parts.next_if(|part| part.root == node) {
                self.part(part);
                nodes.skip_below(node);
            }
        }
        self.styles.pseudos.sort_unstable_by_key(|(node, pseudo, _)| (*node, *pseudo));
        for (node, ..) in &self.styles.pseudos {
            self.styles.with_pseudos[node.0 as usize / 64] |= 1 << (node.0 % 64);
        }
        self.styles.cut |= self.ground.budget.get() == 0;
        self.styles
    }

    /// The styles of an element. Those of all above are known.
    pub(super) fn element(&mut self, node: NodeId) {
        let document = self.ground.document;
        let parent = document.parent(node).filter(|parent| document.is_element(*parent));
        let place = self.place(node, parent);
        let mut lists = self.lists(node, place, false);
        let above = parent.map_or(EMPTY, |parent| self.styles.elements[parent.0 as usize]);
        let html = document.html().0 as usize;
        let root = if parent.is_some() { self.styles.elements[html] } else { EMPTY };
        let inline = self.inline(node, parent.is_none());
        let index = node.0 as usize;
        self.places[index] = place;
        self.styles.lists[index] = lists.main;
        self.styles.inlines[index] = inline;
        let whole = Whole { list: lists.main, parent: above, root, inline, n_views: self.views as u32 };
        let last = self.styles.cache.known[place as usize].last;
        let own = match last.whole {
            Some((known, own)) if known == whole => own,
            _ => self.style(whole),
        };
        self.styles.elements[index] = own;
        if self.styles.cache.known[place as usize].asks_itself {
            lists.pseudos = self.lists(node, place, true).pseudos;
        }
        let root = if parent.is_some() { root } else { own };
        let first = self.pseudos(node, own, root, lists);
        let above = parent.map_or(EMPTY, |parent| self.styles.chains[parent.0 as usize]);
        let styles = [own, first[0], first[1]];
        let chain = match last.link {
            Some((known, parts, chain)) if (known, parts) == (above, styles) => chain,
            _ => self.styles.cache.chain(above, styles),
        };
        self.styles.chains[index] = chain;
        self.styles.cache.known[place as usize].last =
            Last { whole: Some((whole, own)), link: Some((above, styles, chain)) };
    }

    /// The styles of an element's pseudo-elements; those of its first line and letter are given back.
    fn pseudos(&mut self, node: NodeId, own: EverywhereId, root: EverywhereId, lists: Lists) -> [u32; 2] {
        let mut first = [EMPTY; 2];
        for (pseudo, list) in Pseudo::ALL.into_iter().zip(lists.pseudos) {
            if list != EMPTY {
                let n_views = self.views as u32;
                let style = self.style(Whole { list, parent: own, root, inline: EMPTY, n_views });
                self.styles.pseudos.push((node, pseudo, style));
                match pseudo {
                    Pseudo::FirstLine => first[0] = style,
                    Pseudo::FirstLetter => first[1] = style,
                    _ => {}
                }
            }
        }
        first
    }

    /// The element's place: its own names and those of all above it.
    fn place(&mut self, node: NodeId, parent: Option<NodeId>) -> PlaceId {
        let document = self.ground.document;
        let set = &self.styles.set;
        let (cache, key) = (&mut self.styles.cache, &mut self.key);
        key.clear();
        key.push(parent.map_or(0, |parent| self.places[parent.0 as usize]));
        key.push(u32::from(document.tag(node).is_empty()));
        key.push(document.name(node).map_or(0, |name| cache.name(&name.local)));
        for attribute in document.attribute_slice(node) {
            let asked = cache.attribute(set, &attribute.name);
            let value = document.value(attribute);
            match asked.kind {
                Special::Class => cache.classes(set, value, key),
                Special::Id if set.asks(|names| names.ids.contains(value)) => {
                    let id = cache.word(value);
                    key.extend([1, id]);
                }
                Special::Id | Special::No => {}
            }
            if asked.value {
                let value = cache.word(value);
                key.extend([3, asked.number, value]);
            } else if asked.presence {
                key.extend([4, asked.number]);
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
        let found = candidates(&set, self.ground.document, node, &mut self.candidates, Asked::Rest);
        let mut known = Place::default();
        for id in found {
            let rule = &set.entries[id.sheet as usize].sheet.rules[id.rule as usize];
            if rule.facts.positional || rule.is_enclosed() {
                if selector_may_match(&rule.hashes, &self.filter) {
                    let to_try = if rule.is_enclosed() { &mut known.enclosed } else { &mut known.positional };
                    to_try.push(id);
                    known.asks_itself |= rule.contained.is_some() && rule.pseudo().is_some();
                }
            } else if self.matches(node, id, true) {
                known.fixed.push(id);
            }
        }
        self.styles.cache.known[place as usize] = known;
    }

    fn matches(&mut self, node: NodeId, id: RuleId, is_filtered: bool) -> bool {
        let at = At { ground: self.ground, node };
        let filter = is_filtered.then_some(&self.filter);
        matches(&self.styles.set, id, at, filter, &mut self.selector_caches)
    }

    /// The names of all above, by which most rules are ruled out at once. Only what differs from the last time changes.
    fn fill_filter(&mut self, parent: Option<NodeId>) {
        if self.path.last().copied() == parent {
            return;
        }
        let ground = self.ground;
        let mut path: Vec<NodeId> = parent.map_or_else(Vec::new, |parent| {
            std::iter::once(parent).chain(ground.document.ancestors(parent)).collect()
        });
        path.reverse();
        let n_same = self.path.iter().zip(&path).take_while(|(old, new)| old == new).count();
        for gone in self.path.drain(n_same..) {
            At { ground, node: gone }.unique_hashes(|hash| self.filter.remove_hash(hash));
        }
        for new in &path[n_same..] {
            At { ground, node: *new }.unique_hashes(|hash| self.filter.insert_hash(hash));
        }
        self.path = path;
    }

    /// The rules of an element and of its pseudo-elements. Those that ask the element itself hold only when its style is known.
    fn lists(&mut self, node: NodeId, place: PlaceId, is_styled: bool) -> Lists {
        let positional = std::mem::take(&mut self.styles.cache.known[place as usize].positional);
        let mut matched: Matched = 0;
        let is_many = positional.len() > Matched::BITS as usize;
        let mut tried = Vec::new();
        for (index, id) in positional.iter().enumerate() {
            // The names above are those of the place: the filter let the rule through when the place was new.
            if self.matches(node, *id, false) {
                if is_many {
                    tried.push(*id);
                } else {
                    matched |= 1 << index;
                }
            }
        }
        let enclosed = self.enclosed(node, place, is_styled);
        let place = place as usize;
        let known = &self.styles.cache.known[place];
        let is_known = |(bits, held, _): &&(Matched, Box<[Held]>, Lists)| {
            *bits == matched && **held == *enclosed && !is_many
        };
        let lists = match known.lists.iter().find(is_known) {
            Some((.., lists)) => *lists,
            None => {
                let chosen =
                    positional.iter().enumerate().filter(|(index, _)| !is_many && matched >> index & 1 != 0);
                let free = known.fixed.iter().chain(chosen.map(|(_, id)| id)).chain(&tried);
                let rules = free.map(|id| Held { id: *id, hops: UNSCOPED }).chain(enclosed.iter().copied());
                let lists = self.sorted(rules.collect());
                let known = &mut self.styles.cache.known[place].lists;
                if !is_many && (enclosed.is_empty() || known.len() < ENCLOSED) {
                    known.push((matched, enclosed.into(), lists));
                }
                lists
            }
        };
        self.styles.cache.known[place].positional = positional;
        lists
    }

    /// Those of the rules in scopes and containers that hold for an element.
    fn enclosed(&mut self, node: NodeId, place: PlaceId, is_styled: bool) -> Vec<Held> {
        let place = place as usize;
        if self.styles.cache.known[place].enclosed.is_empty() {
            return Vec::new();
        }
        let enclosed = std::mem::take(&mut self.styles.cache.known[place].enclosed);
        let at = At { ground: self.ground, node };
        let (styles, caches, boxes) = (&self.styles, &mut self.selector_caches, &mut self.boxes);
        let is_ready = |id: &&RuleId| {
            let rule = styles.set.rule(**id);
            is_styled || rule.contained.is_none() || rule.pseudo().is_none()
        };
        let held =
            enclosed.iter().filter(is_ready).filter_map(|id| holds(styles, *id, at, caches, boxes)).collect();
        self.styles.cache.known[place].enclosed = enclosed;
        held
    }

    /// Rules by what they speak of, each in the order of the cascade.
    fn sorted(&mut self, rules: Vec<Held>) -> Lists {
        let set = self.styles.set.clone();
        let rules = sorted(&set, rules);
        let mut of = |wanted: Option<Pseudo>| {
            let chosen: Vec<RuleId> =
                rules.iter().filter(|id| set.rule(**id).pseudo() == wanted).copied().collect();
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

    fn style(&mut self, whole: Whole) -> EverywhereId {
        if let Some(known) = self.styles.cache.wholes.get(&whole) {
            return *known;
        }
        let styles = self.in_all_views(whole);
        let number = self.styles.cache.everywhere(styles);
        self.styles.cache.wholes.insert(whole, number);
        number
    }

    fn in_all_views(&mut self, whole: Whole) -> Everywhere {
        let cache = &mut self.styles.cache;
        let known = &cache.all_lists[whole.list as usize];
        let inline = whole.inline;
        let blocks = &cache.all_inlines[inline as usize];
        let all_equal = |ids: &[u32; VIEWS]| ids.iter().all(|id| *id == ids[0]);
        let doubted = known.doubted;
        let varies = known.varies || blocks.style.varies || !blocks.scheme.is_empty();
        let views = known.views;
        let (parent, root) = (cache.everywhere[whole.parent as usize], cache.everywhere[whole.root as usize]);
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
            let recipe =
                Recipe { list: views[index], parent: parent[index], root: root[index], inline, view: None };
            styles[index] =
                if doubted { self.cooked(recipe.in_view(view), view) } else { self.cooked(recipe, view) };
        }
        styles
    }

    /// The style that comes of a recipe. It is remembered for all views, unless the view was asked for something.
    fn cooked(&mut self, recipe: Recipe, view: View) -> StyleId {
        let cache = &mut self.styles.cache;
        let known = cache.computed.get(&recipe).or_else(|| cache.computed.get(&recipe.in_view(view)));
        if let Some(style) = known {
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
        let (style, asks_view) = compute_in(&steps, around);
        let number = cache.style(style);
        cache.computed.insert(if asks_view { recipe.in_view(view) } else { recipe }, number);
        number
    }
}

/// What is known of a new list: which of its rules may hold in each view.
fn make_list(set: &Set, cache: &mut Cache, rules: &[RuleId]) -> List {
    let truth = |id: &RuleId| set.truth(*id);
    let doubted = rules.iter().map(truth).any(|truth| truth.yes != 0 && truth.maybe != 0);
    let gives_more = |id: &RuleId| {
        let sheet = &set.entries[id.sheet as usize].sheet;
        sheet.block(&sheet.rules[id.rule as usize]).varies
    };
    let varies = doubted || rules.iter().any(gives_more);
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
        views[view.index()] = cache.part(&holds);
    }
    let oriented = rules.iter().any(|id| {
        let asked = set.entries[id.sheet as usize].sheet.rules[id.rule as usize].orientation;
        asked.portrait != asked.landscape
    });
    List { rules: rules.into(), views, varies, doubted, oriented }
}

/// Everything declared for an element in one view, in the order of the cascade.
pub(super) fn steps<'a>(set: &'a Set, rules: &[RuleId], inline: &'a Inline, view: View) -> Vec<Step<'a>> {
    let step = |id: &RuleId, important: bool| {
        let entry = &set.entries[id.sheet as usize];
        let rule = &entry.sheet.rules[id.rule as usize];
        let block = entry.sheet.block(rule);
        let origin = if entry.author {
            Origin::Rule { sheet: id.sheet.into(), rule: id.rule }
        } else {
            Origin::Browser
        };
        Step {
            declarations: if important { &block.important } else { &block.normal },
            origin,
            author: entry.author,
            layer: entry.rank(rule.layer),
            sure: set.truth(*id).yes & view.bit() != 0,
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
