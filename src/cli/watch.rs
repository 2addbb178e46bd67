//! Ends a run in which a template does not: tells which one, in the format that was asked for.

use std::sync::Arc;

use super::{Exit, args::JudgeArguments, console::Console, judge, show};
use crate::{
    diagnostic::Format,
    load::Request,
    pipeline::{Memory, Order, Watch},
};

/// The watch over a run whose findings are shown as these arguments want.
pub(super) fn over(order: &Order, arguments: &JudgeArguments, console: &Console) -> Watch {
    with(judge::format(arguments), &order.request, console)
}

/// The watch over a preview.
pub(super) fn over_preview(request: &Request, console: &Console) -> Watch {
    with(Format::Text, request, console)
}

fn with(format: Format, request: &Request, console: &Console) -> Watch {
    let (request, console) = (request.clone(), console.again());
    let end = move |build: &crate::pipeline::Build| {
        let shown = show::Shown::build(build, &request);
        let told = show::findings(format, &shown, &console);
        let exit = told.map_or_else(
            |failure| {
                console.failure(&failure);
                Exit::from(&failure)
            },
            |()| Exit::Findings,
        );
        end(exit)
    };
    Watch { memory, end: Arc::new(end) }
}

/// The one place where the program ends before its threads: what they do cannot be stopped otherwise.
pub(super) fn end(exit: Exit) {
    std::process::exit(exit as i32)
}

/// What the system says of this process, where it says so in files.
#[cfg(target_os = "linux")]
pub(super) fn memory() -> Option<Memory> {
    Some(Memory {
        used: figure("/proc/self/status", "VmRSS:")?,
        there: figure("/proc/meminfo", "MemTotal:")?,
    })
}

/// A line like `VmRSS:     12345 kB`, in bytes.
#[cfg(target_os = "linux")]
#[expect(clippy::disallowed_methods, reason = "these files are no part of a site: the system makes them")]
fn figure(file: &str, name: &str) -> Option<u64> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}

#[cfg(not(target_os = "linux"))]
pub(super) fn memory() -> Option<Memory> {
    None
}
