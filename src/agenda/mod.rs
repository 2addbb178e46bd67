//! What comes next in a site, in the forms that people and machines want: text, JSON, CSV, iCalendar, a page.
//!
//! The day and the horizon are asked for; nothing here touches disk or clock.

mod calendar;
mod html;
mod table;
mod text;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    config::Config,
    diagnostic::Diagnostic,
    l10n::{L10n, Message},
    load::Site,
    model::{
        self,
        transparency::{Deadline, Reason, RowsGo},
    },
    render, route,
    slug::sort_key,
    source::Sources,
    tables::{self, Tables},
    validate,
};

/// Everything that comes between two days.
#[derive(Debug, Clone)]
pub struct Agenda {
    pub site: String,
    pub address: String,
    pub today: Date,
    pub until: Date,
    /// The first day after today on which the same files give another output.
    pub next_change: Option<Date>,
    pub deadlines: Vec<Deadline>,
}

/// How an agenda is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    #[default]
    Text,
    Json,
    Csv,
    Ics,
}

impl Form {
    pub const ALL: [Self; 4] = [Self::Text, Self::Json, Self::Csv, Self::Ics];

    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Ics => "ics",
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
pub fn of(site: &Site, sources: &Sources, until: Date) -> Agenda {
    let mut unheard: Vec<Diagnostic> = Vec::new();
    let validated = validate::run(site, sources).unpack(&mut unheard);
    let mut model = model::run(validated, site).unpack(&mut unheard);
    let tables = tables::run(&model, site, sources, None).unpack(&mut unheard);
    model.told_by_data = tables.renewed(site);
    let feeds: Vec<&str> = route::FEEDS.iter().map(|(name, _)| *name).collect();
    let Config { nome, indirizzo_web, .. } = &*site.config;
    Agenda {
        site: nome.clone(),
        address: indirizzo_web.clone(),
        today: site.today,
        until,
        next_change: [
            model::transparency::next_change(&model, &feeds),
            render::next_change(&model),
            next_obligation(site),
            tables.ends.iter().filter_map(|end| end.until.tomorrow().ok()).min(),
        ]
        .into_iter()
        .flatten()
        .min(),
        deadlines: model::transparency::deadlines(&model, site, until, &rows(&tables)),
    }
}

/// Rows of tables that go by themselves: what holds them, the list they are of, the first day without them.
fn rows(tables: &Tables) -> Vec<RowsGo> {
    let days = tables.ends.iter().filter_map(|end| {
        let (entry, title) = (end.entry, end.scheme.title.clone());
        Some(RowsGo { entry, title, rows: end.rows, from: end.until.tomorrow().ok()? })
    });
    days.collect()
}

/// The next day on which the law begins or ceases to ask for something.
fn next_obligation(site: &Site) -> Option<Date> {
    site.config.trasparenza.as_ref()?;
    let obligations = site.schemas.transparency.obligations.iter();
    let days = obligations.flat_map(|duty| [Some(duty.from), duty.until.and_then(|day| day.tomorrow().ok())]);
    days.flatten().filter(|day| *day > site.today).min()
}

impl Agenda {
    /// Keeps what one office answers for, by a part of its name.
    pub fn of_office(&mut self, office: &str) {
        let wanted = sort_key(office);
        let is_of =
            |name: &Option<String>| name.as_deref().is_some_and(|name| sort_key(name).contains(&wanted));
        self.deadlines.retain(|line| is_of(&line.office) || is_of(&line.responsible));
    }

    pub fn write(&self, form: Form, l10n: &L10n) -> String {
        match form {
            Form::Text => text::write(self, l10n),
            Form::Json => self.json(),
            Form::Csv => table::write(self, l10n),
            Form::Ics => calendar::write(self, l10n),
        }
    }

    /// A page for the office that looks after everything; it is not part of the portal.
    pub fn page(&self, l10n: &L10n) -> String {
        html::write(self, l10n)
    }

    fn json(&self) -> String {
        #[derive(Serialize)]
        struct Envelope<'a> {
            version: u8,
            tool: &'static str,
            date: Date,
            until: Date,
            next_change: Option<Date>,
            deadlines: Vec<Line<'a>>,
        }
        #[derive(Serialize)]
        struct Line<'a> {
            date: Date,
            working_day: Date,
            reason: &'static str,
            title: &'a str,
            section: Option<&'a str>,
            norm: Option<&'a str>,
            days_late: Option<u32>,
            office: Option<&'a str>,
            responsible: Option<&'a str>,
            file: Option<&'a str>,
            verified: bool,
        }
        let lines = self.deadlines.iter().map(|line| Line {
            date: line.date,
            working_day: line.working_day,
            reason: line.reason.name(),
            title: &line.title,
            section: line.section.as_deref(),
            norm: line.norm.as_deref(),
            days_late: line.days_late,
            office: line.office.as_deref(),
            responsible: line.responsible.as_deref(),
            file: line.file.as_deref(),
            verified: line.verified,
        });
        let envelope = Envelope {
            version: 1,
            tool: "arengo",
            date: self.today,
            until: self.until,
            next_change: self.next_change,
            deadlines: lines.collect(),
        };
        let mut text = serde_json::to_string_pretty(&envelope).expect("plain values");
        text.push('\n');
        text
    }
}

/// What a reason is called.
fn reason(reason: Reason, l10n: &L10n) -> String {
    l10n.lookup("agenda-reasons", Some(reason.name())).unwrap_or_else(|| reason.name().to_owned())
}

/// A word of the agenda.
fn word(name: &str, l10n: &L10n) -> String {
    l10n.lookup("agenda-words", Some(name)).unwrap_or_else(|| name.to_owned())
}

/// `30/01/2027` in Italian, else as machines write it.
fn day(date: Date, l10n: &L10n) -> String {
    match l10n.lang() {
        crate::l10n::Lang::It => date.strftime("%d/%m/%Y").to_string(),
        crate::l10n::Lang::En => date.to_string(),
    }
}

/// `27 giorni di ritardo`.
fn delay(line: &Deadline, l10n: &L10n) -> Option<String> {
    let days = line.days_late.filter(|days| *days > 0)?;
    Some(l10n.text(&Message::new("agenda-days-late").with("n", days as usize)))
}

/// When the output changes by itself, in a sentence.
fn next_change(agenda: &Agenda, l10n: &L10n) -> String {
    match agenda.next_change {
        Some(date) => l10n.text(&Message::new("agenda-next-change").with("date", day(date, l10n))),
        None => l10n.text(&Message::new("agenda-no-change")),
    }
}

/// From when to when, in a sentence.
fn span(agenda: &Agenda, l10n: &L10n) -> String {
    let message = Message::new("agenda-span").with("from", day(agenda.today, l10n));
    l10n.text(&message.with("until", day(agenda.until, l10n)).with("n", agenda.deadlines.len()))
}

/// Lines by reason, in the order of urgency.
fn by_reason(agenda: &Agenda) -> impl Iterator<Item = (Reason, Vec<&Deadline>)> {
    Reason::ALL.into_iter().filter_map(|reason| {
        let lines: Vec<&Deadline> = agenda.deadlines.iter().filter(|line| line.reason == reason).collect();
        (!lines.is_empty()).then_some((reason, lines))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{audit, l10n::Lang};

    fn agenda() -> Agenda {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let line = |date, reason, title: &str| Deadline {
            date: day(date),
            reason,
            title: title.to_owned(),
            section: Some("Bandi di gara e contratti".to_owned()),
            norm: Some("d.lgs. 33/2013, art. 37".to_owned()),
            working_day: day(date),
            days_late: (reason == Reason::Late).then_some(27),
            office: Some("Area tecnica; lavori".to_owned()),
            responsible: None,
            file: Some("content/bandi/gara.md".to_owned()),
            verified: reason != Reason::Due,
        };
        Agenda {
            site: "Comune di Prova".to_owned(),
            address: "https://comune.prova.example".to_owned(),
            today: day("2026-11-26"),
            until: day("2027-02-24"),
            next_change: Some(day("2026-12-01")),
            deadlines: vec![
                line("2026-10-30", Reason::Late, "Tassi di assenza"),
                line("2027-01-30", Reason::Due, "Tassi <di> \"assenza\", & altro"),
            ],
        }
    }

    #[test]
    fn the_page_is_accessible() {
        for lang in [Lang::It, Lang::En] {
            let page = agenda().page(&L10n::new(lang));
            let document = audit::Document::parse(&page);
            let file = Sources::default().add("page.html", "");
            let found = audit::Subject { document: &document, url: "/", file, sheets: audit::Sheets::none() }
                .audit(&audit::Settings::default());
            assert!(found.is_empty(), "{found:?}");
            assert!(page.contains("Tassi &lt;di&gt; &quot;assenza&quot;, &amp; altro"), "{page}");
            assert!(page.contains("noindex"), "it is not for the public");
        }
    }

    #[test]
    fn every_form_says_everything() {
        let l10n = L10n::new(Lang::It);
        for form in Form::ALL {
            let text = agenda().write(form, &l10n);
            assert!(text.contains("Tassi di assenza") && text.contains("27"), "{form:?}: {text}");
        }
        let json: serde_json::Value = serde_json::from_str(&agenda().write(Form::Json, &l10n)).unwrap();
        assert_eq!(json["next_change"], "2026-12-01");
        assert_eq!(json["deadlines"][0]["days_late"], 27);
        assert_eq!(json["deadlines"][1]["verified"], false);
        let ics = agenda().write(Form::Ics, &l10n);
        assert_eq!(ics.matches("BEGIN:VEVENT").count(), 3);
        // What is late stands under today.
        assert!(ics.contains("DTSTART;VALUE=DATE:20261126"), "{ics}");
        assert!(ics.contains("Area tecnica\\; lavori"), "{ics}");
    }

    #[test]
    fn an_office_sees_its_own() {
        let mut one = agenda();
        one.of_office("TECNICA");
        assert_eq!(one.deadlines.len(), 2);
        one.of_office("tributi");
        assert!(one.deadlines.is_empty());
    }

    #[test]
    fn every_reason_and_word_is_said_in_both_languages() {
        for lang in [Lang::It, Lang::En] {
            let l10n = L10n::new(lang);
            for known in Reason::ALL {
                assert!(l10n.lookup("agenda-reasons", Some(known.name())).is_some(), "{lang:?} {known:?}");
            }
        }
    }
}
