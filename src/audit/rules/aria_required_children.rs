//! `aria-required-children`: a role that is made of parts holds such parts and nothing else.
//!
//! Follows the ACT rule bc4a75.

use crate::{
    audit::{NodeId, Page, roles::GLOBAL, semantics::explicit_role},
    rule::Verdict,
};

audit_rule! {
    "aria-required-children" {
        severity: Error,
        wcag: ["1.3.1"],
        act: ["bc4a75"],
        tags: [],
        attributes: ["role"],
    }
    Pass r#"<div role="list"><div><span role="listitem">Anagrafe</span></div></div>"#
    Pass r#"<div role="menu"><div role="group"><span role="menuitem">Stampa</span></div></div>"#
    Fail r#"<ol role="tablist"><li role="listitem">Orari</li></ol>"#
    Fail r#"<div role="list"><span>Anagrafe</span></div>"#
    CantTell r#"<div role="list"></div>"#
    Inapplicable r#"<ul role="menu" aria-busy="true">Un momento</ul>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    let role = page.role(node);
    page.is_exposed(node)
        && !role.owned.is_empty()
        && explicit_role(page, node).is_some_and(|explicit| explicit.name == role.name)
        && page.attr(node, "aria-busy") != Some("true")
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let role = page.role(node);
    let expected = role.owned.join(", ");
    let mut n_parts = 0;
    let mut open = page.owned_children(node);
    while let Some(child) = open.pop() {
        let name = page.role(child).name;
        if !page.is_exposed(child) || name == "separator" {
            continue;
        }
        let has_part = role.owned.contains(&name);
        if has_part && name != "group" {
            n_parts += 1;
        } else if has_part || is_passed_over(page, child) {
            open.extend(page.owned_children(child));
        } else {
            return Verdict::failed("aria-required-children")
                .with("role", role.name)
                .with("found", if name.is_empty() { page.local_name(child) } else { name })
                .with("expected", expected);
        }
    }
    if n_parts > 0 {
        return Verdict::Passed;
    }
    let is_empty =
        page.descendants(node).all(|below| page.text(below).is_none_or(|text| text.trim().is_empty()));
    let verdict = if is_empty {
        Verdict::cant_tell("aria-required-children--question")
    } else {
        Verdict::failed("aria-required-children--none")
    };
    verdict.with("role", role.name).with("expected", expected)
}

/// Elements that do not show in the accessibility tree: what stands in them counts as one level up.
pub(super) fn is_passed_over(page: &Page, node: NodeId) -> bool {
    let role = page.role(node);
    let says_nothing = role.is_none() || role.name == "generic" || role.name.is_empty();
    let has_global = page.attrs(node).any(|(name, _)| name != "aria-owns" && GLOBAL.contains(&name));
    says_nothing && !has_global && !page.is_focusable(node)
}
