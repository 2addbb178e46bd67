//! The theme without forking it: two other bodies with their colours, signs, words of the footer, and one template or one block of theirs.

use std::path::Path;

use super::portal::{Page, Portal, build};
use crate::support::Site;

/// A site of `tests/sites` with the theme `comune`, whose third-party files the example has already.
fn portal(name: &str) -> Portal {
    let site = Site::from(name);
    build(&site.root(), Some(Path::new(env!("CARGO_MANIFEST_DIR")).join(".arengo")))
}

/// The one sheet with the body's colours.
fn colours(portal: &Portal) -> &str {
    let mut sheets = portal.sheets.iter().filter(|(url, _)| url.ends_with("css/colori.css"));
    sheets.next().expect("a sheet of colours").1
}

fn meta<'a>(page: &'a Page, name: &str) -> &'a str {
    let mut metas = page.tagged("meta").filter(|node| page.html.attr(*node, "name") == Some(name));
    metas.next().and_then(|node| page.html.attr(node, "content")).unwrap_or_default()
}

fn shows(page: &Page, text: &str) -> bool {
    page.text(page.html.html()).contains(text)
}

#[test]
fn a_body_brings_colours_and_coat_of_arms() {
    let (red, blue) = (portal("_rosso"), portal("_blu"));
    assert!(colours(&red).contains("--ar-primario:#8c1d2f;"));
    assert!(colours(&blue).contains("--ar-primario:#0b3d91;"));
    assert!(colours(&red).contains("--ar-accento:") && !colours(&blue).contains("--ar-accento:"));
    for (portal, colour, name) in
        [(&red, "#8c1d2f", "Comune di Monterosso"), (&blue, "#0b3d91", "Città di Rocca Azzurra")]
    {
        for page in portal.pages.values() {
            assert_eq!(meta(page, "theme-color"), colour, "{}", page.url);
            assert!(shows(page, name) && !shows(page, "Borgo Alvese"), "{}", page.url);
            let sheets: Vec<_> = page
                .tagged("link")
                .filter(|node| page.html.attr(*node, "rel") == Some("stylesheet"))
                .filter_map(|node| page.html.attr(node, "href"))
                .collect();
            // Last, so that nothing of the theme's own colours is left.
            assert!(
                sheets.last().is_some_and(|url| url.ends_with("css/colori.css")),
                "{}: {sheets:?}",
                page.url
            );
        }
    }
    let arms = |portal: &Portal| {
        let home = portal.home();
        home.tagged("img")
            .filter_map(|node| home.html.attr(node, "src"))
            .any(|src| src == "/immagini/stemma.svg")
    };
    assert!(arms(&red) && !arms(&blue));
}

#[test]
fn a_body_sets_links_and_endpoints() {
    let red = portal("_rosso");
    let home = red.home();
    assert!(shows(home, "Piano di miglioramento del sito"));
    let report = home.one("report-inefficiency");
    assert_eq!(home.html.attr(report, "href"), Some("https://segnala.monterosso.example/"));
    let blue = portal("_blu");
    let report = blue.home().one("report-inefficiency");
    assert_eq!(blue.home().html.attr(report, "href"), Some("mailto:anagrafe@comune.prova.example"));
}

#[test]
fn a_site_changes_one_block_or_one_template() {
    for page in portal("_rosso").pages.values().filter(|page| page.url != "/404.html") {
        assert!(shows(page, "Il Comune di Monterosso rinnova i suoi uffici."), "{}", page.url);
        // The rest of the block, and of the page, is the theme's.
        assert!(page.has("feedback") && page.has("main-navigation"), "{}", page.url);
    }
    for page in portal("_blu").pages.values() {
        assert!(shows(page, "Salta subito al testo di"), "{}", page.url);
        assert!(page.has("main-navigation"), "{}", page.url);
    }
}
