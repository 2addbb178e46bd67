//! The generated site for Zola: the same contents, and templates that write as much markup around them.

use std::{collections::HashMap, fmt::Write, io, path::Path};

use rayon::prelude::*;

use super::{
    frame,
    generate::{Content, File, Kind, Plan, SECTIONS},
    kinds,
    random::Random,
};

const THEME: &[(&str, &str)] = &theme![in "zola"
    "config.toml"
    "templates/assistenza.html"
    "templates/base.html"
    "templates/briciole.html"
    "templates/contenuto.html"
    "templates/documenti.html"
    "templates/elenco.html"
    "templates/eventi.html"
    "templates/index.html"
    "templates/intestazione.html"
    "templates/luoghi.html"
    "templates/macro.html"
    "templates/notizie.html"
    "templates/page.html"
    "templates/persone.html"
    "templates/piede.html"
    "templates/rss.xml"
    "templates/section.html"
    "templates/servizi.html"
    "templates/taxonomy_list.html"
    "templates/taxonomy_single.html"
    "templates/testa.html"
    "templates/testata.html"
    "templates/uffici.html"
    "templates/valutazione.html"
];

/// Fields that are taxonomies with pages.
const TOPICS: &[&str] = &["argomenti", "categorie", "tipo"];

/// Fields by which a page is found from the one it refers to: taxonomies of `config.toml` without pages, named after folder and field.
const INVERSES: &[(&str, &str)] = &[
    ("documenti", "ufficio_responsabile"),
    ("eventi", "luogo"),
    ("notizie", "a_cura_di"),
    ("notizie", "luoghi"),
    ("notizie", "servizi"),
    ("persone", "organizzazioni"),
    ("servizi", "documenti"),
    ("servizi", "responsabile_procedimento"),
    ("servizi", "unita_responsabile"),
    ("uffici", "genitore"),
    ("uffici", "sede_principale"),
];

/// The path below `content/` of every id: Zola's functions want paths.
type Paths<'a> = HashMap<&'a str, String>;

/// Writes what `generate` writes, as Zola wants it.
pub(super) fn generate(dir: &Path, n: usize, seed: u64) -> io::Result<()> {
    let plan = Plan::new(n);
    let paths: Paths<'_> = plan
        .all
        .iter()
        .map(|content| (content.id.as_str(), content.path().trim_start_matches("content/").to_owned()))
        .collect();
    for (path, text) in THEME {
        File::text(*path, (*text).to_owned()).write(dir)?;
    }
    sections(dir)?;
    for page in frame::files(seed, &plan.office(6).id) {
        if page.is_below("content/pagine") {
            page.edited(|text| zola_page(&text, "pagine", None, &paths)).write(dir)?;
        }
    }
    plan.all.par_iter().enumerate().try_for_each(|(number, content)| {
        let mut random = Random::new(seed, number as u64);
        let files = kinds::files(content, &plan, &mut random);
        files.into_iter().try_for_each(|file| {
            file.edited(|text| zola_page(&text, content.kind.folder(), Some(content), &paths)).write(dir)
        })
    })
}

fn sections(dir: &Path) -> io::Result<()> {
    File::text("content/_index.md", "---\ntitle: Comune di Prova Alta\n---\n".to_owned()).write(dir)?;
    for (folder, title) in SECTIONS {
        let text = format!(
            "---\ntitle: {title}\nsort_by: date\npaginate_by: 20\ngenerate_feeds: true\npage_template: {folder}.html\n\
             extra:\n  descrizione_breve: \"{title}: le pagine di questa parte del sito.\"\n---\n"
        );
        File::text(format!("content/{folder}/_index.md"), text).write(dir)?;
    }
    for folder in ["contatti", "incarichi", "faq", "pagine"] {
        let text = format!("---\ntitle: {folder}\nrender: false\n---\n");
        File::text(format!("content/{folder}/_index.md"), text).write(dir)?;
    }
    Ok(())
}

/// The text with the front matter Zola knows, the other fields under `extra`, and links from the root of the contents, which
/// Zola checks. Without a `content` it is a legal page: they stand below the home page.
fn zola_page(text: &str, folder: &str, content: Option<&Content>, paths: &Paths<'_>) -> String {
    let Some((fields, body)) = text.trim_start_matches("---\n").split_once("---\n") else {
        return text.to_owned();
    };
    // What has no page in the portal has none here.
    let has_page = !content.is_some_and(|it| matches!(it.kind, Kind::Role | Kind::Contact | Kind::Faq));
    let (mut known, mut taxonomies, mut extra) = (String::new(), String::new(), String::new());
    if let Some(content) = content {
        let _ = writeln!(known, "title: \"{}\"", content.title);
    }
    for (name, lines) in fields_of(fields) {
        let values = || lines.iter().filter_map(|line| value(line));
        let first = values().next().unwrap_or_default();
        match name {
            "titolo" if content.is_some() => {}
            "titolo" => _ = writeln!(known, "title: {first}"),
            "slug" if content.is_none() => _ = write!(known, "slug: {first}\npath: {first}\n"),
            "slug" => _ = writeln!(known, "slug: {first}"),
            // Only what has a date stands in lists and feeds.
            "data_pubblicazione" => _ = writeln!(known, "date: {first}"),
            "aggiornato" => {
                _ = writeln!(known, "updated: {first}");
                if has_page && !fields.contains("\ndata_pubblicazione: ") {
                    let _ = writeln!(known, "date: {first}");
                }
            }
            _ if has_page && TOPICS.contains(&name) => list(&mut taxonomies, name, values()),
            _ if INVERSES.contains(&(folder, name)) => {
                let paths = values().filter_map(|id| paths.get(id)).map(String::as_str);
                list(&mut taxonomies, &format!("{folder}_{name}"), paths);
            }
            _ => lines.iter().for_each(|line| extra.push_str(&indented(line, paths))),
        }
    }
    if !has_page {
        known.push_str("render: false\n");
    }
    if !taxonomies.is_empty() {
        taxonomies.insert_str(0, "taxonomies:\n");
    }
    let body = body.replace("](../../", "](@/").replace("](../", "](@/");
    format!("---\n{known}{taxonomies}extra:\n{extra}---\n{body}")
}

/// Each field's name and its lines.
fn fields_of(fields: &str) -> Vec<(&str, Vec<&str>)> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in fields.lines() {
        match (line.starts_with(' '), found.last_mut()) {
            (true, Some((_, lines))) => lines.push(line),
            _ => found.push((line.split(':').next().unwrap_or_default(), vec![line])),
        }
    }
    found
}

/// What stands behind a field's name or in a line of its list.
fn value(line: &str) -> Option<&str> {
    match line.strip_prefix("  - ") {
        Some(item) => Some(item),
        None => line.split_once(": ").map(|(_, value)| value),
    }
}

fn list<'a>(text: &mut String, name: &str, values: impl Iterator<Item = &'a str>) {
    let _ = writeln!(text, "  {name}:");
    for value in values {
        let _ = writeln!(text, "    - {value}");
    }
}

/// A line below `extra`, with the path of what it refers to.
fn indented(line: &str, paths: &Paths<'_>) -> String {
    match value(line).and_then(|id| Some((id, paths.get(id)?))) {
        Some((id, path)) => format!("  {}{path}\n", line.trim_end_matches(id)),
        None => format!("  {line}\n"),
    }
}
