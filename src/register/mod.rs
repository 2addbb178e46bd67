//! The register of the albo pretorio, in the forms that people and machines want (text, CSV, JSON), and the log of what was
//! published when.
//!
//! The day is asked for; nothing here touches disk or clock.

mod log;
mod table;
mod text;

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

pub use log::{Damage, Log, Seen};

use crate::{
    l10n::{L10n, Message},
    load::Site,
    model::{
        self, Model,
        albo::{Act, DocumentTarget},
    },
    source::Sources,
    validate,
};

/// The register of a site on a day.
#[derive(Debug)]
pub struct Register {
    pub site: String,
    pub date: Date,
    pub lines: Vec<Line>,
    /// Addresses on the albo that were published and that no content explains.
    pub unknown: Vec<(String, Seen)>,
    /// Whether a log was looked at: without one nobody knows what was online.
    pub has_log: bool,
}

/// An act, with what the log knows of it.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    pub anno: i16,
    pub numero: i64,
    pub tipo: Option<String>,
    pub oggetto: String,
    pub identificativo: Option<String>,
    pub ufficio: Option<String>,
    pub richiedente: Option<String>,
    pub numero_protocollo: Option<String>,
    pub data_protocollo: Option<Date>,
    pub registrato_il: Date,
    pub pubblicato_dal: Date,
    pub pubblicato_al: Option<Date>,
    pub giorni: Option<i32>,
    pub norma: Option<String>,
    pub motivo: Option<String>,
    pub stato: &'static str,
    pub annullato_il: Option<Date>,
    pub nota: Option<String>,
    /// Title and SHA-256 of every document.
    pub documenti: Vec<Document>,
    /// First day on which the log has it online.
    pub in_linea_dal: Option<Date>,
    /// Day of the publication that took it off.
    pub tolto_il: Option<Date>,
    /// Whether the log agrees with the register; none: there is no log, or nothing to compare yet.
    pub conforme: Option<bool>,
    pub file: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Document {
    pub titolo: String,
    pub sha256: Option<String>,
    pub url: Option<String>,
}

/// How a register is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    #[default]
    Text,
    Json,
    Csv,
}

impl Form {
    pub const ALL: [Self; 3] = [Self::Text, Self::Json, Self::Csv];

    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }
}

impl std::str::FromStr for Form {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|form| form.name() == name).ok_or(())
    }
}

/// Looks at a site. What is wrong with its contents is told by `check`, not here.
pub fn of(site: &Site, sources: &Sources, log: Option<&Log>, year: Option<i16>) -> Register {
    let mut unheard = Vec::new();
    let validated = validate::run(site, sources).unpack(&mut unheard);
    let model = model::run(validated, site).unpack(&mut unheard);
    let wanted = |of: i16| year.is_none_or(|year| year == of);
    let acts = model.albo.acts().iter().filter(|act| wanted(act.year));
    let lines: Vec<Line> = acts.map(|act| line(act, &model, log)).collect();
    let known: BTreeSet<String> = model.albo.acts().iter().map(Act::address).collect();
    let is_wanted = |address: &str| year.is_none_or(|year| address.contains(&format!("/{year}/")));
    let unknown = log
        .into_iter()
        .flat_map(Log::acts)
        .filter(|(address, seen)| !known.contains(address) && is_wanted(address) && seen.first <= site.today);
    Register {
        site: site.config.nome.clone(),
        date: site.today,
        lines,
        unknown: unknown.collect(),
        has_log: log.is_some(),
    }
}

fn line(act: &Act, model: &Model, log: Option<&Log>) -> Line {
    let state = act.state(model.today);
    let seen = log.and_then(|log| log.seen(&act.address()));
    Line {
        anno: act.year,
        numero: act.number,
        tipo: act.kind.clone(),
        oggetto: act.subject.clone(),
        identificativo: act.identifier.clone(),
        ufficio: act.office.map(|office| model.main_version(office).title.clone()),
        richiedente: act.requester.clone(),
        numero_protocollo: act.protocol.clone(),
        data_protocollo: act.protocol_date,
        registrato_il: act.registered,
        pubblicato_dal: act.from,
        pubblicato_al: act.until,
        giorni: act.days(),
        norma: act.norm.clone(),
        motivo: act.reason.clone(),
        stato: state.name(),
        annullato_il: act.annulled.as_ref().map(|annulled| annulled.date),
        nota: act.annulled.as_ref().map(|annulled| annulled.note.clone()),
        documenti: documents(act, model),
        in_linea_dal: seen.map(|seen| seen.first),
        tolto_il: seen.and_then(|seen| seen.gone),
        conforme: log.and_then(|_| agrees(act, seen, model.today)),
        file: format!("content/{}", act.entry.path),
    }
}

fn documents(act: &Act, model: &Model) -> Vec<Document> {
    let shown = act.documents.iter().filter_map(|document| {
        let titolo = document.title.clone()?;
        Some(match &document.target {
            DocumentTarget::File(id, _) => {
                Document { titolo, sha256: Some(model.attachment(*id).sha256.clone()), url: None }
            }
            DocumentTarget::Elsewhere(url) => Document { titolo, sha256: None, url: Some(url.clone()) },
        })
    });
    shown.collect()
}

/// It came on its first day, and went on the day after its last. None: the day has not come yet.
fn agrees(act: &Act, seen: Option<Seen>, today: Date) -> Option<bool> {
    match seen {
        None => (act.from <= today).then_some(false),
        Some(seen) => {
            let gone_on = act.until.and_then(|until| until.tomorrow().ok()).filter(|gone| *gone <= today);
            Some(seen.first == act.from && seen.gone == gone_on)
        }
    }
}

impl Register {
    pub fn write(&self, form: Form, l10n: &L10n) -> String {
        match form {
            Form::Text => text::write(self, l10n),
            Form::Json => self.json(),
            Form::Csv => table::write(self),
        }
    }

    fn json(&self) -> String {
        #[derive(Serialize)]
        struct Envelope<'a> {
            versione: u8,
            ente: &'a str,
            data: Date,
            atti: &'a [Line],
            sconosciuti: Vec<Unknown<'a>>,
        }
        #[derive(Serialize)]
        struct Unknown<'a> {
            indirizzo: &'a str,
            in_linea_dal: Date,
            tolto_il: Option<Date>,
        }
        let unknown = self.unknown.iter().map(|(address, seen)| Unknown {
            indirizzo: address,
            in_linea_dal: seen.first,
            tolto_il: seen.gone,
        });
        let envelope = Envelope {
            versione: 1,
            ente: &self.site,
            data: self.date,
            atti: &self.lines,
            sconosciuti: unknown.collect(),
        };
        let mut text = serde_json::to_string_pretty(&envelope).expect("plain values");
        text.push('\n');
        text
    }
}

/// `31/12/2026` in Italian, else as machines write it.
fn day(date: Date, l10n: &L10n) -> String {
    match l10n.lang() {
        crate::l10n::Lang::It => date.strftime("%d/%m/%Y").to_string(),
        crate::l10n::Lang::En => date.to_string(),
    }
}

/// A sentence of the register.
fn say(message: &Message, l10n: &L10n) -> String {
    l10n.text(message)
}

#[cfg(test)]
mod tests;
