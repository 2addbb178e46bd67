//! `text-all-capitals`: no sentence is written in capital letters only.

use crate::{
    audit::{NodeId, Page, names::fold_space, numbers::ByNumber},
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

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let Some(body) = page.body() else { return Vec::new() };
    let mut known: Known = page.styles.take_notes();
    let shouts = shouts(page, body, &mut known);
    page.styles.keep_notes(known);
    let shouts = shouts.into_iter();
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

/// The shouted texts of parts that stand on many pages, by the number of the part: how far each stands behind the root.
#[derive(Debug, Default)]
struct Known(ByNumber<u32, Box<[u32]>>);

/// So many parts are kept.
const KEPT: usize = 4_000;

/// The texts of the page that are shouted, in document order.
fn shouts(page: &Page, body: NodeId, known: &mut Known) -> Vec<NodeId> {
    let is_shouted = |&node: &NodeId| page.text(node).is_some_and(is_shouted);
    let mut found = Vec::new();
    let mut parts = page.placed.iter().copied().filter(|part| part.root > body).peekable();
    let mut nodes = page.descendants(body);
    while let Some(node) = nodes.next() {
        let Some(part) = parts.next_if(|part| part.root == node) else {
            found.extend(is_shouted(&node).then_some(node));
            continue;
        };
        nodes.skip_below(node);
        let fresh = || page.descendants(node).filter(is_shouted).map(|text| text.0 - node.0).collect::<Box<[u32]>>();
        if known.0.len() >= KEPT {
            known.0.clear();
        }
        let own = known.0.entry(part.number).or_insert_with(fresh);
        debug_assert_eq!(*own, fresh(), "a part is shouted as it was");
        found.extend(own.iter().map(|behind| NodeId(node.0 + behind)));
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
