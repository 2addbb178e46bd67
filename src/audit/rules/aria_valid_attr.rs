//! `aria-valid-attr`: every attribute that begins with `aria-` exists.

use crate::{
    audit::{NodeId, Page, roles::value_kind},
    rule::Verdict,
};

audit_rule! {
    "aria-valid-attr" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["5f99a7"],
        tags: [],
        attributes: ["aria-*"],
    }
    Pass r#"<input aria-labelledby="nome"><span id="nome">Nome</span>"#
    Fail r#"<input aria-labelled="nome"><span id="nome">Nome</span>"#
    Inapplicable r#"<canvas></canvas>"#
}

fn applies(_page: &Page, _node: NodeId) -> bool {
    true
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let unknown = page
        .attrs(node)
        .map(|(name, _)| name)
        .find(|name| name.starts_with("aria-") && value_kind(name).is_none());
    match unknown {
        Some(attribute) => Verdict::failed("aria-valid-attr").with("attribute", attribute),
        None => Verdict::Passed,
    }
}
