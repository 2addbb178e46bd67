//! `aria-valid-attr-value`: ARIA attributes hold a value of their kind, and the ids they name exist.

use crate::{
    audit::{
        Ids, NodeId, Page,
        roles::{ValueKind, value_kind},
    },
    rule::Verdict,
};

audit_rule! {
    "aria-valid-attr-value" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["6a7281"],
        tags: [],
        attributes: ["aria-*"],
        speaks: of_values,
    }
    Pass r#"<button aria-pressed="mixed">Tutti</button>"#
    Pass r#"<button aria-expanded="false" aria-controls="menu">Menu</button>"#
    Fail r#"<button aria-pressed="si">Tutti</button>"#
    Fail r#"<div role="gridcell" aria-rowindex="2.5">Anna</div>"#
    Fail r#"<div aria-owns="voce">Menu</div>"#
    CantTell r#"<input aria-labelledby="nome">"#
    CantTell r#"<div aria-owns="voce">Menu</div><script src="menu.js"></script>"#
    Inapplicable r#"<input aria-describedby="">"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.attrs(node).any(|(name, value)| !value.trim().is_empty() && value_kind(name).is_some())
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let mut question = None;
    for (name, value) in page.attrs(node).filter(|(_, value)| !value.trim().is_empty()) {
        let Some(kind) = value_kind(name) else { continue };
        if !is_well_written(kind, value.trim()) {
            return Verdict::failed("aria-valid-attr-value").with("attribute", name).with("value", value);
        }
        if is_lost(page, kind, value) && !may_come_later(page, node, name) {
            // A name or description that is lost shows in the element's own rules.
            let is_words = matches!(name, "aria-labelledby" | "aria-describedby");
            let said = |verdict: Verdict| verdict.with("attribute", name).with("value", value);
            if !is_words && !page.has_scripts() {
                return said(Verdict::failed("aria-valid-attr-value--id"));
            }
            question = question.or(Some(said(Verdict::cant_tell("aria-valid-attr-value--id-question"))));
        }
    }
    question.unwrap_or(Verdict::Passed)
}

/// The ACT rule asks whether ids exist only where the role cannot do without.
fn of_values(page: &Page, node: NodeId) -> Ids {
    let is_needed = |name: &str| {
        let role = page.role(node);
        role.required.contains(&name) || role.name == "combobox" && name == "aria-controls"
    };
    let written = || page.attrs(node).filter_map(|(name, value)| Some((name, value, value_kind(name)?)));
    let is_only_lost = written().any(|(name, value, kind)| is_lost(page, kind, value) && !is_needed(name))
        && written().all(|(name, value, kind)| {
            let is_found = !is_lost(page, kind, value) || !is_needed(name) || may_come_later(page, node, name);
            value.trim().is_empty() || is_well_written(kind, value.trim()) && is_found
        });
    let is_told = matches!(check(page, node), Verdict::Failed(_) | Verdict::CantTell(_));
    if is_only_lost && is_told { &[] } else { META.act }
}

/// Whether an attribute names elements, and none of them is on the page.
fn is_lost(page: &Page, kind: ValueKind, value: &str) -> bool {
    matches!(kind, ValueKind::Id | ValueKind::Ids)
        && !value.trim().is_empty()
        && page.by_ids(value).next().is_none()
}

fn is_well_written(kind: ValueKind, value: &str) -> bool {
    let digits = value.strip_prefix(['-', '+']).unwrap_or(value);
    match kind {
        ValueKind::Text | ValueKind::Ids => true,
        ValueKind::Id => !value.contains(|c: char| c.is_ascii_whitespace()),
        ValueKind::Token(words) => words.iter().any(|word| word.eq_ignore_ascii_case(value)),
        ValueKind::Tokens(words) => value
            .split_ascii_whitespace()
            .all(|token| words.iter().any(|word| word.eq_ignore_ascii_case(token))),
        ValueKind::Integer => !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()),
        ValueKind::Number => value.parse::<f64>().is_ok_and(f64::is_finite),
    }
}

/// What a button opens, or an error that is not there yet, need not stand on the page from the start.
fn may_come_later(page: &Page, node: NodeId, name: &str) -> bool {
    let is = |name, wanted: &str| {
        page.attr(node, name).is_some_and(|value| value.trim().eq_ignore_ascii_case(wanted))
    };
    match name {
        "aria-controls" => {
            let is_closed_box = page.is_a(node, "combobox") && !is("aria-expanded", "true");
            is("aria-expanded", "false") || is("aria-selected", "false") || is_closed_box
        }
        "aria-errormessage" => !is("aria-invalid", "true"),
        "aria-owns" => is("aria-expanded", "false"),
        _ => false,
    }
}
