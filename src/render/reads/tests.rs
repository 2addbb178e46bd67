//! What is noted, and what is not.

use super::{asked, note, silently};
use crate::render::reads::Question;

#[test]
fn only_the_whole_answer_is_noted() {
    let section = |address: &str| Question::SectionAt(address.into());
    let (_, questions) = asked::collect(|| {
        note(|| section("/a/"));
        silently(|| note(|| section("/b/")));
        let (_, inner) = asked::collect(|| note(|| section("/c/")));
        assert_eq!(inner, [section("/c/")]);
        note(|| section("/d/"));
        note(|| section("/d/"));
    });
    assert_eq!(questions, [section("/a/"), section("/d/")]);
    note(|| panic!("nobody wants to know"));
}
