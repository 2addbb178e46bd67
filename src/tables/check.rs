//! A grid held against its scheme: headings become columns, cells become values, and what is wrong is told at its cell.

use std::sync::Arc;

use super::{
    Table, TableRow,
    cell::{self, Cell, Context, Problem},
    grid::{Grid, Raw, Row},
    rules::{TABLE_CELL, TABLE_COLUMN, TABLE_FILE, TABLE_ROW},
};
use crate::{
    diagnostic::{Diagnostic, Place, Severity},
    rule::Meta,
    schema::{Column, ColumnKind, Schemas, TableScheme, folded_heading},
    source::{FileId, Span},
    suggest::closest,
};

/// Mistakes of one table that are told one by one.
const MOST_TOLD: usize = 40;

/// What a grid is held against.
pub(super) struct Checker<'a> {
    pub scheme: &'a Arc<TableScheme>,
    pub schemas: &'a Schemas,
    pub file: FileId,
    /// Headings that the editor leaves out.
    pub ignored: &'a [String],
    /// As people count, the row of the headings; none: the first that is not empty.
    pub head: Option<u32>,
}

impl Checker<'_> {
    /// The table, and everything that is wrong with it.
    pub(super) fn table(&self, mut grid: Grid) -> (Option<Table>, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let at = match self.head {
            Some(number) => grid.rows.iter().position(|row| row.number == number),
            None => (!grid.rows.is_empty()).then_some(0),
        };
        let Some(at) = at else {
            let told = match self.head {
                Some(number) => {
                    TABLE_FILE.variant("table-file--head", self.file).with("row", number as usize)
                }
                None => TABLE_FILE.variant("table-file--empty", self.file),
            };
            return (None, vec![told]);
        };
        let rows = grid.rows.split_off(at + 1);
        let Some(head) = grid.rows.pop() else { return (None, diagnostics) };
        let columns = self.columns(&head, &rows, &grid, &mut diagnostics);
        let present: Vec<usize> = {
            let mut present: Vec<usize> = columns.iter().flatten().copied().collect();
            present.sort_unstable();
            present.dedup();
            present
        };
        let mut faults = Faults { told: Vec::new(), more: 0 };
        let rows = self.rows(rows, &columns, &present, &grid, head.cells.len(), &mut faults);
        self.percentages(&rows, &present, &mut faults);
        diagnostics.extend(faults.told);
        if faults.more > 0 {
            diagnostics.push(TABLE_CELL.variant("table-cell--more", self.file).with("n", faults.more));
        }
        let table = Table { scheme: Arc::clone(self.scheme), columns: present, rows, file: self.file };
        (Some(table), diagnostics)
    }

    /// The column of the scheme that each column of the file is; none where it is left out.
    fn columns(
        &self,
        head: &Row,
        rows: &[Row],
        grid: &Grid,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Option<usize>> {
        let ignored: Vec<String> = self.ignored.iter().map(|heading| folded_heading(heading)).collect();
        let mut columns: Vec<Option<usize>> = Vec::new();
        let mut meant: Vec<&str> = Vec::new();
        for (n, raw) in head.cells.iter().enumerate() {
            let heading = cell::written(raw);
            let heading = heading.trim();
            let name = grid.cell_name(head, n);
            let place = || self.place(head, n);
            if heading.is_empty() {
                let is_used = rows.iter().any(|row| row.cells.get(n).is_some_and(|cell| !cell.is_empty()));
                if is_used {
                    diagnostics
                        .push(TABLE_COLUMN.variant("table-column--unnamed", place()).with("cell", name));
                }
                columns.push(None);
                continue;
            }
            let found = self.scheme.column_of(heading);
            if ignored.contains(&folded_heading(heading)) {
                columns.push(None);
                continue;
            }
            match found {
                Some(column) if columns.contains(&Some(column)) => {
                    let told = TABLE_COLUMN.variant("table-column--twice", place());
                    diagnostics.push(told.with("column", heading).with("cell", name));
                    columns.push(None);
                }
                Some(column) => columns.push(Some(column)),
                None => {
                    let known = closest(heading, self.scheme.headings());
                    meant.extend(known);
                    let told = match known {
                        Some(known) => TABLE_COLUMN.at(place()).with("known", known),
                        None => {
                            let all = self.scheme.columns.iter().map(|column| format!("`{}`", column.title));
                            let all: Vec<String> = all.collect();
                            TABLE_COLUMN
                                .variant("table-column--strange", place())
                                .with("known", all.join(", "))
                        }
                    };
                    let scheme = self.scheme.title.as_str();
                    diagnostics.push(told.with("column", heading).with("cell", name).with("scheme", scheme));
                    columns.push(None);
                }
            }
        }
        self.missing(head, &columns, &meant, diagnostics);
        columns
    }

    /// Columns without which there is no row; one that is only misspelt was told.
    fn missing(
        &self,
        head: &Row,
        columns: &[Option<usize>],
        meant: &[&str],
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        for (n, column) in self.scheme.columns.iter().enumerate() {
            let is_meant = meant.iter().any(|heading| self.scheme.column_of(heading) == Some(n));
            if !column.required || columns.contains(&Some(n)) || is_meant {
                continue;
            }
            let whole = match (head.ranges.first(), head.ranges.last()) {
                (Some(first), Some(last)) => Place::from(Span::new(self.file, first.start..last.end)),
                _ => self.file.into(),
            };
            let told = TABLE_COLUMN.variant("table-column--missing", whole);
            let told = told.severity(self.severity(column)).with("column", column.title.as_str());
            diagnostics.push(told.with("hint", hint(column)).with("scheme", self.scheme.title.as_str()));
        }
    }

    fn rows(
        &self,
        rows: Vec<Row>,
        columns: &[Option<usize>],
        present: &[usize],
        grid: &Grid,
        n_headings: usize,
        faults: &mut Faults,
    ) -> Vec<TableRow> {
        let file_column: Vec<usize> = present
            .iter()
            .map(|wanted| columns.iter().position(|column| column == &Some(*wanted)).unwrap_or(0))
            .collect();
        // What depends on another column is understood after it.
        let depends = |n: &usize| matches!(self.scheme.columns[present[*n]].kind, ColumnKind::ChoiceBy(..));
        let (later, first): (Vec<usize>, Vec<usize>) = (0..present.len()).partition(depends);
        let order: Vec<usize> = first.into_iter().chain(later).collect();
        let mut made = Vec::with_capacity(rows.len());
        for row in rows {
            if grid.counts_cells {
                self.count(&row, n_headings, grid, faults);
            }
            let mut cells = vec![Cell::Empty; present.len()];
            for &n in &order {
                let column = &self.scheme.columns[present[n]];
                let raw = row.cells.get(file_column[n]).unwrap_or(&Raw::Empty);
                let context = self.context(column, present, &cells);
                match cell::understand(raw, column, context) {
                    Ok(cell) => cells[n] = cell,
                    Err(problem) => {
                        // What only warns is published as it was written.
                        if !raw.is_empty() && !self.scheme.stops(column) {
                            cells[n] = Cell::Text(cell::written(raw).into());
                        }
                        faults.push(|| self.tell(problem, column, &row, file_column[n], grid));
                    }
                }
            }
            made.push(TableRow { cells, number: row.number });
        }
        made
    }

    fn context<'c>(&'c self, column: &Column, present: &[usize], cells: &'c [Cell]) -> Context<'c> {
        match &column.kind {
            ColumnKind::ChoiceBy(other, _) => {
                let other = present.iter().position(|n| n == other).map(|n| &cells[n]);
                let other = other.and_then(|cell| match cell {
                    Cell::Text(text) => Some(&**text),
                    _ => None,
                });
                Context { other, vocabulary: None }
            }
            ColumnKind::Word(name) => {
                Context { other: None, vocabulary: self.schemas.vocabularies.get(name).map(Arc::as_ref) }
            }
            _ => Context::default(),
        }
    }

    /// A row with more cells than headings, or fewer: most often a separator inside a text without quotes.
    fn count(&self, row: &Row, n_headings: usize, grid: &Grid, faults: &mut Faults) {
        let filled = row.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        let words = match () {
            () if filled > n_headings => "table-row--long",
            () if row.cells.len() < n_headings => "table-row",
            () => return,
        };
        faults.push(|| {
            let place = match (row.ranges.first(), row.ranges.last()) {
                (Some(first), Some(last)) => Place::from(Span::new(self.file, first.start..last.end)),
                _ => self.file.into(),
            };
            let told =
                if words == TABLE_ROW.id { TABLE_ROW.at(place) } else { TABLE_ROW.variant(words, place) };
            told.with("cell", grid.cell_name(row, 0)).with("n", row.cells.len()).with("expected", n_headings)
        });
    }

    fn tell(&self, problem: Problem, column: &Column, row: &Row, n: usize, grid: &Grid) -> Diagnostic {
        let mut told = TABLE_CELL.variant(problem.words, self.place(row, n));
        for (name, value) in problem.args {
            told = told.with(name, value);
        }
        let cell = match grid.has_cells {
            true => grid.cell_name(row, n),
            false => format!("#{}", row.number),
        };
        let told = told.severity(self.severity(column)).with("column", column.title.as_str());
        told.with("cell", cell).with("hint", hint(column))
    }

    fn place(&self, row: &Row, n: usize) -> Place {
        match row.ranges.get(n) {
            Some(range) => Span::new(self.file, range.clone()).into(),
            None => self.file.into(),
        }
    }

    fn severity(&self, column: &Column) -> Severity {
        if self.scheme.stops(column) { Severity::Error } else { Severity::Warning }
    }

    /// A sheet that shows `14%` holds 0.14: where every number of such a column is that small, somebody has to look.
    fn percentages(&self, rows: &[TableRow], present: &[usize], faults: &mut Faults) {
        for (n, column) in present.iter().enumerate().map(|(n, column)| (n, &self.scheme.columns[*column])) {
            if column.unit.as_deref() != Some("%") || rows.len() < 2 {
                continue;
            }
            let is_small = |row: &TableRow| match &row.cells[n] {
                Cell::Decimal(number) => {
                    number.places > 0 && number.units.unsigned_abs() < 10_u64.pow(number.places.into())
                }
                _ => false,
            };
            if rows.iter().all(is_small) {
                let told = TABLE_CELL.variant("table-cell--percent", self.file).severity(Severity::Warning);
                faults.push(|| told.with("column", column.title.as_str()));
            }
        }
    }
}

/// What is told, up to a limit.
struct Faults {
    told: Vec<Diagnostic>,
    more: usize,
}

impl Faults {
    fn push(&mut self, tell: impl FnOnce() -> Diagnostic) {
        if self.told.len() < MOST_TOLD {
            self.told.push(tell());
        } else {
            self.more += 1;
        }
    }
}

/// What to write there; `none` where the scheme does not say it.
pub(super) fn hint(column: &Column) -> &str {
    if column.help.is_empty() { "none" } else { &column.help }
}

/// A trouble of a whole file as a finding.
pub(super) fn trouble(trouble: super::grid::Trouble, file: FileId) -> Diagnostic {
    let place = trouble.range.map_or_else(|| Place::from(file), |range| Span::new(file, range).into());
    let told = finding(&TABLE_FILE, trouble.words, place);
    trouble.args.into_iter().fold(told, |told, (name, value)| told.with(name, value))
}

fn finding(meta: &'static Meta, words: &'static str, place: Place) -> Diagnostic {
    if words == meta.id { meta.at(place) } else { meta.variant(words, place) }
}
