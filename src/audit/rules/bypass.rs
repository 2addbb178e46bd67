//! `bypass`: what repeats on every page can be skipped: by a heading, a main landmark or a link.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "bypass" { severity: Error, wcag: ["2.4.1"], act: [], }
    Pass r#"<nav><a href="/">Home</a></nav><main><p>Testo</p></main>"#
    Pass r##"<a href="#testo">Vai al testo</a><p id="testo">Testo</p>"##
    CantTell r#"<div><a href="/">Home</a></div><div>Testo</div>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let helps = |node: NodeId| {
        page.is_exposed(node)
            && (matches!(page.role(node).name, "main" | "heading") || is_skip_link(page, node))
    };
    let verdict = if page.elements().any(helps) { Verdict::Passed } else { Verdict::cant_tell("bypass") };
    vec![(page.html(), verdict)]
}

fn is_skip_link(page: &Page, node: NodeId) -> bool {
    page.tag(node) == "a"
        && page
            .attr(node, "href")
            .and_then(|href| href.strip_prefix('#'))
            .is_some_and(|id| page.by_id(id).is_some())
}
