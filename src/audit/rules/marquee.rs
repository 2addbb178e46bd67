//! `marquee`: no text runs across the page.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "marquee" {
        severity: Error,
        wcag: ["2.2.2"],
        act: [],
        tags: ["marquee"],
    }
    Pass r#"<p>Avviso</p><marquee hidden>Avviso</marquee>"#
    Fail r#"<marquee>Avviso</marquee>"#
}

fn applies(_page: &Page, _node: NodeId) -> bool {
    true
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!page.visibility.is_visible(node), "marquee")
}
