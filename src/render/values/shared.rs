//! Answers that are the same on every page of a language: the site itself, its map, its topics.

use tera::{Map, Value, value::Key};

use super::{super::View, member, object};
use crate::{
    load::COLOURS,
    model::{SectionId, albo::ADDRESS},
    route::{self, ALBO_FEED, ALBO_JSON, FEEDS, SEARCH_FOLDER, archive_url},
};

/// What `site.toml` says, for templates.
pub(in super::super) fn site(view: &View, lang: &str) -> Value {
    let config = &view.config;
    let text = |text: &Option<String>| Value::from(text.as_deref());
    let languages: Vec<Value> = config
        .lingue
        .iter()
        .map(|code| object([("codice", code.as_str().into()), ("nome", language_name(code).into())]))
        .collect();
    let digital: Map = ["valutazione", "prenotazione", "assistenza", "disservizio"]
        .into_iter()
        .map(|name| {
            (name.into(), config.servizi_digitali.get(name).map(|target| endpoint(view, target)).into())
        })
        .collect();
    object([
        ("nome", config.nome.as_str().into()),
        ("nome_breve", config.short_name().into()),
        ("codice_ipa", text(&config.codice_ipa)),
        ("assoluto", config.indirizzo_web.trim_end_matches('/').into()),
        // Before an address that has the base path already.
        ("origine", config.indirizzo_web.trim_end_matches('/').strip_suffix(config.base_path()).into()),
        ("lingue", languages.into()),
        ("ente", Value::from_serializable(&config.ente)),
        ("social", Value::from_serializable(&config.social)),
        ("piede", footer(view)),
        ("area_personale", Value::from_serializable(&config.area_personale)),
        ("servizi_digitali", digital.into()),
        ("ricerca", search_script(view).into()),
        ("aiuti", help(view, lang)),
        ("moduli", forms(view)),
        ("aspetto", appearance(view)),
        ("video", Value::from_serializable(&config.video)),
        ("albo", albo(view)),
        ("feed", feeds(view).into()),
        ("calendari", calendars(view)),
    ])
}

/// What `[piede]` adds to the foot of every page.
fn footer(view: &View) -> Value {
    let footer = &view.config.piede;
    let links = footer.collegamenti.iter().map(|link| {
        object([("etichetta", link.etichetta.as_str().into()), ("url", endpoint(view, &link.url).into())])
    });
    object([
        ("collegamenti", links.collect::<Vec<_>>().into()),
        ("dichiarazione_accessibilita", footer.dichiarazione_accessibilita.as_str().into()),
    ])
}

/// The pages where people get help, by the name of the digital service each stands for.
const HELP: [(&str, &str); 4] = [
    ("faq", "domande-frequenti"),
    ("prenotazione", "prenota-appuntamento"),
    ("assistenza", "richiedi-assistenza"),
    ("disservizio", "segnala-disservizio"),
];

/// Where each kind of help is: the page of this site, else the address in `site.toml`. The official validator follows these links
/// and judges what it finds, so a page of ours goes first.
fn help(view: &View, lang: &str) -> Value {
    object(HELP.map(|(name, page)| {
        let page = view.model.find("pagina", page).map(|page| view.card(page, lang));
        let elsewhere = || {
            let target = view.config.servizi_digitali.get(name)?;
            Some(object([("url", endpoint(view, target).into()), ("lingua", Value::none())]))
        };
        (name, page.or_else(elsewhere).into())
    }))
}

/// Where forms are sent.
fn forms(view: &View) -> Value {
    let receiver = |name: &'static str| {
        let target = view.config.moduli.get(name);
        (name, Value::from(target.map(|target| endpoint(view, target))))
    };
    object(["prenotazione", "assistenza", "disservizio"].map(receiver))
}

/// Colours and coat of arms of the body; none where the theme's own are used.
fn appearance(view: &View) -> Value {
    let own = &view.config.aspetto;
    object([
        ("colore", own.colore.as_deref().into()),
        ("stemma", own.stemma.as_deref().map(|url| view.href(url)).into()),
        ("foglio", view.assets.get(COLOURS).map(String::as_str).into()),
    ])
}

/// Title and address of every feed.
fn feeds(view: &View) -> Vec<Value> {
    let feeds = FEEDS.iter().filter_map(|(_, section)| {
        let url = format!("{section}feed.xml");
        view.routes.at(&url)?;
        let section = view.model.section(view.model.section_at(section)?);
        Some(object([("titolo", section.title.as_str().into()), ("url", view.href(&url).into())]))
    });
    feeds.collect()
}

/// The albo pretorio, where there is one.
fn albo(view: &View) -> Value {
    let address = |url: &str| view.routes.at(url).map(|_| view.href(url));
    let main = view.model.main_language.as_str();
    Value::from(address(ADDRESS).map(|url| {
        object([
            ("url", url.into()),
            ("lingua", main.into()),
            ("feed", address(ALBO_FEED).into()),
            ("json", address(ALBO_JSON).into()),
            ("archivio", address(&archive_url(None)).into()),
        ])
    }))
}

/// Addresses of the calendars that hold more than one date.
fn calendars(view: &View) -> Value {
    let address = |url: Option<String>| Value::from(url.map(|url| view.href(&url)));
    object([
        ("eventi", address(route::events_url(&view.model))),
        ("scadenze", address(route::deadlines_url(&view.model))),
    ])
}

/// The script that reads the index of the search; none where there is no index.
fn search_script(view: &View) -> Option<String> {
    let is_on = cfg!(feature = "search") && view.config.ricerca.attiva && view.has_search();
    is_on.then(|| view.href(&format!("{SEARCH_FOLDER}pagefind.js")))
}

/// Where a form or a button leads: a mailbox, an address of this site, another site.
fn endpoint(view: &View, target: &str) -> String {
    if target.starts_with('/') {
        view.href(target)
    } else if target.contains('@') && !target.contains(':') {
        format!("mailto:{target}")
    } else {
        target.to_owned()
    }
}

/// A language's own name.
pub(in super::super) fn language_name(code: &str) -> &str {
    match code {
        "it" => "Italiano",
        "en" => "English",
        "de" => "Deutsch",
        "fr" => "Français",
        "sl" => "Slovenščina",
        "es" => "Español",
        "fur" => "Furlan",
        "lld" => "Ladin",
        "sc" => "Sardu",
        other => other,
    }
}

/// The whole tree of sections with what stands in each.
pub(in super::super) fn map(view: &View, lang: &str) -> Value {
    let home = view.model.section_at("/");
    let below = home.map(|home| branches(view, home, lang)).unwrap_or_default();
    let pages = home.map(|home| view.cards(view.model.section(home).contents.iter().copied(), lang));
    let topics =
        object([("titolo", view.words.word("argomenti", lang).into()), ("contenuti", topics(view, lang))]);
    object([("figli", below.into()), ("contenuti", pages.into()), ("argomenti", topics)])
}

fn branches(view: &View, id: SectionId, lang: &str) -> Vec<Value> {
    let section = view.model.section(id);
    section
        .children
        .iter()
        .filter(|child| !view.model.is_topic(&view.model.section(**child).address))
        .map(|child| {
            let own = view.section_card(*child, lang);
            let mut map = own.into_map().unwrap_or_default();
            map.insert("figli".into(), branches(view, *child, lang).into());
            map.insert(
                "contenuti".into(),
                view.cards(view.model.section(*child).contents.iter().copied(), lang),
            );
            map.into()
        })
        .collect()
}

/// The topics in evidence. How many contents carry each is left out: pages that name the topics stay the same when one
/// is added.
pub(in super::super) fn featured_topics(view: &View, lang: &str) -> Value {
    let all = view.topics(lang);
    let featured = |topic: &&Value| member(topic, "in_evidenza").is_truthy();
    let without_number = |topic: &Value| {
        let mut map = topic.clone().into_map().unwrap_or_default();
        map.shift_remove(&Key::Str("n"));
        Value::from(map)
    };
    all.as_array().unwrap_or(&[]).iter().filter(featured).map(without_number).collect::<Vec<_>>().into()
}

/// The topics in use.
pub(in super::super) fn topics(view: &View, lang: &str) -> Value {
    let topics = view.model.topics().iter().map(|topic| {
        let sheet = topic.content.map(|content| view.sheet(content, lang));
        let field = |name: &str| Value::from(sheet.as_ref().map(|sheet| member(sheet, name)));
        object([
            ("parola", topic.label.as_str().into()),
            ("slug", topic.slug.as_str().into()),
            ("url", view.href(&topic.address).into()),
            ("descrizione_breve", field("descrizione_breve")),
            ("immagine", field("immagine")),
            ("in_evidenza", topic.featured.into()),
            ("n", topic.contents.len().into()),
        ])
    });
    topics.collect::<Vec<_>>().into()
}
