//! `landmark-no-duplicate-contentinfo`: one foot of the page is enough.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "landmark-no-duplicate-contentinfo" { severity: Warning, wcag: [], act: [], }
    Pass r#"<footer>Comune</footer><article><footer>Notizia</footer></article>"#
    Fail r#"<footer>Comune</footer><footer>Ufficio</footer>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let judge = |(nth, node)| (node, Verdict::require(nth == 0, "landmark-no-duplicate-contentinfo"));
    page.with_role("contentinfo").enumerate().map(judge).collect()
}
