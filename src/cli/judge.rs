//! What `build` and `check` do alike: run the stages, show the findings, say how it went.

use std::sync::Arc;

use super::{
    Exit,
    args::JudgeArguments,
    console::Console,
    progress,
    show::{self, Shown},
    site, summary, timings,
};
use crate::{
    diagnostic::{Failure, Format, Signed},
    l10n::Message,
    load,
    pipeline::{self, Order, Step, Switches},
};

/// Where the portal goes unless told otherwise.
const OUTPUT: &str = "public";

/// Names a folder for what is installed once, which several sites can share.
const CACHE: &str = "ARENGO_CACHE";

/// What the arguments ask for, writing nothing.
pub(super) fn order(arguments: &JudgeArguments) -> Result<Order, Failure> {
    let request = site::request(arguments)?;
    Ok(Order {
        output: request.root.join(OUTPUT),
        request,
        publish: false,
        minify: None,
        search: None,
        strict: arguments.strict,
        cache: std::env::var_os(CACHE).filter(|folder| !folder.is_empty()).map(Into::into),
        switches: Switches::default(),
        progress: Arc::new(|_| {}),
    })
}

pub(super) fn run(mut order: Order, arguments: &JudgeArguments, console: &Console) -> Result<Exit, Failure> {
    let format = arguments.format.as_deref().and_then(|name| name.parse().ok()).unwrap_or_default();
    site::threads(arguments.jobs.as_deref())?;
    let bar = (console.is_terminal && !console.quiet).then(progress::Bar::new);
    order.progress = hook(bar.as_ref(), console);
    // Reports of conformance want to know what was tested, too.
    let wants_tests =
        arguments.declaration.is_some() || matches!(format, Format::Earl | Format::Junit | Format::Html);
    let build = if wants_tests { pipeline::run_tested(&order) } else { pipeline::run(&order) };
    if let Some(bar) = bar {
        bar.finish();
    }
    let build = build?;
    let shown = Shown::build(&build, &order.request);
    show::findings(format, &shown, console)?;
    if let Some(folder) = &arguments.declaration {
        let (_, config) = load::settings(&order.request.root)?;
        let signed =
            config.as_ref().map(|config| Signed { site: Some(&config.nome), answers: &config.answers });
        show::declaration(folder, &shown, signed.unwrap_or_default(), console)?;
    }
    if !console.quiet {
        summary::tell(&build, &order, console);
    }
    if order.switches.timings {
        timings::tell(&build, &order, console)?;
    }
    Ok(if build.has_errors() { Exit::Findings } else { Exit::Fine })
}

/// Installing is told in a line of its own, pages move the bar.
fn hook(bar: Option<&progress::Bar>, console: &Console) -> pipeline::Progress {
    let pages = bar.map(progress::Bar::hook);
    let installing = console.l10n.text(&Message::new("cli-installing"));
    let quiet = console.quiet;
    Arc::new(move |step| match step {
        Step::Installing if quiet => {}
        Step::Installing => Console::tell(&installing),
        Step::Pages(done, total) => {
            if let Some(pages) = &pages {
                pages(done, total);
            }
        }
    })
}
