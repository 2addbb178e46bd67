//! What a property can be set to: as declared in a sheet, and as computed for an element.

use std::{
    hash::{Hash, Hasher},
    sync::Arc,
};

use super::{calc::Expr, color::Rgba, property::Property};

/// A computed value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A keyword of the property's own list.
    Word(&'static str),
    Number(f32),
    Px(f32),
    /// Of something that only a layout knows.
    Percent(f32),
    Mixed {
        px: f32,
        percent: f32,
    },
    Colour(Rgba),
    Images(Arc<[Image]>),
    /// In lower case, white space folded: properties of which only parts are understood.
    Text(Arc<str>),
    /// Somebody who lays the page out may know.
    Unknown,
}

/// One layer of a background.
#[derive(Clone, Debug, PartialEq)]
pub enum Image {
    None,
    /// Colours at their places, as far as they could be read; every colour of the gradient lies between two of them.
    Gradient(Arc<[Rgba]>),
    /// A file, by its address as written.
    Picture(Arc<str>),
    /// Something else that may show any colours.
    Other,
}

/// A value as a declaration gives it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Declared {
    Value(Value),
    /// A number, length or percentage that depends on fonts or the window.
    Expr(Arc<Expr>),
    Global(Global),
    /// Read when variables and surroundings are known.
    Raw(Raw),
}

/// A property or shorthand as written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Raw {
    pub name: Arc<str>,
    pub text: Arc<str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Global {
    Inherit,
    Initial,
    Unset,
    Revert,
    RevertLayer,
}

impl Global {
    pub(super) fn named(word: &str) -> Option<Self> {
        Some(match word.to_ascii_lowercase().as_str() {
            "inherit" => Self::Inherit,
            "initial" => Self::Initial,
            "unset" => Self::Unset,
            "revert" => Self::Revert,
            "revert-layer" => Self::RevertLayer,
            _ => return None,
        })
    }
}

/// One thing a block says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Declaration {
    Property(Property, Declared),
    Custom(Arc<str>, Custom),
}

/// What a custom property is set to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Custom {
    Text(Arc<str>),
    Global(Global),
}

impl Value {
    pub fn word(&self) -> &'static str {
        match self {
            Self::Word(word) => word,
            _ => "",
        }
    }

    pub fn text(&self) -> &str {
        match self {
            Self::Word(word) => word,
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// Pixels, when it is nothing else.
    pub fn px(&self) -> Option<f32> {
        match self {
            Self::Px(px) => Some(*px),
            Self::Percent(0.0) => Some(0.0),
            _ => None,
        }
    }

    pub fn colour(&self) -> Option<Rgba> {
        match self {
            Self::Colour(colour) => Some(*colour),
            _ => None,
        }
    }

    fn hash_into(&self, state: &mut impl Hasher) {
        std::mem::discriminant(self).hash(state);
        match self {
            Self::Word(word) => word.hash(state),
            Self::Number(number) | Self::Px(number) | Self::Percent(number) => number.to_bits().hash(state),
            Self::Mixed { px, percent } => (px.to_bits(), percent.to_bits()).hash(state),
            Self::Colour(colour) => hash_colour(*colour, state),
            Self::Images(images) => images.len().hash(state),
            Self::Text(text) => text.hash(state),
            Self::Unknown => {}
        }
    }
}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash_into(state);
    }
}

fn hash_colour(colour: Rgba, state: &mut impl Hasher) {
    let Rgba { red, green, blue, alpha } = colour;
    [red, green, blue, alpha].map(f32::to_bits).hash(state);
}
