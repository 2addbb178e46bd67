//! `link-new-window`: a link that opens another window says so.

use crate::{
    audit::{
        NodeId, Page,
        names::{accessible_name, description},
    },
    rule::Verdict,
};

audit_rule! {
    "link-new-window" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: ["a", "area"], attributes: ["target"],
    }
    Pass r#"<a href="https://www.inps.it/" target="_blank">INPS (si apre in una nuova finestra)</a>"#
    Pass r#"<a href="/uffici" target="_self">Uffici</a>"#
    Fail r#"<a href="https://www.inps.it/" target="_blank">INPS</a>"#
    Inapplicable r#"<a href="/uffici">Uffici</a>"#
}

/// Words by which a link tells that it leads out of this window, in Italian, English and German.
const TOLD: &[&str] = &[
    "nuova finestra", "nuova scheda", "nuova pagina", "altra finestra", "altra scheda", "altro sito", "sito esterno",
    "link esterno", "collegamento esterno", "new window", "new tab", "another window", "external", "neues fenster",
    "neuem fenster", "neuen fenster", "neuer tab", "neuem tab", "neuen tab", "extern",
];

fn applies(page: &Page, link: NodeId) -> bool {
    page.is_exposed(link) && page.is_a(link, "link") && page.has_attr(link, "target")
}

fn check(page: &Page, link: NodeId) -> Verdict {
    let opens = page.attr(link, "target").is_some_and(|target| target.trim().eq_ignore_ascii_case("_blank"));
    if !opens {
        return Verdict::Passed;
    }
    let name = accessible_name(page, link);
    let said = format!("{name} {} {}", description(page, link), page.attr(link, "title").unwrap_or(""));
    let said = said.to_lowercase();
    Verdict::require(TOLD.iter().any(|words| said.contains(words)), "link-new-window").with("text", name)
}
