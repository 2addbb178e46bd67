//! `aria-required-attr`: a role has the attributes without which it means nothing.

use crate::{
    audit::{NodeId, Page, semantics::explicit_role},
    rule::Verdict,
};

audit_rule! {
    "aria-required-attr" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["4e8ab6"],
        tags: [],
        attributes: ["role"],
    }
    Pass r#"<div role="checkbox" aria-checked="false" tabindex="0">Accetto</div>"#
    Inapplicable r#"<input type="checkbox" role="switch" aria-label="Avvisi">"#
    Fail r#"<div role="checkbox" tabindex="0">Accetto</div>"#
    Pass r#"<div role="combobox" aria-expanded="false" tabindex="0">Ufficio</div>"#
    Fail r#"<div role="combobox" aria-expanded="true" tabindex="0">Ufficio</div>"#
    Inapplicable r#"<div role="button">Invia</div>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node)
        && explicit_role(page, node).is_some_and(|role| role.name == page.role(node).name)
        && !required(page, node).is_empty()
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let is_missing = |name: &&&str| page.attr(node, name).is_none_or(|value| value.trim().is_empty());
    match required(page, node).iter().find(is_missing) {
        Some(attribute) => Verdict::failed("aria-required-attr")
            .with("attribute", *attribute)
            .with("role", page.role(node).name),
        None => Verdict::Passed,
    }
}

/// What the role asks for and HTML does not say already.
fn required(page: &Page, node: NodeId) -> &'static [&'static str] {
    let role = page.role(node);
    let kind = page.attr(node, "type").unwrap_or("").to_ascii_lowercase();
    let is_said = match page.tag(node) {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => role.name == "heading",
        "input" => {
            matches!(kind.as_str(), "checkbox" | "radio") && role.required == ["aria-checked"]
                || matches!(kind.as_str(), "range" | "number") && role.required == ["aria-valuenow"]
        }
        "select" | "option" | "meter" | "progress" => true,
        _ => false,
    };
    // A separator between two panes has a value once it can be moved.
    let is_splitter = role.name == "separator" && page.is_focusable(node);
    // What a combobox opens must be named once it is open.
    let is_closed = page.attr(node, "aria-expanded").is_some_and(|value| value.trim().eq_ignore_ascii_case("false"));
    if role.name == "combobox" && !is_said && !is_closed && !page.has_attr(node, "aria-owns") {
        return &["aria-expanded", "aria-controls"];
    }
    match (is_said, is_splitter) {
        (true, _) => &[],
        (_, true) => &["aria-valuenow"],
        _ => role.required,
    }
}
