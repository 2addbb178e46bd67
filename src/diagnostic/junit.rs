//! JUnit XML, which every server of continuous integration draws: a suite for every file, a case for every rule.
//! What stops publishing is a failure, an open question is skipped, everything else passes and is told in the output.

use std::{collections::BTreeMap, fmt::Write as _, io};

use super::{Conclusion, Diagnostic, Finding, Report, Severity, clean, format, locate::Locator};
use crate::{l10n::L10n, source::Sources};

/// What is told of a rule in a file.
#[derive(Default)]
struct Case {
    failures: Vec<String>,
    questions: Vec<String>,
    others: Vec<String>,
}

type Suites<'a> = BTreeMap<&'a str, BTreeMap<&'static str, Case>>;

pub(super) fn show(
    report: &Report<'_>,
    sources: &Sources,
    l10n: &L10n,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut suites = passed(report);
    let mut locator = Locator::new(sources);
    for finding in report.findings {
        let found = &finding.diagnostic;
        let file = &*sources.get(found.place.file).path;
        let case = suites.entry(file).or_default().entry(found.rule).or_default();
        let list = match found.severity {
            Severity::Error => &mut case.failures,
            _ if found.is_question() => &mut case.questions,
            _ => &mut case.others,
        };
        list.push(told(finding, &mut locator, l10n));
    }
    out.write_all(document(&suites).as_bytes())
}

/// The rules that found nothing wrong, by page.
fn passed<'a>(report: &Report<'a>) -> Suites<'a> {
    let Some(tested) = report.tested else { return Suites::new() };
    let page = |page: &'a super::TestedPage| {
        let passed =
            tested.tests.iter().zip(&page.conclusions).filter(|(_, end)| **end == Conclusion::Passed);
        (page.page.as_str(), passed.map(|(test, _)| (test.rule, Case::default())).collect())
    };
    tested.pages.iter().map(page).collect()
}

/// `file:line:column: message` and what to do.
fn told(finding: &Finding, locator: &mut Locator<'_>, l10n: &L10n) -> String {
    let found: &Diagnostic = &finding.diagnostic;
    let mut text = locator.source(found.place.file).path.to_string();
    if let Some(span) = found.place.span().filter(|span| !locator.source(span.file).text.is_empty()) {
        let at = locator.line_column(span.file, span.start);
        let _ = write!(text, ":{}:{}", at.line, at.column);
    }
    let _ = write!(text, ": {}", format::message_and_help(found, l10n));
    text
}

fn document(suites: &Suites<'_>) -> String {
    let count = |cases: &BTreeMap<&'static str, Case>| {
        let failures = cases.values().filter(|case| !case.failures.is_empty()).count();
        let skipped =
            cases.values().filter(|case| case.failures.is_empty() && !case.questions.is_empty()).count();
        (cases.len(), failures, skipped)
    };
    let numbers = |(tests, failures, skipped): (usize, usize, usize)| {
        format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\"")
    };
    let add = |a: (usize, usize, usize), b: (usize, usize, usize)| (a.0 + b.0, a.1 + b.1, a.2 + b.2);
    let total = suites.values().map(count).fold((0, 0, 0), add);
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"arengo\" {}>\n",
        numbers(total)
    );
    for (name, cases) in suites {
        let _ = writeln!(xml, "  <testsuite name=\"{}\" {}>", attribute(name), numbers(count(cases)));
        cases.iter().for_each(|(rule, case)| push_case(&mut xml, name, rule, case));
        xml.push_str("  </testsuite>\n");
    }
    xml.push_str("</testsuites>\n");
    xml
}

fn push_case(xml: &mut String, file: &str, rule: &str, case: &Case) {
    let _ = write!(xml, "    <testcase classname=\"{}\" name=\"{}\"", attribute(file), attribute(rule));
    let Case { failures, questions, others } = case;
    if failures.is_empty() && questions.is_empty() && others.is_empty() {
        xml.push_str("/>\n");
        return;
    }
    xml.push_str(">\n");
    if !failures.is_empty() {
        let message = attribute(first_line(&failures[0]));
        let text = escaped(&failures.join("\n"));
        let _ = writeln!(xml, "      <failure type=\"error\" message=\"{message}\">{text}</failure>");
    } else if !questions.is_empty() {
        let message = attribute(first_line(&questions[0]));
        let _ = writeln!(xml, "      <skipped message=\"{message}\"/>");
    }
    let rest: Vec<&str> = questions.iter().chain(others).map(String::as_str).collect();
    if !rest.is_empty() {
        let _ = writeln!(xml, "      <system-out>{}</system-out>", escaped(&rest.join("\n")));
    }
    xml.push_str("    </testcase>\n");
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// Text between tags. Control characters have no place in XML at all.
fn escaped(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c == '\n' { c } else { clean::shown(c) }).collect();
    clean.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn attribute(text: &str) -> String {
    escaped(&text.replace('\n', " ")).replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use crate::diagnostic::{
        Format, Options,
        format::tests::{check_shown, shown},
    };

    #[test]
    fn junit() {
        check_shown(
            Format::Junit,
            &Options::default(),
            str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="arengo" tests="4" failures="2" errors="0" skipped="0">
  <testsuite name="content/foto/sindaco.jpg" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="content/foto/sindaco.jpg" name="yaml-syntax">
      <failure type="error" message="content/foto/sindaco.jpg: questa riga non è scritta come vuole YAML">content/foto/sindaco.jpg: questa riga non è scritta come vuole YAML
aiuto: scrivi `chiave: valore`, una riga per campo</failure>
    </testcase>
  </testsuite>
  <testsuite name="content/servizi/carta d'identità.md" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="content/servizi/carta d'identità.md" name="toml-syntax">
      <system-out>content/servizi/carta d'identità.md:2:1: questa riga non è scritta come vuole TOML: a: b 100%, ␛[31mrosso
aiuto: scrivi `chiave = "valore"`; i testi vanno tra virgolette</system-out>
    </testcase>
    <testcase classname="content/servizi/carta d'identità.md" name="yaml-duplicate-key">
      <failure type="error" message="content/servizi/carta d'identità.md:4:1: il campo `titolo` è scritto due volte">content/servizi/carta d'identità.md:4:1: il campo `titolo` è scritto due volte
aiuto: tieni il valore giusto e cancella l'altra riga</failure>
    </testcase>
  </testsuite>
  <testsuite name="themes/comune/base.html" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="themes/comune/base.html" name="yaml-limit">
      <system-out>themes/comune/base.html:2:1: ci sono più di 3 livelli di elenchi uno dentro l'altro
aiuto: semplifica il campo; il limite è `profondita` in `[limiti]` di site.toml</system-out>
    </testcase>
  </testsuite>
</testsuites>

"#]],
        );
    }

    #[test]
    fn it_is_xml_and_the_numbers_are_right() {
        let xml = shown(Format::Junit, &Options::default());
        let mut reader = quick_xml::Reader::from_str(&xml);
        let mut counted = [0; 3];
        loop {
            match reader.read_event().unwrap() {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                    match tag.name().as_ref() {
                        "testcase" => counted[0] += 1,
                        "failure" => counted[1] += 1,
                        "skipped" => counted[2] += 1,
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        let head = xml.lines().nth(1).unwrap();
        let [tests, failures, skipped] = counted;
        assert!(
            head.contains(&format!(
                "tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\""
            )),
            "{head}"
        );
    }
}
