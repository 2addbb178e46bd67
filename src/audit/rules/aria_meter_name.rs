//! `aria-meter-name`: a gauge made with ARIA has a name.

use crate::{
    audit::{
        NodeId, Page,
        names::{accessible_name, has_native_rule},
    },
    rule::Verdict,
};

audit_rule! {
    "aria-meter-name" {
        severity: Error,
        wcag: ["1.1.1"],
        act: [],
        tags: [],
        roles: ["meter"],
    }
    Pass r#"<div role="meter" aria-label="Spazio occupato" aria-valuenow="40"></div>"#
    Fail r#"<div role="meter" aria-valuenow="40"></div>"#
    Inapplicable r#"<meter value="0.4"></meter>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && !has_native_rule(page, node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, node).is_empty(), "aria-meter-name")
}
