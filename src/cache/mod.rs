//! Finished pages from one build to the next: taken again if everything they were made of is the same.
//!
//! A page is kept with what it asked of the site ([`Reads`]), with the addresses it leads to, and with everything that was
//! found on it. What the program, the theme, the settings and the schemas say is not asked: it is in `circumstances`,
//! and a folder made under others counts as empty.
//!
//! What contents say is remembered apart ([`Texts`]): it needs no site to be known.
//!
//! - `pack` is the file, `codec` its bytes, `finding` what is said of a page.
//! - `texts` is the other file, `entry` what a content's front matter came to.
//!
//! Nothing here can fail a build: what cannot be read is made, what cannot be kept is made again the next time.

mod codec;
mod entry;
mod finding;
mod pack;
mod texts;

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    path::Path,
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use codec::{Decoder, Encoder};
use finding::Dictionary;
use pack::{Answer, Index, NewPack, Pack, Row};
pub use texts::Texts;

use crate::{
    diagnostic::{Diagnostic, TestedPage},
    hash::Hash,
    links::{Addresses, Anchors},
    render::{Print, Reads, View},
    rule::Meta,
    search::Record,
    source::Sources,
};

/// Everything a page came to. Its bytes are asked for apart: they may stand in the output already.
#[derive(Debug)]
pub struct Kept<'a> {
    pub file: Stored<'a>,
    pub diagnostics: Vec<Diagnostic>,
    pub anchors: Anchors,
    pub record: Option<Record>,
    pub tested: Option<TestedPage>,
}

/// The file of a page in the cache.
#[derive(Debug)]
pub struct Stored<'a> {
    pub hash: Hash,
    pub length: u64,
    url: &'a str,
    row: &'a Row,
    questions: Vec<&'a Asked>,
}

/// The same, before it is kept.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    pub bytes: &'a [u8],
    pub hash: Hash,
    pub diagnostics: &'a [Diagnostic],
    pub anchors: &'a Anchors,
    pub record: Option<&'a Record>,
    pub tested: Option<&'a TestedPage>,
}

/// What the site says today, against which pages are held.
#[derive(Clone, Copy)]
pub struct Today<'a> {
    pub view: &'a View,
    pub sources: &'a Sources,
    pub addresses: &'a Addresses,
}

/// How much of a build came out of the cache.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Used {
    pub taken: usize,
    pub made: usize,
    /// Contents whose texts were not read, since what they say was known.
    pub texts: usize,
    /// Whether the next build finds what this one made.
    pub saved: bool,
}

/// The pages of one site.
pub struct Cache {
    old: Option<Pack>,
    /// The questions of the old pages, by number.
    asked: Numbered<Asked>,
    /// None: it cannot be written.
    new: Option<Mutex<New>>,
    dictionary: Dictionary,
    /// Pages that are published as they were.
    hits: Mutex<Vec<(Box<str>, Row)>>,
    made: AtomicUsize,
}

struct New {
    pack: NewPack,
    /// The questions of the new pages, by number.
    answers: Numbered<(Box<str>, Print)>,
    is_broken: bool,
}

/// A question of an old page.
#[derive(Debug)]
struct Asked {
    answer: Answer,
    /// Whether the answer is the same today.
    holds: OnceLock<bool>,
    is_used: AtomicBool,
}

impl Cache {
    /// Opens the file of a site; one that is missing, damaged or of other circumstances is empty.
    pub fn open(file: &Path, circumstances: &Hash, rules: &[&'static Meta]) -> Self {
        // First the right to write: what is read then is what will be written anew.
        let new = NewPack::create(file, circumstances).ok();
        let old = Pack::open(file, circumstances);
        let answers = old.iter().flat_map(|pack| pack.index.answers.iter());
        let asked = answers.map(|answer| {
            let (holds, is_used) = (OnceLock::new(), AtomicBool::new(false));
            (answer.number, Asked { answer: answer.clone(), holds, is_used })
        });
        Self {
            asked: asked.collect(),
            old,
            new: new.map(|pack| Mutex::new(New { pack, answers: Numbered::default(), is_broken: false })),
            dictionary: Dictionary::new(rules),
            hits: Mutex::default(),
            made: AtomicUsize::new(0),
        }
    }

    /// The page at an address, if it would be made the same today.
    pub fn take<'a>(&'a self, url: &'a str, route: Print, today: Today<'_>) -> Option<Kept<'a>> {
        let pack = self.old.as_ref()?;
        let row = pack.index.rows.get(url)?;
        let about = pack.about(row)?;
        let mut from = Decoder(&about);
        if Print::from_le_bytes(from.array()?) != route {
            return None;
        }
        let questions = from.list(|from| {
            let asked = self.asked.get(&from.long()?)?;
            let Answer { print, .. } = asked.answer;
            let holds = || today.view.holds(pack.index.question(&asked.answer), print);
            asked.holds.get_or_init(holds).then_some(asked)
        })?;
        let leads = from.list(|from| {
            let lead = from.array()?;
            (today.addresses.standing(lead) as u8 == from.byte()?).then_some(lead)
        })?;
        let anchors = finding::take_anchors(&mut from, today.sources, leads)?;
        let diagnostics = from.list(|from| self.dictionary.take(from, today.sources))?;
        let record =
            from.maybe(|from| Some(Record { url: from.text()?.to_owned(), html: from.text()?.to_owned() }))?;
        let tested = from.maybe(finding::take_tested)?;
        let file = Stored { hash: row.hash, length: u64::from(row.page), url, row, questions };
        from.is_done().then_some(Kept { file, diagnostics, anchors, record, tested })
    }

    /// Reads the bytes of a page that was found; none if they are damaged.
    pub fn read<'a>(&self, file: &Stored<'_>, buffer: &'a mut Vec<u8>) -> Option<&'a [u8]> {
        self.old.as_ref()?.page(file.row, buffer)
    }

    /// Notes that a page that was found is published.
    pub fn taken(&self, file: &Stored<'_>) {
        for question in &file.questions {
            // Most are noted already, and whoever only looks disturbs nobody.
            if !question.is_used.load(Ordering::Relaxed) {
                question.is_used.store(true, Ordering::Relaxed);
            }
        }
        locked(&self.hits).push((file.url.into(), *file.row));
    }

    /// Keeps a page that was just made.
    pub fn keep(&self, url: &str, route: Print, page: Page<'_>, reads: &Reads, today: Today<'_>) {
        self.made.fetch_add(1, Ordering::Relaxed);
        let Some(new) = &self.new else { return };
        let Some(about) = self.encode(route, page, reads, today) else { return };
        let mut new = locked(new);
        if new.is_broken {
            return;
        }
        for read in reads.iter() {
            let answer = (Box::from(&*read.question), read.answer);
            let known = new.answers.entry(number(&read.question)).or_insert_with(|| answer.clone());
            // Two questions with one number: rather none of them.
            if *known != answer {
                new.is_broken = true;
            }
        }
        let put = new.pack.add(url, &about, page.bytes, page.hash);
        new.is_broken |= put.is_err();
    }

    /// None: it would not come back as it is.
    fn encode(&self, route: Print, page: Page<'_>, reads: &Reads, today: Today<'_>) -> Option<Vec<u8>> {
        let mut to = Encoder::default();
        to.array(route.to_le_bytes()).count(reads.len());
        for read in reads.iter() {
            to.long(number(&read.question));
        }
        to.count(page.anchors.leads.iter().len());
        for lead in page.anchors.leads.iter() {
            to.array(lead).byte(today.addresses.standing(lead) as u8);
        }
        finding::put_anchors(page.anchors, today.sources, &mut to);
        to.count(page.diagnostics.len());
        for diagnostic in page.diagnostics {
            let mut one = Encoder::default();
            self.dictionary.put(diagnostic, today.sources, &mut one);
            let one = one.bytes();
            let back = self.dictionary.take(&mut Decoder(&one), today.sources);
            if back.as_ref() != Some(diagnostic) {
                return None;
            }
            to.append(&one);
        }
        to.flag(page.record.is_some());
        if let Some(record) = page.record {
            to.text(&record.url).text(&record.html);
        }
        to.flag(page.tested.is_some());
        if let Some(tested) = page.tested {
            finding::put_tested(tested, &mut to);
        }
        Some(to.bytes())
    }

    /// Leaves for the next build what this one made and took, and nothing else.
    pub fn save(self) -> Used {
        let hits = self.hits.into_inner().unwrap_or_else(PoisonError::into_inner);
        let (taken, made) = (hits.len(), self.made.into_inner());
        let n_old = self.old.as_ref().map_or(0, |pack| pack.index.rows.len());
        let is_same = made == 0 && taken == n_old;
        let saved = is_same
            || self.new.is_some_and(|new| {
                let new = new.into_inner().unwrap_or_else(PoisonError::into_inner);
                write(new, self.old, &hits, self.asked)
            });
        Used { taken, made, texts: 0, saved }
    }
}

fn write(new: New, old: Option<Pack>, hits: &[(Box<str>, Row)], asked: Numbered<Asked>) -> bool {
    let New { mut pack, answers, is_broken } = new;
    let none = Index::default();
    let known = old.as_ref().map_or(&none, |old| &old.index);
    let used = asked.into_values().filter(|asked| asked.is_used.load(Ordering::Relaxed));
    let used: Numbered<Answer> = used.map(|asked| (asked.answer.number, asked.answer)).collect();
    // A new page got another answer than the one that was found to be today's.
    let differs = |(number, (question, print)): (&u64, &(Box<str>, Print))| {
        used.get(number).is_some_and(|old| known.question(old) != &**question || old.print != *print)
    };
    if is_broken || answers.iter().any(differs) {
        return false;
    }
    let rows: Vec<(&str, Row)> = hits.iter().map(|(url, row)| (&**url, *row)).collect();
    let old_ones = used.values().filter(|old| !answers.contains_key(&old.number));
    let old_ones = old_ones.map(|old| (old.number, known.question(old), old.print));
    let new_ones = answers.iter().map(|(number, (question, print))| (*number, &**question, *print));
    let mut all: Vec<_> = old_ones.chain(new_ones).collect();
    // In one order, whatever order a table has.
    all.sort_unstable_by_key(|(number, ..)| *number);
    for (number, question, print) in all {
        pack.index.add(number, question, print);
    }
    pack.finish(old, &rows).is_ok()
}

/// By numbers that are hashes already.
type Numbered<T> = HashMap<u64, T, BuildHasherDefault<AsItIs>>;

/// Hashes a number to itself.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
}

/// A question's number in the file.
fn number(question: &str) -> u64 {
    u64::from_le_bytes(Hash::of(question.as_bytes()).first_bytes())
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
