//! `aria-tooltip-name`: a tooltip says something.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "aria-tooltip-name" {
        severity: Error,
        wcag: ["4.1.2"],
        act: [],
        tags: [],
        roles: ["tooltip"],
    }
    Pass r#"<span role="tooltip">Il codice ha 16 caratteri</span>"#
    Fail r#"<span role="tooltip"></span>"#
    Inapplicable r#"<span role="tooltip" hidden></span>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, node).is_empty(), "aria-tooltip-name")
}
