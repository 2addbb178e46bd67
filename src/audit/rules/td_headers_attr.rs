//! `td-headers-attr`: `headers` names header cells of the same table.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "td-headers-attr" {
        severity: Error,
        wcag: ["1.3.1"],
        act: ["a25f45"],
        tags: [],
        attributes: ["headers"],
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
    let table = page.closest(cell, &["table"]);
    let is_header = |id: &&str| {
        page.by_id(id).is_none_or(|header| {
            header == cell
                || !matches!(page.role(header).name, "columnheader" | "rowheader")
                || page.closest(header, &["table"]) != table
        })
    };
    let ids = page.attr(cell, "headers").unwrap_or("");
    match ids.split_ascii_whitespace().find(is_header) {
        Some(id) => Verdict::failed("td-headers-attr").with("id", id),
        None => Verdict::Passed,
    }
}
