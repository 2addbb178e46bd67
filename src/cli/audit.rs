//! `arengo audit`: judges any pages, of a site of ours or not.

use std::path::{Path, PathBuf};

use super::{
    Exit,
    args::AuditArguments,
    console::Console,
    show::{self, Shown},
    site, summary,
};
use crate::{
    audit::{Settings, rules::RULES},
    config::Config,
    diagnostic::{Failure, Signed},
    inspect::{self, Address, Inspection, Order, Target},
    load,
    source::Sources,
    suggest,
    wcag::Level,
};

pub(super) fn run(arguments: &AuditArguments, console: &Console) -> Result<Exit, Failure> {
    let format = arguments.format.as_deref().and_then(|name| name.parse().ok()).unwrap_or_default();
    site::threads(arguments.jobs.as_deref())?;
    let today = site::date(arguments.date.as_deref())?;
    let settings = settings(arguments)?;
    let targets = arguments.paths.iter().map(|path| target(path)).collect::<Result<Vec<_>, _>>()?;
    let (sources, config) = site_of(&arguments.paths)?;
    let mut policy = config.as_ref().map(|config| config.policy.clone()).unwrap_or_default();
    policy.strict = arguments.strict;
    let inspection =
        inspect::run(Order { targets, settings, css: arguments.css.clone(), policy, today, sources })?;
    let shown = Shown {
        findings: &inspection.findings,
        sources: &inspection.sources,
        accepted: inspection.accepted,
        accepted_findings: &inspection.accepted_findings,
        pages: inspection.pages,
        date: today.to_string(),
        tested: Some(&inspection.tested),
        offices: None,
        prefix: String::new(),
    };
    show::findings(format, &shown, console)?;
    if let Some(folder) = &arguments.declaration {
        let answers = config.as_ref().map(|config| config.answers.as_slice()).unwrap_or_default();
        show::declaration(folder, &shown, Signed { site: None, answers }, console)?;
    }
    if !console.quiet {
        tell(&inspection, console);
    }
    Ok(if inspection.has_errors() { Exit::Findings } else { Exit::Fine })
}

/// Which rules run. A rule that was named runs even if it is off, and no other does.
fn settings(arguments: &AuditArguments) -> Result<Settings, Failure> {
    let only: Vec<String> =
        arguments.rules.iter().map(|rule| rule.trim().to_owned()).filter(|rule| !rule.is_empty()).collect();
    let known = |rule: &str| RULES.iter().any(|known| known.meta.id == rule);
    if let Some(unknown) = only.iter().find(|rule| !known(rule)) {
        let failure = match suggest::closest(unknown, RULES.iter().map(|rule| rule.meta.id)) {
            Some(similar) => Failure::usage("cli-rule-unknown--similar").with("known", similar),
            None => Failure::usage("cli-rule-unknown"),
        };
        return Err(failure.with("rule", unknown));
    }
    let level = arguments.level.as_deref().and_then(Level::parse).unwrap_or(Level::AA);
    Ok(Settings { level, only, ..Settings::default() })
}

fn target(path: &Path) -> Result<Target, Failure> {
    match path.to_str() {
        Some(written) if Address::is_meant(written) => Address::parse(written).map(Target::Served),
        _ => Ok(Target::Path(path.to_owned())),
    }
}

/// The settings of the site that all the pages belong to; nothing if there is none.
fn site_of(paths: &[PathBuf]) -> Result<(Sources, Option<Config>), Failure> {
    let none = || Ok((Sources::default(), None));
    let Some(root) = site::nearest()? else { return none() };
    let is_inside = |path: &PathBuf| {
        let is_served = path.to_str().is_some_and(Address::is_meant);
        is_served || path.canonicalize().is_ok_and(|path| path.starts_with(&root))
    };
    if paths.iter().all(is_inside) { load::settings(&root) } else { none() }
}

fn tell(inspection: &Inspection, console: &Console) {
    let counted = summary::findings(&inspection.findings, inspection.accepted, console);
    let message = crate::l10n::Message::new("cli-summary-audited")
        .with("pages", inspection.pages)
        .with("findings", counted);
    console.say(&console.l10n.text(&message));
}
