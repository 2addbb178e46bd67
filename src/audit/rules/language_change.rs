//! `language-change`: a text in another language says in which one.
//!
//! Asked as a question, and only where the words leave no doubt: the ACT rules ucwvc8 and off6ek.

use html5ever::{local_name, ns};

use crate::{
    audit::{
        Ids, NodeId, Page, language,
        numbers::{ByNumber, ByText},
        plain::Placed,
        tongue,
    },
    rule::Verdict,
};

page_rule! {
    "language-change" { severity: Error, wcag: ["3.1.1", "3.1.2"], act: ["off6ek", "ucwvc8"], speaks: of_question, check: Views, }
    Pass r#"<html lang="it"><p>La carta d'identità si richiede allo sportello, con una fototessera e il documento.</p>"#
    Pass r#"<html lang="it"><p lang="en">You can book the appointment at the office, and you must bring it with you.</p>"#
    CantTell r#"<html lang="it"><p>Testo breve.</p><p>You can book the appointment at the office, and you must bring it with you.</p>"#
    Inapplicable r#"<html><p>You can book the appointment at the office, and you must bring it with you.</p>"#
}

/// Of each text, so much is read.
const BYTES: usize = 600;
/// Of one page, so many are told.
const FINDINGS: usize = 20;

/// Texts that were read before, each after the language it is said to be in: what frames the pages of a site is on all of them.
#[derive(Debug, Default)]
struct Known {
    texts: ByText<Option<&'static str>>,
    /// The blocks of parts that stand on many pages, by the number of the part, for the language of the page.
    parts: ByNumber<u32, (String, Box<[Block]>)>,
    /// Where one text after the other is put together.
    text: String,
}

/// How far a block stands behind the root of its part, and its other language.
type Block = (u32, Option<&'static str>);

/// So many are kept: the first page has all that is everywhere.
const KEPT: usize = 4_000;

impl Known {
    /// Tells of every block of a page in the language that the page is said to be in as a whole.
    fn blocks(&mut self, page: &Page, said: &str, mut tell: impl FnMut(NodeId, Option<&'static str>)) {
        let mut parts = page.placed.iter().copied().peekable();
        let mut nodes = page.descendants(page.html());
        while let Some(node) = nodes.next() {
            while parts.next_if(|part| part.root < node).is_some() {}
            if let Some(part) = parts.next_if(|part| part.root == node) {
                self.part(page, part, said, &mut tell);
                nodes.skip_below(node);
            } else if is_block(page, node) && page.visibility.is_visible(node) {
                tell(node, self.other_language(page, node, said));
            }
        }
    }

    fn part(&mut self, page: &Page, part: Placed, said: &str, tell: &mut impl FnMut(NodeId, Option<&'static str>)) {
        let root = part.root;
        if self.parts.get(&part.number).is_none_or(|(known, _)| known != said) {
            let own = std::iter::once(root).chain(page.descendants(root)).filter(|&node| is_block(page, node));
            let own = own.map(|block| (block.0 - root.0, self.other_language(page, block, said))).collect();
            if self.parts.len() >= KEPT {
                self.parts.clear();
            }
            self.parts.insert(part.number, (said.to_owned(), own));
        }
        if cfg!(debug_assertions) {
            let known = self.parts.get(&part.number).map(|(_, blocks)| blocks.clone()).unwrap_or_default();
            let fresh = |&(behind, other): &Block| other == self.other_language(page, NodeId(root.0 + behind), said);
            assert!(known.iter().all(fresh), "a part is in the language it was in");
        }
        let known = self.parts.get(&part.number).into_iter().flat_map(|(_, blocks)| blocks);
        for &(behind, other) in known {
            let block = NodeId(root.0 + behind);
            if page.visibility.is_visible(block) {
                tell(block, other);
            }
        }
    }

    fn other_language(&mut self, page: &Page, block: NodeId, said: &str) -> Option<&'static str> {
        let Self { texts, text, .. } = self;
        text.clear();
        text.push_str(said);
        text.push('\0');
        let start = text.len();
        push_own_text(page, block, text);
        if text.len() - start < tongue::SHORTEST {
            return None;
        }
        if let Some(known) = texts.get(text.as_str()) {
            return *known;
        }
        let other = tongue::other_language(&text[start..], said);
        if texts.len() < KEPT && text.len() < 2 * BYTES {
            texts.insert(text.as_str().into(), other);
        }
        other
    }
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let mut found = Vec::new();
    let mut n_judged = 0;
    let mut known: Known = page.styles.take_notes();
    // Mostly the page says it once, above everything.
    let mut says = page.with_attr("lang");
    let for_all = (says.next() == Some(page.html()) && says.next().is_none()).then(|| language::of(page, page.html()));
    let mut tell = |block, other: Option<&'static str>| {
        n_judged += 1;
        found.extend(other.map(|other| (block, other)));
    };
    match for_all {
        Some(Some(said)) => known.blocks(page, said, tell),
        Some(None) => {}
        None => {
            let is_there = |&node: &NodeId| is_block(page, node) && page.visibility.is_visible(node);
            for block in page.elements().filter(is_there) {
                if let Some(said) = language::of(page, block) {
                    tell(block, known.other_language(page, block, said));
                }
            }
        }
    }
    page.styles.keep_notes(known);
    // Most of the page in another language: the page itself says the wrong one.
    let html = page.html();
    if found.len() > 2 && found.len() * 3 > n_judged * 2 {
        let verdict = Verdict::cant_tell("language-change--page").with("language", found[0].1);
        return vec![(html, verdict.with("lang", page.attr(html, "lang").unwrap_or("")))];
    }
    if found.is_empty() && n_judged > 0 {
        return page.body().map(|body| (body, Verdict::Passed)).into_iter().collect();
    }
    let tell = |(node, other)| (node, Verdict::cant_tell("language-change").with("language", other));
    found.into_iter().take(FINDINGS).map(tell).collect()
}

/// Elements that hold a text by itself.
fn is_block(page: &Page, node: NodeId) -> bool {
    page.name(node).is_some_and(|name| {
        name.ns == ns!(html)
            && matches!(
                name.local,
                local_name!("blockquote")
                    | local_name!("caption")
                    | local_name!("dd")
                    | local_name!("dt")
                    | local_name!("figcaption")
                    | local_name!("h1")
                    | local_name!("h2")
                    | local_name!("h3")
                    | local_name!("h4")
                    | local_name!("h5")
                    | local_name!("h6")
                    | local_name!("li")
                    | local_name!("p")
                    | local_name!("td")
                    | local_name!("th")
            )
    })
}

/// The text of a block, without other blocks and without what says its own language, put behind what stands there.
fn push_own_text(page: &Page, block: NodeId, text: &mut String) {
    let start = text.len();
    let mut below = page.descendants(block);
    while let Some(node) = below.next() {
        if page.is_element(node) && (page.has_attr(node, "lang") || is_block(page, node)) {
            below.skip_below(node);
        }
        text.push_str(page.text(node).unwrap_or(" "));
        if text.len() - start > BYTES {
            break;
        }
    }
}

/// That nothing is certain is no praise: only the questions carry the ACT rules.
fn of_question(page: &Page, node: NodeId) -> Ids {
    if page.body() == Some(node) { &[] } else { META.act }
}
