//! The log of what was published when: one line for each publication, never rewritten.
//!
//! Who publishes keeps it, outside of the site and of its output, and adds a line after each publication. A line names the
//! day, the hash of the published manifest, the hash of the line before it, and which files of the albo came (or came
//! anew, with other bytes) and went. A line changed or taken out later breaks the chain from there on.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{hash::Hash, model::albo::ADDRESS};

/// Of the form of a line.
const VERSION: u32 = 1;

/// Everything that was published, in order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Log {
    /// The hash of the last line.
    last: Option<String>,
    /// The last day.
    day: Option<Date>,
    /// The hash of the last manifest.
    manifest: Option<String>,
    /// Files of the albo that are online: path in the output and hash.
    online: BTreeMap<String, String>,
    /// By address of an act: when it was first online, when it went.
    seen: BTreeMap<String, Seen>,
}

/// When an act was online.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub first: Date,
    /// The day of the publication in which it was not any more.
    pub gone: Option<Date>,
}

/// Why a log cannot be believed, with the number of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// It says nothing that this program could have written.
    Unreadable(usize),
    /// The line before it is not the one it was written after.
    Broken(usize),
    /// Its day comes before that of the line before.
    Backwards(usize),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u32,
    date: Date,
    manifest: String,
    previous: Option<String>,
    added: BTreeMap<String, String>,
    removed: BTreeSet<String>,
}

impl Log {
    /// Reads a log and follows its chain.
    pub fn parse(text: &str) -> Result<Self, Damage> {
        let mut log = Self::default();
        for (n, line) in text.lines().enumerate() {
            let n = n + 1;
            let written: Written = serde_json::from_str(line).map_err(|_| Damage::Unreadable(n))?;
            if written.version != VERSION {
                return Err(Damage::Unreadable(n));
            }
            if written.previous != log.last {
                return Err(Damage::Broken(n));
            }
            if log.day.is_some_and(|day| written.date < day) {
                return Err(Damage::Backwards(n));
            }
            log.follow(written, line);
        }
        // A line that was not finished is not one.
        if !text.is_empty() && !text.ends_with('\n') {
            return Err(Damage::Unreadable(text.lines().count()));
        }
        Ok(log)
    }

    fn follow(&mut self, written: Written, line: &str) {
        for path in &written.removed {
            self.online.remove(path);
        }
        self.online.extend(written.added);
        let acts: BTreeSet<String> = self.online.keys().filter_map(|path| act_of(path)).collect();
        for address in &acts {
            let seen = self.seen.entry(address.clone()).or_insert(Seen { first: written.date, gone: None });
            seen.gone = None;
        }
        for (address, seen) in &mut self.seen {
            if seen.gone.is_none() && !acts.contains(address) {
                seen.gone = Some(written.date);
            }
        }
        self.last = Some(Hash::of(line.as_bytes()).to_string());
        self.day = Some(written.date);
        self.manifest = Some(written.manifest);
    }

    /// When the act at an address was online.
    pub fn seen(&self, address: &str) -> Option<Seen> {
        self.seen.get(address).copied()
    }

    /// Every act that was ever online, by address.
    pub fn acts(&self) -> impl Iterator<Item = (String, Seen)> {
        self.seen.iter().map(|(address, seen)| (address.clone(), *seen))
    }

    /// The last day of which it speaks.
    pub fn day(&self) -> Option<Date> {
        self.day
    }

    /// The line to add after a publication, with its end; none: that very publication is the last line already.
    ///
    /// `files`: path in the output and hash, of all files; `manifest`: the bytes of the manifest.
    pub fn line<'a>(
        &self,
        day: Date,
        manifest: &[u8],
        files: impl IntoIterator<Item = (&'a str, String)>,
    ) -> Option<String> {
        let manifest = Hash::of(manifest).to_string();
        if self.day == Some(day) && self.manifest.as_ref() == Some(&manifest) {
            return None;
        }
        let folder = ADDRESS.trim_start_matches('/');
        let now: BTreeMap<&str, String> =
            files.into_iter().filter(|(path, _)| path.starts_with(folder)).collect();
        let is_new = |path: &str, hash: &String| self.online.get(path) != Some(hash);
        let added = now.iter().filter(|(path, hash)| is_new(path, hash));
        let removed = self.online.keys().filter(|path| !now.contains_key(path.as_str()));
        let written = Written {
            version: VERSION,
            date: day,
            manifest,
            previous: self.last.clone(),
            added: added.map(|(path, hash)| ((*path).to_owned(), hash.clone())).collect(),
            removed: removed.cloned().collect(),
        };
        let mut line = String::new();
        let _ = writeln!(line, "{}", serde_json::to_string(&written).expect("plain values"));
        Some(line)
    }
}

/// `albo-pretorio/2026/312/index.html` → `/albo-pretorio/2026/312/`; none for lists, feeds and documents.
fn act_of(path: &str) -> Option<String> {
    let rest = path.strip_prefix(ADDRESS.trim_start_matches('/'))?.strip_suffix("/index.html")?;
    let (year, number) = rest.split_once('/')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(year) && is_number(number)).then(|| format!("{ADDRESS}{year}/{number}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn published(text: &mut String, date: &str, acts: &[(&str, &str)]) {
        let log = Log::parse(text).unwrap();
        let files: Vec<(String, String)> = acts
            .iter()
            .flat_map(|(act, hash)| {
                let page = format!("albo-pretorio/2026/{act}/index.html");
                [(page, (*hash).to_owned()), (format!("albo-pretorio/2026/{act}/a.pdf"), "f".to_owned())]
            })
            .chain([("index.html".to_owned(), date.to_owned())])
            .collect();
        let manifest = format!("{files:?}");
        let line = log.line(
            day(date),
            manifest.as_bytes(),
            files.iter().map(|(path, hash)| (path.as_str(), hash.clone())),
        );
        text.push_str(&line.unwrap_or_default());
    }

    fn example() -> String {
        let mut text = String::new();
        published(&mut text, "2026-11-01", &[("1", "a")]);
        published(&mut text, "2026-11-02", &[("1", "a"), ("2", "b")]);
        // Published again with nothing new.
        published(&mut text, "2026-11-02", &[("1", "a"), ("2", "b")]);
        published(&mut text, "2026-11-17", &[("2", "c")]);
        text
    }

    #[test]
    fn tells_what_was_online_when() {
        let text = example();
        assert_eq!(text.lines().count(), 3, "{text}");
        let log = Log::parse(&text).unwrap();
        let seen = |act: &str| log.seen(&format!("/albo-pretorio/2026/{act}/"));
        assert_eq!(seen("1"), Some(Seen { first: day("2026-11-01"), gone: Some(day("2026-11-17")) }));
        assert_eq!(seen("2"), Some(Seen { first: day("2026-11-02"), gone: None }));
        assert_eq!(seen("3"), None);
        assert_eq!(log.day(), Some(day("2026-11-17")));
        // A line says only what changed, and nothing of the rest of the portal.
        let last = text.lines().last().unwrap();
        assert!(last.contains(r#""added":{"albo-pretorio/2026/2/index.html":"c"}"#), "{last}");
        assert!(!text.contains("\"index.html\""), "{text}");
    }

    #[test]
    fn a_changed_log_is_not_believed() {
        let text = example();
        let lines: Vec<&str> = text.lines().collect();
        let check = |lines: &[&str], expected: Damage| {
            let changed: String = lines.iter().map(|line| format!("{line}\n")).collect();
            assert_eq!(Log::parse(&changed), Err(expected), "{changed}");
        };
        let backdated = lines[0].replace("2026-11-01", "2026-10-01");
        check(&[&backdated, lines[1], lines[2]], Damage::Broken(2));
        check(&[lines[0], lines[2]], Damage::Broken(2));
        check(&[lines[1], lines[2]], Damage::Broken(1));
        check(&[lines[0], lines[0]], Damage::Broken(2));
        check(&[lines[0], "{}"], Damage::Unreadable(2));
        let later = lines[0].replace("2026-11-01", "2026-12-01");
        let hash = |line: &str| Hash::of(line.as_bytes()).to_string();
        let earlier = lines[1].replace(&hash(lines[0]), &hash(&later));
        check(&[&later, &earlier], Damage::Backwards(2));
        assert_eq!(Log::parse(text.trim_end()), Err(Damage::Unreadable(3)));
        assert_eq!(Log::parse(""), Ok(Log::default()));
    }

    #[test]
    fn acts_are_known_by_their_pages() {
        let check =
            |path: &str, expected: Option<&str>| assert_eq!(act_of(path).as_deref(), expected, "{path}");
        check("albo-pretorio/2026/312/index.html", Some("/albo-pretorio/2026/312/"));
        check("albo-pretorio/index.html", None);
        check("albo-pretorio/archivio/2026/index.html", None);
        check("albo-pretorio/pagina/2/index.html", None);
        check("albo-pretorio/2026/312/atto.pdf", None);
    }
}
