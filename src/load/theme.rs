//! A theme: templates, words for visitors, its own assets, and the list of files it takes from npm.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use super::{shipped, walk};
use crate::{
    diagnostic::{Diagnostic, Place, Severity},
    rule::Meta,
    source::{FileId, Sources},
    stage::Staged,
};

/// Where a site's templates find the shipped ones they replace.
const ORIGINALS: &str = "originali/";

pub static THEME: Meta = Meta::new("theme", Severity::Error);

/// Everything in `themes/<name>/`.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    pub name: String,
    /// `theme.toml`.
    pub settings: ThemeSettings,
    /// Path below `templates/`, and the text.
    pub templates: BTreeMap<String, FileId>,
    /// Language and the Fluent text with the visitors' words.
    pub words: BTreeMap<String, FileId>,
    /// Path below `assets/`, and the bytes.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// `package.json` and `package-lock.json`, when the theme takes files from npm.
    pub npm: Option<(Vec<u8>, Vec<u8>)>,
}

/// `theme.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ThemeSettings {
    /// Files of npm packages that the theme publishes.
    pub risorse: Vec<NpmFile>,
    /// Classes and icons that no template names and that stay all the same.
    pub tieni: Vec<String>,
}

/// A file, or a folder with everything in it.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct NpmFile {
    /// Path below `node_modules/`.
    pub da: String,
    /// Path below the published assets.
    pub a: String,
    /// A style sheet or a sprite of which only what pages can use is published.
    #[serde(default)]
    pub sfoltisci: bool,
}

pub(super) fn read(root: &Path, name: &str, place: impl Into<Place>, sources: &mut Sources) -> Staged<Theme> {
    let mut diagnostics = Vec::new();
    let folder = format!("themes/{name}");
    let shipped = shipped::shipped_theme(name);
    let is_text =
        |path: &str| path.starts_with("templates/") || path.starts_with("i18n/") || path == "theme.toml";
    let files = shipped::overlay(root, &folder, &shipped, sources, &mut diagnostics, is_text);
    let mut theme = Theme { name: name.to_owned(), ..Theme::default() };
    for (path, file) in &files {
        if let Some(template) = path.strip_prefix("templates/") {
            theme.templates.insert(template.to_owned(), *file);
        } else if let Some(language) = path.strip_prefix("i18n/").and_then(|path| path.strip_suffix(".ftl")) {
            theme.words.insert(language.to_owned(), *file);
        } else {
            theme.settings = settings(*file, &sources.get(*file).text, &mut diagnostics);
        }
    }
    originals(&mut theme, &shipped, sources);
    if theme.templates.is_empty() {
        diagnostics.push(THEME.variant("theme--unknown", place).with("name", name));
    }
    let other: BTreeMap<String, Vec<u8>> = binary_files(root, &folder, &shipped, sources, &mut diagnostics);
    theme.npm = other.get("package.json").cloned().zip(other.get("package-lock.json").cloned());
    theme.assets = other
        .into_iter()
        .filter_map(|(path, bytes)| path.strip_prefix("assets/").map(|path| (path.to_owned(), bytes)))
        .collect();
    Staged::new(theme, diagnostics)
}

/// A site's template that takes the place of a shipped one may build on it, changing one block: the shipped one is there
/// as `originali/<name>` when some template asks for it.
fn originals(theme: &mut Theme, shipped: &[(String, &'static [u8])], sources: &mut Sources) {
    let text_of = |file: &FileId| sources.get(*file).text.clone();
    let asking: Vec<_> =
        theme.templates.values().map(text_of).filter(|text| text.contains(ORIGINALS)).collect();
    for (path, bytes) in shipped {
        let Some(name) = path.strip_prefix("templates/") else { continue };
        let original = format!("{ORIGINALS}{name}");
        if theme.templates.contains_key(&original) || !asking.iter().any(|text| text.contains(&original)) {
            continue;
        }
        let text = String::from_utf8_lossy(bytes).into_owned();
        let file = sources.add(format!("arengo:themes/{}/{path}", theme.name), text);
        theme.templates.insert(original, file);
    }
}

fn settings(file: FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> ThemeSettings {
    toml::from_str(text).unwrap_or_else(|error| {
        let span = error.span().map(|range| range.start as u32..range.end as u32).unwrap_or(0..0);
        let place = crate::source::Span::new(file, span);
        diagnostics.push(
            crate::tree::TOML_SYNTAX.at(place).with("detail", crate::l10n::said("TOML", error.message())),
        );
        ThemeSettings::default()
    })
}

/// Assets and npm's files, as bytes, the site's own before the shipped ones.
fn binary_files(
    root: &Path,
    folder: &str,
    shipped: &[(String, &'static [u8])],
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Vec<u8>> {
    let wanted = |path: &str| path.starts_with("assets/") || path.starts_with("package");
    let mut files: BTreeMap<String, Vec<u8>> = shipped
        .iter()
        .filter(|(path, _)| wanted(path))
        .map(|(path, bytes)| (path.clone(), bytes.to_vec()))
        .collect();
    // What is odd in the folder was told when its texts were read.
    for path in walk::tree(root, folder, &mut Sources::default(), &mut Vec::new()) {
        if !wanted(&path) {
            continue;
        }
        match walk::read_file(&root.join(folder).join(&path)) {
            Ok(bytes) => {
                files.insert(path, bytes);
            }
            Err(error) => {
                let file = sources.add(format!("{folder}/{path}"), "");
                diagnostics.push(walk::FILE_UNREADABLE.at(file).with("detail", &error));
            }
        }
    }
    files
}
