//! `definition-list`: a `<dl>` holds terms and their descriptions and nothing else.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "definition-list" {
        severity: Error,
        wcag: ["1.3.1"],
        act: [],
        tags: ["dl"],
    }
    Pass r#"<dl><dt>Orario</dt><dd>9-12</dd></dl>"#
    Pass r#"<dl><div><dt>Orario</dt><dd>9-12</dd></div></dl>"#
    Fail r#"<dl><dt>Orario</dt><p>9-12</p></dl>"#
    Fail r#"<dl><dd>9-12</dd><dt>Orario</dt></dl>"#
}

fn applies(page: &Page, list: NodeId) -> bool {
    page.is_exposed(list) && page.attr(list, "role").is_none()
}

fn check(page: &Page, list: NodeId) -> Verdict {
    for child in page.children(list) {
        let is_good = match page.text(child) {
            Some(text) => text.trim().is_empty(),
            None => {
                matches!(page.tag(child), "dt" | "dd" | "div" | "script" | "template")
                    || !page.is_element(child)
            }
        };
        if !is_good {
            return Verdict::failed("definition-list");
        }
    }
    // The first of the pair is the term.
    let mut items = page.child_elements(list).filter(|&child| matches!(page.tag(child), "dt" | "dd"));
    Verdict::require(items.next().is_none_or(|first| page.tag(first) == "dt"), "definition-list")
}
