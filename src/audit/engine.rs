//! Offers the elements of a page to the rules that ask for such.

use std::{collections::BTreeMap, hash::Hash, sync::LazyLock};

use html5ever::LocalName;

use super::{Check, NodeId, Page, Rule, judged::Judged, numbers::ByNumber, roles, rules};
use crate::{
    rule::Verdict,
    source::MARK,
    wcag::{self, Level},
};

/// Offers every element to the rules that ask for such and that `wanted` lets run, once each,
/// and hands on every verdict, praise included. Rules about the whole page come first.
pub fn walk(
    page: &Page,
    wanted: impl Fn(&Rule) -> bool,
    mut visit: impl FnMut(&'static Rule, NodeId, Verdict),
) {
    let wanted: Vec<bool> = rules::RULES.iter().map(|rule| wanted(rule)).collect();
    walk_numbered(page, &wanted, None, |rule, node, verdict| visit(rules::RULES[rule], node, verdict));
}

/// [`walk`], with rules by their places in the list. With what was judged before, praise of parts is told once.
pub(super) fn walk_numbered(
    page: &Page,
    wanted: &[bool],
    mut judged: Option<&mut Judged>,
    mut visit: impl FnMut(usize, NodeId, Verdict),
) {
    let looks = looks(page);
    for (index, rule) in rules::RULES.iter().enumerate().filter(|&(index, _)| wanted[index]) {
        let verdicts = match rule.check {
            Check::Page(check) => page_verdicts(&looks, check),
            Check::Views(check) => check(page),
            Check::Each { .. } => continue,
        };
        verdicts.into_iter().for_each(|(node, verdict)| visit(index, node, verdict));
    }
    let mut offered = vec![None; rules::RULES.len()];
    let mut placed = page.placed.iter().peekable();
    let mut nodes = page.descendants(NodeId(0));
    while let Some(node) = nodes.next() {
        if !page.is_element(node) {
            continue;
        }
        if let Some(judged) = &mut judged
            && let Some(part) = placed.next_if(|part| part.root == node)
        {
            judged.part(page, wanted, *part, &mut offered, &mut visit);
            nodes.skip_below(node);
            continue;
        }
        offer(page, wanted, &mut offered, node, |rule| {
            if let Some(verdict) = one_verdict(page, rule, node) {
                visit(rule, node, verdict);
            }
        });
    }
}

/// Names the rules that want an element, each once. `offered` holds for each rule the last element it was offered.
pub(super) fn offer(
    page: &Page,
    wanted: &[bool],
    offered: &mut [Option<NodeId>],
    node: NodeId,
    mut take: impl FnMut(usize),
) {
    let table = &*TABLE;
    let mut offer = |candidates: &[usize]| {
        for &index in candidates {
            if wanted[index] && offered[index].replace(node) != Some(node) {
                take(index);
            }
        }
    };
    offer(&table.all);
    match page.name(node) {
        Some(name) if !page.tag(node).is_empty() => offer(of(&table.tags, &name.local)),
        _ => offer(&table.foreign),
    }
    offer(of(&table.roles, &number_of(page.role(node))));
    for attribute in page.attribute_slice(node) {
        if table.quiet.contains(&attribute.name) {
            continue;
        }
        offer(of(&table.attributes, &attribute.name));
        if attribute.name.starts_with("aria-") {
            offer(&table.all_of_aria);
        }
    }
}

/// What a rule about single elements says of one; none if it does not look at it.
pub(super) fn one_verdict(page: &Page, rule: usize, node: NodeId) -> Option<Verdict> {
    match &rules::RULES[rule].check {
        Check::Each { applies, check } => applies(page, node).then(|| check(page, node)),
        _ => None,
    }
}

/// The page once for every way in which other elements are there: a menu for telephones and one for desks never meet.
pub(super) fn looks<'a>(page: &Page<'a>) -> Vec<Page<'a>> {
    page.visibility.groups().into_iter().map(|views| page.seen_in(views)).collect()
}

/// What a rule about the whole page says of its looks, the same thing once. A rule that asked for nothing that is there in
/// some views only has said it all in the first one.
fn page_verdicts(looks: &[Page], check: fn(&Page) -> Vec<(NodeId, Verdict)>) -> Vec<(NodeId, Verdict)> {
    let Some((first, others)) = looks.split_first() else { return Vec::new() };
    first.visibility.met_partial().set(false);
    let mut verdicts = check(first);
    if others.is_empty() {
        return verdicts;
    }
    let is_same_in_all = !first.visibility.met_partial().get();
    if is_same_in_all && !cfg!(debug_assertions) {
        return distinct(verdicts);
    }
    let n_first = verdicts.len();
    verdicts.extend(others.iter().flat_map(|look| check(look)));
    if is_same_in_all {
        let is_said = |later: &(NodeId, Verdict)| verdicts[..n_first].contains(later);
        assert!(
            verdicts[n_first..].iter().all(is_said),
            "what is there everywhere is judged alike everywhere"
        );
    }
    distinct(verdicts)
}

/// Verdicts in their order, each of an element once.
pub(super) fn distinct(verdicts: Vec<(NodeId, Verdict)>) -> Vec<(NodeId, Verdict)> {
    // The last verdict of each element, and for each verdict the one of its element before.
    let mut last: ByNumber<u32, usize> = ByNumber::default();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(verdicts.len());
    let mut kept: Vec<(NodeId, Verdict)> = Vec::with_capacity(verdicts.len());
    for (node, verdict) in verdicts {
        let newest = last.get(&node.0).copied();
        if !std::iter::successors(newest, |&at| before[at]).any(|at| kept[at].1 == verdict) {
            last.insert(node.0, kept.len());
            before.push(newest);
            kept.push((node, verdict));
        }
    }
    kept
}

/// Which rules want what, by their places in the list.
pub(super) struct Table {
    all: Vec<usize>,
    /// Those that look at elements of drawings.
    foreign: Vec<usize>,
    all_of_aria: Vec<usize>,
    tags: ByNumber<LocalName, Vec<usize>>,
    /// By [`number_of`] a role: those that want it or the one it is made from.
    roles: ByNumber<usize, Vec<usize>>,
    attributes: ByNumber<LocalName, Vec<usize>>,
    /// Of the most frequent attributes those that no rule asks for.
    quiet: Vec<LocalName>,
    /// The level of each rule; none for a best practice.
    pub levels: Vec<Option<Level>>,
}

fn of<'a, K: Eq + Hash>(rules: &'a ByNumber<K, Vec<usize>>, key: &K) -> &'a [usize] {
    rules.get(key).map_or(&[], Vec::as_slice)
}

/// None of ARIA is among them.
const FREQUENT: &[&str] = &["class", "href", MARK, "id", "src"];

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let (tags, attributes, roles) =
        (index(|rule| rule.tags), index(|rule| rule.attributes), index(|rule| rule.roles));
    let wanted = |map: &BTreeMap<&str, Vec<usize>>, key: &str| map.get(key).cloned().unwrap_or_default();
    let by_atom = |map: &BTreeMap<&str, Vec<usize>>| -> ByNumber<LocalName, Vec<usize>> {
        map.iter().map(|(&name, rules)| (LocalName::from(name), rules.clone())).collect()
    };
    let of_role = |role: &'static roles::Role| {
        let rules = [role.name, role.base].into_iter().flat_map(|name| wanted(&roles, name));
        (number_of(role), rules.collect())
    };
    Table {
        all: wanted(&tags, "*"),
        // The empty name is that of elements of drawings.
        foreign: wanted(&tags, ""),
        all_of_aria: wanted(&attributes, "aria-*"),
        tags: by_atom(&tags),
        roles: roles::all().map(of_role).collect(),
        quiet: FREQUENT
            .iter()
            .filter(|name| !attributes.contains_key(*name))
            .map(|&name| name.into())
            .collect(),
        attributes: by_atom(&attributes),
        levels: rules::RULES.iter().map(|rule| wcag::level(rule.meta.wcag)).collect(),
    }
});

/// Roles stand in tables that never move: where one stands tells it from all others.
pub(super) fn number_of(role: &'static roles::Role) -> usize {
    std::ptr::from_ref(role).addr()
}

fn index(keys: fn(&Rule) -> &'static [&'static str]) -> BTreeMap<&'static str, Vec<usize>> {
    let mut map: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, rule) in rules::RULES.iter().enumerate() {
        for &key in keys(rule) {
            map.entry(key).or_default().push(index);
        }
    }
    map
}
