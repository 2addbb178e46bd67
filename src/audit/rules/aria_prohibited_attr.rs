//! `aria-prohibited-attr`: a name stands only where assistive technology reads it.

use crate::{
    audit::{NodeId, Page, roles::PROHIBITED},
    rule::Verdict,
};

audit_rule! {
    "aria-prohibited-attr" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["kb1m8s"],
        tags: [],
        attributes: ["aria-braillelabel", "aria-brailleroledescription", "aria-label", "aria-labelledby", "aria-roledescription"],
    }
    Pass r#"<nav aria-label="Principale"></nav>"#
    Fail r#"<div aria-label="Prima 100, ora 1 euro"><s>100</s> 1</div>"#
    Inapplicable r#"<div aria-label=""></div>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && written(page, node).is_some() && !page.role(node).name.is_empty()
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let role = page.role(node);
    // A decoration with a name is the business of `presentation-role-conflict`.
    let good = !role.naming_prohibited || role.is_none();
    Verdict::require(good, "aria-prohibited-attr")
        .with("attribute", written(page, node).unwrap_or(""))
        .with("element", page.local_name(node))
}

fn written<'a>(page: &'a Page, node: NodeId) -> Option<&'a str> {
    let mut attributes = page.attrs(node).filter(|(_, value)| !value.trim().is_empty()).map(|(name, _)| name);
    attributes.find(|name| PROHIBITED.contains(name))
}
