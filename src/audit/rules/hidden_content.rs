//! `hidden-content`: what is hidden is looked at when it shows.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "hidden-content" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: ["div", "section", "ul", "form", "dialog"],
        off: "experimental",
    }
    Pass r#"<div>Testo</div>"#
    CantTell r#"<div hidden>Testo</div>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    let is_outermost = page.parent(node).is_none_or(|parent| page.visibility.is_visible(parent));
    is_outermost && page.descendants(node).take(500).any(|below| page.text(below).is_some_and(|text| !text.trim().is_empty()))
}

fn check(page: &Page, node: NodeId) -> Verdict {
    if page.visibility.is_visible(node) { Verdict::Passed } else { Verdict::cant_tell("hidden-content") }
}
