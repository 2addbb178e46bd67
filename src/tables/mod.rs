//! Tables from files of data: what `tabelle` of a content names is read, held against a scheme and understood.
//!
//! 1. `wanted` takes from every content the tables it names; `load` has read or reads the bytes.
//! 2. `text`, `json` and `workbook` (behind `crate::archive`) make a `grid` of raw cells with their places.
//! 3. `check` makes a `Table` of it, by its scheme: `cell` understands one cell, `codes` knows check digits.
//! 4. `ends` takes rows away whose days are over. `registers` puts rows of many tables and contents together, year by year, as the law wants lists.

mod cell;
mod check;
mod codes;
mod ends;
mod grid;
mod json;
mod registers;
mod rules;
mod text;
mod wanted;
mod workbook;

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use jiff::civil::Date;
use rayon::prelude::*;

pub use cell::{Cell, Decimal};
pub use registers::{Register, RegisterRow};
pub use rules::RULES;
pub use workbook::{Sheet, sheets};

use self::{
    check::Checker,
    grid::{Grid, Limits, Trouble},
    rules::TABLE_SCHEME,
    wanted::Wanted,
};
use crate::{
    diagnostic::{Diagnostic, Severity},
    hash::Hash,
    load::{self, Attachment, Encoding, Site},
    model::{AttachmentId, EntryId, Model},
    schema::{DurationRule, TableScheme},
    source::{FileId, Sources},
    stage::Staged,
    validate::Entry,
};

/// Columns a file may have.
const MOST_COLUMNS: usize = 100;

/// A file of data, understood.
#[derive(Debug, Clone)]
pub struct Table {
    pub scheme: Arc<TableScheme>,
    /// Numbers of the columns that the file has, in the order of the scheme.
    pub columns: Vec<usize>,
    pub rows: Vec<TableRow>,
    pub file: FileId,
}

/// A row: a cell for each column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    pub cells: Vec<Cell>,
    /// The row of the file, as people count.
    pub number: u32,
}

/// A table as a content shows it.
#[derive(Debug, Clone)]
pub struct Published {
    /// Unique within the content; a part of its address.
    pub name: String,
    pub title: String,
    pub description: Option<String>,
    /// Official label of the licence.
    pub licence: String,
    pub updated: Option<Date>,
    pub table: Arc<Table>,
}

/// Rows of a table whose last day is the same.
#[derive(Debug, Clone)]
pub struct RowsEnd {
    pub entry: EntryId,
    pub scheme: Arc<TableScheme>,
    /// The last day on which they are published.
    pub until: Date,
    pub rows: usize,
}

/// All tables of the day.
#[derive(Debug, Default)]
pub struct Tables {
    of_entry: BTreeMap<EntryId, Vec<Published>>,
    /// Of contents that are not published on the day, by their file.
    of_hidden: HashMap<FileId, Vec<Published>>,
    /// Lists of the law, in its order.
    pub registers: Vec<Register>,
    /// Rows that go by themselves on a day to come.
    pub ends: Vec<RowsEnd>,
    /// What was read, so that a preview need not read it again.
    known: HashMap<Key, Arc<Known>>,
}

/// Everything on which the reading of a file depends.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    file: FileId,
    hash: Hash,
    scheme: String,
    sheet: Option<String>,
    head: Option<u32>,
    ignored: Vec<String>,
}

#[derive(Debug)]
struct Known {
    scheme: Arc<TableScheme>,
    table: Option<Arc<Table>>,
    diagnostics: Vec<Diagnostic>,
}

/// Whose table it is.
#[derive(Clone, Copy)]
enum Holder {
    Entry(EntryId),
    Hidden(FileId),
}

/// Reads every table that a content of the site names; of what is not published yet the mistakes are told already.
pub fn run(model: &Model, site: &Site, sources: &Sources, before: Option<&Tables>) -> Staged<Tables> {
    let mut diagnostics = Vec::new();
    let mut jobs: Vec<(Holder, Wanted, AttachmentId)> = Vec::new();
    let entries = model.entries().map(|(id, entry)| (Holder::Entry(id), entry));
    let hidden = model.hidden().map(|entry| (Holder::Hidden(entry.file), entry));
    // Looked for in all contents, of which few have any.
    let all: Vec<_> = entries.chain(hidden).collect();
    let found: Vec<_> = all
        .into_par_iter()
        .filter_map(|(holder, entry)| jobs_of(entry, model, site).map(|found| (holder, found)))
        .collect();
    for (holder, found) in found {
        jobs.extend(found.unpack(&mut diagnostics).into_iter().map(|(w, a)| (holder, w, a)));
    }
    let mut keys: Vec<(Key, &Wanted, AttachmentId)> = Vec::new();
    for (_, wanted, attachment) in &jobs {
        keys.push((key(wanted, model.attachment(*attachment)), wanted, *attachment));
    }
    let mut todo: HashMap<&Key, (&Wanted, AttachmentId)> = HashMap::new();
    for (key, wanted, attachment) in &keys {
        todo.entry(key).or_insert((*wanted, *attachment));
    }
    let known: HashMap<Key, Arc<Known>> = todo
        .into_par_iter()
        .map(|(key, (wanted, attachment))| {
            let old = before.and_then(|before| before.known.get(key));
            let old = old.filter(|old| Arc::ptr_eq(&old.scheme, &wanted.scheme));
            let known = old.cloned().unwrap_or_else(|| {
                Arc::new(Known::read(wanted, model.attachment(attachment), site, sources))
            });
            (key.clone(), known)
        })
        .collect();
    let mut tables = Tables { known, ..Tables::default() };
    let keys: Vec<Key> = keys.into_iter().map(|(key, ..)| key).collect();
    // What two contents name is told once.
    let mut told = HashSet::new();
    for ((holder, wanted, _), key) in jobs.into_iter().zip(keys) {
        let Some(known) = tables.known.get(&key) else { continue };
        if told.insert(key) {
            let used = |told: &Diagnostic| told.clone().related(wanted.place, "ui-used-here");
            diagnostics.extend(known.diagnostics.iter().map(used));
        }
        let Some(table) = known.table.as_ref().map(Arc::clone) else { continue };
        match holder {
            Holder::Entry(id) => {
                let table = match rule_of(model, site, id, &table) {
                    Some(rule) => {
                        let (kept, ends) = ends::kept(&table, rule, model.today, id);
                        tables.ends.extend(ends);
                        kept
                    }
                    None => Some(table),
                };
                match table {
                    Some(table) => {
                        let published = wanted.published(table, model.updated(id));
                        tables.of_entry.entry(id).or_default().push(published);
                    }
                    None => diagnostics.push(
                        TABLE_SCHEME
                            .variant("table-scheme--ended", wanted.place)
                            .severity(Severity::Warning)
                            .with("scheme", &wanted.scheme.title),
                    ),
                }
            }
            Holder::Hidden(file) => {
                tables.of_hidden.entry(file).or_default().push(wanted.published(table, None));
            }
        }
    }
    tables.registers = registers::collect(model, site, &tables, &mut diagnostics);
    Staged::new(tables, diagnostics)
}

/// How long rows of a table stay, where the content shows them for an obligation of transparency: not where the office
/// decided on a day for all of it.
fn rule_of(model: &Model, site: &Site, id: EntryId, table: &Table) -> Option<DurationRule> {
    let law = &site.schemas.transparency;
    let rule = ends::rule(&table.scheme, law)?;
    let own = model.entry(id).field("pubblicazione").and_then(|item| item.value.member("fino"));
    let content = model.content_of(id);
    let is_shown = model.transparency.pages.iter().flat_map(|page| &page.duties).any(|duty| {
        table.scheme.obligations.contains(&law.obligations[duty.obligation].key)
            && duty.shown.iter().any(|shown| shown.content == content)
    });
    (own.is_none() && is_shown).then_some(rule)
}

/// None: there is nothing to do and nothing to say.
fn jobs_of(entry: &Entry, model: &Model, site: &Site) -> Option<Staged<Vec<(Wanted, AttachmentId)>>> {
    let mut diagnostics = Vec::new();
    let wanted = wanted::of(entry, site, &mut diagnostics);
    // A path that leads nowhere was told with all others.
    let found = wanted.into_iter().filter_map(|wanted| {
        let attachment = model.attachment_from(entry, &wanted.path)?;
        Some((wanted, attachment))
    });
    let found: Vec<_> = found.collect();
    let is_nothing = found.is_empty() && diagnostics.is_empty();
    (!is_nothing).then(|| Staged::new(found, diagnostics))
}

fn key(wanted: &Wanted, attachment: &Attachment) -> Key {
    Key {
        file: attachment.file,
        hash: attachment.hash,
        scheme: wanted.scheme.name.clone(),
        sheet: wanted.sheet.clone(),
        head: wanted.head,
        ignored: wanted.ignored.clone(),
    }
}

impl Known {
    fn read(wanted: &Wanted, attachment: &Attachment, site: &Site, sources: &Sources) -> Self {
        let mut diagnostics = Vec::new();
        let table = grid_of(wanted, attachment, site, sources, &mut diagnostics);
        let table = table.and_then(|grid| {
            let checker = Checker {
                scheme: &wanted.scheme,
                schemas: &site.schemas,
                file: attachment.file,
                ignored: &wanted.ignored,
                head: wanted.head,
            };
            let (table, told) = checker.table(grid);
            diagnostics.extend(told);
            table.map(Arc::new)
        });
        Self { scheme: Arc::clone(&wanted.scheme), table, diagnostics }
    }
}

fn grid_of(
    wanted: &Wanted,
    attachment: &Attachment,
    site: &Site,
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Grid> {
    let limits = Limits {
        bytes: site.config.limiti.tabella_mib as usize * 1024 * 1024,
        rows: site.config.limiti.tabella_righe as usize,
        columns: MOST_COLUMNS,
    };
    let told_encoding = match attachment.data {
        Some(Encoding::Windows1252) => Some("Windows-1252"),
        Some(Encoding::Utf16) => Some("UTF-16"),
        _ => None,
    };
    if let Some(encoding) = told_encoding {
        let told = rules::TABLE_FILE.variant("table-file--encoding", attachment.file);
        diagnostics.push(told.severity(Severity::Warning).with("encoding", encoding));
    }
    let grid = match () {
        () if attachment.size > limits.bytes as u64 => Err(too_large(limits)),
        () => read(wanted, attachment, &sources.get(attachment.file).text, limits),
    };
    grid.map_err(|trouble| diagnostics.push(check::trouble(trouble, attachment.file))).ok()
}

fn too_large(limits: Limits) -> Trouble {
    Trouble::new("table-file--large").with("limit", (limits.bytes / 1024 / 1024).to_string())
}

fn read(wanted: &Wanted, attachment: &Attachment, text: &str, limits: Limits) -> Result<Grid, Trouble> {
    let extension = attachment.extension();
    match (extension.as_str(), attachment.data) {
        ("csv" | "tsv", Some(_)) => text::grid(text, limits),
        ("json", Some(_)) => json::grid(text, limits),
        ("csv" | "tsv" | "json", None) => Err(too_large(limits)),
        ("xlsx" | "ods", _) => {
            let bytes = load::read_attachment(attachment);
            let bytes = bytes
                .map_err(|error| Trouble::new("table-file--unreadable").with("detail", error.to_string()))?;
            workbook::grid(&bytes, &extension, wanted.sheet.as_deref(), limits)
        }
        _ => Err(Trouble::new("table-file--format").with("format", extension)),
    }
}

impl Table {
    /// The sum of one of its columns; none when it holds no numbers, or the sum is out of all measure.
    pub fn sum(&self, column: usize) -> Option<Decimal> {
        let none = Decimal { units: 0, places: 0 };
        self.rows.iter().try_fold(none, |sum, row| match &row.cells[column] {
            Cell::Decimal(number) => sum.plus(*number),
            Cell::Integer(number) => sum.plus(Decimal { units: *number, places: 0 }),
            Cell::Empty => Some(sum),
            _ => None,
        })
    }
}

impl Tables {
    /// The tables that a content shows, in its own order.
    pub fn of(&self, entry: EntryId) -> &[Published] {
        self.of_entry.get(&entry).map_or(&[], Vec::as_slice)
    }

    /// By obligation, the day after the last period that its lists tell of: since when it is in order, whenever somebody
    /// touched the page.
    pub fn renewed(&self, site: &Site) -> BTreeMap<usize, Date> {
        let law = &site.schemas.transparency;
        let mut renewed: BTreeMap<usize, Date> = BTreeMap::new();
        for register in &self.registers {
            for n in register.scheme.obligations.iter().filter_map(|key| law.obligation(key)) {
                if let Some(day) = ends::renewed(register, &law.obligations[n]) {
                    let known = renewed.entry(n).or_insert(day);
                    *known = day.max(*known);
                }
            }
        }
        renewed
    }

    /// The tables of a content that is not published on the day, by its file.
    pub fn of_hidden(&self, file: FileId) -> &[Published] {
        self.of_hidden.get(&file).map_or(&[], Vec::as_slice)
    }

    /// Every content that shows tables, with them.
    pub fn iter(&self) -> impl Iterator<Item = (EntryId, &[Published])> {
        self.of_entry.iter().map(|(id, tables)| (*id, tables.as_slice()))
    }
}

/// Any bytes as a file of data: what fuzzing calls. The scheme asks for one column of every kind.
pub fn any_bytes(bytes: &[u8]) {
    let limits = Limits { bytes: 1 << 20, rows: 2_000, columns: MOST_COLUMNS };
    let text = String::from_utf8_lossy(bytes);
    for grid in [text::grid(&text, limits), json::grid(&text, limits)] {
        let rows = grid.map(|grid| grid.rows).unwrap_or_default();
        for range in rows.iter().flat_map(|row| &row.ranges) {
            assert!(text.get(range.start as usize..range.end as usize).is_some(), "{range:?} lies outside");
        }
    }
    for extension in ["xlsx", "ods"] {
        let _ = workbook::grid(bytes, extension, None, limits);
        let _ = sheets(bytes, extension);
    }
}
