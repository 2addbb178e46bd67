//! What files hold: pages of a PDF, lines of a text, rows of a table, paragraphs of a document. One finding for each rule
//! and file.

use std::collections::BTreeMap;

use super::{Hit, Kind, Privacy, Scope, rows::Sentence, search, told};
use crate::{
    diagnostic::{self, Diagnostic},
    l10n::Arg,
};

/// Where in a file something stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Page(usize),
    Line(usize),
    /// As spreadsheets name it: `Foglio1!C7`.
    Cell(String),
    Paragraph(usize),
    Slide(usize),
    /// What stands beside a document: notes, comments, heads and feet of pages.
    Beside,
}

impl Place {
    /// The name of its kind in the words, and which one it is.
    fn told(&self) -> (&'static str, Arg) {
        match self {
            Self::Page(n) => ("page", (*n).into()),
            Self::Line(n) => ("line", (*n).into()),
            Self::Cell(name) => ("cell", name.as_str().into()),
            Self::Paragraph(n) => ("paragraph", (*n).into()),
            Self::Slide(n) => ("slide", (*n).into()),
            Self::Beside => ("beside", 0_usize.into()),
        }
    }
}

/// What was found in a file so far: of each kind the first thing, where it stands, and how many there are.
pub struct Found<'a> {
    privacy: &'a Privacy,
    scope: Scope,
    kinds: BTreeMap<Kind, (Hit, Place, usize)>,
}

impl<'a> Found<'a> {
    /// `is_act`: the file belongs to an act, a benefit or a table.
    pub fn new(privacy: &'a Privacy, is_act: bool) -> Self {
        let scope = Scope { year: privacy.year, is_act, is_about_a_person: false };
        Self { privacy, scope, kinds: BTreeMap::new() }
    }

    /// Searches a page, or a paragraph.
    pub fn look(&mut self, text: &str, place: &Place) {
        self.look_at(text, |_| place.clone());
    }

    /// Searches a row of a table; `place` is asked for that of a column.
    pub fn look_at_row(&mut self, row: &Sentence, place: impl Fn(usize) -> Place) {
        self.look_at(&row.text, |at| place(row.column_at(at)));
    }

    /// Searches a text of many lines.
    pub fn look_at_lines(&mut self, text: &str) {
        let mut known = (0, 1);
        self.look_at(text, |at| {
            // Things come in order: no line is counted twice.
            let (from, line) = known;
            let newlines = text.as_bytes()[from..at].iter().filter(|byte| **byte == b'\n').count();
            known = (at, line + newlines);
            Place::Line(known.1)
        });
    }

    fn look_at(&mut self, text: &str, mut place: impl FnMut(usize) -> Place) {
        for hit in search(text, &self.scope) {
            let place = place(hit.range.start as usize);
            if self.privacy.own.has(&hit) {
                continue;
            }
            match self.kinds.get_mut(&hit.kind) {
                Some((_, _, n)) => *n += 1,
                None => {
                    self.kinds.insert(hit.kind, (hit, place, 1));
                }
            }
        }
    }

    /// What there is to say of the file.
    pub fn told(&self, file: &diagnostic::Place) -> Vec<Diagnostic> {
        let tell = |(hit, place, n): &(Hit, Place, usize)| {
            let (kind, at) = place.told();
            told::diagnostic(hit, file.clone()).with("in", kind).with("at", at).with("n", *n)
        };
        self.kinds.values().map(tell).collect()
    }
}
