//! `td-has-header`: in a large table every cell has a header.

use std::collections::BTreeSet;

use crate::{
    audit::{NodeId, Page, names::fold_space, tables},
    rule::Verdict,
};

audit_rule! {
    "td-has-header" {
        severity: Error,
        wcag: ["1.3.1"],
        act: [],
        tags: ["table"],
        off: "experimental",
    }
    Pass r#"<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td><td>6</td></tr></table>"#
    Fail r#"<table><tr><td>A</td><td>B</td><td>C</td></tr><tr><td>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td><td>6</td></tr></table>"#
    Inapplicable r#"<table><tr><td>9-12</td></tr></table>"#
}

fn applies(page: &Page, table: NodeId) -> bool {
    let rows = tables::rows(page, table);
    let is_large = rows.len() >= 3 && rows.iter().take(3).all(|&row| page.child_elements(row).count() >= 3);
    page.is_exposed(table) && page.tag(table) == "table" && !page.role(table).is_none() && is_large
}

fn check(page: &Page, table: NodeId) -> Verdict {
    let Some(cells) = tables::cells(page, table) else { return Verdict::Inapplicable };
    let is_header = |node| page.tag(node) == "th" || matches!(page.role(node).name, "columnheader" | "rowheader");
    let headers: Vec<_> = cells.iter().filter(|cell| is_header(cell.node)).collect();
    // Rows and columns in which a header stands. Where headers reach over more rows than a person reads, nothing is lost.
    let rows: BTreeSet<u32> =
        headers.iter().flat_map(|cell| cell.row..cell.row.saturating_add(cell.height.min(50))).collect();
    let columns: BTreeSet<u32> = headers.iter().flat_map(|cell| cell.column..cell.column + cell.width).collect();
    let lacks = |cell: &&tables::Cell| {
        !is_header(cell.node)
            && !["headers", "aria-label", "aria-labelledby"].iter().any(|name| page.has_attr(cell.node, name))
            && !rows.contains(&cell.row)
            && !(cell.column..cell.column + cell.width).any(|column| columns.contains(&column))
            && !fold_space(&page.text_content(cell.node)).is_empty()
    };
    match cells.iter().find(lacks) {
        Some(cell) => Verdict::failed("td-has-header").with("text", fold_space(&page.text_content(cell.node))),
        None => Verdict::Passed,
    }
}
