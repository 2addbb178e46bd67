//! `video-caption`: what is said in a film can be read.

use crate::{
    audit::{Ids, NodeId, Page, rules::audio_caption::has_track},
    rule::Verdict,
};

audit_rule! {
    "video-caption" {
        severity: Error,
        wcag: ["1.2.2"],
        act: ["eac66b", "f51b46"],
        tags: ["video"],
        speaks: of_question,
    }
    Pass r#"<video src="seduta.mp4" controls><track kind="captions" src="seduta.vtt" srclang="it"></video>"#
    CantTell r#"<video src="seduta.mp4" controls></video>"#
}

fn applies(page: &Page, video: NodeId) -> bool {
    page.visibility.is_visible(video)
}

fn check(page: &Page, video: NodeId) -> Verdict {
    let has_captions = has_track(page, video, &["captions"]);
    if has_captions { Verdict::Passed } else { Verdict::cant_tell("video-caption") }
}

/// A track that is there may still be wrong: only the question carries the ACT rules.
fn of_question(page: &Page, video: NodeId) -> Ids {
    if has_track(page, video, &["captions"]) { &[] } else { META.act }
}
