//! `aria-deprecated-role`: no role that the standards have given up.

use crate::{
    audit::{NodeId, Page, semantics::explicit_role},
    rule::Verdict,
};

audit_rule! {
    "aria-deprecated-role" {
        severity: Error,
        wcag: ["4.1.2"],
        act: [],
        tags: [],
        attributes: ["role"],
    }
    Pass r#"<ul role="list"><li>Anagrafe</li></ul>"#
    Fail r#"<ul role="directory"><li>Anagrafe</li></ul>"#
    Inapplicable r#"<ul role=""><li>Anagrafe</li></ul>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && explicit_role(page, node).is_some()
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let role = explicit_role(page, node).map_or("", |role| role.name);
    let is_given_up = matches!(role, "directory" | "doc-biblioentry" | "doc-endnote");
    Verdict::require(!is_given_up, "aria-deprecated-role").with("role", role)
}
