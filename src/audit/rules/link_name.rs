//! `link-name`: every link has a name.
//!
//! Follows the ACT rule c487ae, and those of other roles that a link may be given.

use crate::{
    audit::{NodeId, Page, names::{accessible_name, act_of_name}},
    rule::Verdict,
};

audit_rule! {
    "link-name" {
        severity: Error,
        wcag: ["2.4.4", "4.1.2"],
        act: ["97a4e1", "c487ae", "e086e5", "m6b1q3"],
        tags: ["a", ""],
        speaks: act_of_name,
    }
    Pass r#"<a href="/uffici">Uffici</a>"#
    Pass r#"<a href="/"><img src="stemma.png" alt="Comune di Esempio"></a>"#
    Fail r#"<a href="/"><img src="stemma.png" alt=""></a>"#
    Fail r#"<a href="/uffici" role="none"></a>"#
    Fail r#"<svg><a href="/uffici"><circle r="9"></circle></a></svg>"#
    Fail r#"<div role="menu"><a href="/" role="menuitem"><svg></svg></a></div>"#
    Inapplicable r#"<a name="uffici"></a>"#
}

fn applies(page: &Page, link: NodeId) -> bool {
    page.is_exposed(link)
        && page.local_name(link) == "a"
        && (page.has_attr(link, "href") || page.namespaced_attr(link, "href").is_some())
        && !page.role(link).is_none()
}

fn check(page: &Page, link: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, link).is_empty(), "link-name")
}
