//! `listitem`: entries stand in a list.

use crate::{
    audit::{NodeId, Page, semantics::explicit_role},
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
    Fail r#"<ul role="toolbar"><li>Anagrafe</li></ul>"#
    Inapplicable r#"<div><li role="tab">Anagrafe</li></div>"#
}

fn applies(page: &Page, item: NodeId) -> bool {
    page.is_exposed(item) && page.attr(item, "role").is_none()
}

fn check(page: &Page, item: NodeId) -> Verdict {
    // A list that was made into something else holds no entries; one whose meaning was taken off is left alone.
    let is_list = |parent| match explicit_role(page, parent) {
        Some(role) => role.name == "list" || role.is_none(),
        None => matches!(page.tag(parent), "ul" | "ol" | "menu" | "slot"),
    };
    Verdict::require(page.owner(item).is_some_and(is_list), "listitem")
}
