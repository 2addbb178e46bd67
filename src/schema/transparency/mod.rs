//! The law on transparency as data: sections, obligations, what each gathers and how long it stays.
//!
//! The files are `schemas/trasparenza/`: one per first-level section, the repealed ones, where each type says its dates,
//! the duties that come back every year, and the documents of contracts. What follows from them is computed in `model::transparency`.

mod check;
mod contracts;
mod written;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

pub(super) use check::check;
pub use contracts::{ContractDocument, Contracts};
pub use written::{Applies, DurationRule, Recurring, Rhythm, Selector, Times, When};

use super::{SchemaFile, parse_yaml};
use crate::{diagnostic::Diagnostic, source::FileId};

use written::{ArchiveFile, Lighter, SectionFile, WrittenObligation, WrittenSection};

/// The folder of the files, below `schemas/`.
const FOLDER: &str = "trasparenza/";

/// The section under which everything stands (d.lgs. 33/2013, art. 9, c. 1).
pub const ROOT: &str = "amministrazione-trasparente";
pub const ROOT_TITLE: &str = "Amministrazione trasparente";

/// Everything the law asks to publish.
#[derive(Debug, Clone, Default)]
pub struct Transparency {
    /// First-level sections in the order of the law, each before what stands below it.
    pub sections: Vec<LawSection>,
    pub obligations: Vec<Obligation>,
    /// By content type: the fields that say from when to count.
    pub times: BTreeMap<String, Times>,
    pub recurring: Vec<Recurring>,
    /// What each contract must have.
    pub contracts: Contracts,
}

/// A section or subsection, with a page of its own.
#[derive(Debug, Clone)]
pub struct LawSection {
    /// Path of ids, which is also its address below the root: `organizzazione/articolazione-uffici`.
    pub key: String,
    /// The official title.
    pub title: String,
    pub parent: Option<usize>,
    pub applies: Applies,
    /// Obligations told on this page, by number.
    pub obligations: Vec<usize>,
    /// Holds what is not asked for any more: it is there only while something in it is.
    pub is_archive: bool,
    /// Speaks of single persons: the privacy guard reads its contents like acts.
    pub is_of_persons: bool,
    pub file: FileId,
}

/// One thing to publish.
#[derive(Debug, Clone)]
pub struct Obligation {
    /// Path of ids.
    pub key: String,
    pub section: usize,
    pub title: String,
    /// Where the law says it.
    pub norm: String,
    /// In our words, for those who must do it.
    pub what: String,
    pub applies: Applies,
    /// Only bodies with at least so many inhabitants.
    pub inhabitants_from: Option<u32>,
    /// What is enough in small towns.
    pub lighter: Option<Lighter>,
    pub rhythm: Rhythm,
    /// Month and day of the year by which it is due.
    pub due: Option<MonthDay>,
    /// Whether the day was read in a source.
    pub due_is_verified: bool,
    /// Days after the end of the period.
    pub grace: u16,
    pub duration: DurationRule,
    /// Whether norm and content were read in a source.
    pub verified: bool,
    pub from: Date,
    /// The last day it was asked for.
    pub until: Option<Date>,
    /// The section a repealed obligation stood in.
    pub was_in: Option<String>,
    pub gathers: Vec<Selector>,
}

/// `03-30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct MonthDay {
    pub month: i8,
    pub day: i8,
}

impl MonthDay {
    /// Reads `MM-GG`.
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.split_once('-')?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        // A leap year has every day.
        Date::new(2024, month, day).ok().map(|_| Self { month, day })
    }

    /// That day in a year; 29 February is the 28th where there is none.
    pub fn in_year(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).or_else(|_| Date::new(year, self.month, self.day - 1)).ok()
    }
}

impl TryFrom<String> for MonthDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("`{text}`: MM-GG"))
    }
}

impl Transparency {
    /// The number of the section with a key.
    pub fn section(&self, key: &str) -> Option<usize> {
        self.sections.iter().position(|section| section.key == key)
    }

    /// The number of the obligation with a key.
    pub fn obligation(&self, key: &str) -> Option<usize> {
        self.obligations.iter().position(|obligation| obligation.key == key)
    }

    /// Every key that an editor may write.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let sections = self.sections.iter().map(|section| section.key.as_str());
        sections.chain(self.obligations.iter().map(|obligation| obligation.key.as_str()))
    }

    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }
}

/// What is told of a file that cannot be read.
const INVALID: &str = "schema--transparency";

/// Reads the files of the folder; what cannot be read stops publishing.
pub(super) fn read(files: &[SchemaFile<'_>], diagnostics: &mut Vec<Diagnostic>) -> Transparency {
    let mut law = Transparency::default();
    let mut sections = Vec::new();
    for file in files {
        let Some(name) = file.name.strip_prefix(FOLDER) else { continue };
        match name {
            "tempi.yaml" => law.times = parse_yaml(file, INVALID, diagnostics).unwrap_or_default(),
            "scadenze.yaml" => law.recurring = parse_yaml(file, INVALID, diagnostics).unwrap_or_default(),
            "contratti.yaml" => law.contracts = parse_yaml(file, INVALID, diagnostics).unwrap_or_default(),
            "abrogate.yaml" => {
                if let Some(archive) = parse_yaml::<ArchiveFile>(file, INVALID, diagnostics) {
                    sections.push((i64::MAX, file.id, archive.into_section(), true));
                }
            }
            name if name.starts_with("sezioni/") => {
                if let Some(section) = parse_yaml::<SectionFile>(file, INVALID, diagnostics) {
                    sections.push((section.ordine, file.id, section, false));
                }
            }
            _ => {}
        }
    }
    sections.sort_by_key(|(order, ..)| *order);
    for (_, file, section, is_archive) in sections {
        law.add(section, file, is_archive);
    }
    law
}

impl Transparency {
    fn add(&mut self, written: SectionFile, file: FileId, is_archive: bool) {
        let section = LawSection {
            key: written.id.clone(),
            title: written.titolo,
            parent: None,
            applies: written.applica,
            obligations: Vec::new(),
            is_archive,
            is_of_persons: written.riservatezza.is_some(),
            file,
        };
        let n = self.push(section, written.obblighi, written.dal);
        for sub in written.sottosezioni {
            let WrittenSection { id, titolo, applica, riservatezza, dal, obblighi } = sub;
            let section = LawSection {
                key: format!("{}/{id}", written.id),
                title: titolo,
                parent: Some(n),
                applies: applica,
                obligations: Vec::new(),
                is_archive,
                is_of_persons: riservatezza.or(written.riservatezza).is_some(),
                file,
            };
            self.push(section, obblighi, dal.unwrap_or(written.dal));
        }
    }

    fn push(&mut self, mut section: LawSection, obligations: Vec<WrittenObligation>, from: Date) -> usize {
        let n = self.sections.len();
        for written in obligations {
            section.obligations.push(self.obligations.len());
            self.obligations.push(Obligation {
                key: format!("{}/{}", section.key, written.id),
                section: n,
                title: written.titolo,
                norm: written.norma,
                what: written.che_cosa,
                applies: written.applica.unwrap_or(section.applies),
                inhabitants_from: written.abitanti_da,
                lighter: written.semplificato,
                rhythm: written.rinnovo,
                due: written.entro,
                due_is_verified: written.scadenza_verificata,
                grace: written.entro_giorni,
                duration: written.durata,
                verified: written.verificato,
                from: written.dal.unwrap_or(from),
                until: written.fino,
                was_in: written.era_in,
                gathers: written.raccoglie,
            });
        }
        self.sections.push(section);
        n
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_year() {
        let day = |text| MonthDay::parse(text).and_then(|day| day.in_year(2027)).map(|day| day.to_string());
        assert_eq!(day("03-30").as_deref(), Some("2027-03-30"));
        assert_eq!(day("02-29").as_deref(), Some("2027-02-28"));
        assert_eq!(day("02-30"), None);
        assert_eq!(day("13-01"), None);
        assert_eq!(day("marzo"), None);
    }
}
