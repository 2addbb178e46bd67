//! What a body says of itself, and what is said about it.

use super::*;

#[test]
fn rules_about_headings() {
    check_findings("# A", &["heading-level-one # A"]);
    check_findings("## A\n#### B\n## C", &["heading-skipped #### B"]);
    check_findings("##\n", &["heading-empty ##"]);
    check_findings("**Orari**\n\nlunedì", &["bold-heading **Orari**"]);
    check_findings("**Orari**\n- lunedì", &["bold-heading **Orari**"]);
    check_findings("**Chiuso lunedì.**\n\nlunedì", &[]);
    check_findings("**Orari**", &[]);
    check_findings("## A {#x}\n\n## B {#x}\n\n## C {#y}", &["heading-id ## B {#x}"]);
    check_findings("**Orari** nuovi\n\nlunedì", &[]);
}

#[test]
fn rules_about_links() {
    check_findings("[clicca qui](a.md)", &["link-text [clicca qui](a.md)"]);
    check_findings(
        "<a href=\"a.md\">Leggi <b>tutto</b></a>",
        &["link-text <a href=\"a.md\">Leggi <b>tutto</b></a>"],
    );
    check_findings("[](a.md)", &["link-empty [](a.md)"]);
    check_findings("[a]()", &["link-empty--target [a]()"]);
    check_findings("[![Home](a.png)](a.md)", &[]);
    check_findings("[a](javascript:x)", &["link-scheme [a](javascript:x)"]);
    check_findings("[a](//b.it)", &["link-scheme--no-scheme [a](//b.it)"]);
    check_findings("![a](data:x)", &["link-scheme ![a](data:x)"]);
    check_findings("<a href='java&#115;cript:x'>a</a>", &["link-scheme <a href='java&#115;cript:x'>a</a>"]);
}

#[test]
fn rules_about_images() {
    check_findings("x ![](a.png)", &["image-alt-missing ![](a.png)"]);
    check_findings("![a.png](a.png)", &["image-alt-file-name ![a.png](a.png)"]);
    check_findings("x <img src=a.png>", &["image-alt-missing <img src=a.png>"]);
    check_findings("x <img src=a.png alt=''>", &[]);
    check_findings("![a]()", &["link-empty--image ![a]()"]);
}

#[test]
fn facts() {
    let body = read(
        "## Uno *due*\n\nTre [quattro](a.md) ![cinque](b.png)\n\n<div id=x><a href=c.md>sei</a></div>\n",
    )
    .value;
    assert_eq!(body.n_words(), 6);
    assert!(
        body.has_raw_html() && body.has_anchor("uno-due") && body.has_anchor("x") && !body.has_anchor("y")
    );
    let links: Vec<(LinkKind, &str, &str)> =
        body.links().iter().map(|link| (link.kind, link.target.as_str(), link.text.as_str())).collect();
    assert_eq!(
        links,
        [
            (LinkKind::Link, "a.md", "quattro"),
            (LinkKind::Image, "b.png", "cinque"),
            (LinkKind::Link, "c.md", "sei")
        ]
    );
    assert_eq!(body.headings()[0].text, "Uno due");
}

#[test]
fn an_unended_raw_link_hides_no_other() {
    let body = read("<div><a href=a.md>b</div>\n\n[c](d.md)\n\n<a href=e.md>f</a>").value;
    let targets: Vec<&str> = body.links().iter().map(|link| link.target.as_str()).collect();
    assert_eq!(targets, ["a.md", "d.md", "e.md"]);
}

#[test]
fn contents_are_nested() {
    fn outline(contents: &[Contents<'_>]) -> String {
        let lines: Vec<String> =
            contents.iter().map(|line| format!("{}({})", line.heading.text, outline(&line.below))).collect();
        lines.join(" ")
    }
    let body = read("### a\n## b\n### c\n#### d\n### e\n## f").value;
    assert_eq!(outline(&body.contents(3)), "a() b(c() e()) f()");
    assert_eq!(outline(&body.contents(6)), "a() b(c(d()) e()) f()");
}

#[test]
fn text_without_dress() {
    let body = read("## Titolo\n\nUno *due*,\ntre. <b>Quattro</b>\n\n- cinque\n\n| a |\n|-|\n| b |\n").value;
    assert_eq!(body.plain_text(), "Titolo\nUno due, tre. Quattro\ncinque\na\nb");
    assert_eq!(body.excerpt(100), "Uno due, tre. Quattro cinque");
    assert_eq!(body.excerpt(9), "Uno due…");
}

#[test]
fn places_in_a_folded_text_are_the_whole() {
    let text = Located { file: file(), text: "# a".into(), offsets: Offsets::Whole(50..70) };
    assert_eq!(parse(text).diagnostics[0].place.range, Some(50..70));
}

#[test]
fn every_rule_has_a_manual_page() {
    for lang in [Lang::It, Lang::En] {
        let l10n = L10n::new(lang);
        assert!(RULES.iter().all(|rule| l10n.description(rule.id).is_some()));
    }
}
