//! `aria-tab-name`: every tab has a name.

use crate::{
    audit::{
        NodeId, Page,
        names::{accessible_name, has_native_rule},
    },
    rule::Verdict,
};

audit_rule! {
    "aria-tab-name" {
        severity: Error,
        wcag: ["4.1.2"],
        act: [],
        tags: [],
        roles: ["tab"],
    }
    Pass r#"<div role="tablist"><span role="tab" tabindex="0">Orari</span></div>"#
    Fail r#"<div role="tablist"><span role="tab" tabindex="0"><svg></svg></span></div>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && !has_native_rule(page, node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, node).is_empty(), "aria-tab-name")
}
