//! Which documents the law wants for each public contract, beside the link to the national database (d.lgs. 36/2023,
//! art. 28; del. ANAC 264/2023 and 601/2023): `schemas/trasparenza/contratti.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Selector;

/// The documents, and the contents they are asked of.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Contracts {
    pub contenuti: Option<Selector>,
    /// The field of a content that lists what it has.
    pub detti_in: String,
    pub documenti: Vec<ContractDocument>,
}

/// A document that is due.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContractDocument {
    /// A word of the vocabulary that the field takes.
    pub atto: String,
    /// The phase of the contract: `pubblicazione`, `affidamento`, `esecuzione`.
    pub fase: String,
    pub norma: String,
    /// Key of the obligation.
    pub obbligo: String,
    /// Fields with the day from which it is due; the first that is filled in is taken.
    pub dal: Vec<String>,
    /// So many months later.
    #[serde(default)]
    pub entro_mesi: u8,
    /// Field → values with one of which it is due.
    #[serde(default)]
    pub solo: BTreeMap<String, Vec<String>>,
    /// Field → values with which it is not due.
    #[serde(default)]
    pub mai: BTreeMap<String, Vec<String>>,
    /// Whether the day was read in a source.
    #[serde(default = "yes")]
    pub verificato: bool,
}

fn yes() -> bool {
    true
}
