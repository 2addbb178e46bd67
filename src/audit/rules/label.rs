//! `label`: every field of a form has a label.

use crate::{
    audit::{NodeId, Page, names::{accessible_name, act_of_name}},
    rule::Verdict,
};

audit_rule! {
    "label" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["e086e5"],
        tags: ["input", "textarea"],
        speaks: act_of_name,
    }
    Pass r#"<label for="nome">Nome</label><input id="nome">"#
    Pass r#"<label>Nome <input></label>"#
    Fail r#"Nome <input>"#
    Fail r#"<input aria-label=" ">"#
    Inapplicable r#"<input type="submit">"#
}

fn applies(page: &Page, field: NodeId) -> bool {
    let kind = page.attr(field, "type").unwrap_or("").to_ascii_lowercase();
    let is_button = matches!(kind.as_str(), "button" | "hidden" | "image" | "reset" | "submit");
    let role = page.role(field);
    page.is_exposed(field)
        && !(page.tag(field) == "input" && is_button)
        && (role.name.is_empty() || role.is_widget && !matches!(role.name, "button" | "link" | "menuitem"))
}

fn check(page: &Page, field: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, field).is_empty(), "label")
}
