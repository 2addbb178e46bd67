//! `landmark-contentinfo-is-top-level`: the foot of the page stands in no other landmark.

use crate::{
    audit::{NodeId, Page, rules::landmark_banner_is_top_level::is_inside_landmark},
    rule::Verdict,
};

audit_rule! {
    "landmark-contentinfo-is-top-level" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: [],
        roles: ["contentinfo"],
    }
    Pass r#"<footer>Testo</footer>"#
    Fail r#"<nav aria-label="Menu"><div role="contentinfo">Testo</div></nav>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!is_inside_landmark(page, node), "landmark-contentinfo-is-top-level")
}
