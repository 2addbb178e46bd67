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
    Pass r#"<p aria-roledescription="avviso">Testo</p>"#
    Inapplicable r#"<div aria-label=""></div>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && written(page, node).next().is_some() && !page.role(node).name.is_empty()
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let role = page.role(node);
    // A decoration with a name is the business of `presentation-role-conflict`.
    let wrong = written(page, node).find(|name| role.prohibits(name)).filter(|_| !role.is_none());
    Verdict::require(wrong.is_none(), "aria-prohibited-attr")
        .with("attribute", wrong.unwrap_or(""))
        .with("element", page.local_name(node))
}

fn written<'a>(page: &'a Page, node: NodeId) -> impl Iterator<Item = &'a str> + 'a {
    let attributes = page.attrs(node).filter(|(_, value)| !value.trim().is_empty()).map(|(name, _)| name);
    attributes.filter(|name| PROHIBITED.contains(name))
}
