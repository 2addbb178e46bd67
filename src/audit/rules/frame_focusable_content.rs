//! `frame-focusable-content`: a frame with links or fields is not left out by the keyboard.

use crate::{
    audit::{
        Document, NodeId, Page,
        css::{Property, View},
        sight,
    },
    rule::Verdict,
};

audit_rule! {
    "frame-focusable-content" {
        severity: Error,
        wcag: ["2.1.1"],
        act: ["akn7bn"],
        tags: ["iframe"],
    }
    Pass r#"<iframe title="Mappa" srcdoc="<a href='/'>Home</a>"></iframe>"#
    Fail r#"<iframe title="Mappa" tabindex="-1" srcdoc="<a href='/'>Home</a>"></iframe>"#
    Inapplicable r#"<iframe title="Mappa" tabindex="-1" srcdoc="<p>Testo</p>"></iframe>"#
}

fn applies(page: &Page, frame: NodeId) -> bool {
    let is_tiny = |name| {
        page.attr(frame, name).and_then(|size| size.trim().parse::<f32>().ok()).is_some_and(|px| px <= 1.0)
    };
    let size = |property| {
        let style = page.styles.get(frame, View::DESK);
        style.get(property).px().filter(|_| style.is_sure(property))
    };
    let is_tiny_by_style = [Property::Width, Property::Height].into_iter().filter_map(size).any(|px| px <= 1.0);
    let is_out = |up: NodeId| page.is_element(up) && sight::is_out(page, up);
    let Some(srcdoc) = page.attr(frame, "srcdoc") else { return false };
    if !page.visibility.is_visible(frame)
        || page.visibility.is_inert(frame)
        || is_tiny("width")
        || is_tiny("height")
        || is_tiny_by_style
        || std::iter::once(frame).chain(page.ancestors(frame)).any(is_out)
    {
        return false;
    }
    let inner = Document::parse(srcdoc);
    let inner = Page::new(&inner);
    inner.elements().any(|node| inner.is_in_tab_order(node))
}

fn check(page: &Page, frame: NodeId) -> Verdict {
    Verdict::require(page.is_in_tab_order(frame), "frame-focusable-content")
}
