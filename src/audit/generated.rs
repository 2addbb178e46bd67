//! The words that style sheets put before and after what stands in an element, as they count in accessible names.

use cssparser::{ParseError, Parser, Token};

use super::{
    Page,
    css::{Property, Pseudo, View},
    dom::NodeId,
};

/// What `::before` or `::after` adds to the name of an element; empty when there is nothing.
pub(super) fn words(page: &Page, node: NodeId, pseudo: Pseudo) -> String {
    if !page.styles.has_pseudos(node) {
        return String::new();
    }
    let views = page.visibility.visible_in(node);
    let view = std::iter::once(View::DESK).chain(View::all()).find(|view| views & view.bit() != 0);
    let style = page.styles.pseudo(node, pseudo, view.unwrap_or(View::DESK));
    let Some(style) = style.filter(|style| is_shown(style.display(), style.get(Property::Visibility).word()))
    else {
        return String::new();
    };
    let mut text = read(style.get(Property::Content).text(), |name| page.attr(node, name));
    if style.display() != "inline" && !text.is_empty() {
        text = format!(" {text} ");
    }
    text
}

fn is_shown(display: &str, visibility: &str) -> bool {
    display != "none" && visibility == "visible"
}

/// The words of a value of `content`. What follows a `/` is said instead of what is shown; counters, pictures and
/// quotation marks say nothing.
fn read<'a>(content: &str, attribute: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut input = Parser::new(content);
    let mut text = String::new();
    while let Ok(token) = input.next() {
        match token {
            Token::QuotedString(words) => text.extend(words.chars().filter(|&c| !is_sign(c))),
            Token::Delim('/') => text.clear(),
            Token::Function(name) if name.eq_ignore_ascii_case("attr") => {
                let named = input
                    .parse_nested_block(|input| Ok::<_, ParseError<()>>(input.expect_ident()?.to_string()));
                text.push_str(named.ok().and_then(|name| attribute(&name)).unwrap_or(""));
            }
            _ => {}
        }
    }
    text
}

/// Whether a character is a picture of some font of icons: nobody reads those out.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::super::{Document, names::accessible_name};
    use super::*;

    #[test]
    fn contents() {
        let check = |content: &str, expected| {
            assert_eq!(read(content, |name| (name == "title").then_some("t")), expected, "{content}");
        };
        check("normal", "");
        check("none", "");
        check("\"a\" 'b'", "ab");
        check("\"→\" / \"avanti\"", "avanti");
        check("\"→\" / \"\"", "");
        check("url(a.png) / \"stemma\"", "stemma");
        check("counter(n) \". \"", ". ");
        check("counters(n, \".\")", "");
        check("open-quote attr(title) close-quote", "t");
        check("attr(altro)", "");
        check("\"\u{e001}\"", "");
        check("\"\\e001\"", "");
    }

    #[test]
    fn they_are_part_of_names() {
        let check = |style: &str, html: &str, expected| {
            let document = Document::parse(&format!("<style>{style}</style>{html}"));
            let page = Page::new(&document);
            assert_eq!(accessible_name(&page, document.by_id("x").unwrap()), expected, "{style} {html}");
        };
        check("a::before { content: 'Vai a ' }", "<a id=x href=a>Home</a>", "Vai a Home");
        check("a:after { content: '(PDF)'; display: block }", "<a id=x href=a>Bando</a>", "Bando (PDF)");
        check("i::before { content: '\\e001' / 'Cerca' }", "<button id=x><i></i></button>", "Cerca");
        check("i::before { content: '\\e001' }", "<button id=x><i></i></button>", "");
        check("i::before { content: 'a'; display: none }", "<button id=x><i></i></button>", "");
        check("label::after { content: ' *' }", "<label for=x>Nome</label><input id=x>", "Nome *");
        check("a::before { content: 'no' }", "<a id=x href=a aria-label='sì'>Home</a>", "sì");
        check("h2::before { content: counter(n) }", "<h2 id=x>Orari</h2>", "Orari");
    }
}
