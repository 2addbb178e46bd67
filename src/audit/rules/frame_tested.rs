//! `frame-tested`: what stands in a frame is judged by itself.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "frame-tested" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: ["frame", "iframe"],
    }
    CantTell r#"<iframe src="/mappa" title="Mappa"></iframe>"#
    Pass r#"<iframe srcdoc="" title="Spazio"></iframe>"#
    Inapplicable r#"<iframe src="/mappa" hidden></iframe>"#
}

fn applies(page: &Page, frame: NodeId) -> bool {
    page.visibility.is_visible(frame)
}

fn check(page: &Page, frame: NodeId) -> Verdict {
    let is_empty = page.attr(frame, "srcdoc").is_some_and(|text| text.trim().is_empty());
    let src = page.attr(frame, "src").unwrap_or("");
    if is_empty { Verdict::Passed } else { Verdict::cant_tell("frame-tested").with("src", src) }
}
