//! Shows findings: for a person on stderr, for a machine as data.

use std::path::Path;

use super::console::Console;
use crate::{
    diagnostic::{self, Failure, Finding, Format, Offices, Options, Report, Tested},
    l10n::Message,
    load::Request,
    pipeline::Build,
    source::Sources,
    write,
};

/// More findings of one severity than this are counted, not shown, unless asked for (`-v`).
const MOST: usize = 50;

/// What a run found.
pub(super) struct Shown<'a> {
    pub findings: &'a [Finding],
    pub sources: &'a Sources,
    pub accepted: usize,
    pub accepted_findings: &'a [Finding],
    pub pages: usize,
    pub date: String,
    pub tested: Option<&'a Tested>,
    pub offices: Option<&'a Offices>,
    /// What machines put before paths.
    pub prefix: String,
}

impl<'a> Shown<'a> {
    pub(super) fn build(build: &'a Build, request: &Request) -> Self {
        Self {
            findings: &build.findings,
            sources: &build.sources,
            accepted: build.accepted,
            accepted_findings: &build.accepted_findings,
            pages: build.pages,
            date: request.today.to_string(),
            tested: build.tested.as_ref(),
            offices: Some(&build.offices),
            prefix: prefix(&request.root),
        }
    }
}

impl<'a> Shown<'a> {
    fn report(&self) -> Report<'a> {
        Report {
            findings: self.findings,
            accepted: self.accepted,
            accepted_findings: self.accepted_findings,
            pages: self.pages,
            date: self.date.clone(),
            tested: self.tested,
            offices: self.offices,
        }
    }
}

/// Writes the self-assessment for the accessibility declaration into a folder: a page and a data file.
pub(super) fn declaration(
    folder: &Path,
    shown: &Shown<'_>,
    signed: diagnostic::Signed<'_>,
    console: &Console,
) -> Result<(), Failure> {
    let written = diagnostic::declaration(&shown.report(), signed, shown.sources, &console.l10n);
    write::replace(&folder.join("dichiarazione.html"), written.html.as_bytes())?;
    write::replace(&folder.join("dichiarazione.json"), written.json.as_bytes())?;
    console.note(&Message::new("cli-declaration-done").with("path", folder.display().to_string()));
    Ok(())
}

/// Shows what a run found. Who asked for quiet sees only what stops publishing.
pub(super) fn findings(format: Format, shown: &Shown<'_>, console: &Console) -> Result<(), Failure> {
    let only_errors = format == Format::Text && console.quiet;
    let findings: Vec<Finding> = shown
        .findings
        .iter()
        .filter(|finding| !only_errors || finding.diagnostic.is_error())
        .cloned()
        .collect();
    let report = Report { findings: &findings, ..shown.report() };
    let options = Options {
        color: format == Format::Text && console.color,
        limit: (!console.verbose).then_some(MOST),
        prefix: shown.prefix.clone(),
        ..Options::default()
    };
    let mut bytes = Vec::new();
    diagnostic::show(format, &report, shown.sources, &console.l10n, &mut bytes, &options)
        .map_err(|error| Failure::environment("cli-stdout").with("detail", &error))?;
    match format {
        Format::Text => {
            let text = String::from_utf8_lossy(&bytes);
            if !text.trim().is_empty() {
                console.say(&text);
            }
            Ok(())
        }
        _ => console.data(&bytes),
    }
}

/// The site's folder as the repository sees it: machines count paths from where they run.
fn prefix(root: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let relative = root.strip_prefix(&here).unwrap_or(root);
    let path = relative.to_string_lossy().replace('\\', "/");
    let path = path.trim_start_matches("./").trim_end_matches('/');
    if relative.is_absolute() || path.is_empty() || path == "." { String::new() } else { format!("{path}/") }
}
