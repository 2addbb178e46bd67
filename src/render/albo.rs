//! Pages of the albo pretorio: the list of acts in force, one act, the archive with reduced data.

use std::collections::BTreeSet;

use fluent_bundle::FluentArgs;
use tera::{Context, Value};

use super::{
    View, dates,
    page::{Head, pages},
    resolver::Links,
    values::{self, object},
};
use crate::{
    markdown::{self, Picture, Resolver, Settings, Target},
    model::{
        PathTarget,
        albo::{ADDRESS, Act, Document, DocumentTarget, State, anchor},
    },
    route::{ALBO_FEED, ALBO_JSON, ActPage, AlboFile, Route, archive_url},
};

/// The template of a page.
pub(super) fn template(file: &AlboFile) -> &'static str {
    match file {
        AlboFile::Act(_) => "albo-atto.html",
        AlboFile::Archive | AlboFile::ArchiveYear(..) => "albo-archivio.html",
        _ => "albo.html",
    }
}

/// The variables of a page.
pub(super) fn page(view: &View, route: &Route, file: &AlboFile) -> Context {
    let lang = route.lang.as_str();
    let word = |key: &str| view.words.word(key, lang);
    let albo = word("albo-pretorio");
    let (title, crumbs, shown, pagination) = match file {
        AlboFile::List(page) => (albo, vec![], list(view, page, lang), paged(view, page, ADDRESS)),
        AlboFile::Act(n) => {
            let act = view.model.albo.act(*n);
            (
                act.subject.clone(),
                vec![(albo, ADDRESS.to_owned())],
                object([("atto", whole(view, act, lang))]),
                Value::none(),
            )
        }
        AlboFile::Archive => {
            (word("albo-archivio"), vec![(albo, ADDRESS.to_owned())], years(view), Value::none())
        }
        AlboFile::ArchiveYear(year, page) => {
            let base = archive_url(Some(*year));
            let above = vec![(albo, ADDRESS.to_owned()), (word("albo-archivio"), archive_url(None))];
            (
                archive_title(view, *year, lang),
                above,
                archive(view, *year, page, lang),
                paged(view, page, &base),
            )
        }
        // They have no template.
        AlboFile::Feed | AlboFile::Json => (albo, vec![], Value::none(), Value::none()),
    };
    let description = match file {
        AlboFile::Act(n) => description(view, view.model.albo.act(*n)),
        _ => None,
    };
    let head = Head {
        title: &title,
        description,
        kind: "albo",
        section: view.model.section_at("/"),
        entry: None,
        page: None,
        base: &route.url,
        office: view.model.albo.office.map(|office| view.card(office, lang)),
        updated: None,
        sections: Vec::<Value>::new().into(),
    };
    let above = crumbs.into_iter().map(|(title, url)| {
        object([("titolo", title.into()), ("url", view.href(&url).into()), ("lingua", lang.into())])
    });
    let head = head.value(view, route);
    let mut path = values::member(&head, "briciole").as_array().map(<[Value]>::to_vec).unwrap_or_default();
    path.extend(above);
    let mut head = head.into_map().unwrap_or_default();
    head.insert("briciole".into(), path.into());
    head.insert("paginazione".into(), pagination);
    let mut context = Context::new();
    context.insert_value("pagina", head.into());
    context.insert_value("contenuto", Value::none());
    context.insert_value("elenco", Value::none());
    context.insert_value("albo", shown);
    context
}

fn paged(view: &View, page: &ActPage, base: &str) -> Value {
    if page.of > 1 { pages(view, page.number, page.of, base) } else { Value::none() }
}

/// The acts in force by type, and where else they can be had.
fn list(view: &View, page: &ActPage, lang: &str) -> Value {
    let acts = page.acts.iter().map(|n| view.model.albo.act(*n));
    let mut groups: Vec<(Option<&str>, Vec<Value>)> = Vec::new();
    for act in acts {
        let row = brief(view, act, lang);
        match groups.last_mut().filter(|(group, _)| *group == act.group.as_deref()) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((act.group.as_deref(), vec![row])),
        }
    }
    let group = |(name, rows): (Option<&str>, Vec<Value>)| {
        let name = name.map_or_else(|| view.words.word("albo-senza-tipo", lang), str::to_owned);
        object([
            ("id", anchor(&name).into()),
            ("titolo", name.into()),
            ("n", rows.len().into()),
            ("atti", rows.into()),
        ])
    };
    object([
        ("gruppi", groups.into_iter().map(group).collect::<Vec<_>>().into()),
        ("tipi", kinds(view)),
        ("totale", page.total.into()),
        ("feed", view.href(ALBO_FEED).into()),
        ("json", view.href(ALBO_JSON).into()),
        ("archivio", view.model.albo.has_archive.then(|| view.href(&archive_url(None))).into()),
    ])
}

/// The types of all acts on the board, for who looks for one.
fn kinds(view: &View) -> Value {
    let albo = &view.model.albo;
    let kinds: BTreeSet<&str> = albo.shown().iter().filter_map(|n| albo.act(*n).kind.as_deref()).collect();
    kinds.into_iter().map(Value::from).collect::<Vec<_>>().into()
}

/// What a list shows of an act.
fn brief(view: &View, act: &Act, lang: &str) -> Value {
    let day = |day| dates::value(day, lang);
    object([
        ("numero", act.number.into()),
        ("anno", i64::from(act.year).into()),
        ("sigla", act.label().into()),
        ("tipo", act.kind.as_deref().into()),
        ("oggetto", act.subject.as_str().into()),
        ("url", view.href(&act.address()).into()),
        ("stato", act.state(view.model.today).name().into()),
        ("annullato", (act.state(view.model.today) == State::Annulled).into()),
        ("ufficio", act.office.map(|office| view.card(office, lang)).into()),
        ("richiedente", act.requester.as_deref().into()),
        ("dal", day(act.from)),
        ("al", act.until.map(day).into()),
    ])
}

/// An act on its page. Of one that was annulled only the lines of the register are left.
fn whole(view: &View, act: &Act, lang: &str) -> Value {
    let is_annulled = act.state(view.model.today) == State::Annulled;
    let day = |day| dates::value(day, lang);
    let mut map = brief(view, act, lang).into_map().unwrap_or_default();
    let shown = act.documents.iter().filter(|document| document.title.is_some() && !is_annulled);
    let documents: Vec<Value> = shown.map(|document| document_value(view, document, lang)).collect();
    let body = (!act.entry.body.is_empty() && !is_annulled).then(|| body(view, act, lang));
    let more = [
        ("descrizione", description(view, act).into()),
        ("identificativo", act.identifier.as_deref().into()),
        ("protocollo", act.protocol.as_deref().into()),
        ("data_protocollo", act.protocol_date.map(day).into()),
        ("registrato_il", day(act.registered)),
        ("giorni", act.days().map(i64::from).into()),
        ("norma", act.norm.as_deref().into()),
        ("motivo", act.reason.as_deref().into()),
        ("nota", act.annulled.as_ref().filter(|_| is_annulled).map(|annulled| annulled.note.as_str()).into()),
        (
            "annullato_il",
            act.annulled.as_ref().filter(|_| is_annulled).map(|annulled| day(annulled.date)).into(),
        ),
        ("documenti", documents.into()),
        ("testo", body.into()),
    ];
    map.extend(more.map(|(name, value)| (name.into(), value)));
    map.into()
}

/// What was wrong with an annulled act may stand in its description.
fn description<'a>(view: &View, act: &'a Act) -> Option<&'a str> {
    let is_annulled = act.state(view.model.today) == State::Annulled;
    act.description.as_deref().filter(|_| !is_annulled)
}

fn document_value(view: &View, document: &Document, lang: &str) -> Value {
    let (file, url) = match &document.target {
        DocumentTarget::File(id, address) => {
            let mut file = values::file(view, *id, lang).into_map().unwrap_or_default();
            file.insert("url".into(), view.href(address).into());
            (Value::from(file), Value::none())
        }
        DocumentTarget::Elsewhere(url) => (Value::none(), url.as_str().into()),
    };
    object([
        ("titolo", document.title.as_deref().into()),
        ("descrizione", document.description.as_deref().into()),
        ("file", file),
        ("url", url),
    ])
}

fn body(view: &View, act: &Act, lang: &str) -> Value {
    let resolver = OnTheAlbo { links: Links { view, entry: &act.entry, lang }, act };
    // Its headings stand below that of the part of the page.
    let settings = Settings { heading_shift: 1, marks: true, id_prefix: "testo-".to_owned() };
    Value::safe_string(&markdown::to_html(&act.entry.body, &resolver, view.words.markdown(lang), &settings))
}

/// Links in the text of an act: its files have addresses of their own on the board, and go with it.
struct OnTheAlbo<'a> {
    links: Links<'a>,
    act: &'a Act,
}

impl OnTheAlbo<'_> {
    fn address(&self, written: &str) -> Option<String> {
        let view = self.links.view;
        let PathTarget::Attachment(wanted) = view.model.resolve_path(&self.act.entry.path, written) else {
            return None;
        };
        self.act.documents.iter().find_map(|document| match &document.target {
            DocumentTarget::File(id, address) if *id == wanted => Some(view.href(address)),
            _ => None,
        })
    }
}

impl Resolver for OnTheAlbo<'_> {
    fn link(&self, written: &str) -> Option<Target> {
        let target = self.links.target(written)?;
        match self.address(written) {
            Some(href) => Some(Target { href, ..target }),
            None => Some(target),
        }
    }

    fn image(&self, written: &str) -> Option<Picture> {
        let picture = self.links.image(written)?;
        Some(Picture { src: self.address(written)?, ..picture })
    }
}

/// The years of the archive.
fn years(view: &View) -> Value {
    let years = view.model.albo.archived().map(|(year, acts)| {
        object([
            ("anno", i64::from(year).into()),
            ("n", acts.len().into()),
            ("url", view.href(&archive_url(Some(year))).into()),
        ])
    });
    object([("anni", years.collect::<Vec<_>>().into())])
}

fn archive_title(view: &View, year: i16, lang: &str) -> String {
    let mut arguments = FluentArgs::new();
    arguments.set("anno", year.to_string());
    view.words.find("albo-archivio-anno", lang, &arguments).unwrap_or_else(|| year.to_string())
}

/// What the archive says of an act: the lines of the register, without text, documents and names of persons.
fn archive(view: &View, year: i16, page: &ActPage, lang: &str) -> Value {
    let row = |n: &usize| {
        let act = view.model.albo.act(*n);
        object([
            ("sigla", act.label().into()),
            ("tipo", act.kind.as_deref().into()),
            ("oggetto", act.reduced_subject().into()),
            ("ufficio", act.office.map(|office| view.card(office, lang)).into()),
            ("dal", dates::value(act.from, lang)),
            ("al", act.until.map(|day| dates::value(day, lang)).into()),
            ("annullato", act.annulled.is_some().into()),
        ])
    };
    object([
        ("anno", i64::from(year).into()),
        ("totale", page.total.into()),
        ("atti", page.acts.iter().map(row).collect::<Vec<_>>().into()),
    ])
}
