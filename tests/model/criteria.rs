//! Criteria about the whole portal: library, menu, titles, topics, footer, privacy, licence.

use std::collections::{BTreeMap, BTreeSet};

use super::portal::{HOST, Page, example};

const TITLES: &[(&str, &str, &[&str])] = &[
    (
        "management",
        "management-category-link",
        &[
            "Organi di governo",
            "Aree amministrative",
            "Uffici",
            "Enti e fondazioni",
            "Politici",
            "Personale amministrativo",
            "Documenti e dati",
        ],
    ),
    ("news", "news-category-link", &["Notizie", "Comunicati", "Avvisi"]),
    (
        "all-services",
        "service-category-link",
        &[
            "Agricoltura e pesca",
            "Ambiente",
            "Anagrafe e stato civile",
            "Appalti pubblici",
            "Autorizzazioni",
            "Catasto e urbanistica",
            "Cultura e tempo libero",
            "Educazione e formazione",
            "Giustizia e sicurezza pubblica",
            "Imprese e commercio",
            "Mobilità e trasporti",
            "Salute, benessere e assistenza",
            "Tributi, finanze e contravvenzioni",
            "Turismo",
            "Vita lavorativa",
        ],
    ),
];

const LICENCE: &str = "In applicazione del principio open by default ai sensi dell’articolo 52 del decreto legislativo 7 marzo \
    2005, n. 82 (CAD) e salvo dove diversamente specificato (compresi i contenuti incorporati di terzi), i dati, i documenti e le \
    informazioni pubblicati sul sito sono rilasciati con licenza CC-BY 4.0. Gli utenti sono quindi liberi di condividere \
    (riprodurre, distribuire, comunicare al pubblico, esporre in pubblico), rappresentare, eseguire e recitare questo materiale \
    con qualsiasi mezzo e formato e modificare (trasformare il materiale e utilizzarlo per opere derivate) per qualsiasi fine, \
    anche commerciale con il solo onere di attribuzione, senza apporre restrizioni aggiuntive.";

/// Style sheets that a page links.
fn sheets(page: &Page) -> Vec<&'static str> {
    let links = page.tagged("link").filter(|node| page.html.attr(*node, "rel") == Some("stylesheet"));
    links
        .map(|node| {
            let href = page.html.attr(node, "href").unwrap_or_default();
            example().sheets.get(href).map_or_else(|| panic!("{}: no sheet {href}", page.url), String::as_str)
        })
        .collect()
}

/// Names of classes in the selectors of a sheet.
fn classes(sheet: &str) -> BTreeSet<&str> {
    let mut classes = BTreeSet::new();
    for part in sheet.split('.').skip(1) {
        let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
        let name = &part[..end.unwrap_or(part.len())];
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            classes.insert(name);
        }
    }
    classes
}

/// C.SI.1.2: the library's version can be read from the sheets, and a third of the classes are the library's.
#[test]
fn every_page_uses_the_library() {
    // All pages link the same sheets: their classes are looked for once.
    let mut seen: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for page in example().pages.values() {
        let sheets = sheets(page);
        let library = sheets.iter().find(|sheet| sheet.contains("--bootstrap-italia-version"));
        let library = library.unwrap_or_else(|| panic!("{}: no version", page.url));
        let (_, version) = library.split_once("--bootstrap-italia-version:").expect("a value");
        let version = version.trim_start().trim_start_matches(['"', '\'']);
        assert!(version.starts_with('2'), "{}: {}", page.url, &version[..8]);
        let known = seen.entry(library).or_insert_with(|| classes(library));
        let used: BTreeSet<&str> = page
            .html
            .elements()
            .filter_map(|node| page.html.attr(node, "class"))
            .flat_map(str::split_whitespace)
            .collect();
        let of_library = used.iter().filter(|class| known.contains(*class)).count();
        // A little more than asked: the validator's list of classes is not the sheet itself.
        assert!(of_library * 100 >= used.len() * 35, "{}: {of_library} of {}", page.url, used.len());
    }
}

/// C.SI.1.4: nothing pretends to be the official theme.
#[test]
fn no_sheet_names_another_theme() {
    assert!(example().sheets.values().all(|sheet| !sheet.contains("Theme Name")));
}

/// C.SI.1.5: every topic of the page of topics is a word of the model.
#[test]
fn topics_are_words_of_the_model() {
    let portal = example();
    let page = portal.follow(portal.home(), "all-topics");
    let vocabulary = include_str!("../../schemas/vocabolari/argomenti.yaml");
    let words: BTreeSet<&str> = vocabulary.lines().filter_map(|line| line.strip_prefix("  - ")).collect();
    assert_eq!(words.len(), 64, "the model's list");
    let topics: BTreeSet<String> = page.all("topic-element").map(|node| page.text(node)).collect();
    assert!(topics.len() >= 10);
    for topic in &topics {
        assert!(words.contains(topic.as_str()), "{topic}");
    }
}

/// C.SI.1.6: the four items of the menu, in their order, and nothing else in the links.
#[test]
fn the_menu_is_the_models() {
    for page in example().italian() {
        let menu = page.one("main-navigation");
        let items: Vec<String> = page
            .html
            .descendants(menu)
            .filter(|node| page.html.tag(*node) == "a")
            .map(|node| {
                assert!(page.html.attr(node, "class").is_some_and(|class| class.contains("nav-link")));
                page.text(node)
            })
            .collect();
        assert_eq!(items, ["Amministrazione", "Novità", "Servizi", "Vivere il Comune"], "{}", page.url);
        for hook in ["management", "news", "all-services", "live", "all-topics"] {
            page.href(page.one(hook));
        }
        for hook in ["custom-submenu", "custom-category-link", "personal-area-login"] {
            assert!(!page.has(hook), "{}: {hook}", page.url);
        }
    }
}

/// C.SI.1.7: titles of second-level pages are the model's, all the model's sections of the administration and the news are there.
#[test]
fn second_level_titles_are_the_models() {
    let portal = example();
    for (hook, links, titles) in TITLES {
        let page = portal.follow(portal.home(), hook);
        let found: Vec<String> = page.all(links).map(|node| page.text(node)).collect();
        for title in &found {
            assert!(titles.contains(&title.as_str()), "{}: {title}", page.url);
        }
        if *hook != "all-services" {
            assert_eq!(found, *titles);
        }
        for node in page.all(links) {
            portal.page(page.href(node));
        }
    }
    let live = portal.follow(portal.home(), "live");
    for (hook, links) in [("live-button-events", "event-link"), ("live-button-locations", "location-link")] {
        let list = portal.follow(live, hook);
        assert!(list.all(links).count() >= 5, "{}", list.url);
        for node in list.all(links) {
            portal.page(list.href(node));
        }
    }
}

/// The only link of the footer with a hook: its text and where it leads.
fn footer<'a>(page: &'a Page, hook: &str) -> (String, &'a str) {
    let node = page.one(hook);
    assert!(
        page.html.closest_above(node, &["footer"]).is_some(),
        "{}: {hook} is not in the footer",
        page.url
    );
    (page.text(node), page.html.attr(node, "href").unwrap_or_default())
}

/// C.SI.2.3, C.SI.2.4, C.SI.3.2, C.SI.3.3: links of the footer, on every page.
#[test]
fn the_footer_has_the_links_of_the_model() {
    let portal = example();
    for page in portal.italian() {
        let (text, target) = footer(page, "faq");
        assert!(text.to_lowercase().contains("domande frequenti"), "{}: {text}", page.url);
        portal.page(target);
        let (text, target) = footer(page, "report-inefficiency");
        assert_eq!(text.to_lowercase(), "segnalazione disservizio", "{}", page.url);
        portal.page(target);
        let (text, target) = footer(page, "accessibility-link");
        assert_eq!(text, "Dichiarazione di accessibilità", "{}", page.url);
        let id = target.strip_prefix("https://form.agid.gov.it/view/").unwrap_or_default();
        let is_id = id.trim_end_matches('/').len() == 36 && id.matches('-').count() == 4;
        assert!(is_id, "{}: {target}", page.url);
        let (_, target) = footer(page, "privacy-policy-link");
        portal.page(target);
    }
}

/// C.SI.3.4: the licence, to the letter.
#[test]
fn the_licence_is_the_models() {
    let portal = example();
    let (_, target) = footer(portal.home(), "legal-notes");
    let page = portal.page(target);
    assert_eq!(page.text_of("legal-notes-section"), "Licenza dei contenuti");
    let body: Vec<String> = page.all("legal-notes-body").map(|node| page.text(node)).collect();
    assert_eq!(body.join(" "), LICENCE);
}

/// C.SI.3.1: nothing on a page is asked of another host, so nobody else can set a cookie; nothing inline needs a looser policy.
#[test]
fn nothing_is_loaded_from_elsewhere() {
    const LOADS: &[(&str, &[&str])] = &[
        ("script", &["src"]),
        ("link", &["href"]),
        ("img", &["src", "srcset"]),
        ("iframe", &["src"]),
        ("video", &["src", "poster"]),
        ("audio", &["src"]),
        ("source", &["src", "srcset"]),
        ("object", &["data"]),
        ("embed", &["src"]),
        ("use", &["href"]),
    ];
    for page in example().pages.values() {
        for node in page.html.elements() {
            let tag = page.html.local_name(node);
            for (_, attributes) in LOADS.iter().filter(|(name, _)| *name == tag) {
                // What only names a page is never loaded.
                if tag == "link" && matches!(page.html.attr(node, "rel"), Some("canonical" | "alternate")) {
                    continue;
                }
                for value in attributes.iter().filter_map(|name| page.html.attr(node, name)) {
                    assert!(!value.contains("//"), "{}: {tag} loads {value}", page.url);
                }
            }
            for (name, _) in page.html.attrs(node) {
                assert!(name != "style" && !name.starts_with("on"), "{}: {tag} has {name}", page.url);
            }
            assert_ne!(tag, "style", "{}", page.url);
            let is_data = page.html.attr(node, "type") == Some("application/ld+json");
            assert!(tag != "script" || is_data || page.html.has_attr(node, "src"), "{}", page.url);
        }
    }
}

/// C.SI.5.1, C.SI.5.2, in form: every page names itself by its https address on the host of the body.
#[test]
fn pages_name_their_address() {
    assert!(HOST.starts_with("https://comune."));
    for page in example().pages.values() {
        let canonical: Vec<_> = page
            .tagged("link")
            .filter(|node| page.html.attr(*node, "rel") == Some("canonical"))
            .filter_map(|node| page.html.attr(node, "href"))
            .collect();
        assert_eq!(canonical, [format!("{HOST}{}", page.url)]);
    }
}

/// Trees of pages that the model's documents name, beyond what the validator looks at.
#[test]
fn the_pages_of_the_model_are_there() {
    for url in [
        "/amministrazione/organigramma/",
        "/amministrazione/documenti-e-dati/dataset/",
        "/argomenti/",
        "/attuazione-misure-pnrr/",
        "/account-social/",
        "/accessibilita/",
        "/caselle-pec/",
        "/domande-frequenti/",
        "/mappa-del-sito/",
        "/note-legali/",
        "/prenota-appuntamento/",
        "/privacy/",
        "/richiedi-assistenza/",
        "/segnala-disservizio/",
        "/servizi-attivi-e-futuri/",
        "/social-media-policy/",
        "/stato-di-informatizzazione/",
        "/404.html",
    ] {
        example().page(url);
    }
}

/// Every page has one heading of level one and, but for the home page, the way back to it.
#[test]
fn every_page_says_where_it_is() {
    for page in example().pages.values() {
        assert_eq!(page.tagged("h1").count(), 1, "{}", page.url);
        let is_home = page.url == "/" || page.url == "/en/";
        if !is_home && page.url != "/404.html" {
            assert!(page.has("breadcrumb"), "{}", page.url);
        }
    }
}
