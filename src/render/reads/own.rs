//! What a content's page asks about the content alone: nearly all of its questions, and nobody else's. They are kept, and asked
//! again, as one.

use std::collections::HashSet;

use super::{Question, View};
use crate::model::EntryId;

/// The questions without those that [`Question::Own`] answers, if it is among them.
pub(super) fn shortened(view: &View, mut questions: Vec<Question>) -> Vec<Question> {
    let own = questions.iter().find_map(|question| match question {
        Question::Own(id) => Some(*id),
        _ => None,
    });
    if let Some(id) = own {
        let own = Own::new(view, id);
        questions.retain(|question| !own.answers(question));
    }
    questions
}

struct Own<'a> {
    view: &'a View,
    id: EntryId,
    /// Every path that is written in the content.
    paths: HashSet<&'a str>,
}

impl<'a> Own<'a> {
    fn new(view: &'a View, id: EntryId) -> Self {
        let model = view.model.known();
        Self { view, id, paths: model.paths_in(model.entry(id)).collect() }
    }

    fn answers(&self, question: &Question) -> bool {
        let model = self.view.model.known();
        match question {
            Question::Entry(id) | Question::About(id) => *id == self.id,
            Question::Version(content, _) | Question::Inverse(content, _) => {
                *content == model.content_of(self.id)
            }
            Question::Path(from, written) => {
                **from == *model.entry(self.id).path && self.paths.contains(&**written)
            }
            _ => false,
        }
    }
}
