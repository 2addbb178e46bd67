//! The manual: generated pages are those the program would write today, their examples are good contents,
//! and every link between the documents leads somewhere.
//!
//! `SNAPSHOTS=overwrite` rewrites the generated pages.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use arengo::{
    load,
    manual::{self, SiteSchema},
    pipeline,
    schema::{self, Document, SchemaFile, Schemas, Syntax},
    source::Sources,
    tree::{self, Limits},
};
use pulldown_cmark::{Event, Parser, Tag};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The shipped schemas, and the pages made of them.
fn generated() -> (Schemas, BTreeMap<String, String>) {
    let mut sources = Sources::default();
    let texts: Vec<_> = load::shipped_schemas()
        .into_iter()
        .map(|(name, bytes)| {
            let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
            (sources.add(name.as_str(), text.as_str()), name, text)
        })
        .collect();
    let files: Vec<SchemaFile<'_>> =
        texts.iter().map(|(id, name, text)| SchemaFile { id: *id, name, text }).collect();
    let schemas = schema::read(&files).value;
    let site = files.iter().find(|file| file.name == "site.schema.json").expect("the schema of site.toml");
    let judge = schema::read_site(site).value.expect("a schema that can be read");
    let json: serde_json::Value = serde_json::from_str(site.text).expect("JSON");
    let site = SiteSchema { judge: &judge, schema: &json };
    let pages = manual::pages(&schemas, &site, &pipeline::rules());
    (schemas, pages.into_iter().map(|page| (page.path, page.text)).collect())
}

#[test]
fn generated_pages_are_fresh() {
    let docs = root().join("docs");
    let (_, wanted) = generated();
    let found = manual::FOLDERS.iter().flat_map(|folder| markdown_below(&docs.join(folder)));
    let found: BTreeMap<String, String> = found
        .map(|path| {
            let name = path.strip_prefix(&docs).expect("below docs").to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(&path).expect("a text"))
        })
        .collect();
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        for name in found.keys().filter(|name| !wanted.contains_key(*name)) {
            fs::remove_file(docs.join(name)).expect("removed");
        }
        for (name, text) in &wanted {
            let path = docs.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("written");
        }
        return;
    }
    let names = wanted.keys().chain(found.keys().filter(|name| !wanted.contains_key(*name)));
    let stale: Vec<&String> = names.filter(|name| wanted.get(*name) != found.get(*name)).collect();
    assert!(stale.is_empty(), "run with SNAPSHOTS=overwrite: these are stale: {stale:#?}");
}

#[test]
fn examples_are_good_contents() {
    let (schemas, pages) = generated();
    for (name, known) in &schemas.types {
        let page = &pages[&format!("manuale/campi/{name}.md")];
        let (_, example) = page.split_once("```yaml\n---\n").expect("an example");
        let (example, _) = example.split_once("---\n```").expect("the end of the example");
        let text = format!("---\n{example}---\n");
        let file = Sources::default().add("esempio.md", text.as_str());
        let front = 4..(4 + example.len() as u32);
        let mut diagnostics = Vec::new();
        let parsed = tree::parse_yaml(file, &text, front, Limits { depth: 8 }).unpack(&mut diagnostics);
        let document = Document { file, map: &parsed.map, head: 0..3, broken: &[], syntax: Syntax::Yaml };
        diagnostics.extend(known.judge.check(&document));
        assert!(diagnostics.is_empty(), "{name}: {diagnostics:#?}\n{text}");
    }
}

#[test]
fn links_between_documents_lead_somewhere() {
    let root = root();
    let mut files = markdown_below(&root.join("docs"));
    files.extend(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|name| root.join(name)));
    let mut broken = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a text");
        for event in Parser::new(&text) {
            let (Event::Start(Tag::Link { dest_url, .. }) | Event::Start(Tag::Image { dest_url, .. })) =
                event
            else {
                continue;
            };
            let path = dest_url.split('#').next().unwrap_or_default();
            let is_elsewhere = path.contains(':');
            // The picture is made from the built example.
            let is_picture = path.ends_with("docs/immagini/home.png");
            let target = file.parent().expect("a folder").join(path);
            if !path.is_empty() && !is_elsewhere && !is_picture && !target.exists() {
                broken.push(format!("{}: {dest_url}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

/// The Markdown files of a folder and of those below it.
fn markdown_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(markdown_below(&path));
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}
