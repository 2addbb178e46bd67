//! What a page asked of the site while it was made: questions, fingerprints of their answers, and whether they hold.
//!
//! 1. While a page is made, every door of [`View`] notes the question it answers, on the thread (`asked`).
//! 2. `key` names a question in words that mean the same in every view: contents by type and id, sections by address.
//! 3. `answer` makes the fingerprint of an answer; a view makes each one once.
//! 4. `own` puts one question in the place of those a content's page asks about the content itself.
//!
//! Whoever reaches the model without naming a question has asked for [`Question::Everything`]: such a page is made
//! again after any change, which is slow and never wrong.

mod answer;
mod asked;
mod door;
mod index;
mod key;
mod own;
mod value;

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    sync::{Arc, PoisonError, RwLock},
};

pub(super) use answer::of_route;
pub(super) use asked::{is_noted, note, silently};
pub(super) use door::Door;
pub use index::Askers;
pub(super) use value::of_value;

use super::View;
use crate::{
    hash::Hash,
    model::{EntryId, SectionId},
    validate::ContentId,
};

/// A question in terms of one view. What the theme, the settings and the schemas say is no question: pages of
/// another theme are other pages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Question {
    /// Every content, every file, the day.
    Everything,
    /// What the file of a content says, and where its references lead.
    Entry(EntryId),
    /// What the site knows of a content beyond its file: address, languages, day of change, place in the tree.
    About(EntryId),
    /// Everything a content's own page asks about the content alone: one question instead of the many that it stands for
    /// (`own`).
    Own(EntryId),
    /// Which version of a content speaks in a language, and its address.
    Version(ContentId, LangId),
    /// What lists show of a content.
    Card(ContentId, LangId),
    /// Who refers to a content, by the name of the relation.
    Inverse(ContentId, Box<str>),
    /// Where a path leads that is written in a file.
    Path(Box<str>, Box<str>),
    /// Whether a topic is in use, by its slug.
    Topic(Box<str>),
    /// What describes a topic, by its number.
    TopicHead(usize),
    /// Whether there is a section at an address.
    SectionAt(Box<str>),
    /// A section without its contents.
    Section(SectionId),
    SectionCard(SectionId, LangId),
    SectionLink(SectionId, LangId),
    Menu(LangId),
    /// What a page of Amministrazione trasparente shows, by its address.
    Law(Box<str>),
    /// The tables of a content, with the files of data they come from.
    Tables(EntryId),
    /// Every act of the albo pretorio, and what it is on the day.
    Albo,
    /// A function of templates with its arguments.
    Call(Arc<Call>),
}

/// The number of a language among those of the site.
pub(super) type LangId = u8;

/// A function that a template calls.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Call {
    pub lang: String,
    pub function: String,
    /// As JSON, by name.
    pub arguments: String,
}

/// A question that was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The question, in words that mean the same in every view.
    pub question: Arc<str>,
    /// The fingerprint of the answer.
    pub answer: Print,
}

/// The fingerprint of an answer.
pub type Print = u128;

/// Everything a page asked, each question once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reads(Vec<Read>);

impl Reads {
    pub fn iter(&self) -> impl Iterator<Item = &Read> {
        self.0.iter()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a page made from these answers would be made the same from `view`. The theme, the settings and the
    /// schemas must be the same; whoever asks knows that.
    pub fn hold(&self, view: &View) -> bool {
        self.0.iter().all(|read| view.answer(&read.question) == Some(read.answer))
    }
}

/// The fingerprint of some bytes.
pub(super) fn print(bytes: &[u8]) -> Print {
    u128::from_le_bytes(Hash::of(bytes).half())
}

/// The answers a view was asked for, each made once.
#[derive(Default)]
pub(super) struct Memo {
    hasher: RandomState,
    by_question: [RwLock<HashMap<Question, Option<Read>>>; SHARDS],
    by_key: [RwLock<HashMap<Box<str>, Option<Print>>>; SHARDS],
}

/// Threads seldom wait for each other when there are some more of these than threads.
const SHARDS: usize = 16;

impl Memo {
    fn shard<T: std::hash::Hash + ?Sized>(&self, key: &T) -> usize {
        self.hasher.hash_one(key) as usize % SHARDS
    }

    /// The answer to a question, made if it is the first time.
    fn read(&self, question: &Question, make: impl FnOnce() -> Option<Read>) -> Option<Read> {
        let shard = &self.by_question[self.shard(question)];
        if let Some(known) = shard.read().unwrap_or_else(PoisonError::into_inner).get(question) {
            return known.clone();
        }
        let made = make();
        shard.write().unwrap_or_else(PoisonError::into_inner).insert(question.clone(), made.clone());
        made
    }

    fn print(&self, key: &str, make: impl FnOnce() -> Option<Print>) -> Option<Print> {
        let shard = &self.by_key[self.shard(key)];
        if let Some(known) = shard.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return *known;
        }
        let made = make();
        shard.write().unwrap_or_else(PoisonError::into_inner).insert(key.into(), made);
        made
    }
}

impl View {
    /// Makes something of the site and tells what it asked for it.
    pub fn recording<T>(&self, work: impl FnOnce() -> T) -> (T, Reads) {
        let (done, questions) = asked::collect(work);
        let mut questions = own::shortened(self, questions);
        questions.sort_unstable();
        questions.dedup();
        // A question that has no answer now did not have one then: whoever asked depends on everything.
        let reads =
            questions.iter().map(|question| self.read(question).or_else(|| self.read(&Question::Everything)));
        (done, Reads(reads.flatten().collect()))
    }

    /// The fingerprint of the answer to a question; none: what it is about is not there.
    pub fn answer(&self, question: &str) -> Option<Print> {
        let make = || self.read(&key::parse(self, question)?).map(|read| read.answer);
        self.memo.print(question, || silently(make))
    }

    /// Whether a question has this answer. Nothing is remembered: this is for who asks every question once.
    pub fn holds(&self, question: &str, answer: Print) -> bool {
        silently(|| answer::of(self, &key::parse(self, question)?)) == Some(answer)
    }

    fn read(&self, question: &Question) -> Option<Read> {
        let make =
            || Some(Read { question: key::of(self, question).into(), answer: answer::of(self, question)? });
        self.memo.read(question, || silently(make))
    }

    /// Notes the fingerprint of an answer that was just made, so that it need not be made again for it.
    pub(super) fn answered(&self, question: &Question, value: &tera::Value) {
        self.memo.read(question, || {
            Some(Read { question: key::of(self, question).into(), answer: of_value(self, value) })
        });
    }
}

#[cfg(test)]
mod tests;
