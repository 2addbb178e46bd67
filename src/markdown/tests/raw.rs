//! Raw HTML: what stays, what goes, what is told, and that nothing dangerous gets through.

use super::*;

fn check_both(markdown: &str, html: &str, told: &[&str]) {
    check(markdown, html);
    check_findings(markdown, told);
}

#[test]
fn what_stands_in_an_inline_script_goes_with_it() {
    check("a <script>alert(1)</script> b", "<p>a  b</p>");
    check("a <svg>*b*</SVG> c", "<p>a  c</p>");
    check("a <script>b\n\nc</script>", "<p>a b</p>\n<p>c</p>");
}

#[test]
fn what_is_allowed_stays() {
    for html in [
        "<p>La <abbr title=\"Tassa sui rifiuti\">TARI</abbr> e H<sub>2</sub>O</p>",
        "<p><span lang=\"en\">privacy</span></p>",
        "<div class=\"text-center\"><p>a</p></div>",
        "<dl><dt>a</dt><dd>b</dd></dl>",
        "<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>",
    ] {
        check_both(html, html, &[]);
    }
}

/// A table looks like one and the keyboard scrolls it, however it is written.
#[test]
fn tables_are_like_those_of_markdown() {
    let cells = "<caption>a</caption><tbody><tr><th scope=\"row\" id=\"r\">b</th><td colspan=\"2\" headers=\"r\">c</td></tr></tbody>";
    let region =
        "<section class=\"table-responsive\" tabindex=\"0\" aria-label=\"Tabella, scorri in orizzontale\">";
    check_both(
        &format!("<table>{cells}</table>"),
        &format!("{region}\n<table class=\"table\">{cells}</table>\n</section>"),
        &[],
    );
    check_both(
        &format!("<table class=\"table-sm table\" lang=\"en\">{cells}</table>"),
        &format!("{region}\n<table class=\"table table-sm\" lang=\"en\">{cells}</table>\n</section>"),
        &[],
    );
}

#[test]
fn markdown_stands_inside_html() {
    check_both(
        "<details>\n<summary>Orari</summary>\n\n- *lunedì*\n\n</details>\n",
        "<details>\n<summary>Orari</summary>\n<ul>\n<li><em>lunedì</em></li>\n</ul>\n</details>",
        &[],
    );
}

#[test]
fn own_attributes_survive_beside_raw_html() {
    let html = render("<b>a</b>\n\n- [x] b\n\n| c |\n|-|\n| d |\n\n    e\n\nf[^1]\n\n[^1]: g\n");
    for own in ["tabindex=\"0\"", "aria-hidden=\"true\"", "doc-backlink", "<pre", "scope=\"col\""] {
        assert!(html.contains(own), "{own}: {html}");
    }
    let body = read("<b>a</b>").value;
    let settings = Settings { marks: true, ..Settings::default() };
    let html = to_html(&body, &Site, &Words::italian(), &settings);
    assert_eq!(html.matches(MARK).count(), 2, "{html}");
}

#[test]
fn links_and_images_are_resolved() {
    check_both(
        "a <a href=\"b.md\" title=\"t\">c</a> <a href=\"manca.md\">d</a>",
        "<p>a <a href=\"b.md\" title=\"t\">c</a> d</p>",
        &[],
    );
    check(
        "a <img src=\"b.png\" alt=\"c\" class=\"figure-img\" width=9>",
        "<p>a <img src=\"/b.png\" alt=\"c\" class=\"img-fluid figure-img\" width=\"800\" height=\"600\" \
         loading=\"lazy\" decoding=\"async\"></p>",
    );
    check("a <a href=\"javascript:b\">c</a>", "<p>a c</p>");
}

#[test]
fn what_goes_is_told_at_its_place() {
    check_both("a <font color=red>b</font>", "<p>a b</p>", &["raw-html--font <font color=red>"]);
    check_both("a <u>b</u>", "<p>a b</p>", &["raw-html--underline <u>"]);
    check_both("<h2>b</h2>", "b", &["raw-html--heading <h2>"]);
    check_both("<iframe src=x>y</iframe>z", "z", &["raw-html--embedded <iframe src=x>y</iframe>"]);
    check_both(
        "<p style='color:red' onclick=x() class='lead x'>a</p>",
        "<p class=\"lead\">a</p>",
        &[
            "raw-html--style style='color:red'",
            "raw-html--event onclick=x()",
            "raw-html--class class='lead x'",
        ],
    );
    check_both("<p datasrc=\"0:1-2\">a</p>", "<p>a</p>", &["raw-html--attribute datasrc=\"0:1-2\""]);
    check_both(
        "> <p\n> align=right>a</p>",
        "<blockquote>\n<p>a</p></blockquote>",
        &["raw-html--style align=right"],
    );
    check_both("a <!-- b --> c", "<p>a  c</p>", &[]);
    check_both("## A\n<p id=a>b</p>", "<h2 id=\"a\">A</h2>\n<p>b</p>", &["raw-html--id id=a"]);
}

#[test]
fn it_is_balanced() {
    check_both("a <b>b\n\nc", "<p>a <b>b</b></p>\n<p>c</p>", &["raw-html--unbalanced <b>"]);
    check_both("a </b> b", "<p>a  b</p>", &["raw-html--unopened </b>"]);
    check_both(
        "a <i>b <b>c</i> d</b>",
        "<p>a <i>b <b>c</b></i> d</p>",
        &["raw-html--unbalanced <b>", "raw-html--unopened </b>"],
    );
    check_both(
        "a *b <i>c* d</i>",
        "<p>a <em>b <i>c</i></em> d</p>",
        &["raw-html--unbalanced <i>", "raw-html--unopened </i>"],
    );
    check_both(
        "- <div>a\n- b",
        "<ul>\n<li><div>a\n</div></li>\n<li>b</li>\n</ul>",
        &["raw-html--unbalanced <div>"],
    );
    check_both("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>", &[]);
    check_both("<p>a\n\nb", "<p>a\n</p><p>b</p>", &[]);
    check_both("a <div>b</div>", "<p>a b</p>", &["raw-html--misplaced <div>"]);
    check_both(
        "<span>\n\nb\n\n</span>",
        "<span>\n</span><p>b</p>",
        &["raw-html--phrasing <span>", "raw-html--unopened </span>"],
    );
    check_both("<ul>a</ul>", "<ul><li>a</li></ul>", &["raw-html--text a"]);
    check_both(
        "<a href=b>c <a href=d>e</a></a>",
        "<p><a href=\"b\">c e</a></p>",
        &["raw-html--misplaced <a href=d>"],
    );
    check_both("<tr><td>a</td></tr>", "a", &["raw-html--misplaced <tr>", "raw-html--misplaced <td>"]);
    check_both(
        "<table>a<tr><td>b</table>",
        "<section class=\"table-responsive\" tabindex=\"0\" aria-label=\"Tabella, scorri in orizzontale\">\n\
         <table class=\"table\"></table>\n</section>ab",
        &[
            "raw-html--unbalanced <table>",
            "raw-html--misplaced <tr>",
            "raw-html--misplaced <td>",
            "raw-html--unopened </table>",
        ],
    );
    check_both("<a name=\"b\">c</a>", "<p>c</p>", &["raw-html--name name=\"b\""]);
    check_both("<a href=b>c [d](e)</a>", "<p><a href=\"b\">c d</a></p>", &["raw-html--link-in-link [d](e)"]);
    check_both(
        "| a |\n|-|\n| <ul><li>b</ul> |",
        render("| a |\n|-|\n| <ul><li>b</li></ul> |").trim_end(),
        &[],
    );
    check_both("<div\n\nb", "<p>b</p>", &["raw-html--broken <div"]);
    check_both("<!-- a\n\nb", "", &["raw-html--comment <!-- a\n\nb"]);
}

/// No element or attribute that runs anything, whatever the way in.
#[test]
fn nothing_dangerous_gets_through() {
    for attempt in [
        "<scr<script>ipt>alert(1)</script>",
        "<script>alert(1)</script>",
        "a <script>alert(1)</script>",
        "<SCRIPT/SRC=//x.it></SCRIPT>",
        "<img src=x onerror=alert(1) alt=a>",
        "<img/src=\"x\"/onerror=\"alert(1)\" alt=a>",
        "<a href=\"java&#x0A;script:alert(1)\">a</a>",
        "<a href=\"&#1;javascript:alert(1)\">a</a>",
        "<a href=javascript&colon;alert(1)>a</a>",
        "<a href=\"data:text/html;base64,xx\">a</a>",
        "[a](<javascript:alert(1)>)",
        "![a](javascript:alert(1))",
        "[a]: javascript:alert(1)\n\n[a]",
        "<svg><script>alert(1)</script></svg>",
        "<svg><p><style><img src=x onerror=alert(1)></style></p></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<div title=\"</div><script>alert(1)</script>\">a</div>",
        "<p title='\"><script>alert(1)</script>'>a</p>",
        "<!--><script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?php <script>alert(1)</script> ?>",
        "<div style=\"background:url(javascript:alert(1))\">a</div>",
        "<form action=x><input onfocus=alert(1) autofocus></form>",
        "<details ontoggle=alert(1) open>a</details>",
        "<base href=//x.it>",
        "<a href=x target=_blank onclick=alert(1)>a</a>",
        "```html \"onclick=alert(1)\n```",
        "## a {onclick=alert(1) #b\" .c}",
        "<textarea></textarea><script>alert(1)</script>",
        "<b title=\"\n\n<script>alert(1)</script>\n\n\">",
        "<template><script>alert(1)</script></template>",
        "<x-y onclick=alert(1)>a</x-y>",
        "<img src=\"`><script>alert(1)</script>\" alt=a>",
    ] {
        let html = render(attempt);
        let lower = html.to_lowercase();
        for danger in ["<script", "<iframe", "<svg", "<style", "<form", "<input", "<base", "<x-y", "<!", "<?"]
        {
            assert!(!lower.contains(danger), "{attempt} → {html}");
        }
        for token in scan::scan(&html) {
            let scan::Kind::Start(tag) = token.kind else { continue };
            for attribute in &tag.attributes {
                let runs = attribute.name.starts_with("on") || attribute.name == "style";
                let value = attribute.value.to_lowercase();
                let leads = matches!(attribute.name.as_str(), "href" | "src")
                    && (value.contains("script:") || value.starts_with("data:"));
                assert!(!runs && !leads, "{attempt} → {html}");
            }
        }
    }
}
