//! `View`: the only door from templates to the model. Every answer is built once and shared.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, OnceLock},
};

use tera::Value;

use super::{
    reads::{Door, LangId, Memo, Question, note, silently},
    values::{self, MenuItem},
    words::VisitorWords,
};
use crate::{
    config::Config,
    load::Theme,
    model::{AttachmentId, EntryId, Model, PathTarget, SectionId, Topic},
    route::Routes,
    schema::Schemas,
    source::{FileId, Sources},
    stage::Staged,
    tables::Tables,
    validate::{ContentId, Entry},
};

/// The site as templates may see it.
pub struct View {
    /// Through `asking` whoever needs it names a question; else the page has asked for everything.
    pub(super) model: Door<Model>,
    pub(super) tables: Door<Arc<Tables>>,
    pub(super) routes: Door<Routes>,
    pub(super) config: Arc<Config>,
    pub(super) schemas: Arc<Schemas>,
    pub(super) words: Arc<VisitorWords>,
    /// Name of an asset of the theme → its versioned address, with the base path.
    pub(super) assets: BTreeMap<String, String>,
    /// Name of a sheet or script of the theme → its fingerprint.
    pub(super) integrity: BTreeMap<String, String>,
    shared: BTreeMap<String, Shared>,
    /// Fingerprints of answers.
    pub(super) memo: Memo,
    /// The content that stands in a file, made when it is first needed.
    pub(super) files: OnceLock<HashMap<FileId, EntryId>>,
    /// Bytes of each list of the law in every format: a section of many pages shows them on each.
    pub(super) register_sizes: Vec<OnceLock<[u64; 2]>>,
    /// By language, then by name; see [`View::fix`].
    fixed: OnceLock<Fixed>,
}

/// The parts that are the same on every page of a language, as HTML: by language, then by name.
pub(super) type Fixed = BTreeMap<String, BTreeMap<String, Value>>;

/// Answers in one language, each made when it is first asked for.
struct Shared {
    cards: Vec<OnceLock<Value>>,
    sheets: Vec<OnceLock<Value>>,
    section_cards: Vec<OnceLock<Value>>,
    section_links: Vec<OnceLock<Value>>,
    sections: Vec<OnceLock<Value>>,
    site: OnceLock<Value>,
    map: OnceLock<Value>,
    topics: OnceLock<Value>,
    featured_topics: OnceLock<Value>,
    menu: OnceLock<Vec<MenuItem>>,
}

impl Shared {
    fn new(n_contents: usize, n_sections: usize) -> Self {
        let slots = |n: usize| (0..n).map(|_| OnceLock::new()).collect();
        Self {
            cards: slots(n_contents),
            sheets: slots(n_contents),
            section_cards: slots(n_sections),
            section_links: slots(n_sections),
            sections: slots(n_sections),
            site: OnceLock::new(),
            map: OnceLock::new(),
            topics: OnceLock::new(),
            featured_topics: OnceLock::new(),
            menu: OnceLock::new(),
        }
    }
}

/// What a view is made of.
pub struct ViewParts {
    pub model: Model,
    pub tables: Arc<Tables>,
    pub routes: Routes,
    pub config: Arc<Config>,
    pub schemas: Arc<Schemas>,
    /// Name of an asset of the theme → address from the site's root.
    pub assets: BTreeMap<String, String>,
    /// Name of a sheet or script of the theme → its fingerprint.
    pub integrity: BTreeMap<String, String>,
}

impl View {
    /// Reads the visitors' words too; what is wrong in them is told.
    pub fn new(parts: ViewParts, theme: &Theme, sources: &Sources) -> Staged<Self> {
        let words = VisitorWords::read(theme, sources, &parts.config);
        words.map(|words| Self::with_words(parts, Arc::new(words)))
    }

    /// The view of the same theme after a change in the contents.
    pub fn after(&self, parts: ViewParts) -> Self {
        Self::with_words(parts, Arc::clone(&self.words))
    }

    fn with_words(parts: ViewParts, words: Arc<VisitorWords>) -> Self {
        let (n_contents, n_sections) = (parts.model.content_numbers(), parts.model.sections().count());
        let languages = parts.config.lingue.iter();
        let shared = languages.map(|lang| (lang.clone(), Shared::new(n_contents, n_sections))).collect();
        let register_sizes = parts.tables.registers.iter().map(|_| OnceLock::new()).collect();
        let base = parts.config.base_path().to_owned();
        let assets = parts.assets.into_iter().map(|(name, url)| (name, format!("{base}{url}"))).collect();
        Self {
            model: Door::new(parts.model),
            tables: Door::new(parts.tables),
            routes: Door::new(parts.routes),
            config: parts.config,
            schemas: parts.schemas,
            assets,
            integrity: parts.integrity,
            words,
            shared,
            memo: Memo::default(),
            files: OnceLock::new(),
            register_sizes,
            fixed: OnceLock::new(),
        }
    }

    /// Keeps the parts that are the same on every page. They are made by templates that ask this view, so they come last.
    pub(super) fn fix(&self, parts: Fixed) {
        // A view is fixed once, by whoever loads the templates for it.
        let _ = self.fixed.set(parts);
    }

    /// A part that is the same on every page of a language.
    pub(super) fn fixed(&self, name: &str, lang: &str) -> Option<Value> {
        note(|| Question::Everything);
        self.fixed.get()?.get(lang)?.get(name).cloned()
    }

    pub fn model(&self) -> &Model {
        self.model.known()
    }

    pub fn tables(&self) -> &Tables {
        &self.tables
    }

    /// The tables, for a view of the same data.
    pub fn shared_tables(&self) -> Arc<Tables> {
        Arc::clone(&self.tables)
    }

    pub fn routes(&self) -> &Routes {
        self.routes.known()
    }

    pub fn config(&self) -> &Config {
        &self.config
    }

    /// An address of the site as it stands in a page: below the base path.
    pub(super) fn href(&self, url: &str) -> String {
        format!("{}{url}", self.config.base_path())
    }

    /// Notes a question, and gives the model to read its answer from. Nothing else may be read from it.
    pub(super) fn asking(&self, question: impl FnOnce() -> Question) -> &Model {
        note(question);
        self.model.known()
    }

    /// Notes a question about a language; one that the site does not list has no number.
    fn asking_in(&self, lang: &str, question: impl FnOnce(LangId) -> Question) -> &Model {
        self.asking(|| self.lang_id(lang).map_or(Question::Everything, question))
    }

    /// The number of a language among those of the site.
    pub(super) fn lang_id(&self, lang: &str) -> Option<LangId> {
        let at = self.config.lingue.iter().position(|known| known == lang)?;
        LangId::try_from(at).ok()
    }

    /// What stands in the file of a content.
    pub(super) fn entry(&self, id: EntryId) -> &Entry {
        self.asking(|| Question::Entry(id)).entry(id)
    }

    /// The version of a content in a language, and by that its address.
    pub(super) fn version(&self, content: ContentId, lang: &str) -> EntryId {
        self.asking_in(lang, |lang| Question::Version(content, lang)).version(content, lang)
    }

    /// Contents that refer to this one, by the name the relation has on this side.
    pub(super) fn inverse(&self, content: ContentId, name: &str) -> &[ContentId] {
        self.asking(|| Question::Inverse(content, name.into())).inverse(content, name)
    }

    /// Where a path leads that is written in the file of an entry; an attachment with all that is known of it.
    pub(super) fn path(&self, from: &Entry, written: &str) -> PathTarget {
        self.asking(|| Question::Path(from.path.as_str().into(), written.into()))
            .resolve_path(&from.path, written)
    }

    /// The attachment that a path written in an entry leads to.
    pub(super) fn attachment(&self, from: &Entry, written: &str) -> Option<AttachmentId> {
        match self.path(from, written) {
            PathTarget::Attachment(id) => Some(id),
            _ => None,
        }
    }

    pub(super) fn topic(&self, slug: &str) -> Option<&Topic> {
        self.asking(|| Question::Topic(slug.into())).topic(slug)
    }

    /// What lists and references show of a content, in a language.
    pub(super) fn card(&self, content: ContentId, lang: &str) -> Value {
        self.asking_in(lang, |lang| Question::Card(content, lang));
        self.once_of(lang, content.0, |shared| &shared.cards, || values::card(self, content, lang))
    }

    pub(super) fn cards(&self, contents: impl IntoIterator<Item = ContentId>, lang: &str) -> Value {
        contents.into_iter().map(|content| self.card(content, lang)).collect::<Vec<_>>().into()
    }

    /// All fields of a content, without its body.
    pub(super) fn sheet(&self, content: ContentId, lang: &str) -> Value {
        note(|| Question::Everything);
        self.once_of(
            lang,
            content.0,
            |shared| &shared.sheets,
            || values::fields(self, self.model.known().version(content, lang), lang).into(),
        )
    }

    /// Title and address of a section.
    pub(super) fn section_link(&self, id: SectionId, lang: &str) -> Value {
        self.asking_in(lang, |lang| Question::SectionLink(id, lang));
        self.once_of(lang, id.0, |shared| &shared.section_links, || values::section_link(self, id, lang))
    }

    /// What a section shows of itself in lists.
    pub(super) fn section_card(&self, id: SectionId, lang: &str) -> Value {
        self.asking_in(lang, |lang| Question::SectionCard(id, lang));
        self.once_of(lang, id.0, |shared| &shared.section_cards, || values::section_card(self, id, lang))
    }

    /// A section with what lies below it.
    pub(super) fn section(&self, id: SectionId, lang: &str) -> Value {
        note(|| Question::Everything);
        self.once_of(lang, id.0, |shared| &shared.sections, || values::section(self, id, lang))
    }

    pub(super) fn site(&self, lang: &str) -> Value {
        self.once(lang, |shared| &shared.site, || values::site(self, lang))
    }

    pub(super) fn map(&self, lang: &str) -> Value {
        self.once(lang, |shared| &shared.map, || values::map(self, lang))
    }

    pub(super) fn topics(&self, lang: &str) -> Value {
        self.once(lang, |shared| &shared.topics, || values::topics(self, lang))
    }

    pub(super) fn featured_topics(&self, lang: &str) -> Value {
        self.once(lang, |shared| &shared.featured_topics, || values::featured_topics(self, lang))
    }

    /// The menu as a page at `url` shows it.
    pub(super) fn menu(&self, lang: &str, url: &str) -> Value {
        self.asking_in(lang, Question::Menu);
        let show = |items: &[MenuItem]| items.iter().map(|item| item.on(url)).collect::<Vec<_>>().into();
        match self.shared.get(lang) {
            Some(shared) => show(shared.menu.get_or_init(|| silently(|| values::menu(self, lang)))),
            None => show(&silently(|| values::menu(self, lang))),
        }
    }

    /// The answer with a number among its like, made if it is the first time. What it is made of is not noted: who
    /// gets it later does not make it.
    fn once_of(
        &self,
        lang: &str,
        number: u32,
        slots: fn(&Shared) -> &Vec<OnceLock<Value>>,
        build: impl FnOnce() -> Value,
    ) -> Value {
        match self.shared.get(lang) {
            Some(shared) => slots(shared)[number as usize].get_or_init(|| silently(build)).clone(),
            None => silently(build),
        }
    }

    /// An answer of which there is one in a language; templates get it through functions, which name the question.
    fn once(
        &self,
        lang: &str,
        slot: fn(&Shared) -> &OnceLock<Value>,
        build: impl FnOnce() -> Value,
    ) -> Value {
        note(|| Question::Everything);
        match self.shared.get(lang) {
            Some(shared) => slot(shared).get_or_init(|| silently(build)).clone(),
            None => silently(build),
        }
    }
}
