//! `aria-braille-equivalent`: what is said in braille is said to all others too.

use crate::{
    audit::{NodeId, Page, names::accessible_name},
    rule::Verdict,
};

audit_rule! {
    "aria-braille-equivalent" {
        severity: Error,
        wcag: ["4.1.2"],
        act: [],
        tags: [],
        attributes: ["aria-braillelabel", "aria-brailleroledescription"],
    }
    Pass r#"<img src="stelle.svg" alt="4 stelle su 5" aria-braillelabel="4/5">"#
    CantTell r#"<span role="img" aria-braillelabel="4/5"></span>"#
    CantTell r#"<section aria-label="Tappa" aria-brailleroledescription="tp"></section>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let has = |name| page.attr(node, name).is_some_and(|value| !value.trim().is_empty());
    if has("aria-braillelabel") && accessible_name(page, node).is_empty() {
        return Verdict::cant_tell("aria-braille-equivalent").with("attribute", "aria-braillelabel");
    }
    if has("aria-brailleroledescription") && !has("aria-roledescription") {
        return Verdict::cant_tell("aria-braille-equivalent").with("attribute", "aria-brailleroledescription");
    }
    Verdict::Passed
}
