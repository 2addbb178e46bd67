//! EARL 1.0 as JSON-LD, the shape in which the W3C takes reports of ACT implementations: one subject for every page,
//! one assertion for every rule that ran on it.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use serde::Serialize;

use super::{Conclusion, Finding, Report, Test, TestedPage, format};
use crate::{l10n::L10n, source::Sources, wcag::Criterion};

/// What the names below mean; the W3C's tools know it.
const CONTEXT: &str = "https://act-rules.github.io/earl-context.json";
const ACT_RULES: &str = "https://www.w3.org/WAI/standards-guidelines/act/rules";
/// Named inside the document only: the program has no address of its own.
const ASSERTOR: &str = "_:arengo";

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: Context,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

/// The W3C's context, and a word it does not have.
#[derive(Serialize)]
struct Context(&'static str, Words);

#[derive(Serialize)]
struct Words {
    dct: &'static str,
    #[serde(rename = "conformsTo")]
    conforms_to: Word,
}

#[derive(Serialize)]
struct Word {
    #[serde(rename = "@id")]
    id: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Node<'a> {
    Assertor {
        #[serde(rename = "@id")]
        id: &'static str,
        #[serde(rename = "@type")]
        kind: [&'static str; 2],
        name: &'static str,
        release: Release,
    },
    Subject {
        #[serde(rename = "@type")]
        kind: [&'static str; 2],
        source: &'a str,
        assertions: Vec<Assertion<'a>>,
    },
}

#[derive(Serialize)]
struct Release {
    revision: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Assertion<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    asserted_by: Reference,
    mode: &'static str,
    test: TestCase,
    result: TestResult<'a>,
}

#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TestCase {
    #[serde(rename = "@type")]
    kind: &'static str,
    title: &'static str,
    /// Criteria of WCAG.
    is_part_of: Vec<Reference>,
    /// ACT rules.
    conforms_to: Vec<String>,
}

#[derive(Serialize)]
struct TestResult<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    date: &'a str,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    info: Option<String>,
}

pub(super) fn show(
    report: &Report<'_>,
    sources: &Sources,
    l10n: &L10n,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let assertor = Node::Assertor {
        id: ASSERTOR,
        kind: ["Assertor", "Software"],
        name: "Arengo",
        release: Release { revision: env!("CARGO_PKG_VERSION") },
    };
    let told = told(report.findings, sources, l10n);
    let mut graph = vec![assertor];
    match report.tested {
        Some(tested) => {
            graph.extend(tested.pages.iter().map(|page| subject(page, &tested.tests, &told, &report.date)));
        }
        None => graph.extend(subjects_of_findings(report, &told)),
    }
    let words =
        Words { dct: "http://purl.org/dc/terms/", conforms_to: Word { id: "dct:conformsTo", kind: "@id" } };
    let document = Document { context: Context(CONTEXT, words), graph };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}

/// What findings say of a page by a rule: words, and the ACT rules they speak for.
type Told<'a> = BTreeMap<(&'a str, &'static str), Said>;

#[derive(Clone, Default)]
struct Said {
    words: Vec<String>,
    act: BTreeSet<&'static str>,
}

/// The words of all findings, by page and rule. A folded finding is told for the pages it names.
fn told<'a>(findings: &'a [Finding], sources: &'a Sources, l10n: &L10n) -> Told<'a> {
    let mut told = Told::new();
    for finding in findings {
        let diagnostic = &finding.diagnostic;
        let place = &diagnostic.place;
        let selector = place.seen.as_ref().map_or("", |seen| seen.selector.as_str());
        let message = format::message(diagnostic, l10n);
        let words = if selector.is_empty() { message } else { format!("{selector}: {message}") };
        let whole_file = finding.pages.is_empty().then(|| &*sources.get(place.file).path);
        for page in finding.pages.iter().map(String::as_str).chain(whole_file) {
            let said = told.entry((page, diagnostic.rule)).or_default();
            said.words.push(words.clone());
            said.act.extend(diagnostic.act);
        }
    }
    told
}

fn subject<'a>(page: &'a TestedPage, tests: &[Test], told: &Told<'_>, date: &'a str) -> Node<'a> {
    let ran = tests.iter().zip(&page.conclusions).filter(|(_, end)| **end != Conclusion::Untested);
    let assertions = ran
        .map(|(test, &end)| assertion(test, end, told.get(&(page.page.as_str(), test.rule)), date))
        .collect();
    Node::Subject { kind: ["TestSubject", "sch:WebPage"], source: &page.page, assertions }
}

/// Without a record of what was tested, only what was found can be asserted.
fn subjects_of_findings<'a>(report: &'a Report<'_>, told: &Told<'a>) -> Vec<Node<'a>> {
    let mut by_rule = BTreeMap::new();
    for finding in report.findings {
        let found = &finding.diagnostic;
        by_rule.insert(found.rule, (Test { rule: found.rule, wcag: found.wcag, act: found.act }, found));
    }
    let mut pages: BTreeMap<&str, Vec<Assertion<'_>>> = BTreeMap::new();
    for ((page, rule), said) in told {
        let (test, found) = &by_rule[rule];
        let end = if found.is_question() { Conclusion::CantTell } else { Conclusion::Failed };
        pages.entry(page).or_default().push(assertion(test, end, Some(said), &report.date));
    }
    pages
        .into_iter()
        .map(|(page, assertions)| Node::Subject {
            kind: ["TestSubject", "sch:WebPage"],
            source: page,
            assertions,
        })
        .collect()
}

fn assertion<'a>(test: &Test, end: Conclusion, said: Option<&Said>, date: &'a str) -> Assertion<'a> {
    let criteria = test.wcag.iter().filter_map(|number| Criterion::find(number));
    // A rule that answers several ACT rules says by its findings which of them it means.
    let act: BTreeSet<&str> = match said {
        Some(said) => said.act.iter().copied().collect(),
        None => test.act.iter().copied().collect(),
    };
    let info = said.map(|said| said.words.join("\n"));
    Assertion {
        kind: "Assertion",
        asserted_by: Reference { id: ASSERTOR.to_owned() },
        mode: "earl:automatic",
        test: TestCase {
            kind: "TestCase",
            title: test.rule,
            is_part_of: criteria.map(|criterion| Reference { id: criterion.address() }).collect(),
            conforms_to: act.iter().map(|id| format!("{ACT_RULES}/{id}/")).collect(),
        },
        result: TestResult { kind: "TestResult", date, outcome: outcome(end), info },
    }
}

fn outcome(end: Conclusion) -> &'static str {
    match end {
        Conclusion::Untested => "earl:untested",
        Conclusion::Inapplicable => "earl:inapplicable",
        Conclusion::Passed => "earl:passed",
        Conclusion::CantTell => "earl:cantTell",
        Conclusion::Failed => "earl:failed",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{
        diagnostic::{
            Format, Options, Tested,
            format::tests::{example, shown},
        },
        l10n::Lang,
    };

    #[test]
    fn every_rule_that_ran_is_asserted_on_every_page() {
        let (sources, findings) = example();
        let test = |rule, wcag, act| Test { rule, wcag, act };
        let tested = Tested {
            tests: vec![
                test("yaml-limit", &["1.1.1"], &["23a2a8"]),
                test("list", &["1.3.1"], &[]),
                test("blink", &[], &[]),
            ],
            pages: vec![
                TestedPage {
                    page: "/due/".into(),
                    conclusions: vec![Conclusion::Failed, Conclusion::Inapplicable, Conclusion::Untested],
                    features: crate::diagnostic::Features::default(),
                },
                TestedPage {
                    page: "/sei/".into(),
                    conclusions: vec![Conclusion::Passed, Conclusion::CantTell, Conclusion::Untested],
                    features: crate::diagnostic::Features::default(),
                },
            ],
        };
        let report = Report {
            findings: &findings,
            accepted: 0,
            accepted_findings: &[],
            pages: 2,
            date: "2026-10-30".into(),
            tested: Some(&tested),
            offices: None,
        };
        let mut out = Vec::new();
        super::super::show(
            Format::Earl,
            &report,
            &sources,
            &L10n::new(Lang::It),
            &mut out,
            &Options::default(),
        )
        .unwrap();
        let earl: Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(earl["@context"][0], CONTEXT);
        let graph = earl["@graph"].as_array().unwrap();
        assert_eq!(graph[0]["name"], "Arengo");
        let outcomes: Vec<(&str, &str, &str)> = graph[1..]
            .iter()
            .flat_map(|subject| {
                let source = subject["source"].as_str().unwrap();
                subject["assertions"].as_array().unwrap().iter().map(move |assertion| {
                    assert_eq!(assertion["assertedBy"]["@id"], graph[0]["@id"]);
                    let outcome = assertion["result"]["outcome"].as_str().unwrap();
                    (source, assertion["test"]["title"].as_str().unwrap(), outcome)
                })
            })
            .collect();
        assert_eq!(
            outcomes,
            [
                ("/due/", "yaml-limit", "earl:failed"),
                ("/due/", "list", "earl:inapplicable"),
                ("/sei/", "yaml-limit", "earl:passed"),
                ("/sei/", "list", "earl:cantTell"),
            ]
        );
        let failed = &graph[1]["assertions"][0];
        assert_eq!(
            failed["test"]["isPartOf"],
            json!([{"@id": "https://www.w3.org/TR/WCAG22/#non-text-content"}])
        );
        assert_eq!(
            failed["test"]["conformsTo"],
            json!(["https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/"])
        );
        assert!(failed["result"]["info"].as_str().unwrap().starts_with("main > img: ci sono più di 3"));
    }

    #[test]
    fn findings_alone_are_asserted_too() {
        let earl: Value = serde_json::from_str(&shown(Format::Earl, &Options::default())).unwrap();
        let sources: Vec<&str> = earl["@graph"].as_array().unwrap()[1..]
            .iter()
            .map(|node| node["source"].as_str().unwrap())
            .collect();
        assert_eq!(
            sources,
            [
                "/due/",
                "/quattro/",
                "/tre/",
                "content/foto/sindaco.jpg",
                "content/servizi/carta d'identità.md"
            ]
        );
    }
}
