//! `video-alternative`: what is only seen in a film is told as well.
//!
//! The ACT rules need a person to watch: they are asked as one question.

use crate::{
    audit::{Ids, NodeId, Page, rules::audio_caption::has_track},
    rule::Verdict,
};

audit_rule! {
    "video-alternative" {
        severity: Error,
        wcag: ["1.2.1", "1.2.3", "1.2.5"],
        act: ["1a02b0", "1ea59c", "1ec09b", "ab4d13", "c3232f", "c5a4ea", "d7ba54", "ee13b5", "fd26cf"],
        tags: ["video"],
        speaks: of_question,
    }
    Pass r#"<video src="piazza.mp4" controls><track kind="descriptions" src="piazza.vtt" srclang="it"></video>"#
    CantTell r#"<video src="piazza.mp4" controls></video>"#
}

fn applies(page: &Page, video: NodeId) -> bool {
    page.visibility.is_visible(video)
}

fn check(page: &Page, video: NodeId) -> Verdict {
    let is_described = has_track(page, video, &["descriptions"]);
    if is_described { Verdict::Passed } else { Verdict::cant_tell("video-alternative") }
}

/// A track that is there may still be wrong: only the question carries the ACT rules.
fn of_question(page: &Page, video: NodeId) -> Ids {
    if has_track(page, video, &["descriptions"]) { &[] } else { META.act }
}
