//! `table-duplicate-name`: the caption of a table does not repeat its summary.

use crate::{
    audit::{NodeId, Page, names::fold_space},
    rule::Verdict,
};

audit_rule! {
    "table-duplicate-name" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: ["table"],
    }
    Pass r#"<table summary="Per ogni ufficio gli orari"><caption>Orari</caption><tr><td>9-12</td></tr></table>"#
    Fail r#"<table summary="Orari"><caption>Orari</caption><tr><td>9-12</td></tr></table>"#
    Inapplicable r#"<table><caption>Orari</caption><tr><td>9-12</td></tr></table>"#
}

fn applies(page: &Page, table: NodeId) -> bool {
    page.is_exposed(table) && page.attr(table, "summary").is_some_and(|text| !text.trim().is_empty())
}

fn check(page: &Page, table: NodeId) -> Verdict {
    let summary = fold_space(page.attr(table, "summary").unwrap_or("")).to_lowercase();
    let caption = page.first_child_named(table, "caption").map(|caption| page.text_content(caption));
    let repeats = caption.is_some_and(|caption| fold_space(&caption).to_lowercase() == summary);
    Verdict::require(!repeats, "table-duplicate-name")
}
