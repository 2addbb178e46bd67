//! The files of `schemas/trasparenza/` as they are written.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::MonthDay;

/// Whether an obligation concerns a Comune.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum Applies {
    #[default]
    #[serde(rename = "si")]
    Yes,
    #[serde(rename = "no")]
    No,
    /// On a condition that only the body knows.
    #[serde(rename = "se")]
    Perhaps,
}

/// How often something has to be renewed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// When it changes (d.lgs. 33/2013, art. 8, c. 1): the law counts no days.
    #[default]
    Tempestivo,
    Trimestrale,
    Semestrale,
    Annuale,
    UnaTantum,
}

/// How long something stays published.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum DurationRule {
    /// Five years from 1 January of the year after, and as long as the act has effects (art. 8, c. 3).
    #[default]
    #[serde(rename = "5a")]
    FiveYears,
    /// As long as the office is held, and three years more (art. 14, c. 2; art. 15, c. 4).
    #[serde(rename = "3a_cessazione")]
    ThreeYearsAfter,
    /// As long as the office is held (art. 14, c. 2, on property).
    #[serde(rename = "fino_cessazione")]
    WhileHeld,
    /// As long as the act has effects (art. 39).
    #[serde(rename = "finche_efficace")]
    WhileEffective,
}

/// What small bodies may do instead (the PNA's simplifications for small towns).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lighter {
    /// Only with fewer inhabitants than this.
    pub abitanti_sotto: u32,
    /// What is enough there, in our words: shown on the page. It is renewed when it changes, without a day of its own.
    pub come: String,
}

/// Contents that an obligation takes because of what they are.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Selector {
    /// The content type.
    pub tipo: String,
    /// Path of fields → the values of which one must be there. A word stands for its narrower words too.
    #[serde(default)]
    pub dove: BTreeMap<String, Vec<String>>,
    /// Fields that must say something.
    #[serde(default)]
    pub con: Vec<String>,
    /// Fields that must say nothing.
    #[serde(default)]
    pub senza: Vec<String>,
    #[serde(default)]
    pub quando: Option<When>,
    /// Fields shown beside the title.
    #[serde(default)]
    pub colonne: Vec<String>,
}

/// Which part of an office's life is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    InCarica,
    Cessati,
}

/// The fields of a type from which time is counted; the first that is filled in is taken.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Times {
    /// From when there is the obligation.
    pub decorre: Vec<String>,
    /// When the office ended.
    pub cessa: Vec<String>,
    /// The last day on which the act has effects.
    pub efficace_fino: Vec<String>,
    /// The last day on which it belongs to the current ones.
    pub concluso: Vec<String>,
    /// The reference to the content that has the page, for a type that has none.
    pub mostra: Option<String>,
}

/// A duty that comes back every year.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recurring {
    pub id: String,
    pub giorno: MonthDay,
    /// Only in this year.
    #[serde(default)]
    pub anno: Option<i16>,
    pub titolo: String,
    pub norma: String,
    pub sezione: String,
    /// The one obligation it belongs to; none: the section as a whole.
    #[serde(default)]
    pub obbligo: Option<String>,
    #[serde(default = "yes")]
    pub verificato: bool,
}

/// What the texts of a section may say of persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum Guarded {
    /// As of acts: words of health, hardship and justice count beside a name.
    #[serde(rename = "atto")]
    LikeActs,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionFile {
    pub id: String,
    pub ordine: i64,
    pub titolo: String,
    pub dal: Date,
    #[serde(default)]
    pub applica: Applies,
    #[serde(default)]
    pub riservatezza: Option<Guarded>,
    #[serde(default)]
    pub sottosezioni: Vec<WrittenSection>,
    /// Of a section whose only part has the same title.
    #[serde(default)]
    pub obblighi: Vec<WrittenObligation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenSection {
    pub id: String,
    pub titolo: String,
    #[serde(default)]
    pub applica: Applies,
    #[serde(default)]
    pub riservatezza: Option<Guarded>,
    #[serde(default)]
    pub dal: Option<Date>,
    pub obblighi: Vec<WrittenObligation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenObligation {
    pub id: String,
    pub titolo: String,
    pub norma: String,
    #[serde(default)]
    pub che_cosa: String,
    #[serde(default)]
    pub applica: Option<Applies>,
    #[serde(default)]
    pub abitanti_da: Option<u32>,
    #[serde(default)]
    pub semplificato: Option<Lighter>,
    #[serde(default)]
    pub rinnovo: Rhythm,
    #[serde(default)]
    pub entro: Option<MonthDay>,
    #[serde(default = "yes")]
    pub scadenza_verificata: bool,
    #[serde(default)]
    pub entro_giorni: u16,
    #[serde(default)]
    pub durata: DurationRule,
    #[serde(default = "yes")]
    pub verificato: bool,
    #[serde(default)]
    pub dal: Option<Date>,
    #[serde(default)]
    pub fino: Option<Date>,
    /// Where a repealed obligation stood.
    #[serde(default)]
    pub era_in: Option<String>,
    #[serde(default)]
    pub raccoglie: Vec<Selector>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ArchiveFile {
    id: String,
    titolo: String,
    obblighi: Vec<WrittenObligation>,
}

impl ArchiveFile {
    pub(super) fn into_section(self) -> SectionFile {
        SectionFile {
            id: self.id,
            ordine: i64::MAX,
            titolo: self.titolo,
            dal: Date::MIN,
            applica: Applies::Yes,
            riservatezza: None,
            sottosezioni: Vec::new(),
            obblighi: self.obblighi,
        }
    }
}

fn yes() -> bool {
    true
}
