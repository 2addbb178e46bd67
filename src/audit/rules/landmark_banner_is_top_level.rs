//! `landmark-banner-is-top-level`: the head of the page stands in no other landmark.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "landmark-banner-is-top-level" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: [],
        roles: ["banner"],
    }
    Pass r#"<header>Testo</header>"#
    Fail r#"<nav aria-label="Menu"><div role="banner">Testo</div></nav>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!is_inside_landmark(page, node), "landmark-banner-is-top-level")
}

/// Whether a landmark stands around an element. A form is passed over, and the main content may hold a complement.
pub(super) fn is_inside_landmark(page: &Page, node: NodeId) -> bool {
    let is_complement = page.is_a(node, "complementary");
    page.ancestors(node).any(|up| {
        let role = page.role(up);
        let is_form = page.tag(up) == "form" && page.attr(up, "role").is_none();
        role.is_landmark && !is_form && !(is_complement && role.name == "main")
    })
}
