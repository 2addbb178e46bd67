//! The agenda as CSV (RFC 4180): a header, a line each, days as machines sort them.

use super::{Agenda, reason, word};
use crate::l10n::L10n;

const COLUMNS: [&str; 10] = [
    "date",
    "working-day",
    "reason",
    "title",
    "section",
    "norm",
    "days-late",
    "office",
    "responsible",
    "file",
];

pub(super) fn write(agenda: &Agenda, l10n: &L10n) -> String {
    let mut text = record(COLUMNS.map(|name| word(name, l10n)));
    for line in &agenda.deadlines {
        let or_nothing = |value: &Option<String>| value.clone().unwrap_or_default();
        text.push_str(&record([
            line.date.to_string(),
            line.working_day.to_string(),
            reason(line.reason, l10n),
            line.title.clone(),
            or_nothing(&line.section),
            or_nothing(&line.norm),
            line.days_late.map(|days| days.to_string()).unwrap_or_default(),
            or_nothing(&line.office),
            or_nothing(&line.responsible),
            or_nothing(&line.file),
        ]));
    }
    text
}

fn record<const N: usize>(cells: [String; N]) -> String {
    cells.map(|cell| quoted(&cell)).join(",") + "\r\n"
}

/// Quoted where it must be. What a spreadsheet would take for a formula gets an apostrophe before it.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', ';', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_cells() {
        let check = |cell, expected| assert_eq!(quoted(cell), expected);
        check("Statuto", "Statuto");
        check("Gare, contratti", "\"Gare, contratti\"");
        check("il \"nido\"", "\"il \"\"nido\"\"\"");
        check("due\nrighe", "\"due\nrighe\"");
        check("=1+1", "'=1+1");
        check("", "");
    }
}
