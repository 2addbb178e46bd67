//! What belongs to the body: its codes, accounts, telephones and mailboxes, declared in `site.toml` or by its offices,
//! and the names of those who hold an office.

use std::collections::HashSet;

use super::{Hit, Kind, Scope, search};
use crate::{
    config::Config,
    model::Model,
    schema::Confidentiality,
    source::Sources,
    validate::{Entry, Val},
};

/// What is never told.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Own {
    keys: HashSet<String>,
    /// Hosts of mailboxes.
    domains: Vec<String>,
    /// The words of each name, in lower case.
    names: Vec<Vec<String>>,
}

impl Own {
    /// Collects what a site declares.
    pub(super) fn of(model: &Model, config: &Config, sources: &Sources, scope: &Scope) -> Self {
        let mut own = Self::default();
        let (body, declared) = (&config.ente, &config.privacy);
        let written = [&body.codice_fiscale, &body.partita_iva, &body.pec, &body.email, &body.telefono];
        let lists = [&declared.codici, &declared.iban, &declared.telefoni, &declared.caselle];
        let digital = config.servizi_digitali.values().chain(config.moduli.values());
        for text in written.into_iter().chain(lists.into_iter().flatten()).chain(digital) {
            own.keys.insert(normal(text));
        }
        let host = config.indirizzo_web.split("://").nth(1).unwrap_or_default();
        let host = host.split(['/', ':']).next().unwrap_or_default();
        own.domains.push(host.trim_start_matches("www.").to_lowercase());
        own.domains.extend(declared.domini.iter().map(|domain| domain.to_lowercase()));
        for (_, entry) in model.entries() {
            match entry.content_type.confidentiality {
                Confidentiality::Contacts => own.add_contacts(entry, sources, scope),
                Confidentiality::Office => own.names.push(words_of(&entry.title)),
                Confidentiality::Act | Confidentiality::Open => {}
            }
        }
        own
    }

    /// Telephones, mailboxes and accounts that an office gives out.
    fn add_contacts(&mut self, entry: &Entry, sources: &Sources, scope: &Scope) {
        let hits = search(&sources.get(entry.file).text, scope);
        let is_contact = |hit: &Hit| matches!(hit.kind, Kind::Phone | Kind::Email | Kind::Iban);
        self.keys.extend(hits.into_iter().filter(is_contact).flat_map(|hit| hit.keys));
        // A telephone that stands alone in its field needs no word beside it.
        for (_, item) in &entry.fields {
            self.add_values(&item.value);
        }
    }

    fn add_values(&mut self, value: &Val) {
        match value {
            Val::Text(text) if text.len() <= 40 => {
                self.keys.insert(normal(text));
            }
            Val::List(items) => items.iter().for_each(|item| self.add_values(&item.value)),
            Val::Object(members) => members.iter().for_each(|(_, item)| self.add_values(&item.value)),
            _ => {}
        }
    }

    /// Whether a thing that was found may be known.
    pub(super) fn has(&self, hit: &Hit) -> bool {
        match hit.kind {
            Kind::Health | Kind::Hardship | Kind::Justice => hit.keys.iter().all(|name| self.knows(name)),
            Kind::Email => {
                hit.keys.iter().all(|mailbox| self.keys.contains(mailbox) || self.is_at_home(mailbox))
            }
            Kind::Birth | Kind::Residence => false,
            _ => hit.keys.iter().all(|key| self.keys.contains(key)),
        }
    }

    fn is_at_home(&self, mailbox: &str) -> bool {
        let host = mailbox.rsplit('@').next().unwrap_or_default();
        self.domains.iter().any(|domain| {
            !domain.is_empty()
                && (host == domain || host.strip_suffix(domain).is_some_and(|sub| sub.ends_with('.')))
        })
    }

    /// Whether a name is that of somebody in office.
    fn knows(&self, name: &str) -> bool {
        let words = words_of(name);
        self.names.iter().any(|known| words.iter().all(|word| known.contains(word)))
    }
}

fn words_of(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// A code, a number or a mailbox as the detectors give it.
fn normal(text: &str) -> String {
    if text.contains('@') {
        return text.trim().to_lowercase();
    }
    let is_telephone = text.chars().all(|c| c.is_ascii_digit() || " +-./\u{a0}".contains(c));
    let plain: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    if is_telephone {
        return plain
            .strip_prefix("0039")
            .or(plain.strip_prefix("39").filter(|rest| rest.len() > 8))
            .unwrap_or(&plain)
            .to_owned();
    }
    plain.to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_come_to_one() {
        let check = |text: &str, expected: &str| assert_eq!(normal(text), expected);
        check("+39 333 123 4567", "3331234567");
        check("0039 333-1234567", "3331234567");
        check("it60 x054 2811 1010 0000 0123 456", "IT60X0542811101000000123456");
        check(" Info@Comune.Prova.example ", "info@comune.prova.example");
    }
}
