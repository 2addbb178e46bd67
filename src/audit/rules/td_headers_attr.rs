//! `td-headers-attr`: `headers` names header cells of the same table.

use crate::{
    audit::{Ids, NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "td-headers-attr" {
        severity: Error,
        wcag: ["1.3.1"],
        act: ["a25f45"],
        tags: [],
        attributes: ["headers"],
        speaks: of_cells,
    }
    Pass r#"<table><tr><th id="o">Orario</th></tr><tr><td headers="o">9-12</td></tr></table>"#
    Fail r#"<table><tr><th id="o">Orario</th></tr><tr><td headers="orario">9-12</td></tr></table>"#
    Inapplicable r#"<table role="none"><tr><td headers="o">9-12</td></tr></table>"#
}

fn applies(page: &Page, cell: NodeId) -> bool {
    let is_table = |table| page.is_exposed(table) && !page.role(table).is_none();
    matches!(page.tag(cell), "td" | "th")
        && page.is_exposed(cell)
        && page.attr(cell, "headers").is_some_and(|ids| !ids.trim().is_empty())
        && page.closest(cell, &["table"]).is_some_and(is_table)
}

fn check(page: &Page, cell: NodeId) -> Verdict {
    let is_header = |id: &str| page.by_id(id).is_some_and(|header| is_header(page, header));
    match ids(page, cell).find(|id| !is_other_cell(page, cell, id) || !is_header(id)) {
        Some(id) => Verdict::failed("td-headers-attr").with("id", id),
        None => Verdict::Passed,
    }
}

/// The ACT rule is content with any other cell of the table, although HTML wants a header.
fn of_cells(page: &Page, cell: NodeId) -> Ids {
    let is_failed = matches!(check(page, cell), Verdict::Failed(_));
    if is_failed && ids(page, cell).all(|id| is_other_cell(page, cell, id)) { &[] } else { META.act }
}

fn ids<'a>(page: &'a Page, cell: NodeId) -> impl Iterator<Item = &'a str> {
    page.attr(cell, "headers").unwrap_or("").split_ascii_whitespace()
}

fn is_other_cell(page: &Page, cell: NodeId, id: &str) -> bool {
    let table = page.closest(cell, &["table"]);
    page.by_id(id).is_some_and(|other| {
        let is_cell = is_header(page, other) || matches!(page.role(other).name, "cell" | "gridcell");
        other != cell && is_cell && page.closest(other, &["table"]) == table
    })
}

fn is_header(page: &Page, cell: NodeId) -> bool {
    matches!(page.role(cell).name, "columnheader" | "rowheader")
}
