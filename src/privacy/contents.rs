//! Every content searched, and what is not the body's own told at its place.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ops::Range,
    sync::Arc,
};

use rayon::prelude::*;

use super::{Hit, Kind, Scope, own::Own, search, told};
use crate::{
    config::Config,
    diagnostic::Diagnostic,
    model::Model,
    schema::Confidentiality,
    source::{FileId, Sources, Span},
    stage::Staged,
    validate::Entry,
};

/// Places of the same thing that are shown beside the first.
const MOST_RELATED: usize = 3;

/// What is known of the personal data in a site's contents.
#[derive(Debug, Default)]
pub struct Privacy {
    pub(super) year: i16,
    pub(super) own: Own,
    /// What each content holds, its own data included, as long as it stays as it is.
    searched: HashMap<FileId, Searched>,
    /// Bytes that nobody is shown.
    pub(super) secrets: BTreeMap<FileId, Vec<Range<u32>>>,
}

#[derive(Clone, Debug)]
struct Searched {
    entry: Arc<Entry>,
    /// Read like an act.
    is_act: bool,
    hits: Arc<[Hit]>,
}

impl Privacy {
    /// The contents in which nothing was found, and how they were searched.
    pub fn clean(&self) -> HashMap<FileId, Scope> {
        let clean = self.searched.values().filter(|searched| searched.hits.is_empty());
        clean
            .map(|searched| (searched.entry.file, scope(&searched.entry, searched.is_act, self.year)))
            .collect()
    }

    /// Whether a file that holds the same says the same here and there.
    pub fn judges_like(&self, other: &Self) -> bool {
        self.year == other.year && self.own == other.own
    }
}

/// What is known before the search.
#[derive(Clone, Copy)]
pub struct Before<'a> {
    /// The site before a change.
    pub site: Option<&'a Privacy>,
    /// Whether a content, which did not change since, was once searched in this way, and nothing was found.
    pub is_clean: &'a (dyn Fn(&Entry, &Scope) -> bool + Sync),
}

/// Searches what is published on the day, and what will be: on its day it is too late. What did not change since
/// `before` is not searched again.
pub fn run(model: &Model, config: &Config, sources: &Sources, before: Before<'_>) -> Staged<Privacy> {
    let year = model.today.year();
    let site = before.site.filter(|site| site.year == year);
    let searched: Vec<Searched> = model
        .shared_entries()
        .par_iter()
        .map(|entry| {
            let known = site.and_then(|site| site.searched.get(&entry.file));
            let is_act = model.is_of_persons(entry);
            match known.filter(|known| Arc::ptr_eq(&known.entry, entry) && known.is_act == is_act) {
                Some(known) => known.clone(),
                None => {
                    let scope = scope(entry, is_act, year);
                    let is_clean = (before.is_clean)(entry, &scope);
                    let hits = if is_clean { Vec::new() } else { search_entry(entry, &scope, sources) };
                    Searched { entry: Arc::clone(entry), is_act, hits: hits.into() }
                }
            }
        })
        .collect();
    let of_office = Scope { year, is_act: false, is_about_a_person: false };
    let own = Own::of(model, config, sources, &of_office);
    let mut privacy = Privacy { year, own, ..Privacy::default() };
    let mut diagnostics = Vec::new();
    for Searched { entry, hits, .. } in &searched {
        privacy.tell(entry, hits, &mut diagnostics);
    }
    for entry in beside(model) {
        let scope = scope(entry, model.is_of_persons(entry), year);
        privacy.tell(entry, &search_entry(entry, &scope, sources), &mut diagnostics);
    }
    privacy.searched = searched.into_iter().map(|searched| (searched.entry.file, searched)).collect();
    Staged::new(privacy, diagnostics)
}

fn search_entry(entry: &Entry, scope: &Scope, sources: &Sources) -> Vec<Hit> {
    search(&sources.get(entry.file).text, scope)
}

fn scope(entry: &Entry, is_act: bool, year: i16) -> Scope {
    let is_about_a_person = entry.content_type.confidentiality == Confidentiality::Office;
    Scope { year, is_act, is_about_a_person }
}

/// What is no content of the day and is read by somebody, today or later: acts that are on the albo pretorio alone, and
/// what waits for its day.
pub fn beside(model: &Model) -> Vec<&Entry> {
    let acts = model.albo.acts().iter().filter(|act| act.until.is_none_or(|until| model.today <= until));
    let acts = acts.map(|act| &*act.entry);
    let acts = acts.filter(|entry| model.find(&entry.content_type.name, &entry.id).is_none());
    let mut known = HashSet::new();
    let all = acts.chain(model.hidden().filter(|entry| is_to_come(entry, model)));
    all.filter(|entry| known.insert(entry.file)).collect()
}

/// Whether it waits for its day; a draft waits for a person.
fn is_to_come(entry: &Entry, model: &Model) -> bool {
    !entry.is_true("bozza") && entry.date("pubblicato_dal").is_some_and(|from| from > model.today)
}

impl Privacy {
    /// One finding for each thing, however often it stands in the content.
    fn tell(&mut self, entry: &Entry, hits: &[Hit], diagnostics: &mut Vec<Diagnostic>) {
        let mut things: Vec<(&Hit, Vec<Span>)> = Vec::new();
        let mut at: HashMap<(Kind, &[String]), usize> = HashMap::new();
        for hit in hits.iter().filter(|hit| !self.own.has(hit)) {
            let span = Span::new(entry.file, hit.range.clone());
            self.secrets.entry(entry.file).or_default().push(hit.range.clone());
            let n = *at.entry((hit.kind, hit.keys.as_slice())).or_insert(things.len());
            match things.get_mut(n) {
                Some((_, spans)) => spans.push(span),
                None => things.push((hit, vec![span])),
            }
        }
        for (hit, spans) in things {
            let found =
                told::diagnostic(hit, spans[0]).with("in", "text").with("at", 0_u32).with("n", spans.len());
            let others = spans[1..].iter().take(MOST_RELATED);
            diagnostics.push(others.fold(found, |found, span| found.related(*span, "ui-privacy-again")));
        }
    }
}
