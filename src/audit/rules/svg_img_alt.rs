//! `svg-img-alt`: a drawing that is an image has a name.

use crate::{
    audit::{NodeId, Page, names::accessible_name, semantics::explicit_role},
    rule::Verdict,
};

audit_rule! {
    "svg-img-alt" {
        severity: Error,
        wcag: ["1.1.1"],
        act: ["7d6734"],
        tags: [],
        attributes: ["role"],
    }
    Pass r#"<svg role="img"><title>Stemma</title></svg>"#
    Fail r#"<svg role="img"><circle r="9"></circle></svg>"#
    Inapplicable r#"<svg><circle r="9"></circle></svg>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    let role = explicit_role(page, node).map_or("", |role| role.name);
    let is_image = matches!(role, "img" | "image" | "graphics-document" | "graphics-symbol");
    page.is_svg(node) && page.is_exposed(node) && is_image
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, node).is_empty(), "svg-img-alt")
}
