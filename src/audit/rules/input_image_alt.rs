//! `input-image-alt`: every image that is a button has a text alternative.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "input-image-alt" {
        severity: Error,
        wcag: ["1.1.1", "4.1.2"],
        act: ["59796f"],
        tags: ["input"],
    }
    Pass r#"<input type="image" src="lente.svg" alt="Cerca">"#
    Fail r#"<input type="image" src="lente.svg" name="cerca">"#
    Inapplicable r#"<input type="submit">"#
}

fn applies(page: &Page, input: NodeId) -> bool {
    page.is_exposed(input) && page.attr(input, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("image"))
}

fn check(page: &Page, input: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, input).is_empty(), "input-image-alt")
}
