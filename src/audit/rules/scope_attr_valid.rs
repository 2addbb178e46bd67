//! `scope-attr-valid`: `scope` stands on a header cell and says row or column.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "scope-attr-valid" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: [],
        attributes: ["scope"],
    }
    Pass r#"<table><tr><th scope="col">Ufficio</th></tr></table>"#
    Fail r#"<table><tr><th scope="colonna">Ufficio</th></tr></table>"#
    Fail r#"<table><tr><td scope="col">Ufficio</td></tr></table>"#
}

fn applies(page: &Page, cell: NodeId) -> bool {
    matches!(page.tag(cell), "td" | "th") && page.is_exposed(cell)
}

fn check(page: &Page, cell: NodeId) -> Verdict {
    let value = page.attr(cell, "scope").unwrap_or("");
    let is_known =
        ["row", "col", "rowgroup", "colgroup"].iter().any(|known| known.eq_ignore_ascii_case(value.trim()));
    Verdict::require(is_known && page.tag(cell) == "th", "scope-attr-valid").with("value", value)
}
