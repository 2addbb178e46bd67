//! Findings as people see them in the preview: words, place, the way into the editor and to the element.

use super::{
    html::{Text, encoded},
    hub::Hub,
};
use crate::{
    diagnostic::{Diagnostic, Finding, Format, Options, Place, Report, Severity, show},
    pipeline::Snapshot,
    source::Sources,
};

/// A list of findings; nothing when there are none.
pub(super) fn list(hub: &Hub, sources: &Sources, findings: &[Finding]) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let items: String = findings.iter().map(|finding| item(hub, sources, finding)).collect();
    format!("<ol class=\"rilievi\">{items}</ol>")
}

fn item(hub: &Hub, sources: &Sources, finding: &Finding) -> String {
    let diagnostic = &finding.diagnostic;
    let (class, label) = severity(hub, diagnostic.severity);
    let message = hub.l10n.message(&diagnostic.message);
    let help = hub.l10n.help(&diagnostic.message);
    let help = help.map(|help| format!("<p class=\"rimedio\">{}</p>", Text(&help))).unwrap_or_default();
    let place = place(hub, sources, &diagnostic.place);
    let selector = diagnostic.place.seen.as_ref().map_or("", |seen| seen.selector.as_str());
    let element = match selector {
        "" => String::new(),
        selector => format!(
            "<button type=\"button\" data-selettore=\"{}\">{}</button>",
            Text(selector),
            Text(&hub.l10n.word("serve-show-element"))
        ),
    };
    let times = match finding.times {
        1 => String::new(),
        n => format!(" <span class=\"volte\">×{n}</span>"),
    };
    format!(
        "<li class=\"{class}\"><p><strong>{}</strong> {}{times} <code>{}</code></p>{help}<p class=\"luogo\">{place} {element}</p></li>",
        Text(&label),
        Text(&message),
        diagnostic.rule,
    )
}

pub(super) fn severity(hub: &Hub, severity: Severity) -> (&'static str, String) {
    match severity {
        Severity::Error => ("errore", hub.l10n.word("ui-error")),
        Severity::Warning => ("avviso", hub.l10n.word("ui-warning")),
        Severity::Note => ("nota", hub.l10n.word("ui-note")),
    }
}

/// `content/servizi/tari.md:3:10`, as a link into the editor where there is one.
pub(super) fn place(hub: &Hub, sources: &Sources, place: &Place) -> String {
    let source = sources.get(place.file);
    let (line, column) = match &place.range {
        Some(range) => {
            let at = source.line_column(range.start);
            (at.line, at.column)
        }
        None => (1, 1),
    };
    let shown = match place.range {
        Some(_) => format!("{}:{line}:{column}", source.path),
        None => source.path.to_string(),
    };
    file_link(hub, &source.path, &shown, line, column)
}

/// A path of the site as a link that opens it in the editor.
pub(super) fn file_link(hub: &Hub, path: &str, shown: &str, line: u32, column: u32) -> String {
    // What ships inside the program has no file to open.
    let editor = hub.options.editor.as_deref().filter(|_| !path.starts_with("arengo:"));
    let Some(editor) = editor else { return format!("<code>{}</code>", Text(shown)) };
    let whole = hub.options.plan.request.root.join(path);
    let address = editor
        .replace("{path}", &encoded(&whole.to_string_lossy().replace('\\', "/")))
        .replace("{line}", &line.to_string())
        .replace("{column}", &column.to_string());
    format!("<a href=\"{}\"><code>{}</code></a>", Text(&address), Text(shown))
}

/// Findings with the lines they are about, as on a terminal.
pub(super) fn excerpts(hub: &Hub, snapshot: &Snapshot, diagnostics: &[Diagnostic]) -> String {
    let findings = snapshot.judge(diagnostics.to_vec());
    let report = Report {
        findings: &findings,
        accepted: 0,
        accepted_findings: &[],
        pages: 0,
        date: snapshot.today.to_string(),
        tested: None,
        offices: None,
    };
    let mut text = Vec::new();
    let options = Options { width: Some(100), limit: Some(20), ..Options::default() };
    // Writing into memory does not fail.
    let _ = show(Format::Text, &report, &snapshot.sources, &hub.l10n, &mut text, &options);
    String::from_utf8_lossy(&text).into_owned()
}
