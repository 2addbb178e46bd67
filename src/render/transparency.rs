//! A page of Amministrazione trasparente: its obligations with what each shows, or why it is empty.

use tera::Value;

use super::{
    View, dates, sections,
    values::{self, object},
};
use crate::{
    model::{
        SectionId, targets,
        transparency::{Duty, Exempt, Formula, LawPage, Shown, State, Statement},
    },
    route::Page,
    validate::Entry,
};

/// Everything the template needs besides the variables of every section.
pub(super) fn page(view: &View, id: SectionId, page: &Page, lang: &str) -> Value {
    let Some(law) = view.model.transparency.page_of(id) else {
        return object([("radice", true.into()), ("parti", parts(view, id, lang))]);
    };
    // Lists are cut into pages over the whole section.
    let per_page = page.contents.len();
    let first = if page.number == page.of { page.total - per_page } else { (page.number - 1) * per_page };
    let mut window = Window { first, last: first + per_page, at: 0 };
    let general = window.take(&law.general);
    let duties = law.duties.iter().filter_map(|duty| {
        let shown = window.take(&duty.shown);
        // What shows nothing stands on the first page.
        let is_here = !shown.is_empty() || (duty.shown.is_empty() && page.number == 1);
        is_here.then(|| duty_value(view, duty, shown, lang))
    });
    let duties: Vec<Value> = duties.collect();
    let entry = law.content.map(|content| view.model.main_version(content));
    let body = entry.filter(|entry| !entry.body.is_empty() && page.number == 1);
    let responsible = law.responsible.map(|person| view.card(person, lang));
    object([
        ("radice", false.into()),
        ("parti", parts(view, id, lang)),
        ("obblighi", duties.into()),
        ("generali", lists(view, general, lang)),
        ("testo", body.map(|entry| values::body_html(view, &entry.body, entry, lang, 0, "")).into()),
        ("responsabile", responsible.into()),
        ("archivio", view.schemas.transparency.sections[law.law].is_archive.into()),
    ])
}

/// The part of all lists that a page shows.
struct Window {
    first: usize,
    last: usize,
    at: usize,
}

impl Window {
    fn take<'a>(&mut self, shown: &'a [Shown]) -> &'a [Shown] {
        let start = self.first.saturating_sub(self.at).min(shown.len());
        let end = self.last.saturating_sub(self.at).min(shown.len());
        self.at += shown.len();
        &shown[start..end]
    }
}

/// The sections below, with theirs.
fn parts(view: &View, id: SectionId, lang: &str) -> Value {
    let children = &view.model.section(id).children;
    let card = |child: &SectionId| {
        let mut map = view.section_card(*child, lang).into_map().unwrap_or_default();
        map.insert("parti".into(), parts(view, *child, lang));
        map.insert("vuota".into(), is_empty(view, *child).into());
        Value::from(map)
    };
    children.iter().map(card).collect::<Vec<_>>().into()
}

fn is_empty(view: &View, id: SectionId) -> bool {
    let own = |page: &LawPage| page.all_shown().next().is_none();
    let below = &view.model.section(id).children;
    view.model.transparency.page_of(id).is_none_or(own) && below.iter().all(|child| is_empty(view, *child))
}

fn duty_value(view: &View, duty: &Duty, shown: &[Shown], lang: &str) -> Value {
    let obligation = &view.schemas.transparency.obligations[duty.obligation];
    let lighter =
        obligation.lighter.as_ref().filter(|_| duty.is_lighter).map(|lighter| lighter.come.as_str());
    let id = obligation.key.rsplit('/').next().unwrap_or(&obligation.key);
    let statement = duty.statement.map(|n| &view.model.transparency.statements[n]);
    let (past, current): (Vec<&Shown>, Vec<&Shown>) = shown.iter().partition(|shown| shown.is_past);
    let was_in = obligation.was_in.as_deref().and_then(|key| view.schemas.transparency.section(key));
    let was_in = was_in.map(|n| view.schemas.transparency.sections[n].title.as_str());
    object([
        ("id", id.into()),
        ("titolo", obligation.title.as_str().into()),
        ("norma", obligation.norm.as_str().into()),
        ("che_cosa", obligation.what.as_str().into()),
        ("semplificato", lighter.into()),
        ("formula", formula(duty, statement, lang)),
        ("elenchi", lists(view, current, lang)),
        ("passati", lists(view, past, lang)),
        ("aggiornato", duty.updated.map(|day| dates::value(day, lang)).into()),
        ("registri", super::tables::registers(view, duty.obligation, lang)),
        ("era_in", was_in.into()),
        ("fino", obligation.until.map(|day| dates::value(day, lang)).into()),
    ])
}

/// Why it is empty: the name of the words, and what fills them.
fn formula(duty: &Duty, statement: Option<&Statement>, lang: &str) -> Value {
    let (name, statement, threshold) = match (duty.state, statement) {
        (State::Filled, _) => return Value::none(),
        (State::Declared, Some(said)) => {
            let name = match said.formula {
                Formula::NotApplicable => "non-applicabile",
                Formula::None => "nessuno",
                Formula::Preparing => "in-preparazione",
            };
            (name, Some(said), None)
        }
        (State::NotApplicable(Exempt::Kind), _) => ("altri-enti", None, None),
        (State::NotApplicable(Exempt::Inhabitants(threshold)), _) => ("abitanti", None, Some(threshold)),
        _ => ("manca", None, None),
    };
    object([
        ("nome", name.into()),
        ("data", statement.map(|said| dates::value(said.date, lang)).into()),
        ("anno", statement.and_then(|said| said.year).map(i64::from).into()),
        ("motivo", statement.and_then(|said| said.reason.as_deref()).into()),
        ("abitanti", threshold.map(|n| grouped(n, lang)).into()),
    ])
}

/// `15.000`.
fn grouped(n: u32, lang: &str) -> String {
    let mark = if lang == "en" { ',' } else { '.' };
    let digits = n.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

/// Neighbours of one type with the same columns make one list.
fn lists<'a>(view: &View, shown: impl IntoIterator<Item = &'a Shown>, lang: &str) -> Value {
    let mut groups: Vec<(&str, &[String], Vec<&Shown>)> = Vec::new();
    for one in shown {
        let type_name = view.model.content(one.content).type_name.as_str();
        match groups.last_mut().filter(|group| group.0 == type_name && group.1 == one.columns) {
            Some(group) => group.2.push(one),
            None => groups.push((type_name, &one.columns, vec![one])),
        }
    }
    groups
        .into_iter()
        .map(|(type_name, columns, shown)| list(view, type_name, columns, &shown, lang))
        .collect::<Vec<_>>()
        .into()
}

fn list(view: &View, type_name: &str, columns: &[String], shown: &[&Shown], lang: &str) -> Value {
    let content_type = view.schemas.types.get(type_name);
    // A column in which nobody has anything to say only takes room.
    let says_something = |column: &&String| {
        shown.iter().any(|one| !view.model.main_version(one.content).items(column).is_empty())
    };
    let columns: Vec<String> = columns.iter().filter(says_something).cloned().collect();
    let labels: Vec<Value> = columns
        .iter()
        .map(|name| {
            let field = content_type.and_then(|content_type| content_type.field(name));
            Value::from(field.map_or(name.as_str(), |field| &field.label))
        })
        .collect();
    let plural = content_type.map_or(type_name, |content_type| &content_type.plural);
    let rows = shown.iter().map(|one| row(view, one, &columns, lang));
    object([
        ("tipo", type_name.into()),
        ("etichetta", plural.into()),
        ("colonne", labels.into()),
        ("righe", rows.collect::<Vec<_>>().into()),
    ])
}

fn row(view: &View, one: &Shown, columns: &[String], lang: &str) -> Value {
    let version = view.model.version(one.content, lang);
    let entry = view.model.entry(version);
    let cells: Vec<Value> =
        columns.iter().map(|name| Value::from(sections::cell(view, entry, name, lang))).collect();
    object([
        ("titolo", entry.title.as_str().into()),
        ("url", address(view, entry, version).into()),
        ("lingua", entry.lang.as_str().into()),
        ("descrizione_breve", entry.text("descrizione_breve").into()),
        ("celle", cells.into()),
        ("aggiornato", view.model.updated(version).map(|day| dates::value(day, lang)).into()),
        ("fino", one.until.map(|day| dates::value(day, lang)).into()),
    ])
}

/// Its own page, else that of the content it stands for.
fn address(view: &View, entry: &Entry, version: crate::model::EntryId) -> Option<String> {
    let own = view.model.address(version);
    let other = || {
        let field = view.schemas.transparency.times.get(&entry.content_type.name)?.mostra.as_ref()?;
        let target = targets(entry.items(field)).next()?;
        view.model.address(view.model.version(target, &entry.lang))
    };
    own.or_else(other).map(|url| view.href(&url))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(15_000, "it"), "15.000");
        assert_eq!(grouped(1_234_567, "en"), "1,234,567");
        assert_eq!(grouped(999, "it"), "999");
    }
}
