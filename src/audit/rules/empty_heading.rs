//! `empty-heading`: a heading says something.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "empty-heading" {
        severity: Warning,
        wcag: [],
        act: ["ffd0e9"],
        tags: [],
        roles: ["heading"],
    }
    Pass r#"<h2>Orari</h2>"#
    Pass r#"<h2><img src="stemma.png" alt="Comune di Esempio"></h2>"#
    Fail r#"<h2></h2>"#
    Fail r#"<h2><span aria-hidden="true">Orari</span></h2>"#
}

fn applies(page: &Page, heading: NodeId) -> bool {
    page.is_exposed(heading)
}

fn check(page: &Page, heading: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, heading).is_empty(), "empty-heading")
}
