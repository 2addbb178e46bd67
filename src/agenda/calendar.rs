//! The agenda as iCalendar (RFC 5545): an all-day event for each line that is not over, and one for the next change.

use jiff::civil::Date;

use super::{Agenda, delay, reason, word};
use crate::{
    hash::Hash,
    l10n::{L10n, Message},
    model::transparency::Deadline,
};

/// Bytes of a line before it goes on in the next (section 3.1).
const MOST_BYTES: usize = 75;

pub(super) fn write(agenda: &Agenda, l10n: &L10n) -> String {
    let mut out = Lines { text: String::new() };
    out.put("BEGIN:VCALENDAR");
    out.put("VERSION:2.0");
    out.put("PRODID:-//Arengo//arengo deadlines//IT");
    out.put("CALSCALE:GREGORIAN");
    out.put(&format!("X-WR-CALNAME:{}", escaped(&agenda.site)));
    for line in &agenda.deadlines {
        event(&mut out, agenda, line, l10n);
    }
    if let Some(date) = agenda.next_change {
        let title = l10n.text(&Message::new("agenda-next-change-title"));
        vevent(&mut out, agenda, date, &format!("next-change-{date}"), &title, "");
    }
    out.put("END:VCALENDAR");
    out.text
}

fn event(out: &mut Lines, agenda: &Agenda, line: &Deadline, l10n: &L10n) {
    let title = format!("{}: {}", reason(line.reason, l10n), line.title);
    let said = |name: &str, value: &Option<String>| {
        value.as_ref().map(|value| format!("{}: {value}", word(name, l10n)))
    };
    let parts = [
        delay(line, l10n),
        said("section", &line.section),
        said("norm", &line.norm),
        said("office", &line.office),
        said("responsible", &line.responsible),
        said("file", &line.file),
    ];
    let description = parts.into_iter().flatten().collect::<Vec<_>>().join("\n");
    // What should have been done already stands under today.
    let date = line.date.max(agenda.today);
    let section = line.section.as_deref().unwrap_or_default();
    let what = format!("{}|{}|{section}|{}", line.reason.name(), line.date, line.title);
    vevent(out, agenda, date, &Hash::of(what.as_bytes()).to_string(), &title, &description);
}

fn vevent(out: &mut Lines, agenda: &Agenda, date: Date, id: &str, title: &str, description: &str) {
    let basic = |date: Date| date.strftime("%Y%m%d").to_string();
    let host = agenda.address.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or("arengo");
    out.put("BEGIN:VEVENT");
    out.put(&format!("UID:{id}@{host}"));
    // The same day gives the same bytes.
    out.put(&format!("DTSTAMP:{}T000000Z", basic(agenda.today)));
    out.put(&format!("DTSTART;VALUE=DATE:{}", basic(date)));
    out.put(&format!("DTEND;VALUE=DATE:{}", basic(date.tomorrow().unwrap_or(date))));
    out.put(&format!("SUMMARY:{}", escaped(title)));
    if !description.is_empty() {
        out.put(&format!("DESCRIPTION:{}", escaped(description)));
    }
    out.put("TRANSP:TRANSPARENT");
    out.put("END:VEVENT");
}

/// Text with its special characters behind a backslash (section 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace("\r\n", "\n")
        .replace('\n', "\\n")
}

struct Lines {
    text: String,
}

impl Lines {
    /// Adds a line, folded so that no character is cut.
    fn put(&mut self, line: &str) {
        let mut room = MOST_BYTES;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = MOST_BYTES - 1;
            }
            self.text.push(c);
            room -= c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut lines = Lines { text: String::new() };
        let long = format!("SUMMARY:{}", "à".repeat(100));
        lines.put(&long);
        assert!(lines.text.lines().all(|line| line.len() <= MOST_BYTES), "{}", lines.text);
        assert_eq!(lines.text.replace("\r\n ", "").trim_end(), long);
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
    }
}
