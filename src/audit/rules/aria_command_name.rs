//! `aria-command-name`: every entry of a menu has a name.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "aria-command-name" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["m6b1q3"],
        tags: [],
        roles: ["menuitem"],
    }
    Pass r#"<div role="menu"><button role="menuitem">Stampa</button></div>"#
    Fail r#"<div role="menu"><button role="menuitem"><img src="stampa.svg" alt=""></button></div>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, node).is_empty(), "aria-command-name")
}
