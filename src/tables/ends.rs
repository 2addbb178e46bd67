//! How long single rows stay published, and up to when the rows of a list tell.
//!
//! A list that grows from year to year holds rows of different ages: each goes on its own day (d.lgs. 33/2013, art. 8,
//! c. 3; art. 14, c. 2; art. 15, c. 4), whatever the page around it does.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;

use super::{Cell, Register, RowsEnd, Table, TableRow};
use crate::{
    calendar::{end_of_year, years_after},
    model::EntryId,
    schema::{DurationRule, Obligation, Rhythm, TableScheme, Transparency},
};

/// The column that says how long a row may stand, by its number in the scheme. None: the rule counts no days.
fn column(scheme: &TableScheme, rule: DurationRule) -> Option<usize> {
    match rule {
        DurationRule::ThreeYearsAfter => scheme.ends,
        DurationRule::FiveYears => scheme.yearly.as_ref()?.year,
        DurationRule::WhileHeld | DurationRule::WhileEffective => None,
    }
}

/// The last day on which a row may stand. None: it does not say from when.
fn until(rule: DurationRule, cell: &Cell) -> Option<Date> {
    match (rule, cell) {
        (DurationRule::ThreeYearsAfter, Cell::Date(end)) => Some(years_after(*end, 3)),
        (DurationRule::FiveYears, cell) => year(cell).map(|year| end_of_year(year + 5)),
        _ => None,
    }
}

fn year(cell: &Cell) -> Option<i16> {
    match cell {
        Cell::Date(date) => Some(date.year()),
        Cell::Integer(year) => i16::try_from(*year).ok().filter(|year| (1..9_900).contains(year)),
        _ => None,
    }
}

/// The table without the rows whose days are over, and when others go. None: nothing of it is left.
pub(super) fn kept(
    table: &Arc<Table>,
    rule: DurationRule,
    today: Date,
    entry: EntryId,
) -> (Option<Arc<Table>>, Vec<RowsEnd>) {
    let column = column(&table.scheme, rule);
    let at = column.and_then(|column| table.columns.iter().position(|known| *known == column));
    let Some(at) = at else { return (Some(Arc::clone(table)), Vec::new()) };
    let until = |row: &TableRow| until(rule, &row.cells[at]);
    let is_over = |row: &TableRow| until(row).is_some_and(|until| until < today);
    let mut ends: BTreeMap<Date, usize> = BTreeMap::new();
    for until in table.rows.iter().filter_map(until).filter(|until| *until >= today) {
        *ends.entry(until).or_default() += 1;
    }
    let ends = ends.into_iter().map(|(until, rows)| {
        let scheme = Arc::clone(&table.scheme);
        RowsEnd { entry, scheme, until, rows }
    });
    let ends = ends.collect();
    // Most tables are whole, and stay the one that was read.
    if !table.rows.iter().any(is_over) {
        return (Some(Arc::clone(table)), ends);
    }
    let rows: Vec<TableRow> = table.rows.iter().filter(|row| !is_over(row)).cloned().collect();
    let (scheme, columns) = (Arc::clone(&table.scheme), table.columns.clone());
    let kept = (!rows.is_empty()).then(|| Arc::new(Table { scheme, columns, rows, file: table.file }));
    (kept, ends)
}

/// The first day after the last period that the rows of a list tell of: renewed on that day, they would be in order. None:
/// they name no periods, or the law names no day by which a year has to be told.
pub(super) fn renewed(register: &Register, obligation: &Obligation) -> Option<Date> {
    let is_yearly = obligation.rhythm == Rhythm::Annuale;
    if is_yearly && obligation.due.is_none() {
        return None;
    }
    let yearly = register.scheme.yearly.as_ref()?;
    let column = yearly.year?;
    let ends = register.rows.iter().filter_map(|row| {
        let Cell::Integer(_) = row.cells[column] else { return None };
        let year = year(&row.cells[column])?;
        match yearly.period.and_then(|n| quarter(&row.cells[n])) {
            // A quarter is not the year, nor the year its last quarter.
            Some(quarter) if !is_yearly => Date::new(year, 3 * quarter, 1).ok().map(Date::last_of_month),
            None if is_yearly => Some(end_of_year(year)),
            _ => None,
        }
    });
    ends.max()?.tomorrow().ok()
}

/// `2`, `secondo trimestre`.
fn quarter(cell: &Cell) -> Option<i8> {
    match cell {
        Cell::Integer(n) => i8::try_from(*n).ok().filter(|n| (1..=4).contains(n)),
        Cell::Text(text) => ["primo", "secondo", "terzo", "quarto"]
            .iter()
            .zip(1..)
            .find(|(word, _)| text.starts_with(*word))
            .map(|(_, n)| n),
        _ => None,
    }
}

/// The duration of the obligations that a scheme fulfils: they are all of one kind, or nothing is counted.
pub(super) fn rule(scheme: &TableScheme, law: &Transparency) -> Option<DurationRule> {
    let mut rules = scheme.obligations.iter().filter_map(|key| law.obligation(key));
    let first = law.obligations[rules.next()?].duration;
    rules.all(|n| law.obligations[n].duration == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_are_numbers_or_words() {
        let check = |cell: Cell, expected: Option<i8>| assert_eq!(quarter(&cell), expected, "{cell:?}");
        check(Cell::Integer(3), Some(3));
        check(Cell::Integer(5), None);
        check(Cell::Text("quarto trimestre".into()), Some(4));
        check(Cell::Text("anno".into()), None);
    }
}
