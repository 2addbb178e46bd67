//! `server-side-image-map`: no map that only a mouse can use.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "server-side-image-map" {
        severity: Error,
        wcag: ["2.1.1"],
        act: [],
        tags: ["img"],
        attributes: ["ismap"],
    }
    Pass r#"<a href="/mappa"><img src="mappa.png" alt="Mappa"></a>"#
    Fail r#"<a href="/mappa"><img src="mappa.png" alt="Mappa" ismap></a>"#
}

fn applies(page: &Page, image: NodeId) -> bool {
    page.tag(image) == "img"
        && page.visibility.is_visible(image)
        && page.closest(image, &["a"]).is_some_and(|link| page.has_attr(link, "href"))
}

fn check(page: &Page, image: NodeId) -> Verdict {
    Verdict::require(!page.has_attr(image, "ismap"), "server-side-image-map")
}
