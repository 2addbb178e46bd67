//! `form-instructions`: a form says what must be filled in, and how.

use crate::{
    audit::{NodeId, Page, names},
    rule::Verdict,
};

page_rule! {
    "form-instructions" { severity: Warning, wcag: ["3.3.2"], act: [], }
    Pass r#"<form><p>I campi con * sono obbligatori</p><label>Nome * <input required></label><label>Note <input></label></form>"#
    Pass r#"<form><label>CAP (5 cifre) <input pattern="[0-9]{5}" aria-describedby="c"></label><p id="c">Per esempio 00100</p></form>"#
    Fail r#"<form><label>Nome <input required></label><label>Note <input></label></form>"#
    Fail r#"<form><label>CAP <input pattern="[0-9]{5}"></label></form>"#
    Inapplicable r#"<form><label>Cerca <input type="search" required></label></form>"#
}

/// What tells, in Italian, English and German, that some fields must be filled in and others need not.
const TOLD: &[&str] = &[
    "*", "obbligator", "facoltativ", "opzional", "richiest", "required", "mandatory", "optional", "pflicht",
    "erforderlich", "freiwillig",
];

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    page.named("form").iter().flat_map(|&form| check_form(page, form)).collect()
}

fn check_form(page: &Page, form: NodeId) -> Vec<(NodeId, Verdict)> {
    let fields: Vec<NodeId> = page.descendants(form).filter(|&node| is_field(page, node)).collect();
    let is_required = |&field: &NodeId| {
        page.has_attr(field, "required") || page.attr(field, "aria-required").is_some_and(|value| value.trim() == "true")
    };
    let mut verdicts: Vec<_> = fields
        .iter()
        .filter(|&&field| page.attr(field, "pattern").is_some_and(|pattern| !pattern.is_empty()))
        .map(|&field| (field, Verdict::require(says_how(page, field), "form-instructions--pattern")))
        .collect();
    // One field alone needs no telling.
    if fields.len() > 1 && fields.iter().any(is_required) {
        let text = page.text_content(form).to_lowercase();
        let is_told = TOLD.iter().any(|words| text.contains(words));
        verdicts.push((form, Verdict::require(is_told, "form-instructions")));
    }
    verdicts
}

fn is_field(page: &Page, node: NodeId) -> bool {
    let kind = page.attr(node, "type").unwrap_or("").to_ascii_lowercase();
    let is_button = matches!(kind.as_str(), "button" | "hidden" | "image" | "reset" | "submit");
    let is_field = matches!(page.tag(node), "select" | "textarea") || page.tag(node) == "input" && !is_button;
    is_field && page.is_exposed(node) && !page.visibility.is_disabled(node)
}

/// Whether a field tells in which form it wants its value: in its description, a placeholder, or brackets in its label.
fn says_how(page: &Page, field: NodeId) -> bool {
    let has = |name| page.attr(field, name).is_some_and(|value| !value.trim().is_empty());
    let name = names::accessible_name(page, field);
    has("placeholder") || has("title") || !names::description(page, field).is_empty() || name.contains(['(', ':', ','])
}
