//! Variants of what the ACT rules speak of: whatever of ours speaks for a rule must conclude what the list says.

use super::{Document, Page, walk};
use crate::rule::Verdict;

const VARIANTS: &str = include_str!("../../tests/audit/variants.txt");

/// What all rules that speak for an ACT rule say of a page: the worst, as the list writes it.
fn conclusion(html: &str, act: &str) -> char {
    let document = Document::parse(html);
    let page = Page::new(&document);
    let mut worst = 0;
    walk(
        &page,
        |rule| rule.meta.act.contains(&act),
        |rule, node, verdict| {
            if (rule.speaks)(&page, node).contains(&act) {
                worst = worst.max(match verdict {
                    Verdict::Inapplicable => 0,
                    Verdict::Passed => 1,
                    Verdict::CantTell(_) => 2,
                    Verdict::Failed(_) => 3,
                });
            }
        },
    );
    ['o', '+', '?', '-'][worst]
}

#[test]
fn variants_of_the_act_rules_are_told_apart() {
    let mut act = "";
    let mut wrong = Vec::new();
    let mut n_variants = 0;
    for line in VARIANTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let Some((expected, html)) = line.split_once(' ').filter(|(kind, _)| kind.len() == 1) else {
            act = line;
            continue;
        };
        n_variants += 1;
        let concluded = conclusion(html, act);
        // A rule of ours may look at more than the W3C's: what it finds good there does no harm.
        let is_right = expected.starts_with(concluded) || expected == "o" && concluded == '+';
        if !is_right {
            wrong.push(format!("{act} {concluded} instead of {line}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {n_variants} variants:\n{}", wrong.len(), wrong.join("\n"));
    assert!(n_variants > 700, "only {n_variants} variants");
}
