//! `landmark-unique`: landmarks of one kind differ in name.

use std::collections::BTreeSet;

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

page_rule! {
    "landmark-unique" { severity: Warning, wcag: [], act: [], }
    Pass r#"<nav aria-label="Principale"></nav><nav aria-label="Piè di pagina"></nav>"#
    Fail r#"<nav></nav><nav></nav>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let mut seen = BTreeSet::new();
    let judge = |node| {
        let role = page.role(node).name;
        let is_new = seen.insert((role, accessible_name(page, node).to_lowercase()));
        (node, Verdict::require(is_new, "landmark-unique").with("role", role))
    };
    page.landmarks().map(judge).collect()
}
