//! What one page may cost: bytes written and steps of loops. Tera itself sets no limits, and a template that never
//! ends must be told with its file.

use std::{cell::Cell, io};

/// A page larger than this is a loop that went wrong.
const MAX_BYTES: usize = 32 * 1024 * 1024;
/// Steps of `range` on one page, all loops together.
const MAX_STEPS: u64 = 1_000_000;

/// Collects a page up to the limit.
pub(super) struct PageBuffer {
    pub bytes: Vec<u8>,
}

/// Room for a page of the usual size, so that it does not move while it grows.
const USUAL_BYTES: usize = 96 * 1024;

impl Default for PageBuffer {
    fn default() -> Self {
        Self { bytes: Vec::with_capacity(USUAL_BYTES) }
    }
}

impl io::Write for PageBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > MAX_BYTES {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
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
}

/// A new page begins on this thread.
pub(super) fn reset() {
    STEPS.set(0);
}

/// Takes steps from the page's budget; false when it is used up.
pub(super) fn spend(steps: u64) -> bool {
    let total = STEPS.get().saturating_add(steps);
    STEPS.set(total);
    total <= MAX_STEPS
}
