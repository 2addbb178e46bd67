//! `aria-treeitem-name`: every entry of a tree has a name.

use crate::{
    audit::{
        NodeId, Page,
        names::{accessible_name, has_native_rule},
    },
    rule::Verdict,
};

audit_rule! {
    "aria-treeitem-name" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: [],
        roles: ["treeitem"],
    }
    Pass r#"<ul role="tree"><li role="treeitem">Uffici</li></ul>"#
    Fail r#"<ul role="tree"><li role="treeitem"><svg></svg></li></ul>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && !has_native_rule(page, node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, node).is_empty(), "aria-treeitem-name")
}
