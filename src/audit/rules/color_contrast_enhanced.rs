//! `color-contrast-enhanced`: text stands out from its background, 7 to 1, or 4.5 to 1 when it is large.

use crate::{
    audit::{NodeId, Page, ratios},
    rule::Verdict,
};

page_rule! {
    "color-contrast-enhanced" {
        severity: Warning,
        wcag: ["1.4.6"],
        act: ["09o5cg"],
        off: "level AAA",
        check: Views,
    }
    Pass r##"<p style="color: #333; background: #fff">Orari di apertura</p>"##
    Fail r##"<p style="color: #767676; background: #fff">Orari di apertura</p>"##
    CantTell r##"<p style="color: #333; background: linear-gradient(#fff, #00f)">Orari di apertura</p>"##
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    ratios::verdicts(
        page,
        ratios::Demand {
            failed: "color-contrast-enhanced",
            question: "color-contrast-enhanced--question",
            incomplete: "color-contrast-enhanced--incomplete",
            normal: 7.0,
            large: 4.5,
        },
    )
}
