//! The Code Quality report that GitLab shows in a merge request.

use std::io;

use serde::Serialize;

use super::{Report, Severity, fingerprint::Fingerprints, format, format::Options, locate::Locator};
use crate::{l10n::L10n, source::Sources};

#[derive(Serialize)]
struct Entry {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

pub(super) fn show(
    report: &Report<'_>,
    sources: &Sources,
    l10n: &L10n,
    out: &mut dyn io::Write,
    options: &Options,
) -> io::Result<()> {
    let mut locator = Locator::new(sources);
    let mut fingerprints = Fingerprints::default();
    let entries: Vec<Entry> = report
        .findings
        .iter()
        .map(|finding| {
            let diagnostic = &finding.diagnostic;
            let file = diagnostic.place.file;
            // A finding about a whole file stands at its top: GitLab wants a line.
            let range = diagnostic.place.range.clone().unwrap_or(0..0);
            let begin = locator.line_column(file, range.start).line;
            let end = locator.line_column(file, range.end).line.max(begin);
            Entry {
                description: format::message_and_help(diagnostic, l10n),
                check_name: diagnostic.rule,
                fingerprint: fingerprints.next(finding, sources),
                severity: match diagnostic.severity {
                    Severity::Error => "critical",
                    Severity::Warning => "minor",
                    Severity::Note => "info",
                },
                location: Location {
                    path: format!("{}{}", options.prefix, locator.source(file).path),
                    lines: Lines { begin, end },
                },
            }
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &entries)?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::diagnostic::{Format, format::tests::check_shown};

    #[test]
    fn gitlab() {
        check_shown(
            Format::Gitlab,
            &Options::default(),
            str![[r#"
[
  {
    "description": "questa riga non è scritta come vuole YAML\naiuto: scrivi `chiave: valore`, una riga per campo",
    "check_name": "yaml-syntax",
    "fingerprint": "b8b8c1d360a9a49202db541d2569758b:1",
    "severity": "critical",
    "location": {
      "path": "content/foto/sindaco.jpg",
      "lines": {
        "begin": 1,
        "end": 1
      }
    }
  },
  {
    "description": "questa riga non è scritta come vuole TOML: a: b 100%, ␛[31mrosso\naiuto: scrivi `chiave = \"valore\"`; i testi vanno tra virgolette",
    "check_name": "toml-syntax",
    "fingerprint": "b6b9bf56c734b0bacc4d71ae2aa9d2bd:1",
    "severity": "minor",
    "location": {
      "path": "content/servizi/carta d'identità.md",
      "lines": {
        "begin": 2,
        "end": 4
      }
    }
  },
  {
    "description": "il campo `titolo` è scritto due volte\naiuto: tieni il valore giusto e cancella l'altra riga",
    "check_name": "yaml-duplicate-key",
    "fingerprint": "9f10c2cf414a4dd1e20ee9795f821363:1",
    "severity": "critical",
    "location": {
      "path": "content/servizi/carta d'identità.md",
      "lines": {
        "begin": 4,
        "end": 4
      }
    }
  },
  {
    "description": "ci sono più di 3 livelli di elenchi uno dentro l'altro\naiuto: semplifica il campo; il limite è `profondita` in `[limiti]` di site.toml",
    "check_name": "yaml-limit",
    "fingerprint": "bdfe5474dd4f58a7e1410e68f1096429:1",
    "severity": "info",
    "location": {
      "path": "themes/comune/base.html",
      "lines": {
        "begin": 2,
        "end": 2
      }
    }
  }
]

"#]],
        );
    }
}
