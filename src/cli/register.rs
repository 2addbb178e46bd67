//! `arengo register`: the register of the albo pretorio, and the log of what was published when.

use std::path::Path;

use super::{
    Exit,
    args::RegisterArguments,
    console::Console,
    show::{self, Shown},
    site,
};
use crate::{
    diagnostic::{self, Failure, Format},
    l10n::Message,
    load::{self, Request},
    pipeline::Build,
    register::{self, Damage, Form, Log},
    write,
};

pub(super) fn run(arguments: &RegisterArguments, console: &Console) -> Result<Exit, Failure> {
    let request = Request {
        root: site::root(arguments.site.as_deref())?,
        today: site::date(arguments.date.as_deref())?,
        base_url: None,
        drafts: false,
    };
    let mut log = arguments.log.as_deref().map(read_log).transpose()?;
    if let (Some(output), Some(file)) = (&arguments.record, &arguments.log) {
        let known = log.take().unwrap_or_default();
        record(&known, file, output, request.today, console)?;
        // Whoever adds a line after a publication wants nothing else, unless a form is asked for.
        if arguments.format.is_none() {
            return Ok(Exit::Fine);
        }
        log = Some(read_log(file)?);
    }
    let year = arguments.year.as_deref().map(year).transpose()?;
    let loading = load::load(&request)?;
    let Some(site) = loading.site else {
        let findings = diagnostic::fold(loading.diagnostics, &loading.sources);
        let build = Build { findings, ..Build::empty(loading.sources) };
        show::findings(Format::Text, &Shown::build(&build, &request), console)?;
        return Ok(Exit::Findings);
    };
    let register = register::of(&site, &loading.sources, log.as_ref(), year);
    let form: Form = arguments.format.as_deref().and_then(|name| name.parse().ok()).unwrap_or_default();
    console.data(register.write(form, &console.l10n).as_bytes())?;
    Ok(Exit::Fine)
}

/// A log that is not there yet is an empty one.
fn read_log(file: &Path) -> Result<Log, Failure> {
    let text = write::read_journal(file)?;
    Log::parse(&text).map_err(|damage| {
        let (words, line) = match damage {
            Damage::Unreadable(line) => ("cli-register-log", line),
            Damage::Broken(line) => ("cli-register-log--broken", line),
            Damage::Backwards(line) => ("cli-register-log--backwards", line),
        };
        Failure::environment(words).with("path", file.display().to_string()).with("line", line)
    })
}

/// Adds the line of a publication.
fn record(
    log: &Log,
    file: &Path,
    output: &Path,
    today: jiff::civil::Date,
    console: &Console,
) -> Result<(), Failure> {
    if let Some(last) = log.day().filter(|last| *last > today) {
        let failure = Failure::usage("cli-register-day").with("date", today.to_string());
        return Err(failure.with("last", last.to_string()));
    }
    let manifest = write::Manifest::read(output)
        .ok_or_else(|| Failure::usage("cli-register-output").with("path", output.display().to_string()))?;
    let files = manifest.files.iter().map(|(path, hash)| (path.as_str(), hash.to_string()));
    let message = match log.line(today, manifest.to_json().as_bytes(), files) {
        Some(line) => {
            write::append(file, line.as_bytes())?;
            "cli-register-recorded"
        }
        None => "cli-register-recorded-already",
    };
    console.note(&Message::new(message).with("path", file.display().to_string()));
    Ok(())
}

fn year(text: &str) -> Result<i16, Failure> {
    match text.parse::<i16>() {
        Ok(year @ 2000..=2200) => Ok(year),
        _ => Err(Failure::usage("cli-year").with("value", text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years() {
        assert_eq!(year("2026").ok(), Some(2026));
        for wrong in ["26", "duemila", "", "20260"] {
            assert_eq!(year(wrong).err().map(|failure| failure.message.id), Some("cli-year"), "{wrong}");
        }
    }
}
