//! `heading-order`: below a heading comes the next level, none is left out.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "heading-order" { severity: Warning, wcag: [], act: [], }
    Pass r#"<h1>Comune</h1><h2>Uffici</h2><h3>Anagrafe</h3><h2>Orari</h2>"#
    Fail r#"<h1>Comune</h1><h3>Anagrafe</h3>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let mut before = None;
    let judge = |node| {
        let level = level(page, node);
        let skipped = before.is_some_and(|before| level > before + 1);
        let expected = before.unwrap_or(0) + 1;
        before = Some(level);
        let verdict = Verdict::require(!skipped, "heading-order");
        (node, verdict.with("level", level).with("expected", expected))
    };
    page.with_role("heading").map(judge).collect()
}

fn level(page: &Page, node: NodeId) -> u32 {
    let written =
        page.attr(node, "aria-level").and_then(|level| level.trim().parse().ok()).filter(|&level| level > 0);
    let native = page.tag(node).strip_prefix('h').and_then(|digit| digit.parse().ok());
    written.or(native).unwrap_or(2).min(100)
}
