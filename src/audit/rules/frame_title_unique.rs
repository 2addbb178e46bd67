//! `frame-title-unique`: frames with one title show the same thing.
//!
//! The ACT rule 4b1c6c needs a person to compare what they show.

use std::collections::BTreeMap;

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

page_rule! {
    "frame-title-unique" { severity: Error, wcag: ["4.1.2"], act: ["4b1c6c"], }
    Pass r#"<iframe src="/a" title="Mappa"></iframe><iframe src="/b" title="Orari"></iframe>"#
    CantTell r#"<iframe src="/a" title="Mappa"></iframe><iframe src="/b" title="mappa"></iframe>"#
    Inapplicable r#"<iframe src="/a"></iframe><iframe src="/b"></iframe>"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let mut first: BTreeMap<String, (NodeId, &str)> = BTreeMap::new();
    let is_frame = |&node: &NodeId| page.is_exposed(node);
    let mut frames = [page.named("iframe"), page.named("frame")].concat();
    frames.sort_by_key(|&frame| page.order(frame));
    let judge = |frame| {
        let name = accessible_name(page, frame).to_lowercase();
        let source = page.attr(frame, "src").unwrap_or("").trim();
        if name.is_empty() {
            return None;
        }
        let &mut (_, known) = first.entry(name.clone()).or_insert((frame, source));
        let verdict = match known == source {
            true => Verdict::Passed,
            false => Verdict::cant_tell("frame-title-unique").with("title", name),
        };
        Some((frame, verdict))
    };
    frames.into_iter().filter(is_frame).filter_map(judge).collect()
}
