//! `link-name`: every link has a name.
//!
//! Follows the ACT rule c487ae.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "link-name" {
        severity: Error,
        wcag: ["2.4.4", "4.1.2"],
        act: ["c487ae"],
        tags: [],
        roles: ["link"],
    }
    Pass r#"<a href="/uffici">Uffici</a>"#
    Pass r#"<a href="/"><img src="stemma.png" alt="Comune di Esempio"></a>"#
    Fail r#"<a href="/"><img src="stemma.png" alt=""></a>"#
    Fail r#"<a href="/uffici" role="none"></a>"#
    Inapplicable r#"<a name="uffici"></a>"#
}

fn applies(page: &Page, link: NodeId) -> bool {
    page.is_exposed(link) && page.tag(link) != "area"
}

fn check(page: &Page, link: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, link).is_empty(), "link-name")
}
