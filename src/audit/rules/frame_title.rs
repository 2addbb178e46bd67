//! `frame-title`: every frame says what it holds.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "frame-title" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["cae760"],
        tags: ["iframe", "frame"],
    }
    Pass r#"<iframe src="/mappa" title="Mappa degli uffici"></iframe>"#
    Fail r#"<iframe src="/mappa" name="mappa"></iframe>"#
    Inapplicable r#"<iframe src="/conta" hidden></iframe>"#
    Inapplicable r#"<iframe src="/conta" tabindex="-1"></iframe>"#
}

fn applies(page: &Page, frame: NodeId) -> bool {
    page.is_exposed(frame) && page.is_in_tab_order(frame) && !page.role(frame).is_none()
}

fn check(page: &Page, frame: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, frame).is_empty(), "frame-title")
}
