//! What `build` and `check` do alike: run the stages, show the findings, say how it went.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Exit,
    args::JudgeArguments,
    console::Console,
    progress,
    show::{self, Shown},
    site, sites, summary, timings, watch,
};
use crate::{
    diagnostic::{Failure, Format, Signed},
    l10n::Message,
    load,
    pipeline::{self, Build, Common, Order, Step, Switches},
};

/// Where the portal goes unless told otherwise.
const OUTPUT: &str = "public";

/// Names a folder for what is installed once, which several sites can share.
const CACHE: &str = "ARENGO_CACHE";

/// What a command wants besides judging: it changes the order for a site, which has a name if there are several.
pub(super) type Wish<'a> = &'a dyn Fn(&mut Order, Option<&str>);

/// What the arguments ask for, writing nothing. Without a folder the site is the nearest one upwards.
pub(super) fn order(arguments: &JudgeArguments, folder: Option<&Path>) -> Result<Order, Failure> {
    let request = site::request(arguments, folder)?;
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
        watch: None,
    })
}

pub(super) fn run(arguments: &JudgeArguments, wish: Wish<'_>, console: &Console) -> Result<Exit, Failure> {
    match arguments.site.as_slice() {
        [] => one(arguments, None, wish, console),
        [folder] => one(arguments, Some(folder), wish, console),
        folders => sites::run(folders, arguments, wish, console),
    }
}

fn one(
    arguments: &JudgeArguments,
    folder: Option<&Path>,
    wish: Wish<'_>,
    console: &Console,
) -> Result<Exit, Failure> {
    let mut order = order(arguments, folder)?;
    order.switches.is_last = true;
    wish(&mut order, None);
    site::threads(arguments.jobs.as_deref())?;
    let bar = (console.is_terminal && !console.quiet).then(progress::Bar::new);
    order.progress = hook(bar.as_ref(), console);
    order.watch = Some(watch::over(&order, arguments, console));
    let build = pipeline::run_beside(&order, wants_tests(arguments), &Common::default());
    if let Some(bar) = bar {
        bar.finish();
    }
    tell(&build?, &order, arguments.declaration.clone(), arguments, console)
}

/// Shows what a run found, and how it went.
pub(super) fn tell(
    build: &Build,
    order: &Order,
    declaration: Option<PathBuf>,
    arguments: &JudgeArguments,
    console: &Console,
) -> Result<Exit, Failure> {
    let shown = Shown::build(build, &order.request);
    show::findings(format(arguments), &shown, console)?;
    if let Some(folder) = &declaration {
        let (_, config) = load::settings(&order.request.root)?;
        let signed =
            config.as_ref().map(|config| Signed { site: Some(&config.nome), answers: &config.answers });
        show::declaration(folder, &shown, signed.unwrap_or_default(), console)?;
    }
    if !console.quiet {
        summary::tell(build, order, console);
    }
    if order.switches.timings {
        timings::tell(build, order, console)?;
    }
    Ok(if build.has_errors() { Exit::Findings } else { Exit::Fine })
}

pub(super) fn format(arguments: &JudgeArguments) -> Format {
    arguments.format.as_deref().and_then(|name| name.parse().ok()).unwrap_or_default()
}

/// Reports of conformance want to know what was tested, too.
pub(super) fn wants_tests(arguments: &JudgeArguments) -> bool {
    arguments.declaration.is_some()
        || matches!(format(arguments), Format::Earl | Format::Junit | Format::Html)
}

/// Installing is told in a line of its own, pages move the bar.
pub(super) fn hook(bar: Option<&progress::Bar>, console: &Console) -> pipeline::Progress {
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
