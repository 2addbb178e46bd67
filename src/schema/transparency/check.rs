//! The law's files held against the types: every type, field, word and section they name exists.

use super::Selector;
use crate::{
    diagnostic::Diagnostic,
    schema::{ContentType, Field, Kind, SCHEMA, Schemas},
    source::FileId,
    suggest::closest,
};

/// Tells what the files name that is not there.
pub(in super::super) fn check(schemas: &Schemas, diagnostics: &mut Vec<Diagnostic>) {
    let law = &schemas.transparency;
    for obligation in &law.obligations {
        let file = law.sections[obligation.section].file;
        for selector in &obligation.gathers {
            diagnostics.extend(selector_faults(selector, schemas, file));
        }
    }
    let file = law.sections.first().map(|section| section.file);
    for (file, key) in file.iter().flat_map(|file| law.recurring.iter().map(move |one| (file, &one.sezione)))
    {
        if law.section(key).is_none() {
            diagnostics.push(unknown(*file, key, closest(key, law.keys())));
        }
    }
    let obligations = law.recurring.iter().filter_map(|one| one.obbligo.as_ref());
    for key in obligations.filter(|key| law.obligation(key).is_none()) {
        diagnostics.extend(file.map(|file| unknown(file, key, closest(key, law.keys()))));
    }
    diagnostics.extend(file.into_iter().flat_map(|file| contract_faults(schemas, file)));
    for (name, times) in &law.times {
        let Some(content_type) = schemas.types.get(name) else { continue };
        let named = [&times.decorre, &times.cessa, &times.efficace_fino, &times.concluso];
        for field in named.into_iter().flatten().chain(&times.mostra) {
            diagnostics.extend(file.and_then(|file| path_fault(field, content_type, schemas, file)));
        }
    }
}

/// Fields, words and obligations that the documents of contracts name.
fn contract_faults(schemas: &Schemas, file: FileId) -> Vec<Diagnostic> {
    let (law, contracts) = (&schemas.transparency, &schemas.transparency.contracts);
    let Some(selector) = &contracts.contenuti else { return Vec::new() };
    let mut faults = selector_faults(selector, schemas, file);
    let Some(content_type) = schemas.types.get(&selector.tipo) else { return faults };
    faults.extend(path_fault(&contracts.detti_in, content_type, schemas, file));
    for document in &contracts.documenti {
        let fields = document.dal.iter().chain(document.solo.keys()).chain(document.mai.keys());
        faults.extend(fields.filter_map(|field| path_fault(field, content_type, schemas, file)));
        if law.obligation(&document.obbligo).is_none() {
            faults.push(unknown(file, &document.obbligo, closest(&document.obbligo, law.keys())));
        }
        let members = content_type.field(&contracts.detti_in).map(|field| field.kind.item());
        let Some(Kind::Object(members)) = members else { continue };
        let vocabulary = members.iter().find_map(|member| match member.kind.item() {
            Kind::Word(name) => schemas.vocabularies.get(name),
            _ => None,
        });
        if let Some(words) = vocabulary.filter(|words| words.find(&document.atto).is_none()) {
            let known = closest(&document.atto, words.words().map(|word| word.label.as_str()));
            faults.push(unknown(file, &document.atto, known));
        }
    }
    faults
}

fn selector_faults(selector: &Selector, schemas: &Schemas, file: FileId) -> Vec<Diagnostic> {
    let Some(content_type) = schemas.types.get(&selector.tipo) else {
        let known = closest(&selector.tipo, schemas.types.keys().map(String::as_str));
        return vec![unknown(file, &selector.tipo, known)];
    };
    // Only what is compared may stand beyond a reference.
    let named = selector.con.iter().chain(&selector.senza).chain(&selector.colonne);
    let own = named.filter(|name| content_type.field(name).is_none());
    let names = || content_type.fields.iter().map(|field| field.name.as_str());
    let mut faults: Vec<Diagnostic> = own.map(|name| unknown(file, name, closest(name, names()))).collect();
    faults.extend(selector.dove.keys().filter_map(|path| path_fault(path, content_type, schemas, file)));
    for (path, words) in &selector.dove {
        let Some(Kind::Word(vocabulary)) =
            field_at(path, content_type, schemas).map(|field| field.kind.item())
        else {
            continue;
        };
        let Some(vocabulary) = schemas.vocabularies.get(vocabulary) else { continue };
        let strange = words.iter().filter(|word| vocabulary.find(word).is_none());
        faults.extend(strange.map(|word| {
            unknown(file, word, closest(word, vocabulary.words().map(|word| word.label.as_str())))
        }));
    }
    faults
}

fn path_fault(path: &str, from: &ContentType, schemas: &Schemas, file: FileId) -> Option<Diagnostic> {
    let first = path.split('.').next().unwrap_or(path);
    let known = || closest(first, from.fields.iter().map(|field| field.name.as_str()));
    field_at(path, from, schemas).is_none().then(|| unknown(file, path, known()))
}

/// The field at the end of `incarichi.tipo`, through the types that references lead to.
fn field_at<'a>(path: &str, from: &'a ContentType, schemas: &'a Schemas) -> Option<&'a Field> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let field = from.field(first)?;
    match (rest, field.kind.item()) {
        (None, _) => Some(field),
        (Some(rest), Kind::Reference(reference)) => {
            reference.types.iter().find_map(|name| field_at(rest, schemas.types.get(name)?, schemas))
        }
        _ => None,
    }
}

fn unknown(file: FileId, name: &str, known: Option<&str>) -> Diagnostic {
    let diagnostic = match known {
        Some(known) => SCHEMA.variant("schema--transparency-unknown", file).with("known", known),
        None => SCHEMA.variant("schema--transparency-strange", file),
    };
    diagnostic.with("name", name)
}
