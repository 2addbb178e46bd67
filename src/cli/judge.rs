//! What `build` and `check` do alike: run the stages, show the findings, say how it went.

use super::{Exit, args::JudgeArguments, console::Console, progress, show, site, summary};
use crate::{
    diagnostic::Failure,
    pipeline::{self, Order},
};

pub(super) fn run(mut order: Order, arguments: &JudgeArguments, console: &Console) -> Result<Exit, Failure> {
    let format = arguments.format.as_deref().and_then(|name| name.parse().ok()).unwrap_or_default();
    site::threads(arguments.jobs.as_deref())?;
    let bar = (console.is_terminal && !console.quiet).then(progress::Bar::new);
    order.progress = bar.as_ref().map(progress::Bar::hook);
    let build = pipeline::run(&order);
    if let Some(bar) = bar {
        bar.finish();
    }
    let build = build?;
    show::findings(format, &build, order.request.today, console)?;
    if !console.quiet {
        summary::tell(&build, &order, console);
    }
    Ok(if build.has_errors() { Exit::Findings } else { Exit::Fine })
}
