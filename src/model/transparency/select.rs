//! Which obligations a content belongs to because of what it is.

use std::{collections::HashMap, sync::Arc};

use crate::{
    load::Site,
    model::Model,
    schema::{Kind, Selector},
    validate::{Entry, Val},
};

/// The contents by type and id, before references are resolved: the version that speaks for each.
pub(super) struct Index<'a> {
    site: &'a Site,
    known: Known<'a>,
}

enum Known<'a> {
    ByKey(HashMap<(&'a str, &'a str), &'a Entry>),
    /// A model, and one entry that is not in it yet.
    Model(&'a Model, &'a Entry),
}

impl<'a> Index<'a> {
    pub(super) fn new(entries: &'a [Arc<Entry>], site: &'a Site) -> Self {
        let mut by_key: HashMap<(&str, &str), &Entry> = HashMap::new();
        for entry in entries.iter().map(Arc::as_ref) {
            let slot = by_key.entry((&entry.content_type.name, &entry.id)).or_insert(entry);
            if slot.lang != site.config.main_language() && entry.lang == site.config.main_language() {
                *slot = entry;
            }
        }
        Self { site, known: Known::ByKey(by_key) }
    }

    /// The contents of a model, with one entry that is not in it yet.
    pub(super) fn with(new: &'a Entry, model: &'a Model, site: &'a Site) -> Self {
        Self { site, known: Known::Model(model, new) }
    }

    /// The version that speaks for a content.
    fn find(&self, name: &str, id: &str) -> Option<&'a Entry> {
        let (model, new) = match &self.known {
            Known::ByKey(by_key) => return by_key.get(&(name, id)).copied(),
            Known::Model(model, new) => (*model, *new),
        };
        let known = model.find(name, id).map(|content| model.main_version(content));
        if new.content_type.name != name || new.id != id {
            return known;
        }
        let main = self.site.config.main_language();
        let is_known_in_main = known.is_some_and(|known| known.lang == main);
        if new.lang != main && is_known_in_main { known } else { Some(new) }
    }

    /// One entry per content, in the order of the files.
    pub(super) fn speakers(&self, entries: &'a [Arc<Entry>]) -> impl Iterator<Item = &'a Entry> {
        entries
            .iter()
            .map(Arc::as_ref)
            .filter(|entry| self.speaker(entry).is_some_and(|speaker| std::ptr::eq(speaker, *entry)))
    }

    /// The version that speaks for the content of which `entry` is one.
    pub(super) fn speaker(&self, entry: &Entry) -> Option<&'a Entry> {
        self.find(&entry.content_type.name, &entry.id)
    }

    pub(super) fn matches(&self, selector: &Selector, entry: &Entry) -> bool {
        entry.content_type.name == selector.tipo
            && selector.con.iter().all(|name| says_something(entry, name))
            && !selector.senza.iter().any(|name| says_something(entry, name))
            && selector.dove.iter().all(|(path, wanted)| {
                let found = self.texts(entry, path, 0);
                wanted.iter().any(|word| found.iter().any(|text| text.to_lowercase() == word.to_lowercase()))
            })
    }

    /// What stands at the end of a path such as `incarichi.tipo`; a word comes with its broader words.
    fn texts(&self, entry: &Entry, path: &str, depth: usize) -> Vec<String> {
        const MOST_STEPS: usize = 4;
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let mut texts = Vec::new();
        for item in entry.items(first) {
            match (&item.value, rest) {
                (Val::Text(text), None) => texts.push(text.clone()),
                (Val::Bool(truth), None) => texts.push(truth.to_string()),
                (Val::Word { vocabulary, label, .. }, None) => texts.extend(self.broader(vocabulary, label)),
                (Val::Reference(reference), Some(rest)) if depth < MOST_STEPS => {
                    if let Some(target) = self.target(entry, first, &reference.written) {
                        texts.extend(self.texts(target, rest, depth + 1));
                    }
                }
                _ => {}
            }
        }
        texts
    }

    fn target(&self, entry: &Entry, field: &str, written: &str) -> Option<&'a Entry> {
        if let Some((name, id)) = written.split_once('/') {
            return self.find(name, id);
        }
        let Kind::Reference(reference) = entry.content_type.field(field)?.kind.item() else { return None };
        reference.types.iter().find_map(|name| self.find(name, written))
    }

    fn broader(&self, vocabulary: &str, label: &str) -> Vec<String> {
        let words = self.site.schemas.vocabularies.get(vocabulary);
        let find = |label: &str| words.and_then(|words| words.find(label));
        let chain = std::iter::successors(find(label), |word| find(word.parent.as_deref()?));
        chain.take(8).map(|word| word.label.clone()).collect()
    }
}

fn says_something(entry: &Entry, name: &str) -> bool {
    !entry.items(name).is_empty()
}
