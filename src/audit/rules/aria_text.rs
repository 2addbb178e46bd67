//! `aria-text`: what is read as one text holds nothing to use.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "aria-text" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: [],
        roles: ["text"],
    }
    Pass r#"<p role="text">Prima <b>seconda</b> terza</p>"#
    Fail r#"<p role="text">Vai agli <a href="/uffici">uffici</a></p>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let inner = page.descendants(node).find(|&below| page.is_element(below) && page.is_focusable(below));
    match inner {
        Some(inner) => Verdict::failed("aria-text").with("element", page.start_tag_excerpt(inner)),
        None => Verdict::Passed,
    }
}
