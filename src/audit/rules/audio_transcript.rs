//! `audio-transcript`: what a recording says can be read.
//!
//! Whether a text stands beside it is for a person to see: the ACT rules are asked as questions.

use crate::{
    audit::{Ids, NodeId, Page, names::description},
    rule::Verdict,
};

audit_rule! {
    "audio-transcript" {
        severity: Error,
        wcag: ["1.2.1"],
        act: ["2eb176", "afb423", "e7aa44"],
        tags: ["audio"],
        speaks: of_question,
    }
    CantTell r#"<audio src="seduta.mp3" controls></audio>"#
    Pass r#"<audio src="seduta.mp3" controls aria-describedby="testo"></audio><p id="testo">Il sindaco apre la seduta alle 18.</p>"#
    Inapplicable r#"<audio src="seduta.mp3"></audio>"#
}

fn applies(page: &Page, audio: NodeId) -> bool {
    page.is_exposed(audio)
}

fn check(page: &Page, audio: NodeId) -> Verdict {
    let is_told = page.has_attr(audio, "aria-describedby") && !description(page, audio).is_empty();
    if is_told { Verdict::Passed } else { Verdict::cant_tell("audio-transcript") }
}

/// A description may still leave something out: only the question carries the ACT rules.
fn of_question(page: &Page, audio: NodeId) -> Ids {
    if page.has_attr(audio, "aria-describedby") { &[] } else { META.act }
}
