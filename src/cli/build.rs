//! `arengo build`: judges the site and, if nothing stops it, publishes it into a folder.

use super::{Exit, args::BuildArguments, console::Console, judge, site};
use crate::{diagnostic::Failure, pipeline::Order};

/// Where the portal goes unless told otherwise.
const OUTPUT: &str = "public";

pub(super) fn run(arguments: &BuildArguments, console: &Console) -> Result<Exit, Failure> {
    let request = site::request(&arguments.judge)?;
    let output = arguments.output.clone().unwrap_or_else(|| request.root.join(OUTPUT));
    let order = Order {
        request,
        output: Some(output),
        minify: arguments.no_minify.then_some(false),
        strict: arguments.judge.strict,
        progress: None,
    };
    judge::run(order, &arguments.judge, console)
}
