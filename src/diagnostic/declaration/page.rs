//! The self-assessment as a page for the office that reviews: it is never published.

use super::{
    Answer, Assessed, Seen, State, is_in_force,
    json::{proposal, reason},
};
use crate::{
    diagnostic::{
        Finding, Report, format,
        html::{Html, escaped, frame},
    },
    l10n::{L10n, Message},
    source::Sources,
};

pub(super) fn page(
    report: &Report<'_>,
    assessed: &[Assessed<'_>],
    site: Option<&str>,
    sources: &Sources,
    l10n: &L10n,
) -> String {
    let title = match site {
        Some(site) => l10n.text(&Message::new("ui-declaration-title-of").with("site", site)),
        None => l10n.word("ui-declaration-title"),
    };
    let sections = [
        ("stato", "ui-declaration-state", state(assessed, l10n)),
        ("criteri", "ui-declaration-criteria", table(assessed, l10n)),
        ("mancanze", "ui-declaration-failures", failures(assessed, sources, l10n)),
        ("verifiche", "ui-declaration-open", questions(assessed, l10n)),
    ];
    let about = Message::new("ui-report-about")
        .with("date", &report.date)
        .with("n", report.pages)
        .with("pages", l10n.number(report.pages))
        .with("version", env!("CARGO_PKG_VERSION"));
    frame(&title, &l10n.text(&about), &l10n.word("ui-declaration-caution"), &sections, l10n)
}

/// How many criteria are in each state, and what may be declared.
fn state(assessed: &[Assessed<'_>], l10n: &L10n) -> String {
    let count = |is: fn(State) -> bool| assessed.iter().filter(|one| is(one.state)).count();
    let rows = [
        ("ui-declaration-fails", count(State::is_broken)),
        ("ui-declaration-verify", count(|state| state == State::Open)),
        ("ui-declaration-inapplicable", count(State::is_inapplicable)),
        ("ui-declaration-conforms", count(State::is_met)),
    ];
    let mut html = Html::default();
    let words = match proposal(assessed) {
        "parzialmenteConforme" => "ui-declaration-partly",
        "conforme" => "ui-declaration-whole",
        _ => "ui-declaration-unknown",
    };
    html.element("p", "", &l10n.word(words)).raw("\n<dl class=\"figures\">\n");
    for (words, n) in rows {
        html.raw("<div>").element("dt", "", &l10n.word(words));
        html.element("dd", "", &l10n.number(n)).raw("</div>\n");
    }
    html.raw("</dl>\n");
    html.text()
}

fn name(one: &Assessed<'_>, l10n: &L10n) -> String {
    let name = l10n.lookup(&one.criterion.words(), None).unwrap_or_default();
    format!("{} {name}", one.criterion.number)
}

fn table(assessed: &[Assessed<'_>], l10n: &L10n) -> String {
    let mut rows = Html::default();
    for one in assessed {
        rows.raw("<tr>").element("th", "scope=\"row\"", &name(one, l10n));
        rows.element("td", "", one.criterion.level.name());
        let clause = match one.criterion.en301549() {
            Some(clause) => clause,
            None => l10n.word("ui-declaration-not-yet"),
        };
        rows.element("td", "", &clause);
        let (class, words) = match one.state {
            state if state.is_broken() => ("bad", "ui-declaration-fails"),
            state if state.is_inapplicable() => ("", "ui-declaration-inapplicable"),
            state if state.is_met() => ("", "ui-declaration-conforms"),
            _ => ("open", "ui-declaration-verify"),
        };
        rows.element("td", &format!("class=\"{class}\""), &l10n.word(words));
        rows.element("td", "", &remark(one, l10n)).raw("</tr>\n");
    }
    let caption = l10n.word("ui-declaration-caption");
    let label = escaped(&caption);
    let mut html = Html::default();
    html.raw(&format!(
        "<div class=\"box\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">\n<table>\n"
    ));
    html.element("caption", "", &caption).raw("\n<thead>\n<tr>");
    for head in [
        "ui-report-criterion",
        "ui-report-level",
        "ui-report-clause",
        "ui-report-state",
        "ui-declaration-remark",
    ] {
        html.element("th", "scope=\"col\"", &l10n.word(head));
    }
    html.raw("</tr>\n</thead>\n<tbody>\n").raw(&rows.text()).raw("</tbody>\n</table>\n</div>\n");
    html.text()
}

/// Why the state is what it is.
fn remark(one: &Assessed<'_>, l10n: &L10n) -> String {
    if let Some(words) = reason(one.state) {
        return l10n.word(words);
    }
    let counted = |words, n: usize| {
        (n > 0).then(|| l10n.text(&Message::new(words).with("n", n).with("shown", l10n.number(n))))
    };
    let parts = [
        one.answer.map(|answer| said(answer, l10n)),
        counted("ui-declaration-n-failures", one.failures.len()),
        counted("ui-declaration-n-accepted", one.accepted.len()),
        counted("ui-declaration-n-questions", one.questions.len()),
        counted("ui-declaration-n-passed", one.passed_pages),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { l10n.word("ui-declaration-no-test") } else { parts.join("; ") }
}

/// What a person said, and when.
fn said(answer: &Answer, l10n: &L10n) -> String {
    let words = match answer.seen {
        Seen::Conforms => "ui-declaration-said-conforms",
        Seen::Fails => "ui-declaration-said-fails",
        Seen::Inapplicable => "ui-declaration-said-inapplicable",
    };
    let date = answer.date.strftime("%d/%m/%Y").to_string();
    let said = l10n.text(&Message::new(words).with("who", &answer.who).with("date", date));
    match &answer.note {
        Some(note) => format!("{said} ({note})"),
        None => said,
    }
}

/// The contents that are not accessible, as the declaration has to list them.
fn failures(assessed: &[Assessed<'_>], sources: &Sources, l10n: &L10n) -> String {
    let mut html = Html::default();
    for one in assessed.iter().filter(|one| one.state.is_broken()) {
        let level = one.criterion.level.name();
        html.element("h3", "", &format!("{} ({level})", name(one, l10n))).raw("\n<ul class=\"findings\">\n");
        for finding in &one.failures {
            html.raw("<li>").words(&told(finding, sources, l10n)).raw("</li>\n");
        }
        for finding in &one.accepted {
            html.raw("<li>").words(&told(finding, sources, l10n)).raw(" — ");
            html.words(&l10n.word("ui-declaration-accepted")).raw("</li>\n");
        }
        if let Some(answer) = one.answer.filter(|answer| answer.seen == Seen::Fails) {
            html.raw("<li>").words(&said(answer, l10n)).raw("</li>\n");
        }
        html.raw("</ul>\n");
    }
    let text = html.text();
    if text.is_empty() { format!("<p>{}</p>\n", escaped(&l10n.word("ui-declaration-none"))) } else { text }
}

fn told(finding: &Finding, sources: &Sources, l10n: &L10n) -> String {
    let message = format::message(&finding.diagnostic, l10n);
    let file = &sources.get(finding.diagnostic.place.file).path;
    let pages: Vec<&str> = finding.pages.iter().map(String::as_str).filter(|page| **page != **file).collect();
    if pages.is_empty() {
        return format!("{message} ({file})");
    }
    let shown = Message::new("ui-report-on-pages")
        .with("n", finding.n_pages)
        .with("shown", l10n.number(finding.n_pages));
    format!("{message} ({file}; {} {})", l10n.text(&shown), pages.join(", "))
}

/// What a person has to answer before anything may be declared.
fn questions(assessed: &[Assessed<'_>], l10n: &L10n) -> String {
    let mut html = Html::default();
    html.element("p", "", &l10n.word("ui-report-questions-intro")).raw("\n<ul class=\"questions\">\n");
    let open = assessed.iter().filter(|one| one.state == State::Open);
    for one in open {
        let question = l10n.lookup(&one.criterion.words(), Some("question")).unwrap_or_default();
        html.raw("<li>").element("strong", "", &name(one, l10n)).raw(": ").words(&question);
        if !is_in_force(one.criterion) {
            html.raw(" ").element("em", "", &l10n.word("ui-declaration-only-22"));
        }
        html.raw("</li>\n");
    }
    html.raw("</ul>\n");
    html.text()
}
