//! The desk of the people who write: every content by type, office, state and day, findings, deadlines, what is missing.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    RESERVED, facts,
    html::{Fields, Text, encoded},
    hub::{Hub, State, model},
    panel,
    rows::{self, Presence, Row},
    show, told,
};
use crate::{diagnostic::Finding, l10n::Message};

/// Where the form for the day and the drafts is sent.
pub(super) const SETTINGS: &str = "vista";
/// Stands for contents without an office, in the filter.
pub(super) const NOBODY: &str = "-";
/// Rows of a page of the list.
const ROWS: usize = 200;
/// Findings shown at once.
const FINDINGS: usize = 300;
/// Deadlines further away are not pressing.
const HORIZON: i32 = 60;
/// The day a person last read the whole content again.
const REVIEW: &str = "ultima_revisione";

/// The desk, with what the fields of its form ask for.
pub(super) fn page(hub: &Hub, fields: &Fields) -> String {
    let state = hub.state();
    let title = hub.l10n.word("serve-desk");
    let mut inner = show::failure(hub, &state).unwrap_or_default();
    inner.push_str(&settings(hub, &state));
    if model(&state.snapshot).is_some() {
        let rows = rows::of(&state.snapshot);
        inner.push_str(&filters(hub, &rows, fields));
        inner.push_str(&contents(hub, &state, &rows, fields));
        inner.push_str(&findings(hub, &state, fields));
        inner.push_str(&deadlines(hub, &state, &rows));
        inner.push_str(&missing(hub, &rows));
    } else {
        inner.push_str(&findings(hub, &state, fields));
    }
    show::document(hub, &title, &inner)
}

/// A page of the site at the width of a telephone.
pub(super) fn phone(hub: &Hub, fields: &Fields) -> String {
    let address =
        fields.get("pagina").filter(|address| address.starts_with('/') && !address.starts_with("//"));
    let address = address.unwrap_or("/");
    let title = hub.l10n.word("serve-phone");
    let inner = format!(
        "<p><a href=\"{RESERVED}\">{}</a></p><iframe class=\"telefono\" title=\"{}\" src=\"{}\"></iframe>",
        Text(&hub.l10n.word("serve-desk")),
        Text(&title),
        encoded(address),
    );
    show::document(hub, &title, &inner)
}

/// Which day, and whether drafts are shown.
fn settings(hub: &Hub, state: &State) -> String {
    let checked = if state.snapshot.drafts { " checked" } else { "" };
    let word = |id| hub.l10n.word(id);
    format!(
        "<section aria-labelledby=\"vista\"><h2 id=\"vista\">{}</h2>\
         <form method=\"post\" action=\"{RESERVED}{SETTINGS}\" class=\"filtri\">\
         <p><label for=\"data\">{}</label> <input type=\"date\" id=\"data\" name=\"data\" value=\"{}\"></p>\
         <p><input type=\"checkbox\" id=\"bozze\" name=\"bozze\" value=\"1\"{checked}> <label for=\"bozze\">{}</label></p>\
         <p><button>{}</button></p></form>\
         <p><a href=\"{RESERVED}telefono?pagina=/\">{}</a></p></section>",
        Text(&word("serve-view")),
        Text(&word("serve-as-of")),
        state.snapshot.today,
        Text(&word("serve-drafts")),
        Text(&word("serve-apply")),
        Text(&word("serve-phone")),
    )
}

fn filters(hub: &Hub, rows: &[Row<'_>], fields: &Fields) -> String {
    let types: BTreeMap<&str, &str> = rows
        .iter()
        .map(|row| (row.entry.content_type.name.as_str(), row.entry.content_type.label.as_str()))
        .collect();
    let offices: BTreeSet<&str> = rows.iter().filter_map(|row| row.office).collect();
    let nobody = hub.l10n.word("serve-no-office");
    let offices = offices.into_iter().map(|office| (office, office)).chain([(NOBODY, nobody.as_str())]);
    let states: Vec<(&str, String)> =
        Presence::ALL.iter().map(|state| (state.name(), hub.l10n.word(state.words()))).collect();
    let states = states.iter().map(|(name, words)| (*name, words.as_str()));
    let input = |name: &str, kind: &str, label: &'static str| {
        format!(
            "<p><label for=\"{name}\">{}</label> <input type=\"{kind}\" id=\"{name}\" name=\"{name}\" value=\"{}\"></p>",
            Text(&hub.l10n.word(label)),
            Text(fields.get(name).unwrap_or("")),
        )
    };
    format!(
        "<section aria-labelledby=\"cerca\"><h2 id=\"cerca\">{}</h2><form class=\"filtri\" action=\"{RESERVED}\">{}{}{}{}{}{}<p><button>{}</button></p></form></section>",
        Text(&hub.l10n.word("serve-contents")),
        select(hub, "tipo", "serve-type", types.into_iter(), fields),
        select(hub, "ufficio", "serve-office", offices, fields),
        select(hub, "stato", "serve-state", states, fields),
        input("testo", "search", "serve-text"),
        input("dal", "date", "serve-from"),
        input("al", "date", "serve-to"),
        Text(&hub.l10n.word("serve-filter")),
    )
}

fn select<'a>(
    hub: &Hub,
    name: &str,
    label: &'static str,
    options: impl Iterator<Item = (&'a str, &'a str)>,
    fields: &Fields,
) -> String {
    let chosen = fields.get(name);
    let option = |(value, words): (&str, &str)| {
        let selected = if chosen == Some(value) { " selected" } else { "" };
        format!("<option value=\"{}\"{selected}>{}</option>", Text(value), Text(words))
    };
    format!(
        "<p><label for=\"{name}\">{}</label> <select id=\"{name}\" name=\"{name}\"><option value=\"\">{}</option>{}</select></p>",
        Text(&hub.l10n.word(label)),
        Text(&hub.l10n.word("serve-all")),
        options.map(option).collect::<String>(),
    )
}

/// Whether a content is one of those asked for.
fn is_wanted(row: &Row<'_>, fields: &Fields) -> bool {
    let day = |name| fields.get(name).and_then(|day| day.parse::<Date>().ok());
    let office = fields.get("ufficio");
    let text = fields.get("testo").map(crate::slug::sort_key);
    let contains = |text: &String| {
        [&row.entry.title, &row.entry.path].into_iter().any(|own| crate::slug::sort_key(own).contains(text))
    };
    fields.get("tipo").is_none_or(|name| row.entry.content_type.name == name)
        && office.is_none_or(|office| row.office.unwrap_or(NOBODY) == office)
        && fields.get("stato").is_none_or(|state| row.state.name() == state)
        && text.as_ref().is_none_or(contains)
        && day("dal").is_none_or(|from| row.updated.is_some_and(|day| day >= from))
        && day("al").is_none_or(|to| row.updated.is_some_and(|day| day <= to))
}

fn contents(hub: &Hub, state: &State, rows: &[Row<'_>], fields: &Fields) -> String {
    let wanted: Vec<&Row<'_>> = rows.iter().filter(|row| is_wanted(row, fields)).collect();
    let page = fields.get("foglio").and_then(|page| page.parse::<usize>().ok()).unwrap_or(1).max(1);
    let n_pages = wanted.len().div_ceil(ROWS).max(1);
    let base = state.snapshot.config.as_ref().map_or("", |config| config.base_path());
    let lines: String =
        wanted.iter().skip((page - 1) * ROWS).take(ROWS).map(|row| line(hub, row, base)).collect();
    let counted = Message::new("serve-n-contents").with("n", wanted.len()).with("of", rows.len());
    let head: String =
        ["serve-title", "serve-type", "serve-office", "serve-state", "serve-updated", "serve-file"]
            .into_iter()
            .map(|word| format!("<th scope=\"col\">{}</th>", Text(&hub.l10n.word(word))))
            .collect();
    format!(
        "<p role=\"status\">{counted}</p><div class=\"tabella\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>{}",
        sheets(hub, fields, page, n_pages),
        counted = Text(&hub.l10n.text(&counted)),
        label = Text(&hub.l10n.word("serve-contents")),
    )
}

fn line(hub: &Hub, row: &Row<'_>, base: &str) -> String {
    let title = Text(&row.entry.title);
    let title = match &row.address {
        Some(address) => format!("<a href=\"{base}{}\">{title}</a>", encoded(address)),
        None => title.to_string(),
    };
    let on_board = row.act.filter(|_| row.is_on_board).map(|act| {
        let words = Message::new("serve-on-board").with("act", act.label());
        let address = encoded(&act.address());
        format!("<br><a href=\"{base}{address}\">{}</a>", Text(&hub.l10n.text(&words)))
    });
    let on_board = on_board.unwrap_or_default();
    let path = format!("content/{}", row.entry.path);
    let nobody = hub.l10n.word("serve-nobody");
    format!(
        "<tr><th scope=\"row\" lang=\"{}\">{title}{on_board}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        Text(&row.entry.lang),
        Text(&row.entry.content_type.label),
        Text(row.office.unwrap_or(&nobody)),
        Text(&hub.l10n.word(row.state.words())),
        row.updated.map(|day| day.strftime("%d/%m/%Y").to_string()).unwrap_or_default(),
        told::file_link(hub, &path, &path, 1, 1),
    )
}

/// Links to the other pages of a long list.
fn sheets(hub: &Hub, fields: &Fields, page: usize, n_pages: usize) -> String {
    if n_pages < 2 {
        return String::new();
    }
    let kept: String = ["tipo", "ufficio", "stato", "testo", "dal", "al"]
        .into_iter()
        .filter_map(|name| Some(format!("{name}={}&amp;", encoded(fields.get(name)?))))
        .collect();
    let link = |n: usize| match n == page {
        true => format!("<li aria-current=\"page\">{n}</li>"),
        false => format!("<li><a href=\"{RESERVED}?{kept}foglio={n}\">{n}</a></li>"),
    };
    let links: String = (1..=n_pages).map(link).collect();
    format!(
        "<nav aria-label=\"{}\"><ol class=\"fogli\">{links}</ol></nav>",
        Text(&hub.l10n.word("serve-sheets"))
    )
}

/// The findings of the whole site, or of one office.
fn findings(hub: &Hub, state: &State, fields: &Fields) -> String {
    let report = hub.checks.report();
    let offices = model(&state.snapshot).map(panel::offices).unwrap_or_default();
    let of_office = |finding: &&Finding| {
        fields.get("ufficio").is_none_or(|office| {
            offices.get(&finding.diagnostic.place.file).copied().unwrap_or(NOBODY) == office
        })
    };
    let mut wanted: Vec<Finding> = report.findings.iter().filter(of_office).cloned().collect();
    wanted.sort_by_key(|finding| std::cmp::Reverse(finding.diagnostic.severity));
    let n = wanted.len();
    wanted.truncate(FINDINGS);
    let counted = Message::new("serve-n-findings").with("n", n).with("shown", wanted.len());
    let checking = panel::progress_words(hub, &report, state);
    format!(
        "<section aria-labelledby=\"rilievi\"><h2 id=\"rilievi\">{}</h2><p role=\"status\">{} {}</p>{}</section>",
        Text(&hub.l10n.word("serve-findings")),
        Text(&checking),
        Text(&hub.l10n.text(&counted)),
        told::list(hub, &state.snapshot.sources, &wanted),
    )
}

/// What changes in the coming weeks.
fn deadlines(hub: &Hub, state: &State, rows: &[Row<'_>]) -> String {
    let mut coming: Vec<(facts::Deadline, &Row<'_>)> = Vec::new();
    for row in rows {
        let mut own = facts::deadlines(row.entry, state.snapshot.today);
        own.extend(row.act.into_iter().flat_map(|act| facts::of_act(act, state.snapshot.today)));
        let near = own.into_iter().filter(|deadline| (0..=HORIZON).contains(&deadline.days));
        coming.extend(near.map(|deadline| (deadline, row)));
    }
    coming.sort_by(|a, b| (a.0.day, &a.1.entry.path).cmp(&(b.0.day, &b.1.entry.path)));
    let items: String = coming
        .iter()
        .take(ROWS)
        .map(|(deadline, row)| {
            let words = panel::deadline_words(hub, deadline);
            let path = format!("content/{}", row.entry.path);
            let link = told::file_link(hub, &path, &path, 1, 1);
            format!("<li>{}: {} {link}</li>", Text(&row.entry.title), Text(&words))
        })
        .collect();
    part(hub, "scadenze", "serve-deadlines", &items)
}

/// Contents that nobody answers for, or that nobody read again since they were written.
fn missing(hub: &Hub, rows: &[Row<'_>]) -> String {
    let item = |row: &&Row<'_>| {
        let path = format!("content/{}", row.entry.path);
        format!("<li>{} {}</li>", Text(&row.entry.title), told::file_link(hub, &path, &path, 1, 1))
    };
    type List = (&'static str, &'static str, fn(&Row<'_>) -> bool);
    let lists: [List; 3] = [
        ("bozze-elenco", "serve-list-drafts", |row| row.state == Presence::Draft),
        ("senza-ufficio", "serve-list-no-office", |row| {
            row.office.is_none() && row.entry.content_type.competent_office().is_some()
        }),
        ("senza-revisione", "serve-list-no-review", |row| {
            row.entry.field(REVIEW).is_none() && row.entry.content_type.field(REVIEW).is_some()
        }),
    ];
    let list = |(id, title, wanted): (&str, &'static str, fn(&Row<'_>) -> bool)| {
        let items: String = rows.iter().filter(|row| wanted(row)).take(ROWS).map(|row| item(&row)).collect();
        part(hub, id, title, &items)
    };
    lists.into_iter().map(list).collect()
}

fn part(hub: &Hub, id: &str, title: &'static str, items: &str) -> String {
    let inner = match items.is_empty() {
        true => format!("<p>{}</p>", Text(&hub.l10n.word("serve-nothing"))),
        false => format!("<ul>{items}</ul>"),
    };
    format!(
        "<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{}</h2>{inner}</section>",
        Text(&hub.l10n.word(title))
    )
}
