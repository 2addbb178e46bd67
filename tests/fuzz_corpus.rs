//! The kept corpus through the fuzz targets, on a stable compiler, and mutations of it.
//!
//! `ARENGO_FUZZ_ROUNDS` says how many mutations each target of the auditor meets, `ARENGO_FUZZ_SEED` with which it begins:
//! together with `timeout` that is fuzzing without a nightly compiler.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

#[path = "../fuzz/src/lib.rs"]
#[expect(unreachable_pub, reason = "public for the fuzz package")]
mod targets;

fn run(name: &str, target: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut met = 0;
    for entry in fs::read_dir(folder).expect("a corpus") {
        let bytes = fs::read(entry.expect("an entry").path()).expect("a file");
        target(&bytes);
        // Cut anywhere, as a fuzzer would begin.
        for end in 0..bytes.len().min(200) {
            target(&bytes[..end]);
        }
        met += 1;
    }
    assert!(met > 2, "the corpus of {name} is gone");
}

#[test]
fn front_matter() {
    run("front_matter", targets::front_matter);
}

#[test]
fn schema_file() {
    run("schema_file", targets::schema_file);
}

#[test]
fn markdown_body() {
    run("markdown_body", targets::markdown_body);
}

#[test]
fn page() {
    run("page", targets::page);
    mutate("page", targets::page);
}

#[test]
fn css() {
    run("css", targets::css);
    mutate("css", targets::css);
}

#[test]
fn data_file() {
    run("data_file", targets::data_file);
}

#[test]
fn toml_config() {
    run("toml_config", targets::toml_config);
}

#[test]
fn names() {
    run("names", targets::names);
    mutate("names", targets::names);
}

#[test]
fn privacy() {
    run("privacy", targets::privacy);
}

#[test]
fn pdf_text() {
    run("pdf_text", targets::pdf_text);
}

#[test]
fn picture_file() {
    run("picture_file", targets::picture_file);
    mutate("picture_file", targets::picture_file);
}

/// Pages with everything the auditor knows.
const PLANTED: [&str; 2] = [include_str!("audit/planted.txt"), include_str!("audit/variants.txt")];
/// No input is longer.
const LONGEST: usize = 4_000;
const PIECES: &[&str] = &[
    "<",
    ">",
    "</",
    "=\"",
    "'",
    "\"",
    "&",
    "&#",
    "\0",
    "\u{feff}",
    "\u{200d}",
    "é",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<svg>",
    "<table>",
    "<template shadowrootmode=open>",
    "<slot>",
    "<select>",
    "<iframe srcdoc=\"",
    " aria-owns=x",
    " id=x",
    " hidden",
    " aria-labelledby=\"x x\"",
    " role=none",
    " style=\"",
    "{",
    "}",
    "(",
    ")",
    ";",
    ":",
    "!important",
    "@media (",
    "@layer a",
    "@container (width > 1px)",
    "@scope (a) to (b)",
    "@import 'a.css'",
    "var(--a, ",
    "--a: var(--a)",
    "calc(1px + ",
    "color-mix(in oklch, ",
    "rgb(from red r g b / ",
    "1e39",
    "-1e39",
    "NaN",
    "infinity",
    "9999999999999999999",
    ":has(",
    ":nth-child(2n+1 of ",
    "::before",
    "content: \"a\" / \"b\"",
    "attr(x)",
    "&:hover",
    "%",
    "em",
    "inherit",
    "revert-layer",
    "url(",
    "/*",
    "\\",
    "U+",
];

/// Lets a target meet changed, joined and cut inputs of its corpus and of the planted pages, and tells how many.
#[expect(clippy::print_stdout, reason = "whoever fuzzes for long asks for it by `--nocapture`")]
fn mutate(name: &str, target: fn(&[u8])) {
    let number =
        |name: &str, other: u64| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(other);
    let seed = number("ARENGO_FUZZ_SEED", 1);
    let mut dice = Dice(seed);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut seeds: Vec<Vec<u8>> = match name {
        // Pages are no pictures.
        "picture_file" => Vec::new(),
        _ => PLANTED.iter().flat_map(|list| list.lines()).map(|line| line.as_bytes().to_vec()).collect(),
    };
    let kept = fs::read_dir(folder)
        .expect("a corpus")
        .map(|entry| fs::read(entry.expect("an entry").path()).expect("a file"));
    seeds.extend(kept.filter(|bytes| bytes.len() < LONGEST));
    let rounds = number("ARENGO_FUZZ_ROUNDS", 100);
    for _ in 0..rounds {
        let mut input = seeds[dice.below(seeds.len())].clone();
        for _ in 0..=dice.below(6) {
            change(&mut input, &seeds, &mut dice);
        }
        input.truncate(LONGEST);
        let survived = catch_unwind(AssertUnwindSafe(|| target(&input)));
        assert!(survived.is_ok(), "{name} breaks on {:?}", String::from_utf8_lossy(&input));
    }
    println!("{name}: {rounds} rounds from {} inputs, seed {seed}", seeds.len());
}

fn change(input: &mut Vec<u8>, seeds: &[Vec<u8>], dice: &mut Dice) {
    let place = dice.below(input.len() + 1);
    let end = (place + dice.below(40)).min(input.len());
    match dice.below(6) {
        0 => drop(input.drain(place..end)),
        1 => {
            let part = input[place..end].to_vec();
            let again = part.repeat(1 + dice.below(20));
            input.splice(place..place, again);
        }
        2 | 3 => {
            let piece = PIECES[dice.below(PIECES.len())].as_bytes();
            input.splice(place..place, piece.iter().copied());
        }
        4 => {
            let other = &seeds[dice.below(seeds.len())];
            input.splice(place..end, other.iter().copied());
        }
        _ => {
            if let Some(byte) = input.get_mut(place) {
                *byte = dice.below(256) as u8;
            }
        }
    }
}

/// Numbers that follow from a seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }
}
