//! `aria-allowed-attr`: ARIA attributes are those that the element's role knows.

use crate::{
    audit::{
        NodeId, Page,
        roles::{PROHIBITED, value_kind},
    },
    rule::Verdict,
};

audit_rule! {
    "aria-allowed-attr" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["5c01ea"],
        tags: [],
        attributes: ["aria-*"],
    }
    Pass r#"<button aria-pressed="true">Notifiche</button>"#
    Pass r#"<div aria-live="polite"></div>"#
    Fail r#"<button aria-sort="ascending">Ordina per anno</button>"#
    Inapplicable r#"<button hidden aria-sort="ascending">Ordina</button>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    // HTML gives no role to these fields, and leaves open which attributes they take; a custom element may give
    // itself any role by script.
    let tag = page.tag(node);
    let is_open = page.role(node).name.is_empty() && (matches!(tag, "input" | "summary" | "") || tag.contains('-'));
    page.is_exposed(node) && !is_open
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let role = page.role(node);
    let is_wrong =
        |name: &&str| value_kind(name).is_some() && !PROHIBITED.contains(name) && !role.allows(name);
    let name = if role.name.is_empty() { page.local_name(node) } else { role.name };
    match page.attrs(node).map(|(name, _)| name).find(is_wrong) {
        Some(attribute) => {
            Verdict::failed("aria-allowed-attr").with("attribute", attribute).with("role", name)
        }
        None => Verdict::Passed,
    }
}
