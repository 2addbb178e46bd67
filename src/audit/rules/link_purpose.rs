//! `link-purpose`: the words of a link say where it leads.

use crate::{
    audit::{
        NodeId, Page,
        names::{accessible_name, description},
    },
    phrases::is_vague,
    rule::Verdict,
};

audit_rule! {
    "link-purpose" {
        severity: Warning,
        wcag: ["2.4.4"],
        act: [],
        tags: ["a"],
    }
    Pass r#"<a href="/tari">Regolamento TARI</a>"#
    Pass r#"<a href="/tari" aria-label="Leggi tutto: regolamento TARI">Leggi tutto</a>"#
    Fail r#"Per il regolamento <a href="/tari">clicca qui</a>"#
    Fail r#"<a href="/en/tax">Read more…</a>"#
    Inapplicable r#"<a>qui</a>"#
}

fn applies(page: &Page, link: NodeId) -> bool {
    page.is_exposed(link) && page.is_a(link, "link")
}

fn check(page: &Page, link: NodeId) -> Verdict {
    let name = accessible_name(page, link);
    let is_vague = is_vague(&name) && description(page, link).is_empty();
    Verdict::require(!is_vague, "link-purpose").with("text", name)
}
