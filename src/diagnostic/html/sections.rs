//! The sections of the report, each a heading with what belongs below it.

use std::collections::BTreeMap;

use super::{
    Section,
    criteria::{self, Known},
    markup::{Html, escaped},
};
use crate::{
    diagnostic::{Conclusion, Finding, Offices, Report, Severity, clean, excerpt, format, locate::Locator},
    l10n::{L10n, Message},
    source::Sources,
};

/// More findings of one rule than this are counted, not shown.
const MOST_FINDINGS: usize = 100;
/// More pages than this are counted, not listed.
const MOST_PAGES: usize = 500;

struct Sections<'a> {
    report: &'a Report<'a>,
    sources: &'a Sources,
    l10n: &'a L10n,
    criteria: Vec<Known<'a>>,
}

/// All sections, in order.
pub(super) fn all(report: &Report<'_>, sources: &Sources, l10n: &L10n) -> Vec<Section> {
    let content = Sections { report, sources, l10n, criteria: criteria::known(report) };
    let mut sections = vec![
        ("riassunto", "ui-report-summary", content.summary()),
        ("criteri", "ui-report-criteria", content.table()),
        ("rilievi", "ui-report-findings", content.findings()),
        ("altri", "ui-report-others", content.others()),
        ("pagine", "ui-report-pages", content.pages()),
        ("verifiche", "ui-report-questions", content.questions()),
    ];
    if let Some(offices) = report.offices {
        sections.insert(5, ("uffici", "ui-report-offices", content.offices(offices)));
    }
    sections
}

impl Sections<'_> {
    fn counted(&self, words: &'static str, n: usize) -> String {
        self.l10n.text(&Message::new(words).with("n", n).with("shown", self.l10n.number(n)))
    }

    fn summary(&self) -> String {
        let of =
            |severity| self.report.findings.iter().filter(move |found| found.diagnostic.severity == severity);
        let questions = self.report.findings.iter().filter(|found| found.diagnostic.is_question()).count();
        let rows = [
            ("ui-report-errors", of(Severity::Error).count()),
            ("ui-report-warnings", of(Severity::Warning).count()),
            ("ui-report-open", questions),
            ("ui-report-accepted", self.report.accepted),
            ("ui-report-failing", self.criteria.iter().filter(|known| known.failures > 0).count()),
        ];
        let mut html = Html::default();
        html.raw("<dl class=\"figures\">\n");
        for (words, n) in rows {
            html.raw("<div>").element("dt", "", &self.l10n.word(words));
            html.element("dd", "", &self.l10n.number(n)).raw("</div>\n");
        }
        html.raw("</dl>\n");
        html.text()
    }

    /// A table in a box that scrolls by keyboard, too, when it is too wide.
    fn boxed(&self, caption: &'static str, heads: &[&'static str], rows: &str) -> String {
        let caption = self.l10n.word(caption);
        let label = escaped(&caption);
        let mut html = Html::default();
        html.raw(&format!(
            "<div class=\"box\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">\n<table>\n"
        ));
        html.element("caption", "", &caption).raw("\n<thead>\n<tr>");
        for head in heads {
            html.element("th", "scope=\"col\"", &self.l10n.word(head));
        }
        html.raw("</tr>\n</thead>\n<tbody>\n").raw(rows).raw("</tbody>\n</table>\n</div>\n");
        html.text()
    }

    fn name(&self, known: &Known<'_>) -> String {
        let number = known.criterion.number;
        let name = self.l10n.lookup(&known.criterion.words(), None).unwrap_or_default();
        format!("{number} {name}")
    }

    /// Every criterion in a line.
    fn table(&self) -> String {
        let mut rows = Html::default();
        for known in &self.criteria {
            let name = self.name(known);
            rows.raw("<tr>").open("th", "scope=\"row\"");
            if known.findings.is_empty() {
                rows.words(&name);
            } else {
                rows.element("a", &format!("href=\"#{}\"", anchor(known)), &name);
            }
            rows.close("th").element("td", "", known.criterion.level.name());
            rows.element("td", "", known.criterion.en301549().as_deref().unwrap_or("–"));
            let (class, words) =
                if known.failures > 0 { ("bad", "ui-report-fails") } else { ("open", "ui-report-verify") };
            rows.element("td", &format!("class=\"{class}\""), &self.l10n.word(words));
            for n in [known.failures, known.questions, known.passed_pages] {
                rows.element("td", "class=\"number\"", &self.l10n.number(n));
            }
            rows.raw("</tr>\n");
        }
        let heads = [
            "ui-report-criterion",
            "ui-report-level",
            "ui-report-clause",
            "ui-report-state",
            "ui-report-failures",
            "ui-report-open",
            "ui-report-passed",
        ];
        self.boxed("ui-report-criteria-caption", &heads, &rows.text())
    }

    /// What was found, by criterion and rule.
    fn findings(&self) -> String {
        let mut html = Html::default();
        for known in self.criteria.iter().filter(|known| !known.findings.is_empty()) {
            html.element("h3", &format!("id=\"{}\"", anchor(known)), &self.name(known)).raw("\n");
            html.raw(&self.by_rule(&known.findings));
        }
        self.or_nothing(html)
    }

    /// What speaks of no criterion.
    fn others(&self) -> String {
        let mut html = Html::default();
        let others: Vec<&Finding> =
            self.report.findings.iter().filter(|found| found.diagnostic.wcag.is_empty()).collect();
        html.raw(&self.by_rule(&others));
        self.or_nothing(html)
    }

    fn or_nothing(&self, html: Html) -> String {
        let text = html.text();
        if !text.is_empty() {
            return text;
        }
        let mut html = Html::default();
        html.element("p", "", &self.l10n.word("ui-report-nothing")).raw("\n");
        html.text()
    }

    fn by_rule(&self, findings: &[&Finding]) -> String {
        let mut rules: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in findings {
            rules.entry(finding.diagnostic.rule).or_default().push(finding);
        }
        let mut locator = Locator::new(self.sources);
        let mut html = Html::default();
        for (rule, findings) in rules {
            html.raw("<details open>\n<summary>").element("code", "", rule).raw(" — ");
            html.words(&self.counted("ui-report-times", findings.len()))
                .raw("</summary>\n<ul class=\"findings\">\n");
            for finding in findings.iter().take(MOST_FINDINGS) {
                html.raw(&self.finding(finding, &mut locator));
            }
            html.raw("</ul>\n");
            if findings.len() > MOST_FINDINGS {
                let more = self.counted("ui-report-more", findings.len() - MOST_FINDINGS);
                html.element("p", "", &more).raw("\n");
            }
            html.raw("</details>\n");
        }
        html.text()
    }

    fn finding(&self, finding: &Finding, locator: &mut Locator<'_>) -> String {
        let found = &finding.diagnostic;
        let label = match found.severity {
            Severity::Error => "ui-error",
            Severity::Warning => "ui-warning",
            Severity::Note if found.is_question() => "ui-report-question",
            Severity::Note => "ui-note",
        };
        let mut html = Html::default();
        html.raw("<li>\n<p>").element("strong", "", &self.l10n.word(label)).raw(": ");
        html.words(&format::message(found, self.l10n)).raw("</p>\n");
        if let Some(help) = format::help(found, self.l10n) {
            html.open("p", "").words(&self.l10n.word("ui-report-remedy")).raw(" ").words(&help).raw("</p>\n");
        }
        html.open("p", "class=\"place\"").words(&self.place(finding, locator)).raw("</p>\n");
        let seen = found.place.seen.as_ref().map(|seen| seen.html.as_str()).filter(|tag| !tag.is_empty());
        let quoted = || {
            let span = found.place.span().filter(|span| !locator.source(span.file).text.is_empty())?;
            Some(excerpt::quote(locator, span.file, &span.range()))
        };
        if let Some(code) = seen.map(str::to_owned).or_else(quoted) {
            html.raw("<p>").element("code", "", &clean::paragraph(&code)).raw("</p>\n");
        }
        html.raw("</li>\n");
        html.text()
    }

    /// File, line, column, and the pages that show it.
    fn place(&self, finding: &Finding, locator: &mut Locator<'_>) -> String {
        let place = &finding.diagnostic.place;
        let path = locator.source(place.file).path.to_string();
        let span = place.span().filter(|span| !locator.source(span.file).text.is_empty());
        let mut text = match span.map(|span| locator.line_column(span.file, span.start)) {
            Some(at) => format!("{path}:{}:{}", at.line, at.column),
            None => path.clone(),
        };
        let pages: Vec<&str> =
            finding.pages.iter().map(String::as_str).filter(|page| *page != path).collect();
        if !pages.is_empty() {
            let shown = self.counted("ui-report-on-pages", finding.n_pages);
            text.push_str(&format!("; {shown} {}", pages.join(", ")));
        }
        text
    }

    /// Pages with something wrong, the worst first.
    fn pages(&self) -> String {
        let mut pages = self.counts_by_page();
        pages.retain(|(_, failures, questions)| failures + questions > 0);
        pages.sort_by(|a, b| (b.1, b.2, &a.0).cmp(&(a.1, a.2, &b.0)));
        if pages.is_empty() {
            return self.or_nothing(Html::default());
        }
        let mut rows = Html::default();
        for (page, failures, questions) in pages.iter().take(MOST_PAGES) {
            rows.raw("<tr>").element("th", "scope=\"row\"", page);
            rows.element("td", "class=\"number\"", &self.l10n.number(*failures));
            rows.element("td", "class=\"number\"", &self.l10n.number(*questions)).raw("</tr>\n");
        }
        let heads = ["ui-report-page", "ui-report-failures", "ui-report-open"];
        let mut html = Html::default();
        html.raw(&self.boxed("ui-report-pages-caption", &heads, &rows.text()));
        if pages.len() > MOST_PAGES {
            html.element("p", "", &self.counted("ui-report-more", pages.len() - MOST_PAGES)).raw("\n");
        }
        html.text()
    }

    /// How many rules failed and how many asked, on every page.
    fn counts_by_page(&self) -> Vec<(String, usize, usize)> {
        if let Some(tested) = self.report.tested {
            let count = |ends: &[Conclusion], wanted| ends.iter().filter(|end| **end == wanted).count();
            return tested
                .pages
                .iter()
                .map(|page| {
                    let count = |wanted| count(&page.conclusions, wanted);
                    (page.page.clone(), count(Conclusion::Failed), count(Conclusion::CantTell))
                })
                .collect();
        }
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for finding in self.report.findings {
            for page in &finding.pages {
                let counts = counts.entry(page).or_default();
                if finding.diagnostic.is_question() { counts.1 += 1 } else { counts.0 += 1 }
            }
        }
        counts
            .into_iter()
            .map(|(page, (failures, questions))| (page.to_owned(), failures, questions))
            .collect()
    }

    /// Who has what to do: a line for every office, then its findings.
    fn offices(&self, offices: &Offices) -> String {
        let mut by_office: BTreeMap<Option<&str>, Vec<&Finding>> = BTreeMap::new();
        for finding in self.report.findings {
            by_office.entry(office_of(finding, offices)).or_default().push(finding);
        }
        if by_office.is_empty() {
            return self.or_nothing(Html::default());
        }
        // What is nobody's (templates, settings) comes last.
        let nobody = by_office.remove(&None);
        let named = by_office.into_iter().map(|(office, findings)| (office.unwrap_or_default(), findings));
        let no_office = self.l10n.word("ui-report-no-office");
        let all: Vec<(&str, Vec<&Finding>)> =
            named.chain(nobody.map(|findings| (no_office.as_str(), findings))).collect();
        let mut rows = Html::default();
        for (office, findings) in &all {
            rows.raw("<tr>").element("th", "scope=\"row\"", office);
            let of = |severity| findings.iter().filter(|found| found.diagnostic.severity == severity).count();
            for n in [of(Severity::Error), of(Severity::Warning), of(Severity::Note)] {
                rows.element("td", "class=\"number\"", &self.l10n.number(n));
            }
            rows.raw("</tr>\n");
        }
        let heads = ["ui-report-office", "ui-report-errors", "ui-report-warnings", "ui-report-notes"];
        let mut html = Html::default();
        html.raw(&self.boxed("ui-report-offices-caption", &heads, &rows.text()));
        let mut locator = Locator::new(self.sources);
        for (office, findings) in &all {
            html.element("h3", "", office).raw("\n<ul class=\"findings\">\n");
            for finding in findings.iter().take(MOST_FINDINGS) {
                html.raw("<li>").element("code", "", finding.diagnostic.rule).raw(" ");
                html.words(&format::message(&finding.diagnostic, self.l10n)).raw(" ");
                html.element("span", "class=\"place\"", &self.place(finding, &mut locator)).raw("</li>\n");
            }
            html.raw("</ul>\n");
            if findings.len() > MOST_FINDINGS {
                let more = self.counted("ui-report-more", findings.len() - MOST_FINDINGS);
                html.element("p", "", &more).raw("\n");
            }
        }
        html.text()
    }

    /// What no machine knows: a question for every criterion that has not failed already.
    fn questions(&self) -> String {
        let mut html = Html::default();
        html.element("p", "", &self.l10n.word("ui-report-questions-intro"))
            .raw("\n<ul class=\"questions\">\n");
        for known in &self.criteria {
            let question = self.l10n.lookup(&known.criterion.words(), Some("question"));
            if let Some(question) = question {
                html.raw("<li>")
                    .element("strong", "", &self.name(known))
                    .raw(": ")
                    .words(&question)
                    .raw("</li>\n");
            }
        }
        html.raw("</ul>\n");
        html.text()
    }
}

/// The office that answers for the file, or for the content that leads to it.
fn office_of<'a>(finding: &Finding, offices: &'a Offices) -> Option<&'a str> {
    let found = &finding.diagnostic;
    let files = std::iter::once(found.place.file).chain(found.related.iter().map(|(span, _)| span.file));
    files.into_iter().find_map(|file| offices.get(&file)).map(String::as_str)
}

fn anchor(known: &Known<'_>) -> String {
    format!("c-{}", known.criterion.number.replace('.', "-"))
}
