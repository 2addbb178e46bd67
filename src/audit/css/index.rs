//! Finds the rules that may match an element, by its names.

use std::collections::HashMap;

use super::{facts::Bucket, sheet::Rule};

/// Rules of a sheet by a name that an element must have to match.
#[derive(Debug, Default)]
pub(super) struct Index {
    rest: Buckets,
    /// Rules for elements that have the focus.
    focus: Buckets,
    /// Rules about where text begins.
    layout: Buckets,
}

#[derive(Debug, Default)]
struct Buckets {
    ids: HashMap<Box<str>, Vec<u32>>,
    classes: HashMap<Box<str>, Vec<u32>>,
    attributes: HashMap<Box<str>, Vec<u32>>,
    tags: HashMap<Box<str>, Vec<u32>>,
    any: Vec<u32>,
}

/// The names of an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct NamesOf<'a> {
    pub id: &'a str,
    pub classes: &'a [&'a str],
    pub attributes: &'a [&'a str],
    pub tag: &'a str,
}

impl Index {
    pub(super) fn of(rules: &[Rule]) -> Self {
        let mut index = Self::default();
        for (number, rule) in (0..).zip(rules) {
            if rule.facts.matters_at_rest() {
                index.rest.add(number, &rule.facts.buckets);
            }
            if rule.facts.lays_out && !rule.facts.focus_only {
                index.layout.add(number, &rule.facts.buckets);
            }
            if rule.facts.focus {
                index.focus.add(number, &rule.facts.buckets);
            }
        }
        index
    }

    /// Numbers of the rules that may match, in order, each once.
    pub(super) fn candidates(&self, names: NamesOf, found: &mut Vec<u32>) {
        self.rest.candidates(names, found);
    }

    /// The same for rules that say where text begins.
    pub(super) fn layout_candidates(&self, names: NamesOf, found: &mut Vec<u32>) {
        self.layout.candidates(names, found);
    }

    /// The same for rules that speak of the focus.
    pub(super) fn focus_candidates(&self, names: NamesOf, found: &mut Vec<u32>) {
        self.focus.candidates(names, found);
    }
}

impl Buckets {
    fn add(&mut self, number: u32, buckets: &[Bucket]) {
        for bucket in buckets {
            let list = match bucket {
                Bucket::Id(name) => self.ids.entry(name.clone()).or_default(),
                Bucket::Class(name) => self.classes.entry(name.clone()).or_default(),
                Bucket::Attribute(name) => self.attributes.entry(name.clone()).or_default(),
                Bucket::Tag(name) => self.tags.entry(name.clone()).or_default(),
                Bucket::Any => &mut self.any,
            };
            if list.last() != Some(&number) {
                list.push(number);
            }
        }
    }

    fn candidates(&self, names: NamesOf, found: &mut Vec<u32>) {
        let start = found.len();
        found.extend_from_slice(&self.any);
        let mut add = |list: Option<&Vec<u32>>| found.extend(list.into_iter().flatten());
        if !names.id.is_empty() {
            add(self.ids.get(names.id));
        }
        names.classes.iter().for_each(|class| add(self.classes.get(*class)));
        names.attributes.iter().for_each(|name| add(self.attributes.get(*name)));
        add(self.tags.get(names.tag));
        let own = &mut found[start..];
        own.sort_unstable();
        let mut kept = start;
        for index in start..found.len() {
            if kept == start || found[kept - 1] != found[index] {
                found[kept] = found[index];
                kept += 1;
            }
        }
        found.truncate(kept);
    }
}
