//! The kept corpus through the fuzz targets, on a stable compiler.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]

use std::{fs, path::Path};

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
}

#[test]
fn css() {
    run("css", targets::css);
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
}

#[test]
fn privacy() {
    run("privacy", targets::privacy);
}

#[test]
fn pdf_text() {
    run("pdf_text", targets::pdf_text);
}
