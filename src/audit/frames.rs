//! Documents written into a frame by `srcdoc`: judged like the parts of a page, told at the frame.

use super::{Check, Document, NodeId, Page, Rule, engine::walk_numbered, rules::RULES};
use crate::rule::Verdict;

/// Offers what stands in such frames to the rules. Frames in frames are left out: nobody writes them by hand.
pub(super) fn walk_frames(page: &Page, wanted: &[bool], mut visit: impl FnMut(usize, NodeId, Verdict)) {
    let is_shown = |&node: &NodeId| page.is_exposed(node);
    for frame in page.named("iframe").iter().copied().filter(is_shown) {
        let Some(html) = page.attr(frame, "srcdoc").filter(|html| !html.trim().is_empty()) else { continue };
        let document = Document::parse(html);
        let inner = Page::new(&document);
        let wanted: Vec<bool> =
            RULES.iter().zip(wanted).map(|(rule, &wanted)| wanted && is_of_parts(rule)).collect();
        walk_numbered(&inner, &wanted, None, |rule, _, verdict| visit(rule, frame, verdict));
    }
}

/// Whether a rule looks at single elements: titles, landmarks and the order of headings are those of the whole page.
fn is_of_parts(rule: &Rule) -> bool {
    matches!(rule.check, Check::Each { .. }) && !rule.tags.contains(&"html")
}

#[cfg(test)]
mod tests {
    use super::super::{Settings, run};
    use super::*;

    #[test]
    fn what_stands_in_a_frame_is_told_at_the_frame() {
        let check = |html: &str, expected: &[(&str, &str)]| {
            let document =
                Document::parse(&format!("<html lang=it><title>t</title><main><h1>t</h1>{html}</main>"));
            let found: Vec<_> = run(&document, &Settings::default())
                .into_iter()
                .filter(|found| found.rule.id != "frame-tested")
                .map(|found| (found.rule.id, document.tag(found.node).to_owned()))
                .collect();
            let found: Vec<_> = found.iter().map(|(rule, tag)| (*rule, tag.as_str())).collect();
            assert_eq!(found, expected, "{html}");
        };
        check("<iframe title=a srcdoc='<p>testo</p>'></iframe>", &[]);
        check("<iframe title=a srcdoc='<img src=x>'></iframe>", &[("image-alt", "iframe")]);
        check("<iframe title=a hidden srcdoc='<img src=x>'></iframe>", &[]);
    }
}
