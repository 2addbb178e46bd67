//! Visitors' words: the theme's Fluent files, one per language of the site.

use std::collections::{BTreeMap, HashMap};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use fluent_syntax::ast::{Entry, PatternElement};
use tera::Value;
use unic_langid::LanguageIdentifier;

use super::error::TEMPLATE;
use crate::{
    config::Config,
    diagnostic::{Diagnostic, Place, Severity},
    l10n::said,
    load::Theme,
    markdown::Words,
    source::Sources,
    source::Span,
    stage::Staged,
};

/// The words of every language.
pub(super) struct VisitorWords {
    bundles: BTreeMap<String, FluentBundle<FluentResource>>,
    markdown: BTreeMap<String, Words>,
    /// By language, the words in which nothing is filled in, as templates get them.
    plain: BTreeMap<String, HashMap<String, Value>>,
    main: String,
    /// Some line could not be read, and was told.
    pub(super) is_broken: bool,
}

impl VisitorWords {
    pub(super) fn read(theme: &Theme, sources: &Sources, config: &Config) -> Staged<Self> {
        let languages = &config.lingue;
        let mut diagnostics = Vec::new();
        let mut bundles = BTreeMap::new();
        let mut plain = BTreeMap::new();
        for lang in languages {
            let id: LanguageIdentifier = lang.parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            bundle.set_use_isolating(false);
            if let Some(file) = theme.words.get(lang) {
                let resource = resource(*file, &sources.get(*file).text, &mut diagnostics);
                plain.insert(lang.clone(), plain_words(&resource));
                bundle.add_resource_overriding(resource);
            }
            bundles.insert(lang.clone(), bundle);
        }
        let main = languages.first().cloned().unwrap_or_else(|| "it".to_owned());
        let is_broken = !diagnostics.is_empty();
        diagnostics.extend(missing(theme, config, &bundles, sources));
        let mut words = Self { bundles, markdown: BTreeMap::new(), plain, main, is_broken };
        words.markdown = languages.iter().map(|lang| (lang.clone(), words.for_markdown(lang))).collect();
        Staged::new(words, diagnostics)
    }

    /// A word in a language, else in the main one.
    pub(super) fn find(&self, key: &str, lang: &str, args: &FluentArgs<'_>) -> Option<String> {
        [lang, &self.main].into_iter().find_map(|lang| {
            let bundle = self.bundles.get(lang)?;
            let pattern = bundle.get_message(key)?.value()?;
            Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
        })
    }

    /// A word in which nothing is filled in; nothing for all others.
    pub(super) fn plain(&self, key: &str, lang: &str) -> Option<Value> {
        let own = self.plain.get(lang).and_then(|words| words.get(key));
        let is_own = || self.bundles.get(lang).is_some_and(|bundle| bundle.has_message(key));
        match own {
            None if is_own() => None,
            None => self.plain.get(&self.main)?.get(key).cloned(),
            own => own.cloned(),
        }
    }

    /// A word without arguments; the key itself where there is none.
    pub(super) fn word(&self, key: &str, lang: &str) -> String {
        self.find(key, lang, &FluentArgs::new()).unwrap_or_else(|| key.to_owned())
    }

    /// The words Markdown adds.
    pub(super) fn markdown(&self, lang: &str) -> &Words {
        self.markdown
            .get(lang)
            .or_else(|| self.markdown.get(&self.main))
            .expect("every language has its words")
    }

    fn for_markdown(&self, lang: &str) -> Words {
        let built_in = Words::italian();
        // The names in braces are filled in by the renderer, so they are handed through as they are.
        let mut args = FluentArgs::new();
        args.set("n", "{n}");
        args.set("nome", "{name}");
        let or = |key: &str, built_in: String| self.find(key, lang, &args).unwrap_or(built_in);
        Words {
            footnotes: or("testo-note", built_in.footnotes),
            footnote: or("testo-nota", built_in.footnote),
            back_to_text: or("testo-torna-al-testo", built_in.back_to_text),
            note: or("testo-avviso-nota", built_in.note),
            tip: or("testo-avviso-suggerimento", built_in.tip),
            important: or("testo-avviso-importante", built_in.important),
            warning: or("testo-avviso-attenzione", built_in.warning),
            caution: or("testo-avviso-pericolo", built_in.caution),
            table: or("testo-tabella", built_in.table),
            table_named: or("testo-tabella-con-nome", built_in.table_named),
            done: or("testo-fatto", built_in.done),
            to_do: or("testo-da-fare", built_in.to_do),
            other_site: or("testo-altro-sito", built_in.other_site),
        }
    }
}

/// Languages of the site for which the theme has no words, or not all: visitors would read those of the main one.
fn missing(
    theme: &Theme,
    config: &Config,
    bundles: &BTreeMap<String, FluentBundle<FluentResource>>,
    sources: &Sources,
) -> Vec<Diagnostic> {
    let Some((main, others)) = config.lingue.split_first() else { return Vec::new() };
    let Some(all) = theme.words.get(main) else { return Vec::new() };
    let mut told = Vec::new();
    for (n, lang) in others.iter().enumerate() {
        let about = |words, place: Place| {
            let told = TEMPLATE.variant(words, place).severity(Severity::Warning);
            told.with("lang", lang).with("main", main).with("theme", &theme.name)
        };
        let Some(file) = theme.words.get(lang) else {
            let place = config.places.languages.get(n + 1).map(|span| (*span).into());
            told.push(about("template--language", place.unwrap_or_else(|| (*all).into())));
            continue;
        };
        let has = |key: &String| bundles.get(lang).is_some_and(|bundle| bundle.has_message(key));
        let missing: Vec<String> =
            keys(&sources.get(*all).text).into_iter().filter(|key| !has(key)).collect();
        if !missing.is_empty() {
            let some: Vec<String> = missing.iter().take(SOME).map(|key| format!("`{key}`")).collect();
            let words = about("template--language-words", (*file).into());
            told.push(words.with("n", missing.len()).with("some", some.join(", ")));
        }
    }
    told
}

/// Words that are named when some are missing.
const SOME: usize = 5;

/// The names of all words of a file, in its order.
fn keys(text: &str) -> Vec<String> {
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let names = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    });
    names.collect()
}

/// Messages that are one piece of text.
fn plain_words(resource: &FluentResource) -> HashMap<String, Value> {
    let mut words = HashMap::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let elements = message.value.as_ref().map_or(&[][..], |pattern| &pattern.elements);
        // The last of two with one name counts.
        words.remove(message.id.name);
        if let [PatternElement::TextElement { value }] = elements {
            words.insert(message.id.name.to_owned(), (*value).into());
        }
    }
    words
}

fn resource(file: crate::source::FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> FluentResource {
    match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            diagnostics.extend(errors.iter().map(|error| {
                let place = Span { file, start: error.pos.start as u32, end: error.pos.start as u32 };
                TEMPLATE.variant("template--words", place).with("detail", said("Fluent", &error.to_string()))
            }));
            resource
        }
    }
}
