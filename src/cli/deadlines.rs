//! `arengo deadlines`: what falls due, must go, is late or was not read again, and when the output changes by itself.

use jiff::{ToSpan, civil::Date};

use super::{
    Exit,
    args::DeadlinesArguments,
    console::Console,
    show::{self, Shown},
    site,
};
use crate::{
    agenda::{self, Form},
    diagnostic::{self, Failure, Format},
    l10n::Message,
    load::{self, Request},
    pipeline::Build,
    write,
};

/// How far to look unless told otherwise.
const DAYS: i32 = 90;
const MOST_DAYS: i32 = 3660;

pub(super) fn run(arguments: &DeadlinesArguments, console: &Console) -> Result<Exit, Failure> {
    let request = Request {
        root: site::root(arguments.site.as_deref())?,
        today: site::date(arguments.date.as_deref())?,
        base_url: None,
        drafts: false,
    };
    let until = horizon(request.today, arguments.days.as_deref())?;
    let loading = load::load(&request)?;
    let Some(site) = loading.site else {
        let findings = diagnostic::fold(loading.diagnostics, &loading.sources);
        let build = Build { findings, ..Build::empty(loading.sources) };
        show::findings(Format::Text, &Shown::build(&build, &request), console)?;
        return Ok(Exit::Findings);
    };
    let mut agenda = agenda::of(&site, &loading.sources, until);
    if arguments.next_change {
        let text = agenda.next_change.map_or_else(String::new, |day| format!("{day}\n"));
        console.data(text.as_bytes())?;
        return Ok(Exit::Fine);
    }
    if let Some(office) = &arguments.office {
        agenda.of_office(office);
    }
    if let Some(file) = &arguments.html {
        write::replace(file, agenda.page(&console.l10n).as_bytes())?;
        console.note(&Message::new("cli-deadlines-page").with("path", file.display().to_string()));
        if arguments.format.is_none() {
            return Ok(Exit::Fine);
        }
    }
    let form: Form = arguments.format.as_deref().and_then(|name| name.parse().ok()).unwrap_or_default();
    console.data(agenda.write(form, &console.l10n).as_bytes())?;
    Ok(Exit::Fine)
}

/// The last day to look at.
fn horizon(today: Date, days: Option<&str>) -> Result<Date, Failure> {
    let days = match days {
        None => DAYS,
        Some(text) => match text.parse::<i32>() {
            Ok(days) if (0..=MOST_DAYS).contains(&days) => days,
            _ => return Err(Failure::usage("cli-days").with("value", text)),
        },
    };
    Ok(today.saturating_add(days.days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn horizons() {
        let today: Date = "2026-11-26".parse().unwrap();
        let check = |days, expected: &str| {
            let found = horizon(today, days)
                .map_or_else(|failure| failure.message.id.to_owned(), |day| day.to_string());
            assert_eq!(found, expected, "{days:?}");
        };
        check(None, "2027-02-24");
        check(Some("0"), "2026-11-26");
        check(Some("365"), "2027-11-26");
        check(Some("-1"), "cli-days");
        check(Some("tanti"), "cli-days");
    }
}
