//! Who asked what: from a question to the pages that took its answer.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use super::{Print, Reads, View};

/// The questions of many pages, with who asked each.
#[derive(Debug, Default)]
pub struct Askers {
    reads: HashMap<Arc<str>, Reads>,
    by_question: HashMap<Arc<str>, Asked>,
}

/// A question and the pages that got this answer.
#[derive(Debug)]
struct Asked {
    answers: HashMap<Print, BTreeSet<Arc<str>>>,
}

impl Askers {
    /// What a page asked when it was made; what it had asked before is forgotten.
    pub fn set(&mut self, page: &str, reads: Reads) {
        self.forget(page);
        let page: Arc<str> = page.into();
        for read in reads.iter() {
            let asked = self
                .by_question
                .entry(Arc::clone(&read.question))
                .or_insert_with(|| Asked { answers: HashMap::new() });
            asked.answers.entry(read.answer).or_default().insert(Arc::clone(&page));
        }
        self.reads.insert(page, reads);
    }

    /// A page that is no more, or that is to be made again.
    pub fn forget(&mut self, page: &str) {
        let Some((page, reads)) = self.reads.remove_entry(page) else { return };
        for read in reads.iter() {
            let Some(asked) = self.by_question.get_mut(&read.question) else { continue };
            if let Some(pages) = asked.answers.get_mut(&read.answer) {
                pages.remove(&page);
            }
            asked.answers.retain(|_, pages| !pages.is_empty());
            if asked.answers.is_empty() {
                self.by_question.remove(&read.question);
            }
        }
    }

    pub fn knows(&self, page: &str) -> bool {
        self.reads.contains_key(page)
    }

    /// The pages whose answers are others in `view`: each question is asked once, however many pages asked it.
    pub fn outdated(&self, view: &View) -> BTreeSet<Arc<str>> {
        let mut outdated = BTreeSet::new();
        #[expect(
            clippy::iter_over_hash_type,
            reason = "the pages are collected into a set with an order of its own"
        )]
        for (question, asked) in &self.by_question {
            let now = view.answer(question);
            let others = asked.answers.iter().filter(|(answer, _)| Some(**answer) != now);
            outdated.extend(others.flat_map(|(_, pages)| pages.iter().cloned()));
        }
        outdated
    }
}
