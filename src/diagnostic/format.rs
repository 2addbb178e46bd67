//! The ways of showing findings, and what all of them start from.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    str::FromStr,
};

use super::{
    Diagnostic, Finding, Severity, Tested, clean, earl, github, gitlab, html, json, junit, sarif, terminal,
};
use crate::{
    l10n::{L10n, Message},
    source::{FileId, Sources},
};

/// How findings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For a person at a terminal.
    #[default]
    Text,
    /// The envelope of `docs/formats/findings.schema.json`.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands that GitHub shows beside the changed lines.
    Github,
    /// A Code Quality report for GitLab's merge requests.
    Gitlab,
    /// EARL as JSON-LD, for reports of conformance.
    Earl,
    /// JUnit XML, for continuous integration.
    Junit,
    /// A page for people who do not build sites.
    Html,
}

impl Format {
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Json,
        Self::Sarif,
        Self::Github,
        Self::Gitlab,
        Self::Earl,
        Self::Junit,
        Self::Html,
    ];

    /// As it is written after `--format`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Earl => "earl",
            Self::Junit => "junit",
            Self::Html => "html",
        }
    }
}

impl FromStr for Format {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|format| format.name() == name).ok_or(())
    }
}

/// What a run found.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// Sorted and folded.
    pub findings: &'a [Finding],
    /// How many findings the site accepts, with reason and expiry.
    pub accepted: usize,
    /// Those findings, for reports of conformance: what is accepted is broken all the same.
    pub accepted_findings: &'a [Finding],
    /// How many pages were made or looked at.
    pub pages: usize,
    /// The day the site was judged for, `YYYY-MM-DD`.
    pub date: String,
    /// What was tested to find this, if that was kept.
    pub tested: Option<&'a Tested>,
    /// The offices that answer for files, where that is known.
    pub offices: Option<&'a Offices>,
}

/// The office that answers for what a file says, by name.
pub type Offices = BTreeMap<FileId, String>;

/// What the caller wants of the showing.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Colors, for the terminal.
    pub color: bool,
    /// Columns of the terminal, if known.
    pub width: Option<usize>,
    /// How many findings of each severity the terminal shows; none: all.
    pub limit: Option<usize>,
    /// Folder of the site in its repository, empty or ending with `/`:
    /// GitHub, GitLab and SARIF count paths from the repository.
    pub prefix: String,
}

/// Writes the findings in a format. All but [`Format::Github`] and [`Format::Text`] write even when there are none.
pub fn show(
    format: Format,
    report: &Report<'_>,
    sources: &Sources,
    l10n: &L10n,
    out: &mut dyn io::Write,
    options: &Options,
) -> io::Result<()> {
    match format {
        Format::Text => terminal::show(report, sources, l10n, out, options),
        Format::Json => json::show(report, sources, l10n, out),
        Format::Sarif => sarif::show(report, sources, l10n, out, options),
        Format::Github => github::show(report, sources, l10n, out, options),
        Format::Gitlab => gitlab::show(report, sources, l10n, out, options),
        Format::Earl => earl::show(report, sources, l10n, out),
        Format::Junit => junit::show(report, sources, l10n, out),
        Format::Html => html::show(report, sources, l10n, out),
    }
}

/// `3 errori, 5 avvisi, 2 note in 4 file`: the last line a person reads.
pub fn summary(report: &Report<'_>, l10n: &L10n) -> String {
    let counted = |id, n: usize| l10n.text(&Message::new(id).with("n", n).with("shown", l10n.number(n)));
    let counts: Vec<String> = [
        (Severity::Error, "ui-count-errors"),
        (Severity::Warning, "ui-count-warnings"),
        (Severity::Note, "ui-count-notes"),
    ]
    .into_iter()
    .map(|(severity, id)| (id, of_severity(report.findings, severity).count()))
    .filter(|&(_, n)| n > 0)
    .map(|(id, n)| counted(id, n))
    .collect();
    let files: BTreeSet<_> = report.findings.iter().map(|finding| finding.diagnostic.place.file).collect();
    let mut summary = if counts.is_empty() {
        l10n.word("ui-count-none")
    } else {
        let files = counted("ui-count-files", files.len());
        l10n.text(&Message::new("ui-count-in").with("counts", counts.join(", ")).with("files", files))
    };
    if report.accepted > 0 {
        summary.push_str("; ");
        summary.push_str(&counted("ui-count-accepted", report.accepted));
    }
    summary
}

pub(super) fn of_severity(findings: &[Finding], severity: Severity) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(move |finding| finding.diagnostic.severity == severity)
}

/// The severity in formats for other programs, SARIF's words too.
pub(super) fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// What is wrong, as one clean paragraph.
pub(super) fn message(diagnostic: &Diagnostic, l10n: &L10n) -> String {
    clean::paragraph(&l10n.message(&diagnostic.message))
}

/// What to do, as one clean paragraph.
pub(super) fn help(diagnostic: &Diagnostic, l10n: &L10n) -> Option<String> {
    l10n.help(&diagnostic.message).map(|help| clean::paragraph(&help))
}

/// Message and help together, for formats that have room for one text.
pub(super) fn message_and_help(diagnostic: &Diagnostic, l10n: &L10n) -> String {
    match help(diagnostic, l10n) {
        Some(help) => format!("{}\n{}: {help}", message(diagnostic, l10n), l10n.word("ui-help")),
        None => message(diagnostic, l10n),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::ops::Range;

    use snapbox::{IntoData, assert_data_eq};

    use super::*;
    use crate::{
        diagnostic::{Place, Seen, fold},
        l10n::Lang,
        rule::Meta,
        source::{FileId, Span},
    };

    static YAML_DUPLICATE_KEY: Meta = Meta::new("yaml-duplicate-key", Severity::Error);
    static YAML_SYNTAX: Meta = Meta::new("yaml-syntax", Severity::Warning);
    static TOML_SYNTAX: Meta = Meta::new("toml-syntax", Severity::Warning);
    static YAML_LIMIT: Meta = Meta {
        id: "yaml-limit",
        severity: Severity::Note,
        wcag: &["1.1.1"],
        act: &["23a2a8"],
        examples: &[],
    };

    pub(crate) const CARD: &str =
        "---\ntitolo: Carta d'identità\nufficio: anagraf\ntitolo: Carta\n---\nTesto\n";

    /// One finding of every kind that formats must tell apart.
    pub(crate) fn example() -> (Sources, Vec<Finding>) {
        let mut sources = Sources::default();
        let card = sources.add("content/servizi/carta d'identità.md", CARD);
        let template = sources.add("themes/comune/base.html", "<main>\n<img src=\"stemma.svg\">\n</main>\n");
        let image = sources.add("content/foto/sindaco.jpg", "");
        let mut found = vec![
            YAML_DUPLICATE_KEY
                .at(span(card, CARD, "titolo: Carta\n", 0..6))
                .with("key", "titolo")
                .related(span(card, CARD, "titolo: Carta d", 0..6), "ui-first-here"),
            YAML_SYNTAX.at(image).severity(Severity::Error),
            // Its words take in what the file says.
            TOML_SYNTAX.at(Span::new(card, 4..60)).with("detail", "a: b\r\n100%, \u{1b}[31mrosso"),
        ];
        for page in ["/uno/", "/due/", "/tre/", "/quattro/"] {
            let seen = Seen {
                page: page.into(),
                selector: "main > img".into(),
                html: "<img src=\"stemma.svg\">".into(),
            };
            let place = Place::from(Span::new(template, 7..29)).seen(seen);
            found.push(YAML_LIMIT.variant("yaml-limit--depth", place).with("limit", 3_usize));
        }
        let findings = fold(found, &sources);
        (sources, findings)
    }

    pub(crate) fn span(file: FileId, text: &str, at: &str, range: Range<u32>) -> Span {
        let start = text.find(at).expect("the text holds it") as u32;
        Span::new(file, start + range.start..start + range.end)
    }

    pub(crate) fn shown(format: Format, options: &Options) -> String {
        let (sources, findings) = example();
        let report = Report {
            findings: &findings,
            accepted: 0,
            accepted_findings: &[],
            pages: 12,
            date: "2026-10-30".into(),
            tested: None,
            offices: None,
        };
        let mut out = Vec::new();
        show(format, &report, &sources, &L10n::new(Lang::It), &mut out, options).expect("a buffer takes it");
        let text = String::from_utf8(out).expect("text");
        text.replace(&format!("\"{}\"", env!("CARGO_PKG_VERSION")), "\"[VERSION]\"")
    }

    /// Compares to the letter, backslashes too.
    pub(crate) fn check_shown(format: Format, options: &Options, expected: impl IntoData) {
        assert_data_eq!(shown(format, options), expected.into_data().raw());
    }

    fn check_summary(
        lang: Lang,
        (errors, warnings, notes, accepted): (usize, usize, usize, usize),
        expected: &str,
    ) {
        let mut sources = Sources::default();
        let mut found = Vec::new();
        let severities = [(Severity::Error, errors), (Severity::Warning, warnings), (Severity::Note, notes)];
        for (severity, n) in severities {
            for n in 0..n {
                let file = sources.add(format!("{severity:?}/{n}.md"), "");
                found.push(YAML_SYNTAX.at(file).severity(severity));
            }
        }
        let findings = fold(found, &sources);
        let report = Report {
            findings: &findings,
            accepted,
            accepted_findings: &[],
            pages: 0,
            date: String::new(),
            tested: None,
            offices: None,
        };
        assert_eq!(summary(&report, &L10n::new(lang)), expected);
    }

    #[test]
    fn summaries_count_in_words() {
        check_summary(Lang::It, (0, 0, 0, 0), "nessun problema");
        check_summary(Lang::It, (1, 0, 0, 0), "1 errore in un file");
        check_summary(
            Lang::It,
            (3, 5, 2, 1),
            "3 errori, 5 avvisi, 2 note in 10 file; uno accettato in site.toml",
        );
        check_summary(Lang::It, (0, 1, 1, 3), "1 avviso, 1 nota in 2 file; 3 accettati in site.toml");
        check_summary(Lang::It, (1_200, 0, 0, 0), "1.200 errori in 1.200 file");
        check_summary(Lang::En, (1, 2, 0, 1), "1 error, 2 warnings in 3 files; 1 accepted in site.toml");
        check_summary(Lang::En, (0, 0, 0, 2), "no problems; 2 accepted in site.toml");
    }

    #[test]
    fn names_are_read_back() {
        for format in Format::ALL {
            assert_eq!(format.name().parse(), Ok(format));
        }
        assert_eq!("xml".parse::<Format>(), Err(()));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn no_text_and_no_place_is_too_strange(
            text in "(\\PC|[a-zà\t\r\n\u{1b}\u{202e}\u{e000}]|\u{0}){0,400}",
            ranges in proptest::collection::vec((0_u32..900, 0_u32..900), 1..4),
        ) {
            let mut sources = Sources::default();
            let file = sources.add("a.md", text);
            let mut spans = ranges.into_iter().map(|(start, end)| Span { file, start, end });
            let first = spans.next().expect("at least one");
            let found = spans.fold(YAML_SYNTAX.at(first), |found, span| found.related(span, "ui-first-here"));
            let findings = fold(vec![found], &sources);
            let report = Report { findings: &findings, accepted: 0, accepted_findings: &[], pages: 0, date: String::new(), tested: None, offices: None };
            for format in Format::ALL {
                let mut out = Vec::new();
                show(format, &report, &sources, &L10n::new(Lang::En), &mut out, &Options::default())
                    .expect("a buffer takes it");
                let out = String::from_utf8(out).expect("text");
                assert!(!out.contains(['\u{1b}', '\u{202e}', '\u{e000}', '\r']), "{out:?}");
            }
        }
    }
}
