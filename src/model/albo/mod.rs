//! The albo pretorio (L. 69/2009, art. 32): the register of acts, each on the board from its first day to its last.
//!
//! It stands beside the contents and not among them: no list, feed, sitemap, topic or search knows an act, because the
//! model of contents does not hold it. A content that has a page of its own too is one file with two routes, and each
//! route has its own life (docs/decisions/0040).
//!
//! 1. `read`: acts from entries, whatever day it is today.
//! 2. `duration`: the last day of each.
//! 3. Here: the state of an act on a day, and what the board and the archive show of it.
//! 4. `rules`: what contradicts itself.

mod duration;
mod read;
mod rules;

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;

pub use duration::Source;

pub(super) use read::collect;
pub(super) use rules::{DOCUMENT, END, NUMBER, REGIME, SETTINGS, check};

use super::AttachmentId;
use crate::{
    calendar::end_of_year,
    source::Span,
    validate::{ContentId, Entry},
};

/// Where the board stands, with everything of it below.
pub const ADDRESS: &str = "/albo-pretorio/";

/// The field of a content that says how it is published here.
pub const FIELD: &str = "albo";

/// The field of a content that says its type of act, where the group does not.
const KIND_FIELD: &str = "tipo_albo";

/// All acts, whatever their state.
#[derive(Debug, Default)]
pub struct Albo {
    /// By year and number.
    acts: Vec<Act>,
    /// What the board shows today: by type, then the newest first.
    shown: Vec<usize>,
    /// Acts that left the board and stay in the archive, by year, the newest first.
    archived: BTreeMap<i16, Vec<usize>>,
    /// Whether there is a board at all.
    pub is_on: bool,
    /// Whether the archive is kept.
    pub has_archive: bool,
    /// The office that keeps the register.
    pub office: Option<ContentId>,
}

/// A line of the register.
#[derive(Debug, Clone)]
pub struct Act {
    /// The file it was written in, for who makes its page.
    pub entry: Arc<Entry>,
    pub year: i16,
    pub number: i64,
    /// The official word for what it is.
    pub kind: Option<String>,
    /// The broadest word but one: `Deliberazione`, `Avviso`.
    pub group: Option<String>,
    pub subject: String,
    pub description: Option<String>,
    pub office: Option<ContentId>,
    /// Who asked for it, from outside.
    pub requester: Option<String>,
    /// Number or code of the act itself.
    pub identifier: Option<String>,
    pub protocol: Option<String>,
    pub protocol_date: Option<Date>,
    pub registered: Date,
    pub from: Date,
    /// None: nobody can know it, which was told; such an act is not published.
    pub until: Option<Date>,
    pub source: Option<Source>,
    pub norm: Option<String>,
    /// Why it stays longer or shorter than its type says.
    pub reason: Option<String>,
    pub annulled: Option<Annulled>,
    /// Concerns single persons.
    pub is_personal: bool,
    /// The subject without personal data.
    pub archive_subject: Option<String>,
    pub documents: Vec<Document>,
    /// The last day of the archive, if there is one.
    pub kept_until: Option<Date>,
    pub span: Span,
}

/// Published by mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annulled {
    pub date: Date,
    pub note: String,
}

/// A file of an act, or the address of one.
#[derive(Debug, Clone)]
pub struct Document {
    /// None: only the text leads to it.
    pub title: Option<String>,
    pub description: Option<String>,
    pub target: DocumentTarget,
}

#[derive(Debug, Clone)]
pub enum DocumentTarget {
    /// A file, and its address on the board.
    File(AttachmentId, String),
    Elsewhere(String),
}

/// What an act is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Due,
    InForce,
    /// On the board with a note instead of its text and documents.
    Annulled,
    Expired,
}

impl State {
    /// The word of the machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Due => "da pubblicare",
            Self::InForce => "in corso",
            Self::Annulled => "annullato",
            Self::Expired => "scaduto",
        }
    }
}

impl Act {
    /// What it is on a day. An act that was annulled is that until its last day, and for ever in the register.
    pub fn state(&self, day: Date) -> State {
        let is_annulled = self.annulled.as_ref().is_some_and(|annulled| annulled.date <= day);
        match self.until {
            _ if day < self.from => State::Due,
            Some(until) if day <= until && !is_annulled => State::InForce,
            _ if is_annulled => State::Annulled,
            _ => State::Expired,
        }
    }

    /// Whether the board shows it.
    pub fn is_shown(&self, day: Date) -> bool {
        self.from <= day && self.until.is_some_and(|until| day <= until)
    }

    /// Whether the archive shows it, if one is kept.
    pub fn is_archived(&self, day: Date) -> bool {
        self.until.is_some_and(|until| until < day) && self.kept_until.is_some_and(|last| day <= last)
    }

    /// Of its page on the board.
    pub fn address(&self) -> String {
        format!("{ADDRESS}{}/{}/", self.year, self.number)
    }

    /// How many days it stays, the first not counted.
    pub fn days(&self) -> Option<i32> {
        self.until.map(|until| duration::days(self.from, until))
    }

    /// The files the board shows on a day, with their addresses: those of an annulled act are gone.
    pub fn files(&self, day: Date) -> impl Iterator<Item = (AttachmentId, &str)> {
        let documents = if self.state(day) == State::InForce { self.documents.as_slice() } else { &[] };
        documents.iter().filter_map(|document| match &document.target {
            DocumentTarget::File(id, address) => Some((*id, address.as_str())),
            DocumentTarget::Elsewhere(_) => None,
        })
    }

    /// What the archive may say of the subject; none: nothing, because it concerns a person.
    pub fn reduced_subject(&self) -> Option<&str> {
        let own = (!self.is_personal).then_some(self.subject.as_str());
        self.archive_subject.as_deref().or(own)
    }

    /// The days on which what is shown of it changes: it comes, is annulled, goes, leaves the archive.
    pub fn turns(&self, has_archive: bool) -> impl Iterator<Item = Date> {
        let next = |day: Date| day.tomorrow().ok();
        let gone = self.until.and_then(next);
        let forgotten = self.kept_until.filter(|_| has_archive).and_then(next);
        let annulled = self.annulled.as_ref().map(|annulled| annulled.date);
        let starts = self.until.is_some().then_some(self.from);
        [starts, annulled, gone, forgotten].into_iter().flatten()
    }

    /// `312/2026`.
    pub fn label(&self) -> String {
        format!("{}/{}", self.number, self.year)
    }
}

impl Albo {
    /// Every act of the register, by year and number.
    pub fn acts(&self) -> &[Act] {
        &self.acts
    }

    pub fn act(&self, n: usize) -> &Act {
        &self.acts[n]
    }

    /// Numbers of the acts that the board shows, in the order of its list.
    pub fn shown(&self) -> &[usize] {
        &self.shown
    }

    /// Numbers of the acts in the archive, by year, the newest year first.
    pub fn archived(&self) -> impl Iterator<Item = (i16, &[usize])> {
        self.archived.iter().rev().map(|(year, acts)| (*year, acts.as_slice()))
    }

    /// Every file that the board shows on a day, with its address.
    pub fn files(&self, day: Date) -> impl Iterator<Item = (AttachmentId, &str)> {
        self.shown.iter().flat_map(move |n| self.acts[*n].files(day))
    }

    /// The last day, up to this one, on which the board came to look otherwise.
    pub fn changed(&self, today: Date) -> Option<Date> {
        self.acts.iter().flat_map(|act| act.turns(false)).filter(|day| *day <= today).max()
    }

    /// Decides what is shown on a day.
    fn arrange(&mut self, today: Date) {
        // The second of two acts with one number was told; there is one page for both.
        let is_first = |n: usize| {
            let (act, before) = (&self.acts[n], n.checked_sub(1).map(|before| &self.acts[before]));
            before.is_none_or(|before| (before.year, before.number) != (act.year, act.number))
        };
        let of = |keep: &dyn Fn(&Act) -> bool| -> Vec<usize> {
            (0..self.acts.len()).filter(|n| is_first(*n) && keep(&self.acts[*n])).collect()
        };
        let mut shown = of(&|act| act.is_shown(today));
        let key = |n: &usize| {
            let act = &self.acts[*n];
            let group = act.group.as_deref().map(crate::slug::sort_key);
            (group.is_none(), group, std::cmp::Reverse((act.from, act.year, act.number)))
        };
        shown.sort_by_cached_key(key);
        self.shown = shown;
        if self.has_archive {
            for n in of(&|act| act.is_archived(today)).into_iter().rev() {
                self.archived.entry(self.acts[n].year).or_default().push(n);
            }
        }
    }
}

/// The anchor of a group of acts on the page of the board.
pub fn anchor(group: &str) -> String {
    crate::slug::slug(group)
}

/// The last day of the archive: that of a whole year.
fn kept_until(from: Date, years: i16) -> Date {
    end_of_year(from.year().saturating_add(years))
}

#[cfg(test)]
mod tests;
