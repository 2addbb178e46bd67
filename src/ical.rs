//! iCalendar (RFC 5545): days and moments as the calendars of telephones and offices read them.
//!
//! Moments are written in universal time, so no file has to carry the rules of a time zone; nothing here reads a clock.

use jiff::{
    civil::{Date, DateTime},
    tz::TimeZone,
};

/// A file with any number of events.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// Shown by the calendar that subscribes to it.
    pub name: String,
    /// Language of the texts.
    pub lang: String,
    pub events: Vec<Event>,
}

/// Something that happens, or falls due.
#[derive(Debug, Clone)]
pub struct Event {
    /// The same for ever, and no other's.
    pub uid: String,
    /// When it was last changed: whoever has it already compares.
    pub changed: Date,
    pub when: When,
    pub title: String,
    pub description: Option<String>,
    pub place: Option<String>,
    pub url: Option<String>,
}

/// Whole days, or a time of the day in Italy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Both days included.
    Days {
        first: Date,
        last: Date,
    },
    Time {
        start: DateTime,
        end: Option<DateTime>,
    },
}

impl Calendar {
    /// The file.
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.plain("BEGIN", "VCALENDAR");
        lines.plain("VERSION", "2.0");
        lines.plain("PRODID", &format!("-//Arengo//{}", self.lang.to_uppercase()));
        lines.plain("CALSCALE", "GREGORIAN");
        lines.plain("METHOD", "PUBLISH");
        if !self.name.is_empty() {
            lines.escaped("X-WR-CALNAME", &self.name);
        }
        self.events.iter().for_each(|event| event.write(&mut lines));
        lines.plain("END", "VCALENDAR");
        lines.0
    }
}

impl Event {
    fn write(&self, lines: &mut Lines) {
        lines.plain("BEGIN", "VEVENT");
        lines.escaped("UID", &self.uid);
        lines.plain("DTSTAMP", &format!("{}T000000Z", day(self.changed)));
        match self.when {
            When::Days { first, last } => {
                lines.plain("DTSTART;VALUE=DATE", &day(first));
                // The end of whole days is the day after.
                let after = last.max(first).tomorrow().unwrap_or(last);
                lines.plain("DTEND;VALUE=DATE", &day(after));
            }
            When::Time { start, end } => {
                lines.plain("DTSTART", &moment(start));
                if let Some(end) = end.filter(|end| *end > start) {
                    lines.plain("DTEND", &moment(end));
                }
            }
        }
        lines.escaped("SUMMARY", &self.title);
        if let Some(description) = &self.description {
            lines.escaped("DESCRIPTION", description);
        }
        if let Some(place) = &self.place {
            lines.escaped("LOCATION", place);
        }
        if let Some(url) = &self.url {
            lines.plain("URL", url);
        }
        lines.plain("END", "VEVENT");
    }
}

fn day(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// An Italian moment in universal time.
fn moment(moment: DateTime) -> String {
    let rome = TimeZone::get("Europe/Rome").expect("time zones are bundled");
    match moment.to_zoned(rome) {
        Ok(zoned) => zoned.with_time_zone(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string(),
        // The last days of the calendar: without a zone it is the visitor's.
        Err(_) => moment.strftime("%Y%m%dT%H%M%S").to_string(),
    }
}

/// Lines as the format wants them: at most 75 bytes, the rest folded.
#[derive(Default)]
struct Lines(String);

const MOST: usize = 75;

impl Lines {
    fn escaped(&mut self, name: &str, text: &str) {
        let mut value = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => value.extend(['\\', c]),
                '\n' => value.push_str("\\n"),
                c if c.is_control() => {}
                c => value.push(c),
            }
        }
        self.plain(name, &value);
    }

    fn plain(&mut self, name: &str, value: &str) {
        let mut left = MOST;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > left {
                self.0.push_str("\r\n ");
                left = MOST - 1;
            }
            self.0.push(c);
            left -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(when: When) -> Event {
        Event {
            uid: "evento/natale@comune.example".to_owned(),
            changed: "2026-11-16".parse().unwrap(),
            when,
            title: "Luci, musica; e altro".to_owned(),
            description: None,
            place: None,
            url: None,
        }
    }

    fn text(when: When) -> String {
        Calendar { name: String::new(), lang: "it".to_owned(), events: vec![event(when)] }.text()
    }

    #[test]
    fn moments_follow_italian_summer_time() {
        let time = |start: &str| When::Time { start: start.parse().unwrap(), end: None };
        assert!(text(time("2026-12-08T17:00")).contains("DTSTART:20261208T160000Z\r\n"));
        assert!(text(time("2026-07-08T17:00")).contains("DTSTART:20260708T150000Z\r\n"));
    }

    #[test]
    fn the_last_day_is_included() {
        let days = When::Days { first: "2026-12-31".parse().unwrap(), last: "2026-12-31".parse().unwrap() };
        let text = text(days);
        assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "{text}");
    }

    #[test]
    fn an_end_before_the_start_is_left_out() {
        let when = When::Time {
            start: "2026-12-08T17:00".parse().unwrap(),
            end: Some("2026-12-08T16:00".parse().unwrap()),
        };
        assert!(!text(when).contains("DTEND"));
    }

    #[test]
    fn texts_are_escaped_and_folded_between_letters() {
        let mut event =
            event(When::Days { first: "2026-12-08".parse().unwrap(), last: "2026-12-09".parse().unwrap() });
        event.title = format!("{}\nà, fine", "à".repeat(60));
        let text = Calendar { events: vec![event], ..Calendar::default() }.text();
        assert!(text.lines().all(|line| line.len() <= MOST), "{text}");
        let whole = text.replace("\r\n ", "");
        assert!(whole.contains(&format!("SUMMARY:{}\\nà\\, fine\r\n", "à".repeat(60))));
    }
}
