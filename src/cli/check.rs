//! `arengo check`: everything `build` judges, nothing written.

use super::{Exit, args::JudgeArguments, console::Console, judge};
use crate::diagnostic::Failure;

pub(super) fn run(arguments: &JudgeArguments, console: &Console) -> Result<Exit, Failure> {
    judge::run(arguments, &|_, _| {}, console)
}
