//! `css-orientation-lock`: the page is not turned back when somebody turns the device.

use crate::{
    audit::{NodeId, Page, css::View},
    rule::Verdict,
};

audit_rule! {
    "css-orientation-lock" {
        severity: Error,
        wcag: ["1.3.4"],
        act: ["b33eff"],
        tags: ["*"],
    }
    Pass r#"<style>@media (orientation: portrait) { body { transform: rotate(0deg) } }</style><body><p>Orari</p></body>"#
    Fail r#"<style>@media (orientation: portrait) { body { transform: rotate(90deg) } }</style><body><p>Orari</p></body>"#
    Fail r#"<style>@media (orientation: portrait) { main { rotate: 90deg } }</style><main><p>Orari</p></main>"#
    CantTell r#"<style>@media (orientation: portrait) { h2 { rotate: 90deg } }</style><h2>Uffici</h2><p>Orari</p>"#
    Inapplicable r#"<style>body { transform: rotate(90deg) }</style><body><p>Orari</p></body>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.visibility.is_visible(node) && page.styles.turned(node, View::DESK).next().is_some()
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let locks = page.styles.turned(node, View::DESK).any(|turn| {
        let turn = turn.rem_euclid(180.0);
        (turn - 90.0).abs() <= 2.0
    });
    match (locks, page.tag(node)) {
        (false, _) => Verdict::Passed,
        (true, "html" | "body") => Verdict::failed("css-orientation-lock"),
        (true, _) if holds_all(page, node) => Verdict::failed("css-orientation-lock"),
        (true, _) => Verdict::cant_tell("css-orientation-lock--question"),
    }
}

/// Whether everything there is to read stands in this element: then the page is turned with it.
fn holds_all(page: &Page, node: NodeId) -> bool {
    page.body().is_some_and(|body| {
        page.descendants(body).all(|below| {
            let is_read = page.text(below).is_some_and(|text| !text.trim().is_empty())
                && page.parent(below).is_some_and(|parent| page.visibility.is_visible(parent));
            let is_seen = matches!(page.tag(below), "img" | "video" | "iframe" | "input" | "select" | "textarea")
                && page.visibility.is_visible(below);
            !(is_read || is_seen) || page.is_within(below, node)
        })
    })
}
