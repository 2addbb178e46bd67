//! `region`: everything on the page stands in a landmark.

use std::collections::BTreeSet;

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "region" { severity: Warning, wcag: [], act: [], }
    Pass r##"<a href="#c">Vai al contenuto</a><header>Comune</header><main id="c"><p>Testo</p></main>"##
    Fail r#"<main><p>Testo</p></main><p>Fuori</p>"#
    Fail r##"<a href="#c">Vai al contenuto</a><main><p>Testo</p></main>"##
    Fail r#"<p>Una pagina senza punti di riferimento</p>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let Some(body) = page.body() else { return Vec::new() };
    let mut outside = Vec::new();
    // Elements around something that is at home: they are not outside as a whole.
    let mut around = BTreeSet::from([body]);
    let mut below = page.descendants(body);
    while let Some(node) = below.next() {
        if page.text(node).is_some_and(|text| !text.trim().is_empty()) {
            outside.extend(page.parent(node));
        } else if !page.is_element(node) || !page.is_exposed(node) {
            below.skip_below(node);
        } else if is_at_home(page, node) {
            around.extend(page.ancestors(node).take_while(|&up| up != body));
            below.skip_below(node);
        } else if page.tag(node) == "img" {
            outside.push(node);
        }
    }
    let outermost = |node| {
        let chain = std::iter::once(node).chain(page.ancestors(node));
        chain.take_while(|up| !around.contains(up)).last().unwrap_or(node)
    };
    let mut outside: Vec<NodeId> = outside.into_iter().map(outermost).collect();
    outside.dedup();
    if outside.is_empty() {
        return vec![(body, Verdict::Passed)];
    }
    outside.into_iter().map(|node| (node, Verdict::failed("region"))).collect()
}

/// Landmarks, and what needs none: dialogs, live regions, links within the page.
fn is_at_home(page: &Page, node: NodeId) -> bool {
    let role = page.role(node);
    role.is_landmark
        || matches!(role.name, "dialog" | "alertdialog" | "alert" | "log" | "status")
        || page.attr(node, "aria-live").is_some_and(|live| live != "off")
        || page.tag(node) == "a" && leads_somewhere(page, node)
        || page.tag(node) == "img" && role.is_none()
}

/// Whether a link leads to a place on the page that exists: one that leads nowhere helps nobody to skip anything.
fn leads_somewhere(page: &Page, link: NodeId) -> bool {
    let id = page.attr(link, "href").and_then(|href| href.trim().strip_prefix('#'));
    id.is_some_and(|id| page.by_id(id).is_some())
}
