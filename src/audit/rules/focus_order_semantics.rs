//! `focus-order-semantics`: what takes the focus says what it is.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "focus-order-semantics" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: ["div", "span", "p", "h1", "h2", "h3", "h4", "h5", "h6"],
        off: "experimental",
    }
    Pass r#"<div tabindex="0" role="button">Stampa</div>"#
    Fail r#"<div tabindex="0">Stampa</div>"#
    Inapplicable r#"<div tabindex="-1">Stampa</div>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_in_tab_order(node) && page.is_exposed(node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    // Regions that scroll are reached by the keyboard and need no widget.
    let role = page.role(node);
    let is_good = role.is_widget || role.is_landmark || matches!(role.name, "application" | "group" | "img");
    Verdict::require(is_good, "focus-order-semantics").with("element", page.tag(node))
}
