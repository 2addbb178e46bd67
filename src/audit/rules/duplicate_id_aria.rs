//! `duplicate-id-aria`: an id that labels or ARIA point to belongs to one element.

use std::{collections::BTreeSet, sync::LazyLock};

use crate::{
    audit::{
        NodeId, Page,
        dom::name_bit,
        roles::{ATTRIBUTES, ValueKind, value_kind},
    },
    rule::Verdict,
};

page_rule! {
    "duplicate-id-aria" { severity: Error, wcag: ["4.1.2"], act: ["3ea0c8"], check: Views, }
    Pass r#"<label for="a">Nome</label><input id="a">"#
    CantTell r#"<label for="a">Nome</label><input id="a"><input id="a">"#
}

/// The bits of all names of attributes whose values are ids: an element without any of them names none.
static NAMING: LazyLock<u64> = LazyLock::new(|| {
    let of_ids = ATTRIBUTES.iter().filter(|(_, kind)| matches!(kind, ValueKind::Id | ValueKind::Ids));
    of_ids.map(|(name, _)| *name).chain(["for"]).fold(0, |bits, name| bits | name_bit(name))
});

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let mut asked = BTreeSet::new();
    let may_name = |node: &NodeId| page.attribute_names(*node) & *NAMING != 0;
    for node in page.elements().filter(may_name) {
        for (name, value) in page.attrs(node) {
            let names_ids = name.starts_with("aria-") && matches!(value_kind(name), Some(ValueKind::Id | ValueKind::Ids))
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
