//! What may be said of criteria, and what may not.

use serde_json::Value;

use super::*;
use crate::{
    audit::{Document, Settings, Sheets, Subject},
    diagnostic::{Place, Severity, Test, Tested, TestedPage, fold},
    l10n::Lang,
    rule::Meta,
};

static IMAGE_ALT: Meta =
    Meta { id: "image-alt", severity: Severity::Error, wcag: &["1.1.1"], act: &[], examples: &[] };
static LINK_NAME: Meta =
    Meta { id: "link-name", severity: Severity::Error, wcag: &["2.4.4", "4.1.2"], act: &[], examples: &[] };

struct Case {
    sources: Sources,
    findings: Vec<Finding>,
    accepted: Vec<Finding>,
    tested: Tested,
}

fn case(features: Features) -> Case {
    let mut sources = Sources::default();
    let file = sources.add("content/a.md", "");
    let findings = fold(vec![IMAGE_ALT.at(Place::from(file))], &sources);
    let accepted = fold(vec![LINK_NAME.at(Place::from(file))], &sources);
    let tests = vec![Test { rule: "html-has-lang", wcag: &["3.1.1"], act: &[] }];
    let page = |conclusion| TestedPage { page: "/a/".into(), conclusions: vec![conclusion], features };
    let tested = Tested { tests, pages: vec![page(Conclusion::Passed), page(Conclusion::Failed)] };
    Case { sources, findings, accepted, tested }
}

impl Case {
    fn report(&self) -> Report<'_> {
        Report {
            findings: &self.findings,
            accepted: 1,
            accepted_findings: &self.accepted,
            pages: 2,
            date: "2026-11-26".into(),
            tested: Some(&self.tested),
            offices: None,
        }
    }

    fn states(&self) -> Vec<(&'static str, State)> {
        self.states_with(&[])
    }

    fn states_with(&self, answers: &[Answer]) -> Vec<(&'static str, State)> {
        assess(&self.report(), answers).iter().map(|one| (one.criterion.number, one.state)).collect()
    }
}

fn of(states: &[(&'static str, State)], number: &str) -> State {
    states.iter().find(|(known, _)| *known == number).expect("a criterion of level A or AA").1
}

fn answer(criterion: &str, seen: Seen, date: &str) -> Answer {
    let note = Some("Provato con la tastiera.".to_owned());
    Answer {
        criterion: criterion.into(),
        seen,
        date: date.parse().unwrap(),
        who: "Anna <Verdi>".into(),
        note,
    }
}

fn signed<'a>(site: &'a str, answers: &'a [Answer]) -> Signed<'a> {
    Signed { site: Some(site), answers }
}

#[test]
fn the_latest_answer_counts_and_no_answer_mends_what_is_broken() {
    let answers = [
        answer("3.1.1", Seen::Fails, "2026-01-10"),
        answer("3.1.1", Seen::Conforms, "2026-10-15"),
        answer("1.1.1", Seen::Conforms, "2026-10-15"),
        answer("1.2.4", Seen::Inapplicable, "2026-10-15"),
    ];
    let states = case(Features { media: true, ..Features::default() }).states_with(&answers);
    assert_eq!(of(&states, "3.1.1"), State::Answered(Seen::Conforms));
    assert_eq!(of(&states, "1.1.1"), State::Fails);
    assert_eq!(of(&states, "1.2.4"), State::Answered(Seen::Inapplicable));
    assert_eq!(of(&states, "1.2.5"), State::Open);
}

#[test]
fn a_site_conforms_when_every_question_was_answered() {
    let mut case = case(Features::default());
    case.findings.clear();
    case.accepted.clear();
    let all: Vec<Answer> =
        CRITERIA.iter().map(|known| answer(known.number, Seen::Conforms, "2026-10-15")).collect();
    let proposal = |answers: &[Answer]| json::proposal(&assess(&case.report(), answers));
    assert_eq!(proposal(&[]), "daVerificare");
    assert_eq!(proposal(&all), "conforme");
    assert_eq!(proposal(&all[1..]), "daVerificare");
    let mut broken = all.clone();
    broken[0].seen = Seen::Fails;
    assert_eq!(proposal(&broken), "parzialmenteConforme");
}

#[test]
fn nothing_conforms_but_what_the_standard_says() {
    let states = case(Features::default()).states();
    assert_eq!(states.len(), 56);
    let conforming: Vec<_> = states
        .iter()
        .filter(|(_, state)| matches!(state, State::Conforms(_)))
        .map(|(number, _)| *number)
        .collect();
    assert_eq!(conforming, ["4.1.1"]);
    assert_eq!(of(&states, "1.1.1"), State::Fails);
    // Passed tests prove nothing.
    assert_eq!(of(&states, "3.1.1"), State::Open);
}

#[test]
fn what_is_accepted_is_still_broken() {
    let states = case(Features::default()).states();
    assert_eq!((of(&states, "2.4.4"), of(&states, "4.1.2")), (State::Fails, State::Fails));
}

#[test]
fn a_criterion_without_anything_to_judge_does_not_apply() {
    let check =
        |features, number, expected| assert_eq!(of(&case(features).states(), number), expected, "{number}");
    let none = Features::default();
    check(none, "1.2.4", State::Inapplicable("ui-declaration-no-media"));
    check(Features { media: true, ..none }, "1.2.4", State::Open);
    check(none, "3.3.1", State::Inapplicable("ui-declaration-no-forms"));
    check(Features { controls: true, ..none }, "3.3.1", State::Open);
    check(Features { controls: true, ..none }, "3.3.8", State::Inapplicable("ui-declaration-no-access"));
    check(Features { scripts: true, ..none }, "4.1.3", State::Open);
    // Nobody looked at any page.
    let mut blind = case(none);
    blind.tested.pages.clear();
    assert_eq!(of(&blind.states(), "1.2.4"), State::Open);
}

#[test]
fn the_data_follow_their_schema() {
    let case = case(Features::default());
    let answers = [answer("3.1.1", Seen::Conforms, "2026-10-15")];
    let text =
        declaration(&case.report(), signed("Comune di Prova", &answers), &case.sources, &L10n::new(Lang::It))
            .json;
    let data: Value = serde_json::from_str(&text).unwrap();
    let schema: Value =
        serde_json::from_str(include_str!("../../../docs/formats/declaration.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&data).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(data["proposal"], "parzialmenteConforme");
    let said = data["criteria"].as_array().unwrap().iter().find(|one| one["number"] == "3.1.1").unwrap();
    assert_eq!(
        (said["state"].as_str(), said["answer"]["who"].as_str()),
        (Some("conforme"), Some("Anna <Verdi>"))
    );
    assert_eq!(data["criteria"][0]["failures"][0]["rule"], "image-alt");
    assert!(data["criteria"].as_array().unwrap().iter().all(|one| one["name"] != ""));
}

#[test]
fn the_page_is_accessible_itself() {
    let answers = [answer("3.1.1", Seen::Fails, "2026-10-15"), answer("1.1.1", Seen::Conforms, "2026-10-15")];
    for lang in [Lang::It, Lang::En] {
        let case = case(Features::default());
        let html = declaration(
            &case.report(),
            signed("Comune <di> Prova", &answers),
            &case.sources,
            &L10n::new(lang),
        )
        .html;
        let document = Document::parse_with_places(&html);
        let mut sources = Sources::default();
        let file = sources.add("dichiarazione.html", html.as_str());
        let found = Subject { document: &document, url: "", file, sheets: Sheets::none() }
            .audit(&Settings::default());
        assert!(found.is_empty(), "{found:?}\n{html}");
        assert!(html.contains("Anna &lt;Verdi&gt;") && html.contains("15/10/2026"), "{html}");
        assert!(!html.contains("ui-declaration") && !html.contains("<di>"), "{html}");
    }
}
