//! `aria-roledescription`: a description of a role stands on an element that has one.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "aria-roledescription" {
        severity: Error,
        wcag: ["4.1.2"],
        act: [],
        tags: [],
        attributes: ["aria-roledescription"],
        off: "superseded by aria-prohibited-attr",
    }
    Pass r#"<section aria-label="Avvisi" aria-roledescription="carosello"></section>"#
    Fail r#"<div aria-roledescription="carosello"></div>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let role = page.role(node);
    let has_role = !role.name.is_empty() && role.name != "generic" && !role.is_none();
    Verdict::require(has_role, "aria-roledescription").with("element", page.local_name(node))
}
