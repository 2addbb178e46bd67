//! Topics: the words of the vocabulary `argomenti` that some published content carries.
//! A content of type `argomento` adds description and image to a word; a word without one has a page all the same.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use super::{Model, collate};
use crate::validate::{ContentId, Entry, Val};

/// Name of the vocabulary, of the field and of the folder of addresses.
const TOPICS: &str = "argomenti";
/// The content type that describes a topic.
pub(super) const TOPIC: &str = "argomento";

/// A word in use.
#[derive(Debug, Clone)]
pub struct Topic {
    /// The official label.
    pub label: String,
    pub slug: String,
    /// Without language: `/argomenti/imposte/`.
    pub address: String,
    /// The `argomento` that describes it.
    pub content: Option<ContentId>,
    /// What carries it, in the order of lists.
    pub contents: Vec<ContentId>,
    pub featured: bool,
}

/// The words in use, as lists of topics show them.
pub(super) fn collect(model: &Model) -> Vec<Topic> {
    let mut topics: BTreeMap<String, Topic> = BTreeMap::new();
    for (id, content) in model.contents() {
        let entry = model.main_version(id);
        let words = if content.type_name == TOPIC { entry.items("titolo") } else { entry.items(TOPICS) };
        for item in words {
            let Val::Word { label, slug, .. } = &item.value else { continue };
            let topic = topics.entry(slug.clone()).or_insert_with(|| Topic {
                label: label.clone(),
                slug: slug.clone(),
                address: format!("/{TOPICS}/{slug}/"),
                content: None,
                contents: Vec::new(),
                featured: false,
            });
            if content.type_name == TOPIC {
                topic.content = Some(id);
                topic.featured = entry.is_true("in_evidenza");
            } else {
                topic.contents.push(id);
            }
        }
    }
    let mut topics: Vec<Topic> = topics.into_values().collect();
    topics.sort_by_cached_key(|topic| crate::slug::sort_key(&topic.label));
    topics.par_iter_mut().for_each(|topic| collate::sort(&mut topic.contents, model));
    topics
}

/// Gives the model its topics.
pub(super) fn put(model: &mut Model, topics: Vec<Topic>) {
    for topic in &topics {
        if let Some(content) = topic.content {
            // One page for the word and for what describes it.
            let content = Arc::make_mut(&mut model.contents[content.0 as usize]);
            content.address = Some(topic.address.clone());
        }
    }
    model.topic_by_slug = topics.iter().enumerate().map(|(n, topic)| (topic.slug.clone(), n)).collect();
    model.topics = topics;
}

/// The topics whose words a content carries.
pub(super) fn carried(entry: &Entry) -> BTreeSet<&str> {
    let words = entry.items(TOPICS).iter().filter_map(|item| match &item.value {
        Val::Word { slug, .. } => Some(slug.as_str()),
        _ => None,
    });
    words.collect()
}

/// The slug of the topic that has this address, if it is that of one.
pub(super) fn slug_of(address: &str) -> Option<&str> {
    address.strip_prefix('/')?.strip_prefix(TOPICS)?.strip_prefix('/')?.strip_suffix('/')
}
