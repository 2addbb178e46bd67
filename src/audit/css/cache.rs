//! What was found out about elements and may be used again, on this page and the next: equal elements share their style.
//!
//! A cache belongs to one page at a time and to one set of sheets for ever.

use std::collections::HashMap;

use super::{
    sheet::Block,
    style::Style,
    views::{VIEWS, View},
};

/// More than this is not carried on to the next page.
const STYLES: usize = 20_000;
const PLACES: usize = 200_000;

/// A rule by the number of its sheet in the set and its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct RuleId {
    pub sheet: u32,
    pub rule: u32,
}

/// A list of rules in the order of the cascade.
pub(super) type ListId = u32;
/// A style.
pub(super) type StyleId = u32;
/// Attributes that style the element itself.
pub(super) type InlineId = u32;
/// An element with all above it, as far as selectors that ask no further can tell them apart.
pub(super) type PlaceId = u32;

/// The list without rules, and the element without attributes.
pub(super) const EMPTY: u32 = 0;

#[derive(Debug)]
pub(super) struct List {
    pub rules: Box<[RuleId]>,
    /// The rules that may hold in each view.
    pub views: [ListId; VIEWS],
    /// What the rules give changes with the view.
    pub varies: bool,
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
    /// The lists, when there is nothing to try.
    pub lists: Option<Lists>,
}

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
    /// None: it is the same in all views.
    pub view: Option<u8>,
}

#[derive(Debug)]
pub(super) struct Cache {
    words: HashMap<Box<str>, u32>,
    places: HashMap<Box<[u32]>, PlaceId>,
    pub known: Vec<Place>,
    lists: HashMap<Box<[RuleId]>, ListId>,
    pub all_lists: Vec<List>,
    inlines: HashMap<Box<str>, InlineId>,
    pub all_inlines: Vec<Inline>,
    styles: HashMap<u64, Vec<StyleId>>,
    pub all_styles: Vec<Style>,
    pub computed: HashMap<Recipe, StyleId>,
}

impl Default for Cache {
    fn default() -> Self {
        let inline = Inline { hints: Block::default(), style: Block::default(), scheme: String::new() };
        let list = List { rules: Box::default(), views: [EMPTY; VIEWS], varies: false };
        Self {
            words: HashMap::new(),
            places: HashMap::new(),
            known: vec![Place::default()],
            lists: HashMap::from([(Box::default(), EMPTY)]),
            all_lists: vec![list],
            inlines: HashMap::from([(Box::default(), EMPTY)]),
            all_inlines: vec![inline],
            styles: HashMap::new(),
            // The style of nothing at all, above the root.
            all_styles: vec![Style::initial()],
            computed: HashMap::new(),
        }
    }
}

impl Cache {
    pub(super) fn is_full(&self) -> bool {
        self.all_styles.len() > STYLES || self.known.len() > PLACES || self.words.len() > PLACES
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
        let number = self.all_lists.len() as ListId;
        self.lists.insert(rules.into(), number);
        // Keeps the place, since lists for single views may come before it is done.
        self.all_lists.push(List { rules: rules.into(), views: [number; VIEWS], varies: false });
        let list = make(self, rules);
        self.all_lists[number as usize] = list;
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
    pub(super) fn view(view: View) -> Option<u8> {
        Some(view.bit())
    }
}
