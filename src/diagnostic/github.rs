//! Workflow commands: GitHub shows them beside the changed lines of a pull request.

use std::io;

use super::{Report, Severity, format, format::Options, locate::Locator};
use crate::{l10n::L10n, source::Sources};

pub(super) fn show(
    report: &Report<'_>,
    sources: &Sources,
    l10n: &L10n,
    out: &mut dyn io::Write,
    options: &Options,
) -> io::Result<()> {
    let mut locator = Locator::new(sources);
    for finding in report.findings {
        let diagnostic = &finding.diagnostic;
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let path = format!("{}{}", options.prefix, locator.source(diagnostic.place.file).path);
        write!(out, "::{command} file={}", property(&path))?;
        if let Some(span) = diagnostic.place.span() {
            let start = locator.line_column(span.file, span.start);
            let end = locator.line_column(span.file, span.end.max(span.start));
            write!(out, ",line={}", start.line)?;
            if start.line == end.line {
                write!(out, ",col={},endColumn={}", start.column, end.column)?;
            } else {
                // GitHub takes columns only within one line.
                write!(out, ",endLine={}", end.line)?;
            }
        }
        let text = format::message_and_help(diagnostic, l10n);
        writeln!(out, ",title={}::{}", property(diagnostic.rule), data(&text))?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::diagnostic::{Format, format::tests::check_shown};

    #[test]
    fn github() {
        let options = Options { prefix: "sito, nuovo/".into(), ..Options::default() };
        check_shown(
            Format::Github,
            &options,
            str![[r#"
::error file=sito%2C nuovo/content/foto/sindaco.jpg,title=yaml-syntax::questa riga non è scritta come vuole YAML%0Aaiuto: scrivi `chiave: valore`, una riga per campo
::warning file=sito%2C nuovo/content/servizi/carta d'identità.md,line=2,endLine=4,title=toml-syntax::questa riga non è scritta come vuole TOML: a: b 100%25, ␛[31mrosso%0Aaiuto: scrivi `chiave = "valore"`; i testi vanno tra virgolette
::error file=sito%2C nuovo/content/servizi/carta d'identità.md,line=4,col=1,endColumn=7,title=yaml-duplicate-key::il campo `titolo` è scritto due volte%0Aaiuto: tieni il valore giusto e cancella l'altra riga
::notice file=sito%2C nuovo/themes/comune/base.html,line=2,col=1,endColumn=23,title=yaml-limit::ci sono più di 3 livelli di elenchi uno dentro l'altro%0Aaiuto: semplifica il campo; il limite è `profondita` in `[limiti]` di site.toml

"#]],
        );
    }

    #[test]
    fn nothing_ends_a_command_early() {
        assert_eq!(data("100%\r\n::error::no"), "100%25%0D%0A::error::no");
        assert_eq!(property("a:b,c%0A"), "a%3Ab%2Cc%250A");
    }
}
