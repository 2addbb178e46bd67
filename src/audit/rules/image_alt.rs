//! `image-alt`: every image has a text alternative, or is marked as decoration.
//!
//! Follows the ACT rule 23a2a8.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "image-alt" {
        severity: Error,
        wcag: ["1.1.1"],
        act: ["23a2a8"],
        tags: ["img"],
    }
    Pass r#"<img src="municipio.jpg" alt="Il municipio visto dalla piazza">"#
    Fail r#"<img src="municipio.jpg">"#
    Fail r#"<img src="municipio.jpg" alt=" ">"#
    Fail r#"<img src="municipio.jpg" role="none" tabindex="0">"#
    Inapplicable r#"<img src="fregio.svg" alt="">"#
    Inapplicable r#"<img src="fregio.svg" aria-hidden="true">"#
}

fn applies(page: &Page, image: NodeId) -> bool {
    page.is_exposed(image) && page.is_a(image, "img")
}

fn check(page: &Page, image: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, image).is_empty(), "image-alt")
}
