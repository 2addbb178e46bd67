//! `input-button-name`: every button made with `<input>` has a name.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "input-button-name" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["97a4e1"],
        tags: ["input"],
    }
    Pass r#"<input type="submit">"#
    Pass r#"<input type="button" value="Cerca">"#
    Fail r#"<input type="button">"#
    Fail r#"<input type="submit" value="">"#
    Inapplicable r#"<input type="text">"#
}

fn applies(page: &Page, input: NodeId) -> bool {
    let kind = page.attr(input, "type").unwrap_or("").to_ascii_lowercase();
    page.is_exposed(input)
        && matches!(kind.as_str(), "button" | "submit" | "reset")
        && page.is_a(input, "button")
}

fn check(page: &Page, input: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, input).is_empty(), "input-button-name")
}
