//! Typed values of fields, each with its place.

use jiff::civil::{Date, DateTime};

use crate::{markdown::Body, source::Span};

/// A content in all its languages, by its number in the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentId(pub u32);

/// A value and where it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub value: Val,
    pub span: Span,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Val {
    Text(String),
    Markdown(Box<Body>),
    /// Path of an attachment as written, relative to the content's file.
    File(String),
    /// Path of a file of data, as written.
    Data(String),
    /// An address, or a path to another content, as written.
    Link(String),
    Date(Date),
    /// Italian civil time.
    DateTime(DateTime),
    Bool(bool),
    Integer(i64),
    Number(f64),
    /// A word of a vocabulary: its official label and slug.
    Word {
        vocabulary: String,
        label: String,
        slug: String,
    },
    Reference(Ref),
    List(Vec<Item>),
    Object(Vec<(String, Item)>),
}

/// A reference to another content. `validate` knows what was written; `model` finds the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ref {
    pub written: String,
    pub target: Option<ContentId>,
}

impl Val {
    /// The day of a date or of a moment.
    pub fn date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            Self::DateTime(moment) => Some(moment.date()),
            _ => None,
        }
    }

    pub fn member(&self, name: &str) -> Option<&Item> {
        match self {
            Self::Object(members) => members.iter().find(|(member, _)| member == name).map(|(_, item)| item),
            _ => None,
        }
    }

    pub(super) fn collect_bodies<'a>(&'a self, bodies: &mut Vec<&'a Body>) {
        match self {
            Self::Markdown(body) => bodies.push(body),
            Self::List(items) => items.iter().for_each(|item| item.value.collect_bodies(bodies)),
            Self::Object(members) => members.iter().for_each(|(_, item)| item.value.collect_bodies(bodies)),
            _ => {}
        }
    }

    /// Visits this value and everything inside it.
    pub fn visit_mut(&mut self, visit: &mut impl FnMut(&mut Val)) {
        match self {
            Self::List(items) => items.iter_mut().for_each(|item| item.value.visit_mut(visit)),
            Self::Object(members) => members.iter_mut().for_each(|(_, item)| item.value.visit_mut(visit)),
            _ => {}
        }
        visit(self);
    }
}
