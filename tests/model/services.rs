//! The sheet of a service (C.SI.1.3), booking (C.SI.2.1) and contacts (C.SI.2.2).

use super::portal::{Page, example};

/// Items of the index, and the hooks of which one proves that the part is there.
const PARTS: &[(&str, &[&str])] = &[
    ("A chi è rivolto", &["service-addressed"]),
    ("Come fare", &["service-how-to"]),
    ("Cosa serve", &["service-needed"]),
    ("Cosa si ottiene", &["service-achieved"]),
    ("Tempi e scadenze", &["service-calendar-text", "service-calendar-list"]),
    ("Accedi al servizio", &["service-generic-access", "service-booking-access", "service-online-access"]),
    ("Condizioni di servizio", &["service-file"]),
    ("Contatti", &["service-area"]),
];

/// Texts of the links that are children of items that are children of the list.
fn index(page: &Page) -> Vec<String> {
    let list = page.one("page-index");
    let links = page.html.child_elements(list).flat_map(|item| page.html.child_elements(item));
    links.filter(|node| page.html.tag(*node) == "a").map(|node| page.text(node)).collect()
}

/// C.SI.1.3: at least ten services, each with all fourteen things, in order.
#[test]
fn sheets_of_services_are_whole() {
    let services = example().services();
    assert!(services.len() >= 10, "{} services", services.len());
    for page in services {
        let index = index(page);
        let mandatory: Vec<&str> = PARTS.iter().map(|(title, _)| *title).collect();
        let found: Vec<&str> =
            index.iter().map(String::as_str).filter(|title| mandatory.contains(title)).collect();
        assert_eq!(found, mandatory, "{}", page.url);
        for (title, hooks) in PARTS {
            let evidence = hooks.iter().flat_map(|hook| page.all(hook));
            let texts: Vec<String> = evidence.map(|node| page.text(node)).collect();
            assert!(texts.iter().any(|text| text.chars().count() >= 3), "{}: {title}", page.url);
        }
        for hook in ["service-title", "service-description", "service-status", "service-area"] {
            assert!(page.text_of(hook).chars().count() >= 3, "{}: {hook}", page.url);
        }
        assert!(page.has("service-topic"), "{}", page.url);
        page.all("service-topic").for_each(|node| {
            example().page(page.href(node));
        });
        category(page);
    }
}

/// The breadcrumb has an item that says just "servizi", and after it the category.
fn category(page: &Page) {
    let list = page.one("breadcrumb");
    let items: Vec<String> = page
        .html
        .descendants(list)
        .filter(|node| page.html.tag(*node) == "li")
        .map(|node| {
            let text = page.text(node).to_lowercase();
            text.chars()
                .filter(|c| c.is_ascii_alphanumeric() || *c == ' ')
                .collect::<String>()
                .trim()
                .to_owned()
        })
        .collect();
    let services = items.iter().position(|item| item == "servizi");
    let category = services.and_then(|at| items.get(at + 1)).map_or("", String::as_str);
    assert!(category.len() >= 3, "{}: {items:?}", page.url);
}

/// C.SI.1.3, the trap: a pager on the page of services would hide all services but those of the next page.
#[test]
fn all_services_stand_on_one_page() {
    let portal = example();
    let list = portal.follow(portal.home(), "all-services");
    assert!(!list.has("pager-link") && !list.has("load-other-cards"));
    let of_type = portal.italian().filter(|page| page.has("service-title")).count();
    assert_eq!(portal.services().len(), of_type);
}

/// C.SI.2.1: booking can be reached from the services and from every one of them, on a page of this portal.
#[test]
fn every_service_can_be_booked() {
    let portal = example();
    let list = portal.follow(portal.home(), "all-services");
    for page in portal.services().into_iter().chain([list]) {
        let booking = portal.follow(page, "appointment-booking");
        // The page the validator opens has the library and the rest like any other; here, also the form of the model.
        let fields: Vec<_> = booking
            .html
            .elements()
            .filter(|node| matches!(booking.html.tag(*node), "input" | "select" | "textarea"))
            .filter_map(|node| booking.html.attr(node, "name"))
            .collect();
        for field in ["ufficio", "giorno", "motivo", "nome", "cognome", "email"] {
            assert!(fields.contains(&field), "{field}");
        }
        assert_eq!(portal.follow(page, "all-services").url, list.url);
    }
}

/// C.SI.2.2: contacts in the index and the office in the page.
#[test]
fn every_service_says_whom_to_ask() {
    for page in example().services() {
        assert!(index(page).contains(&"Contatti".to_owned()), "{}", page.url);
        page.one("service-area");
    }
}
