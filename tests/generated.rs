//! The generated site that benches run on is a good site, and always the same.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use arengo::{
    load::Request,
    pipeline::{self, Order},
};

#[path = "../benches/support/mod.rs"]
mod support;

fn check_only(root: &Path) -> Order {
    Order {
        request: Request {
            root: root.to_owned(),
            today: "2026-11-22".parse().expect("a date"),
            base_url: None,
            drafts: false,
        },
        output: root.join("public"),
        publish: false,
        minify: None,
        search: None,
        strict: false,
        cache: None,
        switches: arengo::pipeline::Switches::default(),
        progress: Arc::new(|_| {}),
        watch: None,
    }
}

fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).expect("a file");
                found.insert(path.strip_prefix(root).expect("below the root").to_owned(), bytes);
            }
        }
    }
    found
}

#[test]
fn it_is_a_good_site() {
    // Only what stages that a generated site is made for may say: themes are not its business.
    let judged: Vec<&str> =
        [arengo::load::RULES, arengo::schema::RULES, arengo::validate::RULES, arengo::tables::RULES]
            .into_iter()
            .flatten()
            .map(|rule| rule.id)
            .filter(|id| *id != "theme")
            .collect();
    for (contents, acts) in [(1, 0), (200, 0), (20, 80)] {
        let folder = tempfile::tempdir().expect("a folder");
        let law = support::law::Law { acts, tables: acts / 8, rows: 20 };
        support::generate("arengo", folder.path(), support::generate::Size { contents, law }, 1)
            .expect("written");
        let build = pipeline::run(&check_only(folder.path())).expect("a site");
        let told: Vec<String> = build
            .findings
            .iter()
            .map(|finding| &finding.diagnostic)
            .filter(|diagnostic| diagnostic.is_error() && judged.contains(&diagnostic.rule))
            .map(|diagnostic| {
                let source = build.sources.get(diagnostic.place.file);
                let start = diagnostic.place.range.clone().unwrap_or_default().start;
                let at = source.line_column(start);
                format!("{}:{}:{} {:?}", source.path, at.line, at.column, diagnostic.message)
            })
            .collect();
        assert_eq!(told, [""; 0]);
        assert!(!files(folder.path()).is_empty());
    }
}

#[test]
fn it_has_contents_in_proportion() {
    let folder = tempfile::tempdir().expect("a folder");
    support::generate("arengo", folder.path(), 1_000, 1).expect("written");
    let files = files(folder.path());
    let count = |below: &str| {
        let is_content =
            |path: &&PathBuf| path.starts_with(below) && path.extension().is_some_and(|it| it == "md");
        files.keys().filter(is_content).count()
    };
    assert_eq!(count("content/servizi"), 400);
    assert_eq!(count("content/notizie"), 250);
    assert_eq!(count("content/documenti"), 200);
    let frame = count("content/sezioni") + count("content/pagine") + count("content/argomenti");
    assert_eq!(count("content") - frame, 1_000);
}

#[test]
fn it_is_always_the_same() {
    let folders: Vec<tempfile::TempDir> = (0..3).map(|_| tempfile::tempdir().expect("a folder")).collect();
    for (folder, seed) in folders.iter().zip([7, 7, 8]) {
        support::generate("arengo", folder.path(), 60, seed).expect("written");
    }
    let [first, second, other] = [0, 1, 2].map(|n| files(folders[n].path()));
    assert!(first == second, "two generations differ");
    assert!(first != other, "the seed changes nothing");
}
