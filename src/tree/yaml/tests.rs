//! What each mistake of an editor is called, where it is shown, and that the advice helps.

use super::*;
use crate::{
    l10n::{Arg, L10n, Lang},
    source::Sources,
};

const LIMITS: Limits = Limits { depth: 8 };

fn parse(text: &str) -> (Sources, Staged<Parsed>) {
    let mut sources = Sources::default();
    let file = sources.add("a.md", text);
    let staged = parse_yaml(file, text, 0..text.len() as u32, LIMITS);
    (sources, staged)
}

fn found(text: &str) -> Vec<String> {
    let (sources, staged) = parse(text);
    let shown = staged.diagnostics.iter().map(|diagnostic| {
        let span = diagnostic.place.span().expect("a place");
        let at = sources.get(span.file).line_column(span.start);
        format!("{} {}:{}", diagnostic.message.id.trim_start_matches("yaml-syntax--"), at.line, at.column)
    });
    shown.collect()
}

/// The text gives this one finding; if it offers a text, writing it there leaves nothing to say.
fn check(text: &str, expected: &str) {
    assert_eq!(found(text), [expected], "{text:?}");
    let (_, staged) = parse(text);
    let diagnostic = &staged.diagnostics[0];
    let fixed = diagnostic.message.args.iter().find(|(name, _)| *name == "fixed");
    if let Some((_, Arg::Text(fixed))) = fixed {
        let range = diagnostic.place.range.clone().expect("a place");
        let mut mended = text.to_owned();
        mended.replace_range(range.start as usize..range.end as usize, fixed);
        assert_eq!(found(&mended), [""; 0], "{text:?} became {mended:?}");
    }
    for lang in [Lang::It, Lang::En] {
        let l10n = L10n::new(lang);
        let words = l10n.message(&diagnostic.message);
        let help = l10n.help(&diagnostic.message).expect("advice");
        assert!(words != diagnostic.message.id, "no words for {words}");
        assert!(!words.contains("{$") && !help.contains("{$"), "{words} / {help}");
    }
}

fn fine(text: &str) {
    assert_eq!(found(text), [""; 0], "{text:?}");
}

#[test]
fn indentation() {
    check("titolo: A\ncontatti:\n\t- uno\n", "tab 3:1");
    check("titolo: A\r\ncontatti:\r\n\t- uno\r\n", "tab 3:1");
    check("testo: |\n  x\n\ty\n", "tab 3:1");
    check("titolo: A\ncontatti:\n\u{a0}\u{a0}- tipo: x\n", "nbsp 3:1");
    check("contatti:\n  - tipo: x\n   valore: y\n", "indent 3:4");
    check("contatti:\n  - tipo: x\n valore: y\n", "indent 3:2");
    check("contatti:\n  - uno\n - due\n", "indent 3:2");
    check("contatti:\n  - uno\n  altro: due\nb: 1\n", "indent 3:3");
    check(" titolo: A\nslug: b\n", "indent 1:2");
    check("titolo: A\n slug: b\n", "indent 2:2");
    check("titolo: A\n- c\n", "indent 2:1");
    check("testo: |\n  uno\n due\n", "indent 3:2");
}

#[test]
fn colons() {
    check("titolo: Avviso: chiusura\n", "colon 1:9");
    check("titolo: A\r\nsotto: B: C\r\n", "colon 2:8");
    check("titolo: Avviso:\n", "colon 1:9");
    check("titolo: : x\n", "colon 1:9");
    check("titolo: Orario: \"continuato\": sì\n", "colon 1:9");
    check("titolo: C:\\temp: no\n", "colon 1:9");
    check("contatti:\n  - orario: dalle 9: alle 10\n", "colon 2:13");
    check("titolo:Avviso\nslug: a\n", "colon-space 1:1");
    check("slug: a\ntitolo:Avviso\n", "colon-space 2:1");
    check("titolo:Avviso: chiusura è\n", "colon-space 1:1");
    check("titolo:\u{a0}Avviso\nslug: a\n", "colon-space 1:1");
    check("contatti:\n  - tipo:Telefono\n    valore: x\n", "colon-space 2:5");
    check("titolo Avviso\nslug: a\n", "no-colon 1:1");
    check("slug: a\ntitolo = Avviso\n", "no-colon 2:1");
    check("testo: |\n  Prima riga\nSeconda riga\nslug: a\n", "no-colon 3:1");
    check("solo testo\n", "no-colon 1:1");
    check("%YAML 1.2\n", "no-colon 1:1");
}

#[test]
fn quotes() {
    check("titolo: \"Avviso\nslug: a\n", "quote 1:9");
    check("titolo: 'Avviso\nslug: a\n", "quote 1:9");
    check("titolo: \"\n", "quote 1:9");
    check("titolo: \"uno\ndue\"\nslug: a\n", "quote-lines 1:9");
    check("titolo: \"Avviso: \"chiusura\" di oggi\nslug: a\n", "quote 1:9");
    check("titolo: 'L'anagrafe'\nslug: a\n", "inner-quotes 1:9");
    check("titolo: \"Il \"nuovo\" orario\"\nslug: a\n", "inner-quotes 1:9");
    check("titolo: '''\n", "inner-quotes 1:9");
    check("titolo: \"nuovo\" orario\n", "after-quotes 1:9");
    check("titolo: 'Avviso' e \"altro\"\n", "after-quotes 1:9");
    check("titolo: \"C:\\Users\"\n", "escape 1:9");
    check("titolo: \"uno \\' due\"\n", "escape 1:9");
    check("titolo: “Avviso”\n", "curly-quotes 1:9");
    check("titolo: “Avviso: chiusura”\n", "curly-quotes 1:9");
    check("argomenti:\n  - ‘Avviso’\n", "curly-quotes 2:5");
    fine("titolo: “Avviso” di oggi e “domani”\n");
    fine("testo: |\n  Nota: “testo”\n");
    fine("titolo: l’anagrafe\n");
}

#[test]
fn first_characters() {
    for sign in ["@", "%", "`", "& ", "> ", "| ", ", ", "] ", "} ", "? "] {
        check(&format!("titolo: {sign}x\nslug: a\n"), "special 1:9");
    }
    check("titolo: - x\nslug: a\n", "list-on-line 1:9");
    check("titolo: [nuovo] orario\n", "special 1:9");
    check("titolo: {nuovo} orario\n", "special 1:9");
    check("titolo: *importante*\n", "star 1:9");
    check("titolo: **importante**: x\n", "star 1:9");
    fine("titolo: -x\ndue: C# e F\n");
}

#[test]
fn brackets() {
    check("argomenti: [uno, due\nslug: a\n", "bracket 1:12");
    check("argomenti: {a: 1\nslug: a\n", "bracket 1:12");
    check("argomenti: [\n", "bracket 1:12");
    check("argomenti: [uno, due]]\nslug: a\n", "extra-bracket 1:12");
    check("argomenti: [uno: due: tre]\n", "flow 1:12");
    check("argomenti: [\"uno, due]\nslug: a\n", "flow 1:12");
    fine("argomenti: [uno, \"due: tre\"]\n");
}

#[test]
fn what_pages_do_not_need() {
    check("titolo: &nome uno\nslug: b\n", "anchor 1:9");
    check("base: &nome\n  a: 1\nslug: b\n", "anchor-alone 1:7");
    check("titolo: !forte uno\n", "tag 1:9");
    check("titolo: ! attenzione\n", "tag 1:9");
    check("titolo: !!str 12\n", "tag 1:9");
    check("<<: {a: 1}\n", "alias 1:1");
    check("<<: *base\n", "alias 1:1");
    check("[a, b]: c\n", "complex-key 1:1");
    check("a: uno\n---\nb: due\n", "documents 2:1");
    check("a: uno\n...\nb: due\n", "documents 2:1");
    check("a: [[[[[[[[[[1]]]]]]]]]]\n", "yaml-limit--depth 1:12");
    assert_eq!(found(&format!("a: {}", "[".repeat(20_000))).len(), 1);
    check("slug: a\ntitolo: A\nslug: b\n", "yaml-duplicate-key 3:1");
}

#[test]
fn invisible_characters() {
    check("titolo: A\u{0}B\n", "nul 1:10");
    check("titolo: A\u{202e}B\n", "bidi 1:10");
    check("titolo: A\u{7}B\n", "control 1:10");
    check("\u{feff}titolo: A\n", "control 1:1");
    fine("titolo: città, perché, 10\u{a0}euro, 👩‍🔧\n");
}

#[test]
fn an_alias_bomb_is_refused_at_once() {
    let mut text = "a0: &a0 [x, x]\n".to_owned();
    for n in 1..30 {
        let before = n - 1;
        text.push_str(&format!("a{n}: &a{n} [*a{before}, *a{before}]\n"));
    }
    assert!(found(&text).len() <= 60, "{:?}", found(&text));
}

#[test]
fn every_mistake_is_told_and_the_rest_kept() {
    let text = "a: uno\nb: 'L'x'\nc: y: z\nd: ok\ne:\n  - @x\n  - ok\n  - f: %y\ntitolo prova\n";
    assert_eq!(found(text), ["inner-quotes 2:4", "colon 3:4", "special 6:5", "special 8:8", "no-colon 9:1"]);
    let (_, staged) = parse(text);
    let keys: Vec<&str> = staged.value.map.iter().map(|entry| entry.key.as_str()).collect();
    // Of the list what is sound is kept too, so that it can be judged.
    assert_eq!(keys, ["a", "d", "e"]);
    assert_eq!(staged.value.broken, ["b", "c", "e", "titolo"]);
}

#[test]
fn what_was_pasted_is_read_as_meant() {
    let (_, staged) = parse("contatti:\n\u{a0}\u{a0}- uno\n\u{a0}\u{a0}- due\ntitolo:\u{a0}Avviso\n");
    let map = staged.value.map;
    let items = map.get("contatti").and_then(Node::list).map(<[Node]>::len);
    assert_eq!(items, Some(2));
    assert_eq!(map.get("titolo").and_then(Node::text), Some("Avviso"));
}

#[test]
fn many_keys_take_no_quadratic_time() {
    let text: String = (0..50_000).map(|n| format!("k{n}: v\n")).collect();
    assert!(parse(&text).1.diagnostics.is_empty());
    let broken: String = (0..20_000).map(|n| format!("k{n}: a: b\n")).collect();
    assert_eq!(parse(&broken).1.diagnostics.len(), 20_000);
}

#[test]
fn places_in_blocks_lead_back_to_the_file() {
    for text in [
        "a: |\n  | x |\n  -\n\n    y\n",
        "a: |-\r\n  -\r\n  y\r\n",
        "a: |2\n    x\n  y\n",
        "a: |\n\n\n  x\n  x\n",
        "b:\n  - |+\n    x\n\n    è\n\n",
    ] {
        let (_, staged) = parse(text);
        let entry = staged.value.map.iter().next().expect("an entry");
        let node = entry.node.list().map_or(&entry.node, |items| &items[0]);
        let value = node.text().expect("a text");
        let offsets = node.offsets(text);
        let mut at = 0;
        for line in value.split_inclusive('\n') {
            let content = line.trim_end_matches('\n');
            let range = offsets.range(at..at + content.len() as u32);
            if !content.is_empty() {
                let written = &text[range.start as usize..range.end as usize];
                assert_eq!(written, content, "{text:?} {offsets:?}");
            }
            at += line.len() as u32;
        }
    }
}
