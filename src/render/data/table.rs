//! Rows as CSV (RFC 4180) and JSON: numbers with a point, ISO dates, so that any program reads them.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::super::{View, reads::silently};
use crate::{
    model::{EntryId, targets},
    route::DataFormat,
    schema::{Column, ColumnKind, Nested},
    tables::{Cell, Published, Register, RegisterRow},
    validate::ContentId,
};

/// A table of a content.
pub(in super::super) fn table(view: &View, entry: EntryId, n: usize, format: DataFormat) -> String {
    let published = &view.tables.of(entry)[n];
    let table = &published.table;
    let columns: Vec<&Column> = table.columns.iter().map(|column| &table.scheme.columns[*column]).collect();
    let rows = table.rows.iter().map(|row| row.cells.as_slice());
    match format {
        DataFormat::Csv => csv(view, &columns, rows),
        DataFormat::Json => {
            let rows = rows.map(|row| Value::Object(object(view, &columns, row)));
            pretty(&about_table(view, entry, published), &columns, rows)
        }
    }
}

/// A list of the law.
pub(in super::super) fn register(view: &View, n: usize, format: DataFormat) -> String {
    let register = &view.tables.registers[n];
    let columns: Vec<&Column> = register.scheme.columns.iter().collect();
    match format {
        DataFormat::Csv => csv(view, &columns, register.rows.iter().map(|row| row.cells.as_slice())),
        DataFormat::Json => {
            let rows = register.rows.iter().map(|row| {
                let mut members = object(view, &columns, &row.cells);
                if let Some(nested) = &register.scheme.nested {
                    members.insert(nested.name.clone(), inside(view, nested, row));
                }
                Value::Object(members)
            });
            pretty(&about_register(view, register), &columns, rows)
        }
    }
}

/// The rows of another list that belong to this row: the Authority's scheme for art. 13 has offices inside organs.
fn inside(view: &View, nested: &Nested, row: &RegisterRow) -> Value {
    let mut found = Vec::new();
    belonging(view, nested, row, &mut found);
    if !nested.columns.is_empty() {
        // One level: what stands inside the rows found follows them, each once.
        let mut next = 0;
        while let Some((register, inner)) = found.get(next).copied() {
            next += 1;
            if let Some(deeper) = &register.scheme.nested {
                belonging(view, deeper, inner, &mut found);
            }
        }
    }
    let rows =
        found.into_iter().map(|(register, inner)| Value::Object(member(view, nested, register, inner)));
    rows.collect()
}

/// Adds the rows that belong to `row` and are not among those found.
fn belonging<'a>(
    view: &'a View,
    nested: &Nested,
    row: &RegisterRow,
    found: &mut Vec<(&'a Register, &'a RegisterRow)>,
) {
    let leads = |from: ContentId, field: &Option<String>, to: ContentId| {
        let Some(field) = field else { return false };
        targets(view.model.main_version(from).items(field)).any(|target| target == to)
    };
    for register in view.tables.registers.iter().filter(|register| register.scheme.name == nested.scheme) {
        for inner in &register.rows {
            let belongs = leads(inner.content, &nested.up, row.content)
                || leads(row.content, &nested.down, inner.content);
            if belongs && !found.iter().any(|(_, known)| std::ptr::eq(*known, inner)) {
                found.push((register, inner));
            }
        }
    }
}

/// What is told of an inner row.
fn member(view: &View, nested: &Nested, register: &Register, row: &RegisterRow) -> Map<String, Value> {
    let columns: Vec<&Column> = register.scheme.columns.iter().collect();
    let all = object(view, &columns, &row.cells);
    if nested.columns.is_empty() {
        return all;
    }
    let says = |name: &Option<String>| name.as_ref().map(|name| all.get(name) == Some(&Value::Bool(true)));
    let told = nested.columns.iter().map(|column| {
        let is_told = says(&column.when) != Some(false) && says(&column.unless) != Some(true);
        (column.name.clone(), all.get(column.column()).filter(|_| is_told).cloned().unwrap_or(Value::Null))
    });
    told.collect()
}

fn object(view: &View, columns: &[&Column], row: &[Cell]) -> Map<String, Value> {
    let cells = columns.iter().zip(row);
    cells.map(|(column, cell)| (column.name.clone(), value(&out(view, column, cell)))).collect()
}

/// A cell as it leaves the portal: addresses of the portal are whole, days stand as the scheme wants them, and what was
/// written where a number or a day belongs is left to the page, which shows it to people.
fn out<'a>(view: &View, column: &Column, cell: &'a Cell) -> Cow<'a, Cell> {
    match (&column.kind, cell) {
        (ColumnKind::Url, Cell::Text(address)) if address.starts_with('/') => {
            Cow::Owned(Cell::Text(view.config.absolute(address).into()))
        }
        (ColumnKind::Date, Cell::Date(date)) if column.italian_dates => {
            Cow::Owned(Cell::Text(date.strftime("%d/%m/%Y").to_string().into()))
        }
        (
            ColumnKind::Date
            | ColumnKind::Year
            | ColumnKind::Integer
            | ColumnKind::Decimal(_)
            | ColumnKind::Money
            | ColumnKind::Bool,
            Cell::Text(_),
        ) => Cow::Owned(Cell::Empty),
        _ => Cow::Borrowed(cell),
    }
}

/// How many bytes a table is in both formats, in the order of [`DataFormat::ALL`].
pub(in super::super) fn table_sizes(view: &View, entry: EntryId, n: usize) -> [u64; 2] {
    DataFormat::ALL.map(|format| table(view, entry, n, format).len() as u64)
}

pub(in super::super) fn register_sizes(view: &View, n: usize) -> [u64; 2] {
    // Whoever shows a list has asked for all of it.
    let measure = || silently(|| DataFormat::ALL.map(|format| register(view, n, format).len() as u64));
    *view.register_sizes[n].get_or_init(measure)
}

fn csv<'a>(view: &View, columns: &[&Column], rows: impl Iterator<Item = &'a [Cell]>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let heads = columns.iter().map(|column| column.name.as_str());
    let mut write =
        |record: Vec<String>| writer.write_record(record).expect("writing into memory does not fail");
    write(heads.map(str::to_owned).collect());
    rows.for_each(|row| {
        let cells = columns.iter().zip(row);
        write(cells.map(|(column, found)| cell(&out(view, column, found))).collect());
    });
    let bytes = writer.into_inner().expect("writing into memory does not fail");
    String::from_utf8(bytes).expect("cells are text")
}

/// What programs read. A text that a spreadsheet would take for a formula gets an apostrophe before it
/// (docs/decisions/0040).
fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) if is_formula(text) => format!("'{text}"),
        Cell::Text(text) => text.to_string(),
        Cell::Integer(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Bool(truth) => if *truth { "si" } else { "no" }.to_owned(),
    }
}

/// `=`, `@`, and signs that do not begin a number or a telephone.
fn is_formula(text: &str) -> bool {
    let mut letters = text.chars();
    match letters.next() {
        Some('=' | '@') => true,
        Some('+' | '-') => !letters.all(|c| c.is_ascii_digit() || " .,/()".contains(c)),
        _ => false,
    }
}

fn about_table(view: &View, entry: EntryId, published: &Published) -> Map<String, Value> {
    let scheme = &published.table.scheme;
    let page = view.model.address(entry).map(|address| view.config.absolute(&address));
    let about = json!({
        "titolo": published.title,
        "descrizione": published.description,
        "titolare": view.config.nome,
        "licenza": published.licence,
        "aggiornato": published.updated.map(|date| date.to_string()),
        "pagina": page,
        "schema": scheme.name,
        "norma": scheme.norm,
    });
    into_map(about)
}

fn about_register(view: &View, register: &Register) -> Map<String, Value> {
    let law = &view.schemas.transparency;
    let obligation = &law.obligations[register.obligation];
    let section = &law.sections[obligation.section];
    let about = json!({
        "titolo": title(register),
        "descrizione": register.scheme.description,
        "titolare": view.config.nome,
        "licenza": "Attribuzione",
        "aggiornato": register.updated.map(|date| date.to_string()),
        "pagina": view.config.absolute(&format!("/{}/{}/", crate::schema::ROOT, section.key)),
        "schema": register.scheme.name,
        "norma": register.scheme.norm.as_deref().unwrap_or(&obligation.norm),
        "anno": register.year,
        "stato_soggetto": status(view, register),
        "totale": register.total.map(|total| value(&Cell::Decimal(total))),
    });
    into_map(about)
}

/// Whether the body is bound to publish a list, as the schemes for artt. 4-bis and 31 want it said: it is, unless the
/// office of the section says otherwise.
pub(in super::super) fn status(view: &View, register: &Register) -> Option<String> {
    if !register.scheme.declares_status {
        return None;
    }
    let section = view.schemas.transparency.obligations[register.obligation].section;
    let page = view.model.transparency.pages.iter().find(|page| page.law == section)?;
    let said = page.spoken.map(|content| view.model.main_version(content));
    let said = said.and_then(|entry| entry.text("stato_soggetto"));
    Some(said.unwrap_or("tenuto").to_owned())
}

/// `Atti di concessione, 2026`.
pub(in super::super) fn title(register: &Register) -> String {
    match register.year {
        Some(year) => format!("{}, {year}", register.scheme.title),
        None => register.scheme.title.clone(),
    }
}

fn into_map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        _ => Map::new(),
    }
}

/// The head indented, a row a line: small, and still readable.
fn pretty(about: &Map<String, Value>, columns: &[&Column], rows: impl Iterator<Item = Value>) -> String {
    let mut text = "{\n".to_owned();
    for (key, value) in about {
        text.push_str(&format!("  {}: {value},\n", Value::from(key.as_str())));
    }
    let columns_told: Vec<Value> = columns.iter().map(|column| about_column(column)).collect();
    text.push_str("  \"colonne\": [\n");
    lines(&mut text, columns_told.into_iter());
    text.push_str("  ],\n  \"righe\": [\n");
    lines(&mut text, rows);
    text.push_str("  ]\n}\n");
    text
}

fn lines(text: &mut String, values: impl Iterator<Item = Value>) {
    let mut values = values.peekable();
    while let Some(value) = values.next() {
        let comma = if values.peek().is_some() { "," } else { "" };
        text.push_str(&format!("    {value}{comma}\n"));
    }
}

fn about_column(column: &Column) -> Value {
    let kind = match &column.kind {
        ColumnKind::Integer | ColumnKind::Year => "intero",
        ColumnKind::Decimal(_) => "decimale",
        ColumnKind::Money => "euro",
        ColumnKind::Date if column.italian_dates => "data GG/MM/AAAA",
        ColumnKind::Date => "data",
        ColumnKind::Bool => "si_no",
        ColumnKind::Url => "indirizzo",
        _ => "testo",
    };
    let about = json!({"nome": column.name, "titolo": column.title, "tipo": kind, "unita": column.unit});
    Value::Object(into_map(about))
}

/// A number of at most fifteen digits is the same in every program.
fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::from(&**text),
        Cell::Integer(number) => Value::from(*number),
        Cell::Decimal(number) => number.to_string().parse().map_or(Value::Null, |number: f64| json!(number)),
        Cell::Date(date) => Value::from(date.to_string()),
        Cell::Bool(truth) => Value::from(*truth),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_texts() {
        let check = |text: &str, expected: &str| assert_eq!(cell(&Cell::Text(text.into())), expected);
        check("=1+1", "'=1+1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
        check("-2+3+cmd", "'-2+3+cmd");
        check("+39 075 0000", "+39 075 0000");
        check("-12,5", "-12,5");
        check("Ufficio = cultura", "Ufficio = cultura");
    }
}
