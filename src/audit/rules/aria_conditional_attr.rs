//! `aria-conditional-attr`: ARIA does not contradict what HTML says, and stands where its role gives it a meaning.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "aria-conditional-attr" {
        severity: Error,
        wcag: ["4.1.2"],
        act: [],
        tags: [],
        attributes: ["aria-checked", "aria-expanded", "aria-level", "aria-posinset", "aria-setsize"],
    }
    Pass r#"<label><input type="checkbox" checked aria-checked="true"> Accetto</label>"#
    Pass r#"<div role="treegrid"><div role="row" aria-level="1"><span role="gridcell">Uffici</span></div></div>"#
    Fail r#"<label><input type="checkbox" aria-checked="true"> Accetto</label>"#
    Fail r#"<table><tr aria-expanded="false"><td>Uffici</td></tr></table>"#
    Inapplicable r#"<div role="checkbox" aria-checked="true">Accetto</div>"#
}

/// What only a row of a tree can be.
const OF_TREES: &[&str] = &["aria-expanded", "aria-level", "aria-posinset", "aria-setsize"];

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && (is_native_choice(page, node) || page.role(node).name == "row")
}

fn check(page: &Page, node: NodeId) -> Verdict {
    if is_native_choice(page, node) {
        let written = page.attr(node, "aria-checked").unwrap_or("").trim().to_ascii_lowercase();
        let is_checked = page.has_attr(node, "checked");
        let agrees = written.is_empty() || (written == "true") == is_checked && written != "mixed";
        return Verdict::require(agrees, "aria-conditional-attr").with("value", written);
    }
    let table = page.ancestors(node).find(|&up| matches!(page.role(up).name, "table" | "grid" | "treegrid"));
    let is_plain = table.is_some_and(|table| page.role(table).name != "treegrid");
    match OF_TREES.iter().find(|name| is_plain && page.has_attr(node, name)) {
        Some(attribute) => Verdict::failed("aria-conditional-attr--row").with("attribute", *attribute),
        None => Verdict::Passed,
    }
}

/// A box or button of HTML that shows by itself whether it is chosen.
fn is_native_choice(page: &Page, node: NodeId) -> bool {
    page.tag(node) == "input"
        && page.has_attr(node, "aria-checked")
        && matches!(page.role(node).name, "checkbox" | "radio")
}
