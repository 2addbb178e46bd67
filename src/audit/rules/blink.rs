//! `blink`: nothing on the page blinks.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "blink" {
        severity: Error,
        wcag: ["2.2.2"],
        act: [],
        tags: ["blink"],
    }
    Pass r#"<p>Avviso</p><blink hidden>Avviso</blink>"#
    Fail r#"<blink>Avviso</blink>"#
}

fn applies(_page: &Page, _node: NodeId) -> bool {
    true
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!page.visibility.is_visible(node), "blink")
}
