//! `presentation-role-conflict`: what is marked as decoration is one.

use crate::{
    audit::{NodeId, Page, semantics::explicit_role},
    rule::Verdict,
};

audit_rule! {
    "presentation-role-conflict" {
        severity: Warning,
        wcag: [],
        act: ["46ca7f"],
        tags: ["img"],
        attributes: ["role"],
    }
    Pass r#"<img src="fregio.svg" alt="">"#
    Pass r#"<nav role="none"></nav>"#
    Fail r#"<svg role="none" aria-label="Cerchio giallo"></svg>"#
    Fail r#"<img src="fregio.svg" alt="" tabindex="0">"#
    Inapplicable r#"<img src="fregio.svg" alt="Fregio">"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    match explicit_role(page, node) {
        Some(role) => role.is_none(),
        None => page.tag(node) == "img" && page.attr(node, "alt") == Some(""),
    }
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(page.role(node).is_none() || !page.is_exposed(node), "presentation-role-conflict")
}
