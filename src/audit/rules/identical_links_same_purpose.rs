//! `identical-links-same-purpose`: links with one name lead to one place.
//!
//! Whether two addresses show the same is for a person to see, as in the ACT rules b20e66 and fd3a94.

use std::collections::BTreeMap;

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

page_rule! {
    "identical-links-same-purpose" {
        severity: Error,
        wcag: ["2.4.9"],
        act: ["b20e66", "fd3a94"],
        off: "level AAA",
    }
    Pass r#"<a href="/uffici">Uffici</a> <a href="/uffici">Uffici</a>"#
    CantTell r#"<a href="/uffici">Vai</a> <a href="/servizi">Vai</a>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let judge = |link| {
        let name = accessible_name(page, link).to_lowercase();
        let href = page.attr(link, "href").or(page.namespaced_attr(link, "href")).unwrap_or("").trim();
        let same = *first.entry(name.clone()).or_insert(href) == href;
        if same { (link, Verdict::Passed) } else { (link, cant_tell(name)) }
    };
    page.with_role("link").filter(|&link| !accessible_name(page, link).is_empty()).map(judge).collect()
}

fn cant_tell(name: String) -> Verdict {
    Verdict::cant_tell("identical-links-same-purpose").with("text", name)
}
