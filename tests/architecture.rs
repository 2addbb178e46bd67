//! The architecture, held against the sources: modules import downwards, files open with a sentence on what they own,
//! and none outgrows a reader.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Modules may import only what stands above them. This table is the architecture; `docs/architecture.md` explains it.
const MAY: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("hash", &[]),
    ("layered", &[]),
    ("calendar", &[]),
    ("slug", &[]),
    ("ical", &[]),
    ("archive", &[]),
    ("suggest", &[]),
    ("wcag", &[]),
    ("phrases", &[]),
    ("readability", &[]),
    ("l10n", &[]),
    ("diagnostic", &["source", "hash", "wcag", "l10n"]),
    ("rule", &["l10n", "diagnostic"]),
    ("judge", &["source", "suggest", "diagnostic", "rule"]),
    ("stage", &["diagnostic"]),
    ("timings", &[]),
    ("tree", &["source", "l10n", "diagnostic", "rule", "stage"]),
    ("schema", &["source", "calendar", "slug", "suggest", "l10n", "diagnostic", "rule", "stage", "tree"]),
    (
        "config",
        &["source", "suggest", "wcag", "l10n", "diagnostic", "rule", "judge", "stage", "tree", "schema"],
    ),
    ("load", &["source", "hash", "l10n", "diagnostic", "rule", "stage", "tree", "schema", "config"]),
    ("assets", &["source", "hash", "diagnostic", "load"]),
    ("markdown", &["source", "slug", "phrases", "diagnostic", "rule", "stage"]),
    (
        "validate",
        &[
            "source",
            "hash",
            "slug",
            "suggest",
            "diagnostic",
            "rule",
            "stage",
            "tree",
            "schema",
            "load",
            "markdown",
        ],
    ),
    (
        "model",
        &[
            "layered",
            "source",
            "calendar",
            "slug",
            "suggest",
            "diagnostic",
            "rule",
            "stage",
            "schema",
            "config",
            "load",
            "markdown",
            "validate",
        ],
    ),
    (
        "tables",
        &[
            "source",
            "hash",
            "archive",
            "calendar",
            "slug",
            "suggest",
            "l10n",
            "diagnostic",
            "rule",
            "stage",
            "schema",
            "config",
            "load",
            "validate",
            "model",
        ],
    ),
    (
        "privacy",
        &[
            "source",
            "calendar",
            "l10n",
            "diagnostic",
            "rule",
            "stage",
            "schema",
            "config",
            "validate",
            "model",
        ],
    ),
    (
        "route",
        &[
            "layered",
            "source",
            "slug",
            "diagnostic",
            "rule",
            "stage",
            "schema",
            "config",
            "load",
            "validate",
            "model",
            "tables",
        ],
    ),
    (
        "render",
        &[
            "source",
            "hash",
            "calendar",
            "slug",
            "ical",
            "suggest",
            "l10n",
            "diagnostic",
            "rule",
            "stage",
            "schema",
            "config",
            "load",
            "markdown",
            "validate",
            "model",
            "tables",
            "route",
        ],
    ),
    ("audit", &["source", "wcag", "phrases", "readability", "l10n", "diagnostic", "rule"]),
    (
        "documents",
        &[
            "source",
            "hash",
            "archive",
            "diagnostic",
            "rule",
            "load",
            "markdown",
            "validate",
            "model",
            "tables",
            "privacy",
        ],
    ),
    ("links", &["source", "hash", "slug", "diagnostic", "rule", "schema", "config", "audit"]),
    ("search", &["l10n", "diagnostic", "render", "audit"]),
    ("write", &["source", "hash", "slug", "diagnostic"]),
    (
        "cache",
        &[
            "source",
            "hash",
            "l10n",
            "diagnostic",
            "rule",
            "stage",
            "load",
            "markdown",
            "validate",
            "privacy",
            "render",
            "links",
            "search",
        ],
    ),
    (
        "pipeline",
        &[
            "source",
            "hash",
            "diagnostic",
            "rule",
            "judge",
            "stage",
            "timings",
            "schema",
            "config",
            "load",
            "assets",
            "markdown",
            "validate",
            "model",
            "tables",
            "privacy",
            "route",
            "render",
            "audit",
            "documents",
            "links",
            "search",
            "write",
            "cache",
        ],
    ),
    ("inspect", &["source", "l10n", "diagnostic", "judge", "audit", "documents", "pipeline"]),
    (
        "serve",
        &[
            "source",
            "hash",
            "slug",
            "readability",
            "l10n",
            "diagnostic",
            "rule",
            "tree",
            "schema",
            "load",
            "assets",
            "validate",
            "model",
            "route",
            "render",
            "documents",
            "links",
            "write",
            "pipeline",
        ],
    ),
    ("manual", &["l10n", "diagnostic", "rule", "schema"]),
    (
        "agenda",
        &[
            "source",
            "hash",
            "slug",
            "ical",
            "l10n",
            "diagnostic",
            "config",
            "load",
            "validate",
            "model",
            "tables",
            "route",
            "render",
        ],
    ),
    ("register", &["source", "hash", "l10n", "load", "validate", "model"]),
    (
        "cli",
        &[
            "source",
            "hash",
            "slug",
            "suggest",
            "wcag",
            "l10n",
            "diagnostic",
            "rule",
            "timings",
            "schema",
            "config",
            "load",
            "validate",
            "audit",
            "write",
            "pipeline",
            "inspect",
            "serve",
            "manual",
            "agenda",
            "register",
        ],
    ),
];

/// Lines a file may have without its tests.
const MOST_LINES: usize = 500;

#[test]
fn the_table_is_ordered() {
    for (n, (module, imports)) in MAY.iter().enumerate() {
        for import in *imports {
            let above = MAY[..n].iter().any(|(name, _)| name == import);
            assert!(above, "{module}: {import} does not stand above it");
        }
    }
}

#[test]
fn the_table_is_the_library() {
    let library = fs::read_to_string("src/lib.rs").unwrap();
    let declared: Vec<&str> =
        library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let listed: Vec<&str> = MAY.iter().map(|(module, _)| *module).collect();
    assert_eq!(declared, listed, "src/lib.rs and the table name the same modules in the same order");
}

#[test]
fn modules_import_downwards() {
    let mut faults = Vec::new();
    for (module, allowed) in MAY {
        for file in files_of(module) {
            let imported = imports(&without_tests(&file));
            for import in imported.iter().filter(|import| *import != module) {
                let known = MAY.iter().any(|(name, _)| name == import);
                if known && !allowed.contains(&import.as_str()) {
                    faults.push(format!("{}: may not import {import}", file.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn files_open_with_a_sentence_and_stay_short() {
    let mut faults = Vec::new();
    for file in rust_files(Path::new("src")) {
        let text = fs::read_to_string(&file).unwrap();
        if !text.starts_with("//! ") {
            faults.push(format!("{}: does not open with `//!`", file.display()));
        }
        let lines = without_tests(&file).lines().count();
        if lines > MOST_LINES {
            faults.push(format!("{}: {lines} lines", file.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn imports_are_read_from_every_form() {
    let text = "use crate::{\n    a::b,\n    c::{d, e},\n};\nuse crate::f;\nfn x() { crate::g::h(); }\n";
    let expected = ["a", "c", "f", "g"].map(str::to_owned);
    assert_eq!(imports(text), BTreeSet::from(expected));
}

fn files_of(module: &str) -> Vec<PathBuf> {
    let file = PathBuf::from(format!("src/{module}.rs"));
    if file.is_file() { vec![file] } else { rust_files(Path::new(&format!("src/{module}"))) }
}

/// The text of a file up to its tests; nothing of a file that is all tests.
fn without_tests(file: &Path) -> String {
    let all_tests =
        file.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs");
    if all_tests {
        return String::new();
    }
    let text = fs::read_to_string(file).unwrap();
    let end = text.find("\n#[cfg(test)]\n").unwrap_or(text.len());
    text[..end].to_owned()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The modules named after `crate::`, singly or in a list.
fn imports(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some(at) = rest.find("crate::") {
        rest = &rest[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => found.extend(list_heads(list)),
            None => found.extend(word(rest)),
        }
    }
    found
}

/// The first word of every item of a list, not of lists inside it.
fn list_heads(list: &str) -> Vec<String> {
    let mut heads = Vec::new();
    let mut depth = 0;
    let mut fresh = true;
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if fresh && !c.is_whitespace() => {
                heads.extend(word(&list[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    heads
}

fn word(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}

/// Who looks for software to reuse reads it there.
#[test]
fn publiccode_says_what_is_true() {
    let text = fs::read_to_string("publiccode.yml").unwrap();
    let value = |key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
        line.map(|value| value.trim_matches('"'))
    };
    assert_eq!(value("softwareVersion"), Some(env!("CARGO_PKG_VERSION")));
    assert_eq!(value("name"), Some("Arengo"));
    assert!(!text.contains(".example"), "an address that exists nowhere");
    let is_public = |url: &str| url.starts_with("https://") && url.len() > "https://".len();
    assert!(value("url").is_none_or(is_public), "{:?}", value("url"));
    for lang in ["it", "en"] {
        assert!(text.contains(&format!("\n  {lang}:\n    shortDescription: ")), "{lang}");
        assert!(text.contains(&format!("\n    - {lang}\n")), "{lang}");
    }
    let short = text.lines().filter_map(|line| line.trim().strip_prefix("shortDescription: "));
    assert!(short.clone().count() > 0);
    short.for_each(|short| assert!(short.chars().count() <= 150, "{short}"));
    assert_eq!(env!("CARGO_PKG_LICENSE"), "EUPL-1.2");
    assert!(text.contains("\n  license: EUPL-1.2\n"));
}
