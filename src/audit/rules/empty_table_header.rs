//! `empty-table-header`: a header cell says what its row or column holds.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "empty-table-header" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: ["th"],
    }
    Pass r#"<table><tr><td></td><th>Orario</th></tr></table>"#
    Fail r#"<table><tr><th></th><th>Orario</th></tr></table>"#
}

fn applies(page: &Page, cell: NodeId) -> bool {
    page.is_exposed(cell) && matches!(page.role(cell).name, "columnheader" | "rowheader")
}

fn check(page: &Page, cell: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, cell).is_empty(), "empty-table-header")
}
