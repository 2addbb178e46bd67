//! `html-has-lang`: the page says in which language it is.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "html-has-lang" {
        severity: Error,
        wcag: ["3.1.1"],
        act: ["b5c3f8"],
        tags: ["html"],
    }
    Pass r#"<html lang="it"><p>Testo</p></html>"#
    Fail r#"<html><p>Testo</p></html>"#
    Fail r#"<html lang=" "><p>Testo</p></html>"#
}

fn applies(_page: &Page, _html: NodeId) -> bool {
    true
}

fn check(page: &Page, html: NodeId) -> Verdict {
    Verdict::require(page.attr(html, "lang").is_some_and(|lang| !lang.trim().is_empty()), "html-has-lang")
}
