//! `aria-command-name`: a link, button or menu entry made with ARIA has a name.
//!
//! Follows the ACT rules 97a4e1, c487ae and m6b1q3. Links and buttons of HTML have rules of their own.

use crate::{
    audit::{NodeId, Page, names::{accessible_name, act_of_name, has_native_rule}},
    rule::Verdict,
};

audit_rule! {
    "aria-command-name" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["97a4e1", "c487ae", "m6b1q3"],
        tags: [],
        roles: ["button", "link", "menuitem"],
        speaks: act_of_name,
    }
    Pass r#"<div role="menu"><span role="menuitem" tabindex="0">Stampa</span></div>"#
    Pass r#"<span role="button" tabindex="0">Stampa</span>"#
    Fail r#"<div role="menu"><span role="menuitem" tabindex="0"><img src="stampa.svg" alt=""></span></div>"#
    Fail r#"<span role="button" tabindex="0"></span>"#
    Fail r#"<span role="link" tabindex="0"></span>"#
    Inapplicable r#"<button></button><a href="/"></a>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && !has_native_rule(page, node) && page.attr(node, "role").is_some()
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, node).is_empty(), "aria-command-name")
}
