//! The last line a person reads: what was made, what was found, how long it took.

use std::time::Duration;

use super::console::Console;
use crate::{
    diagnostic::{Finding, Severity},
    l10n::Message,
    pipeline::{Build, Order},
};

pub(super) fn tell(build: &Build, order: &Order, console: &Console) {
    if console.verbose {
        for (stage, time) in &build.timings {
            let name = console.l10n.lookup("cli-stages", Some(stage)).unwrap_or_else(|| (*stage).to_owned());
            console.say(&format!("  {name:<24} {:>10}", seconds(*time, console)));
        }
    }
    console.say(&console.l10n.text(&message(build, order, console)));
    if order.switches.no_audit {
        console.say(&console.l10n.word("cli-summary-no-audit"));
    }
    if build.cached.is_some_and(|cached| !cached.saved) {
        console.say(&console.l10n.word("cli-summary-not-kept"));
    }
}

fn message(build: &Build, order: &Order, console: &Console) -> Message {
    let words = match (order.publish, build.written) {
        (true, Some(_)) => "cli-summary-published",
        (true, None) => "cli-summary-unpublished",
        (false, _) => "cli-summary-checked",
    };
    let written = build.written.unwrap_or_default();
    let folder = order.output.display().to_string();
    let time = build.timings.iter().map(|(_, time)| *time).sum();
    Message::new(words)
        .with("pages", build.pages)
        .with("date", order.request.today.to_string())
        .with("folder", folder)
        .with("written", written.written)
        .with("kept", written.kept)
        .with("removed", written.removed)
        .with("findings", findings(&build.findings, build.accepted, console))
        .with("time", seconds(time, console))
}

/// `2 errori, 1 avviso`, with what was accepted.
pub(super) fn findings(findings: &[Finding], accepted: usize, console: &Console) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.diagnostic.severity == severity).count();
    let parts = [
        ("cli-count-errors", count(Severity::Error)),
        ("cli-count-warnings", count(Severity::Warning)),
        ("cli-count-notes", count(Severity::Note)),
        ("cli-count-accepted", accepted),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(words, n)| console.l10n.text(&Message::new(words).with("n", n)))
        .collect();
    if parts.is_empty() { console.l10n.word("cli-count-none") } else { parts.join(", ") }
}

/// `1,2 s` or `38 ms`, with the decimal mark of the language.
pub(super) fn seconds(time: Duration, console: &Console) -> String {
    if time < Duration::from_secs(1) {
        return format!("{} ms", time.as_millis());
    }
    let text = format!("{:.1} s", time.as_secs_f64());
    match console.l10n.lang() {
        crate::l10n::Lang::It => text.replace('.', ","),
        crate::l10n::Lang::En => text,
    }
}
