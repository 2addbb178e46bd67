//! Finished pages from one build to the next: taken again if everything they were made of is the same.
//!
//! A page is kept with what it asked of the site ([`Reads`]), with the addresses it leads to, and with everything that was
//! found on it. What the program, the theme, the settings and the schemas say is not asked: it is in `circumstances`,
//! and a folder made under others counts as empty.
//!
//! - `pack` is the file, `codec` its bytes, `finding` what is said of a page.
//!
//! Nothing here can fail a build: what cannot be read is made, what cannot be kept is made again the next time.

mod codec;
mod finding;
mod pack;

use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use codec::{Decoder, Encoder};
use finding::Dictionary;
use pack::{NewPack, Pack, Row};

use crate::{
    diagnostic::{Diagnostic, TestedPage},
    hash::Hash,
    links::{Addresses, Anchors},
    render::{Print, Reads, View},
    rule::Meta,
    search::Record,
    source::Sources,
};

/// Everything a page came to.
#[derive(Debug)]
pub struct Kept {
    /// As they are published.
    pub bytes: Vec<u8>,
    pub diagnostics: Vec<Diagnostic>,
    pub anchors: Anchors,
    pub record: Option<Record>,
    pub tested: Option<TestedPage>,
}

/// The same, before it is kept.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    pub bytes: &'a [u8],
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
    /// Whether the next build finds what this one made.
    pub saved: bool,
}

/// The pages of one site.
pub struct Cache {
    old: Option<Pack>,
    /// The questions of the old pages, by number.
    asked: HashMap<u64, Asked>,
    /// None: it cannot be written.
    new: Option<Mutex<New>>,
    dictionary: Dictionary,
    hits: Mutex<BTreeMap<Box<str>, Row>>,
    made: AtomicUsize,
}

struct New {
    pack: NewPack,
    /// The questions of the new pages, by number.
    answers: HashMap<u64, (Box<str>, Print)>,
    is_broken: bool,
}

/// A question of an old page.
struct Asked {
    question: Box<str>,
    answer: Print,
    /// Whether the answer is the same today.
    holds: OnceLock<bool>,
    is_used: AtomicBool,
}

impl Cache {
    /// Opens the file of a site; one that is missing, damaged or of other circumstances is empty.
    pub fn open(file: &Path, circumstances: &Hash, rules: &[&'static Meta]) -> Self {
        let old = Pack::open(file, circumstances);
        let answers = old.iter().flat_map(|pack| pack.index.answers.iter());
        let asked = answers.map(|(question, answer)| {
            let (holds, is_used) = (OnceLock::new(), AtomicBool::new(false));
            (number(question), Asked { question: question.clone(), answer: *answer, holds, is_used })
        });
        let new = NewPack::create(file, circumstances).ok();
        Self {
            asked: asked.collect(),
            old,
            new: new.map(|pack| Mutex::new(New { pack, answers: HashMap::new(), is_broken: false })),
            dictionary: Dictionary::new(rules),
            hits: Mutex::default(),
            made: AtomicUsize::new(0),
        }
    }

    /// The page at an address, if it would be made the same today.
    pub fn take(&self, url: &str, route: Print, today: Today<'_>) -> Option<Kept> {
        let pack = self.old.as_ref()?;
        let row = pack.index.rows.get(url)?;
        let blob = pack.read(row)?;
        let (kept, questions) = self.decode(&blob, route, today)?;
        for question in questions {
            question.is_used.store(true, Ordering::Relaxed);
        }
        locked(&self.hits).insert(url.into(), *row);
        Some(kept)
    }

    fn decode(&self, blob: &[u8], route: Print, today: Today<'_>) -> Option<(Kept, Vec<&Asked>)> {
        let mut from = Decoder(blob);
        if Print::from_le_bytes(from.array()?) != route {
            return None;
        }
        let questions = from.list(|from| {
            let asked = self.asked.get(&from.long()?)?;
            let holds = || today.view.answer(&asked.question) == Some(asked.answer);
            asked.holds.get_or_init(holds).then_some(asked)
        })?;
        let leads = from.list(|from| {
            let lead = from.array()?;
            (today.addresses.standing(&lead) as u8 == from.byte()?).then_some(lead)
        })?;
        let anchors = finding::take_anchors(&mut from, today.sources, leads)?;
        let diagnostics = from.list(|from| self.dictionary.take(from, today.sources))?;
        let record =
            from.maybe(|from| Some(Record { url: from.text()?.to_owned(), html: from.text()?.to_owned() }))?;
        let tested = from.maybe(finding::take_tested)?;
        Some((Kept { bytes: from.0.to_vec(), diagnostics, anchors, record, tested }, questions))
    }

    /// Keeps a page that was just made.
    pub fn keep(&self, url: &str, route: Print, page: Page<'_>, reads: &Reads, today: Today<'_>) {
        self.made.fetch_add(1, Ordering::Relaxed);
        let Some(new) = &self.new else { return };
        let Some(about) = self.encode(route, page, reads, today) else { return };
        let digest = Hash::of_joined([&about, page.bytes]).half();
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
        let put = new.pack.add(url, [&about, page.bytes], digest);
        new.is_broken |= put.is_err();
    }

    /// None: it would not come back as it is.
    fn encode(&self, route: Print, page: Page<'_>, reads: &Reads, today: Today<'_>) -> Option<Vec<u8>> {
        let mut to = Encoder::default();
        to.array(route.to_le_bytes()).count(reads.len());
        for read in reads.iter() {
            to.long(number(&read.question));
        }
        to.count(page.anchors.leads.len());
        for lead in finding::sorted(&page.anchors.leads) {
            to.array(lead).byte(today.addresses.standing(&lead) as u8);
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
        Used { taken, made, saved }
    }
}

fn write(
    mut new: New,
    old: Option<Pack>,
    hits: &BTreeMap<Box<str>, Row>,
    asked: HashMap<u64, Asked>,
) -> bool {
    if new.is_broken {
        return false;
    }
    let rows: Vec<(&str, Row)> = hits.iter().map(|(url, row)| (&**url, *row)).collect();
    let copied = old.as_ref().is_none_or(|old| new.pack.copy(old, &rows).is_ok());
    // Some systems replace no file that is open.
    drop(old);
    let used = asked.into_iter().filter(|(_, asked)| asked.is_used.load(Ordering::Relaxed));
    for (number, asked) in used {
        let answer = (asked.question, asked.answer);
        let known = new.answers.entry(number).or_insert_with(|| answer.clone());
        // A new page got another answer than the one that was found to be today's.
        if *known != answer {
            return false;
        }
    }
    let mut answers: Vec<(Box<str>, Print)> = new.answers.into_values().collect();
    answers.sort_unstable();
    new.pack.index.answers = answers;
    copied && new.pack.finish().is_ok()
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
