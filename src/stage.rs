//! What a stage returns: what it could make, and what it has to say.

use crate::diagnostic::Diagnostic;

/// The value of a stage together with its findings. Nothing an editor can type makes a stage fail:
/// it leaves out what it could not understand and says so.
#[derive(Clone, Debug, Default)]
pub struct Staged<T> {
    pub value: T,
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Staged<T> {
    pub fn new(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// Hands the value on and keeps the findings in `into`.
    pub fn unpack(self, into: &mut Vec<Diagnostic>) -> T {
        into.extend(self.diagnostics);
        self.value
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Staged<U> {
        Staged { value: change(self.value), diagnostics: self.diagnostics }
    }
}
