//! Tables as templates see them. The rows are made here as HTML: a thousand of them are too many for a loop in a template,
//! and what a cell means decides how it is shown.

use tera::Value;

use super::{
    View, data, dates,
    reads::{Question, note, silently},
    values::{object, size},
};
use crate::{
    model::EntryId,
    route::{self, DataFormat},
    schema::{Column, ColumnKind},
    tables::{Cell, Decimal, Published, Register, Table},
};

/// Rows that a page shows; the others are in the files.
const MOST_SHOWN: usize = 1_000;

/// The tables of a content.
pub(super) fn of_content(view: &View, id: EntryId, lang: &str) -> Value {
    note(|| Question::Tables(id));
    silently(|| {
        let tables = view.tables.of(id).iter().enumerate();
        let tables = tables.map(|(n, published)| table(view, id, n, published, lang));
        tables.collect::<Vec<_>>().into()
    })
}

fn table(view: &View, id: EntryId, n: usize, published: &Published, lang: &str) -> Value {
    let table = &published.table;
    // A page that search engines must not find has no files of data.
    let address = |format| {
        let url = route::table_url(&view.model, id, &published.name, format);
        Value::from(view.routes.at(&url).map(|route| view.href(&route.url)))
    };
    let columns: Vec<&Column> = table.columns.iter().map(|column| &table.scheme.columns[*column]).collect();
    let heads: Vec<Value> = columns.iter().map(|column| head(column)).collect();
    let licence = view.schemas.vocabularies.get("licenze").and_then(|words| words.find(&published.licence));
    let licence = licence.and_then(|word| word.attributes.get("indirizzo"));
    object([
        ("nome", published.name.as_str().into()),
        ("titolo", published.title.as_str().into()),
        ("descrizione", published.description.as_deref().into()),
        ("colonne", heads.into()),
        ("corpo", Value::safe_string(&body(table, &columns, lang))),
        ("totale", total(table, lang)),
        ("righe", table.rows.len().into()),
        ("mostrate", table.rows.len().min(MOST_SHOWN).into()),
        ("csv", address(DataFormat::Csv)),
        ("json", address(DataFormat::Json)),
        ("dimensioni", sizes(data::table_sizes(view, id, n), lang)),
        ("licenza", published.licence.as_str().into()),
        ("licenza_indirizzo", licence.map(String::as_str).into()),
        ("aggiornato", published.updated.map(|day| dates::value(day, lang)).into()),
        ("norma", table.scheme.norm.as_deref().into()),
    ])
}

/// Of the CSV, then of the JSON.
fn sizes(sizes: [u64; 2], lang: &str) -> Value {
    sizes.map(|bytes| Value::from(size(bytes, lang))).to_vec().into()
}

fn head(column: &Column) -> Value {
    let title = match &column.unit {
        Some(unit) => format!("{} ({unit})", column.title),
        None => column.title.clone(),
    };
    object([
        ("nome", column.name.as_str().into()),
        ("titolo", title.into()),
        ("numero", column.kind.is_number().into()),
    ])
}

/// The sum of the column that its scheme sums up: number of the column among those shown, and the sum.
fn total(table: &Table, lang: &str) -> Value {
    let column = table.scheme.yearly.as_ref().and_then(|yearly| yearly.total);
    let Some(n) = column.and_then(|column| table.columns.iter().position(|known| *known == column)) else {
        return Value::none();
    };
    let Some(sum) = table.sum(n) else { return Value::none() };
    let column = &table.scheme.columns[table.columns[n]];
    object([("titolo", column.title.as_str().into()), ("valore", number(sum, column, lang).into())])
}

/// The rows, each headed by the cell that names it.
fn body(table: &Table, columns: &[&Column], lang: &str) -> String {
    let named = columns.iter().position(|column| column.heads_rows);
    let mut html = String::with_capacity(table.rows.len().min(MOST_SHOWN) * columns.len() * 32);
    for row in table.rows.iter().take(MOST_SHOWN) {
        let name = named.and_then(|n| match &row.cells[n] {
            Cell::Text(text) => Some(&**text),
            _ => None,
        });
        html.push_str("<tr>");
        for (n, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
            let is_head = named == Some(n) && *cell != Cell::Empty;
            html.push_str(match (is_head, column.kind.is_number()) {
                (true, _) => "<th scope=\"row\">",
                (false, true) => "<td class=\"ar-numero\">",
                (false, false) => "<td>",
            });
            show(cell, column, name, lang, &mut html);
            html.push_str(if is_head { "</th>" } else { "</td>" });
        }
        html.push_str("</tr>\n");
    }
    html
}

fn show(cell: &Cell, column: &Column, row: Option<&str>, lang: &str, html: &mut String) {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) if column.kind == ColumnKind::Url => link(text, column, row, html),
        Cell::Text(text) if column.kind == ColumnKind::Email => {
            html.push_str("<a href=\"mailto:");
            escape(text, html);
            html.push_str("\">");
            escape(text, html);
            html.push_str("</a>");
        }
        Cell::Text(text) => {
            for (n, line) in text.split('\n').enumerate() {
                html.push_str(if n > 0 { "<br>" } else { "" });
                escape(line, html);
            }
        }
        // A year is not grouped.
        Cell::Integer(year) if column.kind == ColumnKind::Year => html.push_str(&year.to_string()),
        Cell::Integer(units) => html.push_str(&number(Decimal { units: *units, places: 0 }, column, lang)),
        Cell::Decimal(decimal) => html.push_str(&number(*decimal, column, lang)),
        Cell::Date(date) => {
            let iso = date.to_string();
            html.push_str(&format!("<time datetime=\"{iso}\">{}</time>", dates::short(*date, lang)));
        }
        Cell::Bool(truth) => html.push_str(match (truth, lang) {
            (true, "en") => "yes",
            (true, _) => "sì",
            (false, _) => "no",
        }),
    }
}

/// What it leads to is said by the column; which row it is of, to who cannot see the row.
fn link(address: &str, column: &Column, row: Option<&str>, html: &mut String) {
    html.push_str("<a href=\"");
    escape(address, html);
    html.push_str("\">");
    escape(&column.title, html);
    if let Some(row) = row {
        html.push_str("<span class=\"visually-hidden\">: ");
        escape(row, html);
        html.push_str("</span>");
    }
    html.push_str("</a>");
}

fn number(number: Decimal, column: &Column, lang: &str) -> String {
    match column.kind {
        ColumnKind::Money => format!("{}\u{a0}€", number.grouped(lang)),
        _ => number.grouped(lang),
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

/// The lists of an obligation, for the page of its section.
pub(super) fn registers(view: &View, obligation: usize, lang: &str) -> Value {
    let of_it =
        view.tables.registers.iter().enumerate().filter(|(_, register)| register.obligation == obligation);
    of_it.map(|(n, register)| list(view, n, register, lang)).collect::<Vec<_>>().into()
}

fn list(view: &View, n: usize, register: &Register, lang: &str) -> Value {
    let address = |format| Value::from(view.href(&route::register_url(&view.schemas, register, format)));
    let column = register.scheme.yearly.as_ref().and_then(|yearly| yearly.total);
    let total = register.total.zip(column).map(|(total, n)| number(total, &register.scheme.columns[n], lang));
    object([
        ("titolo", register.scheme.title.as_str().into()),
        ("anno", register.year.map(i64::from).into()),
        ("righe", register.rows.len().into()),
        ("totale", total.into()),
        ("stato", data::register_status(view, register).map(|status| status.replace(' ', "_")).into()),
        ("csv", address(DataFormat::Csv)),
        ("json", address(DataFormat::Json)),
        ("dimensioni", sizes(data::register_sizes(view, n), lang)),
        ("aggiornato", register.updated.map(|day| dates::value(day, lang)).into()),
    ])
}
