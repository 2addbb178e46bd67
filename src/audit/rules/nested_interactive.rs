//! `nested-interactive`: inside a button or an image nothing else takes the focus.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "nested-interactive" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["307n5z"],
        tags: [],
        roles: [
            "button", "checkbox", "img", "math", "menuitemcheckbox", "menuitemradio", "meter", "option",
            "progressbar", "radio", "scrollbar", "separator", "slider", "switch", "tab",
        ],
    }
    Pass r#"<button><span>Cerca</span></button>"#
    Pass r#"<span role="button" tabindex="0">Cerca <span tabindex="-1">qui</span></span>"#
    Fail r#"<div role="tab"><a href="/orari">Orari</a></div>"#
    Inapplicable r#"<a href="/"><span>Cerca</span></a>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && page.role(node).children_presentational && page.tag(node) != "select"
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let inner = page.descendants(node).find(|&below| page.is_element(below) && page.is_in_tab_order(below));
    match inner {
        Some(inner) => Verdict::failed("nested-interactive")
            .with("element", page.start_tag_excerpt(inner))
            .with("role", page.role(node).name),
        None => Verdict::Passed,
    }
}
