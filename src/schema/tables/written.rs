//! The files of `schemas/tabelle/` as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::ColumnKind;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenScheme {
    pub titolo: String,
    pub descrizione: String,
    #[serde(default)]
    pub norma: Option<String>,
    #[serde(default)]
    pub obblighi: Vec<String>,
    #[serde(default)]
    pub obbligatorio: bool,
    /// The body says whether it is bound to publish it.
    #[serde(default)]
    pub stato_soggetto: bool,
    #[serde(default = "yes")]
    pub verificato: bool,
    pub colonne: Vec<WrittenColumn>,
    #[serde(default)]
    pub elenco: Option<WrittenYearly>,
    /// The column with the day on which what the row tells of ends.
    #[serde(default)]
    pub cessa: Option<String>,
    #[serde(default)]
    pub da_contenuti: Vec<WrittenFrom>,
    #[serde(default)]
    pub annida: Option<Nested>,
}

/// Rows of another list that stand inside those of this one, in forms that have an inside (JSON).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nested {
    /// The member that holds them.
    #[serde(rename = "nome")]
    pub name: String,
    #[serde(rename = "schema")]
    pub scheme: String,
    /// The field of the inner contents that leads to the content of the row: an office to that it is part of.
    #[serde(rename = "per", default)]
    pub up: Option<String>,
    /// The field of the row's content that leads to the inner contents: a post to the office it heads.
    #[serde(rename = "da", default)]
    pub down: Option<String>,
    /// What of the inner rows is told, in the words of this scheme; nothing said: all of it. A list told so has one
    /// level: what stands inside its rows follows them.
    #[serde(rename = "colonne", default)]
    pub columns: Vec<NestedColumn>,
}

/// A member of the inner rows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NestedColumn {
    #[serde(rename = "nome")]
    pub name: String,
    /// The inner scheme's column, where it is called otherwise.
    #[serde(rename = "da", default)]
    from: Option<String>,
    /// Only where this inner column says yes.
    #[serde(rename = "se", default)]
    pub when: Option<String>,
    /// Only where this inner column does not say yes.
    #[serde(rename = "se_non", default)]
    pub unless: Option<String>,
}

impl NestedColumn {
    /// The column of the inner scheme.
    pub fn column(&self) -> &str {
        self.from.as_ref().unwrap_or(&self.name)
    }

    /// Every column of the inner scheme it asks.
    pub(super) fn asked(&self) -> impl Iterator<Item = &str> {
        [self.when.as_deref(), self.unless.as_deref()].into_iter().flatten().chain([self.column()])
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenColumn {
    pub nome: String,
    #[serde(default)]
    pub titolo: Option<String>,
    #[serde(default)]
    pub aiuto: String,
    #[serde(default)]
    pub tipo: WrittenKind,
    #[serde(default)]
    pub obbligatoria: bool,
    #[serde(default = "yes")]
    pub verificata: bool,
    #[serde(default)]
    pub minimo_caratteri: Option<usize>,
    #[serde(default)]
    pub massimo_caratteri: Option<usize>,
    #[serde(default)]
    pub minimo: Option<i64>,
    #[serde(default)]
    pub massimo: Option<i64>,
    /// Digits after the comma.
    #[serde(default)]
    pub decimali: Option<u8>,
    /// How programs read its days, where the Authority wants them otherwise than ISO 8601.
    #[serde(default)]
    pub formato: Option<WrittenDates>,
    #[serde(default)]
    pub valori: Vec<String>,
    #[serde(default)]
    pub secondo: Option<WrittenBy>,
    #[serde(default)]
    pub vocabolario: Option<String>,
    #[serde(default)]
    pub anche: Vec<String>,
    #[serde(default)]
    pub unita: Option<String>,
    /// Its cells name their rows.
    #[serde(default)]
    pub intesta: bool,
}

/// Values that depend on another column.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenBy {
    pub colonna: String,
    pub valori: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenYearly {
    #[serde(default)]
    pub anno: Option<String>,
    /// The quarter of the year.
    #[serde(default)]
    pub periodo: Option<String>,
    #[serde(default)]
    pub totale: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenFrom {
    pub tipo: String,
    #[serde(default)]
    pub dove: BTreeMap<String, Vec<String>>,
    pub colonne: BTreeMap<String, String>,
    #[serde(default)]
    pub traduci: BTreeMap<String, BTreeMap<String, String>>,
    /// A column whose values, parted by commas, make a row each.
    #[serde(default)]
    pub per_ogni: Option<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrittenDates {
    #[serde(rename = "GG/MM/AAAA")]
    Italian,
}

#[derive(Deserialize, Default, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum WrittenKind {
    #[default]
    Testo,
    Intero,
    Decimale,
    Euro,
    Data,
    Anno,
    SiNo,
    Scelta,
    Vocabolario,
    Cig,
    Cup,
    CodiceFiscale,
    PartitaIva,
    Email,
    Indirizzo,
}

impl WrittenKind {
    pub(super) fn kind(
        self,
        places: Option<u8>,
        values: Vec<String>,
        by: Option<(usize, BTreeMap<String, Vec<String>>)>,
        vocabulary: Option<String>,
    ) -> ColumnKind {
        match self {
            Self::Testo => ColumnKind::Text,
            Self::Intero => ColumnKind::Integer,
            Self::Decimale => ColumnKind::Decimal(places),
            Self::Euro => ColumnKind::Money,
            Self::Data => ColumnKind::Date,
            Self::Anno => ColumnKind::Year,
            Self::SiNo => ColumnKind::Bool,
            Self::Scelta => match by {
                Some((column, values)) => ColumnKind::ChoiceBy(column, values),
                None => ColumnKind::Choice(values),
            },
            Self::Vocabolario => ColumnKind::Word(vocabulary.unwrap_or_default()),
            Self::Cig => ColumnKind::Cig,
            Self::Cup => ColumnKind::Cup,
            Self::CodiceFiscale => ColumnKind::FiscalCode,
            Self::PartitaIva => ColumnKind::VatNumber,
            Self::Email => ColumnKind::Email,
            Self::Indirizzo => ColumnKind::Url,
        }
    }
}

fn yes() -> bool {
    true
}
