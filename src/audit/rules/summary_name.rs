//! `summary-name`: what opens a section that folds says which.

use crate::{
    audit::{NodeId, Page, focus, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "summary-name" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["2t702h"],
        tags: ["summary"],
    }
    Pass r#"<details><summary>Orari</summary><p>9-12</p></details>"#
    Fail r#"<details><summary></summary><p>9-12</p></details>"#
    Inapplicable r#"<summary></summary>"#
}

fn applies(page: &Page, summary: NodeId) -> bool {
    page.is_exposed(summary) && focus::is_summary(page, summary)
}

fn check(page: &Page, summary: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, summary).is_empty(), "summary-name")
}
