//! The generated site for Hugo: the same contents, and templates that write as much markup around them.

use std::{io, path::Path};

use rayon::prelude::*;

use super::{
    frame,
    generate::{Content, File, Kind, Plan, SECTIONS},
    kinds,
    random::Random,
};

const THEME: &[(&str, &str)] = &theme![in "hugo"
    "hugo.toml"
    "data/sezioni.toml"
    "layouts/_markup/render-link.html"
    "layouts/_markup/render-table.html"
    "layouts/_partials/assistenza.html"
    "layouts/_partials/briciole.html"
    "layouts/_partials/campo.html"
    "layouts/_partials/icona.html"
    "layouts/_partials/intestazione.html"
    "layouts/_partials/inversi.html"
    "layouts/_partials/piede.html"
    "layouts/_partials/rimandi.html"
    "layouts/_partials/scheda.html"
    "layouts/_partials/testa.html"
    "layouts/_partials/testata.html"
    "layouts/_partials/valutazione-domande.html"
    "layouts/_partials/valutazione.html"
    "layouts/baseof.html"
    "layouts/home.html"
    "layouts/page.html"
    "layouts/section.html"
    "layouts/taxonomy.html"
    "layouts/term.html"
];

/// Writes what `generate` writes, as Hugo wants it.
pub(super) fn generate(dir: &Path, n: usize, seed: u64) -> io::Result<()> {
    let plan = Plan::new(n);
    for (path, text) in THEME {
        File::text(*path, (*text).to_owned()).write(dir)?;
    }
    for (folder, title) in SECTIONS {
        let text = format!(
            "---\ntitle: {title}\ndescrizione_breve: \"{title}: le pagine di questa parte del sito.\"\n---\n"
        );
        File::text(format!("content/{folder}/_index.md"), text).write(dir)?;
    }
    for folder in ["contatti", "incarichi", "faq", "pagine"] {
        let text = format!("---\ntitle: {folder}\nbuild:\n  render: never\n---\n");
        File::text(format!("content/{folder}/_index.md"), text).write(dir)?;
    }
    for page in frame::files(seed, &plan.office(6).id) {
        if page.is_below("content/pagine") {
            page.edited(legal_page).write(dir)?;
        }
    }
    plan.all.par_iter().enumerate().try_for_each(|(number, content)| {
        let mut random = Random::new(seed, number as u64);
        let files = kinds::files(content, &plan, &mut random);
        files.into_iter().try_for_each(|file| file.edited(|text| titled(text, content)).write(dir))
    })
}

/// Hugo wants a title under its own name; what has no page in the portal has none here; `url` would be the address.
fn titled(text: String, content: &Content) -> String {
    let has_page = !matches!(content.kind, Kind::Role | Kind::Contact | Kind::Faq);
    let build = if has_page { "" } else { "build:\n  render: never\n" };
    let text = text.replacen("\nurl: ", "\nindirizzo_documento: ", 1);
    text.replacen("---\n", &format!("---\ntitle: \"{}\"\n{build}", content.title), 1)
}

/// Legal pages stand below the home page.
fn legal_page(text: String) -> String {
    let slug =
        text.split("slug: ").nth(1).and_then(|rest| rest.lines().next()).unwrap_or_default().to_owned();
    text.replacen("---\ntitolo: ", &format!("---\nurl: /{slug}/\ntitle: "), 1)
}
