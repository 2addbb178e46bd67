//! `landmark-main-is-top-level`: the main content stands in no other landmark.

use crate::{
    audit::{NodeId, Page, rules::landmark_banner_is_top_level::is_inside_landmark},
    rule::Verdict,
};

audit_rule! {
    "landmark-main-is-top-level" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: [],
        roles: ["main"],
    }
    Pass r#"<main>Testo</main>"#
    Fail r#"<nav aria-label="Menu"><div role="main">Testo</div></nav>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!is_inside_landmark(page, node), "landmark-main-is-top-level")
}
