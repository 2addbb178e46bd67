//! `landmark-no-duplicate-main`: one main content is enough.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "landmark-no-duplicate-main" { severity: Warning, wcag: [], act: [], }
    Pass r#"<main>Testo</main><main hidden>Altro</main>"#
    Fail r#"<main>Testo</main><main>Altro</main>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let judge = |(nth, node)| (node, Verdict::require(nth == 0, "landmark-no-duplicate-main"));
    page.with_role("main").enumerate().map(judge).collect()
}
