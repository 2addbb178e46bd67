//! The JSON envelope, a promise to other programs: `docs/formats/findings.schema.json`.

use std::io;

use serde::Serialize;

use super::{Diagnostic, Finding, Report, clean, excerpt, format, locate::Locator};
use crate::{
    l10n::L10n,
    source::{LineColumn, Sources, Span},
    wcag::{self, Level},
};

const VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Envelope<'a> {
    version: u32,
    tool: Tool,
    date: &'a str,
    pages: usize,
    accepted: usize,
    findings: Vec<JsonFinding<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonFinding<'a> {
    rule: &'static str,
    severity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    wcag: &'static [&'static str],
    act: &'static [&'static str],
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    en301549: Vec<String>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    file: &'a str,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    range: Option<JsonRange>,
    #[serde(skip_serializing_if = "Option::is_none")]
    excerpt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'a str>,
    /// The first few addresses; `n_pages` says how many there are.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pages: &'a [String],
    #[serde(skip_serializing_if = "is_zero")]
    n_pages: usize,
    times: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    selector: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<&'a str>,
    related: Vec<JsonRelated<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonRange {
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct JsonRelated<'a> {
    file: &'a str,
    #[serde(flatten)]
    range: JsonRange,
    message: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_zero(n: &usize) -> bool {
    *n == 0
}

pub(super) fn show(
    report: &Report<'_>,
    sources: &Sources,
    l10n: &L10n,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut locator = Locator::new(sources);
    let findings = report.findings.iter().map(|finding| json_finding(finding, &mut locator, l10n)).collect();
    let envelope = Envelope {
        version: VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        date: &report.date,
        pages: report.pages,
        accepted: report.accepted,
        findings,
    };
    serde_json::to_writer_pretty(&mut *out, &envelope)?;
    out.write_all(b"\n")
}

fn json_finding<'a>(finding: &'a Finding, locator: &mut Locator<'a>, l10n: &L10n) -> JsonFinding<'a> {
    let diagnostic = &finding.diagnostic;
    let place = &diagnostic.place;
    let seen = place.seen.as_ref();
    // Binary files have no text to point into.
    let span = place.span().filter(|span| !locator.source(span.file).text.is_empty());
    let is_document =
        place.seen.is_none() && locator.source(place.file).path.to_ascii_lowercase().ends_with(".pdf");
    let present = |text: &'a str| (!text.is_empty()).then_some(text);
    JsonFinding {
        rule: diagnostic.rule,
        severity: format::severity_name(diagnostic.severity),
        outcome: outcome(diagnostic),
        wcag: diagnostic.wcag,
        act: diagnostic.act,
        level: wcag::level(diagnostic.wcag).map(Level::name),
        en301549: if is_document {
            wcag::en301549_of_documents(diagnostic.wcag)
        } else {
            wcag::en301549(diagnostic.wcag)
        },
        message: format::message(diagnostic, l10n),
        help: format::help(diagnostic, l10n),
        file: &locator.source(place.file).path,
        range: span.map(|span| json_range(span, locator)),
        excerpt: span.map(|span| excerpt::quote(locator, span.file, &span.range())),
        page: seen.map(|seen| seen.page.as_str()),
        pages: &finding.pages,
        n_pages: finding.n_pages,
        times: finding.times,
        selector: seen.and_then(|seen| present(&seen.selector)),
        html: seen.and_then(|seen| present(&seen.html)),
        related: diagnostic
            .related
            .iter()
            .map(|(span, why)| JsonRelated {
                file: &locator.source(span.file).path,
                range: json_range(*span, locator),
                message: clean::paragraph(&l10n.text(why)),
            })
            .collect(),
    }
}

fn json_range(span: Span, locator: &mut Locator<'_>) -> JsonRange {
    let LineColumn { line, column } = locator.line_column(span.file, span.start);
    let end = locator.line_column(span.file, span.end.max(span.start));
    JsonRange { line, column, end_line: end.line, end_column: end.column }
}

/// What an auditing rule concluded.
fn outcome(diagnostic: &Diagnostic) -> Option<&'static str> {
    diagnostic.outcome.map(|_| if diagnostic.is_question() { "cantTell" } else { "failed" })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;
    use snapbox::str;

    use crate::diagnostic::{
        Format, Options,
        format::tests::{check_shown, shown},
    };

    #[test]
    fn the_schema_holds() {
        let schema: Value =
            serde_json::from_str(include_str!("../../docs/formats/findings.schema.json")).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let report: Value = serde_json::from_str(&shown(Format::Json, &Options::default())).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&report)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");

        let mut wrong = report;
        wrong["findings"][0]["linea"] = 3.into();
        assert!(!validator.is_valid(&wrong), "the schema names every field");
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "one long text to compare with")]
    fn json() {
        check_shown(
            Format::Json,
            &Options::default(),
            str![[r#"
{
  "version": 1,
  "tool": {
    "name": "arengo",
    "version": "[VERSION]"
  },
  "date": "2026-10-30",
  "pages": 12,
  "accepted": 0,
  "findings": [
    {
      "rule": "yaml-syntax",
      "severity": "error",
      "wcag": [],
      "act": [],
      "en301549": [],
      "message": "questa riga non è scritta come vuole YAML",
      "help": "scrivi `chiave: valore`, una riga per campo",
      "file": "content/foto/sindaco.jpg",
      "times": 1,
      "related": []
    },
    {
      "rule": "toml-syntax",
      "severity": "warning",
      "wcag": [],
      "act": [],
      "en301549": [],
      "message": "questa riga non è scritta come vuole TOML: a: b 100%, ␛[31mrosso",
      "help": "scrivi `chiave = \"valore\"`; i testi vanno tra virgolette",
      "file": "content/servizi/carta d'identità.md",
      "line": 2,
      "column": 1,
      "endLine": 4,
      "endColumn": 14,
      "excerpt": "titolo: Carta d'identità",
      "times": 1,
      "related": []
    },
    {
      "rule": "yaml-duplicate-key",
      "severity": "error",
      "wcag": [],
      "act": [],
      "en301549": [],
      "message": "il campo `titolo` è scritto due volte",
      "help": "tieni il valore giusto e cancella l'altra riga",
      "file": "content/servizi/carta d'identità.md",
      "line": 4,
      "column": 1,
      "endLine": 4,
      "endColumn": 7,
      "excerpt": "titolo: Carta",
      "times": 1,
      "related": [
        {
          "file": "content/servizi/carta d'identità.md",
          "line": 2,
          "column": 1,
          "endLine": 2,
          "endColumn": 7,
          "message": "è già scritto qui"
        }
      ]
    },
    {
      "rule": "yaml-limit",
      "severity": "note",
      "outcome": "failed",
      "wcag": [
        "1.1.1"
      ],
      "act": [
        "23a2a8"
      ],
      "level": "A",
      "en301549": [
        "9.1.1.1"
      ],
      "message": "ci sono più di 3 livelli di elenchi uno dentro l'altro",
      "help": "semplifica il campo; il limite è `profondita` in `[limiti]` di site.toml",
      "file": "themes/comune/base.html",
      "line": 2,
      "column": 1,
      "endLine": 2,
      "endColumn": 23,
      "excerpt": "<img src=\"stemma.svg\">",
      "page": "/due/",
      "pages": [
        "/due/",
        "/quattro/",
        "/tre/"
      ],
      "nPages": 4,
      "times": 4,
      "selector": "main > img",
      "html": "<img src=\"stemma.svg\">",
      "related": []
    }
  ]
}

"#]],
        );
    }
}
