//! `button-name`: every button has a name.
//!
//! Follows the ACT rule 97a4e1. Buttons made with `<input>` have rules of their own.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "button-name" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["97a4e1"],
        tags: [],
        roles: ["button"],
    }
    Pass r#"<button>Cerca</button>"#
    Pass r#"<button aria-label="Chiudi"><svg></svg></button>"#
    Fail r#"<button><svg></svg></button>"#
    Fail r#"<span role="button" tabindex="0"></span>"#
    Inapplicable r#"<button hidden></button>"#
}

fn applies(page: &Page, button: NodeId) -> bool {
    page.is_exposed(button) && page.tag(button) != "input"
}

fn check(page: &Page, button: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, button).is_empty(), "button-name")
}
