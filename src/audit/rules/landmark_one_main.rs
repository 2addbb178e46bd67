//! `landmark-one-main`: the page says where its main content is.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "landmark-one-main" { severity: Warning, wcag: [], act: [], }
    Pass r#"<main><p>Testo</p></main>"#
    Fail r#"<div><p>Testo</p></div>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let main = page.with_role("main").next();
    vec![(main.unwrap_or(page.html()), Verdict::require(main.is_some(), "landmark-one-main"))]
}
