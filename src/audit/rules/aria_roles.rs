//! `aria-roles`: a `role` names at least one role that exists.

use crate::{
    audit::{NodeId, Page, roles::role},
    rule::Verdict,
};

audit_rule! {
    "aria-roles" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["674b10"],
        tags: [],
        attributes: ["role"],
    }
    Pass r#"<div role="tabpanel">Orari</div>"#
    Pass r#"<div role="nuovo region" aria-label="Orari">Orari</div>"#
    Fail r#"<div role="bottone">Invia</div>"#
    Fail r#"<div role="widget">Invia</div>"#
    Inapplicable r#"<div role="">Testo</div>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && page.attr(node, "role").is_some_and(|value| !value.trim().is_empty())
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let value = page.attr(node, "role").unwrap_or("");
    let mut roles = value.split_ascii_whitespace().filter_map(|token| role(&token.to_ascii_lowercase()));
    Verdict::require(roles.any(|role| !role.is_abstract), "aria-roles").with("value", value)
}
