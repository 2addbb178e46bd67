//! Answers that are the same on every page of a language: the site itself, its map, its topics.

use tera::{Map, Value};

use super::{super::View, member, object};
use crate::model::SectionId;

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
        ("lingue", languages.into()),
        ("oggi", super::dates::value(view.model.today, lang)),
        ("ente", Value::from_serializable(&config.ente)),
        ("social", Value::from_serializable(&config.social)),
        ("piede", Value::from_serializable(&config.piede)),
        ("area_personale", Value::from_serializable(&config.area_personale)),
        ("servizi_digitali", digital.into()),
    ])
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

/// The topics in evidence.
pub(in super::super) fn featured_topics(view: &View, lang: &str) -> Value {
    let all = view.topics(lang);
    let featured = |topic: &&Value| member(topic, "in_evidenza").is_truthy();
    all.as_array().unwrap_or(&[]).iter().filter(featured).cloned().collect::<Vec<_>>().into()
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
