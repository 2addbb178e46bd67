//! `readability`: an Italian text can be understood: the Gulpease index of the page.
//!
//! Lucisano and Piemontese, 1988: 89 + (300 × sentences − 10 × letters) ÷ words. Below 40 a text is hard for
//! whoever has a school diploma. A note, never more: laws have their own words.

use crate::{
    audit::{NodeId, Page, language},
    rule::Verdict,
};

page_rule! {
    "readability" { severity: Note, wcag: [], act: [], }
    Pass r#"<html lang="it"><main><p>Lo sportello è aperto ogni mattina. Porta un documento e una foto.</p></main>"#
    Fail r#"<html lang="it"><main><p>Considerata l'improcrastinabile necessità di regolamentare compiutamente l'organizzazione amministrativa relativamente all'espletamento delle procedure concorsuali, l'amministrazione comunale determinava l'approvazione dell'allegata documentazione regolamentare, precedentemente sottoposta all'approvazione consiliare.</p></main>"#
    Inapplicable r#"<html lang="en"><main><p>The office is open every morning.</p></main>"#
}

/// Shorter pieces are names and numbers, not sentences.
const PIECE: usize = 8;
const HARD: i64 = 40;

#[derive(Default)]
struct Counts {
    words: i64,
    letters: i64,
    sentences: i64,
    /// Words of the longest sentence.
    longest: i64,
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let html = page.html();
    if page.attr(html, "lang").is_none_or(|lang| language::primary(lang) != "it") {
        return Vec::new();
    }
    let root = page.with_role("main").next().or(page.body()).unwrap_or(html);
    let mut counts = Counts::default();
    let is_text = |&node: &NodeId| matches!(page.tag(node), "p" | "li" | "dd") && page.visibility.is_visible(node);
    for block in page.descendants(root).filter(is_text) {
        // A piece inside another is counted once, by itself.
        let own: Vec<&str> = page.children(block).filter(|&child| !holds_blocks(page, child)).flat_map(|child| words(page, child)).collect();
        if own.len() >= PIECE {
            count(&own, &mut counts);
        }
    }
    if counts.words == 0 {
        return Vec::new();
    }
    let index = 89 + (300 * counts.sentences - 10 * counts.letters) / counts.words;
    let verdict = Verdict::require(index >= HARD, "readability");
    vec![(root, verdict.with("index", index.max(0) as u32).with("words", counts.longest as u32))]
}

fn holds_blocks(page: &Page, node: NodeId) -> bool {
    matches!(page.tag(node), "p" | "ul" | "ol" | "dl" | "li" | "dd" | "div" | "table" | "script" | "style")
}

fn words<'a>(page: &'a Page, node: NodeId) -> impl Iterator<Item = &'a str> + 'a {
    std::iter::once(node).chain(page.descendants(node)).filter_map(|node| page.text(node)).flat_map(str::split_whitespace)
}

/// Adds a piece of text, whose end is the end of a sentence.
fn count(words: &[&str], counts: &mut Counts) {
    let mut length = 0;
    for (index, word) in words.iter().enumerate() {
        let letters = word.chars().filter(|c| c.is_alphanumeric()).count() as i64;
        counts.words += i64::from(letters > 0);
        counts.letters += letters;
        length += i64::from(letters > 0);
        // A full stop ends a sentence when a capital follows: `n. 33` and `dott. Rossi` are rarely that long.
        let starts_new = words.get(index + 1).is_none_or(|next| next.starts_with(char::is_uppercase));
        let is_end = word.ends_with(['.', '!', '?', ';']) && starts_new && letters > 2;
        if is_end || index + 1 == words.len() {
            counts.sentences += 1;
            counts.longest = counts.longest.max(std::mem::take(&mut length));
        }
    }
}
