//! Acts from entries: what the group `albo` says, and what the content says for it.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::Date;
use rayon::prelude::*;

use super::{
    ADDRESS, Act, Albo, Annulled, Document, DocumentTarget, FIELD, KIND_FIELD, duration, duration::Written,
    kept_until,
};
use crate::{
    load::Site,
    model::Model,
    schema::{ACT_TYPES, ActRule},
    validate::{Entry, Item, Val},
};

/// Reads every act that is no draft, of the version that speaks for its content.
pub(in crate::model) fn collect(model: &Model, site: &Site) -> Albo {
    let settings = site.config.albo.clone();
    let is_on = settings.is_some();
    let settings = settings.unwrap_or_default();
    // Looked for in all contents, of which few are acts.
    let all = model.entries.par_iter().chain(&model.hidden);
    let found: Vec<&Arc<Entry>> = all
        .filter(|entry| entry.lang == model.main_language && entry.field(FIELD).is_some())
        .filter(|entry| site.drafts || !entry.is_true("bozza"))
        .collect();
    let mut seen = BTreeSet::new();
    let found = found.into_iter().filter(|entry| seen.insert((&entry.content_type.name, &entry.id)));
    let mut acts: Vec<Act> =
        found.filter_map(|entry| act(entry, model, site, settings.archivio_anni)).collect();
    acts.sort_by(|a, b| (a.year, a.number, &a.entry.path).cmp(&(b.year, b.number, &b.entry.path)));
    let office = settings.ufficio.as_ref().and_then(|id| model.find("unita_organizzativa", id));
    let mut albo = Albo {
        is_on: is_on || !acts.is_empty(),
        has_archive: settings.archivio,
        office,
        acts,
        ..Albo::default()
    };
    albo.arrange(site.today);
    albo
}

/// None: it is not published there, or does not say what it must, which was told.
fn act(entry: &Arc<Entry>, model: &Model, site: &Site, archive_years: i16) -> Option<Act> {
    let group = entry.field(FIELD)?;
    let says = Says { value: &group.value };
    let (number, from) = (says.integer("numero")?, says.date("dal")?);
    let kind = says.word("tipo").or_else(|| match &entry.field(KIND_FIELD)?.value {
        Val::Word { label, .. } => Some(label.clone()),
        _ => None,
    });
    let words = kind.as_deref().map(|kind| chain(kind, site)).unwrap_or_default();
    let rule = site.schemas.albo.rule(words.iter().map(String::as_str), from);
    let deadline = rule.and_then(|rule| rule.until.iter().find_map(|field| entry.date(field)));
    let days = says.integer("giorni").and_then(|days| u16::try_from(days).ok());
    let end = duration::end(rule, &Written { from, until: says.date("al"), days, deadline });
    let year = says.integer("anno").and_then(|year| i16::try_from(year).ok()).unwrap_or_else(|| from.year());
    let base = format!("{ADDRESS}{year}/{number}/");
    Some(Act {
        entry: Arc::clone(entry),
        year,
        number,
        group: words.iter().rev().nth(1).or(words.last()).cloned(),
        subject: says.text("oggetto").unwrap_or_else(|| entry.title.clone()),
        description: entry.text("descrizione_breve").map(str::to_owned),
        office: model.competent_office(entry),
        requester: says.text("richiedente"),
        identifier: entry.text("identificativo").map(str::to_owned),
        protocol: entry.text("numero_protocollo").map(str::to_owned),
        protocol_date: entry.date("data_protocollo"),
        registered: says.date("registrato_il").unwrap_or(from),
        from,
        // An act that would go before it comes was told and is not published.
        until: end.map(|(day, _)| day).filter(|day| *day >= from),
        source: end.map(|(_, source)| source),
        norm: rule.map(|rule| rule.norm.clone()),
        reason: says.text("motivo"),
        annulled: annulled(&says),
        is_personal: is_personal(rule, entry),
        archive_subject: says.text("oggetto_in_archivio"),
        documents: documents(entry, &says, &base, model),
        kept_until: Some(kept_until(from, archive_years)),
        kind,
        span: group.span,
    })
}

fn is_personal(rule: Option<&ActRule>, entry: &Entry) -> bool {
    rule.is_some_and(|rule| rule.is_personal) || entry.is_true("dati_particolari")
}

/// A word and its broader words, from the narrowest on.
pub(super) fn chain(kind: &str, site: &Site) -> Vec<String> {
    let words = site.schemas.vocabularies.get(ACT_TYPES);
    let find = |label: &str| words.and_then(|words| words.find(label));
    let chain = std::iter::successors(find(kind), |word| find(word.parent.as_deref()?));
    chain.take(8).map(|word| word.label.clone()).collect()
}

fn annulled(says: &Says<'_>) -> Option<Annulled> {
    let inner = Says { value: &says.value.member("annullato")?.value };
    Some(Annulled { date: inner.date("data")?, note: inner.text("nota")? })
}

/// The members of the group, as they are meant.
struct Says<'a> {
    value: &'a Val,
}

impl Says<'_> {
    fn text(&self, name: &str) -> Option<String> {
        match &self.value.member(name)?.value {
            Val::Text(text) => Some(text.clone()),
            _ => None,
        }
    }

    fn word(&self, name: &str) -> Option<String> {
        match &self.value.member(name)?.value {
            Val::Word { label, .. } => Some(label.clone()),
            _ => None,
        }
    }

    fn integer(&self, name: &str) -> Option<i64> {
        match self.value.member(name)?.value {
            Val::Integer(number) => Some(number),
            _ => None,
        }
    }

    fn date(&self, name: &str) -> Option<Date> {
        self.value.member(name)?.value.date()
    }
}

/// The documents of an act: those written for the albo, else those of the content; and the files its text leads to.
fn documents(entry: &Entry, says: &Says<'_>, base: &str, model: &Model) -> Vec<Document> {
    let mut found = Vec::new();
    match says.value.member("allegati") {
        Some(own) => documents_in(own, &mut found),
        None => {
            let others = entry.fields.iter().filter(|(name, _)| name != FIELD);
            others.for_each(|(_, item)| documents_in(item, &mut found));
        }
    }
    let links = entry.body.links().iter().map(|link| Found { path: Some(&link.target), ..Found::default() });
    found.extend(links);
    let (mut ids, mut names) = (BTreeSet::new(), Vec::new());
    let mut documents = Vec::new();
    for one in found {
        let target = match (one.path.and_then(|path| model.attachment_from(entry, path)), one.url) {
            (Some(id), _) => {
                if !ids.insert(id) {
                    continue;
                }
                let name = free_name(model.attachment(id).name(), &names);
                names.push(name.clone());
                DocumentTarget::File(id, format!("{base}{name}"))
            }
            (None, Some(url)) => DocumentTarget::Elsewhere(url.to_owned()),
            _ => continue,
        };
        let own = |text: Option<&str>| text.map(str::to_owned);
        documents.push(Document { title: own(one.title), description: own(one.description), target });
    }
    documents
}

/// Two files with one name from two folders: the second gets a number. The page itself is `index.html`.
fn free_name(name: &str, taken: &[String]) -> String {
    let is_free = |name: &str| {
        !name.eq_ignore_ascii_case("index.html")
            && taken.iter().all(|known| !known.eq_ignore_ascii_case(name))
    };
    if is_free(name) {
        return name.to_owned();
    }
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) => (stem, format!(".{extension}")),
        None => (name, String::new()),
    };
    let numbered = |n: usize| format!("{stem}-{n}{extension}");
    // One of so many is not among them.
    (2..=taken.len() + 2).map(numbered).find(|name| is_free(name)).unwrap_or_else(|| name.to_owned())
}

#[derive(Default)]
struct Found<'a> {
    title: Option<&'a str>,
    description: Option<&'a str>,
    path: Option<&'a str>,
    url: Option<&'a str>,
}

/// Objects with a title and a file or an address, wherever they stand; a picture has no title.
fn documents_in<'a>(item: &'a Item, found: &mut Vec<Found<'a>>) {
    match &item.value {
        Val::List(items) => items.iter().for_each(|item| documents_in(item, found)),
        Val::Object(members) => {
            let text = |name: &str| match &item.value.member(name)?.value {
                Val::Text(text) | Val::File(text) => Some(text.as_str()),
                _ => None,
            };
            match (text("titolo"), text("file"), text("url")) {
                (Some(title), path, url) if path.is_some() || url.is_some() => {
                    found.push(Found { title: Some(title), description: text("descrizione"), path, url });
                }
                _ => members.iter().for_each(|(_, item)| documents_in(item, found)),
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_free() {
        let taken = ["atto.pdf".to_owned(), "atto-2.pdf".to_owned()];
        let check = |name, expected| assert_eq!(free_name(name, &taken), expected);
        check("altro.pdf", "altro.pdf");
        check("atto.pdf", "atto-3.pdf");
        check("ATTO.pdf", "ATTO-3.pdf");
        check("index.html", "index-2.html");
        check("senza", "senza");
    }
}
