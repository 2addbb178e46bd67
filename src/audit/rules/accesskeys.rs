//! `accesskeys`: no shortcut key is given twice.

use std::collections::BTreeSet;

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "accesskeys" { severity: Warning, wcag: [], act: [], }
    Pass r#"<a href="/" accesskey="h">Home</a> <a href="/cerca" accesskey="c">Cerca</a>"#
    Fail r#"<a href="/" accesskey="h">Home</a> <button accesskey="H">Aiuto</button>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let mut seen = BTreeSet::new();
    let keyed =
        page.with_attr("accesskey").filter(|&node| page.visibility.is_visible(node));
    let judge = |node| {
        let key = page.attr(node, "accesskey").unwrap_or("").trim().to_lowercase();
        let is_new = key.is_empty() || seen.insert(key.clone());
        (node, Verdict::require(is_new, "accesskeys").with("key", key))
    };
    keyed.map(judge).collect()
}
