//! What attached files hold: pages of a PDF, lines of a text, rows of a table. One finding for each rule and file.

use std::collections::BTreeMap;

use super::{Hit, Kind, Privacy, Scope, search, told};
use crate::diagnostic::{self, Diagnostic};

/// Where in a file something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Page(usize),
    Line(usize),
}

/// What was found in a file so far: of each kind the first thing, where it stands, and how many there are.
pub struct Found<'a> {
    privacy: &'a Privacy,
    scope: Scope,
    kinds: BTreeMap<Kind, (Hit, Place, usize)>,
}

/// What was found in a whole file.
#[derive(Clone, Debug, Default)]
pub struct Findings(BTreeMap<Kind, (Hit, Place, usize)>);

impl<'a> Found<'a> {
    /// `is_act`: the file belongs to an act, a benefit or a table.
    pub fn new(privacy: &'a Privacy, is_act: bool) -> Self {
        let scope = Scope { year: privacy.year, is_act, is_about_a_person: false };
        Self { privacy, scope, kinds: BTreeMap::new() }
    }

    /// Searches a page, or a row.
    pub fn look(&mut self, text: &str, place: Place) {
        self.look_at(text, |_| place);
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

    /// Everything that was found.
    pub fn findings(self) -> Findings {
        Findings(self.kinds)
    }
}

impl Findings {
    /// What there is to say of the file.
    pub fn told(&self, file: &diagnostic::Place) -> Vec<Diagnostic> {
        let tell = |(hit, place, n): &(Hit, Place, usize)| {
            let (kind, at) = match place {
                Place::Page(page) => ("page", *page),
                Place::Line(line) => ("line", *line),
            };
            told::diagnostic(hit, file.clone()).with("in", kind).with("at", at).with("n", *n)
        };
        self.0.values().map(tell).collect()
    }
}

/// The rows of a table, each as a sentence: name first, then every other cell after the head of its column, so that a day
/// below `data di nascita` is read as one. With the line each begins on.
pub fn rows(text: &str) -> Vec<(usize, String)> {
    let head = text.lines().next().unwrap_or_default();
    let count = |separator: u8| head.bytes().filter(|byte| *byte == separator).count();
    let separator =
        [b';', b',', b'\t', b'|'].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b';');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let heads: Vec<String> = match reader.headers() {
        Ok(heads) => heads.iter().map(|head| head.replace('_', " ").to_lowercase()).collect(),
        Err(_) => return Vec::new(),
    };
    let names: Vec<usize> = ["cognome", "nome"]
        .iter()
        .filter_map(|name| heads.iter().position(|head| head.trim_start_matches('\u{feff}').trim() == *name))
        .collect();
    let mut rows = Vec::new();
    for record in reader.records().map_while(Result::ok) {
        let line = record.position().map_or(1, |position| position.line() as usize);
        let mut row: String = names.iter().filter_map(|n| record.get(*n)).collect::<Vec<_>>().join(" ");
        for (n, cell) in record.iter().enumerate().filter(|(n, cell)| !names.contains(n) && !cell.is_empty())
        {
            row.push_str(", ");
            row.push_str(heads.get(n).map_or("", String::as_str));
            row.push_str(": ");
            row.push_str(cell);
        }
        rows.push((line, row));
    }
    rows
}
