//! `tabindex`: no element asks to be reached before the others.

use crate::{
    audit::{NodeId, Page, focus},
    rule::Verdict,
};

audit_rule! {
    "tabindex" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: [],
        attributes: ["tabindex"],
    }
    Pass r#"<div tabindex="0">Testo</div>"#
    Fail r#"<a href="/" tabindex="3">Home</a>"#
    Inapplicable r#"<div tabindex="uno">Testo</div>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    focus::tabindex(page, node).is_some()
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(focus::tabindex(page, node).is_none_or(|index| index <= 0), "tabindex")
}
