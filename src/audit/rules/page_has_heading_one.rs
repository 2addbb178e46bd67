//! `page-has-heading-one`: the page has a heading of the first level.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "page-has-heading-one" { severity: Warning, wcag: [], act: [], }
    Pass r#"<h1>Carta d'identità</h1>"#
    Pass r#"<div role="heading" aria-level="1">Carta d'identità</div>"#
    Fail r#"<h2>Carta d'identità</h2>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let is_first = |&node: &NodeId| match page.attr(node, "aria-level") {
        Some(level) => level.trim() == "1",
        None => page.tag(node) == "h1",
    };
    let first = page.with_role("heading").find(is_first);
    vec![(first.unwrap_or(page.html()), Verdict::require(first.is_some(), "page-has-heading-one"))]
}
