//! `p-as-heading`: no line in bold stands in for a heading.

use crate::{
    audit::{NodeId, Page, names::fold_space},
    rule::Verdict,
};

audit_rule! {
    "p-as-heading" {
        severity: Error,
        wcag: ["1.3.1"],
        act: [],
        tags: ["p"],
        off: "experimental",
    }
    Pass r#"<p><b>Nota:</b> lo sportello è chiuso.</p><p>Testo</p>"#
    Fail r#"<p><strong>Orari</strong></p><p>Lo sportello è aperto ogni mattina.</p>"#
    Inapplicable r#"<p><strong>Orari</strong></p>"#
}

/// A heading is short.
const LONGEST: usize = 80;

fn applies(page: &Page, paragraph: NodeId) -> bool {
    let mut next = std::iter::successors(page.next_sibling(paragraph), |&node| page.next_sibling(node));
    page.is_exposed(paragraph)
        && next.find(|&node| page.is_element(node)).is_some_and(|node| matches!(page.tag(node), "p" | "ul" | "ol"))
}

fn check(page: &Page, paragraph: NodeId) -> Verdict {
    let text = fold_space(&page.text_content(paragraph));
    let mut children = page.children(paragraph).filter(|&node| !page.text(node).is_some_and(|t| t.trim().is_empty()));
    let only = children.next().filter(|_| children.next().is_none());
    let is_bold = only.is_some_and(|node| matches!(page.tag(node), "b" | "strong"));
    let looks_so = is_bold && text.chars().count() <= LONGEST && !text.ends_with(['.', ',', ';']);
    Verdict::require(!looks_so, "p-as-heading").with("text", text)
}
