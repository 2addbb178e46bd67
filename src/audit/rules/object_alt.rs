//! `object-alt`: an embedded picture, sound or film has a name.

use crate::{
    audit::{Ids, NodeId, Page, names::accessible_name, semantics::explicit_role},
    rule::Verdict,
};

audit_rule! {
    "object-alt" {
        severity: Error,
        wcag: ["1.1.1"],
        act: ["8fc3b6", "23a2a8"],
        tags: ["object"],
        speaks: of_role,
    }
    Pass r#"<object data="stemma.png" title="Stemma del Comune"></object>"#
    Fail r#"<object data="stemma.png"></object>"#
    CantTell r#"<object data="/documento/12"></object>"#
    Inapplicable r#"<object data="pagina.html"></object>"#
}

/// What ends of names and types tell of a resource.
const MEDIA: &[&str] =
    &["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "mp3", "ogg", "wav", "mp4", "webm", "mov"];
const TEXT: &[&str] = &["html", "htm", "xhtml", "txt", "xml", "pdf", "json"];

fn applies(page: &Page, object: NodeId) -> bool {
    let has_data = page.attr(object, "data").is_some_and(|data| !data.trim().is_empty());
    page.is_exposed(object) && has_data && !page.role(object).is_none() && kind(page, object) != Some(false)
}

fn check(page: &Page, object: NodeId) -> Verdict {
    if !accessible_name(page, object).is_empty() {
        return Verdict::Passed;
    }
    if kind(page, object) == Some(true) {
        Verdict::failed("object-alt")
    } else {
        Verdict::cant_tell("object-alt--question")
    }
}

/// With a role of its own, the object is no longer what the ACT rule on objects speaks of.
fn of_role(page: &Page, object: NodeId) -> Ids {
    match explicit_role(page, object) {
        None => &["8fc3b6"],
        Some(role) if role.is_a("img") => &["23a2a8"],
        Some(_) => &[],
    }
}

/// Whether the resource is something to see or hear; none when nothing tells.
fn kind(page: &Page, object: NodeId) -> Option<bool> {
    if let Some(declared) = page.attr(object, "type").map(str::to_ascii_lowercase) {
        return Some(["image/", "audio/", "video/"].iter().any(|prefix| declared.starts_with(prefix)));
    }
    let data = page.attr(object, "data").unwrap_or("").trim();
    let path = data.split(['?', '#']).next().unwrap_or("");
    let end = path.rsplit('/').next()?.rsplit_once('.')?.1.to_ascii_lowercase();
    match end.as_str() {
        end if MEDIA.contains(&end) => Some(true),
        end if TEXT.contains(&end) => Some(false),
        _ => None,
    }
}
