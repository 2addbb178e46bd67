//! The site as facts, for one day: which contents exist, what they refer to, where they stand in the tree.
//!
//! 1. Presence: what is not published on the day is not there, but its id is remembered.
//! 2. Contents in all their languages, by type and id.
//! 3. References resolved, and seen from the other side.
//! 4. The tree of sections, and the address of every content.
//! 5. Topics, attachments in use, what transparency shows of it all, and the rules about the whole.

mod address;
pub mod albo;
mod attachments;
mod collate;
mod contents;
mod gone;
mod inverses;
mod moment;
mod paths;
mod references;
mod rules;
mod sections;
mod topics;
pub mod transparency;

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use jiff::civil::Date;
use rayon::prelude::*;

pub use albo::Albo;
pub use attachments::AttachmentId;
pub use contents::{Content, EntryId};
pub use moment::{Moment, moment};
pub use paths::{Absence, PathTarget};
pub use rules::{REFERENCE, RULES};
pub use sections::{Section, SectionId};
pub use topics::Topic;
pub use transparency::Transparency;

use references::check_entry as references_of;
use rules::links_of;

use crate::{
    diagnostic::Diagnostic,
    layered::Layered,
    load::{Attachment, Site},
    schema::{Confidentiality, Kind, Order},
    stage::Staged,
    validate::{ContentId, Entry, Item, Ref, Val, Validated},
};

/// The field by which a content names the model of its page.
pub const OWN_PAGE: &str = "modello";

/// Everything that is known of the site on a day.
#[derive(Debug, Clone, Default)]
pub struct Model {
    pub today: Date,
    pub main_language: String,
    entries: Vec<Arc<Entry>>,
    /// Entries that are gone, until the site is put together again.
    gone: Vec<EntryId>,
    /// By number. A number that nobody has any more holds a content without versions.
    contents: Vec<Arc<Content>>,
    /// The contents there are, by type and id.
    order: Vec<ContentId>,
    /// Numbers for new contents, where a number came free.
    free: Vec<ContentId>,
    /// By type, then by id: so that looking up makes no copies.
    by_key: Arc<HashMap<String, Layered<ContentId>>>,
    /// The content of each entry, by number of the entry.
    of_entry: Vec<ContentId>,
    by_type: BTreeMap<String, Vec<ContentId>>,
    /// What is not published on the day: its attachments wait with it.
    hidden: Vec<Arc<Entry>>,
    /// Contents that are not published on the day, by type and id, and why.
    absent: Arc<HashMap<(String, String), Absence>>,
    paths: Arc<paths::Paths>,
    inverses: Arc<inverses::Inverses>,
    sections: Vec<Section>,
    section_by_address: Arc<HashMap<String, SectionId>>,
    topic_by_slug: HashMap<String, usize>,
    topics: Vec<Topic>,
    attachments: Arc<attachments::Attachments>,
    /// Day of the last change, by number of the entry.
    updated: Vec<Option<Date>>,
    /// Entries that name the model of their page themselves: few, and looked for in every state.
    with_own_page: Arc<Vec<EntryId>>,
    /// What the law asks to publish, section by section.
    pub transparency: Arc<Transparency>,
    /// By obligation: the day after the last period that tables tell of, known when they were read.
    pub told_by_data: BTreeMap<usize, Date>,
    /// The register of the albo pretorio, beside the contents.
    pub albo: Arc<Albo>,
}

/// Puts the site together.
pub fn run(validated: Validated, site: &Site) -> Staged<Model> {
    run_after(None, validated, site)
}

/// Puts the site together again after a change. Contents keep the numbers they had in `previous`, so that entries
/// whose references are resolved already stay as they are; the model says the same as one made from nothing.
pub fn run_after(previous: Option<&Model>, validated: Validated, site: &Site) -> Staged<Model> {
    let mut diagnostics = Vec::new();
    let model = put_together(previous, validated, site, true, &mut diagnostics);
    rules::check(&model, site, &mut diagnostics);
    Staged::new(model, diagnostics)
}

/// The site before the texts of its contents are read, for the first page of a preview: the rules about the whole wait, and every file
/// beside the contents counts as in use.
pub fn first(validated: Validated, site: &Site) -> Staged<Model> {
    let mut diagnostics = Vec::new();
    let model = put_together(None, validated, site, false, &mut diagnostics);
    Staged::new(model, diagnostics)
}

fn put_together(
    previous: Option<&Model>,
    validated: Validated,
    site: &Site,
    reads_texts: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Model {
    let mut model = Model {
        today: site.today,
        main_language: site.config.main_language().to_owned(),
        ..Model::default()
    };
    let plan = transparency::plan(&validated.entries, site, diagnostics);
    contents::collect(&mut model, previous, validated, site, &plan, diagnostics);
    references::resolve(&mut model, &site.schemas, diagnostics);
    let fact = |entry: &Arc<Entry>| (contents::updated(entry, site), entry.text(OWN_PAGE).is_some());
    let facts = || -> Vec<(Option<Date>, bool)> { model.entries.par_iter().map(fact).collect() };
    // None of them needs what another one finds.
    let ((inverses, grown), (by_type, (topics, facts))) = rayon::join(
        || rayon::join(|| inverses::compute(&model), || sections::grow(&model, site, &plan)),
        || rayon::join(|| collate::by_type(&model), || rayon::join(|| topics::collect(&model), facts)),
    );
    model.inverses = Arc::new(inverses);
    sections::put(&mut model, grown, diagnostics);
    model.by_type = by_type;
    topics::put(&mut model, topics);
    attachments::collect(&mut model, site, reads_texts);
    let with_own_page = facts.iter().enumerate().filter(|(_, (_, has_own))| *has_own);
    model.with_own_page = Arc::new(with_own_page.map(|(n, _)| EntryId(n as u32)).collect());
    model.updated = facts.into_iter().map(|(updated, _)| updated).collect();
    transparency::build(&mut model, plan, site, diagnostics);
    model.albo = Arc::new(albo::collect(&model, site));
    let gone = gone::collect(&model, site, &model.transparency.plan);
    Arc::make_mut(&mut model.paths).forget(gone);
    model
}

impl Model {
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        let numbered = self.entries.iter().enumerate().map(|(n, entry)| (EntryId(n as u32), &**entry));
        numbered.filter(|(id, _)| !self.gone.contains(id))
    }

    /// The entries that name the model of their page themselves ([`OWN_PAGE`]).
    pub fn with_own_page(&self) -> impl Iterator<Item = &Entry> {
        let there = self.with_own_page.iter().filter(|id| !self.gone.contains(id));
        there.map(|id| self.entry(*id))
    }

    /// The entries with their references resolved, to be shared with the next model.
    pub fn shared_entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// Every entry that was kept, published on the day or not. The second of two with one id is not.
    pub fn shared(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.entries.iter().chain(&self.hidden)
    }

    /// What is written but not published on the day.
    pub fn hidden(&self) -> impl Iterator<Item = &Entry> {
        self.hidden.iter().map(|entry| &**entry)
    }

    pub fn content(&self, id: ContentId) -> &Content {
        &self.contents[id.0 as usize]
    }

    pub fn contents(&self) -> impl Iterator<Item = (ContentId, &Content)> {
        self.order.iter().map(|id| (*id, self.content(*id)))
    }

    /// All numbers of contents are below this one.
    pub fn content_numbers(&self) -> usize {
        self.contents.len()
    }

    /// The content an entry is a version of.
    pub fn content_of(&self, entry: EntryId) -> ContentId {
        self.of_entry[entry.0 as usize]
    }

    /// The content of a type with an id.
    pub fn find(&self, type_name: &str, id: &str) -> Option<ContentId> {
        self.by_key.get(type_name)?.get(id).copied()
    }

    /// The version of a content in a language, else in the main one, else the first.
    pub fn version(&self, id: ContentId, lang: &str) -> EntryId {
        let versions = &self.content(id).versions;
        if let [only] = versions.as_slice() {
            return *only;
        }
        let in_lang =
            |wanted: &str| versions.iter().copied().find(|version| self.entry(*version).lang == wanted);
        in_lang(lang).or_else(|| in_lang(&self.main_language)).unwrap_or(versions[0])
    }

    /// The version that speaks for the content in lists and inverses.
    pub fn main_version(&self, id: ContentId) -> &Entry {
        self.entry(self.version(id, &self.main_language))
    }

    /// Every list of contents that refer to this one, by the name of the relation, in the order of names.
    pub fn inverses(&self, id: ContentId) -> impl Iterator<Item = (&str, &[ContentId])> {
        let lists = self.inverses.get(&id).into_iter().flat_map(|lists| lists.iter());
        lists.map(|(name, contents)| (name.as_str(), contents.as_slice()))
    }

    /// Contents that refer to this one, by the name the relation has on this side.
    pub fn inverse(&self, id: ContentId, name: &str) -> &[ContentId] {
        self.inverses.get(&id).and_then(|inverses| inverses.get(name)).map_or(&[], Vec::as_slice)
    }

    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.0 as usize]
    }

    pub fn sections(&self) -> impl Iterator<Item = (SectionId, &Section)> {
        self.sections.iter().enumerate().map(|(n, section)| (SectionId(n as u32), section))
    }

    /// Contents of a type, in the order of its lists.
    pub fn of_type(&self, name: &str) -> &[ContentId] {
        self.by_type.get(name).map_or(&[], Vec::as_slice)
    }

    /// Puts contents in an order of its own.
    pub fn sort_by(&self, contents: &mut [ContentId], order: &Order) {
        collate::sort_by(contents, order, self);
    }

    /// Puts contents in the order of their type's lists.
    pub fn sort(&self, contents: &mut [ContentId]) {
        collate::sort(contents, self);
    }

    /// The section at an address without language: `/servizi/`.
    pub fn section_at(&self, address: &str) -> Option<SectionId> {
        self.section_by_address.get(address).copied()
    }

    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The topic with a slug, if a published content carries it.
    pub fn topic(&self, slug: &str) -> Option<&Topic> {
        self.topic_by_slug.get(slug).map(|n| &self.topics[*n])
    }

    /// Whether an address without language is that of a topic.
    pub fn is_topic(&self, address: &str) -> bool {
        topics::slug_of(address).is_some_and(|slug| self.topic_by_slug.contains_key(slug))
    }

    pub fn attachment(&self, id: AttachmentId) -> &Attachment {
        self.attachments.get(id)
    }

    /// Files that some published content needs, with their addresses.
    pub fn used_attachments(&self) -> impl Iterator<Item = (AttachmentId, &str)> {
        self.attachments.used()
    }

    /// Every file beside the contents, needed or not.
    pub fn attachments(&self) -> &[Attachment] {
        self.attachments.all()
    }

    /// The address of an attachment.
    pub fn attachment_address(&self, id: AttachmentId) -> &str {
        self.attachments.address(id)
    }

    /// The attachment a path written in a content leads to.
    pub fn attachment_from(&self, entry: &Entry, written: &str) -> Option<AttachmentId> {
        match self.resolve_path(&entry.path, written) {
            PathTarget::Attachment(id) => Some(id),
            _ => None,
        }
    }

    /// Address of a version: that of the content, below the language's folder where it is not the main language.
    pub fn address(&self, id: EntryId) -> Option<String> {
        let address = self.content(self.content_of(id)).address.as_deref()?;
        Some(self.in_language(address, &self.entry(id).lang))
    }

    /// An address below the folder of a language.
    pub fn in_language(&self, address: &str, lang: &str) -> String {
        if lang == self.main_language { address.to_owned() } else { format!("/{lang}{address}") }
    }

    pub fn updated(&self, id: EntryId) -> Option<Date> {
        self.updated[id.0 as usize]
    }

    /// The office that answers for a content, by the one field of its type that says so.
    pub fn competent_office(&self, entry: &Entry) -> Option<ContentId> {
        let field = entry.content_type.competent_office()?;
        let items = entry.items(&field.name);
        targets(items).next().or_else(|| self.written_in(&field.kind, items.first()?))
    }

    /// The content that a reference names. What is not published on the day has none resolved, so it is looked up.
    fn written_in(&self, kind: &Kind, item: &Item) -> Option<ContentId> {
        let Kind::Reference(reference) = kind.item() else { return None };
        let Val::Reference(written) = &item.value else { return None };
        let id = written.written.rsplit_once('/').map_or(written.written.as_str(), |(_, id)| id);
        reference.types.iter().find_map(|name| self.find(name, id))
    }

    /// Whether a content is an act, or stands where transparency speaks of single persons: words of health, hardship
    /// and justice say too much beside a name there.
    pub fn is_of_persons(&self, entry: &Entry) -> bool {
        let listings = || self.transparency.plan.of(&entry.content_type.name, &entry.id);
        entry.content_type.confidentiality == Confidentiality::Act
            || listings().iter().any(|listing| listing.is_of_persons)
    }

    /// The content whose file stands at a path below `content/`, if it is published on the day.
    pub fn content_at(&self, path: &str) -> Option<ContentId> {
        self.paths.content(path)
    }

    /// Addresses of what is not there today although it was or will be, and of all acts of the albo.
    pub fn gone(&self) -> impl Iterator<Item = &str> {
        self.paths.gone().addresses()
    }

    /// Where a path written in a content's Markdown leads.
    pub fn resolve_path(&self, from: &str, written: &str) -> PathTarget {
        self.paths.resolve(from, written)
    }
}

/// The contents that references lead to.
pub fn targets(items: &[crate::validate::Item]) -> impl Iterator<Item = ContentId> {
    items.iter().filter_map(|item| match &item.value {
        Val::Reference(Ref { target, .. }) => *target,
        _ => None,
    })
}
