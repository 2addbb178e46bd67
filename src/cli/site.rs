//! From words to meanings: the folder of the site, the day, the address, the number of threads.

use std::path::{Path, PathBuf};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::args::JudgeArguments;
use crate::{diagnostic::Failure, l10n::said, load::Request};

/// The file that makes a folder a site.
const SITE_FILE: &str = "site.toml";

/// Stack of every working thread: templates and nested Markdown are walked by recursion of known depth.
const STACK_BYTES: usize = 8 * 1024 * 1024;

/// What `build` and `check` read of one site.
pub(super) fn request(arguments: &JudgeArguments, site: Option<&Path>) -> Result<Request, Failure> {
    Ok(Request {
        root: root(site)?,
        today: date(arguments.date.as_deref())?,
        base_url: arguments.base_url.as_deref().map(base_url).transpose()?,
        drafts: arguments.drafts,
    })
}

/// A request for the other commands: they look at the whole site, whatever the day.
pub(super) fn whole(root: PathBuf) -> Result<Request, Failure> {
    Ok(Request { root, today: date(None)?, base_url: None, drafts: true })
}

/// The folder that was named, else the nearest one upwards that is a site.
pub(super) fn root(named: Option<&Path>) -> Result<PathBuf, Failure> {
    match named {
        Some(folder) if folder.join(SITE_FILE).exists() => Ok(folder.to_owned()),
        Some(folder) => Err(Failure::usage("cli-no-site").with("path", folder.display().to_string())),
        None => nearest()?.ok_or_else(|| Failure::usage("cli-no-site--above")),
    }
}

/// A folder's path from the root of the file system.
#[cfg(feature = "serve")]
pub(super) fn whole_path(folder: &Path) -> Result<PathBuf, Failure> {
    folder.canonicalize().map_err(|error| Failure::environment("cli-no-folder").with("detail", &error))
}

/// The nearest folder upwards from here with a `site.toml`.
pub(super) fn nearest() -> Result<Option<PathBuf>, Failure> {
    let here = std::env::current_dir()
        .map_err(|error| Failure::environment("cli-no-folder").with("detail", &error))?;
    Ok(here.ancestors().find(|folder| folder.join(SITE_FILE).is_file()).map(Path::to_owned))
}

/// The day that was written, else today in Italy.
pub(super) fn date(written: Option<&str>) -> Result<Date, Failure> {
    match written {
        Some(text) => parse_date(text),
        None => today(),
    }
}

fn parse_date(text: &str) -> Result<Date, Failure> {
    if let Ok(date) = text.parse::<Date>()
        && text.len() == "2026-12-31".len()
    {
        return Ok(date);
    }
    let failure = match italian_date(text) {
        Some(date) => Failure::usage("cli-date--italian").with("fixed", date.to_string()),
        None => Failure::usage("cli-date"),
    };
    Err(failure.with("value", text))
}

/// `31/12/2026`, `31.12.2026`, `31-12-2026`.
fn italian_date(text: &str) -> Option<Date> {
    let mut parts = text.split(['/', '.', '-']).map(str::trim);
    let day = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let year = parts.next()?.parse().ok()?;
    if parts.next().is_some() || year < 1000 {
        return None;
    }
    Date::new(year, month, day).ok()
}

#[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
fn today() -> Result<Date, Failure> {
    let broken = |error: jiff::Error| {
        Failure::environment("cli-clock").with("detail", said("jiff", &error.to_string()))
    };
    let now = Timestamp::try_from(std::time::SystemTime::now()).map_err(broken)?;
    let italy = TimeZone::get("Europe/Rome").map_err(broken)?;
    Ok(now.to_zoned(italy).date())
}

fn base_url(written: &str) -> Result<String, Failure> {
    let host = written.strip_prefix("https://").or_else(|| written.strip_prefix("http://"));
    let is_whole = host.is_some_and(|host| !host.is_empty() && !host.starts_with('/'));
    let is_plain = !written.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '?' | '#'));
    if is_whole && is_plain {
        Ok(written.trim_end_matches('/').to_owned())
    } else {
        Err(Failure::usage("cli-base-url").with("value", written))
    }
}

/// A thread that works on a whole site has as much room as those that work on pages.
pub(super) fn big_thread() -> std::thread::Builder {
    std::thread::Builder::new().stack_size(STACK_BYTES)
}

/// Sets up the working threads: as many as asked, else one a processor.
pub(super) fn threads(written: Option<&str>) -> Result<(), Failure> {
    let n_threads = match written {
        Some(text) => jobs(text)?,
        None => 0,
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).stack_size(STACK_BYTES);
    pool.build_global().map_err(|error| {
        Failure::environment("cli-threads").with("detail", said("rayon", &error.to_string()))
    })
}

fn jobs(text: &str) -> Result<usize, Failure> {
    match text.parse::<usize>() {
        Ok(n @ 1..=1024) => Ok(n),
        _ => Err(Failure::usage("cli-jobs").with("value", text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<T: std::fmt::Display>(found: Result<T, Failure>) -> String {
        found.map_or_else(|failure| failure.message.id.to_owned(), |value| value.to_string())
    }

    #[test]
    fn dates() {
        let check = |text, expected: &str| assert_eq!(words(parse_date(text)), expected, "{text}");
        check("2026-12-31", "2026-12-31");
        check("31/12/2026", "cli-date--italian");
        check("1.2.2026", "cli-date--italian");
        check("31-12-2026", "cli-date--italian");
        check("31/12/26", "cli-date");
        check("2026-02-30", "cli-date");
        check("2026-12-31T10:00", "cli-date");
        check("20261231", "cli-date");
        check("oggi", "cli-date");
        check("", "cli-date");
        assert!(today().is_ok());
    }

    #[test]
    fn addresses_and_numbers() {
        let check = |text, expected: &str| assert_eq!(words(base_url(text)), expected, "{text}");
        check("https://comune.example/", "https://comune.example");
        check("http://localhost:8000/sito", "http://localhost:8000/sito");
        check("comune.example", "cli-base-url");
        check("https://", "cli-base-url");
        check("https:///x", "cli-base-url");
        check("https://a b", "cli-base-url");
        assert_eq!(words(jobs("4")), "4");
        for wrong in ["0", "-1", "due", "99999", ""] {
            assert_eq!(words(jobs(wrong)), "cli-jobs", "{wrong}");
        }
    }
}
