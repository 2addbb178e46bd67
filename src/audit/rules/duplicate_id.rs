//! `duplicate-id`: no id is given twice.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "duplicate-id" {
        severity: Warning,
        wcag: [],
        act: ["3ea0c8"],
        tags: [],
        attributes: ["id"],
    }
    Pass r#"<p id="a"></p><p id="b"></p>"#
    Fail r#"<p id="a"></p><p id="a"></p>"#
    Inapplicable r#"<p id=""></p>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.attr(node, "id").is_some_and(|id| !id.is_empty())
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let id = page.attr(node, "id").unwrap_or("");
    // The first keeps its id, the others are to be renamed.
    Verdict::require(page.by_id(id) == Some(node), "duplicate-id").with("id", id)
}
