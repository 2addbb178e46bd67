//! What was found out about elements and may be used again, on this page and the next: equal elements share their style.
//!
//! A cache belongs to one page at a time and to one set of sheets for ever.

use std::{
    any::Any,
    hash::{Hash, Hasher},
    sync::Mutex,
};

use html5ever::LocalName;

use super::{
    super::numbers::{ByNumber, ByText},
    parts::{PartKey, PartStyles},
    set::Set,
    sheet::Block,
    style::Style,
    views::{Truth, VIEWS, View},
};

/// More than this is not carried on to the next page.
const STYLES: usize = 20_000;
const PLACES: usize = 200_000;

/// A rule by the number of its sheet in the set and its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RuleId {
    /// Sets have no more than some hundreds.
    pub sheet: u16,
    /// In which views what the rule asks of the elements around holds: always, for most rules.
    pub truth: Truth,
    pub rule: u32,
}

impl RuleId {
    pub(super) fn new(sheet: u16, rule: u32) -> Self {
        Self { sheet, truth: Truth::ALWAYS, rule }
    }
}

impl Hash for RuleId {
    /// As one number: lists of rules are looked up all the time.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Truth { yes, maybe } = self.truth;
        let truth = u64::from(yes) << 8 | u64::from(maybe);
        (u64::from(self.rule) << 32 | u64::from(self.sheet) << 16 | truth).hash(state);
    }
}

/// A rule that holds for an element, with the steps up to the root of its scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Held {
    pub id: RuleId,
    pub hops: u32,
}

/// A list of rules in the order of the cascade.
pub(super) type ListId = u32;
/// A style.
pub(super) type StyleId = u32;
/// The styles of an element in all views.
pub(super) type Everywhere = [StyleId; VIEWS];
/// One of [`Cache::everywhere`].
pub(super) type EverywhereId = u32;
/// An element's styles with those of all above it, in all views: one of [`Cache::chains`].
pub(super) type ChainId = u32;
/// Attributes that style the element itself.
pub(super) type InlineId = u32;
/// An element with all above it, as far as selectors that ask no further can tell them apart.
pub(super) type PlaceId = u32;

/// The list without rules, and the element without attributes.
pub(super) const EMPTY: u32 = 0;

#[derive(Debug)]
pub(super) struct List {
    pub rules: Box<[RuleId]>,
    /// The rules that may hold in each view, as lists of their own: [`Cache::part`].
    pub views: [ListId; VIEWS],
    /// What the rules give may change with the view.
    pub varies: bool,
    /// Some of the rules hold in some views and may hold in others: the same list means different things.
    pub doubted: bool,
    /// Some of the rules hold in one orientation only.
    pub oriented: bool,
}

#[derive(Debug)]
pub(super) struct Inline {
    pub hints: Block,
    pub style: Block,
    /// For the root: what the page says of light and dark.
    pub scheme: String,
}

/// What is known of a place.
#[derive(Debug, Default)]
pub(super) struct Place {
    /// Rules that match there for certain, unsorted.
    pub fixed: Vec<RuleId>,
    /// Rules that must be tried on each element.
    pub positional: Vec<RuleId>,
    /// Rules in scopes or containers, to be tried on each element.
    pub enclosed: Vec<RuleId>,
    /// Some of them ask the element for what its pseudo-elements are: its own style must be known before.
    pub asks_itself: bool,
    /// The lists, by which of the rules to try have matched.
    pub lists: Vec<(Matched, Box<[Held]>, Lists)>,
    /// The last element there: the next one mostly comes out the same.
    pub last: Last,
}

/// What came of an element, by what it came of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Last {
    pub whole: Option<(Whole, EverywhereId)>,
    pub link: Option<(ChainId, [EverywhereId; 3], ChainId)>,
}

/// Which of the rules that must be tried on an element matched, as bits in their order.
pub(super) type Matched = u128;

/// The rules of an element and of its pseudo-elements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lists {
    pub main: ListId,
    /// In the order of [`Pseudo::ALL`](super::selector::Pseudo::ALL).
    pub pseudos: [ListId; 5],
}

/// A style by everything it depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Recipe {
    pub list: ListId,
    pub parent: StyleId,
    pub root: StyleId,
    pub inline: InlineId,
    /// None: it is the same in all views that have the rest in common.
    pub view: Option<u8>,
}

/// The styles of an element in all views by everything they depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Whole {
    pub list: ListId,
    pub parent: EverywhereId,
    pub root: EverywhereId,
    pub inline: InlineId,
    /// How many views are computed.
    pub n_views: u32,
}

/// What an attribute is to the selectors of a set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub number: u32,
    /// Some ask for its being there.
    pub presence: bool,
    /// Some ask for its value.
    pub value: bool,
    pub kind: Special,
}

/// Attributes that selectors have signs of their own for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Special {
    Id,
    Class,
    No,
}

#[derive(Debug)]
pub(super) struct Cache {
    words: ByText<u32>,
    names: ByNumber<LocalName, u32>,
    attributes: ByNumber<LocalName, Asked>,
    /// The value of a `class` attribute, as numbers of those that selectors ask for.
    classes: ByText<Box<[u32]>>,
    places: ByNumber<Box<[u32]>, PlaceId>,
    pub known: Vec<Place>,
    lists: ByNumber<Box<[RuleId]>, ListId>,
    parts: ByNumber<Box<[RuleId]>, ListId>,
    pub all_lists: Vec<List>,
    /// Whether some list is [`List::oriented`].
    pub is_oriented: bool,
    inlines: ByText<InlineId>,
    pub all_inlines: Vec<Inline>,
    styles: ByNumber<u64, Vec<StyleId>>,
    pub all_styles: Vec<Style>,
    pub computed: ByNumber<Recipe, StyleId>,
    numbers: ByNumber<Everywhere, EverywhereId>,
    pub everywhere: Vec<Everywhere>,
    /// Which of [`Cache::everywhere`] scroll by themselves in some view.
    pub scrolling: Vec<bool>,
    pub wholes: ByNumber<Whole, EverywhereId>,
    /// Styles below the roots of parts.
    pub framed: ByNumber<PartKey, PartStyles>,
    links: ByNumber<(ChainId, [EverywhereId; 3]), ChainId>,
    /// For each view the number of the chain there: views in which everything above looks the same have one.
    pub chains: Vec<[u32; VIEWS]>,
    in_view: ByNumber<(u32, [StyleId; 3]), u32>,
    pub notes: Mutex<Notes>,
}

/// What others found out about the numbers of a cache: one thing of each type.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<Box<dyn Any + Send>>);

impl Notes {
    pub(super) fn take<T: Any + Default>(&mut self) -> T {
        let at = self.0.iter().position(|notes| notes.is::<T>());
        let notes = at.and_then(|at| self.0.swap_remove(at).downcast().ok());
        notes.map_or_else(T::default, |notes| *notes)
    }

    pub(super) fn keep<T: Any + Send>(&mut self, notes: T) {
        self.0.push(Box::new(notes));
    }
}

impl Default for Cache {
    fn default() -> Self {
        let inline = Inline { hints: Block::default(), style: Block::default(), scheme: String::new() };
        let list = List {
            rules: Box::default(),
            views: [EMPTY; VIEWS],
            varies: false,
            doubted: false,
            oriented: false,
        };
        Self {
            words: ByText::default(),
            names: ByNumber::default(),
            attributes: ByNumber::default(),
            classes: ByText::default(),
            places: ByNumber::default(),
            known: vec![Place::default()],
            lists: ByNumber::from_iter([(Box::default(), EMPTY)]),
            parts: ByNumber::default(),
            all_lists: vec![list],
            is_oriented: false,
            inlines: ByText::from_iter([(Box::default(), EMPTY)]),
            all_inlines: vec![inline],
            styles: ByNumber::default(),
            // The style of nothing at all, above the root.
            all_styles: vec![Style::initial()],
            computed: ByNumber::default(),
            numbers: ByNumber::from_iter([([EMPTY; VIEWS], EMPTY)]),
            everywhere: vec![[EMPTY; VIEWS]],
            scrolling: vec![false],
            wholes: ByNumber::default(),
            framed: ByNumber::default(),
            links: ByNumber::default(),
            chains: vec![[0; VIEWS]],
            in_view: ByNumber::default(),
            notes: Mutex::default(),
        }
    }
}

impl Cache {
    pub(super) fn is_full(&self) -> bool {
        self.all_styles.len() > STYLES
            || [self.known.len(), self.words.len(), self.classes.len(), self.chains.len(), self.inlines.len()]
                .into_iter()
                .any(|size| size > PLACES)
    }

    /// A number for a word; the same word has the same number.
    pub(super) fn word(&mut self, word: &str) -> u32 {
        if let Some(number) = self.words.get(word) {
            return *number;
        }
        let number = self.words.len() as u32;
        self.words.insert(word.into(), number);
        number
    }

    /// A number for the name of an element.
    pub(super) fn name(&mut self, name: &LocalName) -> u32 {
        if let Some(number) = self.names.get(name) {
            return *number;
        }
        let number = self.word(name);
        self.names.insert(name.clone(), number);
        number
    }

    /// What an attribute is to the selectors of the set this cache belongs to.
    pub(super) fn attribute(&mut self, set: &Set, name: &LocalName) -> Asked {
        if let Some(asked) = self.attributes.get(name) {
            return *asked;
        }
        let kind = match &**name {
            "id" => Special::Id,
            "class" => Special::Class,
            _ => Special::No,
        };
        let presence = set.asks(|names| names.attributes.contains(&**name));
        let value = set.asks(|names| names.values.contains(&**name));
        let asked = Asked { number: self.word(name), presence, value, kind };
        self.attributes.insert(name.clone(), asked);
        asked
    }

    /// Numbers of the classes of an element that selectors ask for.
    pub(super) fn classes(&mut self, set: &Set, value: &str, key: &mut Vec<u32>) {
        if let Some(classes) = self.classes.get(value) {
            key.extend_from_slice(classes);
            return;
        }
        let start = key.len();
        for class in value.split_ascii_whitespace() {
            if set.asks(|names| names.classes.contains(class)) {
                let class = self.word(class);
                key.extend([2, class]);
            }
        }
        self.classes.insert(value.into(), key[start..].into());
    }

    /// The number of an element's styles in all views.
    pub(super) fn everywhere(&mut self, styles: Everywhere) -> EverywhereId {
        let next = self.everywhere.len() as EverywhereId;
        let number = *self.numbers.entry(styles).or_insert(next);
        if number == next {
            self.everywhere.push(styles);
            self.scrolling.push(styles.iter().any(|style| self.all_styles[*style as usize].scrolls()));
        }
        number
    }

    /// The number of an element's styles and those of all above. `styles` are its own and those of its first line and
    /// letter, which colour its text.
    pub(super) fn chain(&mut self, above: ChainId, styles: [EverywhereId; 3]) -> ChainId {
        let key = (above, styles);
        if let Some(chain) = self.links.get(&key) {
            return *chain;
        }
        let parts = key.1.map(|number| self.everywhere[number as usize]);
        let above = self.chains[above as usize];
        let mut views = [0; VIEWS];
        for (view, own) in views.iter_mut().enumerate() {
            let next = self.in_view.len() as u32 + 1;
            *own = *self.in_view.entry((above[view], parts.map(|styles| styles[view]))).or_insert(next);
        }
        let chain = self.chains.len() as ChainId;
        self.chains.push(views);
        self.links.insert(key, chain);
        chain
    }

    /// The number of a place, and whether it is new.
    pub(super) fn place(&mut self, key: &[u32]) -> (PlaceId, bool) {
        if let Some(place) = self.places.get(key) {
            return (*place, false);
        }
        let place = self.known.len() as PlaceId;
        self.places.insert(key.into(), place);
        self.known.push(Place::default());
        (place, true)
    }

    /// The number of a list; `make` tells what else is known of a new one.
    pub(super) fn list(
        &mut self,
        rules: &[RuleId],
        make: &mut impl FnMut(&mut Self, &[RuleId]) -> List,
    ) -> ListId {
        if let Some(list) = self.lists.get(rules) {
            return *list;
        }
        let list = make(self, rules);
        self.is_oriented |= list.oriented;
        let number = self.all_lists.len() as ListId;
        self.lists.insert(rules.into(), number);
        self.all_lists.push(list);
        number
    }

    /// The number of those rules of a list that may hold in a view. It is never that of a whole list: of the same
    /// rules elsewhere some may not hold in other views.
    pub(super) fn part(&mut self, rules: &[RuleId]) -> ListId {
        if rules.is_empty() {
            return EMPTY;
        }
        if let Some(part) = self.parts.get(rules) {
            return *part;
        }
        let number = self.all_lists.len() as ListId;
        self.parts.insert(rules.into(), number);
        self.all_lists.push(List {
            rules: rules.into(),
            views: [number; VIEWS],
            varies: false,
            doubted: false,
            oriented: false,
        });
        number
    }

    pub(super) fn inline(&mut self, key: &str, make: impl FnOnce() -> Inline) -> InlineId {
        if let Some(inline) = self.inlines.get(key) {
            return *inline;
        }
        let number = self.all_inlines.len() as InlineId;
        self.inlines.insert(key.into(), number);
        self.all_inlines.push(make());
        number
    }

    /// The number of a style; equal styles have one.
    pub(super) fn style(&mut self, style: Style) -> StyleId {
        let same = self.styles.entry(style.hash_value()).or_default();
        if let Some(known) = same.iter().find(|known| self.all_styles[**known as usize] == style) {
            return *known;
        }
        let number = self.all_styles.len() as StyleId;
        same.push(number);
        self.all_styles.push(style);
        number
    }
}

impl Recipe {
    /// The same for one view alone.
    pub(super) fn in_view(self, view: View) -> Self {
        Self { view: Some(view.bit()), ..self }
    }
}
