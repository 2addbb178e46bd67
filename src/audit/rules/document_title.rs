//! `document-title`: the page has a title.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "document-title" { severity: Error, wcag: ["2.4.2"], act: ["2779a5"], }
    Pass r#"<title>Carta d'identità – Comune di Esempio</title>"#
    Fail r#"<title> </title><p>Testo</p>"#
    Fail r#"<svg><title>Stemma</title></svg>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let title = page.named("title").first().copied();
    let has_words = title.is_some_and(|title| !page.text_content(title).trim().is_empty());
    vec![(title.unwrap_or(page.html()), Verdict::require(has_words, "document-title"))]
}
