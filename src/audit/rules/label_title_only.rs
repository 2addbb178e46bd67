//! `label-title-only`: a field has a label that can be seen.

use crate::{
    audit::{NodeId, Page, names},
    rule::Verdict,
};

audit_rule! {
    "label-title-only" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: ["input", "select", "textarea"],
    }
    Pass r#"<label>Nome <input title="Come sul documento"></label>"#
    Fail r#"<input title="Nome">"#
    Fail r#"<p id="n">Nome</p><input aria-describedby="n">"#
    Inapplicable r#"<input type="submit" title="Invia">"#
}

fn applies(page: &Page, field: NodeId) -> bool {
    let kind = page.attr(field, "type").unwrap_or("").to_ascii_lowercase();
    let is_button = matches!(kind.as_str(), "button" | "hidden" | "image" | "reset" | "submit");
    page.is_exposed(field) && !(page.tag(field) == "input" && is_button)
}

fn check(page: &Page, field: NodeId) -> Verdict {
    let has = |name| page.attr(field, name).is_some_and(|value| !value.trim().is_empty());
    let has_label = has("aria-label") || names::has_label(page, field);
    let is_title = has("title") || has("aria-describedby");
    Verdict::require(has_label || !is_title, "label-title-only")
}
