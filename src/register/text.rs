//! The register for a terminal: a line each, and below it what the log has to say against it.

use super::{Line, Register, day, say};
use crate::l10n::{L10n, Message};

pub(super) fn write(register: &Register, l10n: &L10n) -> String {
    let head = Message::new("register-head")
        .with("site", &register.site)
        .with("date", day(register.date, l10n))
        .with("n", register.lines.len());
    let mut text = say(&head, l10n) + "\n";
    if !register.has_log {
        text.push_str(&say(&Message::new("register-no-log"), l10n));
        text.push('\n');
    }
    for line in &register.lines {
        text.push_str(&one(line, l10n));
    }
    for (address, seen) in &register.unknown {
        let gone = seen.gone.map(|gone| day(gone, l10n)).unwrap_or_default();
        let message =
            Message::new(if seen.gone.is_some() { "register-unknown-gone" } else { "register-unknown" });
        let message =
            message.with("address", address).with("first", day(seen.first, l10n)).with("gone", gone);
        text.push_str(&say(&message, l10n));
        text.push('\n');
    }
    text
}

fn one(line: &Line, l10n: &L10n) -> String {
    let until = line.pubblicato_al.map_or_else(|| "?".to_owned(), |until| day(until, l10n));
    let from = day(line.pubblicato_dal, l10n);
    let number = format!("{}/{}", line.numero, line.anno);
    let mut text = format!("{number:>9}  {from} – {until}  {:<13}  {}\n", line.stato, line.oggetto);
    if line.conforme == Some(false) {
        let message = match (line.in_linea_dal, line.tolto_il) {
            (None, _) => Message::new("register-never"),
            (Some(first), None) => Message::new("register-online").with("first", day(first, l10n)),
            (Some(first), Some(gone)) => Message::new("register-was-online")
                .with("first", day(first, l10n))
                .with("gone", day(gone, l10n)),
        };
        text.push_str(&format!("           ! {}\n", say(&message, l10n)));
    }
    text
}
