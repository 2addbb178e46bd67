//! `aria-progressbar-name`: a progress bar made with ARIA has a name.

use crate::{
    audit::{
        NodeId, Page,
        names::{accessible_name, has_native_rule},
    },
    rule::Verdict,
};

audit_rule! {
    "aria-progressbar-name" {
        severity: Error,
        wcag: ["1.1.1"],
        act: [],
        tags: [],
        roles: ["progressbar"],
    }
    Pass r#"<div role="progressbar" aria-label="Invio del modulo" aria-valuenow="40"></div>"#
    Fail r#"<div role="progressbar" aria-valuenow="40"></div>"#
    Inapplicable r#"<progress value="0.4"></progress>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && !has_native_rule(page, node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, node).is_empty(), "aria-progressbar-name")
}
