//! `button-name`: every button has a name.
//!
//! Follows the ACT rule 97a4e1, and those of other roles that a button may be given. Buttons made with `<input>` or with ARIA have rules of their own.

use crate::{
    audit::{
        NodeId, Page,
        names::{accessible_name, act_of_name},
    },
    rule::Verdict,
};

audit_rule! {
    "button-name" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["97a4e1", "c487ae", "e086e5", "m6b1q3"],
        tags: ["button"],
        speaks: act_of_name,
    }
    Pass r#"<button>Cerca</button>"#
    Pass r#"<button aria-label="Chiudi"><svg></svg></button>"#
    Fail r#"<button><svg></svg></button>"#
    Fail r#"<button role="none"></button>"#
    Inapplicable r#"<button hidden></button>"#
    Fail r#"<div role="tablist"><button role="tab"><svg></svg></button></div>"#
    Inapplicable r#"<button role="none" disabled></button>"#
}

fn applies(page: &Page, button: NodeId) -> bool {
    page.is_exposed(button) && !page.role(button).is_none()
}

fn check(page: &Page, button: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, button).is_empty(), "button-name")
}
