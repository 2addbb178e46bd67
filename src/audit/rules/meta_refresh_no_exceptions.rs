//! `meta-refresh-no-exceptions`: the page never reloads or leaves by itself, not even much later.

use crate::{
    audit::{NodeId, Page, rules::meta_refresh},
    rule::Verdict,
};

page_rule! {
    "meta-refresh-no-exceptions" {
        severity: Error,
        wcag: ["2.2.4", "3.2.5"],
        act: ["bisz58"],
        off: "level AAA",
    }
    Pass r#"<meta http-equiv="refresh" content="0; url=/nuova">"#
    Fail r#"<meta http-equiv="refresh" content="72001; url=/nuova">"#
    Inapplicable r#"<meta content="30">"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let judge = |(node, seconds)| {
        (node, Verdict::require(seconds == 0, "meta-refresh-no-exceptions").with("seconds", seconds))
    };
    meta_refresh::refresh(page).map(judge).into_iter().collect()
}
