//! `label-content-name-mismatch`: who says aloud what stands on a control reaches it.
//!
//! Follows the ACT rule 2ee8b8.

use crate::{
    audit::{
        NodeId, Page,
        names::accessible_name,
        visible::{Agreement, compare, may_be_icon, visible_text},
    },
    rule::Verdict,
};

audit_rule! {
    "label-content-name-mismatch" {
        severity: Error,
        wcag: ["2.5.3"],
        act: ["2ee8b8"],
        tags: [],
        attributes: ["aria-label", "aria-labelledby"],
    }
    Pass r#"<button aria-label="Cerca nel sito">Cerca</button>"#
    Fail r#"<a href="/uffici" aria-label="Vai">Uffici comunali</a>"#
    CantTell r#"<button aria-label="Chiudi">X</button>"#
    Inapplicable r#"<div role="note" aria-label="Nota">Testo</div>"#
    Inapplicable r#"<button aria-label="Chiudi"><svg></svg></button>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    let role = page.role(node);
    // Headers of tables take part in widgets, but are none.
    let is_control = role.is_widget && !matches!(role.name, "columnheader" | "rowheader");
    let is_written = ["aria-label", "aria-labelledby"]
        .iter()
        .any(|name| page.attr(node, name).is_some_and(|value| !value.trim().is_empty()));
    is_control && role.named_by_content && is_written && page.is_exposed(node) && has_words(page, node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let (label, name) = (visible_text(page, node), accessible_name(page, node));
    let agreement = match compare(&label, &name) {
        Agreement::Different if name.is_empty() => return Verdict::Passed,
        Agreement::Different if may_be_icon(page, node, &label) => Agreement::Unsure,
        agreement => agreement,
    };
    let verdict = match agreement {
        Agreement::Contained => return Verdict::Passed,
        Agreement::Different => Verdict::failed("label-content-name-mismatch"),
        Agreement::Unsure => Verdict::cant_tell("label-content-name-mismatch--question"),
    };
    verdict.with("label", label).with("name", name)
}

fn has_words(page: &Page, node: NodeId) -> bool {
    !visible_text(page, node).is_empty()
}
