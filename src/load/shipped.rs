//! What ships inside the binary: schemas and the theme `comune`. A site's own file of the same name wins.

use std::{collections::BTreeMap, path::Path};

use include_dir::{Dir, include_dir};

use super::{text, walk};
use crate::{
    diagnostic::Diagnostic,
    source::{FileId, Sources},
};

static SCHEMAS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/schemas");
static THEMES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The shipped schemas and vocabularies: path below `schemas/`, bytes.
pub fn shipped_schemas() -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    collect(&SCHEMAS, "", &mut files);
    files
}

/// The files of a shipped theme: path below the theme's folder, bytes. Empty when there is no such theme.
pub fn shipped_theme(name: &str) -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    if let Some(theme) = THEMES.get_dir(name) {
        collect(theme, &format!("{name}/"), &mut files);
    }
    files
}

fn collect(dir: &Dir<'static>, prefix: &str, files: &mut Vec<(String, &'static [u8])>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        let hidden = path.split('/').any(|part| part.starts_with('.') || part == "node_modules");
        if !hidden {
            files.push((path.strip_prefix(prefix).unwrap_or(&path).to_owned(), file.contents()));
        }
    }
    for inner in dir.dirs() {
        collect(inner, prefix, files);
    }
    files.sort();
}

/// Schema and vocabulary files by name, the site's own before the shipped ones.
pub(super) fn schema_files(
    root: &Path,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(String, FileId)> {
    overlay(root, "schemas", &shipped_schemas(), sources, diagnostics, |path| {
        path.ends_with(".json") || path.ends_with(".yaml")
    })
}

/// The texts of a folder: the shipped ones, each replaced by the site's file of the same name, and the site's others.
pub(super) fn overlay(
    root: &Path,
    folder: &str,
    shipped: &[(String, &'static [u8])],
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
    wanted: impl Fn(&str) -> bool,
) -> Vec<(String, FileId)> {
    let mut files: BTreeMap<String, FileId> = BTreeMap::new();
    let own = walk::tree(root, folder, sources, diagnostics);
    for path in own.into_iter().filter(|path| wanted(path)) {
        let shown = format!("{folder}/{path}");
        let bytes = match walk::read_file(&root.join(folder).join(&path)) {
            Ok(bytes) => bytes,
            Err(error) => {
                let file = sources.add(shown, "");
                diagnostics.push(walk::FILE_UNREADABLE.at(file).with("detail", &error));
                continue;
            }
        };
        match text::readable(bytes) {
            Ok(text) => {
                files.insert(path, sources.add(shown, text));
            }
            Err(trouble) => {
                let file = sources.add(shown, trouble.shown.as_str());
                diagnostics.push(trouble.diagnostic(file));
            }
        }
    }
    for (path, bytes) in shipped.iter().filter(|(path, _)| wanted(path)) {
        if !files.contains_key(path) {
            let text = String::from_utf8_lossy(bytes).into_owned();
            files.insert(path.clone(), sources.add(format!("arengo:{folder}/{path}"), text));
        }
    }
    files.into_iter().collect()
}
