//! `image-redundant-alt`: the alternative of an image in a link does not repeat the link's words.

use crate::{
    audit::{NodeId, Page, names::fold_space},
    rule::Verdict,
};

audit_rule! {
    "image-redundant-alt" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: ["img"],
    }
    Pass r#"<a href="/"><img src="casa.svg" alt=""> Home</a>"#
    Fail r#"<a href="/"><img src="casa.svg" alt="Home"> Home</a>"#
    Inapplicable r#"<img src="casa.svg" alt="Home"> Home"#
}

fn applies(page: &Page, image: NodeId) -> bool {
    page.is_exposed(image) && holder(page, image).is_some()
}

fn check(page: &Page, image: NodeId) -> Verdict {
    let alt = fold_space(page.attr(image, "alt").unwrap_or(""));
    let words = holder(page, image).map_or_else(String::new, |holder| shown_words(page, holder));
    let repeats = !alt.is_empty() && alt.to_lowercase() == words.to_lowercase();
    Verdict::require(!repeats, "image-redundant-alt").with("alt", alt)
}

fn holder(page: &Page, image: NodeId) -> Option<NodeId> {
    page.ancestors(image).find(|&up| page.is_a(up, "link") || page.is_a(up, "button"))
}

/// The visible text, without what images add; long texts repeat no image.
fn shown_words(page: &Page, node: NodeId) -> String {
    let below = page.descendants(node).take(200);
    let text: String = below
        .filter(|&node| page.parent(node).is_some_and(|parent| page.visibility.is_visible(parent)))
        .filter_map(|node| page.text(node))
        .collect();
    fold_space(&text)
}
