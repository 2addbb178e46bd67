//! `table-fake-caption`: the caption of a table is not a wide cell.

use crate::{
    audit::{NodeId, Page, tables},
    rule::Verdict,
};

audit_rule! {
    "table-fake-caption" {
        severity: Error,
        wcag: ["1.3.1"],
        act: [],
        tags: ["table"],
        off: "experimental",
    }
    Pass r#"<table><caption>Orari</caption><tr><th>Giorno</th><th>Ore</th></tr><tr><td>Lunedì</td><td>9</td></tr></table>"#
    Fail r#"<table><tr><td colspan="2">Orari</td></tr><tr><td>Lunedì</td><td>9</td></tr></table>"#
    Inapplicable r#"<table><tr><td>9-12</td></tr></table>"#
}

fn applies(page: &Page, table: NodeId) -> bool {
    page.is_exposed(table) && page.is_a(table, "table") && tables::rows(page, table).len() > 1
}

fn check(page: &Page, table: NodeId) -> Verdict {
    let Some(cells) = tables::cells(page, table) else { return Verdict::Inapplicable };
    let width = cells.iter().map(|cell| cell.column + cell.width).max().unwrap_or(0);
    let mut first = cells.iter().filter(|cell| cell.row == 0);
    let is_wide = first.next().is_some_and(|cell| width > 1 && cell.width == width) && first.next().is_none();
    Verdict::require(!is_wide, "table-fake-caption")
}
