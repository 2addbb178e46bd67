//! What Markdown becomes.

use super::*;

#[test]
fn text_is_escaped() {
    check("a < b & \"c\" `<i>`\\\nd", "<p>a &lt; b &amp; &quot;c&quot; <code>&lt;i&gt;</code><br>\nd</p>");
    check("a\u{1}b \u{0}", "<p>a\u{fffd}b \u{fffd}</p>");
    check("*a* **b** ~~c~~", "<p><em>a</em> <strong>b</strong> <del>c</del></p>");
    check("---", "<hr>");
    check("“L'art. 5” -- no...", "<p>“L'art. 5” -- no...</p>");
}

#[test]
fn headings_have_ids_and_levels() {
    check("## L'orario", "<h2 id=\"l-orario\">L'orario</h2>");
    check("# Uno", "<h2 id=\"uno\">Uno</h2>");
    check("## A {#costi lang=en}", "<h2 id=\"costi\" lang=\"en\">A</h2>");
    check("## A\n## A\n## A", "<h2 id=\"a\">A</h2>\n<h2 id=\"a-2\">A</h2>\n<h2 id=\"a-3\">A</h2>");
    check("## A\n## B {#a}", "<h2 id=\"a-2\">A</h2>\n<h2 id=\"a\">B</h2>");
    check("## fn-1", "<h2 id=\"voce-fn-1\">fn-1</h2>");
    let body = read("## A\n[x](#a)\n\n###### B").value;
    let settings = Settings { heading_shift: 1, id_prefix: "note-".to_owned(), ..Settings::default() };
    assert_eq!(
        to_html(&body, &Site, &Words::italian(), &settings),
        "<h3 id=\"note-a\">A</h3>\n<p><a href=\"#note-a\">x</a></p>\n<h6 id=\"note-b\">B</h6>\n"
    );
}

#[test]
fn lists() {
    check("- a\n- b\n  1. c", "<ul>\n<li>a</li>\n<li>b<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>");
    check("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>");
    check(
        "- [x] a\n- [ ] b",
        "<ul class=\"list-unstyled\">\n\
         <li><span aria-hidden=\"true\">☑</span> <span class=\"visually-hidden\">fatto:</span> a</li>\n\
         <li><span aria-hidden=\"true\">☐</span> <span class=\"visually-hidden\">da fare:</span> b</li>\n</ul>",
    );
    check(
        "Termine\n: Definizione *lunga*",
        "<dl>\n<dt>Termine</dt>\n<dd>Definizione <em>lunga</em></dd>\n</dl>",
    );
}

#[test]
fn quotes_alerts_and_code() {
    check("> a\n> b", "<blockquote>\n<p>a\nb</p>\n</blockquote>");
    check(
        "> [!WARNING]\n> Chiuso.",
        "<div class=\"callout warning\">\n<div class=\"callout-inner\">\n\
         <div class=\"callout-title\"><span class=\"text\">Attenzione</span></div>\n<p>Chiuso.</p>\n</div>\n</div>",
    );
    check(
        "```sql x\nselect <1>\n```",
        "<pre tabindex=\"0\"><code class=\"language-sql\">select &lt;1&gt;\n</code></pre>",
    );
    check("    a", "<pre tabindex=\"0\"><code>a</code></pre>");
}

#[test]
fn tables_have_headers_captions_and_a_region() {
    check(
        "Tabella: Orari *estivi*\n\n| Giorno | Ora |\n|:--|--:|\n| lunedì | 9 |",
        "<section class=\"table-responsive\" tabindex=\"0\" aria-label=\"Tabella: Orari estivi\">\n\
         <table class=\"table\">\n<caption>Orari <em>estivi</em></caption>\n<thead>\n<tr>\n\
         <th scope=\"col\" class=\"text-start\">Giorno</th>\n<th scope=\"col\" class=\"text-end\">Ora</th>\n\
         </tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"text-start\">lunedì</td>\n<td class=\"text-end\">9</td>\n\
         </tr>\n</tbody>\n</table>\n</section>",
    );
    check(
        "| | B |\n|-|:-:|\n| a | b |",
        "<section class=\"table-responsive\" tabindex=\"0\" aria-label=\"Tabella, scorri in orizzontale\">\n\
         <table class=\"table\">\n<thead>\n<tr>\n<td></td>\n<th scope=\"col\" class=\"text-center\">B</th>\n\
         </tr>\n</thead>\n<tbody>\n<tr>\n<td>a</td>\n<td class=\"text-center\">b</td>\n\
         </tr>\n</tbody>\n</table>\n</section>",
    );
    check("Tabella: senza tabella", "<p>Tabella: senza tabella</p>");
    check_findings("| | B |\n|-|-|\n| a | b |", &["table-header-empty "]);
}

#[test]
fn images() {
    check("![Il *palazzo*](a b.jpg)", "<p>![Il <em>palazzo</em>](a b.jpg)</p>");
    check(
        "Vedi ![Il *palazzo*](<a b.jpg>).",
        "<p>Vedi <img src=\"/a%20b.jpg\" alt=\"Il palazzo\" class=\"img-fluid\" width=\"800\" height=\"600\" \
         loading=\"lazy\" decoding=\"async\">.</p>",
    );
    check(
        "![Il palazzo](a.jpg \"Foto di A. Rossi\")",
        "<figure class=\"figure\">\n<img src=\"/a.jpg\" alt=\"Il palazzo\" class=\"figure-img img-fluid\" \
         width=\"800\" height=\"600\" loading=\"lazy\" decoding=\"async\">\n\
         <figcaption class=\"figure-caption\">Foto di A. Rossi</figcaption>\n</figure>",
    );
    check("![Il palazzo](manca.jpg \"Foto\")", "<p>Il palazzo</p>");
    check("![a ![b](c) d](manca)", "<p>a b d</p>");
}

#[test]
fn links() {
    check("[TARI](tari.md)", "<p><a href=\"tari.md\">TARI</a></p>");
    check("[TARI](manca.md)", "<p>TARI</p>");
    check("[Modulo](modulo.pdf)", "<p><a href=\"modulo.pdf\">Modulo (PDF, 1,2 MB)</a></p>");
    check(
        "<https://a.it/?b&c>",
        "<p><a href=\"https://a.it/?b&amp;c\" rel=\"external\">https://a.it/?b&amp;c\
         <span class=\"visually-hidden\"> (si apre in un altro sito)</span></a></p>",
    );
    check("<a@b.it>", "<p><a href=\"mailto:a@b.it\">a@b.it</a></p>");
    for target in
        ["javascript:alert(1)", "javascript&colon;alert(1)", "data:text/html,x", "//a.it", "<java\tscript:a>"]
    {
        check(&format!("[x]({target})"), "<p>x</p>");
    }
}

#[test]
fn footnotes_lead_there_and_back() {
    check(
        "a[^x] b[^y] c[^x]\n\n[^y]: Due.\n[^x]: Uno.\n[^z]: Mai.",
        "<p>a<sup id=\"fnref-1\"><a role=\"doc-noteref\" href=\"#fn-1\" aria-label=\"Nota 1\">1</a></sup> \
         b<sup id=\"fnref-2\"><a role=\"doc-noteref\" href=\"#fn-2\" aria-label=\"Nota 2\">2</a></sup> \
         c<sup id=\"fnref-1-2\"><a role=\"doc-noteref\" href=\"#fn-1\" aria-label=\"Nota 1\">1</a></sup></p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"fn-heading\">\n\
         <h2 id=\"fn-heading\">Note</h2>\n<ol>\n\
         <li id=\"fn-1\"><p>Uno. \
         <a role=\"doc-backlink\" href=\"#fnref-1\" aria-label=\"Torna al testo della nota 1 (1)\">↩</a> \
         <a role=\"doc-backlink\" href=\"#fnref-1-2\" aria-label=\"Torna al testo della nota 1 (2)\">↩</a></p>\n</li>\n\
         <li id=\"fn-2\"><p>Due. \
         <a role=\"doc-backlink\" href=\"#fnref-2\" aria-label=\"Torna al testo della nota 2\">↩</a></p>\n</li>\n\
         </ol>\n</section>",
    );
    check_findings("a[^1] [^2]\n\n[^1]: b\n[^3]: c", &["footnote-missing [^2]", "footnote-unused [^3]: c"]);
}

#[test]
fn marks_lead_to_the_file() {
    let markdown = "## A\n\nb ![c](d.png) [e](f)\n\n- g\n";
    let text = Located { file: file(), text: markdown.into(), offsets: Offsets::Shifted(100) };
    let settings = Settings { marks: true, ..Settings::default() };
    let html = to_html(&parse(text).value, &Site, &Words::italian(), &settings);
    let marked: Vec<&str> = html
        .split(&format!("{MARK}=\""))
        .skip(1)
        .filter_map(|rest| Span::parse_mark(rest.split('"').next()?))
        .map(|span| &markdown[span.start as usize - 100..span.end as usize - 100])
        .collect();
    assert_eq!(marked, ["## A", "b ![c](d.png) [e](f)", "![c](d.png)", "[e](f)", "- g", "- g"]);
}

#[test]
fn depth_is_limited() {
    for deep in [
        ">".repeat(10_000),
        "- ".repeat(2_000),
        "*a **b ".repeat(3_000),
        "[".repeat(10_000),
        "![".repeat(10_000),
    ] {
        let markdown = format!("{deep} x");
        assert!(render(&markdown).contains('x'));
    }
    let quotes = render(&format!("{} x", ">".repeat(10_000)));
    assert_eq!(quotes.matches("<blockquote>").count(), 64);
    assert!(quotes.contains("<p>x</p>"));
    assert_eq!(findings(&format!("{} x", ">".repeat(100))).len(), 1);
    let lists = render(&format!("{}x", "- ".repeat(100)));
    assert_eq!((lists.matches("<ul>").count(), lists.matches("<li>").count()), (32, 32));
    let emphasis = format!("{}x{}", "*a ".repeat(100), "*".repeat(100));
    assert_eq!(findings(&emphasis).len(), 1);
}
