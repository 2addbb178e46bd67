//! `autocomplete-valid`: `autocomplete` says in the standard's words what belongs into the field.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "autocomplete-valid" {
        severity: Error,
        wcag: ["1.3.5"],
        act: ["73f2c2"],
        tags: [],
        attributes: ["autocomplete"],
    }
    Pass r#"<label>Email <input type="email" autocomplete="section-casa shipping work email"></label>"#
    Fail r#"<label>Email <input type="email" autocomplete="posta"></label>"#
    Fail r#"<label>Email <input type="email" autocomplete="work shipping email"></label>"#
    CantTell r#"<label>Codice <input autocomplete="none"></label>"#
    Inapplicable r#"<label>Codice <input autocomplete="off"></label>"#
}

/// Fields of which a person has one.
const PLAIN: &[&str] = &[
    "name",
    "honorific-prefix",
    "given-name",
    "additional-name",
    "family-name",
    "honorific-suffix",
    "nickname",
    "organization-title",
    "username",
    "new-password",
    "current-password",
    "one-time-code",
    "organization",
    "street-address",
    "address-line1",
    "address-line2",
    "address-line3",
    "address-level4",
    "address-level3",
    "address-level2",
    "address-level1",
    "country",
    "country-name",
    "postal-code",
    "cc-name",
    "cc-given-name",
    "cc-additional-name",
    "cc-family-name",
    "cc-number",
    "cc-exp",
    "cc-exp-month",
    "cc-exp-year",
    "cc-csc",
    "cc-type",
    "transaction-currency",
    "transaction-amount",
    "language",
    "bday",
    "bday-day",
    "bday-month",
    "bday-year",
    "sex",
    "url",
    "photo",
];

/// Fields of which a person may have several: at home, at work.
const REACHED_BY: &[&str] = &[
    "tel",
    "tel-country-code",
    "tel-national",
    "tel-area-code",
    "tel-local",
    "tel-local-prefix",
    "tel-local-suffix",
    "tel-extension",
    "email",
    "impp",
];

/// Words that are not in the standard and that authors write to switch the filling off or on.
const SWITCHES: &[&str] = &["none", "false", "true", "disabled", "enabled", "undefined", "null", "xoff", "xon", "no", "nope"];

fn applies(page: &Page, node: NodeId) -> bool {
    let value = page.attr(node, "autocomplete").unwrap_or("").trim();
    let kind = page.attr(node, "type").unwrap_or("");
    let is_field = match page.tag(node) {
        "select" | "textarea" => true,
        "input" => !["hidden", "button", "submit", "reset", "image", "checkbox", "radio", "file"]
            .iter()
            .any(|fixed| kind.eq_ignore_ascii_case(fixed)),
        _ => false,
    };
    is_field
        && !value.is_empty()
        && !["on", "off"].iter().any(|word| value.eq_ignore_ascii_case(word))
        && (page.visibility.is_visible(node) || page.is_exposed(node))
        && !page.visibility.is_disabled(node)
        && !page.has_attr(node, "readonly")
        && page.attr(node, "aria-disabled") != Some("true")
        && (page.is_in_tab_order(node) || page.role(node).is_widget)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let value = page.attr(node, "autocomplete").unwrap_or("");
    if SWITCHES.iter().any(|word| word.eq_ignore_ascii_case(value.trim())) {
        return Verdict::cant_tell("autocomplete-valid--question").with("value", value);
    }
    Verdict::require(is_valid(&value.to_ascii_lowercase()), "autocomplete-valid").with("value", value)
}

fn is_valid(value: &str) -> bool {
    let mut tokens = value.split_ascii_whitespace().peekable();
    tokens.next_if(|token| token.starts_with("section-"));
    tokens.next_if(|token| matches!(*token, "shipping" | "billing"));
    let reached = tokens.next_if(|token| matches!(*token, "home" | "work" | "mobile" | "fax" | "pager"));
    let Some(field) = tokens.next() else { return false };
    let is_known = REACHED_BY.contains(&field) || reached.is_none() && PLAIN.contains(&field);
    tokens.next_if(|token| *token == "webauthn");
    is_known && tokens.next().is_none()
}
