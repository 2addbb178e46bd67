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
    CantTell r#"<style>@media (orientation: portrait) { main { rotate: 90deg } }</style><main><p>Orari</p></main>"#
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
        (true, _) => Verdict::cant_tell("css-orientation-lock--question"),
    }
}
