//! `landmark-no-duplicate-banner`: one head of the page is enough.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "landmark-no-duplicate-banner" { severity: Warning, wcag: [], act: [], }
    Pass r#"<header>Comune</header><article><header>Notizia</header></article>"#
    Fail r#"<header>Comune</header><header>Ufficio</header>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let judge = |(nth, node)| (node, Verdict::require(nth == 0, "landmark-no-duplicate-banner"));
    page.with_role("banner").enumerate().map(judge).collect()
}
