//! `aria-required-parent`: a role that is part of another stands in such a one.
//!
//! Follows the ACT rule ff89c9.

use crate::{
    audit::{NodeId, Page, rules::aria_required_children::is_passed_over, semantics::{explicit_role, own_role}},
    rule::Verdict,
};

audit_rule! {
    "aria-required-parent" {
        severity: Error,
        wcag: ["1.3.1"],
        act: ["ff89c9"],
        tags: [],
        attributes: ["role"],
    }
    Pass r#"<div role="list"><div><span role="listitem">Anagrafe</span></div></div>"#
    Pass r#"<div role="list" aria-owns="a"></div><span id="a" role="listitem">Anagrafe</span>"#
    Fail r#"<div><span role="listitem">Anagrafe</span></div>"#
    Fail r#"<div role="list"><div role="tabpanel"><span role="listitem">Anagrafe</span></div></div>"#
    Inapplicable r#"<ul><li role="listitem">Anagrafe</li></ul>"#
    Inapplicable r#"<select><option role="option">Anagrafe</option></select>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    let role = page.role(node);
    // What the element is without saying so asks for nothing more.
    let is_native = own_role(page, node).name == role.name;
    page.is_exposed(node)
        && !role.context.is_empty()
        // The modules for books and graphics have no such demand any more.
        && role.base.is_empty()
        && !is_native
        && explicit_role(page, node).is_some_and(|explicit| explicit.name == role.name)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let role = page.role(node);
    let mut up = page.owner(node);
    // A chain of `aria-owns` might lead in a circle.
    for _ in 0..1_000 {
        let Some(parent) = up else { break };
        if role.context.iter().any(|context| page.is_a(parent, context)) {
            return Verdict::Passed;
        }
        if !is_passed_over(page, parent) {
            break;
        }
        up = page.owner(parent);
    }
    Verdict::failed("aria-required-parent").with("role", role.name).with("expected", role.context.join(", "))
}
