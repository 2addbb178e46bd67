//! The questions of the page that is being made on this thread.

use std::cell::RefCell;

use super::Question;

thread_local! {
    /// None: nobody wants to know, or an answer is being made of other answers.
    static ASKED: RefCell<Option<Vec<Question>>> = const { RefCell::new(None) };
}

/// What was noted before comes back, whatever happens.
struct Restore(Option<Vec<Question>>);

impl Drop for Restore {
    fn drop(&mut self) {
        ASKED.set(self.0.take());
    }
}

/// Does some work and gives the questions that were noted meanwhile.
pub(super) fn collect<T>(work: impl FnOnce() -> T) -> (T, Vec<Question>) {
    let _restore = Restore(ASKED.replace(Some(Vec::with_capacity(128))));
    let done = work();
    (done, ASKED.take().unwrap_or_default())
}

/// Makes an answer of other answers: only the whole is noted.
pub(in super::super) fn silently<T>(work: impl FnOnce() -> T) -> T {
    let _restore = Restore(ASKED.take());
    work()
}

/// Whether anybody wants to know what is asked.
pub(in super::super) fn is_noted() -> bool {
    ASKED.with_borrow(Option::is_some)
}

/// Notes a question. The same one twice in a row is common in loops.
pub(in super::super) fn note(question: impl FnOnce() -> Question) {
    ASKED.with_borrow_mut(|asked| {
        if let Some(asked) = asked {
            let question = question();
            if asked.last() != Some(&question) {
                asked.push(question);
            }
        }
    });
}
