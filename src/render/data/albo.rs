//! The acts in force on the albo pretorio, as Atom (RFC 4287) and as JSON: what the board shows, and no longer.

use jiff::civil::Date;
use quick_xml::{Writer, events::BytesText};
use serde::Serialize;

use super::{
    super::View,
    element,
    feed::{Head, atom, link, moment},
};
use crate::{
    model::albo::{ADDRESS, Act, DocumentTarget, State},
    route::Route,
};

/// From this day publication has effects in law on the net alone (L. 69/2009, art. 32).
const BEGINNING: Date = Date::constant(2011, 1, 1);

/// The acts that the board shows, the newest first.
fn shown(view: &View) -> Vec<&Act> {
    let albo = &view.model.albo;
    let mut acts: Vec<&Act> = albo.shown().iter().map(|n| albo.act(*n)).collect();
    acts.sort_by_key(|act| std::cmp::Reverse((act.from, act.year, act.number)));
    acts
}

pub(in super::super) fn feed(view: &View, route: &Route) -> String {
    let acts = shown(view);
    let title = format!("{} – {}", view.words.word("albo-pretorio", &route.lang), view.config.nome);
    // The day on which the board last looked otherwise: one that depends on today would change the file every day.
    let changed = view.model.albo.changed(view.model.today).unwrap_or(BEGINNING);
    atom(view, route, &Head { title, changed, page: ADDRESS }, |writer| {
        acts.iter().try_for_each(|act| item(writer, view, act))
    })
}

/// The last day on which what is shown of it changed.
fn changed(view: &View, act: &Act) -> Date {
    let annulled = act.annulled.as_ref().map(|annulled| annulled.date);
    annulled.filter(|day| *day <= view.model.today).unwrap_or(act.from)
}

fn item(writer: &mut Writer<Vec<u8>>, view: &View, act: &Act) -> std::io::Result<()> {
    let address = view.config.absolute(&act.address());
    let note = act.annulled.as_ref().filter(|_| act.state(view.model.today) == State::Annulled);
    writer.create_element("entry").write_inner_content(|writer| {
        element(writer, "id", &address)?;
        element(writer, "title", &format!("{} – {}", act.label(), act.subject))?;
        link(writer, "alternate", &address)?;
        element(writer, "published", &moment(act.from))?;
        element(writer, "updated", &moment(changed(view, act)))?;
        if let Some(kind) = &act.kind {
            writer.create_element("category").with_attribute(("term", kind.as_str())).write_empty()?;
        }
        let text = note.map_or(act.description.as_deref(), |annulled| Some(annulled.note.as_str()));
        if let Some(text) = text {
            writer.create_element("summary").write_text_content(BytesText::new(text))?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Keys are Italian, as those of front matter: who reads this writes programs for Italian bodies.
#[derive(Serialize)]
struct Board<'a> {
    versione: u8,
    ente: &'a str,
    codice_ipa: Option<&'a str>,
    atti: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    anno: i16,
    numero: i64,
    tipo: Option<&'a str>,
    oggetto: &'a str,
    identificativo: Option<&'a str>,
    ufficio: Option<&'a str>,
    richiedente: Option<&'a str>,
    numero_protocollo: Option<&'a str>,
    data_protocollo: Option<String>,
    registrato_il: String,
    pubblicato_dal: String,
    pubblicato_al: Option<String>,
    giorni: Option<i32>,
    stato: &'static str,
    nota: Option<&'a str>,
    url: String,
    documenti: Vec<File<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    titolo: Option<&'a str>,
    url: String,
    byte: Option<u64>,
    sha256: Option<&'a str>,
}

pub(in super::super) fn json(view: &View) -> String {
    let board = Board {
        versione: 1,
        ente: &view.config.nome,
        codice_ipa: view.config.codice_ipa.as_deref(),
        atti: shown(view).into_iter().map(|act| line(view, act)).collect(),
    };
    let mut text = serde_json::to_string_pretty(&board).expect("plain values");
    text.push('\n');
    text
}

fn line<'a>(view: &'a View, act: &'a Act) -> Line<'a> {
    let state = act.state(view.model.today);
    let documents = if state == State::Annulled { &[][..] } else { act.documents.as_slice() };
    Line {
        anno: act.year,
        numero: act.number,
        tipo: act.kind.as_deref(),
        oggetto: &act.subject,
        identificativo: act.identifier.as_deref(),
        ufficio: act.office.map(|office| view.model.main_version(office).title.as_str()),
        richiedente: act.requester.as_deref(),
        numero_protocollo: act.protocol.as_deref(),
        data_protocollo: act.protocol_date.map(|day| day.to_string()),
        registrato_il: act.registered.to_string(),
        pubblicato_dal: act.from.to_string(),
        pubblicato_al: act.until.map(|day| day.to_string()),
        giorni: act.days(),
        stato: state.name(),
        nota: act
            .annulled
            .as_ref()
            .filter(|_| state == State::Annulled)
            .map(|annulled| annulled.note.as_str()),
        url: view.config.absolute(&act.address()),
        documenti: documents
            .iter()
            .filter(|document| document.title.is_some())
            .map(|document| {
                let titolo = document.title.as_deref();
                match &document.target {
                    DocumentTarget::File(id, address) => {
                        let file = view.model.attachment(*id);
                        let url = view.config.absolute(address);
                        File { titolo, url, byte: Some(file.size), sha256: Some(&file.sha256) }
                    }
                    DocumentTarget::Elsewhere(url) => {
                        File { titolo, url: url.clone(), byte: None, sha256: None }
                    }
                }
            })
            .collect(),
    }
}
