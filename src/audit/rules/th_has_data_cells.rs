//! `th-has-data-cells`: every header cell of a table speaks for some cell.
//!
//! Follows the ACT rule d0f69e: below or beside a header stands another cell, or one names it in `headers`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    audit::{
        NodeId, Page,
        names::accessible_name,
        tables::{self, Cell},
    },
    rule::Verdict,
};

page_rule! {
    "th-has-data-cells" { severity: Error, wcag: ["1.3.1"], act: ["d0f69e"], }
    Pass r#"<table><tr><th>Ufficio</th><th>Orario</th></tr><tr><td>Anagrafe</td><td>9-12</td></tr></table>"#
    Fail r#"<table><tr><th scope="col">Ufficio</th><th scope="col">Orario</th></tr><tr><td>Anagrafe</td></tr></table>"#
    Pass r#"<table><tr><th>Lunedì</th><td rowspan="2">9-12</td></tr><tr><th>Martedì</th></tr></table>"#
    Fail r#"<table><tr><th>Ufficio</th><th>Orario</th></tr></table>"#
    Inapplicable r#"<table><tr><td>9-12</td></tr></table>"#
}

/// A cell over more rows counts as so many high.
const TALLEST: u32 = 100;

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let is_table = |node: &NodeId| matches!(page.role(*node).name, "table" | "grid");
    let mut tables: Vec<NodeId> = ["table", "grid"].into_iter().flat_map(|role| page.with_role(role)).filter(is_table).collect();
    tables.sort_by_key(|&table| page.order(table));
    tables.into_iter().flat_map(|table| check_table(page, table)).collect()
}

fn check_table(page: &Page, table: NodeId) -> Vec<(NodeId, Verdict)> {
    let is_native = page.tag(table) == "table";
    let cells = if is_native { tables::cells(page, table) } else { Some(tables::aria_cells(page, table)) };
    let Some(cells) = cells else { return Vec::new() };
    let named: BTreeSet<&str> = cells
        .iter()
        .flat_map(|cell| page.attr(cell.node, "headers").unwrap_or("").split_ascii_whitespace())
        .collect();
    let n_rows = cells.iter().map(|cell| cell.row + 1).max().unwrap_or(0);
    // How far each row and each column reaches, and which rows hold data: a header in one without is that of its column.
    let mut row_ends: BTreeMap<u32, u32> = BTreeMap::new();
    let mut column_ends: BTreeMap<u32, u32> = BTreeMap::new();
    let mut data_rows: BTreeSet<u32> = BTreeSet::new();
    for cell in &cells {
        let rows = cell.row..cell.row.saturating_add(cell.height.min(TALLEST)).min(n_rows);
        if page.tag(cell.node) == "td" {
            data_rows.extend(rows.clone());
        }
        // A cell that names its headers has no others.
        if page.has_attr(cell.node, "headers") {
            continue;
        }
        for row in rows.clone() {
            let end = row_ends.entry(row).or_default();
            *end = (*end).max(cell.column);
        }
        for column in cell.column..cell.column + cell.width {
            let end = column_ends.entry(column).or_default();
            *end = (*end).max(rows.end.saturating_sub(1));
        }
    }
    let judge = |cell: &Cell| {
        let has_beside = row_ends.get(&cell.row).is_some_and(|&end| end >= cell.column + cell.width);
        let has_below = (cell.column..cell.column + cell.width)
            .any(|column| column_ends.get(&column).is_some_and(|&end| end >= cell.row + cell.height));
        let speaks = match page.attr(cell.node, "scope").map(str::to_ascii_lowercase).as_deref() {
            _ if page.attr(cell.node, "id").is_some_and(|id| named.contains(id)) => true,
            // Without HTML's grid, the role alone says which way a header speaks.
            _ if !is_native && page.role(cell.node).name == "columnheader" => has_below,
            _ if !is_native => has_beside,
            Some("col" | "colgroup") => has_below,
            Some("row" | "rowgroup") => has_beside,
            _ if !data_rows.contains(&cell.row) && cell.height == 1 => has_below,
            _ => has_below || has_beside,
        };
        let verdict = Verdict::require(speaks, "th-has-data-cells");
        (cell.node, verdict.with("header", accessible_name(page, cell.node)))
    };
    let is_header = |cell: &&Cell| {
        matches!(page.role(cell.node).name, "columnheader" | "rowheader") && page.is_exposed(cell.node)
    };
    cells.iter().filter(is_header).map(judge).collect()
}
