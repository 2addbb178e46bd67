//! Schemes of tables: `schemas/tabelle/<nome>.yaml` says which columns a table has and what may stand in each.
//!
//! What a cell means is understood in `tables`; here is only what the files say.

mod check;
mod written;

use std::collections::BTreeMap;

pub(super) use check::check;
pub use written::Nested;

use super::{SCHEMA, SchemaFile, parse_yaml};
use crate::{diagnostic::Diagnostic, source::FileId};
use written::{NestedColumn, WrittenColumn, WrittenScheme};

/// The folder of the files, below `schemas/`.
const FOLDER: &str = "tabelle/";

/// One kind of table.
#[derive(Debug, Clone)]
pub struct TableScheme {
    /// Name of the file without its ending: `atti_concessione`.
    pub name: String,
    pub title: String,
    pub description: String,
    /// Where the law asks for it.
    pub norm: Option<String>,
    pub file: FileId,
    /// Keys of the obligations of transparency that such a table fulfils.
    pub obligations: Vec<String>,
    /// The Authority binds bodies to exactly these columns (d.lgs. 33/2013, art. 48).
    pub is_mandatory: bool,
    /// The body declares whether it is bound to it (schemes for artt. 4-bis and 31).
    pub declares_status: bool,
    /// Whether the columns were read in a source; else nothing about them stops publishing.
    pub verified: bool,
    pub columns: Vec<Column>,
    /// How its rows are gathered year by year.
    pub yearly: Option<Yearly>,
    /// Number of the column with the day on which what a row tells of ends.
    pub ends: Option<usize>,
    /// Contents that stand for a row each.
    pub from_contents: Vec<FromContents>,
    /// What stands inside its rows.
    pub nested: Option<Nested>,
}

/// One column.
#[derive(Debug, Clone)]
pub struct Column {
    /// The key in data files: `data_atto`.
    pub name: String,
    /// The heading.
    pub title: String,
    /// What to write, for an editor.
    pub help: String,
    pub kind: ColumnKind,
    /// A row without it is no row.
    pub required: bool,
    pub verified: bool,
    /// In characters.
    pub min_length: Option<usize>,
    pub max_length: Option<usize>,
    pub minimum: Option<i64>,
    pub maximum: Option<i64>,
    /// Other headings it is known by in exports.
    pub also: Vec<String>,
    /// What stands behind a number: `%`, `giorni`.
    pub unit: Option<String>,
    /// Its cells name their rows.
    pub heads_rows: bool,
    /// Its days go out as `31/12/2026`, as the Authority wants them.
    pub italian_dates: bool,
}

/// What may stand in the cells of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnKind {
    Text,
    Integer,
    /// At most so many digits after the comma.
    Decimal(Option<u8>),
    /// Euro and cents.
    Money,
    Date,
    Year,
    Bool,
    Choice(Vec<String>),
    /// The values depend on what stands in another column of the row, by its number.
    ChoiceBy(usize, BTreeMap<String, Vec<String>>),
    /// A word of a vocabulary.
    Word(String),
    Cig,
    Cup,
    FiscalCode,
    VatNumber,
    Email,
    Url,
}

impl ColumnKind {
    /// Whether cells are read one below the other, as numbers are.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Integer | Self::Decimal(_) | Self::Money)
    }
}

/// Rows of many tables, put together by the year in one of their columns.
#[derive(Debug, Clone)]
pub struct Yearly {
    /// Number of the column with the date or the year; none: the year of what holds the table.
    pub year: Option<usize>,
    /// Number of the column with the quarter of that year.
    pub period: Option<usize>,
    /// Number of the column that is summed up.
    pub total: Option<usize>,
}

/// Contents of a type as rows: number of the column → where in the content its value stands, or an address with
/// the names of other columns in braces.
#[derive(Debug, Clone)]
pub struct FromContents {
    pub type_name: String,
    /// Path of fields → the values of which one must be there.
    pub only: BTreeMap<String, Vec<String>>,
    pub columns: Vec<(usize, String)>,
    /// By number of the column: what the content says → what the scheme wants to read.
    pub translated: BTreeMap<usize, BTreeMap<String, String>>,
    /// Number of the column whose values, parted by commas, make a row each.
    pub each: Option<usize>,
}

impl TableScheme {
    /// The column a heading means, however an export writes it.
    pub fn column_of(&self, heading: &str) -> Option<usize> {
        let wanted = folded(heading);
        if wanted.is_empty() {
            return None;
        }
        self.columns.iter().position(|column| column.headings().any(|known| folded(known) == wanted))
    }

    /// Everything columns may be called by.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().flat_map(Column::headings)
    }

    /// Whether a mistake in this column stops publishing.
    pub fn stops(&self, column: &Column) -> bool {
        self.verified && column.verified
    }
}

impl Column {
    fn headings(&self) -> impl Iterator<Item = &str> {
        [self.title.as_str(), self.name.as_str()].into_iter().chain(self.also.iter().map(String::as_str))
    }
}

/// Case, accents, spaces and signs do not make another heading: `Importo (€)` is `importo`. Nothing without letters is one.
pub fn folded(heading: &str) -> String {
    match heading.chars().any(char::is_alphanumeric) {
        true => crate::slug::slug(&heading.replace('€', " ")).replace('-', ""),
        false => String::new(),
    }
}

/// The schemes there are, by name.
pub(super) fn read(
    files: &[SchemaFile<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, std::sync::Arc<TableScheme>> {
    let mut schemes = BTreeMap::new();
    for file in files {
        let name = file.name.strip_prefix(FOLDER).and_then(|name| name.strip_suffix(".yaml"));
        let Some(name) = name else { continue };
        let Some(written) = parse_yaml(file, "schema--table", diagnostics) else { continue };
        let told = diagnostics.len();
        let scheme = scheme(name, file.id, written, diagnostics);
        if diagnostics.len() == told {
            schemes.insert(name.to_owned(), std::sync::Arc::new(scheme));
        }
    }
    schemes
}

fn scheme(
    name: &str,
    file: FileId,
    written: WrittenScheme,
    diagnostics: &mut Vec<Diagnostic>,
) -> TableScheme {
    let names: Vec<String> = written.colonne.iter().map(|column| column.nome.clone()).collect();
    let mut number = |wanted: &str| {
        let found = names.iter().position(|name| name == wanted);
        if found.is_none() {
            let known = crate::suggest::closest(wanted, names.iter().map(String::as_str)).unwrap_or("none");
            let told = SCHEMA.variant("schema--table-column", file);
            diagnostics.push(told.with("name", wanted).with("known", known));
        }
        found
    };
    let yearly = written.elenco.map(|yearly| Yearly {
        year: yearly.anno.as_deref().and_then(&mut number),
        period: yearly.periodo.as_deref().and_then(&mut number),
        total: yearly.totale.as_deref().and_then(&mut number),
    });
    let ends = written.cessa.as_deref().and_then(&mut number);
    let from_contents = written.da_contenuti.into_iter().map(|from| FromContents {
        type_name: from.tipo,
        only: from.dove,
        columns: from.colonne.into_iter().filter_map(|(name, path)| Some((number(&name)?, path))).collect(),
        each: from.per_ogni.as_deref().and_then(&mut number),
        translated: from
            .traduci
            .into_iter()
            .filter_map(|(name, words)| Some((number(&name)?, words)))
            .collect(),
    });
    let from_contents = from_contents.collect();
    let columns = written.colonne.into_iter().map(|column| self::column(column, &mut number)).collect();
    TableScheme {
        name: name.to_owned(),
        title: written.titolo,
        description: written.descrizione,
        norm: written.norma,
        file,
        obligations: written.obblighi,
        is_mandatory: written.obbligatorio,
        declares_status: written.stato_soggetto,
        verified: written.verificato,
        columns,
        yearly,
        ends,
        from_contents,
        nested: written.annida,
    }
}

fn column(written: WrittenColumn, number: &mut impl FnMut(&str) -> Option<usize>) -> Column {
    let by = written.secondo.as_ref().and_then(|by| Some((number(&by.colonna)?, by.valori.clone())));
    let kind = written.tipo.kind(written.decimali, written.valori, by, written.vocabolario);
    Column {
        title: written.titolo.unwrap_or_else(|| written.nome.replace('_', " ")),
        name: written.nome,
        help: written.aiuto,
        kind,
        required: written.obbligatoria,
        verified: written.verificata,
        min_length: written.minimo_caratteri,
        max_length: written.massimo_caratteri,
        minimum: written.minimo,
        maximum: written.massimo,
        also: written.anche,
        unit: written.unita,
        heads_rows: written.intesta,
        italian_dates: written.formato.is_some(),
    }
}
