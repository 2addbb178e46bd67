//! `valid-lang`: where the language changes, it exists.

use crate::{
    audit::{Ids, NodeId, Page, language},
    rule::Verdict,
};

audit_rule! {
    "valid-lang" {
        severity: Error,
        wcag: ["3.1.2"],
        act: ["de46e4"],
        tags: [],
        attributes: ["lang"],
        speaks: below_body,
    }
    Pass r#"<p lang="de">Guten Tag</p>"#
    Fail r#"<p lang="tedesco">Guten Tag</p>"#
    Pass r#"<div lang="tedesco"><p lang="de">Guten Tag</p></div>"#
    Inapplicable r#"<p lang="">Testo</p>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.tag(node) != "html"
        && page.body().is_some_and(|body| page.is_within(node, body))
        && page.attr(node, "lang").is_some_and(|lang| !lang.is_empty())
        && has_words(page, node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let lang = page.attr(node, "lang").unwrap_or("");
    Verdict::require(language::is_known(lang), "valid-lang").with("lang", lang)
}

/// Whether anybody reads something in this language: text that no element further in gives another one.
fn has_words(page: &Page, root: NodeId) -> bool {
    let is_told = |node| page.visibility.is_visible(node) || page.is_exposed(node);
    let mut below = page.descendants(root);
    while let Some(node) = below.next() {
        if page.is_element(node) {
            if page.has_attr(node, "lang") {
                below.skip_below(node);
                continue;
            }
            if says(page, node) && is_told(node) {
                return true;
            }
        } else if page.text(node).is_some_and(|text| !text.trim().is_empty())
            && page.parent(node).is_some_and(is_told)
        {
            return true;
        }
    }
    is_told(root) && says(page, root)
}

/// Whether an element has words in its attributes that assistive technology reads out.
fn says(page: &Page, node: NodeId) -> bool {
    let is_button = matches!(page.attr(node, "type"), Some("submit" | "reset" | "button"));
    let value = (page.tag(node) == "input" && is_button).then_some("value");
    ["alt", "aria-label", "placeholder", "title"]
        .into_iter()
        .chain(value)
        .any(|name| page.attr(node, name).is_some_and(|words| !words.trim().is_empty()))
}

/// The ACT rule speaks of what stands in the body, not of the body itself.
fn below_body(page: &Page, node: NodeId) -> Ids {
    if page.tag(node) == "body" { &[] } else { META.act }
}
