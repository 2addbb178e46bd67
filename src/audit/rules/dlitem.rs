//! `dlitem`: terms and descriptions stand in a `<dl>`.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "dlitem" {
        severity: Error,
        wcag: ["1.3.1"],
        act: [],
        tags: ["dt", "dd"],
    }
    Pass r#"<dl><dt>Orario</dt><dd>9-12</dd></dl>"#
    Fail r#"<dt>Orario</dt><dd>9-12</dd>"#
}

fn applies(page: &Page, item: NodeId) -> bool {
    page.is_exposed(item) && page.attr(item, "role").is_none()
}

fn check(page: &Page, item: NodeId) -> Verdict {
    let parent = page.parent(item).filter(|&parent| page.tag(parent) == "div").or(Some(item));
    let list = parent.and_then(|parent| page.parent(parent));
    Verdict::require(list.is_some_and(|list| page.tag(list) == "dl"), "dlitem")
}
