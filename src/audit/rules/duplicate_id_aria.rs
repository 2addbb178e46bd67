//! `duplicate-id-aria`: an id that labels or ARIA point to belongs to one element.

use std::collections::BTreeSet;

use crate::{
    audit::{
        NodeId, Page,
        roles::{ValueKind, value_kind},
    },
    rule::Verdict,
};

page_rule! {
    "duplicate-id-aria" { severity: Error, wcag: ["4.1.2"], act: ["3ea0c8"], check: Views, }
    Pass r#"<label for="a">Nome</label><input id="a">"#
    CantTell r#"<label for="a">Nome</label><input id="a"><input id="a">"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let mut asked = BTreeSet::new();
    for node in page.elements() {
        for (name, value) in page.attrs(node) {
            let names_ids = matches!(value_kind(name), Some(ValueKind::Id | ValueKind::Ids))
                || name == "for" && page.tag(node) == "label";
            if names_ids {
                asked.extend(value.split_ascii_whitespace());
            }
        }
    }
    let judge = |id: &str| match page.all_by_id(id) {
        [] => None,
        [one] => Some((*one, Verdict::Passed)),
        [_, second, ..] => Some((*second, Verdict::cant_tell("duplicate-id-aria").with("id", id))),
    };
    asked.into_iter().filter_map(judge).collect()
}
