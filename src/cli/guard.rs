//! Bugs of ours, told in two lines instead of a stack trace.

use std::{
    panic::{self, AssertUnwindSafe},
    sync::{Arc, Mutex},
};

use super::Exit;

/// Does the work; a panic that nobody caught is told by `tell` and ends the program like a broken environment.
/// Panics that are caught on their way (a page that could not be rendered) stay silent here.
/// With `RUST_BACKTRACE` set, whoever looks for the bug sees what Rust says as well.
pub(super) fn guard(work: impl FnOnce() -> Exit, tell: impl FnOnce(&str)) -> Exit {
    let last = Arc::new(Mutex::new(String::new()));
    let wants_trace = std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0");
    let usual = panic::take_hook();
    let seen = Arc::clone(&last);
    panic::set_hook(Box::new(move |info| {
        if wants_trace {
            usual(info);
        }
        let place = info.location().map_or(String::new(), |at| format!("{}:{}", short(at.file()), at.line()));
        let what = info.payload_as_str().unwrap_or_default().lines().next().unwrap_or_default();
        if let Ok(mut seen) = seen.lock() {
            *seen = format!("{place}: {what}");
        }
    }));
    let exit = panic::catch_unwind(AssertUnwindSafe(work));
    drop(panic::take_hook());
    exit.unwrap_or_else(|_| {
        tell(&last.lock().map(|last| last.clone()).unwrap_or_default());
        Exit::Environment
    })
}

/// The end of a path: where the program was compiled is nobody's business.
fn short(path: &str) -> &str {
    path.rmatch_indices(['/', '\\']).nth(2).map_or(path, |(at, _)| &path[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bug_is_told_once_and_ends_with_three() {
        let mut told = String::new();
        let exit = guard(|| panic!("seven is not eight\nand never was"), |bug| told = bug.to_owned());
        assert_eq!(exit, Exit::Environment);
        assert!(told.starts_with("src/cli/guard.rs:"), "{told}");
        assert!(told.ends_with(": seven is not eight"), "{told}");
        assert_eq!(guard(|| Exit::Findings, |_| panic!("nothing to tell")), Exit::Findings);
    }
}
