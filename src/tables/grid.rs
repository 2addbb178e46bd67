//! What a file of data holds before anybody knows what it means: rows of raw cells, each with its place.

use std::ops::Range;

use jiff::civil::Date;

use crate::l10n::Arg;

/// What stands in a cell as the file says it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Raw {
    Empty,
    Text(String),
    /// From files that know numbers: JSON, and sheets (a formula gives the value it had when it was saved).
    Number(f64),
    Date(Date),
    Bool(bool),
    /// A formula that has no value: `#DIV/0!`.
    Fault(String),
}

/// A row that is not empty.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// As a spreadsheet counts, from 1; of a text, its line.
    pub number: u32,
    pub cells: Vec<Raw>,
    /// Of every cell, in bytes; only texts have places.
    pub ranges: Vec<Range<u32>>,
}

/// Rows, the headings first.
#[derive(Debug, Clone, Default)]
pub(super) struct Grid {
    pub rows: Vec<Row>,
    /// Name of the sheet, if the file has sheets.
    pub sheet: Option<String>,
    /// A file in which every row says as many cells as there are headings (CSV).
    pub counts_cells: bool,
    /// Files of objects have keys and no cells to name.
    pub has_cells: bool,
}

/// What a file may not exceed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Limits {
    pub bytes: usize,
    pub rows: usize,
    pub columns: usize,
}

/// Why there is no grid: words and what fills them, and the place in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Trouble {
    pub words: &'static str,
    pub args: Vec<(&'static str, Arg)>,
    pub range: Option<Range<u32>>,
}

impl Trouble {
    pub(super) fn new(words: &'static str) -> Self {
        Self { words, args: Vec::new(), range: None }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    pub(super) fn at(mut self, range: Range<u32>) -> Self {
        self.range = Some(range);
        self
    }

    pub(super) fn too_many_rows(limit: usize) -> Self {
        Self::new("table-file--rows").with("limit", limit.to_string())
    }

    pub(super) fn too_many_columns(limit: usize) -> Self {
        Self::new("table-file--columns").with("limit", limit.to_string())
    }
}

impl Grid {
    /// `Foglio1!C7`, or `C7` where there is one sheet alone.
    pub(super) fn cell_name(&self, row: &Row, column: usize) -> String {
        let name = format!("{}{}", letters(column), row.number);
        match &self.sheet {
            Some(sheet) => format!("{sheet}!{name}"),
            None => name,
        }
    }
}

impl Raw {
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// As somebody sees it: days as they are written in Italy, numbers without powers.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.strftime("%d/%m/%Y").to_string(),
            Self::Empty | Self::Bool(_) | Self::Fault(_) => String::new(),
        }
    }

    /// A text that may be nothing.
    pub(super) fn of_text(text: &str) -> Self {
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

/// A column as spreadsheets name it: 0 is `A`, 26 is `AA`.
pub(super) fn letters(column: usize) -> String {
    let mut name = Vec::new();
    let mut rest = column;
    loop {
        name.push(b'A' + (rest % 26) as u8);
        match (rest / 26).checked_sub(1) {
            Some(next) => rest = next,
            None => break,
        }
    }
    name.iter().rev().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        let names = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
