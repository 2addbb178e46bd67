//! The CSS cascade of the auditor: which style every element of a page has, at three widths, in light and in dark.
//!
//! Syntax and selector matching are those of `cssparser` and `selectors`; what properties mean, and which declaration
//! wins, is decided here. A value that depends on layout, on what people do or on a condition nobody can know is marked
//! as doubtful: rules ask a person then.
//!
//! 1. `reader` reads a `sheet` into rules (`selector`, `condition`) and blocks (`declaration`, `longhand`, `shorthand`);
//! 2. `set` puts the sheets of a page in order, with the browser's own first, and ranks layers;
//! 3. `walk` finds the rules of each element (`index`, `tried`, `element`), asks what they stand in (`scope`, `container`,
//!    `contained`, `boxes`), and has `cascade` compute its `style`, for `styles`;
//!    `cache` lets equal elements share both, on this page and the next.

mod boxes;
mod cache;
mod calc;
mod cascade;
mod color;
mod condition;
mod contained;
mod container;
mod declaration;
mod element;
mod facts;
mod hints;
mod index;
mod links;
mod longhand;
mod parts;
mod property;
mod reader;
mod scope;
mod selector;
mod set;
mod sheet;
mod shorthand;
mod spaces;
mod style;
mod styles;
mod tried;
mod turn;
mod value;
mod variables;
mod views;
mod walk;

pub use color::Rgba;
pub use property::Property;
pub use selector::Pseudo;
pub use set::Sheets;
pub use style::{Origin, Style};
pub use styles::{RulePlace, Styles};
pub use value::{Image, Value};
pub use views::{VIEWS, View, WIDTHS};

#[cfg(test)]
mod tests;
#[cfg(test)]
mod told;
