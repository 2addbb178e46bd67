//! `View`: the only door from templates to the model. Every answer is built once and shared.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use tera::Value;

use super::{values, words::VisitorWords};
use crate::{
    config::Config,
    load::Theme,
    model::{Model, SectionId},
    route::Routes,
    schema::Schemas,
    source::Sources,
    stage::Staged,
    validate::ContentId,
};

/// The site as templates may see it.
pub struct View {
    pub(super) model: Model,
    pub(super) routes: Routes,
    pub(super) config: Arc<Config>,
    pub(super) schemas: Arc<Schemas>,
    pub(super) words: Arc<VisitorWords>,
    /// Name of an asset of the theme → its versioned address, with the base path.
    pub(super) assets: BTreeMap<String, String>,
    /// Name of a sheet or script of the theme → its fingerprint.
    pub(super) integrity: BTreeMap<String, String>,
    cards: BTreeMap<String, Vec<OnceLock<Value>>>,
    sheets: BTreeMap<String, Vec<OnceLock<Value>>>,
    site: BTreeMap<String, OnceLock<Value>>,
    map: BTreeMap<String, OnceLock<Value>>,
    topics: BTreeMap<String, OnceLock<Value>>,
}

/// What a view is made of.
pub struct ViewParts {
    pub model: Model,
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
        let words = VisitorWords::read(theme, sources, &parts.config.lingue);
        words.map(|words| Self::with_words(parts, Arc::new(words)))
    }

    /// The view of the same theme after a change in the contents.
    pub fn after(&self, parts: ViewParts) -> Self {
        Self::with_words(parts, Arc::clone(&self.words))
    }

    fn with_words(parts: ViewParts, words: Arc<VisitorWords>) -> Self {
        let n = parts.model.content_numbers();
        let per_language = |n: usize| -> BTreeMap<String, Vec<OnceLock<Value>>> {
            parts
                .config
                .lingue
                .iter()
                .map(|lang| (lang.clone(), (0..n).map(|_| OnceLock::new()).collect()))
                .collect()
        };
        let base = parts.config.base_path().to_owned();
        let assets = parts.assets.into_iter().map(|(name, url)| (name, format!("{base}{url}"))).collect();
        let one = || parts.config.lingue.iter().map(|lang| (lang.clone(), OnceLock::new())).collect();
        let (cards, sheets, site, map, topics) = (per_language(n), per_language(n), one(), one(), one());
        Self {
            model: parts.model,
            routes: parts.routes,
            config: parts.config,
            schemas: parts.schemas,
            assets,
            integrity: parts.integrity,
            words,
            cards,
            sheets,
            site,
            map,
            topics,
        }
    }

    pub fn model(&self) -> &Model {
        &self.model
    }

    pub fn routes(&self) -> &Routes {
        &self.routes
    }

    pub fn config(&self) -> &Config {
        &self.config
    }

    /// An address of the site as it stands in a page: below the base path.
    pub(super) fn href(&self, url: &str) -> String {
        format!("{}{url}", self.config.base_path())
    }

    /// What lists and references show of a content, in a language.
    pub(super) fn card(&self, content: ContentId, lang: &str) -> Value {
        let slot = self.cards.get(lang).map(|cards| &cards[content.0 as usize]);
        match slot {
            Some(slot) => slot.get_or_init(|| values::card(self, content, lang)).clone(),
            None => values::card(self, content, lang),
        }
    }

    pub(super) fn cards(&self, contents: impl IntoIterator<Item = ContentId>, lang: &str) -> Value {
        contents.into_iter().map(|content| self.card(content, lang)).collect::<Vec<_>>().into()
    }

    /// All fields of a content, without its body.
    pub(super) fn sheet(&self, content: ContentId, lang: &str) -> Value {
        let build = || values::fields(self, self.model.version(content, lang), lang);
        match self.sheets.get(lang).map(|sheets| &sheets[content.0 as usize]) {
            Some(slot) => slot.get_or_init(build).clone(),
            None => build(),
        }
    }

    /// What a section shows of itself in lists.
    pub(super) fn section_card(&self, id: SectionId, lang: &str) -> Value {
        values::section_card(self, id, lang)
    }

    pub(super) fn site(&self, lang: &str) -> Value {
        shared(&self.site, lang, || values::site(self, lang))
    }

    pub(super) fn map(&self, lang: &str) -> Value {
        shared(&self.map, lang, || values::map(self, lang))
    }

    pub(super) fn topics(&self, lang: &str) -> Value {
        shared(&self.topics, lang, || values::topics(self, lang))
    }
}

fn shared(slots: &BTreeMap<String, OnceLock<Value>>, lang: &str, build: impl FnOnce() -> Value) -> Value {
    match slots.get(lang) {
        Some(slot) => slot.get_or_init(build).clone(),
        None => build(),
    }
}
