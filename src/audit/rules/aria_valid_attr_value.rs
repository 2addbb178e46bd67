//! `aria-valid-attr-value`: ARIA attributes hold a value of their kind, and the ids they name exist.

use crate::{
    audit::{
        NodeId, Page,
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
    for (name, value) in page.attrs(node).filter(|(_, value)| !value.trim().is_empty()) {
        let Some(kind) = value_kind(name) else { continue };
        if !is_well_written(kind, value.trim()) {
            return Verdict::failed("aria-valid-attr-value").with("attribute", name).with("value", value);
        }
        let names_ids = matches!(kind, ValueKind::Id | ValueKind::Ids);
        if names_ids && page.by_ids(value).next().is_none() && !may_come_later(page, node, name) {
            // A name or description that is lost shows in the element's own rules.
            let is_words = matches!(name, "aria-labelledby" | "aria-describedby");
            let verdict = if is_words || page.has_scripts() {
                Verdict::cant_tell("aria-valid-attr-value--id-question")
            } else {
                Verdict::failed("aria-valid-attr-value--id")
            };
            return verdict.with("attribute", name).with("value", value);
        }
    }
    Verdict::Passed
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
            is("aria-expanded", "false") || is("aria-selected", "false") || page.is_a(node, "combobox")
        }
        "aria-errormessage" => !is("aria-invalid", "true"),
        "aria-owns" => is("aria-expanded", "false"),
        _ => false,
    }
}
