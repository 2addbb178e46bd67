//! From what was written to what it means: front matter held against its schema and read into typed values.
//! This is the last place where raw YAML exists.

mod identity;
mod read;
mod value;

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use rayon::prelude::*;

pub use identity::{CONTENT_TYPE, FILE_NAME};
pub use read::{BODY, DATE_ORDER, SLUG, VOCABULARY};
pub use value::{ContentId, Item, Ref, Val};

use crate::{
    diagnostic::Diagnostic,
    hash::Hash,
    load::{Loaded, Site},
    markdown::Body,
    rule::Meta,
    schema::ContentType,
    source::{FileId, Sources, Span},
    stage::Staged,
};

pub static RULES: &[&Meta] = &[&BODY, &CONTENT_TYPE, &DATE_ORDER, &FILE_NAME, &SLUG, &VOCABULARY];

/// One version of a content in one language, understood.
#[derive(Debug, Clone)]
pub struct Entry {
    pub content_type: Arc<ContentType>,
    pub file: FileId,
    /// Relative to `content/`.
    pub path: String,
    /// Unique within the type.
    pub id: String,
    pub lang: String,
    pub slug: String,
    pub title: String,
    /// What the title is sorted by: without case and accents.
    pub sort_key: String,
    /// Fields that were filled in and could be read, in the order of the schema.
    pub fields: Vec<(String, Item)>,
    pub body: Body,
    /// The whole file: what the entry is made of, besides schemas and settings.
    pub source: Arc<str>,
    /// The hash of the file, once somebody asks.
    pub hash: OnceLock<Hash>,
    /// Byte range of the front matter's first line: where the whole content is told about.
    pub head: Span,
}

/// The contents, and the ids of those that could not be read: a reference to one of them is not broken.
#[derive(Debug, Default, Clone)]
pub struct Validated {
    pub entries: Vec<Arc<Entry>>,
    /// Type and id.
    pub unreadable: Vec<(String, String)>,
}

impl Entry {
    pub fn field(&self, name: &str) -> Option<&Item> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, item)| item)
    }

    /// The hash of the whole file.
    pub fn hash(&self) -> Hash {
        *self.hash.get_or_init(|| Hash::of(self.source.as_bytes()))
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        match &self.field(name)?.value {
            Val::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn date(&self, name: &str) -> Option<Date> {
        self.field(name)?.value.date()
    }

    pub fn is_true(&self, name: &str) -> bool {
        matches!(self.field(name).map(|item| &item.value), Some(Val::Bool(true)))
    }

    /// The items of a list field; a field that holds one value counts as a list of one.
    pub fn items(&self, name: &str) -> &[Item] {
        match self.field(name) {
            Some(Item { value: Val::List(items), .. }) => items,
            Some(item) => std::slice::from_ref(item),
            None => &[],
        }
    }

    /// The first day on which it may be there: `pubblicato_dal`, else the first day on the albo pretorio, since an act is
    /// not known to the public before it is published there. None: it always may.
    pub fn first_day(&self) -> Option<Date> {
        let on_the_albo = || self.field("albo")?.value.member("dal")?.value.date();
        self.date("pubblicato_dal").or_else(on_the_albo)
    }

    /// Whether it belongs into the output of that day (`bozza`, `pubblicato_dal`, `pubblicato_fino`).
    pub fn is_published(&self, today: Date, drafts: bool) -> bool {
        (drafts || !self.is_true("bozza"))
            && self.first_day().is_none_or(|from| from <= today)
            && self.date("pubblicato_fino").is_none_or(|until| today <= until)
    }

    /// Every Markdown text of the content: its fields, then its body.
    pub fn bodies(&self) -> Vec<&Body> {
        let mut bodies = Vec::new();
        for (_, item) in &self.fields {
            item.value.collect_bodies(&mut bodies);
        }
        bodies.push(&self.body);
        bodies
    }
}

/// What is known of contents since another day.
pub trait Memory: Sync {
    /// What a file came to, with what was told of its front matter, and its texts read. None: that is not known.
    fn recall(&self, loaded: &Loaded, site: &Site) -> Option<Staged<Arc<Entry>>>;
    /// Hears what a file came to that was not known, and what was told of its front matter.
    fn keep(&self, loaded: &Loaded, entry: &Entry, told: &[Diagnostic], site: &Site);
}

/// Nothing is known.
impl Memory for () {
    fn recall(&self, _: &Loaded, _: &Site) -> Option<Staged<Arc<Entry>>> {
        None
    }

    fn keep(&self, _: &Loaded, _: &Entry, _: &[Diagnostic], _: &Site) {}
}

/// Understands every content, in parallel. One that has mistakes is kept without what could not be read.
pub fn run(site: &Site, sources: &Sources) -> Staged<Validated> {
    run_with(site, sources, &())
}

/// [`run`], understanding nothing anew that is known.
pub fn run_with(site: &Site, sources: &Sources, memory: &dyn Memory) -> Staged<Validated> {
    let one = |loaded: &Loaded| {
        let mut understood = match memory.recall(loaded, site) {
            Some(known) => known.map(Outcome::Entry),
            None => {
                let new = front(loaded, site, sources);
                if let Outcome::Entry(entry) = &new.value {
                    memory.keep(loaded, entry, &new.diagnostics, site);
                }
                new
            }
        };
        understood.diagnostics.extend(of_texts(&understood.value));
        understood
    };
    let understood: Vec<Staged<Outcome>> = site.contents.par_iter().map(one).collect();
    let mut diagnostics = Vec::new();
    let outcomes = understood.into_iter().map(|staged| staged.unpack(&mut diagnostics)).collect::<Vec<_>>();
    Staged::new(collect(outcomes, site), diagnostics)
}

/// The contents of a site, from what each of its files came to.
pub fn collect(outcomes: impl IntoIterator<Item = Outcome>, site: &Site) -> Validated {
    let mut validated = Validated::default();
    for outcome in outcomes {
        match outcome {
            Outcome::Entry(entry) => validated.entries.push(entry),
            Outcome::Unreadable(key) => validated.unreadable.push(key),
            Outcome::Nothing => {}
        }
    }
    for path in site.unread.iter().filter(|path| path.ends_with(".md")) {
        if let Some((content_type, identity)) = identity::of_path(path, site) {
            validated.unreadable.push((content_type.name.clone(), identity.id));
        }
    }
    validated
}

/// What a file came to.
#[derive(Debug, Clone)]
pub enum Outcome {
    Entry(Arc<Entry>),
    /// Type and id of a content whose front matter says nothing that could be read.
    Unreadable((String, String)),
    /// Nobody knows what it was meant to be.
    Nothing,
}

/// What there is to say of the Markdown of a content. Texts that nobody asked about yet are read now.
pub fn of_texts(outcome: &Outcome) -> Vec<Diagnostic> {
    let Outcome::Entry(entry) = outcome else { return Vec::new() };
    entry.bodies().into_iter().flat_map(|body| body.diagnostics().iter().cloned()).collect()
}

/// [`front`] after a change of what it is judged by: a body that is known to be the same stays read.
pub fn front_after(
    before: Option<&Outcome>,
    loaded: &Loaded,
    site: &Site,
    sources: &Sources,
) -> Staged<Outcome> {
    let mut understood = front(loaded, site, sources);
    if let (Some(Outcome::Entry(before)), Outcome::Entry(now)) = (before, &mut understood.value)
        && before.body.is_same(&now.body)
        && let Some(now) = Arc::get_mut(now)
    {
        now.body = before.body.clone();
    }
    understood
}

/// Understands the front matter of a file, and leaves its Markdown unread.
pub fn front(loaded: &Loaded, site: &Site, sources: &Sources) -> Staged<Outcome> {
    let source = sources.get(loaded.file);
    let mut diagnostics = Vec::new();
    let limits = site.config.limiti.yaml();
    let parsed = crate::tree::parse_yaml(loaded.file, &source.text, loaded.front.clone(), limits)
        .unpack(&mut diagnostics);
    let Some((content_type, identity)) = identity::of(loaded, &parsed.map, site).unpack(&mut diagnostics)
    else {
        return Staged::new(Outcome::Nothing, diagnostics);
    };
    if parsed.map.is_empty() && !diagnostics.is_empty() {
        return Staged::new(Outcome::Unreadable((content_type.name.clone(), identity.id)), diagnostics);
    }
    let reader = read::Reader { site, text: &source.text, file: loaded.file };
    let entry = reader.entry(loaded, content_type, identity, &parsed).unpack(&mut diagnostics);
    Staged::new(Outcome::Entry(Arc::new(entry)), diagnostics)
}
