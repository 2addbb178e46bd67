//! `aria-dialog-name`: a dialog has a name.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "aria-dialog-name" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: [],
        roles: ["alertdialog", "dialog"],
    }
    Pass r#"<div role="dialog" aria-label="Accedi"></div>"#
    Fail r#"<dialog open><p>Accedi</p></dialog>"#
    Inapplicable r#"<dialog><p>Accedi</p></dialog>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, node).is_empty(), "aria-dialog-name")
}
