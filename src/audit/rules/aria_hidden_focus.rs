//! `aria-hidden-focus`: the keyboard reaches nothing that is hidden from assistive technology.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "aria-hidden-focus" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["6cfa84"],
        tags: [],
        attributes: ["aria-hidden"],
    }
    Pass r#"<div aria-hidden="true"><a href="/" tabindex="-1">Home</a></div>"#
    Pass r#"<div aria-hidden="true"><button hidden>Chiudi</button></div>"#
    Fail r#"<div aria-hidden="true"><a href="/">Home</a></div>"#
    Fail r#"<button aria-hidden="true">Chiudi</button>"#
    CantTell r#"<div aria-hidden="true"><a href="/" onfocus="torna()">Home</a></div>"#
    Inapplicable r#"<div aria-hidden="false"><a href="/">Home</a></div>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    // The outermost hidden element speaks for all inside.
    page.visibility.is_aria_hidden(node)
        && page.parent(node).is_none_or(|parent| !page.visibility.is_aria_hidden(parent))
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let reached = std::iter::once(node)
        .chain(page.descendants(node))
        .find(|&below| page.is_element(below) && page.is_in_tab_order(below));
    match reached {
        Some(below) if page.is_touched_by_script(below) => {
            Verdict::cant_tell("aria-hidden-focus--question").with("element", page.start_tag_excerpt(below))
        }
        Some(below) => Verdict::failed("aria-hidden-focus").with("element", page.start_tag_excerpt(below)),
        None => Verdict::Passed,
    }
}
