//! `list`: a list holds entries and nothing else.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "list" {
        severity: Error,
        wcag: ["1.3.1"],
        act: [],
        tags: ["ul", "ol"],
    }
    Pass r#"<ul><li>Anagrafe</li></ul>"#
    Fail r#"<ul><p>Anagrafe</p></ul>"#
    Fail r#"<ul>Anagrafe<li>Tributi</li></ul>"#
    Inapplicable r#"<ul role="tablist"><span role="tab">Orari</span></ul>"#
}

fn applies(page: &Page, list: NodeId) -> bool {
    page.is_exposed(list) && page.role(list).name == "list"
}

fn check(page: &Page, list: NodeId) -> Verdict {
    let is_good = |child: NodeId| match page.text(child) {
        Some(text) => text.trim().is_empty(),
        None if !page.is_element(child) || page.visibility.is_hidden(child) => true,
        None => match page.attr(child, "role") {
            Some(_) => page.role(child).name == "listitem",
            None => matches!(page.tag(child), "li" | "script" | "template"),
        },
    };
    Verdict::require(page.children(list).all(is_good), "list")
}
