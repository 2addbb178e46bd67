//! `html-xml-lang-mismatch`: the two ways to say the language of a page agree.

use crate::{
    audit::{NodeId, Page, language},
    rule::Verdict,
};

audit_rule! {
    "html-xml-lang-mismatch" {
        severity: Error,
        wcag: ["3.1.1"],
        act: ["5b7ae0"],
        tags: ["html"],
    }
    Pass r#"<html lang="it" xml:lang="it-IT"><p>Testo</p></html>"#
    Fail r#"<html lang="it" xml:lang="en"><p>Testo</p></html>"#
    Inapplicable r#"<html lang="it"><p>Testo</p></html>"#
}

fn applies(page: &Page, html: NodeId) -> bool {
    let said = ["lang", "xml:lang"].map(|name| page.attr(html, name));
    said.into_iter().all(|lang| lang.is_some_and(language::is_known))
}

fn check(page: &Page, html: NodeId) -> Verdict {
    let [lang, xml] = ["lang", "xml:lang"].map(|name| page.attr(html, name).unwrap_or(""));
    let same = language::primary(lang) == language::primary(xml);
    Verdict::require(same, "html-xml-lang-mismatch").with("lang", lang).with("xml", xml)
}
