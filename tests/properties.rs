//! What holds for any text, not only for those somebody thought of.

use arengo::{
    slug::slug,
    source::{FileId, Offsets, Sources},
    stage::Staged,
    tree::{Limits, Node, Parsed, Value, parse_toml, parse_yaml},
};
use proptest::prelude::*;

const LIMITS: Limits = Limits { depth: 8 };

fn parse(text: &str) -> (FileId, Staged<Parsed>) {
    let file = Sources::default().add("a.md", text);
    (file, parse_yaml(file, text, 0..text.len() as u32, LIMITS))
}

/// Pieces of YAML, right and wrong, as an editor or a word processor may leave them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "titolo", "slug", "à", "\n", "\n", ": ", ":", " ", "  ", "- ", "-", "\t", "\"", "'", "[", "]", "{", "}",
            ", ", ",", "&a ", "*a", "<<: ", "!t ", "!!str ", "|\n", ">\n", "|-\n", "|2\n", "# x", "#", "? ", "---\n",
            "...\n", "%YAML", "@", "`", "\\", "\\x", "\u{a0}", "“", "”", "’", "\r\n", "\r", "\0", "\u{202e}", "\u{feff}",
            "\u{85}", "\u{2028}", "~", "null", "2026-12-31", "31/12/2026", "no", "👩‍🔧", "[[[[[[[[[[", "titolo: A\n",
            "  valore: \"x\n", "contatti:\n", "  - tipo: Telefono\n", "titolo:A\n",
        ])
        .prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Every place is a piece of the text, on whole characters.
fn places_are_inside(text: &str, staged: &Staged<Parsed>) {
    for diagnostic in &staged.diagnostics {
        let range = diagnostic.place.range.clone().expect("a narrow place");
        assert!(text.get(range.start as usize..range.end as usize).is_some(), "{diagnostic:?} in {text:?}");
        for (span, _) in &diagnostic.related {
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{diagnostic:?} in {text:?}");
        }
    }
    for entry in staged.value.map.iter() {
        let range = &entry.key_range;
        assert!(text.get(range.start as usize..range.end as usize).is_some(), "{entry:?} in {text:?}");
        node_is_inside(text, &entry.node);
    }
}

fn node_is_inside(text: &str, node: &Node) {
    let range = node.range.start as usize..node.range.end as usize;
    assert!(text.get(range).is_some(), "{node:?} in {text:?}");
    match &node.value {
        Value::Scalar(scalar) => offsets_are_inside(text, &scalar.text, &node.offsets(text)),
        Value::List(items) => items.iter().for_each(|item| node_is_inside(text, item)),
        Value::Map(map) => map.iter().for_each(|entry| node_is_inside(text, &entry.node)),
    }
}

fn offsets_are_inside(text: &str, value: &str, offsets: &Offsets) {
    if let Offsets::Lines(lines) = offsets {
        assert!(lines.is_sorted(), "{lines:?} in {text:?}");
        for &(in_value, in_text) in lines {
            assert!(value.is_char_boundary(in_value as usize), "{lines:?} in {text:?}");
            assert!(text.is_char_boundary(in_text as usize), "{lines:?} in {text:?}");
        }
    }
}

fn quoted(text: &str, single: bool) -> String {
    if single {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let escaped: String =
        text.chars().flat_map(|c| if matches!(c, '"' | '\\') { vec!['\\', c] } else { vec![c] }).collect();
    format!("\"{escaped}\"")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn yaml_never_panics_and_keeps_places_inside(text in pieces()) {
        places_are_inside(&text, &parse(&text).1);
    }

    #[test]
    fn any_text_is_yaml_enough(text in any::<String>()) {
        places_are_inside(&text, &parse(&text).1);
    }

    #[test]
    fn a_part_of_a_file_is_read_like_a_file(before in "\\PC{0,20}", text in pieces(), after in "\\PC{0,20}") {
        let whole = format!("{before}{text}{after}");
        let file = Sources::default().add("a.md", whole.as_str());
        let from = before.len() as u32;
        let staged = parse_yaml(file, &whole, from..from + text.len() as u32, LIMITS);
        let alone = parse(&text).1;
        prop_assert_eq!(staged.diagnostics.len(), alone.diagnostics.len());
        for (one, other) in staged.diagnostics.iter().zip(&alone.diagnostics) {
            prop_assert_eq!(one.message.id, other.message.id);
            let range = other.place.range.clone().expect("a place");
            prop_assert_eq!(one.place.range.clone(), Some(range.start + from..range.end + from));
        }
    }

    #[test]
    fn toml_never_panics_and_keeps_places_inside(text in pieces()) {
        let file = Sources::default().add("site.toml", text.as_str());
        for diagnostic in parse_toml(file, &text).diagnostics {
            let range = diagnostic.place.range.expect("a narrow place");
            prop_assert!(text.get(range.start as usize..range.end as usize).is_some(), "{range:?} in {text:?}");
        }
    }

    #[test]
    fn quoted_values_come_back_as_they_were(
        values in prop::collection::btree_map("[a-z_]{1,12}", "[ -~à-ü€’“”]{0,40}", 0..12),
        single in any::<bool>(),
    ) {
        let text: String =
            values.iter().map(|(key, value)| format!("{key}: {}\n", quoted(value, single))).collect();
        let (_, staged) = parse(&text);
        prop_assert!(staged.diagnostics.is_empty(), "{:?} in {text:?}", staged.diagnostics);
        let read: Vec<(String, String)> = staged
            .value
            .map
            .iter()
            .map(|entry| (entry.key.clone(), entry.node.text().unwrap_or_default().to_owned()))
            .collect();
        prop_assert_eq!(read, values.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn places_in_a_literal_block_lead_back(
        lines in prop::collection::vec("[ -~à-ü]{0,20}", 1..8),
        indent in 1_usize..5,
        crlf in any::<bool>(),
    ) {
        let end = if crlf { "\r\n" } else { "\n" };
        let margin = " ".repeat(indent);
        let mut text = format!("a: |{indent}{end}");
        for line in &lines {
            text.push_str(&format!("{margin}{line}{end}"));
        }
        let (_, staged) = parse(&text);
        prop_assert!(staged.diagnostics.is_empty(), "{:?} in {text:?}", staged.diagnostics);
        let node = staged.value.map.get("a").expect("the key");
        let value = node.text().unwrap_or_default().to_owned();
        let offsets = node.offsets(&text);
        let mut at = 0_u32;
        for line in value.split_inclusive('\n') {
            let content = line.trim_end_matches('\n');
            if !content.trim().is_empty() {
                let range = offsets.range(at..at + content.len() as u32);
                prop_assert_eq!(text.get(range.start as usize..range.end as usize), Some(content), "{:?}", text);
            }
            at += line.len() as u32;
        }
    }

    #[test]
    fn a_slug_is_a_word_of_an_address(text in any::<String>()) {
        let once = slug(&text);
        prop_assert!(!once.is_empty());
        prop_assert!(once.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{once:?}");
        prop_assert!(!once.starts_with('-') && !once.ends_with('-') && !once.contains("--"), "{once:?}");
        prop_assert_eq!(slug(&once), once);
    }
}
