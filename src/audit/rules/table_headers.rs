//! `table-headers`: a table of data says what stands in its columns.

use crate::{
    audit::{NodeId, Page, tables},
    rule::Verdict,
};

audit_rule! {
    "table-headers" {
        severity: Warning,
        wcag: ["1.3.1"],
        act: [],
        tags: ["table"],
    }
    Pass r#"<table><tr><th>Giorno</th><th>Ore</th></tr><tr><td>Lunedì</td><td>9-12</td></tr></table>"#
    Fail r#"<table><caption>Orari</caption><tr><td>Giorno</td><td>Ore</td></tr><tr><td>Lunedì</td><td>9-12</td></tr></table>"#
    CantTell r#"<table><tr><td>Giorno</td><td>Ore</td></tr><tr><td>Lunedì</td><td>9-12</td></tr></table>"#
    Inapplicable r#"<table role="none"><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"#
    Inapplicable r#"<table><tr><td>Lunedì</td></tr></table>"#
}

fn applies(page: &Page, table: NodeId) -> bool {
    let is_table = matches!(page.role(table).name, "table" | "grid" | "treegrid");
    let has_columns = |&row: &NodeId| page.child_elements(row).nth(1).is_some();
    page.is_exposed(table) && is_table && tables::rows(page, table).iter().filter(|row| has_columns(row)).count() > 1
}

fn check(page: &Page, table: NodeId) -> Verdict {
    let Some(cells) = tables::cells(page, table) else { return Verdict::Inapplicable };
    let is_header = |node| matches!(page.role(node).name, "columnheader" | "rowheader");
    if cells.iter().any(|cell| is_header(cell.node) || page.has_attr(cell.node, "scope")) {
        return Verdict::Passed;
    }
    // A caption, a head or a role show that these are data; else the table may only be there for the layout.
    let is_data = page.child_elements(table).any(|child| matches!(page.tag(child), "caption" | "thead"))
        || page.has_attr(table, "role")
        || page.attr(table, "summary").is_some_and(|text| !text.trim().is_empty());
    if is_data { Verdict::failed("table-headers") } else { Verdict::cant_tell("table-headers--question") }
}
