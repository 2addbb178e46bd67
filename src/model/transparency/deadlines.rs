//! What comes next: what falls due, must go, is late, was not read again; and when the output changes by itself.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};

use super::{Duty, Formula, Plan, State, Target, contracts::contracts, due_between, late_since};
use crate::{
    calendar::Calendar,
    load::Site,
    model::{EntryId, Model, targets},
    schema::Recurring,
    validate::{ContentId, Entry},
};

/// Why a line stands in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Should have been renewed before today.
    Late,
    /// Empty, and nobody says why.
    Missing,
    /// To be renewed by a day.
    Due,
    /// A duty of the calendar.
    Recurring,
    /// A declaration that holds until a day.
    FormulaEnds,
    /// Leaves the site on a day.
    Removal,
    /// Moves to those of the past.
    Archive,
    /// Appears on a day.
    Appears,
    /// Was not read again for long.
    Review,
}

impl Reason {
    pub const ALL: [Self; 9] = [
        Self::Late,
        Self::Missing,
        Self::Due,
        Self::Recurring,
        Self::FormulaEnds,
        Self::Removal,
        Self::Archive,
        Self::Appears,
        Self::Review,
    ];

    /// The word of the machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Missing => "missing",
            Self::Due => "due",
            Self::Recurring => "recurring",
            Self::FormulaEnds => "formula-ends",
            Self::Removal => "removal",
            Self::Archive => "archive",
            Self::Appears => "appears",
            Self::Review => "review",
        }
    }
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline {
    /// The day: of what is late, the day it was due.
    pub date: Date,
    pub reason: Reason,
    /// What it is about.
    pub title: String,
    /// The section, where there is one.
    pub section: Option<String>,
    pub norm: Option<String>,
    /// The last day before it on which offices work.
    pub working_day: Date,
    /// Days of delay; nothing of what is to come.
    pub days_late: Option<u32>,
    pub office: Option<String>,
    pub responsible: Option<String>,
    /// The file to change, below the site's folder.
    pub file: Option<String>,
    /// Whether norm and day were read in a source.
    pub verified: bool,
}

/// Rows of a table that go by themselves.
#[derive(Debug, Clone)]
pub struct RowsGo {
    pub entry: EntryId,
    /// The list they are of.
    pub title: String,
    pub rows: usize,
    /// The first day without them.
    pub from: Date,
}

/// Everything from today to the last day of the horizon, by day.
pub fn deadlines(model: &Model, site: &Site, until: Date, rows: &[RowsGo]) -> Vec<Deadline> {
    let calendar = Calendar::new(site.config.patrono.as_deref());
    let mut list = List { model, site, calendar, until, lines: Vec::new() };
    list.duties();
    list.contracts();
    list.recurring();
    list.lives();
    list.rows(rows);
    list.albo();
    list.reviews();
    list.lines.sort();
    list.lines.dedup();
    list.lines
}

struct List<'a> {
    model: &'a Model,
    site: &'a Site,
    calendar: Calendar,
    until: Date,
    lines: Vec<Deadline>,
}

impl List<'_> {
    fn line(&self, date: Date, reason: Reason, title: &str) -> Deadline {
        let days = date.until(self.model.today).map_or(0, |span| span.get_days());
        Deadline {
            date,
            reason,
            title: title.to_owned(),
            section: None,
            norm: None,
            working_day: self.calendar.working_day_until(date),
            days_late: (reason == Reason::Late).then(|| u32::try_from(days).unwrap_or(0)),
            office: None,
            responsible: None,
            file: None,
            verified: true,
        }
    }

    /// Who answers: the office with its head, else the person responsible for transparency.
    fn answered(&self, line: &mut Deadline, office: Option<ContentId>) {
        let model = self.model;
        let head = office.and_then(|office| targets(model.main_version(office).items("responsabile")).next());
        let named = || self.site.config.trasparenza.as_ref()?.responsabile.as_ref();
        line.responsible = self.name(head.or_else(|| model.find("persona", named()?)));
        line.office = self.name(office);
    }

    fn name(&self, content: Option<ContentId>) -> Option<String> {
        content.map(|content| self.model.main_version(content).title.clone())
    }

    fn file(entry: &Entry) -> Option<String> {
        Some(format!("content/{}", entry.path))
    }

    /// What is late, missing, due, and declarations that end.
    fn duties(&mut self) {
        let (model, law) = (self.model, &self.site.schemas.transparency);
        for page in &model.transparency.pages {
            for duty in &page.duties {
                let obligation = &law.obligations[duty.obligation];
                let said = page.spoken.map(|content| model.main_version(content));
                let mut found = Vec::new();
                match duty.state {
                    State::Missing => found.push((model.today, Reason::Missing)),
                    // Where the acts themselves are enough, no list has to be renewed by a day.
                    State::Filled if duty.is_lighter => {}
                    State::Filled => {
                        let renewed = model.renewed(duty);
                        let late = renewed.and_then(|updated| late_since(obligation, updated, model.today));
                        found.extend(late.map(|due| (due, Reason::Late)));
                        // Once late, what comes next is counted as if it were renewed today.
                        let from = if late.is_some() { Some(model.today) } else { renewed };
                        let due = due_between(obligation, from, model.today, self.until);
                        found.extend(due.into_iter().map(|day| (day, Reason::Due)));
                    }
                    State::Declared => {
                        let statement = duty.statement.map(|n| &model.transparency.statements[n]);
                        let ends = statement.and_then(super::Statement::good_until);
                        let ends = ends.filter(|day| *day <= self.until);
                        found.extend(ends.map(|day| (day, Reason::FormulaEnds)));
                    }
                    State::NotApplicable(_) => {}
                }
                for (date, reason) in found {
                    let mut line = self.line(date, reason, &obligation.title);
                    line.section = Some(law.sections[page.law].title.clone());
                    line.norm = Some(obligation.norm.clone());
                    line.office = self.name(page.office);
                    line.responsible = self.name(page.responsible);
                    line.file = said.and_then(Self::file);
                    line.verified = obligation.verified && obligation.due_is_verified;
                    self.lines.push(line);
                }
            }
        }
    }

    /// Documents of contracts that are not there, or will have to be.
    fn contracts(&mut self) {
        let (model, law) = (self.model, &self.site.schemas.transparency);
        if model.transparency.is_empty() {
            return;
        }
        for (entry, documents) in contracts(model, law) {
            let open = documents.iter().filter(|due| due.is_missing(self.until));
            for due in open {
                let reason = if due.day < model.today { Reason::Late } else { Reason::Due };
                let mut line = self.line(due.day, reason, &format!("{}: {}", due.document.atto, entry.title));
                let section = law.obligation(&due.document.obbligo).map(|n| law.obligations[n].section);
                line.section = section.map(|n| law.sections[n].title.clone());
                line.norm = Some(due.document.norma.clone());
                self.answered(&mut line, model.competent_office(entry));
                line.file = Self::file(entry);
                line.verified = due.document.verificato;
                self.lines.push(line);
            }
        }
    }

    /// The duties of the calendar that belong to no single obligation.
    fn recurring(&mut self) {
        if self.model.transparency.is_empty() {
            return;
        }
        let law = &self.site.schemas.transparency;
        for duty in &law.recurring {
            if !self.concerns(duty) {
                continue;
            }
            for year in self.model.today.year()..=self.until.year() {
                let Some(day) =
                    duty.giorno.in_year(year).filter(|_| duty.anno.is_none_or(|only| only == year))
                else {
                    continue;
                };
                if day < self.model.today || day > self.until {
                    continue;
                }
                let page = law
                    .section(&duty.sezione)
                    .and_then(|n| self.model.transparency.pages.iter().find(|page| page.law == n));
                let mut line = self.line(day, Reason::Recurring, &duty.titolo);
                line.section = page.map(|page| law.sections[page.law].title.clone());
                line.norm = Some(duty.norma.clone());
                line.office = page.and_then(|page| self.name(page.office));
                line.responsible = page.and_then(|page| self.name(page.responsible));
                line.verified = duty.verificato;
                self.lines.push(line);
            }
        }
    }

    /// Whether anything it belongs to is asked of this body: what an office declared not applicable comes back no year.
    fn concerns(&self, duty: &Recurring) -> bool {
        let (transparency, law) = (&self.model.transparency, &self.site.schemas.transparency);
        let is_exempt = |one: &Duty| match one.state {
            State::NotApplicable(_) => true,
            State::Declared => {
                one.statement.is_some_and(|n| transparency.statements[n].formula == Formula::NotApplicable)
            }
            State::Filled | State::Missing => false,
        };
        let is_of = |one: &Duty| match &duty.obbligo {
            Some(key) => law.obligations[one.obligation].key == *key,
            None => true,
        };
        let section = law.section(&duty.sezione);
        let page = transparency.pages.iter().find(|page| Some(page.law) == section);
        let mut duties = page.iter().flat_map(|page| &page.duties).filter(|one| is_of(one)).peekable();
        duties.peek().is_none() || !duties.all(is_exempt)
    }

    /// What appears, moves to the archive, goes.
    fn lives(&mut self) {
        let model = self.model;
        for entry in model.entries().map(|(_, entry)| entry).chain(model.hidden()) {
            if entry.lang != model.main_language || entry.is_true("bozza") {
                continue;
            }
            let office = model.competent_office(entry);
            for (date, reason) in moves(entry, &model.transparency.plan) {
                // The day itself has come: it has happened already.
                if date <= model.today || date > self.until {
                    continue;
                }
                let mut line = self.line(date, reason, &entry.title);
                line.section = self.section_title(entry);
                self.answered(&mut line, office);
                line.file = Self::file(entry);
                self.lines.push(line);
            }
        }
    }

    /// Rows whose time is over while their page stays.
    fn rows(&mut self, rows: &[RowsGo]) {
        for go in rows.iter().filter(|go| go.from <= self.until) {
            let entry = self.model.entry(go.entry);
            let n = go.rows;
            let mut line = self.line(go.from, Reason::Removal, &format!("{} ({n})", go.title));
            line.section = self.section_title(entry).or_else(|| Some(entry.title.clone()));
            self.answered(&mut line, self.model.competent_office(entry));
            line.file = Self::file(entry);
            self.lines.push(line);
        }
    }

    /// What comes onto the albo pretorio, and what goes.
    fn albo(&mut self) {
        let model = self.model;
        for act in model.albo.acts() {
            let gone = act.until.and_then(|until| until.tomorrow().ok());
            let starts = act.until.is_some().then_some(act.from);
            for (date, reason) in [(starts, Reason::Appears), (gone, Reason::Removal)] {
                let Some(date) = date.filter(|date| *date > model.today && *date <= self.until) else {
                    continue;
                };
                let mut line = self.line(date, reason, &act.subject);
                line.section = Some(format!("Albo pretorio, n. {}", act.label()));
                line.norm = act.norm.clone();
                self.answered(&mut line, act.office);
                line.file = Self::file(&act.entry);
                self.lines.push(line);
            }
        }
    }

    fn section_title(&self, entry: &Entry) -> Option<String> {
        let law = &self.site.schemas.transparency;
        let listings = self.model.transparency.plan.of(&entry.content_type.name, &entry.id);
        listings.first().map(|listing| match listing.target {
            Target::Section(n) => law.sections[n].title.clone(),
            Target::Obligation(n) => law.obligations[n].title.clone(),
        })
    }

    /// Contents that nobody read again for longer than the site wants.
    fn reviews(&mut self) {
        let Some(settings) = &self.site.config.trasparenza else { return };
        let months = i32::from(settings.revisione_mesi);
        let (model, mut lines) = (self.model, Vec::new());
        for (id, content) in model.contents() {
            let entry = model.main_version(id);
            let version = model.version(id, &model.main_language);
            let looked = entry.date("ultima_revisione").or_else(|| model.updated(version));
            let Some(due) = looked.map(|day| day.saturating_add(months.months())) else { continue };
            if due > self.until || content.address.is_none() {
                continue;
            }
            let mut line = self.line(due, Reason::Review, &entry.title);
            self.answered(&mut line, model.competent_office(entry));
            line.file = Self::file(entry);
            let late = due.until(model.today).map_or(0, |span| span.get_days());
            line.days_late = u32::try_from(late).ok().filter(|days| *days > 0);
            lines.push(line);
        }
        self.lines.append(&mut lines);
    }
}

/// The days on which a content appears, moves or goes, whatever day it is today.
fn moves(entry: &Entry, plan: &Plan) -> Vec<(Date, Reason)> {
    let next = |day: Date| day.tomorrow().ok();
    let mut moves = Vec::new();
    let listings = plan.of(&entry.content_type.name, &entry.id);
    // It has no page of its own.
    if entry.content_type.only_in_transparency && listings.is_empty() {
        return moves;
    }
    let last = plan.last_day(&entry.content_type.name, &entry.id);
    let ends: BTreeSet<Date> = [last, entry.date("pubblicato_fino")].into_iter().flatten().collect();
    let gone = ends.first().copied().and_then(next);
    moves.extend(entry.first_day().map(|day| (day, Reason::Appears)));
    moves.extend(gone.map(|day| (day, Reason::Removal)));
    // From one list into another, or out of one of several.
    let others = listings.iter().flat_map(|listing| [listing.life.until.and_then(next), listing.past_from]);
    let others: BTreeSet<Date> = others.flatten().filter(|day| gone.is_none_or(|gone| *day < gone)).collect();
    moves.extend(others.into_iter().map(|day| (day, Reason::Archive)));
    moves
}

/// The first day after today on which the same files give another output.
///
/// What depends on the day: presence, lists of transparency, and the order and choice of what is to come (a list of
/// events shows first what is not over; a feed does not date anything in the future).
///
/// `feeds`: the content types that have one.
pub fn next_change(model: &Model, feeds: &[&str]) -> Option<Date> {
    let next = |day: Date| day.tomorrow().ok();
    let mut days = BTreeSet::new();
    for entry in
        model.entries().map(|(_, entry)| entry).chain(model.hidden()).filter(|entry| !entry.is_true("bozza"))
    {
        days.extend(moves(entry, &model.transparency.plan).into_iter().map(|(day, _)| day));
        let listings = model.transparency.plan.of(&entry.content_type.name, &entry.id);
        days.extend(listings.iter().filter_map(|listing| listing.life.from));
    }
    for (_, entry) in model.entries() {
        let order = &entry.content_type.order;
        let Some(start) = entry.date(&order.field) else { continue };
        let last = entry.date("data_ora_fine").unwrap_or(start).max(start);
        // Coming until its last day, over the day after.
        days.extend(next(last).filter(|_| !order.descending));
    }
    let has_archive = model.albo.has_archive;
    days.extend(model.albo.acts().iter().flat_map(|act| act.turns(has_archive)));
    days.extend(future_in_feeds(model, feeds));
    days.into_iter().find(|day| *day > model.today)
}

/// A feed dates what is to come "today": while there is such a thing it changes every day.
fn future_in_feeds(model: &Model, feeds: &[&str]) -> Option<Date> {
    let is_dated_today = |entry: &Entry, content: ContentId| {
        let version = model.version(content, &model.main_language);
        let listed = entry.date("pubblicato_dal").or_else(|| entry.date(&entry.content_type.order.field));
        model.updated(version).or(listed).is_some_and(|day| day > model.today)
    };
    let of_feeds = feeds.iter().flat_map(|name| model.of_type(name));
    let mut dated = of_feeds.filter(|content| is_dated_today(model.main_version(**content), **content));
    dated.next().and_then(|_| model.today.tomorrow().ok())
}
