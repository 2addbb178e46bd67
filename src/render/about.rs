//! What a page is about, for those who search: its kind, its topics, the office that answers for it.

use fluent_bundle::FluentArgs;

use super::{View, dates, reads::Question, values::member};
use crate::{
    model::{EntryId, OWN_PAGE},
    route::{Page, Route, Shape},
    validate::{Entry, Val},
};

/// A page in a few words.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    pub title: String,
    /// The name of its type, as visitors read it.
    pub kind: String,
    pub topics: Vec<String>,
    pub office: Option<String>,
    /// The day it is listed under, as people write it; only where the newest come first.
    pub day: Option<String>,
    pub summary: Option<String>,
    /// It shows other pages.
    pub is_list: bool,
}

/// The page that searches is not worth finding.
const SEARCH: &str = "ricerca";

impl View {
    /// None: there is nothing to find at this address.
    pub fn about(&self, route: &Route) -> Option<About> {
        let lang = &route.lang;
        match &route.shape {
            Shape::Content(id) => {
                let entry = self.entry(*id);
                (entry.text("modello") != Some(SEARCH)).then(|| self.about_content(*id, lang))
            }
            Shape::Section { section, page: Page { number: 1, .. } } => {
                let section = self.asking(|| Question::Section(*section)).section(*section);
                let entry = section.content.map(|content| self.entry(self.version(content, lang)));
                let title = entry.map_or(&section.title, |entry| &entry.title);
                Some(self.about_list("sezione", "Sezione", title, entry, lang))
            }
            Shape::Topic { topic, page: Page { number: 1, .. } } => {
                let topic = &self.asking(|| Question::TopicHead(*topic)).topics()[*topic];
                let entry = topic.content.map(|content| self.entry(self.version(content, lang)));
                Some(self.about_list("argomento", "Argomento", &topic.label, entry, lang))
            }
            _ => None,
        }
    }

    /// Whether the site has a page that searches.
    pub fn has_search(&self) -> bool {
        self.model.with_own_page().any(|entry| entry.text(OWN_PAGE) == Some(SEARCH))
    }

    fn about_content(&self, id: EntryId, lang: &str) -> About {
        let entry = self.entry(id);
        let office = self.model().competent_office(entry);
        let order = &entry.content_type.order;
        let day = match entry.field(&order.field).map(|item| &item.value) {
            Some(Val::Date(date)) if order.descending => Some(dates::text(*date, lang)),
            _ => None,
        };
        About {
            title: entry.title.clone(),
            kind: self.kind(&entry.content_type.name, &entry.content_type.label, lang),
            topics: topics(entry),
            office: office
                .and_then(|office| member(&self.card(office, lang), "titolo").as_str().map(str::to_owned)),
            day,
            summary: entry.text("descrizione_breve").map(str::to_owned),
            is_list: false,
        }
    }

    fn about_list(&self, kind: &str, label: &str, title: &str, entry: Option<&Entry>, lang: &str) -> About {
        About {
            title: title.to_owned(),
            kind: self.kind(kind, label, lang),
            topics: Vec::new(),
            office: None,
            day: None,
            summary: entry.and_then(|entry| entry.text("descrizione_breve")).map(str::to_owned),
            is_list: true,
        }
    }

    /// Schemas name types in the site's main language; a theme may have words for the others.
    fn kind(&self, name: &str, label: &str, lang: &str) -> String {
        let key = format!("genere-{}", name.replace('_', "-"));
        self.words.find(&key, lang, &FluentArgs::new()).unwrap_or_else(|| label.to_owned())
    }
}

fn topics(entry: &Entry) -> Vec<String> {
    let label = |item: &crate::validate::Item| match &item.value {
        Val::Word { label, .. } => Some(label.clone()),
        _ => None,
    };
    entry.items("argomenti").iter().filter_map(label).collect()
}
