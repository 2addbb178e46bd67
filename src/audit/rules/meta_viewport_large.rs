//! `meta-viewport-large`: the page can be zoomed to five times its size.

use crate::{
    audit::{NodeId, Page, rules::meta_viewport},
    rule::Verdict,
};

audit_rule! {
    "meta-viewport-large" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: ["meta"],
    }
    Pass r#"<meta name="viewport" content="width=device-width, maximum-scale=5">"#
    Fail r#"<meta name="viewport" content="width=device-width, maximum-scale=3">"#
    Pass r#"<meta name="viewport" content="user-scalable=no">"#
    Inapplicable r#"<meta name="viewport" content="width=device-width">"#
}

fn applies(page: &Page, meta: NodeId) -> bool {
    meta_viewport::applies(page, meta)
}

fn check(page: &Page, meta: NodeId) -> Verdict {
    let largest = meta_viewport::largest_scale(page, meta);
    // What stops zooming even earlier is told by `meta-viewport`.
    Verdict::require(largest.is_none_or(|scale| !(2.0..5.0).contains(&scale)), "meta-viewport-large")
}
