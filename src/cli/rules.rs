//! Every rule of every stage, by id.

use crate::rule::Meta;

/// All rules, sorted by id, each once.
pub(super) fn all() -> Vec<&'static Meta> {
    let stages = [crate::load::RULES, crate::schema::RULES, crate::validate::RULES];
    let mut rules: Vec<&'static Meta> = stages.into_iter().flatten().copied().collect();
    rules.sort_by_key(|rule| rule.id);
    rules.dedup_by_key(|rule| rule.id);
    rules
}
