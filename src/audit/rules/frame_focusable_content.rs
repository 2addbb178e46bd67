//! `frame-focusable-content`: a frame with links or fields is not left out by the keyboard.

use crate::{
    audit::{Document, NodeId, Page},
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
    let Some(srcdoc) = page.attr(frame, "srcdoc") else { return false };
    if !page.visibility.is_visible(frame)
        || page.visibility.is_inert(frame)
        || is_tiny("width")
        || is_tiny("height")
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
