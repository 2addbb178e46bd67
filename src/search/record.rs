//! What of a page can be found.

use crate::{
    audit::{Document, NodeId},
    render::About,
};

/// A page as the index wants it: an address, and plain HTML with headings, text and filters.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub url: String,
    pub html: String,
}

/// Parts of `<main>` that are about moving, not about what the page says.
const LEFT_OUT: &[&str] = &[
    "nav", "form", "button", "script", "style", "template", "noscript", "svg", "iframe", "select", "dialog",
];

/// A theme's mark on other such parts, as pagefind itself calls it.
const IGNORED: &str = "data-pagefind-ignore";

/// Text inside one of these stands apart from what is before and after.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

impl Record {
    /// None: the page is not to be found. `url` is its address on the server.
    pub fn of(document: &Document, url: &str, about: &About) -> Option<Self> {
        if is_hidden(document) {
            return None;
        }
        let lang = document.attr(document.html(), "lang").unwrap_or_default();
        let mut html = String::with_capacity(4096);
        html.push_str("<html lang=\"");
        push_escaped(&mut html, lang);
        html.push_str("\"><body>");
        meta(&mut html, "data-pagefind-meta", "title", &about.title);
        meta(&mut html, "data-pagefind-meta", "tipo", &about.kind);
        if let Some(day) = &about.day {
            meta(&mut html, "data-pagefind-meta", "data", day);
        }
        meta(&mut html, "data-pagefind-filter", "tipo", &about.kind);
        about.topics.iter().for_each(|topic| meta(&mut html, "data-pagefind-filter", "argomento", topic));
        about.office.iter().for_each(|office| meta(&mut html, "data-pagefind-filter", "ufficio", office));
        if about.is_list {
            // A list would be found by the titles of everything in it, which can be found by themselves.
            push_block(&mut html, "h1", None, &about.title);
            push_block(&mut html, "p", None, about.summary.as_deref().unwrap_or_default());
        } else {
            let main = document.body()?;
            let main = document.descendants(main).find(|node| document.tag(*node) == "main").unwrap_or(main);
            text_of(document, main, &mut html);
        }
        html.push_str("</body></html>");
        Some(Self { url: url.to_owned(), html })
    }
}

/// Whether the page tells robots not to list it.
fn is_hidden(document: &Document) -> bool {
    let says_noindex = |node: NodeId| {
        document.tag(node) == "meta"
            && document.attr(node, "name").is_some_and(|name| name.eq_ignore_ascii_case("robots"))
            && document.attr(node, "content").is_some_and(|content| content.contains("noindex"))
    };
    document
        .first_child_named(document.html(), "head")
        .is_none_or(|head| document.child_elements(head).any(says_noindex))
}

fn text_of(document: &Document, main: NodeId, html: &mut String) {
    let mut block = main;
    let mut text = String::new();
    let mut nodes = document.descendants(main);
    while let Some(node) = nodes.next() {
        if document.is_element(node) {
            if is_left_out(document, node) {
                nodes.skip_below(node);
            } else if document.tag(node) == "br" {
                text.push(' ');
            }
            continue;
        }
        let Some(part) = document.text(node) else { continue };
        let own = document.closest(node, BLOCKS).unwrap_or(main);
        if own != block {
            flush(document, block, &mut text, html);
            block = own;
        }
        text.push_str(part);
    }
    flush(document, block, &mut text, html);
}

fn is_left_out(document: &Document, node: NodeId) -> bool {
    LEFT_OUT.contains(&document.tag(node))
        || document.has_attr(node, "hidden")
        || document.has_attr(node, IGNORED)
        || document.attr(node, "aria-hidden") == Some("true")
}

/// Writes a block's text as one line; a heading keeps its level and the address of its section.
fn flush(document: &Document, block: NodeId, text: &mut String, html: &mut String) {
    let heading = HEADINGS.iter().find(|name| **name == document.tag(block));
    let id = heading.and_then(|_| document.attr(block, "id"));
    push_block(html, heading.unwrap_or(&"p"), id, text);
    text.clear();
}

fn push_block(html: &mut String, name: &str, id: Option<&str>, text: &str) {
    let mut words = text.split_whitespace().peekable();
    if words.peek().is_none() {
        return;
    }
    html.push('<');
    html.push_str(name);
    if let Some(id) = id {
        html.push_str(" id=\"");
        push_escaped(html, id);
        html.push('"');
    }
    html.push('>');
    for (n, word) in words.enumerate() {
        if n > 0 {
            html.push(' ');
        }
        // pagefind's own signs are made like this.
        push_escaped(html, word.trim_start_matches('_'));
    }
    html.push_str("</");
    html.push_str(name);
    html.push('>');
}

fn meta(html: &mut String, attribute: &str, name: &str, value: &str) {
    html.push_str("<meta ");
    html.push_str(attribute);
    html.push_str("=\"");
    html.push_str(name);
    html.push_str("[content]\" content=\"");
    push_escaped(html, value);
    html.push_str("\">");
}

fn push_escaped(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about() -> About {
        About {
            title: "Carta d'identità".to_owned(),
            kind: "Servizio".to_owned(),
            topics: vec!["Residenza".to_owned()],
            office: Some("Anagrafe & stato civile".to_owned()),
            day: None,
            summary: Some("Come si fa.".to_owned()),
            is_list: false,
        }
    }

    const HEAD: &str = "<html lang=\"it\"><body>\
        <meta data-pagefind-meta=\"title[content]\" content=\"Carta d'identità\">\
        <meta data-pagefind-meta=\"tipo[content]\" content=\"Servizio\">\
        <meta data-pagefind-filter=\"tipo[content]\" content=\"Servizio\">\
        <meta data-pagefind-filter=\"argomento[content]\" content=\"Residenza\">\
        <meta data-pagefind-filter=\"ufficio[content]\" content=\"Anagrafe &amp; stato civile\">";

    fn record(head: &str, body: &str, about: &About) -> Option<String> {
        let page = format!("<!doctype html><html lang=it><head>{head}</head><body>{body}</body></html>");
        Record::of(&Document::parse(&page), "/x/", about).map(|record| record.html)
    }

    #[track_caller]
    fn check(body: &str, expected: &str) {
        assert_eq!(record("", body, &about()).unwrap(), format!("{HEAD}{expected}</body></html>"));
    }

    #[test]
    fn only_what_the_page_says() {
        check(
            "<header>Menu</header><main>\n<nav>Qui</nav><h1>Carta  d'identità</h1><p>Si <b>ri</b>chiede<br>qui, 1 &lt; 2.\
             <h2 id=costi>Costi</h2><ul><li>22 <svg><title>x</title></svg>euro<li hidden>no</ul>\
             <div data-pagefind-ignore><p>Valuta</div><form>f</form><p aria-hidden=true>no</p>\
             <p>___PAGEFIND_WEIGHT___9 uno</p></main><footer>Piede</footer>",
            "<h1>Carta d'identità</h1><p>Si richiede qui, 1 &lt; 2.</p><h2 id=\"costi\">Costi</h2><p>22 euro</p>\
             <p>PAGEFIND_WEIGHT___9 uno</p>",
        );
        check("Senza main", "<p>Senza main</p>");
    }

    #[test]
    fn a_list_is_found_by_its_own_words() {
        let about = About { is_list: true, ..about() };
        assert_eq!(
            record("", "<main><h1>x</h1><p>altro</main>", &about).unwrap(),
            format!("{HEAD}<h1>Carta d'identità</h1><p>Come si fa.</p></body></html>")
        );
    }

    #[test]
    fn pages_that_stay_out_of_search_engines_are_not_found() {
        assert_eq!(
            record("<meta name=robots content=\"noindex, nofollow\">", "<main>x</main>", &about()),
            None
        );
    }
}
