//! `role-img-alt`: what is made into an image has a name.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "role-img-alt" {
        severity: Error,
        wcag: ["1.1.1"],
        act: ["23a2a8"],
        tags: [],
        roles: ["img"],
    }
    Pass r#"<span role="img" aria-label="Quattro stelle">****</span>"#
    Fail r#"<span role="img">****</span>"#
    Inapplicable r#"<img src="stelle.svg">"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && !matches!(page.tag(node), "img" | "object" | "input" | "area") && !page.is_svg(node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, node).is_empty(), "role-img-alt")
}
