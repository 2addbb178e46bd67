//! Tries rules on elements: which may match by name, which do, and what the elements around say.

use selectors::{
    Element, OpaqueElement,
    bloom::BloomFilter,
    context::{
        MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode,
        SelectorCaches,
    },
    matching::matches_selector,
    parser::{AncestorHashes, Selector},
};

use super::{
    super::dom::{Document, NodeId},
    boxes::Boxes,
    cache::{Held, RuleId},
    contained::Asking,
    element::At,
    index::NamesOf,
    scope::{Root, UNSCOPED},
    selector::Glue,
    set::Set,
    styles::Styles,
};

/// Which rules somebody looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Those of a page that nobody uses.
    Rest,
    Focus,
    /// Those that say where text begins.
    Layout,
}

/// Rules of all sheets that an element's names lead to.
pub(super) fn candidates(
    set: &Set,
    document: &Document,
    node: NodeId,
    numbers: &mut Vec<u32>,
    asked: Asked,
) -> Vec<RuleId> {
    let classes: Vec<&str> = document.attr(node, "class").unwrap_or("").split_ascii_whitespace().collect();
    let attributes: Vec<&str> = document.attrs(node).map(|(name, _)| name).collect();
    let names = NamesOf {
        id: document.attr(node, "id").unwrap_or(""),
        classes: &classes,
        attributes: &attributes,
        tag: document.local_name(node),
    };
    let mut found = Vec::new();
    for (sheet, entry) in (0..).zip(&set.entries) {
        numbers.clear();
        match asked {
            Asked::Rest => entry.sheet.index.candidates(names, numbers),
            Asked::Focus => entry.sheet.index.focus_candidates(names, numbers),
            Asked::Layout => entry.sheet.index.layout_candidates(names, numbers),
        }
        found.extend(numbers.iter().map(|rule| RuleId::new(sheet, *rule)));
    }
    found
}

pub(super) fn matches(
    set: &Set,
    id: RuleId,
    at: At,
    filter: Option<&BloomFilter>,
    caches: &mut SelectorCaches,
) -> bool {
    held(set, id, at, filter, caches).is_some()
}

/// Whether a rule holds for an element, and how near the root of its scope is.
pub(super) fn held(
    set: &Set,
    id: RuleId,
    at: At,
    filter: Option<&BloomFilter>,
    caches: &mut SelectorCaches,
) -> Option<Held> {
    let rule = set.rule(id);
    if !at.step() || at.ground.cannot_match(&rule.facts.needs) {
        return None;
    }
    let Some(scope) = &rule.scope else {
        let matching = Matching { hashes: Some(&rule.hashes), filter, scope: None };
        return matching.tries(&rule.selector, at, caches).then_some(Held { id, hops: UNSCOPED });
    };
    let holder = at.ground.holder(set.entries[id.sheet as usize].written);
    let mut roots = scope.roots(at, holder).into_iter();
    let matches = |root: &Root| try_selector(&rule.selector, at, Some(at.to(root.node).opaque()));
    roots.find(matches).map(|root| Held { id, hops: root.hops })
}

/// [`held`], with what is asked of the elements around.
pub(super) fn holds(
    styles: &Styles,
    id: RuleId,
    at: At,
    caches: &mut SelectorCaches,
    boxes: &mut Boxes,
) -> Option<Held> {
    let mut held = held(&styles.set, id, at, None, caches)?;
    let rule = styles.set.rule(id);
    if let Some(contained) = &rule.contained {
        let from_itself = rule.pseudo().is_some();
        held.id.truth = contained.truth(&mut Asking { styles, at, from_itself, boxes });
    }
    Some(held).filter(|held| !held.id.truth.is_never())
}

/// Whether a selector matches where `:scope` is an element of its own. Nothing that was remembered about other scopes is
/// used.
pub(super) fn try_selector(selector: &Selector<Glue>, at: At, scope: Option<OpaqueElement>) -> bool {
    Matching { hashes: None, filter: None, scope }.tries(selector, at, &mut SelectorCaches::default())
}

/// With what a selector is tried.
struct Matching<'a> {
    hashes: Option<&'a AncestorHashes>,
    filter: Option<&'a BloomFilter>,
    scope: Option<OpaqueElement>,
}

impl Matching<'_> {
    fn tries(&self, selector: &Selector<Glue>, at: At, caches: &mut SelectorCaches) -> bool {
        let mode = match selector.pseudo_element() {
            Some(_) => MatchingMode::ForStatelessPseudoElement,
            None => MatchingMode::Normal,
        };
        let mut context = MatchingContext::new(
            mode,
            self.filter,
            caches,
            QuirksMode::NoQuirks,
            NeedsSelectorFlags::No,
            MatchingForInvalidation::No,
        );
        context.scope_element = self.scope;
        matches_selector(selector, 0, self.hashes, at, &mut context)
    }
}

/// Browser before page, layer after layer, weaker before stronger selectors, farther before nearer scopes, earlier before
/// later.
pub(super) fn sorted(set: &Set, mut rules: Vec<Held>) -> Vec<RuleId> {
    rules.sort_by_cached_key(|Held { id, hops }| {
        let (entry, rule) = (&set.entries[id.sheet as usize], set.rule(*id));
        let nearness = std::cmp::Reverse(*hops);
        (entry.author, entry.rank(rule.layer), rule.specificity, nearness, id.sheet, id.rule)
    });
    rules.into_iter().map(|held| held.id).collect()
}
