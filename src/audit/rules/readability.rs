//! `readability`: an Italian text can be understood: the Gulpease index of the page.
//!
//! Lucisano and Piemontese, 1988: 89 + (300 × sentences − 10 × letters) ÷ words. Below 40 a text is hard for
//! whoever has a school diploma. A note, never more: laws have their own words.

use html5ever::{local_name, ns};

use crate::{
    audit::{NodeId, Page, distinct, language, looks},
    readability::Counts,
    rule::Verdict,
};

page_rule! {
    "readability" { severity: Note, wcag: [], act: [], check: Views, }
    Pass r#"<html lang="it"><main><p>Lo sportello è aperto ogni mattina. Porta un documento e una foto.</p></main>"#
    Fail r#"<html lang="it"><main><p>Considerata l'improcrastinabile necessità di regolamentare compiutamente l'organizzazione amministrativa relativamente all'espletamento delle procedure concorsuali, l'amministrazione comunale determinava l'approvazione dell'allegata documentazione regolamentare, precedentemente sottoposta all'approvazione consiliare.</p></main>"#
    Inapplicable r#"<html lang="en"><main><p>The office is open every morning.</p></main>"#
}

/// Shorter pieces are names and numbers, not sentences.
const PIECE: usize = 8;
const HARD: i64 = 40;

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let html = page.html();
    if page.attr(html, "lang").is_none_or(|lang| language::primary(lang) != "it") {
        return Vec::new();
    }
    let mut counted: Option<(NodeId, Vec<(NodeId, Counts)>)> = None;
    let mut verdicts = Vec::new();
    for look in looks(page) {
        let root = look.with_role("main").next().or(page.body()).unwrap_or(html);
        // Texts are the same in all looks; which of them are there is not.
        let (_, pieces) = match counted.take() {
            Some(known) if known.0 == root => counted.insert(known),
            _ => counted.insert((root, pieces(page, root))),
        };
        let mut counts = Counts::default();
        for (_, piece) in pieces.iter().filter(|(block, _)| look.visibility.is_visible(*block)) {
            counts.join(*piece);
        }
        let Some(index) = counts.gulpease() else { continue };
        let verdict = Verdict::require(index >= HARD, "readability");
        verdicts.push((root, verdict.with("index", index as u32).with("words", counts.longest as u32)));
    }
    distinct(verdicts)
}

/// The blocks of text below an element that are long enough to be read as sentences.
fn pieces(page: &Page, root: NodeId) -> Vec<(NodeId, Counts)> {
    let holds_text = |node| {
        page.name(node).is_some_and(|name| {
            name.ns == ns!(html) && matches!(name.local, local_name!("p") | local_name!("li") | local_name!("dd"))
        })
    };
    let is_text = |&node: &NodeId| holds_text(node) && page.visibility.is_visible(node);
    let piece = |block| {
        // A piece inside another is counted once, by itself.
        let parts = page.children(block).filter(|&child| !holds_blocks(page, child));
        let parts = parts.flat_map(|child| std::iter::once(child).chain(page.descendants(child)));
        let (n_words, counts) = Counts::of_parts(parts.filter_map(|node| page.text(node)));
        (n_words >= PIECE).then_some((block, counts))
    };
    page.descendants(root).filter(is_text).filter_map(piece).collect()
}

fn holds_blocks(page: &Page, node: NodeId) -> bool {
    page.is_element(node) && matches!(page.tag(node), "p" | "ul" | "ol" | "dl" | "li" | "dd" | "div" | "table" | "script" | "style")
}
