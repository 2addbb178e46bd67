//! Structured data (schema.org): R.SI.1.1 on services, and what each other kind of page says of itself.

use serde_json::Value;

use super::portal::{HOST, Page, example};

/// The values that R.SI.1.1 wants as texts that are not empty.
const OF_SERVICE: &[&str] = &[
    "/name",
    "/serviceType",
    "/serviceOperator/name",
    "/areaServed/name",
    "/audience/audienceType",
    "/availableChannel/serviceUrl",
    "/availableChannel/serviceLocation/name",
    "/availableChannel/serviceLocation/address/streetAddress",
    "/availableChannel/serviceLocation/address/postalCode",
    "/availableChannel/serviceLocation/address/addressLocality",
];

fn text<'a>(data: &'a Value, path: &str) -> &'a str {
    data.pointer(path).and_then(Value::as_str).unwrap_or_default()
}

fn of_kind(page: &Page, kind: &str) -> Vec<Value> {
    page.data().into_iter().filter(|data| data["@type"] == kind).collect()
}

/// R.SI.1.1.
#[test]
fn services_say_what_they_are() {
    for page in example().services() {
        let script = page.one("metatag");
        let data: Value = serde_json::from_str(&page.html.text_content(script)).expect("JSON");
        assert_eq!(data["@type"], "GovernmentService");
        for path in OF_SERVICE {
            assert!(!text(&data, path).trim().is_empty(), "{}: {path}", page.url);
        }
        let channel = text(&data, "/availableChannel/serviceUrl");
        assert!(channel.starts_with("https://"), "{}: {channel}", page.url);
    }
}

/// Pages below an address, with the kind their data must have and the members that must say something.
const KINDS: &[(&str, &str, &[&str])] = &[
    (
        "/vivere-il-comune/eventi/",
        "Event",
        &["/name", "/startDate", "/endDate", "/location/name", "/organizer/name"],
    ),
    ("/vivere-il-comune/luoghi/", "Place", &["/name", "/address/streetAddress", "/address/postalCode"]),
    ("/novita/avvisi/", "NewsArticle", &["/headline", "/datePublished", "/publisher/name", "/author/0/name"]),
    (
        "/novita/notizie/",
        "NewsArticle",
        &["/headline", "/datePublished", "/publisher/name", "/author/0/name"],
    ),
    (
        "/amministrazione/uffici/",
        "GovernmentOrganization",
        &["/name", "/address/streetAddress", "/telephone"],
    ),
    ("/amministrazione/politici/", "Person", &["/name", "/familyName", "/jobTitle/0", "/worksFor/name"]),
    ("/amministrazione/documenti-e-dati/dataset/", "Dataset", &["/name", "/license", "/creator/name"]),
];

#[test]
fn other_pages_say_what_they_are() {
    for (below, kind, members) in KINDS {
        let pages = example().italian().filter(|page| {
            page.url.strip_prefix(below).is_some_and(|rest| !rest.is_empty() && !rest.starts_with("pagina/"))
        });
        let pages: Vec<&Page> = pages.collect();
        assert!(pages.len() >= 3, "{below}");
        for page in pages {
            let data = of_kind(page, kind);
            assert_eq!(data.len(), 1, "{}: {kind}", page.url);
            for path in *members {
                assert!(!text(&data[0], path).trim().is_empty(), "{}: {path}", page.url);
            }
        }
    }
}

#[test]
fn the_home_page_names_body_and_site() {
    let home = example().home();
    let body = of_kind(home, "GovernmentOrganization");
    assert_eq!(body.len(), 1);
    assert_eq!(text(&body[0], "/name"), "Comune di Borgo Alvese");
    assert_eq!(of_kind(home, "WebSite").len(), 1);
}

#[test]
fn questions_have_answers() {
    let page = example().page("/domande-frequenti/");
    let data = of_kind(page, "FAQPage");
    let questions = data[0]["mainEntity"].as_array().expect("questions");
    assert!(questions.len() >= 10);
    for question in questions {
        assert!(
            !text(question, "/name").is_empty() && text(question, "/acceptedAnswer/text").len() > 10,
            "{question}"
        );
    }
}

/// The breadcrumb that people see and the one that search engines read are one.
#[test]
fn breadcrumbs_are_told_twice_alike() {
    for page in example().pages.values().filter(|page| page.has("breadcrumb")) {
        let data = of_kind(page, "BreadcrumbList");
        assert_eq!(data.len(), 1, "{}", page.url);
        let items = data[0]["itemListElement"].as_array().expect("items");
        let names: Vec<&str> = items.iter().map(|item| text(item, "/name")).collect();
        let list = page.one("breadcrumb");
        let shown: Vec<String> = page
            .html
            .descendants(list)
            .filter(|node| page.html.tag(*node) == "li")
            .map(|node| page.text(node))
            .collect();
        assert_eq!(names, shown, "{}", page.url);
        for item in items {
            let address = text(item, "/item").strip_prefix(HOST).unwrap_or_default();
            example().page(address);
        }
    }
}

/// What a message in a chat or on a social network shows of a page.
#[test]
fn pages_can_be_shared() {
    for page in example().pages.values() {
        let property = |name: &str| {
            let mut metas =
                page.tagged("meta").filter(|node| page.html.attr(*node, "property") == Some(name));
            metas.next().and_then(|node| page.html.attr(node, "content")).unwrap_or_default().to_owned()
        };
        for name in ["og:title", "og:type", "og:site_name", "og:locale", "og:url"] {
            assert!(!property(name).is_empty(), "{}: {name}", page.url);
        }
        assert_eq!(property("og:url"), format!("{HOST}{}", page.url));
        let image = property("og:image");
        assert!(image.is_empty() || image.starts_with(HOST), "{}: {image}", page.url);
    }
}

/// Pages that exist in two languages name each other, and which one is for everybody else.
#[test]
fn translations_name_each_other() {
    let mut translated = 0;
    for page in example().pages.values() {
        let others: Vec<(&str, &str)> = page
            .tagged("link")
            .filter_map(|node| Some((page.html.attr(node, "hreflang")?, page.html.attr(node, "href")?)))
            .collect();
        if others.is_empty() {
            continue;
        }
        translated += 1;
        let languages: Vec<&str> = others.iter().map(|(lang, _)| *lang).collect();
        assert!(languages.contains(&"x-default") && languages.contains(&"it"), "{}: {languages:?}", page.url);
        for (_, href) in others {
            let other = example().page(href.strip_prefix(HOST).unwrap_or_default());
            let back = format!("{HOST}{}", page.url);
            assert!(
                other.tagged("link").any(|node| other.html.has_attr(node, "hreflang")
                    && other.html.attr(node, "href") == Some(back.as_str())),
                "{} does not name {}",
                other.url,
                page.url
            );
        }
    }
    assert!(translated >= 6, "{translated}");
}
