//! `text-all-capitals`: no sentence is written in capital letters only.

use crate::{
    audit::{NodeId, Page, names::fold_space},
    rule::Verdict,
};

page_rule! {
    "text-all-capitals" { severity: Warning, wcag: [], act: [], check: Views, }
    Pass r#"<p>Avviso di chiusura degli uffici</p>"#
    Pass r#"<p>INPS, INAIL e D.LGS. 33/2013</p>"#
    Fail r#"<p>AVVISO DI CHIUSURA DEGLI UFFICI COMUNALI</p>"#
}

/// So many long words in a row are a sentence, not names.
const WORDS: usize = 4;
const LETTERS: usize = 4;
/// Bytes of the shortest such sentence.
const SHORTEST: usize = WORDS * (LETTERS + 1) - 1;
/// How much of it a finding shows.
const SHOWN: usize = 60;

/// The question whether a text is shouted.
struct Shouted;

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let Some(body) = page.body() else { return Vec::new() };
    let shouts = page.nodes_that::<Shouted>(|node| page.text(node).is_some_and(is_shouted));
    let shouts = shouts.into_iter().filter(|text| page.order(*text) > page.order(body));
    let holders = shouts.filter_map(|text| Some((text, page.parent(text)?)));
    let mut found: Vec<_> = holders
        .filter(|&(_, holder)| page.visibility.is_visible(holder) && !is_code(page, holder))
        .map(|(text, holder)| {
            let shown: String = fold_space(page.text(text).unwrap_or("")).chars().take(SHOWN).collect();
            (holder, Verdict::failed("text-all-capitals").with("text", shown))
        })
        .collect();
    if found.is_empty() {
        found.push((body, Verdict::Passed));
    }
    found
}

fn is_code(page: &Page, node: NodeId) -> bool {
    page.closest(node, &["abbr", "code", "kbd", "pre", "samp", "script", "style", "textarea", "option"]).is_some()
}

fn is_shouted(text: &str) -> bool {
    if text.len() < SHORTEST || text.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    // The first small letter decides, so that most texts cost nothing.
    let is_small = |c: char| c.is_lowercase();
    let mut long = 0;
    for word in text.split_whitespace() {
        if word.contains(is_small) {
            return false;
        }
        long += usize::from(word.chars().filter(|c| c.is_uppercase()).count() >= LETTERS);
    }
    long >= WORDS
}
