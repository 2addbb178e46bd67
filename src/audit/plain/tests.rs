//! Pages that are plain, pages that are not, and pages nobody thought of.

use proptest::prelude::*;

use super::*;

/// Whether the page is read here, and then as html5ever reads it: that is what `Document::parse` looks at in tests.
fn check(body: &str, is_plain: bool) {
    let html = format!(
        "<!doctype html>\n<html lang=it>\n<head>\n<title>t</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    );
    assert_eq!(read(&html).is_some(), is_plain, "{body}");
    assert_eq!(Document::parse(&html).is_plain, is_plain, "{body}");
}

#[test]
fn pages_without_a_slip_are_read() {
    check("<main id='a' class=\"b c\"><h1>A &amp; B&#x27;s</h1><p>a <b>b</b> & c<br>d</p></main>", true);
    check("<ul><li>a<ul><li>b</li></ul></li></ul><dl><div><dt>a</dt><dd>b</dd></div></dl>", true);
    check(
        "<table><caption>c</caption> <thead><tr> <th scope=col>a</th></tr></thead><tbody></tbody></table>",
        true,
    );
    check("<svg viewBox=\"0 0 1 1\"><g><path d=\"M0 0\"/></g><use href=#a></use></svg>", true);
    check("<svg><text x=1 text-anchor=middle>a <tspan>&lt; b</tspan>\n</text></svg>", true);
    check(
        "<select><optgroup label=a><option>b</option></optgroup></select><textarea>\n\na &lt;b></textarea>",
        true,
    );
    check("<pre>\n\na  b</pre><script>if (a</b) {}</script><style>a>b{}</style><!-- c --><!-- d -->", true);
    check("<a href=\"/\"><div><p>a</p></div></a><button>b</button><form><input></form>", true);
}

#[test]
fn what_has_to_be_repaired_is_left_to_others() {
    for body in [
        "<p>a<p>b</p>",
        "<p>a<div>b</div></p>",
        "<ul><li>a<li>b</li></ul>",
        "<b><i>a</b></i>",
        "<a href=a><a href=b>c</a></a>",
        "<button><span><button>a</button></span></button>",
        "<form><form></form></form>",
        "<h1><h2>a</h2></h1>",
        "<table><tr><td>a</td></tr></table>",
        "<table>a</table>",
        "<div>a",
        "a</div>",
        "<div/>",
        "<p title=a title=b>c</p>",
        "<P>a</P>",
        "<p>&eacute;</p>",
        "<p>&#128;</p>",
        "<p>a\u{0}</p>",
        "<p>a\r\n</p>",
        "<svg><p>a</p></svg>",
        "<svg><title>a</title></svg>",
        "<template><p>a</p></template>",
        "<math><mi>a</mi></math>",
        "<select><p>a</p></select>",
        "<noscript><p>a</p></noscript>",
        "<!-- a -- b -->",
        "<pre>&#10;a</pre>",
        "1 < 2",
    ] {
        check(body, false);
    }
}

#[test]
fn without_a_doctype_browsers_behave_differently() {
    assert!(read("<html><head></head><body></body></html>").is_none());
    assert!(read("<!doctype html><html><head></head><body></body></html>").is_some());
    assert!(read("<!doctype html><html><head></head><body></body></html>x").is_none());
}

#[test]
fn a_shorter_page_says_the_same() {
    let short = |body: &str| {
        let html = format!(
            "<!doctype html><html lang=it><head>\n<title> t </title></head><body>{body}</body></html>"
        );
        let text = Document::parse(&html).shortened().unwrap();
        let from = text.find("<body>").unwrap() + "<body>".len();
        text[from..text.find("</body>").unwrap()].to_owned()
    };
    let check = |body: &str, expected: &str| assert_eq!(short(body), expected, "{body}");
    check("<p>a\n  <b>b</b>  c</p>\n", "<p>a <b>b</b> c</p> ");
    check(
        "<table>\n<tbody>\n<tr>\n<td>a </td></tr></tbody></table>",
        "<table><tbody><tr><td>a </td></tr></tbody></table>",
    );
    check(
        "<pre>\n\n a  b</pre><textarea>\n\n c</textarea>",
        "<pre>\n\n a  b</pre><textarea>\n\n c</textarea>",
    );
    check(
        "<a href=\"/x/?a=1&amp;b=2\" title='a \"b\"' lang=\"\">c</a>",
        "<a href=\"/x/?a=1&amp;b=2\" title='a \"b\"' lang>c</a>",
    );
    check(
        "<p title=\"'&quot;'\">a &lt; b &amp; c &amp;lt; d&nbsp;e</p>",
        "<p title=\"'&#34;'\">a &lt; b & c &amp;lt; d\u{a0}e</p>",
    );
    check("<p datasrc=\"1:2-3\" id=\"a\">b</p><!-- c -->", "<p id=a>b</p>");
    check("<svg><path d=\"M0\"/></svg>", "<svg><path d=M0></path></svg>");
    check("<script>  a  </script>", "<script>  a  </script>");
    let parted = "<!doctype html><html><head><title>t</title></head><body>a<!-- b -->c</body></html>";
    assert_eq!(Document::parse(parted).shortened(), None);
}

/// The text without marks, as whoever does not know the tree writes it.
fn check_unmarked(html: &str) -> Option<String> {
    let unmarked = Document::parse(html).unmarked(html)?;
    let expected = String::from_utf8(crate::write::finish_html(html, false)).unwrap();
    assert_eq!(unmarked, expected, "{html}");
    Some(unmarked)
}

#[test]
fn what_is_not_published_is_cut() {
    let check = |html: &str, expected: Option<&str>| assert_eq!(check_unmarked(html).as_deref(), expected);
    check(
        "<!DOCTYPE html> \n<html lang=it>\t\n<head><title>a \n</title></head> \n<body> \n \t\n<p\n  datasrc=\"1:2-3\" id=a>b \n<b datasrc=1:2-3>c</b> </p><!-- \n -->\
         <pre datasrc='1:2-3'> \n<b>d \n</b></pre><textarea> \n</textarea><script> \n</script> \n</body>\t\n</html> \n",
        Some(
            "<!DOCTYPE html>\n<html lang=it>\n<head><title>a \n</title></head>\n<body>\n\n<p id=a>b\n<b>c</b> </p><!-- \n -->\
             <pre> \n<b>d \n</b></pre><textarea> \n</textarea><script> \n</script>\n</body>\n</html>\n",
        ),
    );
    check("<!doctype html><html><head></head><body><p>a<p>b</p></body></html>", None);
}

/// Elements that are read here, and some that are not.
const NAMES: &str = "div p span a b i em code ul ol li dl dt dd h1 h2 table caption thead tbody tr td th colgroup select \
    optgroup option datalist button form fieldset legend label details summary pre textarea object svg g text tspan \
    path use article section main nav figure picture video iframe script style title search menu dialog \
    address blockquote ruby template math search custom-element";

/// Pages nearly without slips: well nested, from all elements there are, with any text.
fn element() -> impl Strategy<Value = String> {
    let names = prop::sample::select(NAMES.split_ascii_whitespace().collect::<Vec<_>>());
    let attributes = prop::sample::select(vec![
        "",
        " id=a",
        " class='b c'",
        " id=\"x&amp;y\"",
        " hidden",
        " viewBox='0 0 1 1'",
        " data-a=\"1\"",
        " a b=c",
        " href=\"/a?b&c=d\"",
        " title='<&gt;'",
        " xmlns=x",
        " value=a/",
        " aria-label='&'",
        " datasrc=\"1:2-3\"",
        "\n datasrc=1:2-3 id=c",
        " title='datasrc=1'",
    ]);
    let text = prop::sample::select(vec![
        "",
        "a",
        " ",
        "\n",
        "a & b",
        "&amp;lt;",
        "&nbsp;",
        "\n\nx",
        "è",
        "a  b\n",
        "a \n\t\n ",
        "datasrc=\"1:2-3\" \n",
        "&",
        "<br>",
        "<img alt>",
        "<hr>",
        "<input>",
        "<!-- c -->",
        "<col>",
        "<meta charset=utf-8>",
        "&#39;",
        "\u{c}",
    ]);
    let leaf = (text.clone()).prop_map(str::to_owned);
    leaf.prop_recursive(6, 60, 5, move |inner| {
        (names.clone(), attributes.clone(), prop::collection::vec(inner, 0..5), text.clone()).prop_map(
            |(name, attributes, children, text)| {
                format!("<{name}{attributes}>{}{text}</{name}>", children.concat())
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// `Document::parse` compares with html5ever; `shortened` with the tree it was made from.
    #[test]
    fn both_ways_of_reading_agree(body in prop::collection::vec(element(), 0..6)) {
        let html = format!("<!doctype html><html><head></head> <body>{}</body> </html>", body.concat());
        check_unmarked(&html);
        let document = Document::parse(&html);
        if let Some(short) = document.shortened() {
            let again = Document::parse(&short).shortened();
            prop_assert_eq!(again.as_deref(), Some(short.as_str()));
        }
    }

    #[test]
    fn any_text_is_read_or_left(html in "(<!doctype html>|<html>|<head>|</head>|<body>|</body>|</html>|<p|>|</p>|=|'|\"|&|;|a|<|/| |\n|<!--|-->){0,40}") {
        Document::parse(&html);
    }
}

/// A text that is long enough to be remembered as a part, with what parts are made of.
fn part(nth: usize) -> String {
    let links =
        "<li> \n <a href='/servizi/' id=\"i\" datasrc=\"1:2-3\" class=a>Servizi &amp; <b>uffici</b></a>, <br>\n</li>".repeat(4);
    format!(
        "<div data-n={nth}>\n<ul class='b c'>{links}</ul><svg viewBox='0 0 1 1'><path d='M0'/></svg><!-- c --></div>"
    )
}

/// That the tree is the one html5ever makes, ids and lines included, is looked at by `Document::parse`.
#[test]
fn parts_are_put_where_they_stand_again() {
    let page = |body: &str| {
        Document::parse(&format!(
            "<!doctype html><html lang=it><head><title>t</title></head><body>{body}</body></html>"
        ))
    };
    let (one, two) = (part(1), part(2));
    assert!(page(&one).placed.is_empty());
    assert!(page(&format!("{one}\n{two}")).placed.is_empty());
    let document = page(&format!("\n<p>a</p>{one}b{two}<div>{one}</div>c"));
    let numbers: Vec<u32> = document.placed.iter().map(|placed| placed.number).collect();
    // Of the second one the list inside is known, which both have; it is learned as a whole now.
    assert_eq!(numbers.len(), 3, "{numbers:?}");
    assert_eq!(numbers[0], numbers[2]);
    assert_ne!(numbers[0], numbers[1]);
    let document = page(&format!("<ul><li>{two}</li></ul><dl><div><dt>a</dt><dd>{one}</dd></div></dl>"));
    assert_eq!(document.placed.len(), 2);
    // Inside what the parser would close nothing is put.
    for body in
        [format!("<a href=/>{two}</a>"), format!("<p>{two}</p>"), format!("<form>{two}<form></form></form>")]
    {
        assert!(page(&body).placed.is_empty(), "{body}");
    }
    let other = two.replace("uffici", "<p>");
    assert!(page(&other).placed.is_empty());
}

proptest! {
    /// Pages put together of the same pieces again and again: parts in parts, and in whatever stands around them.
    #[test]
    fn pages_of_parts_are_read_as_others_read_them(
        pages in prop::collection::vec(
            prop::collection::vec((0..3_usize, prop::sample::select(vec![
                "", "<p>a</p>", "<ul><li>", "</li></ul>", "<div>", "</div>", "<a href=/>", "</a>", "<dl><div>", "</div></dl>",
                "text\n", "<table><tbody><tr><td>", "</td></tr></tbody></table>", "<pre>\n", "</pre>",
            ])), 0..8),
            1..6,
        )
    ) {
        for pieces in pages {
            let body: String = pieces.iter().map(|(nth, around)| format!("{around}{}", part(*nth))).collect();
            let html = format!("<!doctype html><html lang=it><head><title>t</title></head><body>{body}</body></html>");
            check_unmarked(&html);
            Document::parse(&html).shortened();
        }
    }
}
