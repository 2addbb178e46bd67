//! `arengo new`: a content from its schema, ready to be filled in.

use super::{
    Exit,
    args::NewArguments,
    catalog::Catalog,
    console::Console,
    outline::{self, Outline},
    site,
};
use crate::{diagnostic::Failure, l10n::Message, slug::slug, write};

/// Longer file names and addresses help nobody.
const MAX_SLUG: usize = 80;

pub(super) fn run(arguments: &NewArguments, console: &Console) -> Result<Exit, Failure> {
    let root = site::root(arguments.site.as_deref())?;
    let Some(catalog) = Catalog::of_site(&root, console)? else { return Ok(Exit::Findings) };
    let content_type = catalog.content_type(&arguments.content_type)?;
    let title = title(&arguments.title)?;
    let slug = shortened(&slug(&title));
    let id = match &arguments.id {
        Some(id) => checked_id(id)?,
        None => slug.clone(),
    };
    let folder = root.join("content").join(&content_type.folder);
    let file = folder.join(format!("{id}.md"));
    let as_folder = folder.join(&id).join("index.md");
    if let Some(there) = [&file, &as_folder].into_iter().find(|path| path.exists()) {
        return Err(Failure::usage("cli-content-exists").with("path", there.display().to_string()));
    }
    let text = outline::write(&Outline {
        content_type,
        catalog: &catalog,
        title: &title,
        slug: &slug,
        l10n: &console.l10n,
    });
    write::write_new(&file, text.as_bytes())?;
    // The path is the result: an editor or a script may open it.
    console.data(format!("{}\n", file.display()).as_bytes())?;
    console.note(&Message::new("cli-new-done"));
    Ok(Exit::Fine)
}

/// One line, without what a terminal may have put into it.
fn title(written: &str) -> Result<String, Failure> {
    let plain: String = written.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let title = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() { Err(Failure::usage("cli-title")) } else { Ok(title) }
}

/// Cut at the end of a word.
fn shortened(slug: &str) -> String {
    match slug.get(..MAX_SLUG) {
        None => slug.to_owned(),
        Some(start) if slug[MAX_SLUG..].starts_with('-') => start.to_owned(),
        Some(start) => start.rsplit_once('-').map_or(start, |(words, _)| words).to_owned(),
    }
}

fn checked_id(id: &str) -> Result<String, Failure> {
    let tidy = shortened(&slug(id));
    if tidy == id { Ok(tidy) } else { Err(Failure::usage("cli-id").with("id", id).with("tidy", tidy)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_end_with_a_word() {
        let long = "parola-".repeat(30);
        let check = |text: &str, expected: &str| assert_eq!(shortened(text), expected);
        check("pagare-la-tari", "pagare-la-tari");
        check(long.trim_end_matches('-'), "parola-".repeat(11).trim_end_matches('-'));
        check(&"a".repeat(100), &"a".repeat(80));
        check(&format!("{}-b", "a".repeat(80)), &"a".repeat(80));
    }

    #[test]
    fn names() {
        let id = |id| checked_id(id).map_err(|failure| failure.message.id);
        assert_eq!(id("via-roma").as_deref(), Ok("via-roma"));
        for wrong in ["Via Roma", "../via", "via.en", "", "-"] {
            assert_eq!(id(wrong), Err("cli-id"), "{wrong}");
        }
        assert_eq!(title(" Pagare \n la\tTARI ").ok().as_deref(), Some("Pagare la TARI"));
        assert!(title(" \u{7} ").is_err());
    }
}
