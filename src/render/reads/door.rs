//! A part of the view that cannot be reached without a question.

use std::ops::Deref;

use super::{Question, note};

/// Whoever goes through without naming a question has asked for everything.
pub(in super::super) struct Door<T>(T);

impl<T> Door<T> {
    pub(in super::super) fn new(inside: T) -> Self {
        Self(inside)
    }

    /// What is inside, for an answer whose question was noted.
    pub(in super::super) fn known(&self) -> &T {
        &self.0
    }
}

impl<T> Deref for Door<T> {
    type Target = T;

    fn deref(&self) -> &T {
        note(|| Question::Everything);
        &self.0
    }
}
