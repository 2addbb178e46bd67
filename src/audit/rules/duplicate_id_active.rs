//! `duplicate-id-active`: no element that takes the focus shares its id.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "duplicate-id-active" {
        severity: Warning,
        wcag: [],
        act: ["3ea0c8"],
        tags: ["a", "area", "button", "iframe", "input", "select", "textarea", "summary"],
        off: "obsolete since WCAG 2.2",
    }
    Pass r#"<a id="a" href="/">Home</a><a id="b" href="/uffici">Uffici</a>"#
    Fail r#"<p id="a"></p><a id="a" href="/">Home</a>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_focusable(node) && page.attr(node, "id").is_some_and(|id| !id.is_empty())
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let id = page.attr(node, "id").unwrap_or("");
    Verdict::require(page.by_id(id) == Some(node), "duplicate-id-active").with("id", id)
}
