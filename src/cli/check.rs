//! `arengo check`: everything `build` judges, nothing written.

use super::{Exit, args::JudgeArguments, console::Console, judge, site};
use crate::{diagnostic::Failure, pipeline::Order};

pub(super) fn run(arguments: &JudgeArguments, console: &Console) -> Result<Exit, Failure> {
    let order = Order {
        request: site::request(arguments)?,
        output: None,
        minify: Some(false),
        strict: arguments.strict,
        progress: None,
    };
    judge::run(order, arguments, console)
}
