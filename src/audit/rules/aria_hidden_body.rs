//! `aria-hidden-body`: the page as a whole is not hidden from assistive technology.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "aria-hidden-body" {
        severity: Error,
        wcag: ["1.3.1", "4.1.2"],
        act: [],
        tags: ["body"],
    }
    Pass r#"<body><p>Testo</p></body>"#
    Fail r#"<body aria-hidden="true"><p>Testo</p></body>"#
}

fn applies(_page: &Page, _body: NodeId) -> bool {
    true
}

fn check(page: &Page, body: NodeId) -> Verdict {
    Verdict::require(!page.visibility.is_aria_hidden(body), "aria-hidden-body")
}
