//! What one page may cost: bytes written, steps of loops, values kept. Tera itself sets no limits, and a template that
//! never ends must be told with its file.

use std::{
    cell::{Cell, RefCell},
    io,
    sync::Arc,
};

use tera::Value;

use super::seats::Flag;

/// A page larger than this is a loop that went wrong.
const MAX_BYTES: usize = 32 * 1024 * 1024;
/// Steps on one page, all loops together. A page about everything in a large site takes some ten thousand.
const MAX_STEPS: u64 = 4_000_000;
/// Numbers that one `range` may give: they are all made before the first is used.
pub(super) const MAX_RANGE: u64 = 1_000_000;
/// Bytes of a text that a template keeps in a variable.
const MAX_TEXT: usize = 8 * 1024 * 1024;
/// Elements of a list or map that it keeps there.
const MAX_ELEMENTS: usize = 1_000_000;

/// Collects a page up to the limit.
pub(super) struct PageBuffer {
    pub bytes: Vec<u8>,
    flag: Arc<Flag>,
}

/// Room for a page of the usual size, so that it does not move while it grows.
const USUAL_BYTES: usize = 96 * 1024;

impl PageBuffer {
    /// For a page that stops when the flag is raised.
    pub(super) fn new(flag: &Arc<Flag>) -> Self {
        Self { bytes: Vec::with_capacity(USUAL_BYTES), flag: Arc::clone(flag) }
    }
}

impl io::Write for PageBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > MAX_BYTES {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        if self.flag.is_up() {
            return Err(io::Error::from(io::ErrorKind::TimedOut));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
    static FLAG: RefCell<Arc<Flag>> = RefCell::default();
}

/// A new page begins on this thread, which stops when the flag is raised.
pub(super) fn reset(flag: &Arc<Flag>) {
    STEPS.set(0);
    FLAG.set(Arc::clone(flag));
}

/// Takes steps from the page's budget; false when it is used up, or the page is to stop.
pub(super) fn spend(steps: u64) -> bool {
    if FLAG.with_borrow(|flag| flag.is_up()) {
        return false;
    }
    let total = STEPS.get().saturating_add(steps);
    STEPS.set(total);
    total <= MAX_STEPS
}

/// Whether a value can be kept: what a template makes out of it may be twice as large, but no more.
pub(super) fn is_light(value: &Value) -> bool {
    match value.as_str() {
        Some(text) => text.len() <= MAX_TEXT,
        None => value.len().is_none_or(|elements| elements <= MAX_ELEMENTS),
    }
}
