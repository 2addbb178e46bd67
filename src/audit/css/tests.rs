//! The cascade as a whole: pages with sheets, and the styles that come out.

use proptest::prelude::*;

use super::{super::dom::Document, *};

/// The value of a property of the element `x`, at a desk in light, as people would write it.
fn computed(html: &str, property: Property) -> String {
    let sheets = Sheets::default();
    at(html, &sheets, property, View::DESK)
}

fn at(html: &str, sheets: &Sheets, property: Property, view: View) -> String {
    let document = Document::parse(html);
    let styles = Styles::of(&document, "/", sheets);
    let style = styles.get(document.by_id("x").unwrap(), view);
    show(style, property)
}

fn show(style: &Style, property: Property) -> String {
    let value = match style.get(property) {
        Value::Colour(colour) if colour.alpha < 1.0 => format!("{}@{:.2}", colour.hex(), colour.alpha),
        Value::Colour(colour) => colour.hex(),
        Value::Px(px) => format!("{}px", (px * 100.0).round() / 100.0),
        Value::Percent(percent) => format!("{percent}%"),
        Value::Mixed { px, percent } => format!("{percent}% + {px}px"),
        Value::Number(number) => number.to_string(),
        Value::Images(images) => format!("{} images", images.len()),
        Value::Unknown => "?".to_owned(),
        other => other.text().to_owned(),
    };
    if style.is_sure(property) || value == "?" { value } else { format!("{value}?") }
}

fn check(property: Property, cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(computed(html, property), *expected, "{html}");
    }
}

#[test]
fn the_strongest_declaration_wins() {
    check(
        Property::Color,
        &[
            ("<p id=x>", "#000000"),
            ("<style>p { color: red } p { color: blue }</style><p id=x>", "#0000ff"),
            ("<style>p.a { color: red } p { color: blue }</style><p id=x class=a>", "#ff0000"),
            ("<style>#x { color: red } p.a { color: blue }</style><p id=x class=a>", "#ff0000"),
            (
                "<style>p { color: red !important } #x { color: blue }</style><p id=x style='color: lime'>",
                "#ff0000",
            ),
            ("<style>#x { color: red }</style><p id=x style='color: lime'>", "#00ff00"),
            ("<style>p { color: red !important }</style><p id=x style='color: lime !important'>", "#00ff00"),
            (
                "<style>@layer a, b; @layer b { p { color: red } } @layer a { #x { color: blue } }</style><p id=x>",
                "#ff0000",
            ),
            ("<style>@layer a { #x { color: blue } } p { color: red }</style><p id=x>", "#ff0000"),
            (
                "<style>@layer a { p { color: blue !important } } #x { color: red !important }</style><p id=x>",
                "#0000ff",
            ),
            (
                "<style>@layer a { @layer b { #x { color: blue } } p { color: red } }</style><p id=x>",
                "#ff0000",
            ),
            ("<style>:is(#y, p) { color: red } p.a { color: blue }</style><p id=x class=a>", "#ff0000"),
            ("<style>:where(#x) { color: red } p { color: blue }</style><p id=x>", "#0000ff"),
            ("<style>p { color: nonsense; color: }</style><p id=x>", "#000000"),
            ("<style>p, p::-moz-x { color: red }</style><p id=x>", "#000000"),
            ("<font color=006600><b id=x>", "#006600"),
            ("<style>font { color: red }</style><font color=blue id=x>", "#ff0000"),
        ],
    );
}

#[test]
fn values_for_everything() {
    check(
        Property::Color,
        &[
            ("<div style='color: red'><p id=x style='color: inherit'>", "#ff0000"),
            ("<div style='color: red'><p id=x style='color: initial'>", "#000000"),
            ("<div style='color: red'><p id=x style='all: unset'>", "#ff0000"),
            ("<style>a { color: red } a { color: revert }</style><a id=x href>", "#0000ee"),
            (
                "<style>@layer a { p { color: red } } @layer b { p { color: revert-layer } }</style><p id=x>",
                "#ff0000",
            ),
            ("<div style='color: red'><p id=x style='color: currentColor'>", "#ff0000"),
        ],
    );
    check(
        Property::Display,
        &[
            ("<p id=x style='all: initial'>", "inline"),
            ("<p id=x style='display: revert'>", "block"),
            ("<b id=x style='float: left'>", "block"),
            ("<div style='display: flex'><b id=x>", "block"),
            ("<p hidden id=x>", "none"),
            ("<p hidden id=x style='display: block'>", "block"),
            ("<input type=HIDDEN id=x style='display: block'>", "none"),
            ("<style>[hidden] { display: flex !important }</style><p hidden id=x>", "flex"),
        ],
    );
}

#[test]
fn variables() {
    check(
        Property::BackgroundColor,
        &[
            ("<style>:root { --a: red } p { background: var(--a) }</style><p id=x>", "#ff0000"),
            ("<style>p { background: red; background: var(--none) }</style><p id=x>", "#000000@0.00"),
            ("<style>p { background: var(--none, var(--b, blue)) }</style><p id=x>", "#0000ff"),
            ("<style>p { --r: 255; background: rgb(var(--r), 0, 0) }</style><p id=x>", "#ff0000"),
            (
                "<style>p { --a: var(--b); --b: var(--a); background: var(--a, lime) }</style><p id=x>",
                "#00ff00",
            ),
            (
                "<style>p { --a: initial; background: var(--a, lime) }</style><p id=x style='--a: blue'>",
                "#0000ff",
            ),
            (
                "<style>@property --a { syntax: '*'; inherits: false; initial-value: lime } div { --a: red } p { background: var(--a) }</style><div><p id=x>",
                "#00ff00",
            ),
            (
                "<style>:root { --a: red } @media (hover: hover) { :root { --a: blue } } p { background: var(--a) }</style><p id=x>",
                "#ff0000?",
            ),
        ],
    );
}

#[test]
fn sizes() {
    check(
        Property::FontSize,
        &[
            ("<h1 id=x>", "32px"),
            ("<small><small id=x>", "11.11px"),
            ("<div style='font-size: 20px'><p id=x style='font-size: 1.5em'>", "30px"),
            ("<div style='font-size: 20px'><p id=x style='font-size: 150%'>", "30px"),
            (
                "<style>html { font-size: 20px }</style><div style='font-size: 3px'><p id=x style='font-size: 2rem'>",
                "40px",
            ),
            ("<p id=x style='font-size: calc(1.375rem + 1.5vw)'>", "41.2px"),
            ("<p id=x style='font-size: 2vh'>", "?"),
            ("<p id=x style='font: bold 14pt serif'>", "18.67px"),
            ("<code id=x>", "13px"),
            ("<pre><code id=x style='font-size: 1em'>", "13px"),
        ],
    );
    check(
        Property::LineHeight,
        &[
            ("<p id=x style='line-height: 160%'>", "25.6px"),
            ("<p id=x style='line-height: 1.5'>", "1.5"),
            ("<div style='line-height: 2em'><p id=x style='font-size: 10px'>", "32px"),
        ],
    );
    check(
        Property::Width,
        &[("<p id=x style='width: calc(50% + 1em)'>", "50% + 16px"), ("<img id=x width=40>", "40px")],
    );
}

#[test]
fn conditions_hold_for_some_views() {
    let html = "<style>p { color: red } @media (min-width: 768px) { p { color: blue } } \
                @media (prefers-color-scheme: dark) { p { color: white } }</style><p id=x>";
    let sheets = Sheets::default();
    let found: Vec<String> = View::all().map(|view| at(html, &sheets, Property::Color, view)).collect();
    assert_eq!(found, ["#ff0000", "#0000ff", "#0000ff", "#ffffff", "#ffffff", "#ffffff"]);
    check(
        Property::Color,
        &[
            ("<style>@media print { p { color: red } }</style><p id=x>", "#000000"),
            ("<style>@supports (display: grid) { p { color: red } }</style><p id=x>", "#ff0000"),
            ("<style>@supports not (display: grid) { p { color: red } }</style><p id=x>", "#000000"),
            ("<style media=print>p { color: red }</style><p id=x>", "#000000"),
            (
                "<style>p:hover { color: red } p:focus { color: red } p:not(:hover) { color: blue }</style><p id=x>",
                "#0000ff",
            ),
        ],
    );
}

/// Chromium says the same of each.
#[test]
fn scopes() {
    check(
        Property::Color,
        &[
            ("<style>@scope (.a) { p { color: red } }</style><div class=a><p id=x>", "#ff0000"),
            ("<style>@scope (.a) { p { color: red } }</style><div class=b><p id=x>", "#000000"),
            ("<style>@scope (.a) { .a { color: red } }</style><p class=a id=x>", "#000000"),
            ("<style>@scope (.a) { :scope { color: red } }</style><p class=a id=x>", "#ff0000"),
            ("<style>@scope (.a) { & { color: red } }</style><p class=a id=x>", "#ff0000"),
            ("<style>@scope (.a) { color: red }</style><p class=a id=x>", "#ff0000"),
            ("<style>@scope (.a) { > p { color: red } }</style><div class=a><b><p id=x>", "#000000"),
            ("<style>@scope (.a) { > p { color: red } }</style><div class=a><p id=x>", "#ff0000"),
            ("<style>@scope (.a) { .b & { color: red } }</style><div class=b><p class=a id=x>", "#ff0000"),
            (
                "<style>@scope (.a) { .b p { color: red } }</style><div class=b><div class=a><p id=x>",
                "#000000",
            ),
            // To a limit, which is no longer inside.
            (
                "<style>@scope (.a) to (.l) { * { color: red } }</style><div class=a><p class=l id=x>",
                "#000000",
            ),
            (
                "<style>@scope (.a) to (> .l) { p { color: red } }</style><div class=a><b><p class=l id=x>",
                "#ff0000",
            ),
            ("<style>@scope (.a) to (:scope) { * { color: red } }</style><div class=a><p id=x>", "#000000"),
            ("<style>@scope (.a) to (.a) { p { color: red } }</style><div class=a><p id=x>", "#ff0000"),
            (
                "<style>@scope (.a) to (.l) { p { color: red } }</style><div class=a><div class=l><div class=a><p id=x>",
                "#ff0000",
            ),
            // The nearer root wins over the order, not over weight.
            (
                "<style>@scope (.n) { p { color: red } } @scope (.f) { p { color: blue } }</style><div class=f><div class=n><p id=x>",
                "#ff0000",
            ),
            (
                "<style>@scope (.n) { p { color: red } } @scope (.f) { p { color: blue } }</style><div class=n><div class=f><p id=x>",
                "#0000ff",
            ),
            (
                "<style>@scope (.a) { p { color: red } } p { color: blue }</style><div class=a><p id=x>",
                "#ff0000",
            ),
            (
                "<style>@scope (#a) { p { color: red } } p.b { color: blue }</style><div id=a><p class=b id=x>",
                "#0000ff",
            ),
            (
                "<style>@scope (.a) { & p { color: red } } p.b { color: blue }</style><div class=a><p class=b id=x>",
                "#0000ff",
            ),
            (
                "<style>@scope (.a) { :scope p { color: red } } p.b { color: blue }</style><div class=a><p class=b id=x>",
                "#ff0000",
            ),
            (
                "<style>@layer l { @scope (.a) { p { color: red } } } p { color: blue }</style><div class=a><p id=x>",
                "#0000ff",
            ),
        ],
    );
}

/// A part of a page that stands on others too has the styles of the place where it stands.
#[test]
fn parts_have_the_scope_and_the_container_they_stand_in() {
    let mut sheets = Sheets::default();
    let css = "@scope (.a) { p { color: red } } @scope (.b) to (.l) { p { color: blue } } div { container-type: inline-size } \
               .l { width: 300px } section { width: 50% } @container (width = 150px) { p { color: lime } }";
    sheets.add("/s.css", "s.css", css);
    let card =
        format!("<section>{}</section>", "<div class=\"c\"><p id=\"x\">Lo sportello è aperto.</p></div>");
    let around = ["a", "b", "c", "b", "l", "a", "c", "b"];
    for (number, class) in around.iter().enumerate() {
        let html = format!(
            "<!DOCTYPE html><html lang=\"it\"><head><title>{number}</title><link rel=\"stylesheet\" href=\"/s.css\"></head>\
             <body class=\"b\"><div class=\"{class}\"><p>{number}</p>{card}</div></body></html>"
        );
        let expected = match *class {
            "a" => "#ff0000",
            "l" => "#00ff00",
            _ => "#0000ff",
        };
        assert_eq!(at(&html, &sheets, Property::Color, View::DESK), expected, "{html}");
    }
}

#[test]
fn scopes_in_rules_and_in_each_other() {
    check(
        Property::Color,
        &[
            ("<style>.c { @scope (&) { p { color: red } } }</style><div class=c><p id=x>", "#ff0000"),
            (
                "<style>.c { @scope (& > .t) to (& > .u) { p { color: red } } }</style><div class=c><div class=u><p id=x>",
                "#000000",
            ),
            (
                "<style>@scope (.o) { @scope (> .i) { p { color: red } } }</style><div class=o><div class=i><p id=x>",
                "#ff0000",
            ),
            (
                "<style>@scope (.o) { @scope (.o) { p { color: red } } }</style><div class=o><p id=x>",
                "#000000",
            ),
            (
                "<style>@scope (.o) to (.l) { @scope (.i) { p { color: red } } }</style><div class=o><div class=i><div class=l><p id=x>",
                "#000000",
            ),
            (
                "<style>@scope (.a) { .b { p { color: red } } }</style><div class=a><div class=b><p id=x>",
                "#ff0000",
            ),
            (
                "<style>@scope (.a) { .b { :scope & { color: red } } }</style><div class=a><p class=b id=x>",
                "#ff0000",
            ),
            (
                "<style>@scope (.a) { @media screen { p { color: red } } }</style><div class=a><p id=x>",
                "#ff0000",
            ),
            // Without a root: the element in which the sheet stands.
            ("<div><style>@scope { p { color: red } }</style><p id=x>", "#ff0000"),
            ("<div><style>@scope { p { color: red } }</style></div><p id=x>", "#000000"),
            ("<div><style>@scope to (.l) { p { color: red } }</style><div class=l><p id=x>", "#000000"),
            (
                "<div><style>@scope { p { color: red } }</style></div><div><style>@scope { p { color: red } }</style><p id=x>",
                "#ff0000",
            ),
            // What cannot be read holds nowhere.
            ("<style>@scope () { p { color: red } }</style><p id=x>", "#000000"),
            ("<style>@scope (.a, ::b) { p { color: red } }</style><div class=a><p id=x>", "#000000"),
            ("<style>@scope (body) { p:hover { color: red } }</style><p id=x>", "#000000"),
            ("<style>@scope (:playing) { p { color: red } }</style><div><p id=x>", "#000000?"),
        ],
    );
}

/// A container in a cell of a table.
const CELL: &str = "<div style='display: table-cell; width: 400px'><div class=c><p id=x></div></div>";

/// Chromium says the same of each that is told for sure.
#[test]
fn containers_are_asked_for_their_width() {
    let page = |css: &str, body: &str| format!("<!DOCTYPE html><style>* {{ margin: 0 }} {css}</style>{body}");
    let asked = |css: &str, condition: &str, body: &str| {
        let css = format!(
            ".c {{ container-type: inline-size; {css} }} @container {condition} {{ p {{ color: red }} }}"
        );
        computed(&page(&css, body), Property::Color)
    };
    const DIV: &str = "<div class=c><p id=x></div>";
    const NARROW: &str = "<div style='width: 500px'><div class=c><p id=x></div></div>";
    const ROW: &str = "<div style='display: flex'><div class=c><p id=x></div></div>";
    const GRID: &str = "<div style='display: grid'><div class=c><p id=x></div></div>";
    const FLOAT: &str = "<p style='float: left'>a</p><div class=c><p id=x></div>";
    for (css, condition, body, expected) in [
        ("width: 400px", "(width: 400px)", DIV, "yes"),
        ("width: 400px", "(min-width: 401px)", DIV, "no"),
        ("width: 25em", "(400px <= width < 401px)", DIV, "yes"),
        ("width: 400px", "not (inline-size > 400px)", DIV, "yes"),
        ("width: 400px", "(width > 10em) and (width < 20em)", DIV, "no"),
        ("width: 400px; font-size: 20px", "(width = 20em)", DIV, "yes"),
        ("width: 400px; font-size: 20px", "(width = 25rem)", DIV, "yes"),
        ("width: 400px", "(width)", DIV, "yes"),
        ("width: 0", "(width)", DIV, "no"),
        ("width: 50%", "(width = 250px)", NARROW, "yes"),
        ("width: calc(50% + 10px)", "(width = 260px)", NARROW, "yes"),
        ("", "(width = 500px)", NARROW, "yes"),
        ("padding: 0 10px; border: 5px solid", "(width = 470px)", NARROW, "yes"),
        ("margin: 0 10%", "(width = 400px)", NARROW, "yes"),
        ("max-width: 300px", "(width = 300px)", NARROW, "yes"),
        ("min-width: 600px", "(width = 600px)", NARROW, "yes"),
        ("width: 300px; padding: 10px", "(width = 300px)", DIV, "yes"),
        ("width: 300px; padding: 10px; box-sizing: border-box", "(width = 280px)", DIV, "yes"),
        ("width: 300px; padding: 10px; box-sizing: var(--b)", "(width = 280px)", DIV, "?"),
        ("width: 300px; padding: 10px; box-sizing: var(--b)", "(width > 300px)", DIV, "no"),
        ("width: 40vw", "(width = 512px)", DIV, "yes"),
        // A desk may show a bar for scrolling.
        ("", "(width > 1200px)", DIV, "yes"),
        ("", "(width >= 1280px)", DIV, "?"),
        ("", "(width > 1280px)", DIV, "no"),
        ("width: 400px; overflow: auto", "(width >= 400px)", DIV, "?"),
        ("width: 400px; overflow: hidden", "(width >= 400px)", DIV, "yes"),
        // What only a layout knows.
        ("", "(width > 10px)", ROW, "?"),
        ("width: 400px", "(width > 10px)", ROW, "?"),
        ("max-width: 400px", "(width > 400px)", ROW, "no"),
        ("min-width: 400px", "(width >= 400px)", ROW, "yes"),
        ("", "(width < 500px)", CELL, "?"),
        ("width: 400px", "(width = 400px)", GRID, "yes"),
        ("width: 50%", "(width > 1px)", GRID, "?"),
        ("display: inline-block", "(width > 10px)", DIV, "?"),
        ("display: inline", "(width > 10px)", DIV, "no"),
        ("display: contents", "not (width > 10px)", DIV, "no"),
        ("display: table; width: 400px", "(width > 10px)", DIV, "?"),
        ("position: absolute", "(width > 10px)", DIV, "?"),
        ("float: left; width: 400px", "(width = 400px)", DIV, "yes"),
        ("", "(width > 1200px)", FLOAT, "?"),
        ("", "(width > 1280px)", FLOAT, "no"),
        ("width: 400px; zoom: 2", "(width = 400px)", DIV, "?"),
        ("writing-mode: vertical-rl", "(width > 1200px)", DIV, "?"),
        ("aspect-ratio: 2; height: 100px", "(width > 1200px)", DIV, "?"),
        ("width: 400px", "(width > 50cqw)", DIV, "?"),
        ("width: 400px", "(width > var(--a))", DIV, "?"),
        // Only what has a size asked for can be asked.
        ("width: 400px", "(orientation: landscape)", DIV, "no"),
        ("width: 400px; container-type: size", "(orientation: landscape)", DIV, "?"),
        ("width: 400px; container-type: size", "(height > 1px) and (width > 500px)", DIV, "no"),
        ("width: 400px; container-type: normal", "(width > 1px)", DIV, "no"),
        ("width: 400px; container-type: nonsense", "(width > 1px)", DIV, "yes"),
        ("width: 400px", "(width > 1px)", "<p class=c id=x>", "no"),
        // What no browser knows is untrue, however it is put.
        ("width: 400px", "(foo: bar)", DIV, "no"),
        ("width: 400px", "not (foo: bar)", DIV, "no"),
        ("width: 400px", "(foo: bar) or (width > 1px)", DIV, "?"),
        ("width: 400px", "not (width > 100)", DIV, "no"),
        ("width: 400px", "(max-width)", DIV, "no"),
        ("width: 400px", "foo bar", DIV, "no"),
        ("width: 400px", "(width > 500px), (width > 1px)", DIV, "yes"),
    ] {
        let colour = match expected {
            "yes" => "#ff0000",
            "no" => "#000000",
            _ => "#000000?",
        };
        assert_eq!(asked(css, condition, body), colour, "{css}, {condition}: {body}");
    }
}

#[test]
fn containers_have_names_and_styles() {
    check(
        Property::Color,
        &[
            (
                "<style>p { color: red } @container (width > 3px) { p { color: blue } }</style><p id=x>",
                "#ff0000",
            ),
            (
                "<style>.a { container: a / inline-size; width: 9px } .b { container: b / inline-size; width: 5px } \
                 @container a (width > 7px) { p { color: blue } }</style><div class=a><div class=b><p id=x>",
                "#0000ff",
            ),
            (
                "<style>.a { container: a / inline-size; width: 9px } .b { container: b / inline-size; width: 5px } \
                 @container (width > 7px) { p { color: blue } }</style><div class=a><div class=b><p id=x>",
                "#000000",
            ),
            (
                "<style>div { container-name: A b } @container A { p { color: blue } }</style><div><p id=x>",
                "#0000ff",
            ),
            (
                "<style>div { container-name: a } @container A { p { color: blue } }</style><div><p id=x>",
                "#000000",
            ),
            ("<style>@container (style(--a: b)) { p { color: blue } }</style><p id=x>", "#000000"),
            (
                "<style>@container style(--a: b) { p { color: blue } }</style><div style='--a: b'><p id=x>",
                "#0000ff",
            ),
            (
                "<style>@container style(--a) { p { color: blue } }</style><div style='--a: '><p id=x>",
                "#0000ff",
            ),
            ("<style>@container not style(--a) { p { color: blue } }</style><div><p id=x>", "#0000ff"),
            ("<style>@container style(--a: initial) { p { color: blue } }</style><div><p id=x>", "#0000ff"),
            (
                "<style>@container style(--a: B) { p { color: blue } }</style><div style='--a: b'><p id=x>",
                "#000000",
            ),
            (
                "<style>@container style(--a: b c) { p { color: blue } }</style><div style='--a: b  c'><p id=x>",
                "#000000?",
            ),
            (
                "<style>@container style((--a: b) and (not (--a: c))) { p { color: blue } }</style><div style='--a: b'><p id=x>",
                "#0000ff",
            ),
            (
                "<style>@container style(--a: var(--b)) { p { color: blue } }</style><div style='--a: x; --b: x'><p id=x>",
                "#0000ff",
            ),
            (
                "<style>@property --a { syntax: '<color>'; inherits: true; initial-value: red } \
                 @container style(--a: #f00) { p { color: blue } }</style><div><p id=x>",
                "#000000?",
            ),
            ("<style>@container style(color: red) { p { color: blue } }</style><div><p id=x>", "#000000?"),
            (
                "<style>@container style(--a: b) { p { color: blue } }</style><div><p id=x style='--a: b'>",
                "#000000",
            ),
            (
                "<style>@media (hover) { div { --a: b } } @container style(--a: b) { p { color: blue } }</style><div><p id=x>",
                "#000000?",
            ),
            (
                "<style>div { container-type: inline-size; width: 9px } @container (width > 7px) { @container style(--a: b) { \
                 p { color: blue } } }</style><div style='--a: b'><p id=x>",
                "#0000ff",
            ),
        ],
    );
    let html = "<style>.c { container-type: inline-size } @container (width > 700px) { p { color: red } }</style><div class=c><p id=x>";
    let sheets = Sheets::default();
    let found: Vec<String> =
        View::all().take(3).map(|view| at(html, &sheets, Property::Color, view)).collect();
    assert_eq!(found, ["#000000", "#ff0000", "#ff0000"]);
}

/// What an element is asked for its pseudo-elements it is asked when its own style is known.
#[test]
fn an_element_contains_its_pseudo_elements() {
    let html = "<style>p { container-type: inline-size; width: 90px } \
                @container (width = 90px) { p::before { content: 'a' } p { color: red } }</style><p id=x>";
    let document = Document::parse(html);
    let styles = Styles::of(&document, "/", Sheets::none());
    let node = document.by_id("x").unwrap();
    assert_eq!(show(styles.pseudo(node, Pseudo::Before, View::DESK).unwrap(), Property::Content), "'a'");
    assert_eq!(show(styles.get(node, View::DESK), Property::Color), "#000000");
}

#[test]
fn dark_pages() {
    let html = "<style>:root { color-scheme: light dark } p { background: light-dark(white, black) }</style><p id=x>";
    let sheets = Sheets::default();
    let dark = View::all().last().unwrap();
    assert_eq!(at(html, &sheets, Property::Color, dark), "#ffffff");
    assert_eq!(at(html, &sheets, Property::BackgroundColor, dark), "#000000");
    assert_eq!(at(html, &sheets, Property::Color, View::DESK), "#000000");
    let html = "<meta name=color-scheme content=dark><p id=x>";
    assert_eq!(at(html, &sheets, Property::Color, View::DESK), "#ffffff");
}

#[test]
fn nested_rules() {
    check(
        Property::Color,
        &[
            ("<style>.a { color: red; & p { color: blue } }</style><div class=a><p id=x>", "#0000ff"),
            ("<style>.a { .b & { color: blue } }</style><div class=b><p class=a id=x>", "#0000ff"),
            ("<style>.a { p:not(.c) { color: blue; } color: red }</style><div class=a><p id=x>", "#0000ff"),
            ("<style>.a { a:hover { color: red } color: blue }</style><p class=a id=x>", "#0000ff"),
            ("<style>.a { @media screen { color: blue } }</style><p class=a id=x>", "#0000ff"),
            ("<style>.a { color: red; &.b { color: lime } } </style><p class='a b' id=x>", "#00ff00"),
            ("<style>.a, .b { > p { color: blue } }</style><div class=b><p id=x>", "#0000ff"),
        ],
    );
}

#[test]
fn selectors_that_look_around() {
    check(
        Property::Color,
        &[
            ("<style>p + p { color: red }</style><p>a<p id=x>", "#ff0000"),
            ("<style>p:first-child { color: red }</style><p>a<p id=x>", "#000000"),
            ("<style>p:nth-child(2n) { color: red }</style><p>a<p id=x>", "#ff0000"),
            ("<style>div:has(> img) p { color: red }</style><div><img><p id=x>", "#ff0000"),
            ("<style>p:empty { color: red }</style><p id=x>a", "#000000"),
            ("<style>:lang(it) { color: red }</style><html lang=it-IT><p id=x>", "#ff0000"),
            ("<style>[data-a='B' i] { color: red }</style><p id=x data-a=b>", "#ff0000"),
            ("<style>input:disabled { color: red }</style><fieldset disabled><input id=x>", "#ff0000"),
            ("<style>.A { color: red }</style><p class=a id=x>", "#000000"),
            ("<style>P { color: red }</style><p id=x>", "#ff0000"),
        ],
    );
}

#[test]
fn equal_elements_with_different_surroundings_differ() {
    let html = "<style>ul > li { color: red } ol li { color: blue } li + li { color: lime }</style>\
                <ul><li id=a>1</li><li id=b>2</li></ul><ol><li id=c>1</li></ol>";
    let sheets = Sheets::default();
    // Twice, since the second page meets a cache.
    for _ in 0..2 {
        let document = Document::parse(html);
        let styles = Styles::of(&document, "/", &sheets);
        let colour = |id| show(styles.get(document.by_id(id).unwrap(), View::DESK), Property::Color);
        assert_eq!([colour("a"), colour("b"), colour("c")], ["#ff0000", "#00ff00", "#0000ff"]);
    }
}

#[test]
fn sheets_are_found_by_address() {
    let mut sheets = Sheets::default();
    sheets.add("/css/a.css", "a.css", "@import 'b.css' layer(x); p { color: red }");
    sheets.add("/css/b.css", "b.css", "#x { color: blue; background: lime }");
    let page = "<link rel=stylesheet href='../css/a.css?v=1'><p id=x>";
    let document = Document::parse(page);
    let styles = Styles::of(&document, "/servizi/", &sheets);
    let style = styles.get(document.by_id("x").unwrap(), View::DESK);
    assert_eq!(show(style, Property::Color), "#ff0000");
    assert_eq!(show(style, Property::BackgroundColor), "#00ff00");
    assert!(styles.is_complete());
    let place = styles.rule(style.origin(Property::Color)).unwrap();
    assert_eq!((place.sheet.as_str(), place.selector.as_str(), place.line), ("a.css", "p", 1));
    let document = Document::parse("<link rel=stylesheet href='/none.css'><p id=x>");
    let styles = Styles::of(&document, "/", &sheets);
    assert_eq!((styles.missing().len(), styles.is_complete()), (1, false));
}

#[test]
fn pseudo_elements_have_styles() {
    let html =
        "<style>p::before { content: 'a'; color: red } .b:after { content: '' }</style><p id=x class=a>";
    let document = Document::parse(html);
    let styles = Styles::of(&document, "/", Sheets::none());
    let node = document.by_id("x").unwrap();
    let before = styles.pseudo(node, Pseudo::Before, View::DESK).unwrap();
    assert_eq!(
        (show(before, Property::Content).as_str(), show(before, Property::Color).as_str()),
        ("'a'", "#ff0000")
    );
    assert!(styles.pseudo(node, Pseudo::After, View::DESK).is_none());
}

#[test]
fn the_focus_changes_styles() {
    let html = "<style>a:focus { outline: none; color: red } a:not(:focus) { background: blue }</style><a href id=x>a</a>";
    let document = Document::parse(html);
    let styles = Styles::of(&document, "/", Sheets::none());
    let node = document.by_id("x").unwrap();
    let (style, says_more) = styles.focused(&document, node, node, View::DESK);
    assert_eq!(show(&style, Property::Color), "#ff0000");
    assert_eq!(show(&style, Property::OutlineStyle), "none");
    assert_eq!(show(&style, Property::BackgroundColor), "#000000@0.00");
    assert!(!says_more);
}

#[test]
fn hostile_sheets_are_read_in_linear_time() {
    let deep = "a{".repeat(2_000);
    let many = ".a{color:red}".repeat(20_000);
    let nested = format!("{}color:red{}", ".a{& & &{".repeat(30), "}}".repeat(30));
    let has = ":has(a:has(b)) ~ * ".repeat(30) + "{color:red}";
    let long = "a ".repeat(5_000) + "{color:red}";
    let brackets = format!("p{{color:{}}}", "rgb(".repeat(3_000));
    let calc = format!("p{{width:{}1px}}", "calc(1px + ".repeat(3_000));
    let variables: String =
        (0..2_000).map(|n| format!("--v{n}:var(--v{}) var(--v{});", n + 1, n + 1)).collect();
    let siblings = ".a ~ .b ~ .c ~ .d {color:red}".repeat(50);
    let scopes = format!("{}*{{color:red}}{}", "@scope (*) to (a ~ :scope) {".repeat(10), "}".repeat(10));
    let containers = "@container (width > 1px) { ".repeat(10)
        + "*{container-type:inline-size;width:99%}"
        + &"}".repeat(10);
    let asked = format!("@container {}a{} {{*{{color:red}}}}", "(".repeat(3_000), ")".repeat(3_000));
    for css in [
        scopes,
        containers,
        asked,
        deep,
        many,
        nested,
        has,
        long,
        brackets,
        calc,
        format!("p{{{variables}}}"),
        siblings,
    ] {
        let deep = "<div>".repeat(300) + &"</div>".repeat(300);
        let html = format!("<style>{css}</style>{}{deep}", "<p class='a b c d'>x</p>".repeat(1_000));
        let document = Document::parse(&html);
        let start = std::time::Instant::now();
        let styles = Styles::of(&document, "/", Sheets::none());
        assert_eq!(styles.get(document.html(), View::DESK).display(), "block");
        assert!(start.elapsed().as_secs() < 60, "{}: {:?}", &css[..20], start.elapsed());
    }
}

/// The rules that hold for the first paragraph in wide windows are all that the second has, and must not hold in narrow ones.
#[test]
fn a_list_for_one_view_is_no_list_for_all() {
    let html = "<style>@media (min-width: 700px) { .wide { color: red } }
        @media (max-width: 699px) { .narrow { color: blue } }</style><p class='wide narrow'>a<p id=x class=wide>b";
    let sheets = Sheets::default();
    let colours =
        View::all().take(3).map(|view| at(html, &sheets, Property::Color, view)).collect::<Vec<_>>();
    assert_eq!(colours, ["#000000", "#ff0000", "#ff0000"]);
}

/// Rules of all the kinds that make sharing difficult.
const SHARED: &str = "
    :root { --ink: #123; color: var(--ink) } body { color: #222; background: #fff; font-size: 18px }
    @media (min-width: 700px) { .a { display: none; font-size: 120% } .b > .c { color: red } }
    @media (prefers-color-scheme: dark) { :root { --ink: #eee } .b { background: #000; color: var(--ink) } }
    @media (hover) { .c { opacity: 0.5 } }
    @layer base { p { color: green !important } .d { color: blue } }
    .a + .b { color: #111 } .b ~ .c { width: 10px } p:first-child { margin-top: 3px } li:nth-child(2n) { color: #333 }
    .d:empty { height: 4px } .b:has([lang]) { bottom: 8px } [lang] + .a { z-index: 3 } :has(~ .c [lang]) { opacity: 0.7 }
    .x { color-scheme: light dark; color: light-dark(#111, var(--ink)) } .x .a { width: calc(var(--w, 3vw) + 1px) } .a:has(.d) { left: 5px } ul > :not(.c):last-child { right: 6px } .a .b .c { top: 7px }
    #i { --ink: #456; color: var(--ink) } [lang] .d { letter-spacing: 1px } input:disabled { opacity: 0.3 }
    .b:hover { color: lime } .c:focus { color: pink } .a { box-sizing: border-box } .c { font-size: 1.1em; width: 50vw }
    @scope (.b) to (.d) { p { color: #246 } .c { opacity: 0.9 } } @scope (.a) { p { color: #357 } > * { z-index: 5 } &::before { color: #468 } }
    @scope { .a { max-width: 90px } } .b { @scope (& > .c) { :scope { min-width: 1px } li { color: #579 } } }
    .c { container: c / inline-size; padding-left: 5% } .x { container-type: inline-size; width: 400px }
    @container (width > 350px) { .b { color: #135 } .d::before { content: 'd'; color: #135 } } @container c (width < 800px) { p { --ink: #975; color: var(--ink) } }
    @container style(--ink: #456) { .a { outline: 1px solid } li { color: #753 } } @media (min-width: 700px) { .b { max-width: 500px; container-type: inline-size } }
    .b::first-line { color: #777 } .a::before { content: 'x'; color: var(--ink) }";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Pages after one another share what was found out on those before; each must look as if it were alone.
    #[test]
    fn what_is_shared_is_what_would_be_found(
        pages in prop::collection::vec(
            prop::collection::vec(
                (
                    prop::sample::select(vec![
                        "<p", "<div", "<ul", "<li", "<input disabled", "<b", "</div><p", "</ul><div", "</p></div><li", "<fieldset disabled",
                    ]),
                    prop::sample::select(vec![
                        "", "class=a", "class=b", "class='c a'", "class='b c'", "class=d", "class='x b'", "id=i", "lang=de",
                        "style='color: #00f'", "style='font-size: 2em; --ink: #abc'", "hidden",
                    ]),
                    prop::sample::select(vec!["", "t"]),
                ),
                1..16,
            ),
            1..4,
        ),
        scheme in prop::sample::select(vec!["", "<meta name=color-scheme content='light dark'>"]),
    ) {
        let mut sheets = Sheets::default();
        sheets.add("/s.css", "s.css", SHARED);
        for page in pages {
            let body: String = page.iter().map(|(tag, attributes, text)| format!("{tag} {attributes}>{text}")).collect();
            let document = Document::parse(&format!("<html><head>{scheme}<link rel=stylesheet href=/s.css><body>{body}"));
            let styles = Styles::of(&document, "/", &sheets);
            for node in document.elements() {
                for view in View::all() {
                    let plain = styles.plainly(&document, node, view);
                    prop_assert!(*styles.get(node, view) == plain, "{}: {body}", document.selector(node));
                }
            }
        }
    }
}
