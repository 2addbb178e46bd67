//! `arengo build`: judges the site and, if nothing stops it, publishes it into a folder.

use super::{Exit, args::BuildArguments, console::Console, judge};
use crate::{diagnostic::Failure, hash::Hash, pipeline::Switches};

pub(super) fn run(arguments: &BuildArguments, console: &Console) -> Result<Exit, Failure> {
    let mut order = judge::order(&arguments.judge)?;
    if let Some(output) = &arguments.output {
        order.output.clone_from(output);
    }
    order.publish = true;
    order.minify = arguments.no_minify.then_some(false);
    order.search = arguments.no_search.then_some(false);
    order.switches = Switches { no_audit: arguments.no_audit, timings: arguments.timings, keep: None };
    if let Some(folder) = &arguments.cache {
        order.cache = Some(folder.clone());
        order.switches.keep = program();
    }
    judge::run(order, &arguments.judge, console)
}

/// Names this program to the byte: what another one has kept may be made otherwise. Without a name nothing is kept.
#[expect(clippy::disallowed_methods, reason = "the program reads itself, not the site")]
fn program() -> Option<Hash> {
    let file = std::fs::File::open(std::env::current_exe().ok()?).ok()?;
    Hash::of_reader(file).ok()
}
