//! Shows findings: for a person on stderr, for a machine as data.

use std::path::Path;

use super::console::Console;
use crate::{
    diagnostic::{self, Failure, Finding, Format, Options, Report},
    load::Request,
    pipeline::Build,
};

/// More findings of one severity than this are counted, not shown, unless asked for (`-v`).
const MOST: usize = 50;

/// Shows what a run found. Who asked for quiet sees only what stops publishing.
pub(super) fn findings(
    format: Format,
    build: &Build,
    request: &Request,
    console: &Console,
) -> Result<(), Failure> {
    let only_errors = format == Format::Text && console.quiet;
    let findings: Vec<Finding> = build
        .findings
        .iter()
        .filter(|finding| !only_errors || finding.diagnostic.is_error())
        .cloned()
        .collect();
    let report = Report {
        findings: &findings,
        accepted: build.accepted,
        pages: build.pages,
        date: request.today.to_string(),
    };
    let options = Options {
        color: format == Format::Text && console.color,
        limit: (!console.verbose).then_some(MOST),
        prefix: prefix(&request.root),
        ..Options::default()
    };
    let mut bytes = Vec::new();
    diagnostic::show(format, &report, &build.sources, &console.l10n, &mut bytes, &options)
        .map_err(|error| Failure::environment("cli-stdout").with("detail", error.to_string()))?;
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
