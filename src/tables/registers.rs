//! The lists the law wants, year by year: rows of the tables that an obligation shows, and contents that stand for a
//! row each. Nothing is copied by hand; what leaves the obligation leaves its list.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use jiff::civil::Date;

use super::{
    Tables,
    cell::{self, Cell, Context, Decimal},
    grid::Raw,
    rules::TABLE_SCHEME,
};
use crate::{
    diagnostic::{Diagnostic, Severity},
    load::Site,
    model::{
        EntryId, Model,
        transparency::{Duty, State, is_refused},
    },
    schema::{ColumnKind, FromContents, TableScheme},
    source::Span,
    validate::{ContentId, Entry, Item, Ref, Val},
};

/// A list of one obligation, of one year where it is kept by years.
#[derive(Debug, Clone)]
pub struct Register {
    /// Number of the obligation in the law.
    pub obligation: usize,
    pub scheme: Arc<TableScheme>,
    pub year: Option<i16>,
    pub rows: Vec<RegisterRow>,
    /// Of the column that is summed up.
    pub total: Option<Decimal>,
    /// The last change of anything in it.
    pub updated: Option<Date>,
}

/// A cell for every column of the scheme, and the content it comes from.
#[derive(Debug, Clone)]
pub struct RegisterRow {
    pub cells: Vec<Cell>,
    pub content: ContentId,
}

pub(super) fn collect(
    model: &Model,
    site: &Site,
    tables: &Tables,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Register> {
    let law = &site.schemas.transparency;
    let mut by_obligation: BTreeMap<usize, Vec<&Arc<TableScheme>>> = BTreeMap::new();
    for scheme in site.schemas.tables.values() {
        for key in &scheme.obligations {
            by_obligation.entry(law.obligation(key).unwrap_or(usize::MAX)).or_default().push(scheme);
        }
    }
    let mut registers = Vec::new();
    for page in &model.transparency.pages {
        let of_page = |duty: &&Duty| by_obligation.contains_key(&duty.obligation);
        let mut schemes: BTreeMap<&str, (&Arc<TableScheme>, Vec<&Duty>)> = BTreeMap::new();
        for duty in page.duties.iter().filter(of_page) {
            for scheme in &by_obligation[&duty.obligation] {
                schemes.entry(&scheme.name).or_insert((scheme, Vec::new())).1.push(duty);
            }
        }
        for (scheme, duties) in schemes.into_values() {
            let mut gatherer = Gatherer { model, site, tables, scheme, diagnostics };
            let found = gatherer.registers(&duties);
            if found.is_empty() && scheme.is_mandatory {
                diagnostics.extend(unmet(scheme, &duties, model, site));
            }
            registers.extend(found);
        }
    }
    registers
}

/// An obligation that shows contents, none of which says what its scheme asks for.
fn unmet(scheme: &TableScheme, duties: &[&Duty], model: &Model, site: &Site) -> Option<Diagnostic> {
    let duty = duties.iter().find(|duty| duty.state == State::Filled)?;
    let obligation = &site.schemas.transparency.obligations[duty.obligation];
    let told = TABLE_SCHEME.at(model.main_version(duty.shown.first()?.content).head);
    let told = told.with("title", &obligation.title).with("scheme", &scheme.name);
    Some(told.with("norm", scheme.norm.as_deref().unwrap_or(&obligation.norm)))
}

struct Gatherer<'a> {
    model: &'a Model,
    site: &'a Site,
    tables: &'a Tables,
    scheme: &'a Arc<TableScheme>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Gatherer<'_> {
    /// The lists of a section, the newest first.
    fn registers(&mut self, duties: &[&Duty]) -> Vec<Register> {
        let Some(first) = duties.first() else { return Vec::new() };
        let mut by_year: BTreeMap<Reverse<Option<i16>>, Register> = BTreeMap::new();
        let mut put = |year: Option<i16>, row: RegisterRow, updated: Option<Date>| {
            let register = by_year.entry(Reverse(year)).or_insert_with(|| Register {
                obligation: first.obligation,
                scheme: Arc::clone(self.scheme),
                year,
                rows: Vec::new(),
                total: None,
                updated: None,
            });
            register.rows.push(row);
            register.updated = register.updated.max(updated);
        };
        // One content may serve two obligations of a section.
        let mut seen = HashSet::new();
        for shown in duties.iter().flat_map(|duty| &duty.shown).filter(|shown| seen.insert(shown.content)) {
            let id = self.model.version(shown.content, &self.model.main_language);
            // Particular data are not for everybody's machines.
            if is_refused(self.model, id) {
                continue;
            }
            let entry = self.model.entry(id);
            let mut has_table = false;
            for published in
                self.tables.of(id).iter().filter(|known| known.table.scheme.name == self.scheme.name)
            {
                has_table = true;
                for row in &published.table.rows {
                    let mut cells = vec![Cell::Empty; self.scheme.columns.len()];
                    for (cell, column) in row.cells.iter().zip(&published.table.columns) {
                        cells[*column] = cell.clone();
                    }
                    let year = self.year(&cells, entry);
                    put(year, RegisterRow { cells, content: shown.content }, published.updated);
                }
            }
            let type_name = &entry.content_type.name;
            let asks = Asks { model: self.model, site: self.site };
            let stands = |from: &&FromContents| from.type_name == *type_name && asks.says(entry, &from.only);
            let from = self.scheme.from_contents.iter().find(stands);
            if let Some(from) = from.filter(|_| !has_table) {
                for cells in rows(self.model, self.site, self.scheme, from, id, self.diagnostics) {
                    let year = self.year(&cells, entry);
                    put(year, RegisterRow { cells, content: shown.content }, self.model.updated(id));
                }
            }
        }
        by_year.into_values().map(|register| Register { total: total(&register), ..register }).collect()
    }

    /// The year a row belongs to: that of its column, else that from which its content counts.
    fn year(&self, cells: &[Cell], entry: &Entry) -> Option<i16> {
        let yearly = self.scheme.yearly.as_ref()?;
        match yearly.year.map(|column| &cells[column]) {
            Some(Cell::Date(date)) => return Some(date.year()),
            Some(Cell::Integer(year)) => return i16::try_from(*year).ok(),
            _ => {}
        }
        let counted = entry.field("pubblicazione").and_then(|item| item.value.member("decorre_dal"));
        let counted = counted.and_then(|item| item.value.date()).or_else(|| entry.date("data_inizio"));
        counted.map(Date::year)
    }
}

fn total(register: &Register) -> Option<Decimal> {
    let column = register.scheme.yearly.as_ref()?.total?;
    let none = Decimal { units: 0, places: 0 };
    register.rows.iter().try_fold(none, |sum, row| match &row.cells[column] {
        Cell::Decimal(number) => sum.plus(*number),
        Cell::Integer(number) => sum.plus(Decimal { units: *number, places: 0 }),
        _ => Some(sum),
    })
}

/// A content as rows of the scheme, most often one. What does not fit only warns: the page is right, its list is not
/// whole.
fn rows(
    model: &Model,
    site: &Site,
    scheme: &TableScheme,
    from: &FromContents,
    id: EntryId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Vec<Cell>> {
    let entry = model.entry(id);
    let asks = Asks { model, site };
    let mut cells = vec![Cell::Empty; scheme.columns.len()];
    for (n, column) in scheme.columns.iter().enumerate() {
        let path = from.columns.iter().find(|(known, _)| *known == n).map(|(_, path)| path.as_str());
        let (raw, place) = match path {
            Some(path) if path.contains('{') => continue,
            Some("indirizzo_pagina") => (asks.page(id), None),
            Some(path) => asks.first(entry, path, column.max_length),
            None => (Raw::Empty, None),
        };
        let raw = match from.translated.get(&n).and_then(|words| words.get(&cell::written(&raw))) {
            Some(word) => Raw::of_text(word),
            None => raw,
        };
        let vocabulary = match &column.kind {
            ColumnKind::Word(name) => site.schemas.vocabularies.get(name).map(Arc::as_ref),
            _ => None,
        };
        match cell::understand(&raw, column, Context { other: None, vocabulary }) {
            Ok(cell) => cells[n] = cell,
            Err(problem) => {
                if !raw.is_empty() {
                    cells[n] = Cell::Text(cell::written(&raw).into());
                }
                let is_missing = problem.words == "table-cell--missing";
                // What no field says is asked of nobody.
                let Some(path) = path else { continue };
                let words = if is_missing { "table-scheme--missing" } else { "table-scheme--value" };
                diagnostics.push(
                    TABLE_SCHEME
                        .variant(words, place.unwrap_or(entry.head))
                        .severity(if scheme.stops(column) { Severity::Warning } else { Severity::Note })
                        .with("column", column.title.as_str())
                        .with("scheme", scheme.title.as_str())
                        .with("field", path.split('|').next().unwrap_or(path))
                        .with("hint", super::check::hint(column)),
                );
            }
        }
    }
    let parts = each(&cells, from);
    parts.into_iter().map(|cells| addressed(cells, scheme, from)).collect()
}

/// A row for every code of a column that may hold several.
fn each(cells: &[Cell], from: &FromContents) -> Vec<Vec<Cell>> {
    let Some((n, Cell::Text(text))) = from.each.map(|n| (n, &cells[n])) else { return vec![cells.to_vec()] };
    let parts = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    let rows = parts.map(|part| {
        let mut row = cells.to_vec();
        row[n] = Cell::Text(part.into());
        row
    });
    rows.collect()
}

/// Addresses made of what stands in other columns; none where one of those is empty.
fn addressed(mut cells: Vec<Cell>, scheme: &TableScheme, from: &FromContents) -> Vec<Cell> {
    for (n, template) in from.columns.iter().filter(|(_, path)| path.contains('{')) {
        let mut address = template.clone();
        let mut is_whole = true;
        for (column, cell) in scheme.columns.iter().zip(&cells) {
            let name = format!("{{{}}}", column.name);
            match cell {
                Cell::Text(text) => address = address.replace(&name, text),
                _ => is_whole &= !address.contains(&name),
            }
        }
        cells[*n] = if is_whole { Cell::Text(address.into()) } else { Cell::Empty };
    }
    cells
}

/// Values of contents by their paths: `contatti.voci[tipo=Telefono].valore`.
struct Asks<'a> {
    model: &'a Model,
    site: &'a Site,
}

/// References inside references are followed this far.
const MOST_STEPS: usize = 6;

impl Asks<'_> {
    fn page(&self, id: EntryId) -> Raw {
        let address = self.model.address(id);
        address.map_or(Raw::Empty, |address| Raw::Text(self.site.config.absolute(&address)))
    }

    /// Whether one of the values wanted stands at the end of every path.
    fn says(&self, entry: &Entry, wanted: &BTreeMap<String, Vec<String>>) -> bool {
        wanted.iter().all(|(path, words)| {
            let found = cell::written(&self.raw(entry, path, None).0).to_lowercase();
            words.iter().any(|word| word.to_lowercase() == found)
        })
    }

    /// The first of several paths (`data_inizio|aggiornato`) at whose end something stands.
    fn first(&self, entry: &Entry, paths: &str, most: Option<usize>) -> (Raw, Option<Span>) {
        let found = paths.split('|').map(|path| self.raw(entry, path, most));
        found.into_iter().find(|(raw, _)| !raw.is_empty()).unwrap_or((Raw::Empty, None))
    }

    /// What stands at the end of a path; several values stand one after the other.
    fn raw(&self, entry: &Entry, path: &str, most: Option<usize>) -> (Raw, Option<Span>) {
        let mut found: Vec<(Raw, Span)> = Vec::new();
        self.walk(entry, path, most, 0, &mut found);
        found.retain(|(raw, _)| !raw.is_empty());
        let place = found.first().map(|(_, span)| *span);
        let raw = match found.len() {
            0 => Raw::Empty,
            1 => found.remove(0).0,
            _ => {
                let whole = found.iter().map(|(raw, _)| cell::written(raw)).collect::<Vec<_>>().join("; ");
                // Where there is room for one, the first one speaks for all.
                let is_too_long = most.is_some_and(|most| whole.chars().count() > most);
                if is_too_long { found.remove(0).0 } else { Raw::Text(whole) }
            }
        };
        (raw, place)
    }

    fn walk(
        &self,
        entry: &Entry,
        path: &str,
        most: Option<usize>,
        depth: usize,
        found: &mut Vec<(Raw, Span)>,
    ) {
        let (step, rest) = cut(path);
        for item in entry.items(step.name) {
            self.item(item, entry, &step, rest, most, depth, found);
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one step of a walk: what was reached, and what is still to go"
    )]
    fn item(
        &self,
        item: &Item,
        entry: &Entry,
        step: &Step<'_>,
        rest: Option<&str>,
        most: Option<usize>,
        depth: usize,
        found: &mut Vec<(Raw, Span)>,
    ) {
        if depth > MOST_STEPS || !step.takes(item) {
            return;
        }
        match (&item.value, rest) {
            (Val::List(items), _) => {
                items.iter().for_each(|item| self.item(item, entry, step, rest, most, depth + 1, found));
            }
            (Val::Reference(Ref { target: Some(target), .. }), Some(rest)) => {
                self.walk(self.model.main_version(*target), rest, most, depth + 1, found);
            }
            (Val::Object(_), Some(rest)) => {
                let (step, rest) = cut(rest);
                if let Some(member) = item.value.member(step.name) {
                    self.item(member, entry, &step, rest, most, depth + 1, found);
                }
            }
            (value, None) => found.push((self.leaf(value, entry, most), item.span)),
            _ => {}
        }
    }

    fn leaf(&self, value: &Val, entry: &Entry, most: Option<usize>) -> Raw {
        match value {
            Val::Text(text) | Val::Word { label: text, .. } => Raw::of_text(text),
            Val::Markdown(body) => Raw::of_text(&body.excerpt(most.unwrap_or(1_000))),
            Val::File(path) => self.file(entry, path),
            Val::Link(path) if path.starts_with("http") => Raw::of_text(path),
            Val::Link(path) => self.file(entry, path),
            Val::Date(_) | Val::DateTime(_) => value.date().map_or(Raw::Empty, Raw::Date),
            Val::Bool(truth) => Raw::Bool(*truth),
            Val::Integer(number) => Raw::Number(*number as f64),
            Val::Number(number) => Raw::Number(*number),
            Val::Reference(Ref { target: Some(target), .. }) => {
                Raw::of_text(&self.model.main_version(*target).title)
            }
            _ => Raw::Empty,
        }
    }

    fn file(&self, entry: &Entry, path: &str) -> Raw {
        let address = self.model.attachment_from(entry, path).map(|id| self.model.attachment_address(id));
        address.map_or(Raw::Empty, |address| Raw::Text(self.site.config.absolute(address)))
    }
}

/// `voci[tipo=Telefono]`: a field, and what one of its members must say.
struct Step<'a> {
    name: &'a str,
    wanted: Option<(&'a str, &'a str)>,
}

impl Step<'_> {
    fn takes(&self, item: &Item) -> bool {
        let (Some((name, wanted)), Val::Object(_)) = (self.wanted, &item.value) else { return true };
        match item.value.member(name).map(|item| &item.value) {
            Some(Val::Text(text) | Val::Word { label: text, .. }) => text.eq_ignore_ascii_case(wanted),
            _ => false,
        }
    }
}

/// The first step of a path, and the rest.
fn cut(path: &str) -> (Step<'_>, Option<&str>) {
    let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
    let (name, filter) = step.split_once('[').map_or((step, None), |(name, filter)| (name, Some(filter)));
    let wanted = filter.and_then(|filter| filter.trim_end_matches(']').split_once('='));
    (Step { name, wanted }, rest)
}
