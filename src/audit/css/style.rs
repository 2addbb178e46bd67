//! The style of an element: the computed value of every property, where it came from, and what of it is doubtful.

use std::{
    hash::{BuildHasher, Hash, Hasher},
    sync::Arc,
};

use foldhash::fast::FixedState;

use super::{
    color::Rgba,
    property::{COUNT, Property},
    value::Value,
    variables::Variables,
};

/// Where a value was declared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Nowhere, or by the browser.
    #[default]
    Browser,
    /// An attribute such as `bgcolor`.
    Attribute,
    /// A `style` attribute.
    Inline { important: bool },
    /// The rule of a sheet, by numbers that [`Styles::rule`](super::Styles::rule) knows.
    Rule { sheet: u32, rule: u32 },
}

/// Computed values of one element, or of one of its pseudo-elements.
#[derive(Clone, Debug)]
pub struct Style {
    pub(super) values: Box<[Value]>,
    pub(super) origins: Box<[Origin]>,
    /// Declared on the element itself, not inherited.
    pub(super) own: u128,
    /// Properties of which something else may hold.
    pub(super) doubtful: u128,
    pub(super) variables: Option<Arc<Variables>>,
    /// Children become blocks: it is a flex container or a grid.
    pub(super) makes_blocks: bool,
    pub(super) is_dark: bool,
    hash: u64,
}

impl Style {
    pub(super) fn initial() -> Self {
        Self {
            values: Property::ALL.iter().map(|property| property.info().initial.clone()).collect(),
            origins: vec![Origin::Browser; COUNT].into(),
            own: 0,
            doubtful: 0,
            variables: None,
            makes_blocks: false,
            is_dark: false,
            hash: 0,
        }
    }

    /// Makes it fit for comparing.
    pub(super) fn sealed(mut self) -> Self {
        let own = (&self.values, &self.origins, self.own, self.doubtful);
        self.hash = FixedState::default().hash_one((own, &self.variables, self.makes_blocks, self.is_dark));
        self
    }

    pub fn get(&self, property: Property) -> &Value {
        &self.values[property as usize]
    }

    pub fn origin(&self, property: Property) -> Origin {
        self.origins[property as usize]
    }

    /// Whether the element itself declares it.
    pub fn declares(&self, property: Property) -> bool {
        self.own & property.bit() != 0
    }

    /// Whether the value holds under every condition nobody could decide.
    pub fn is_sure(&self, property: Property) -> bool {
        self.doubtful & property.bit() == 0 && *self.get(property) != Value::Unknown
    }

    pub fn colour(&self) -> Option<Rgba> {
        self.get(Property::Color).colour()
    }

    /// A colour where `currentcolor` is that of the text.
    pub fn colour_of(&self, property: Property) -> Option<Rgba> {
        match self.get(property) {
            Value::Word("currentcolor") => self.colour(),
            value => value.colour(),
        }
    }

    pub fn font_size(&self) -> Option<f32> {
        self.get(Property::FontSize).px()
    }

    pub fn font_weight(&self) -> f32 {
        match self.get(Property::FontWeight) {
            Value::Number(weight) => *weight,
            _ => 400.0,
        }
    }

    pub fn opacity(&self) -> Option<f32> {
        match self.get(Property::Opacity) {
            Value::Number(opacity) => Some(*opacity),
            _ => None,
        }
    }

    pub fn display(&self) -> &'static str {
        self.get(Property::Display).word()
    }

    /// Whether what does not fit can be scrolled to, one way or the other.
    pub fn scrolls(&self) -> bool {
        let scrolls = |property| matches!(self.get(property).word(), "auto" | "scroll");
        scrolls(Property::OverflowX) || scrolls(Property::OverflowY)
    }

    pub fn position(&self) -> &'static str {
        self.get(Property::Position).word()
    }

    /// Whether what is inside stands side by side.
    pub fn makes_columns(&self) -> bool {
        self.makes_blocks
    }

    pub fn is_positioned(&self) -> bool {
        self.position() != "static"
    }

    /// Whether the element uses dark colours for what nobody set.
    pub fn is_dark(&self) -> bool {
        self.is_dark
    }

    pub(super) fn hash_value(&self) -> u64 {
        self.hash
    }
}

impl PartialEq for Style {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
            && self.own == other.own
            && self.doubtful == other.doubtful
            && self.values == other.values
            && self.origins == other.origins
            && self.variables == other.variables
    }
}

impl Hash for Style {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash_value().hash(state);
    }
}
