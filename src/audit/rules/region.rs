//! `region`: everything on the page stands in a landmark.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "region" { severity: Warning, wcag: [], act: [], }
    Pass r##"<a href="#c">Vai al contenuto</a><header>Comune</header><main id="c"><p>Testo</p></main>"##
    Fail r#"<main><p>Testo</p></main><p>Fuori</p>"#
    Inapplicable r#"<p>Una pagina senza punti di riferimento</p>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let Some(body) = page.body() else { return Vec::new() };
    // Without any, `landmark-one-main` speaks.
    if !page.elements().any(|node| page.role(node).is_landmark && page.is_exposed(node)) {
        return Vec::new();
    }
    let mut outside = Vec::new();
    let mut below = page.descendants(body);
    while let Some(node) = below.next() {
        if page.text(node).is_some_and(|text| !text.trim().is_empty()) {
            outside.extend(page.parent(node));
            continue;
        }
        if !page.is_element(node) || is_at_home(page, node) {
            below.skip_below(node);
        } else if page.tag(node) == "img" {
            outside.push(node);
        }
    }
    outside.dedup();
    if outside.is_empty() {
        return vec![(body, Verdict::Passed)];
    }
    outside.into_iter().map(|node| (node, Verdict::failed("region"))).collect()
}

/// Landmarks, and what needs none: hidden things, dialogs, live regions, links within the page.
fn is_at_home(page: &Page, node: NodeId) -> bool {
    let role = page.role(node);
    !page.is_exposed(node)
        || role.is_landmark
        || matches!(role.name, "dialog" | "alertdialog" | "alert" | "log" | "status")
        || page.attr(node, "aria-live").is_some_and(|live| live != "off")
        || page.tag(node) == "a" && page.attr(node, "href").is_some_and(|href| href.starts_with('#'))
        || page.tag(node) == "img" && role.is_none()
}
