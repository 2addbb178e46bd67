//! The variables of one page, and the templates it may take.

use jiff::civil::Date;
use tera::{Context, Value};

use super::{
    View, albo, dates,
    reads::Question,
    sections,
    values::{self, object},
};
use crate::{
    markdown::Contents,
    model::{EntryId, SectionId, transparency::is_refused},
    route::{self, Page, Route, Shape},
    validate::Entry,
};

/// What the template of a route may use by name.
pub(super) fn variables(view: &View, route: &Route) -> Context {
    match &route.shape {
        Shape::Section { section, page } => section_page(view, route, *section, page),
        Shape::Topic { topic, page } => topic_page(view, route, *topic, page),
        Shape::Content(id) => content_page(view, route, *id),
        Shape::Albo(file) => albo::page(view, route, file),
        // Files that are no pages have no variables.
        _ => Context::new(),
    }
}

/// Names of the templates a route may take: the first one the theme has is used.
pub(super) fn templates(view: &View, route: &Route) -> Vec<String> {
    let chosen = |entry: Option<&Entry>| entry?.text("modello").map(|name| format!("modelli/{name}.html"));
    let (chosen, own): (Option<String>, Vec<String>) = match &route.shape {
        Shape::Content(id) => {
            let entry = view.entry(*id);
            let own = format!("tipi/{}.html", entry.content_type.name);
            (chosen(Some(entry)), vec![own, "tipi/contenuto.html".to_owned()])
        }
        Shape::Section { section, .. } => {
            let section = view.asking(|| Question::Section(*section)).section(*section);
            let entry = section.content.map(|content| view.entry(view.version(content, &route.lang)));
            let special = match section.address.as_str() {
                "/" => Some("home.html"),
                _ => section.is_of_law.then_some("trasparenza.html"),
            };
            (chosen(entry), special.into_iter().chain(["sezione.html"]).map(str::to_owned).collect())
        }
        Shape::Topic { .. } => (None, vec!["argomento.html".to_owned(), "sezione.html".to_owned()]),
        Shape::Albo(file) => (None, vec![albo::template(file).to_owned()]),
        _ => (None, Vec::new()),
    };
    chosen.into_iter().chain(own).collect()
}

fn content_page(view: &View, route: &Route, id: EntryId) -> Context {
    let model = view.asking(|| Question::Own(id));
    let entry = model.entry(id);
    let lang = &route.lang;
    let whole = whole(view, id, lang);
    let office = model.competent_office(entry).map(|office| view.card(office, lang));
    let head = Head {
        title: &entry.title,
        description: entry.text("descrizione_breve"),
        kind: &entry.content_type.name,
        section: view.asking(|| Question::About(id)).content(model.content_of(id)).section,
        entry: Some(id),
        page: None,
        base: &route.url,
        office,
        updated: None,
        sections: sections::sections(view, id, &whole, lang),
    };
    let mut context = Context::new();
    context.insert_value("pagina", head.value(view, route));
    context.insert_value("contenuto", whole);
    context.insert_value("elenco", Value::none());
    context
}

/// All fields and the body: made for this page and kept no longer.
fn whole(view: &View, id: EntryId, lang: &str) -> Value {
    let entry = view.entry(id);
    let mut members = values::fields(view, id, lang);
    let body = match entry.body.is_empty() {
        true => Value::none(),
        false => values::body_html(view, &entry.body, entry, lang, 0, ""),
    };
    members.put("corpo", body);
    members.put("indice", contents_table(&entry.body.contents(3)));
    let files = view.model().files_of_texts(entry);
    let files: Vec<Value> = files.into_iter().map(|file| values::file(view, file, lang)).collect();
    members.put("file_dei_testi", files);
    members.into()
}

fn contents_table(contents: &[Contents<'_>]) -> Value {
    let line = |contents: &Contents<'_>| {
        object([
            ("id", contents.heading.id.as_str().into()),
            ("titolo", contents.heading.text.as_str().into()),
            ("livello", i64::from(contents.heading.level).into()),
            ("figli", contents_table(&contents.below)),
        ])
    };
    contents.iter().map(line).collect::<Vec<_>>().into()
}

fn section_page(view: &View, route: &Route, id: SectionId, page: &Page) -> Context {
    let model = view.asking(|| Question::Section(id));
    let section = model.section(id);
    let lang = &route.lang;
    let entry = section.content.map(|content| view.version(content, lang));
    let written = entry.map(|entry| view.entry(entry));
    let base = model.in_language(&section.address, lang);
    let law = model.transparency.page_of(id);
    let head = Head {
        title: written.filter(|_| !section.is_of_law).map_or(&section.title, |entry| &entry.title),
        description: written.and_then(|entry| entry.text("descrizione_breve")),
        kind: "sezione",
        section: section.parent,
        entry,
        page: Some(page),
        base: &base,
        office: law.and_then(|law| law.office).map(|office| view.card(office, lang)),
        updated: law.and_then(|law| law.updated),
        sections: Vec::<Value>::new().into(),
    };
    let is_topic = |id: SectionId| model.is_topic(&model.section(id).address);
    let shown = section.children.iter().filter(|child| !is_topic(**child));
    let subsections: Vec<Value> = shown.map(|child| view.section_card(*child, lang)).collect();
    let featured = written.map(|entry| crate::model::targets(entry.items("in_evidenza")).collect::<Vec<_>>());
    let list = object([
        ("contenuti", view.cards(page.contents.iter().copied(), lang)),
        ("totale", page.total.into()),
        ("sottosezioni", subsections.into()),
        ("in_evidenza", view.cards(featured.unwrap_or_default(), lang)),
    ]);
    let mut context = Context::new();
    context.insert_value("pagina", head.value(view, route));
    context.insert_value("contenuto", entry.map_or_else(Value::none, |entry| whole(view, entry, lang)));
    context.insert_value("elenco", list);
    if section.is_of_law {
        context.insert_value("trasparenza", view.law(route, id, page));
    }
    context
}

fn topic_page(view: &View, route: &Route, n: usize, page: &Page) -> Context {
    let model = view.asking(|| Question::TopicHead(n));
    let topic = &model.topics()[n];
    let lang = &route.lang;
    let entry = topic.content.map(|content| view.version(content, lang));
    let above = ["/argomenti/", "/"];
    let section_at = |address: &str| view.asking(|| Question::SectionAt(address.into())).section_at(address);
    let section = above.into_iter().find_map(section_at);
    let head = Head {
        title: &topic.label,
        description: entry.and_then(|entry| view.entry(entry).text("descrizione_breve")),
        kind: "argomento",
        section,
        entry,
        page: Some(page),
        base: &topic.address,
        office: None,
        updated: None,
        sections: Vec::<Value>::new().into(),
    };
    let mut groups: Vec<(&str, &str, Vec<Value>)> = Vec::new();
    for content in &page.contents {
        let card = view.card(*content, lang);
        // The type of a content is part of its name.
        let content_type = &model.main_version(*content).content_type;
        match groups.last_mut().filter(|group| group.0 == content_type.name) {
            Some(group) => group.2.push(card),
            None => groups.push((&content_type.name, &content_type.plural, vec![card])),
        }
    }
    let groups: Vec<Value> = groups
        .into_iter()
        .map(|(kind, label, cards)| {
            object([("tipo", kind.into()), ("etichetta", label.into()), ("contenuti", cards.into())])
        })
        .collect();
    let list = object([
        ("contenuti", view.cards(page.contents.iter().copied(), lang)),
        ("totale", page.total.into()),
        ("gruppi", groups.into()),
        ("sottosezioni", Vec::<Value>::new().into()),
        ("in_evidenza", Vec::<Value>::new().into()),
    ]);
    let mut context = Context::new();
    context.insert_value("pagina", head.value(view, route));
    context.insert_value("contenuto", entry.map_or_else(Value::none, |entry| whole(view, entry, lang)));
    context.insert_value("elenco", list);
    context
}

/// What every page says of itself.
pub(super) struct Head<'a> {
    pub title: &'a str,
    pub description: Option<&'a str>,
    pub kind: &'a str,
    /// The section above.
    pub section: Option<SectionId>,
    pub entry: Option<EntryId>,
    pub page: Option<&'a Page>,
    /// Address of the first page of the list.
    pub base: &'a str,
    pub office: Option<Value>,
    /// Known better than by what describes the page.
    pub updated: Option<Date>,
    pub sections: Value,
}

impl Head<'_> {
    pub(super) fn value(self, view: &View, route: &Route) -> Value {
        let lang = &route.lang;
        let entry = self.entry.map(|entry| view.entry(entry));
        let is_of_albo = matches!(route.shape, Shape::Albo(_));
        let about = |id: EntryId| (view.asking(|| Question::About(id)), id);
        let about = self.entry.map(about);
        let is_hidden = about.is_some_and(|(model, id)| is_refused(model, id));
        let updated = self.updated.or_else(|| about.and_then(|(model, id)| model.updated(id)));
        let calendar = about.and_then(|(model, id)| route::calendar_url(model, id));
        object([
            ("url", view.href(&route.url).into()),
            ("assoluto", view.config.absolute(&route.url).into()),
            ("titolo", self.title.into()),
            ("descrizione", self.description.into()),
            ("lingua", lang.as_str().into()),
            ("lingua_schede", labels_language(view, lang)),
            ("tipo", self.kind.into()),
            ("modello", entry.and_then(|entry| entry.text("modello")).into()),
            ("indicizzabile", (!is_hidden && !is_of_albo && !route.url.ends_with("/404.html")).into()),
            ("briciole", breadcrumbs(view, self.section, lang)),
            ("traduzioni", translations(view, self.entry, route)),
            ("aggiornato", updated.map(|date| dates::value(date, lang)).into()),
            ("ufficio", self.office.into()),
            ("sezioni", self.sections),
            ("calendario", calendar.map(|url| view.href(&url)).into()),
            (
                "paginazione",
                self.page.filter(|page| page.of > 1).map(|page| pagination(view, page, self.base)).into(),
            ),
        ])
    }
}

/// The language of the labels of schemas and vocabularies, on a page in another one.
pub(super) fn labels_language(view: &View, lang: &str) -> Value {
    let main = view.config.main_language();
    (main != lang).then_some(main).into()
}

/// From the home page down to the section above.
fn breadcrumbs(view: &View, section: Option<SectionId>, lang: &str) -> Value {
    let mut crumbs = Vec::new();
    let mut at = section;
    while let Some(id) = at {
        crumbs.push(view.section_link(id, lang));
        // What is above a section is written in its address.
        at = view.model().section(id).parent;
    }
    crumbs.reverse();
    crumbs.into()
}

/// The page in all languages it exists in, when it exists in more than one.
fn translations(view: &View, entry: Option<EntryId>, route: &Route) -> Value {
    let Some(id) = entry else { return Vec::<Value>::new().into() };
    let model = view.asking(|| Question::About(id));
    let versions = &model.content(model.content_of(id)).versions;
    if versions.len() < 2 {
        return Vec::<Value>::new().into();
    }
    let one = |version: &EntryId| {
        let lang = &model.entry(*version).lang;
        let url = model.address(*version)?;
        Some(object([
            ("lingua", lang.as_str().into()),
            ("nome", values::language_name(lang).into()),
            ("url", view.href(&url).into()),
            ("assoluto", view.config.absolute(&url).into()),
            ("attuale", (*lang == route.lang).into()),
        ]))
    };
    versions.iter().filter_map(one).collect::<Vec<_>>().into()
}

fn pagination(view: &View, page: &Page, base: &str) -> Value {
    pages(view, page.number, page.of, base)
}

/// Pages on either side of the one that is shown to which its list of pages leads.
const NEAR: usize = 2;

/// The numbers of a list of pages: the first, the last and those near the one that is shown. A single page is not left out.
fn shown_pages(at: usize, of: usize) -> Vec<usize> {
    let near = |n: usize| n.abs_diff(at) <= NEAR || n.abs_diff(at) == NEAR + 1 && (n == 2 || n + 1 == of);
    let around = at.saturating_sub(NEAR + 1).max(2)..(at + NEAR + 2).min(of);
    [1].into_iter().chain(around.filter(|n| near(*n))).chain((of > 1).then_some(of)).collect()
}

/// The pages of a list, and which of them this is.
pub(super) fn pages(view: &View, at: usize, of: usize, base: &str) -> Value {
    let url = |number: usize| view.href(&route::page_url(base, number));
    let mut before = 0;
    let pages: Vec<Value> = shown_pages(at, of)
        .into_iter()
        .map(|number| {
            let is_after_others = number > std::mem::replace(&mut before, number) + 1;
            object([
                ("numero", number.into()),
                ("url", url(number).into()),
                ("attuale", (number == at).into()),
                ("dopo_un_salto", is_after_others.into()),
            ])
        })
        .collect();
    object([
        ("attuale", at.into()),
        ("totale", of.into()),
        ("precedente", (at > 1).then(|| url(at - 1)).into()),
        ("successiva", (at < of).then(|| url(at + 1)).into()),
        ("pagine", pages.into()),
    ])
}

#[cfg(test)]
mod tests {
    use super::shown_pages;

    #[test]
    fn long_lists_lead_to_their_ends_and_to_what_is_near() {
        let check = |at, of, expected: &[usize]| assert_eq!(shown_pages(at, of), expected, "{at} of {of}");
        check(1, 1, &[1]);
        check(2, 2, &[1, 2]);
        check(1, 9, &[1, 2, 3, 9]);
        check(4, 7, &[1, 2, 3, 4, 5, 6, 7]);
        check(5, 9, &[1, 2, 3, 4, 5, 6, 7, 8, 9]);
        check(6, 11, &[1, 4, 5, 6, 7, 8, 11]);
        check(1_000, 2_000, &[1, 998, 999, 1_000, 1_001, 1_002, 2_000]);
        check(2_000, 2_000, &[1, 1_998, 1_999, 2_000]);
    }
}
