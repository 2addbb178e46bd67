//! `listitem`: entries stand in a list.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "listitem" {
        severity: Error,
        wcag: ["1.3.1"],
        act: [],
        tags: ["li"],
    }
    Pass r#"<ol><li>Anagrafe</li></ol>"#
    Pass r#"<div role="list"><li>Anagrafe</li></div>"#
    Fail r#"<div><li>Anagrafe</li></div>"#
    Inapplicable r#"<div><li role="tab">Anagrafe</li></div>"#
}

fn applies(page: &Page, item: NodeId) -> bool {
    page.is_exposed(item) && page.attr(item, "role").is_none()
}

fn check(page: &Page, item: NodeId) -> Verdict {
    let is_list =
        |parent| matches!(page.tag(parent), "ul" | "ol" | "menu" | "slot") || page.is_a(parent, "list");
    Verdict::require(page.owner(item).is_some_and(is_list), "listitem")
}
