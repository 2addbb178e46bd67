//! The words people see in an element, as the ACT rules say "visible inner text", and whether a name holds them.

use super::{Page, dom::NodeId, names::stands_in_line, sight};

/// Nodes looked at for one text.
const NODES: usize = 4_000;

/// What is seen of the text in an element: blocks stand apart, images say nothing.
pub(super) fn visible_text(page: &Page, root: NodeId) -> String {
    let mut text = String::new();
    // Ends of blocks that are still to come: the first node after each.
    let mut open: Vec<NodeId> = Vec::new();
    let mut below = page.descendants(root);
    for _ in 0..NODES {
        let Some(node) = below.next() else { break };
        while open.last().is_some_and(|&block| !page.is_within(node, block)) {
            open.pop();
            text.push(' ');
        }
        if let Some(words) = page.text(node) {
            if page.parent(node).is_some_and(|parent| page.visibility.is_visible(parent)) {
                text.push_str(words);
            }
        } else if page.is_element(node) && sight::is_out(page, node) {
            below.skip_below(node);
        } else if page.is_element(node) && !stands_in_line(page, node) {
            text.push(' ');
            open.push(node);
        }
    }
    super::names::fold_space(&text)
}

/// How the words on a control and its name agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Agreement {
    Contained,
    Different,
    /// A sign, an icon, or the same word hyphenated in another way.
    Unsure,
}

/// Whether a name says the words that are seen, one after the other: without letter case, punctuation and what
/// stands in brackets.
pub(super) fn compare(label: &str, name: &str) -> Agreement {
    let (seen, said) = (tokens(label), tokens(name));
    if seen.is_empty() || seen.len() <= said.len() && said.windows(seen.len()).any(|part| part == seen) {
        return Agreement::Contained;
    }
    let joined = |text: &str| {
        let is_hyphen = |c: &char| matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}');
        tokens(&text.chars().filter(|c| !is_hyphen(c)).collect::<String>())
    };
    let (unhyphened, whole) = (joined(label), joined(name));
    let same = unhyphened.len() <= whole.len() && whole.windows(unhyphened.len()).any(|p| p == unhyphened);
    // A single letter that is no number is a picture: "X" closes, "B" makes bold.
    let is_sign =
        matches!(seen.as_slice(), [one] if one.chars().count() == 1 && !one.chars().all(char::is_numeric));
    if same || is_sign { Agreement::Unsure } else { Agreement::Different }
}

/// Whether a word on a control may be shown as a picture: fonts of icons draw `search` as a lens.
pub(super) fn may_be_icon(page: &Page, node: NodeId, label: &str) -> bool {
    let is_one_word = !label.is_empty() && label.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let names_icon = |text: &str| text.to_ascii_lowercase().contains("icon");
    let of_element =
        |node| ["class", "style"].iter().any(|name| page.attr(node, name).is_some_and(names_icon));
    let of_sheet = |node| match page.tag(node) {
        "link" => page.attr(node, "href").is_some_and(names_icon),
        "style" => names_icon(&page.text_content(node)),
        _ => false,
    };
    is_one_word
        && (of_element(node)
            || page.descendants(node).take(NODES).any(of_element)
            || page.elements().take(500).any(of_sheet))
}

/// The words of a text, in lower case.
fn tokens(text: &str) -> Vec<String> {
    without_brackets(&text.to_lowercase())
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What stands in round brackets is not said by who speaks to a computer.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    // Brackets that are never closed are ordinary signs.
    if text.matches('(').count() != text.matches(')').count() {
        return text.to_owned();
    }
    let keep = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0 && c != ')').then_some(c)
    };
    text.chars().filter_map(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::super::dom::Document;
    use super::*;

    #[test]
    fn what_is_seen() {
        let check = |html: &str, expected| {
            let document = Document::parse(html);
            let page = Page::new(&document);
            assert_eq!(visible_text(&page, document.by_id("x").unwrap()), expected, "{html}");
        };
        check("<a id=x>a <b>b</b>c<p>d</p>e</a>", "a bc d e");
        check("<a id=x>a<b hidden>b</b><i aria-hidden=true>c</i><img alt=d></a>", "ac");
        check("<a id=x><div style='display:inline'>A</div><div style='display:inline'>B</div></a>", "AB");
        check("<a id=x>a<br>b<script>c</script></a>", "a b");
    }

    #[test]
    fn names_and_words() {
        let check = |label, name, expected| assert_eq!(compare(label, name), expected, "{label} / {name}");
        check("Cerca (nel sito)", "cerca", Agreement::Contained);
        check("Scarica il modulo", "Scarica il modulo di iscrizione", Agreement::Contained);
        check("Scarica modulo", "Scarica il modulo", Agreement::Different);
        check("Vai a Como", "Vai a Comoedia", Agreement::Different);
        check("on-line", "online", Agreement::Unsure);
        check("X", "Chiudi", Agreement::Unsure);
        check("2", "Pagina 3", Agreement::Different);
        check("»", "Avanti", Agreement::Contained);
    }
}
