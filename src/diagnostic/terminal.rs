//! For a person at a terminal: the place in the file with carets under it, what is wrong, what to write.

use std::{collections::BTreeMap, io, ops::Range};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{
    Diagnostic, Finding, Report, Severity, clean,
    excerpt::{Excerpt, are_near, excerpt},
    format,
    format::{Options, of_severity},
    locate::Locator,
};
use crate::{
    l10n::{L10n, Message},
    source::{FileId, Sources},
};

/// Related places shown with a finding.
const MOST_RELATED: usize = 5;

pub(super) fn show(
    report: &Report<'_>,
    sources: &Sources,
    l10n: &L10n,
    out: &mut dyn io::Write,
    options: &Options,
) -> io::Result<()> {
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = match options.width {
        Some(width) => renderer.term_width(width.max(40)),
        None => renderer,
    };
    let mut terminal = Terminal { locator: Locator::new(sources), l10n, renderer };
    let limit = options.limit.unwrap_or(usize::MAX);
    let mut shown: BTreeMap<Severity, usize> = BTreeMap::new();
    for finding in report.findings {
        let n_shown = shown.entry(finding.diagnostic.severity).or_default();
        if *n_shown < limit {
            *n_shown += 1;
            writeln!(out, "{}\n", terminal.finding(finding))?;
        }
    }
    show_hidden(report, l10n, limit, out)
}

/// `altri 120 avvisi: usa -v per vederli`
fn show_hidden(report: &Report<'_>, l10n: &L10n, limit: usize, out: &mut dyn io::Write) -> io::Result<()> {
    let words = [
        (Severity::Error, "ui-more-errors"),
        (Severity::Warning, "ui-more-warnings"),
        (Severity::Note, "ui-more-notes"),
    ];
    let mut any = false;
    for (severity, id) in words {
        let hidden = of_severity(report.findings, severity).count().saturating_sub(limit);
        if hidden > 0 {
            any = true;
            let message = Message::new(id).with("n", hidden).with("shown", l10n.number(hidden));
            writeln!(out, "{}", l10n.text(&message))?;
        }
    }
    if any { writeln!(out) } else { Ok(()) }
}

struct Terminal<'a> {
    locator: Locator<'a>,
    l10n: &'a L10n,
    renderer: Renderer,
}

/// Stands around the number of a place in what the renderer is given as a path. The renderer adds line and column
/// of the excerpt, which may have been cut; they are replaced by those of the file. It cannot stand in a source,
/// since `clean` takes it out.
const PLACE: char = '\u{e000}';

impl<'a> Terminal<'a> {
    fn finding(&mut self, finding: &'a Finding) -> String {
        let diagnostic = &finding.diagnostic;
        let title = level(diagnostic.severity)
            .with_name(self.l10n.word(level_name(diagnostic.severity)))
            .primary_title(format::message(diagnostic, self.l10n))
            .id(diagnostic.rule);
        let mut places = Vec::new();
        let mut group = Group::with_title(title);
        if self.locator.source(diagnostic.place.file).text.is_empty() || diagnostic.place.range.is_none() {
            group = group.element(Origin::path(self.path(diagnostic.place.file)));
        }
        for snippet in self.snippets(diagnostic, &mut places) {
            group = group.element(snippet);
        }
        for (name, text) in self.notes(finding) {
            group = group.element(Level::NOTE.with_name(self.l10n.word(name)).message(text));
        }
        if let Some(help) = format::help(diagnostic, self.l10n) {
            group = group.element(Level::HELP.with_name(self.l10n.word("ui-help")).message(help));
        }
        put_places(&self.renderer.render(&[group]), &places)
    }

    /// One excerpt for the places near the finding's own, and one for every other.
    fn snippets(
        &mut self,
        diagnostic: &Diagnostic,
        places: &mut Vec<String>,
    ) -> Vec<Snippet<'a, Annotation<'a>>> {
        let mut excerpts: Vec<(FileId, Vec<Mark>)> = Vec::new();
        let place = &diagnostic.place;
        if let Some(range) = place.range.clone() {
            excerpts.push((place.file, vec![Mark { range, label: None, kind: AnnotationKind::Primary }]));
        }
        for (span, why) in diagnostic.related.iter().take(MOST_RELATED) {
            let label = clean::paragraph(&self.l10n.text(why));
            let mark = Mark { range: span.range(), label: Some(label), kind: AnnotationKind::Context };
            match excerpts.first_mut().filter(|(file, marks)| {
                *file == span.file && are_near(&mut self.locator, *file, marks[0].range.start, span.start)
            }) {
                Some((_, marks)) => marks.push(mark),
                None => excerpts.push((span.file, vec![mark])),
            }
        }
        excerpts.retain(|(file, _)| !self.locator.source(*file).text.is_empty());
        excerpts.into_iter().map(|(file, marks)| self.snippet(file, marks, places)).collect()
    }

    fn snippet(
        &mut self,
        file: FileId,
        marks: Vec<Mark>,
        places: &mut Vec<String>,
    ) -> Snippet<'a, Annotation<'a>> {
        let start = self.locator.line_column(file, marks[0].range.start);
        let ranges: Vec<Range<u32>> = marks.iter().map(|mark| mark.range.clone()).collect();
        let Excerpt { text, first_line, ranges } = excerpt(&mut self.locator, file, &ranges);
        let path = format!("{PLACE}{}{PLACE}", places.len());
        places.push(format!("{}:{}:{}", self.path(file), start.line, start.column));
        Snippet::source(text).line_start(first_line).path(path).annotations(
            marks.into_iter().zip(ranges).map(|(mark, range)| mark.kind.span(range).label(mark.label)),
        )
    }

    /// What is to be said of the pages that show the finding.
    fn notes(&self, finding: &Finding) -> Vec<(&'static str, String)> {
        let Some(seen) = &finding.diagnostic.place.seen else { return Vec::new() };
        let mut notes = vec![("ui-page", clean::paragraph(&self.pages(finding)))];
        let element = if seen.html.is_empty() { &seen.selector } else { &seen.html };
        if !element.is_empty() {
            notes.push(("ui-element", clean::paragraph(element)));
        }
        notes
    }

    /// `/uno/ e in altre 3.119 pagine, per esempio /due/, /tre/`
    fn pages(&self, finding: &Finding) -> String {
        let Some((first, others)) = finding.pages.split_first() else { return String::new() };
        match finding.n_pages.saturating_sub(1) {
            0 if finding.times > 1 => {
                let times = Message::new("ui-page-times").with("page", first);
                self.l10n.text(&times.with("shown", self.l10n.number(finding.times)))
            }
            0 => first.clone(),
            n if n == others.len() => {
                let message = Message::new("ui-pages").with("page", first).with("others", others.join(", "));
                self.l10n.text(&message)
            }
            n => {
                let message =
                    Message::new("ui-pages-more").with("page", first).with("others", others.join(", "));
                self.l10n.text(&message.with("n", n).with("shown", self.l10n.number(n)))
            }
        }
    }

    fn path(&self, file: FileId) -> String {
        clean::paragraph(&self.locator.source(file).path)
    }
}

/// A place in an excerpt.
struct Mark {
    range: Range<u32>,
    label: Option<String>,
    kind: AnnotationKind,
}

/// Puts the places of the files where the renderer put places of excerpts.
fn put_places(rendered: &str, places: &[String]) -> String {
    let mut text = String::with_capacity(rendered.len() + 64);
    for (n, part) in rendered.split(PLACE).enumerate() {
        match part.parse::<usize>().ok().and_then(|number| places.get(number)) {
            Some(place) if n % 2 == 1 => text.push_str(place),
            _ if n == 0 => text.push_str(part),
            _ => text.push_str(part.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit())),
        }
    }
    text
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

fn level_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ui-error",
        Severity::Warning => "ui-warning",
        Severity::Note => "ui-note",
    }
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "lists of places, of which most have one")]
mod tests {
    use snapbox::{IntoData, assert_data_eq, str};

    use super::*;
    use crate::{
        diagnostic::{
            Format, fold,
            format::tests::{check_shown, shown},
        },
        l10n::Lang,
        rule::Meta,
        source::Span,
    };

    static OFFICE_REF: Meta = Meta::new("office-ref", Severity::Error);

    /// Shows one finding at `range` of a text; the second range is related to it.
    fn check(text: &str, ranges: &[Range<u32>], expected: impl IntoData) {
        let mut sources = Sources::default();
        let file = sources.add("content/a.md", text);
        let mut found = OFFICE_REF.at(Span::new(file, ranges[0].clone()));
        for range in &ranges[1..] {
            found = found.related(Span::new(file, range.clone()), "ui-first-here");
        }
        assert_data_eq!(rendered(vec![found], &sources, &Options::default()), expected.into_data().raw());
    }

    fn rendered(found: Vec<Diagnostic>, sources: &Sources, options: &Options) -> String {
        let findings = fold(found, sources);
        let report = Report {
            findings: &findings,
            accepted: 0,
            accepted_findings: &[],
            pages: 0,
            date: String::new(),
            tested: None,
            offices: None,
        };
        let mut out = Vec::new();
        show(&report, sources, &L10n::new(Lang::It), &mut out, options).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn every_kind_of_finding() {
        check_shown(
            Format::Text,
            &Options::default(),
            str![[r#"
errore[yaml-syntax]: questa riga non è scritta come vuole YAML
--> content/foto/sindaco.jpg
 = aiuto: scrivi `chiave: valore`, una riga per campo

avviso[toml-syntax]: questa riga non è scritta come vuole TOML: a: b 100%, ␛[31mrosso
 --> content/servizi/carta d'identità.md:2:1
  |
2 | / titolo: Carta d'identità
3 | | ufficio: anagraf
4 | | titolo: Carta
  | |_____________^
  |
  = aiuto: scrivi `chiave = "valore"`; i testi vanno tra virgolette

errore[yaml-duplicate-key]: il campo `titolo` è scritto due volte
 --> content/servizi/carta d'identità.md:4:1
  |
2 | titolo: Carta d'identità
  | ------ è già scritto qui
3 | ufficio: anagraf
4 | titolo: Carta
  | ^^^^^^
  |
  = aiuto: tieni il valore giusto e cancella l'altra riga

nota[yaml-limit]: ci sono più di 3 livelli di elenchi uno dentro l'altro
 --> themes/comune/base.html:2:1
  |
2 | <img src="stemma.svg">
  | ^^^^^^^^^^^^^^^^^^^^^^
  |
  = pagina: /due/ e in altre 3 pagine, per esempio /quattro/, /tre/
  = elemento: <img src="stemma.svg">
  = aiuto: semplifica il campo; il limite è `profondita` in `[limiti]` di site.toml


"#]],
        );
    }

    #[test]
    fn colors_only_when_asked() {
        let colored = shown(Format::Text, &Options { color: true, ..Options::default() });
        assert!(colored.contains("\u{1b}["));
        assert!(!shown(Format::Text, &Options::default()).contains('\u{1b}'));
        assert!(!colored.contains("[31mrosso\n") && !colored.contains(PLACE));
    }

    #[test]
    fn a_place_at_the_end_has_its_caret() {
        check(
            "uno\ndue",
            &[7..7],
            str![[r#"
errore[office-ref]: office-ref
 --> content/a.md:2:4
  |
2 | due
  |    ^


"#]],
        );
        check(
            "uno\n",
            &[4..4],
            str![[r#"
errore[office-ref]: office-ref
 --> content/a.md:2:1
  |
2 |
  | ^


"#]],
        );
        check(
            "uno\n",
            &[900..950],
            str![[r#"
errore[office-ref]: office-ref
 --> content/a.md:2:1
  |
2 |
  | ^


"#]],
        );
    }

    #[test]
    fn a_place_over_several_lines() {
        check(
            "uno\r\ndue\r\ntre\r\nquattro\r\n",
            &[5..13],
            str![[r#"
errore[office-ref]: office-ref
 --> content/a.md:2:1
  |
2 | / due
3 | | tre
  | |___^


"#]],
        );
        check(
            &"una riga\n".repeat(300),
            &[4..2_693],
            str![[r#"
errore[office-ref]: office-ref
   --> content/a.md:1:5
    |
  1 |   una riga
    |  _____^
  2 | | una riga
  3 | | una riga
  4 | | una riga
...   |
299 | | una riga
300 | | una riga
    | |__^


"#]],
        );
    }

    #[test]
    fn long_lines_and_far_places() {
        let line = format!("{}<img>{}\n", "à".repeat(60_000), "b".repeat(60_000));
        check(
            &line,
            &[120_000..120_005, 0..2],
            str![[r#"
errore[office-ref]: office-ref
 --> content/a.md:1:60001
  |
1 | …àààààààààààààààààààààààààààààààààààààààààààààààààààààààààààà<img>bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb...
  |                                                              ^^^^^
  |
 ::: content/a.md:1:1
  |
1 | ààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààà...
  | - è già scritto qui


"#]],
        );
        let text = format!("prima\n{}seconda\n", "\n".repeat(200));
        check(
            &text,
            &[206..213, 0..5],
            str![[r#"
errore[office-ref]: office-ref
   --> content/a.md:202:1
    |
202 | seconda
    | ^^^^^^^
    |
   ::: content/a.md:1:1
    |
  1 | prima
    | ----- è già scritto qui


"#]],
        );
    }

    #[test]
    fn sources_cannot_command_the_terminal() {
        check(
            "a\u{1b}]0;titolo\u{7}\tb\u{202e}c\u{9b}31m ",
            &[1..4],
            str![[r#"
errore[office-ref]: office-ref
 --> content/a.md:1:2
  |
1 | a␛]0;titolo␇    b�c�31m 
  |  ^^^


"#]],
        );
    }

    #[test]
    fn one_page_with_the_fault_twice() {
        let mut sources = Sources::default();
        let file = sources.add("base.html", "<img>");
        let seen = |selector: &str| crate::diagnostic::Seen {
            page: "/a/".into(),
            selector: selector.into(),
            html: String::new(),
        };
        let on = |selector| OFFICE_REF.at(crate::diagnostic::Place::from(file).seen(seen(selector)));
        assert_data_eq!(
            rendered(vec![on("img"), on("p")], &sources, &Options::default()),
            str![[r#"
errore[office-ref]: office-ref
--> base.html
 = pagina: /a/ (2 volte)
 = elemento: img


"#]]
        );
    }

    #[test]
    fn above_the_limit_they_are_counted() {
        let mut sources = Sources::default();
        let file = sources.add("a.md", "testo");
        let found = (0..1_121).map(|n| OFFICE_REF.at(file).with("n", n as usize)).collect();
        let options = Options { limit: Some(1), ..Options::default() };
        assert_data_eq!(
            rendered(found, &sources, &options),
            str![[r#"
errore[office-ref]: office-ref
--> a.md

altri 1.120 errori: usa -v per vederli


"#]]
        );
    }
}
