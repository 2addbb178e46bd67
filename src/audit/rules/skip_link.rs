//! `skip-link`: a link at the top leads to something on the page.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "skip-link" { severity: Warning, wcag: [], act: [], }
    Pass r##"<a href="#testo">Vai al testo</a><main id="testo">Testo</main>"##
    Fail r##"<a href="#testo">Vai al testo</a><main>Testo</main>"##
    CantTell r##"<a href="#testo">Vai al testo</a><main id="testo" hidden>Testo</main>"##
    Inapplicable r##"<a href="/">Home</a><a href="#testo">Vai al testo</a>"##
}

/// So many stand at the top of a page.
const MOST: usize = 10;

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    // Skip links come first: after a link to elsewhere there are none.
    let links = page.named("a").iter().copied().filter(|&node| page.has_attr(node, "href"));
    links.map_while(|link| Some((link, fragment(page, link)?))).take(MOST).map(|(link, id)| (link, judge(page, id))).collect()
}

fn fragment<'a>(page: &'a Page, link: NodeId) -> Option<&'a str> {
    let href = page.attr(link, "href")?.trim();
    href.strip_prefix('#').or(href.strip_prefix("/#")).filter(|id| !id.is_empty())
}

fn judge(page: &Page, id: &str) -> Verdict {
    let named = || page.named("a").iter().copied().find(|&node| page.attr(node, "name") == Some(id));
    let verdict = match page.by_id(id).or_else(named) {
        Some(target) if page.is_exposed(target) => return Verdict::Passed,
        Some(_) => Verdict::cant_tell("skip-link--question"),
        // The top of the page is there without an id.
        None if id.eq_ignore_ascii_case("top") => return Verdict::Passed,
        None => Verdict::failed("skip-link"),
    };
    verdict.with("id", id)
}
