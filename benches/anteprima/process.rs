//! What the system says of this process.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// Processor time of the thread that keeps the site up to date, in nanoseconds: on a busy machine the clock on the wall
/// tells of the others.
pub(super) fn of_engine() -> u64 {
    let of_engine =
        |task: &PathBuf| fs::read_to_string(task.join("comm")).is_ok_and(|name| name.trim() == "arengo-sito");
    threads().filter(of_engine).filter_map(|task| time(&task)).sum()
}

/// Processor time of all threads there are.
pub(super) fn worked() -> Duration {
    Duration::from_nanos(threads().filter_map(|task| time(&task)).sum())
}

/// How much of a processor the process takes while nobody does anything, in hundredths.
pub(super) fn idle(time: Duration) -> f64 {
    let before = worked();
    std::thread::sleep(time);
    (worked().saturating_sub(before)).as_secs_f64() / time.as_secs_f64() * 100.0
}

/// What the process holds, in MB.
pub(super) fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn threads() -> impl Iterator<Item = PathBuf> {
    fs::read_dir("/proc/self/task").unwrap().flatten().map(|task| task.path())
}

fn time(task: &Path) -> Option<u64> {
    fs::read_to_string(task.join("schedstat")).ok()?.split(' ').next()?.parse().ok()
}
