//! `aria-allowed-role`: a role stands only on elements that may have it.
//!
//! After the W3C's "ARIA in HTML"; the table is `allowed_roles`.

use crate::{
    audit::{
        NodeId, Page,
        allowed_roles::{Allowed, allowed_roles},
        roles::role,
        semantics,
    },
    rule::Verdict,
};

audit_rule! {
    "aria-allowed-role" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: [],
        attributes: ["role"],
    }
    Pass r#"<a href="/stampa" role="button">Stampa</a>"#
    Pass r#"<nav role="navigation">Menu</nav>"#
    Fail r#"<main role="region" aria-label="Testo">Testo</main>"#
    Fail r#"<button role="heading" aria-level="2">Orari</button>"#
    Inapplicable r#"<div role="inventato">Testo</div>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && !page.tag(node).is_empty() && written_roles(page, node).next().is_some()
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let own = semantics::own_role(page, node).name;
    let allowed = allowed_roles(page, node);
    let is_good = |role: &&'static str| {
        *role == own
            || matches!((page.tag(node), *role), ("header", "banner") | ("footer", "contentinfo"))
            || match allowed {
                Allowed::Any => true,
                Allowed::Only(roles) => roles.contains(role),
            }
    };
    match written_roles(page, node).find(|role| !is_good(role)) {
        Some(role) => Verdict::failed("aria-allowed-role").with("role", role).with("element", page.tag(node)),
        None => Verdict::Passed,
    }
}

/// The roles an author wrote, without those that do not exist.
fn written_roles<'a>(page: &'a Page, node: NodeId) -> impl Iterator<Item = &'static str> + 'a {
    let tokens = page.attr(node, "role").unwrap_or("").split_ascii_whitespace();
    tokens.filter_map(|token| role(&token.to_ascii_lowercase())).filter(|role| !role.is_abstract).map(|r| r.name)
}
