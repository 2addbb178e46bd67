//! `duplicate-id-aria`: an id that labels or ARIA point to belongs to one element.

use std::sync::LazyLock;

use html5ever::{LocalName, local_name};

use crate::{
    audit::{
        NodeId, Page,
        dom::name_bit,
        roles::{ATTRIBUTES, ValueKind},
    },
    rule::Verdict,
};

page_rule! {
    "duplicate-id-aria" { severity: Error, wcag: ["4.1.2"], act: ["3ea0c8"], check: Views, }
    Pass r#"<label for="a">Nome</label><input id="a">"#
    CantTell r#"<label for="a">Nome</label><input id="a"><input id="a">"#
}

/// The attributes whose values are ids, and the bits of their names: an element without any of them names none.
static NAMING: LazyLock<(Vec<LocalName>, u64)> = LazyLock::new(|| {
    let of_ids = ATTRIBUTES.iter().filter(|(_, kind)| matches!(kind, ValueKind::Id | ValueKind::Ids));
    let names = of_ids.map(|(name, _)| *name).chain(["for"]);
    (names.clone().map(LocalName::from).collect(), names.fold(0, |bits, name| bits | name_bit(name)))
});

/// The question whether an element names others by their ids.
struct NamesIds;

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let (naming, bits) = &*NAMING;
    let lists_of = |node| {
        let lists = page.attribute_slice(node).iter().filter(|attribute| naming.contains(&attribute.name));
        lists.filter(move |list| list.name != local_name!("for") || page.tag(node) == "label")
    };
    let names = |node| page.attribute_names(node) & bits != 0 && lists_of(node).next().is_some();
    let naming = page.nodes_that::<NamesIds>(names);
    let lists = naming.into_iter().flat_map(lists_of);
    let mut asked: Vec<&str> = lists.flat_map(|list| page.value(list).split_ascii_whitespace()).collect();
    asked.sort_unstable();
    asked.dedup();
    let judge = |id: &str| match page.all_by_id(id) {
        [] => None,
        [one] => Some((*one, Verdict::Passed)),
        [_, second, ..] => Some((*second, Verdict::cant_tell("duplicate-id-aria").with("id", id))),
    };
    asked.into_iter().filter_map(judge).collect()
}
