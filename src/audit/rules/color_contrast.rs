//! `color-contrast`: text stands out from its background, 4.5 to 1, or 3 to 1 when it is large.

use crate::{
    audit::{NodeId, Page, ratios},
    rule::Verdict,
};

page_rule! {
    "color-contrast" {
        severity: Error,
        wcag: ["1.4.3"],
        act: ["afw4f7"],
        check: Views,
    }
    Pass r##"<p style="color: #455b71; background: #fff">Orari di apertura</p>"##
    Pass r##"<h2 style="color: #767676; font-size: 24px">Orari di apertura</h2>"##
    Fail r##"<p style="color: #999; background: #fff">Orari di apertura</p>"##
    Fail r##"<style>.tenue { opacity: 0.4 }</style><p class="tenue">Orari di apertura</p>"##
    Fail r##"<input placeholder="Nome" style="background: #888">"##
    CantTell r##"<p style="color: #777; background: #eee url(trama.png)">Orari di apertura</p>"##
    Pass r##"<p style="color: #fff; background: linear-gradient(#000c, #000c), url(piazza.jpg)">Benvenuti</p>"##
    Fail r##"<p style="color: #aaa; background: linear-gradient(#000c, #000c), url(piazza.jpg)"><span style="color: #666">Benvenuti</span></p>"##
    CantTell r##"<p style="color: #fff; background: linear-gradient(#0006, #0006), url(piazza.jpg)">Benvenuti</p>"##
    CantTell r##"<div><img src="piazza.jpg" alt="" style="position: absolute"><p style="color: #fff">Benvenuti</p></div>"##
    Inapplicable r##"<button disabled style="color: #999; background: #aaa">Invia</button>"##
    Inapplicable r##"<p style="color: #999; position: absolute; left: -9999px">Salta al contenuto</p>"##
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    ratios::verdicts(
        page,
        ratios::Demand {
            failed: "color-contrast",
            question: "color-contrast--question",
            incomplete: "color-contrast--incomplete",
            normal: 4.5,
            large: 3.0,
        },
    )
}
