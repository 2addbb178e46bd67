//! `html-lang-valid`: the language of the page exists.

use crate::{
    audit::{NodeId, Page, language},
    rule::Verdict,
};

audit_rule! {
    "html-lang-valid" {
        severity: Error,
        wcag: ["3.1.1"],
        act: ["bf051a"],
        tags: ["html"],
    }
    Pass r#"<html lang="it-IT"><p>Testo</p></html>"#
    Fail r#"<html lang="ita"><p>Testo</p></html>"#
    Inapplicable r#"<html><p>Testo</p></html>"#
}

fn applies(page: &Page, html: NodeId) -> bool {
    page.attr(html, "lang").is_some_and(|lang| !lang.trim().is_empty())
}

fn check(page: &Page, html: NodeId) -> Verdict {
    let lang = page.attr(html, "lang").unwrap_or("");
    Verdict::require(language::is_known(lang), "html-lang-valid").with("lang", lang)
}
