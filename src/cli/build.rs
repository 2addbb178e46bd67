//! `arengo build`: judges the site and, if nothing stops it, publishes it into a folder.

use super::{Exit, args::BuildArguments, console::Console, judge};
use crate::{diagnostic::Failure, pipeline::Switches};

pub(super) fn run(arguments: &BuildArguments, console: &Console) -> Result<Exit, Failure> {
    let mut order = judge::order(&arguments.judge)?;
    if let Some(output) = &arguments.output {
        order.output.clone_from(output);
    }
    order.publish = true;
    order.minify = arguments.no_minify.then_some(false);
    order.search = arguments.no_search.then_some(false);
    order.switches = Switches { no_audit: arguments.no_audit, timings: arguments.timings };
    judge::run(order, &arguments.judge, console)
}
