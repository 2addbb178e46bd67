//! `area-alt`: every area of an image map that is a link has a text alternative.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "area-alt" {
        severity: Error,
        wcag: ["2.4.4", "4.1.2"],
        act: ["c487ae"],
        tags: ["area"],
    }
    Pass r##"<img src="mappa.png" usemap="#m" alt="Mappa"><map name="m"><area href="/nord" alt="Zona nord"></map>"##
    Fail r##"<img src="mappa.png" usemap="#m" alt="Mappa"><map name="m"><area href="/nord"></map>"##
    Inapplicable r#"<map name="m"><area></map>"#
}

fn applies(page: &Page, area: NodeId) -> bool {
    page.is_exposed(area) && page.is_a(area, "link")
}

fn check(page: &Page, area: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, area).is_empty(), "area-alt")
}
