//! `summary-name`: what opens a section that folds says which.

use crate::{
    audit::{
        Ids, NodeId, Page, focus,
        names::{accessible_name, act_of_name},
    },
    rule::Verdict,
};

audit_rule! {
    "summary-name" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["2t702h", "97a4e1", "c487ae", "e086e5", "m6b1q3"],
        tags: ["summary"],
        speaks: of_role,
    }
    Pass r#"<details><summary>Orari</summary><p>9-12</p></details>"#
    Fail r#"<details><summary></summary><p>9-12</p></details>"#
    Inapplicable r#"<summary></summary>"#
}

fn applies(page: &Page, summary: NodeId) -> bool {
    page.is_exposed(summary) && focus::is_summary(page, summary) && !page.role(summary).is_none()
}

fn check(page: &Page, summary: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, summary).is_empty(), "summary-name")
}

/// With a role of its own it is no longer what the ACT rule on summaries speaks of.
fn of_role(page: &Page, summary: NodeId) -> Ids {
    if page.role(summary).name.is_empty() { &["2t702h"] } else { act_of_name(page, summary) }
}
