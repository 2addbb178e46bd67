//! The panel on every page of the preview: what is wrong with the page, what changes on it and when, how it reads.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    RESERVED,
    check::SiteReport,
    facts,
    html::{Fields, Text, encoded},
    hub::{Hub, State, model},
    show::{self, CAME_FROM},
    told,
};
use crate::{
    diagnostic::{Diagnostic, Finding, Severity},
    l10n::Message,
    model::{Model, albo::Act},
    pipeline::Snapshot,
    route::{AlboFile, Route, Shape},
    source::FileId,
    validate::Entry,
};

/// Rules about `[[accettati]]` and `[regole]`: of one page it cannot be said whether they are of use.
const OF_THE_WHOLE: [&str; 4] = ["accepted-unused", "accepted-expired", "accepted-rule", "rule-level"];

/// Nobody counts the days to what is more than a year away.
const COUNTED: i32 = 366;

/// The inside of the panel for the page at `pagina`.
pub(super) fn fragment(hub: &Hub, fields: &Fields) -> String {
    let state = hub.state();
    let address = fields.get("pagina").unwrap_or("/");
    let page = Page::of(&state, address);
    let findings = page.findings(hub, &state);
    let count = |severity| findings.iter().filter(|finding| finding.diagnostic.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    let worst = if errors > 0 {
        "errore"
    } else if warnings > 0 {
        "avviso"
    } else {
        "bene"
    };
    let summary = Message::new("serve-panel-summary")
        .with("errors", errors)
        .with("warnings", warnings)
        .with("notes", notes);
    let mut inner = String::new();
    inner.push_str(&show::failure(hub, &state).unwrap_or_default());
    inner.push_str(&notices(hub, &state, address, fields, &page));
    let list = told::list(hub, &state.snapshot.sources, &findings);
    let list = if list.is_empty() { paragraph(&hub.l10n.word("serve-panel-fine")) } else { list };
    inner.push_str(&section(&hub.l10n.word("serve-panel-page"), &list));
    inner.push_str(&page.facts(hub, &state));
    inner.push_str(&site(hub));
    let desk = hub.l10n.word("serve-desk");
    inner.push_str(&format!("<p><a href=\"{RESERVED}\">{}</a></p>", Text(&desk)));
    format!(
        "<section class=\"pannello\" data-stato=\"{worst}\" aria-label=\"{}\">\
         <button type=\"button\" class=\"apri\" aria-expanded=\"false\" aria-controls=\"dentro\">{}</button>\
         <div id=\"dentro\" class=\"dentro\" hidden>{inner}</div></section>",
        Text(&hub.l10n.word("serve-panel")),
        Text(&hub.l10n.text(&summary)),
    )
}

fn paragraph(text: &str) -> String {
    format!("<p>{}</p>", Text(text))
}

fn section(title: &str, inner: &str) -> String {
    format!("<h2>{}</h2>{inner}", Text(title))
}

/// A page as the panel sees it.
struct Page<'a> {
    snapshot: &'a Snapshot,
    route: Option<&'a Route>,
    /// The content that the page shows.
    entry: Option<&'a Entry>,
    /// The act of the albo pretorio that it shows.
    act: Option<&'a Act>,
    /// A file that is broken now, while its last good state is shown.
    broken: Option<String>,
}

impl<'a> Page<'a> {
    fn of(state: &'a State, address: &str) -> Self {
        let snapshot = &*state.snapshot;
        let view = snapshot.prepared.as_ref().and_then(|prepared| prepared.renderer.as_ref());
        let route = view.and_then(|renderer| renderer.view().routes().at(address));
        let entry = route.zip(model(snapshot)).and_then(|(route, model)| entry_of(route, model));
        let act = route.zip(model(snapshot)).and_then(|(route, model)| act_of(route, model));
        let broken = state.kept.get(address).map(|kept| format!("content/{}", kept.path));
        Self { snapshot, route, entry, act, broken }
    }

    /// What a build would say of the page and of the content behind it.
    fn findings(&self, hub: &Hub, state: &State) -> Vec<Finding> {
        let mut told: Vec<Diagnostic> = Vec::new();
        let line = self.snapshot.prepared.as_ref().and_then(|prepared| prepared.line());
        if let (Some(line), Some(route)) = (&line, self.route.filter(|_| self.broken.is_none())) {
            told.extend(hub.checks.page(hub, (&state.snapshot, line, route)).diagnostics.iter().cloned());
        }
        let files = self.files();
        let is_own = |found: &&Diagnostic| {
            // Without pages, what stands in the way of all stands in the way of this one.
            files.contains(&found.place.file) || line.is_none() && found.is_error()
        };
        told.extend(self.snapshot.diagnostics().iter().filter(is_own).cloned());
        told.extend(hub.checks.report().documents.iter().filter(is_own).cloned());
        let mut findings = self.snapshot.judge(told);
        findings.retain(|finding| !OF_THE_WHOLE.contains(&finding.diagnostic.rule));
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.diagnostic.severity));
        findings
    }

    /// The files of which the page is made, as far as an editor writes them.
    fn files(&self) -> Vec<FileId> {
        let broken = self.broken.as_ref().and_then(|path| self.snapshot.sources.find(path));
        let attached = model(self.snapshot)
            .zip(self.entry)
            .map(|(model, entry)| model.files_of(entry).map(|id| model.attachment(id).file));
        let own = self.entry.map(|entry| entry.file);
        broken.into_iter().chain(own).chain(attached.into_iter().flatten()).collect()
    }

    fn facts(&self, hub: &Hub, state: &State) -> String {
        let Some((model, entry)) = model(self.snapshot).zip(self.entry) else { return String::new() };
        let mut facts = String::new();
        let data = model.files_of(entry).map(|id| model.attachment(id)).filter(|file| file.data.is_some());
        let data: BTreeSet<&str> = data.map(|file| file.path.as_str()).collect();
        for path in [entry.path.as_str()].into_iter().chain(data) {
            let path = format!("content/{path}");
            facts.push_str(&format!("<p class=\"luogo\">{}</p>", told::file_link(hub, &path, &path, 1, 1)));
        }
        let mut deadlines = facts::deadlines(entry, state.snapshot.today);
        deadlines.extend(self.act.into_iter().flat_map(|act| facts::of_act(act, state.snapshot.today)));
        deadlines.sort_by_key(|deadline| deadline.day);
        if !deadlines.is_empty() {
            let items: String = deadlines.iter().map(|deadline| deadline_item(hub, deadline)).collect();
            facts.push_str(&section(&hub.l10n.word("serve-panel-changes"), &format!("<ul>{items}</ul>")));
        }
        let texts: Vec<String> = entry.bodies().iter().map(|body| body.plain_text()).collect();
        let reads = facts::counts(&texts.join("\n"));
        let words = Message::new("serve-words").with("words", reads.words).with("sentences", reads.sentences);
        if reads.words == 0 {
            // An act of the albo pretorio says everything in its fields and documents.
            return facts;
        }
        let mut lines = paragraph(&hub.l10n.text(&words));
        if let Some(score) = facts::gulpease(&reads).filter(|_| entry.lang == "it") {
            let level = match score {
                80.. => "easy",
                60.. => "fair",
                40.. => "hard",
                _ => "very-hard",
            };
            let gulpease = Message::new("serve-gulpease").with("score", score).with("level", level);
            lines.push_str(&paragraph(&hub.l10n.text(&gulpease)));
        }
        facts.push_str(&section(&hub.l10n.word("serve-panel-reads"), &lines));
        facts
    }
}

/// The content that a page shows, or that describes its list; of an act, the file it is written in.
fn entry_of<'a>(route: &Route, model: &'a Model) -> Option<&'a Entry> {
    let version = |content| model.entry(model.version(content, &route.lang));
    match &route.shape {
        Shape::Content(id) => Some(model.entry(*id)),
        Shape::Section { section, .. } => model.section(*section).content.map(version),
        Shape::Topic { topic, .. } => model.topics()[*topic].content.map(version),
        Shape::Table { entry, .. } => Some(model.entry(*entry)),
        Shape::Albo(AlboFile::Act(act)) => Some(&model.albo.act(*act).entry),
        _ => None,
    }
}

fn act_of<'a>(route: &Route, model: &'a Model) -> Option<&'a Act> {
    match &route.shape {
        Shape::Albo(AlboFile::Act(act)) => Some(model.albo.act(*act)),
        _ => None,
    }
}

pub(super) fn deadline_item(hub: &Hub, deadline: &facts::Deadline) -> String {
    format!("<li>{}</li>", Text(&deadline_words(hub, deadline)))
}

/// `Scadenza: 08/12/2026, tra 12 giorni`.
pub(super) fn deadline_words(hub: &Hub, deadline: &facts::Deadline) -> String {
    let what = match deadline.field.as_str() {
        "pubblicato_dal" => hub.l10n.word("serve-goes-online"),
        "pubblicato_fino" => hub.l10n.word("serve-goes-offline"),
        facts::ON_BOARD => hub.l10n.word("serve-board-from"),
        facts::OFF_BOARD => hub.l10n.word("serve-board-until"),
        facts::OFF_ARCHIVE => hub.l10n.word("serve-archive-until"),
        _ => deadline.label.clone(),
    };
    let day = deadline.day.strftime("%d/%m/%Y");
    if deadline.days > COUNTED {
        return format!("{what}: {day}");
    }
    let when = Message::new("serve-days").with("days", i64::from(deadline.days));
    format!("{what}: {day}, {}", hub.l10n.text(&when))
}

/// What is special about the way the page is shown.
fn notices(hub: &Hub, state: &State, address: &str, fields: &Fields, page: &Page<'_>) -> String {
    let mut notices = String::new();
    let mut say = |message: &Message| {
        notices.push_str(&format!(
            "<p class=\"avvertenza\" role=\"status\">{}</p>",
            Text(&hub.l10n.text(message))
        ));
    };
    if let Some(file) = &page.broken {
        say(&Message::new("serve-notice-kept").with("file", file));
    }
    if let Some(old) = fields.get(CAME_FROM) {
        say(&Message::new("serve-notice-moved").with("old", old).with("new", address));
    }
    if page.route.is_none() && page.broken.is_none() && state.snapshot.prepared.is_some() {
        say(&Message::new("serve-notice-nothing").with("address", address));
    }
    if page.entry.is_some_and(|entry| entry.is_true("bozza")) {
        say(&Message::new("serve-notice-draft"));
    }
    if state.snapshot.today != hub.options.plan.request.today {
        let day = state.snapshot.today.strftime("%d/%m/%Y").to_string();
        say(&Message::new("serve-notice-day").with("date", day));
    }
    notices
}

/// How the rest of the site is, by office.
fn site(hub: &Hub) -> String {
    let report = hub.checks.report();
    let state = hub.state();
    let offices = model(&state.snapshot).map(offices).unwrap_or_default();
    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for finding in report.findings.iter() {
        let office = offices.get(&finding.diagnostic.place.file).copied().unwrap_or("");
        let counts = counts.entry(office).or_default();
        match finding.diagnostic.severity {
            Severity::Error => counts[0] += 1,
            Severity::Warning => counts[1] += 1,
            Severity::Note => {}
        }
    }
    let nobody = hub.l10n.word("serve-no-office");
    let line = |(office, [errors, warnings]): (&str, [usize; 2])| {
        let name = if office.is_empty() { &nobody } else { office };
        let counts = Message::new("serve-office-counts").with("errors", errors).with("warnings", warnings);
        format!(
            "<li><a href=\"{RESERVED}?ufficio={}#rilievi\">{}</a>: {}</li>",
            encoded(if office.is_empty() { super::desk::NOBODY } else { office }),
            Text(name),
            Text(&hub.l10n.text(&counts))
        )
    };
    let lines: String = counts.into_iter().filter(|(_, [e, w])| e + w > 0).map(line).collect();
    let progress = progress_words(hub, &report, &state);
    let list = if lines.is_empty() { String::new() } else { format!("<ul>{lines}</ul>") };
    section(&hub.l10n.word("serve-panel-site"), &format!("{}{list}", paragraph(&progress)))
}

/// How many pages were judged, and whether that is all there will be.
pub(super) fn progress_words(hub: &Hub, report: &SiteReport, state: &State) -> String {
    let progress = Message::new("serve-progress").with("pages", report.pages).with("of", report.of);
    let (progress, is_latest) = (hub.l10n.text(&progress), report.number == state.snapshot.number);
    match (is_latest, report.is_whole) {
        (true, true) => progress,
        (true, false) => format!("{} {progress}", hub.l10n.word("serve-checking")),
        (false, _) => hub.l10n.word("serve-checking"),
    }
}

/// The office that answers for each file, by its title.
pub(super) fn offices(model: &Model) -> HashMap<FileId, &str> {
    let entries = model.entries().map(|(_, entry)| entry).chain(model.hidden());
    let named = entries.filter_map(|entry| {
        let office = model.competent_office(entry)?;
        Some((entry.file, model.main_version(office).title.as_str()))
    });
    named.collect()
}
