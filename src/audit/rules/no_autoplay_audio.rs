//! `no-autoplay-audio`: no sound starts by itself and goes on.

use crate::{
    audit::{Ids, NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "no-autoplay-audio" {
        severity: Error,
        wcag: ["1.4.2"],
        act: ["4c31df", "80f0bf", "aaa1bf"],
        tags: ["audio", "video"],
        speaks: of_controls,
    }
    Pass r#"<video src="piazza.mp4" autoplay muted></video>"#
    Pass r#"<audio src="inno.mp3" autoplay controls></audio>"#
    CantTell r#"<audio src="inno.mp3" autoplay></audio>"#
    Inapplicable r#"<audio src="inno.mp3" controls></audio>"#
}

fn applies(page: &Page, media: NodeId) -> bool {
    page.has_attr(media, "autoplay")
}

fn check(page: &Page, media: NodeId) -> Verdict {
    let is_quiet = page.has_attr(media, "muted");
    // How long it lasts, only who plays it knows.
    if is_quiet || page.has_attr(media, "controls") { Verdict::Passed } else { Verdict::cant_tell("no-autoplay-audio") }
}

/// Controls answer two of the three ACT rules: how long it lasts is still not known.
fn of_controls(page: &Page, media: NodeId) -> Ids {
    let is_controlled = page.has_attr(media, "controls") && !page.has_attr(media, "muted");
    if is_controlled { &["4c31df", "80f0bf"] } else { META.act }
}
