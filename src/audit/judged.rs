//! What rules about single elements said of a part of a page: it stands on other pages as well, and mostly they say nothing.
//!
//! A verdict that has nothing to tell is remembered if nothing outside the part was looked at to reach it (`watch`). All
//! others are reached again on every page: findings are never repeated from memory.

use super::{
    Page,
    css::Pseudo,
    dom::NodeId,
    engine::{offer, one_verdict},
    numbers::ByNumber,
    plain::Placed,
    roles::Role,
    visibility::Flags,
};
use crate::rule::Verdict;

/// So many ways to stand on a page are kept of one part, and so many of all.
const WAYS: usize = 8;
const KEPT: usize = 2_000;

/// What was said of parts, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Judged {
    parts: ByNumber<u32, Vec<Known>>,
    n_known: usize,
}

#[derive(Debug)]
struct Known {
    around: Around,
    said: Said,
}

#[derive(Debug, Default, PartialEq)]
struct Said {
    /// Rules by which some element passed.
    passed: Vec<usize>,
    /// Elements, by how far they stand behind the root, with the rules that must judge them each time.
    again: Vec<(u32, usize)>,
}

/// All that verdicts depend on besides the text of the part.
#[derive(Debug)]
struct Around {
    wanted: Box<[bool]>,
    is_complete: bool,
    has_owned: bool,
    styles: [Box<[u32]>; 4],
    pseudos: Box<[(u32, Pseudo, u32)]>,
    flags: Box<[Flags]>,
    roles: Box<[&'static Role]>,
}

impl Around {
    fn of(page: &Page, wanted: &[bool], part: Placed) -> Self {
        let nodes = part.range();
        Self {
            wanted: wanted.into(),
            is_complete: page.styles.is_complete(),
            has_owned: page.has_owned(),
            styles: page.styles.numbers_of(nodes.clone()).map(Box::from),
            pseudos: pseudos(page, part).collect(),
            flags: page.visibility.flags(nodes.clone()).into(),
            roles: page.roles_of(nodes).into(),
        }
    }

    fn is_that_of(&self, page: &Page, wanted: &[bool], part: Placed) -> bool {
        let nodes = part.range();
        let same = |(one, other): (&&'static Role, &&'static Role)| std::ptr::eq(*one, *other);
        *self.wanted == *wanted
            && (self.is_complete, self.has_owned) == (page.styles.is_complete(), page.has_owned())
            && self
                .styles
                .iter()
                .zip(page.styles.numbers_of(nodes.clone()))
                .all(|(one, other)| **one == *other)
            && *self.flags == *page.visibility.flags(nodes.clone())
            && self.roles.iter().zip(page.roles_of(nodes)).all(same)
            && self.pseudos.iter().copied().eq(pseudos(page, part))
    }
}

fn pseudos(page: &Page, part: Placed) -> impl Iterator<Item = (u32, Pseudo, u32)> {
    let all = page.styles.pseudos_of(part.range());
    all.iter().map(move |&(node, pseudo, style)| (node.0 - part.root.0, pseudo, style))
}

impl Judged {
    /// Judges the elements of a part, each as if it stood for itself. A rule by which several passed may say so once.
    pub(super) fn part(
        &mut self,
        page: &Page,
        wanted: &[bool],
        part: Placed,
        offered: &mut [Option<NodeId>],
        mut visit: impl FnMut(usize, NodeId, Verdict),
    ) {
        let ways = self.parts.entry(part.number).or_default();
        let Some(known) = ways.iter().find(|known| known.around.is_that_of(page, wanted, part)) else {
            let said = judge(page, wanted, part, offered, visit);
            if ways.len() < WAYS && self.n_known < KEPT {
                ways.push(Known { around: Around::of(page, wanted, part), said });
                self.n_known += 1;
            }
            return;
        };
        if cfg!(debug_assertions) {
            let said = judge(page, wanted, part, offered, visit);
            assert_eq!(said, known.said, "a part is judged as it was");
            return;
        }
        known.said.passed.iter().for_each(|&rule| visit(rule, part.root, Verdict::Passed));
        for &(behind, rule) in &known.said.again {
            let node = NodeId(part.root.0 + behind);
            if let Some(verdict) = one_verdict(page, rule, node) {
                visit(rule, node, verdict);
            }
        }
    }
}

/// Judges a part by all rules, and tells which of them need not look again.
fn judge(
    page: &Page,
    wanted: &[bool],
    part: Placed,
    offered: &mut [Option<NodeId>],
    mut visit: impl FnMut(usize, NodeId, Verdict),
) -> Said {
    let mut said = Said::default();
    page.watch.begin(part.root);
    for node in (part.root.0..part.root.0 + part.n_nodes).map(NodeId).filter(|&node| page.is_element(node)) {
        offer(page, wanted, offered, node, |rule| {
            page.watch.take();
            let verdict = one_verdict(page, rule, node);
            let has_news = matches!(verdict, Some(Verdict::Failed(_) | Verdict::CantTell(_)));
            if page.watch.take() || has_news {
                said.again.push((node.0 - part.root.0, rule));
            } else if verdict == Some(Verdict::Passed) {
                said.passed.push(rule);
            }
            if let Some(verdict) = verdict {
                visit(rule, node, verdict);
            }
        });
    }
    page.watch.end();
    said.passed.sort_unstable();
    said.passed.dedup();
    said
}
