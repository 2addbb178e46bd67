//! Contents from entries: what is published on the day, grouped by type and id, each id once.

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Absence, Model, SectionId, paths::Known, rules::DUPLICATE_ID, transparency::Plan};
use crate::{
    diagnostic::Diagnostic,
    load::Site,
    validate::{ContentId, Entry, Validated},
};

/// One version of a content, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u32);

/// A content in all its languages.
#[derive(Debug, Clone, Default)]
pub struct Content {
    pub type_name: String,
    pub id: String,
    /// In the order of the site's languages.
    pub versions: Vec<EntryId>,
    /// Without language; none when the type has no page.
    pub address: Option<String>,
    /// The section that lists it.
    pub section: Option<SectionId>,
}

pub(super) fn collect(
    model: &mut Model,
    previous: Option<&Model>,
    validated: Validated,
    site: &Site,
    plan: &Plan,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if let Some(previous) = previous {
        keep_numbers(model, previous, &validated.entries, site, plan);
    }
    for (type_name, id) in validated.unreadable {
        Arc::make_mut(&mut model.absent).insert((type_name, id), Absence::Unreadable);
    }
    let mut entries = validated.entries;
    let rank = |lang: &str| site.config.lingue.iter().position(|known| known == lang).unwrap_or(usize::MAX);
    entries.par_sort_by(|a, b| {
        (&a.content_type.name, &a.id, rank(&a.lang), &a.path).cmp(&(
            &b.content_type.name,
            &b.id,
            rank(&b.lang),
            &b.path,
        ))
    });
    tell_duplicates(&entries, diagnostics);
    make_room(model, &entries);
    for entry in entries {
        if let Some(absence) = absence(&entry, site, plan) {
            let key = (entry.content_type.name.clone(), entry.id.clone());
            Arc::make_mut(&mut model.paths).add(entry.path.clone(), Known::Absent(absence.clone()));
            Arc::make_mut(&mut model.absent).insert(key, absence);
            model.hidden.push(entry);
            continue;
        }
        add(model, entry);
    }
    for path in &site.unread {
        Arc::make_mut(&mut model.paths).add(path.clone(), Known::Absent(Absence::Unreadable));
    }
}

/// Gives contents that are still there the numbers they had; numbers that came free are left for new ones.
fn keep_numbers(model: &mut Model, previous: &Model, entries: &[Arc<Entry>], site: &Site, plan: &Plan) {
    model.contents.resize_with(previous.contents.len(), Arc::default);
    let by_key = Arc::make_mut(&mut model.by_key);
    for entry in entries.iter().filter(|entry| absence(entry, site, plan).is_none()) {
        let type_name = &entry.content_type.name;
        if let Some(id) = previous.find(type_name, &entry.id) {
            let content =
                Content { type_name: type_name.clone(), id: entry.id.clone(), ..Content::default() };
            model.contents[id.0 as usize] = Arc::new(content);
            by_key.entry(type_name.clone()).or_default().insert(entry.id.clone(), id);
        }
    }
    let is_free = |n: &u32| model.contents[*n as usize].type_name.is_empty();
    model.free = (0..model.contents.len() as u32).rev().filter(is_free).map(ContentId).collect();
}

/// Tables that grow as they are filled are filled twice.
fn make_room(model: &mut Model, entries: &[Arc<Entry>]) {
    Arc::make_mut(&mut model.paths).reserve(entries.len());
    let by_key = Arc::make_mut(&mut model.by_key);
    for same in entries.chunk_by(|a, b| a.content_type.name == b.content_type.name) {
        let [first, ..] = same else { continue };
        by_key.entry(first.content_type.name.clone()).or_default().reserve(same.len());
    }
}

/// Of two contents with one id and language the second was told, and is left out.
fn add(model: &mut Model, entry: Arc<Entry>) {
    let version = EntryId(model.entries.len() as u32);
    let known = Arc::make_mut(&mut model.by_key).entry(entry.content_type.name.clone()).or_default();
    let content = match known.get(&entry.id) {
        Some(content) => *content,
        None => {
            let content = model.free.pop().unwrap_or(ContentId(model.contents.len() as u32));
            let type_name = entry.content_type.name.clone();
            let new = Arc::new(Content { type_name, id: entry.id.clone(), ..Content::default() });
            match model.contents.get_mut(content.0 as usize) {
                Some(content) => *content = new,
                None => model.contents.push(new),
            }
            known.insert(entry.id.clone(), content);
            content
        }
    };
    let versions = &mut Arc::make_mut(&mut model.contents[content.0 as usize]).versions;
    if versions.iter().any(|known| model.entries[known.0 as usize].lang == entry.lang) {
        return;
    }
    if versions.is_empty() {
        model.order.push(content);
    }
    versions.push(version);
    Arc::make_mut(&mut model.paths).add(entry.path.clone(), Known::Content(content));
    model.entries.push(entry);
    model.of_entry.push(content);
}

/// Why it is not there on the day, if it is not.
pub(super) fn absence(entry: &Entry, site: &Site, plan: &Plan) -> Option<Absence> {
    if !entry.is_published(site.today, site.drafts) {
        if entry.is_true("bozza") && !site.drafts {
            return Some(Absence::Draft);
        }
        return Some(match entry.first_day() {
            Some(from) if from > site.today => Absence::NotYet(from),
            _ => entry.date("pubblicato_fino").map_or(Absence::Draft, Absence::Over),
        });
    }
    // On the day it must go, it is gone everywhere.
    let (type_name, id) = (&entry.content_type.name, &entry.id);
    let last = plan.last_day(type_name, id);
    if let Some(last) = last.filter(|last| *last < site.today) {
        return Some(Absence::Ended(last));
    }
    let is_listed = || plan.of(type_name, id).iter().any(|listing| listing.life.contains(site.today));
    (entry.content_type.only_in_transparency && !is_listed()).then_some(Absence::OnlyAlbo)
}

/// The day of its last change: as its editor says, else as git knows.
pub(super) fn updated(entry: &Entry, site: &Site) -> Option<Date> {
    entry.date("aggiornato").or_else(|| site.dates.of(&format!("content/{}", entry.path)))
}

/// Entries are sorted, so those with one id and language are neighbours.
fn tell_duplicates(entries: &[Arc<Entry>], diagnostics: &mut Vec<Diagnostic>) {
    for pair in entries.windows(2) {
        let [first, second] = pair else { continue };
        let same = first.content_type.name == second.content_type.name
            && first.id == second.id
            && first.lang == second.lang;
        if same {
            diagnostics.push(
                DUPLICATE_ID
                    .at(second.head)
                    .with("id", &second.id)
                    .with("type", &second.content_type.label)
                    .with("other", format!("content/{}", first.path))
                    .related(first.head, "ui-first-here"),
            );
        }
    }
}
