//! `audio-caption`: a recording has captions.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "audio-caption" {
        severity: Error,
        wcag: ["1.2.1"],
        act: [],
        tags: ["audio"],
        off: "superseded by audio-transcript",
    }
    Pass r#"<audio src="seduta.mp3" controls><track kind="captions" src="seduta.vtt"></audio>"#
    CantTell r#"<audio src="seduta.mp3" controls></audio>"#
}

fn applies(page: &Page, audio: NodeId) -> bool {
    page.is_exposed(audio)
}

fn check(page: &Page, audio: NodeId) -> Verdict {
    if has_track(page, audio, &["captions"]) { Verdict::Passed } else { Verdict::cant_tell("audio-caption") }
}

/// Whether a recording or film carries a track of one of these kinds.
pub(super) fn has_track(page: &Page, media: NodeId, kinds: &[&str]) -> bool {
    let is_wanted = |track| {
        page.tag(track) == "track"
            && page.attr(track, "kind").is_some_and(|kind| kinds.iter().any(|k| k.eq_ignore_ascii_case(kind.trim())))
            && page.attr(track, "src").is_some_and(|src| !src.trim().is_empty())
    };
    page.child_elements(media).any(is_wanted)
}
