//! The agenda for a terminal: by urgency, a line each, the office after it.

use super::{Agenda, by_reason, day, delay, next_change, reason, span, word};
use crate::l10n::L10n;

pub(super) fn write(agenda: &Agenda, l10n: &L10n) -> String {
    let mut text = format!("{} – {}\n{}\n", agenda.site, span(agenda, l10n), next_change(agenda, l10n));
    for (kind, lines) in by_reason(agenda) {
        text.push_str(&format!("\n{} ({})\n", reason(kind, l10n), lines.len()));
        for line in lines {
            let section = line.section.as_deref().filter(|section| *section != line.title);
            let section = section.map(|section| format!(" ({section})")).unwrap_or_default();
            text.push_str(&format!("  {}  {}{section}\n", day(line.date, l10n), line.title));
            let office = line.office.as_deref().map(|office| format!("{}: {office}", word("office", l10n)));
            let responsible = line.responsible.clone();
            let parts: Vec<String> =
                [delay(line, l10n), office, responsible, line.norm.clone(), line.file.clone()]
                    .into_iter()
                    .flatten()
                    .collect();
            if !parts.is_empty() {
                text.push_str(&format!("              {}\n", parts.join(" · ")));
            }
        }
    }
    text
}
