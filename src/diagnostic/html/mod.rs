//! A report for people who do not build sites: one page that stands alone, in the words of one language, by criterion,
//! by rule, by page, by office, with what a person must still verify. It never says that something conforms.
//!
//! `criteria` puts the findings under the criteria, `markup` writes tags, `report.css` is the whole of its looks.

mod criteria;
mod markup;
mod sections;

use std::io;

pub(super) use markup::{Html, escaped};

use super::Report;
use crate::{
    l10n::{L10n, Message},
    source::Sources,
};

const STYLE: &str = include_str!("report.css");

pub(super) fn show(
    report: &Report<'_>,
    sources: &Sources,
    l10n: &L10n,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let about = Message::new("ui-report-about")
        .with("date", &report.date)
        .with("n", report.pages)
        .with("pages", l10n.number(report.pages))
        .with("version", env!("CARGO_PKG_VERSION"));
    let sections = sections::all(report, sources, l10n);
    let title = l10n.word("ui-report-title");
    let page = frame(&title, &l10n.text(&about), &l10n.word("ui-report-caution"), &sections, l10n);
    out.write_all(page.as_bytes())
}

/// Anchor, words of the heading, and markup of a section.
pub(super) type Section = (&'static str, &'static str, String);

/// A page that stands alone: title, what it is about, sections with an index, a caution at the end.
pub(super) fn frame(title: &str, about: &str, caution: &str, sections: &[Section], l10n: &L10n) -> String {
    let mut html = Html::default();
    html.raw("<!DOCTYPE html>\n").raw(&format!("<html lang=\"{}\">\n<head>\n", l10n.lang().code()));
    html.raw("<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"robots\" content=\"noindex\">\n");
    html.element("title", "", title).raw("\n<style>\n").raw(STYLE).raw("</style>\n</head>\n<body>\n");
    html.element("a", "class=\"skip\" href=\"#contenuto\"", &l10n.word("ui-report-skip"));
    html.raw("\n<header>\n").element("h1", "", title).raw("\n");
    html.element("p", "", about).raw("\n</header>\n");
    let label = escaped(&l10n.word("ui-report-contents"));
    html.raw(&format!("<nav aria-label=\"{label}\">\n<ul>\n"));
    for (anchor, words, _) in sections {
        html.raw("<li>").element("a", &format!("href=\"#{anchor}\""), &l10n.word(words)).raw("</li>\n");
    }
    html.raw("</ul>\n</nav>\n<main id=\"contenuto\" tabindex=\"-1\">\n");
    for (anchor, words, body) in sections {
        html.raw(&format!("<section aria-labelledby=\"{anchor}\">\n"));
        html.element("h2", &format!("id=\"{anchor}\""), &l10n.word(words)).raw("\n");
        html.raw(body).raw("</section>\n");
    }
    html.raw("</main>\n<footer>\n").element("p", "", caution).raw("\n</footer>\n</body>\n</html>\n");
    html.text()
}

#[cfg(test)]
mod tests {
    use crate::{
        audit::{Document, Settings, Subject},
        diagnostic::{
            Conclusion, Format, Options, Report, Test, Tested, TestedPage, format::tests::example, show,
        },
        l10n::{L10n, Lang},
        source::Sources,
    };

    fn report(lang: Lang) -> String {
        let (sources, findings) = example();
        let tested = Tested {
            tests: vec![
                Test { rule: "yaml-limit", wcag: &["1.1.1"], act: &[] },
                Test { rule: "list", wcag: &["1.3.1"], act: &[] },
            ],
            pages: vec![
                TestedPage {
                    page: "/due/".into(),
                    conclusions: vec![Conclusion::Failed, Conclusion::Passed],
                    features: crate::diagnostic::Features::default(),
                },
                TestedPage {
                    page: "/sei/".into(),
                    conclusions: vec![Conclusion::Passed; 2],
                    features: crate::diagnostic::Features::default(),
                },
            ],
        };
        let first = findings.first().map(|finding| finding.diagnostic.place.file);
        let offices = first.into_iter().map(|file| (file, "Ufficio <tributi>".to_owned())).collect();
        let report = Report {
            findings: &findings,
            accepted: 1,
            accepted_findings: &[],
            pages: 2,
            date: "2026-10-30".into(),
            tested: Some(&tested),
            offices: Some(&offices),
        };
        let mut out = Vec::new();
        show(Format::Html, &report, &sources, &L10n::new(lang), &mut out, &Options::default()).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_report_is_accessible_itself() {
        for lang in [Lang::It, Lang::En] {
            let html = report(lang);
            let document = Document::parse_with_places(&html);
            let mut sources = Sources::default();
            let file = sources.add("report.html", html.as_str());
            let subject = Subject {
                document: &document,
                url: "report.html",
                file,
                sheets: crate::audit::Sheets::none(),
            };
            let found: Vec<_> = subject
                .audit(&Settings::default())
                .into_iter()
                .map(|found| (found.rule, found.place.seen.unwrap().selector))
                .collect();
            assert_eq!(found, [], "{html}");
            assert!(!html.contains("ui-report") && !html.contains("ui-wcag"), "a word is missing: {html}");
        }
    }

    #[test]
    fn every_finding_has_an_office_or_none() {
        let html = report(Lang::It);
        let offices = &html[html.find("id=\"uffici\"").expect("a section")..];
        let named = offices.find("<h3>Ufficio &lt;tributi&gt;</h3>").expect("an office");
        let nobody = offices.find("<h3>Nessun ufficio").expect("templates and settings");
        assert!(named < nobody, "{offices}");
        let (_, findings) = example();
        let end = offices.find("id=\"verifiche\"").expect("what comes after");
        let listed = offices[..end].matches("<li><code").count();
        assert_eq!(listed, findings.len());
    }

    #[test]
    fn findings_stand_under_their_criterion_and_nothing_is_markup() {
        let html = report(Lang::It);
        let criterion = html.find("id=\"c-1-1-1\"").expect("the criterion has a section");
        let rest = &html[criterion..];
        assert!(rest.contains("ci sono più di 3 livelli"), "{html}");
        assert!(html.contains("&lt;img src=&quot;stemma.svg&quot;&gt;"), "{html}");
        assert!(!html.contains("<img"), "{html}");
        assert!(html.contains("non conforme"));
        let row = html.split("<tr").find(|row| row.contains("1.3.1")).expect("all criteria are listed");
        assert!(row.contains("da verificare"), "{row}");
        assert!(!row.contains(">conforme<"), "{row}");
    }
}
