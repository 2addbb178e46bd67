//! The self-assessment as data: `docs/formats/declaration.schema.json`.

use serde::Serialize;

use super::{Answer, Assessed, State, answer::Seen, is_in_force};
use crate::{
    diagnostic::{Finding, Report, format},
    l10n::L10n,
    source::Sources,
    wcag::Version,
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    version: u32,
    tool: Tool,
    date: &'a str,
    standard: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<&'a str>,
    pages: usize,
    /// What may be declared as things stand. "Conforme" takes a person's answer for every criterion that no test decides.
    proposal: &'static str,
    criteria: Vec<Criterion<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Criterion<'a> {
    number: &'static str,
    name: String,
    level: &'static str,
    wcag: &'static str,
    in_force: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    en301549: Option<String>,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    passed_pages: usize,
    failures: Vec<Told<'a>>,
    questions: Vec<Told<'a>>,
    accepted: Vec<Told<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Said<'a>>,
}

#[derive(Serialize)]
struct Said<'a> {
    state: &'static str,
    date: String,
    who: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

impl<'a> From<&'a Answer> for Said<'a> {
    fn from(answer: &'a Answer) -> Self {
        Self {
            state: state(State::Answered(answer.seen)),
            date: answer.date.to_string(),
            who: &answer.who,
            note: answer.note.as_deref(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    rule: &'static str,
    message: String,
    file: &'a str,
    pages: &'a [String],
    n_pages: usize,
}

pub(super) fn json<'a>(
    report: &Report<'_>,
    assessed: &[Assessed<'a>],
    site: Option<&str>,
    sources: &'a Sources,
    l10n: &L10n,
) -> String {
    let told = |findings: &[&'a Finding]| told(findings, sources, l10n);
    let criteria = assessed
        .iter()
        .map(|one| Criterion {
            number: one.criterion.number,
            name: l10n.lookup(&one.criterion.words(), None).unwrap_or_default(),
            level: one.criterion.level.name(),
            wcag: match one.criterion.since {
                Version::V20 => "2.0",
                Version::V21 => "2.1",
                Version::V22 => "2.2",
            },
            in_force: is_in_force(one.criterion),
            en301549: one.criterion.en301549(),
            state: state(one.state),
            reason: reason(one.state).map(|words| l10n.word(words)),
            question: (one.state == State::Open)
                .then(|| l10n.lookup(&one.criterion.words(), Some("question")))
                .flatten(),
            passed_pages: one.passed_pages,
            failures: told(&one.failures),
            questions: told(&one.questions),
            accepted: told(&one.accepted),
            answer: one.answer.map(Said::from),
        })
        .collect();
    let document = Document {
        version: 1,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        date: &report.date,
        standard: "EN 301 549 V3.2.1",
        site,
        pages: report.pages,
        proposal: proposal(assessed),
        criteria,
    };
    let text = serde_json::to_string_pretty(&document).expect("plain data");
    text + "\n"
}

fn told<'a>(findings: &[&'a Finding], sources: &'a Sources, l10n: &L10n) -> Vec<Told<'a>> {
    findings
        .iter()
        .map(|finding| Told {
            rule: finding.diagnostic.rule,
            message: format::message(&finding.diagnostic, l10n),
            file: &sources.get(finding.diagnostic.place.file).path,
            pages: &finding.pages,
            n_pages: finding.n_pages,
        })
        .collect()
}

/// The state in the words of the model, as data.
pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Fails | State::Answered(Seen::Fails) => "nonConforme",
        State::Inapplicable(_) | State::Answered(Seen::Inapplicable) => "nonApplicabile",
        State::Conforms(_) | State::Answered(Seen::Conforms) => "conforme",
        State::Open => "daVerificare",
    }
}

pub(super) fn reason(state: State) -> Option<&'static str> {
    match state {
        State::Inapplicable(words) | State::Conforms(words) => Some(words),
        State::Fails | State::Open | State::Answered(_) => None,
    }
}

/// One broken criterion in force is enough for "parzialmente conforme" at best; "conforme" needs an answer to every question.
pub(super) fn proposal(assessed: &[Assessed<'_>]) -> &'static str {
    let in_force = || assessed.iter().filter(|one| is_in_force(one.criterion));
    if in_force().any(|one| one.state.is_broken()) {
        "parzialmenteConforme"
    } else if in_force().any(|one| one.state == State::Open) {
        "daVerificare"
    } else {
        "conforme"
    }
}
