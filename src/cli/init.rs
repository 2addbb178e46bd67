//! `arengo init`: a new site that can be checked at once.
//!
//! The site names the shipped theme and brings neither theme nor schemas: those in the program are used.
//! To change one, put a file of the same name under `schemas/` or `themes/comune/` of the site: it wins.

use include_dir::{Dir, DirEntry, include_dir};

use super::{
    Exit,
    args::InitArguments,
    catalog::{Catalog, SITE_SCHEMA},
    console::Console,
    files,
    outline::quoted,
};
use crate::{diagnostic::Failure, l10n::Message, write};

/// The site to begin with. Hidden files stand there without their dot, or they would act on Arengo's own sources.
static SKELETON: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/skeleton");
const HIDDEN: &[&str] = &["gitignore", "editorconfig", "vscode"];

/// Where the name of the body is not known yet.
const PLACEHOLDER: &str = "Comune di Esempio";
const MAX_NAME: usize = 120;

pub(super) fn run(arguments: &InitArguments, console: &Console) -> Result<Exit, Failure> {
    let name = name(arguments.name.as_deref().unwrap_or(PLACEHOLDER))?;
    let folder = &arguments.dir;
    if !files::is_vacant(folder)? {
        return Err(Failure::usage("cli-folder-full").with("path", folder.display().to_string()));
    }
    let mut site = Vec::new();
    collect(&SKELETON, &Words::of(&name), &mut site);
    // For editors: what may be written in site.toml.
    site.push((format!(".vscode/schemi/{SITE_SCHEMA}"), Catalog::shipped().site_schema));
    let n_files = site.len();
    write::scaffold(folder, site.iter().map(|(path, text)| (path.as_str(), text.as_bytes())))?;
    let done = Message::new("cli-init-done").with("files", n_files);
    console.note(&done.with("path", folder.display().to_string()));
    Ok(Exit::Fine)
}

/// What stands in the skeleton for the body's name.
struct Words {
    /// Placeholder and what takes its place.
    pairs: [(&'static str, String); 4],
}

impl Words {
    fn of(name: &str) -> Self {
        let short = short(name);
        Self {
            pairs: [
                ("@@nome@@", name.to_owned()),
                ("@@\"nome\"@@", quoted(name)),
                ("@@\"breve\"@@", quoted(&short)),
                ("@@dominio@@", crate::slug::slug(&short).replace('-', "")),
            ],
        }
    }

    fn fill(&self, text: &str) -> String {
        self.pairs.iter().fold(text.to_owned(), |text, (placeholder, value)| text.replace(placeholder, value))
    }
}

/// `Comune di Borgo Alvese` → `Borgo Alvese`, `Comune dell'Aquila` → `L'Aquila`.
fn short(name: &str) -> String {
    let starts = [("Comune di ", ""), ("Comune dell'", "L'"), ("Comune della ", "La ")];
    let short = starts.iter().find_map(|(start, article)| Some((article, name.strip_prefix(start)?.trim())));
    match short {
        Some((article, rest)) if !rest.is_empty() => format!("{article}{rest}"),
        _ => name.to_owned(),
    }
}

/// A name that means nothing to YAML, TOML, Markdown or HTML.
fn name(written: &str) -> Result<String, Failure> {
    let name = written.trim().replace('’', "'");
    let is_plain =
        name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '\'' | '-' | '.' | '/' | '(' | ')'));
    if is_plain
        && name.chars().next().is_some_and(char::is_alphabetic)
        && (3..=MAX_NAME).contains(&name.len())
    {
        Ok(name)
    } else {
        Err(Failure::usage("cli-name").with("name", written.escape_debug().to_string()))
    }
}

fn collect(folder: &Dir<'static>, words: &Words, site: &mut Vec<(String, String)>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => collect(inner, words, site),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                let first = path.split('/').next().unwrap_or_default();
                let dot = if HIDDEN.contains(&first) { "." } else { "" };
                let text = words.fill(&String::from_utf8_lossy(file.contents()));
                site.push((format!("{dot}{path}"), text));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain() {
        let check = |written, expected| {
            assert_eq!(name(written).as_deref().map_err(|failure| failure.message.id), expected);
        };
        check("Comune di Borgo Alvese", Ok("Comune di Borgo Alvese"));
        check(" Comune dell’Aquila ", Ok("Comune dell'Aquila"));
        check("Comune di Bolzano/Bozen", Ok("Comune di Bolzano/Bozen"));
        check("<b>Comune</b>", Err("cli-name"));
        check("Comune \"di\" X", Err("cli-name"));
        check("Comune\ndi X", Err("cli-name"));
        check("", Err("cli-name"));
        assert_eq!(short("Comune di Borgo Alvese"), "Borgo Alvese");
        assert_eq!(short("Comune dell'Aquila"), "L'Aquila");
        assert_eq!(short("Comune della Spezia"), "La Spezia");
        assert_eq!(short("Unione dei Comuni"), "Unione dei Comuni");
    }

    #[test]
    fn nothing_of_the_skeleton_is_left_unfilled() {
        let mut site = Vec::new();
        collect(&SKELETON, &Words::of("Comune di Prova"), &mut site);
        assert!(site.iter().any(|(path, _)| path == ".gitignore"));
        for (path, text) in site {
            assert!(!text.contains("@@"), "{path}");
        }
    }
}
