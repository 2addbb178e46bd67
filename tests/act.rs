//! The W3C's ACT test cases for the rules we implement: our verdicts against those kept in `act.expected.tsv`; and our own
//! variants of what these rules speak of, in `audit/variants.txt`.
//!
//! The W3C's cases are not part of the project: `ACT_TESTCASES` names a folder with `testcases.json` and the pages.
//! `SNAPSHOTS=overwrite` rewrites the expected verdicts.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    path::Path,
};

use arengo::{
    audit::{Document, Page, Sheets, rules::RULES, walk},
    rule::Verdict,
};

const VARIANTS: &str = include_str!("audit/variants.txt");
const EXPECTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/act.expected.tsv");

/// One test case, and what we say of it.
struct Case {
    rule: String,
    id: String,
    expected: String,
    verdict: &'static str,
}

#[test]
fn verdicts_on_the_act_test_cases() {
    let Ok(folder) = std::env::var("ACT_TESTCASES") else {
        println!("skipped: ACT_TESTCASES does not name the folder of the ACT test cases");
        return;
    };
    let cases = judge_all(Path::new(&folder));
    assert!(!cases.is_empty(), "no test case of a rule we implement in {folder}");
    println!("{}", summary(&cases));
    let mut table = String::from("# ACT rule\ttest case\tour verdict\n");
    for case in &cases {
        writeln!(table, "{}\t{}\t{}", case.rule, case.id, case.verdict).unwrap();
    }
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        std::fs::write(EXPECTED, &table).unwrap();
    }
    let kept = std::fs::read_to_string(EXPECTED).unwrap_or_default();
    // The folder may hold another part of the cases: only what both know is compared.
    let known: BTreeMap<(&str, &str), &str> = kept.lines().filter_map(row).collect();
    let changed: Vec<String> = table
        .lines()
        .filter_map(row)
        .filter(|(case, verdict)| known.get(case).is_some_and(|kept| kept != verdict))
        .map(|((rule, id), verdict)| format!("{rule} {id}: {verdict}, was {}", known[&(rule, id)]))
        .collect();
    assert!(changed.is_empty(), "verdicts changed (SNAPSHOTS=overwrite):\n{}", changed.join("\n"));
    let wrong: Vec<&str> =
        cases.iter().filter(|case| is_false_positive(case)).map(|case| case.id.as_str()).collect();
    assert!(wrong.is_empty(), "reported without cause: {wrong:?}");
}

fn row(line: &str) -> Option<((&str, &str), &str)> {
    let mut cells = line.split('\t');
    Some(((cells.next()?, cells.next()?), cells.next()?))
}

fn judge_all(folder: &Path) -> Vec<Case> {
    let implemented: BTreeSet<&str> = RULES.iter().flat_map(|rule| rule.meta.act).copied().collect();
    let index = std::fs::read_to_string(folder.join("testcases.json")).unwrap();
    let index: serde_json::Value = serde_json::from_str(&index).unwrap();
    let prefix = index["asset_prefix"].as_str().unwrap().to_owned();
    let assets = folder.to_owned();
    let mut sheets = Sheets::default();
    sheets.open_pictures(move |address| std::fs::read(assets.join(address.strip_prefix(&prefix)?)).ok());
    let text = |case: &serde_json::Value, name: &str| case[name].as_str().unwrap_or_default().to_owned();
    let mut cases: Vec<Case> = index["testcases"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|case| implemented.contains(text(case, "rule").as_str()))
        .map(|case| {
            let rule = text(case, "rule");
            let file = text(case, "file");
            // Other kinds of documents (SVG, MathML) are not pages and never reach the auditor.
            let verdict = if file.ends_with(".html") || file.ends_with(".xhtml") {
                let html = std::fs::read(folder.join(file)).unwrap();
                judge(&String::from_utf8_lossy(&html), &rule, &sheets)
            } else {
                "inapplicable"
            };
            Case { verdict, rule, id: text(case, "id"), expected: text(case, "expected") }
        })
        .collect();
    cases.sort_by(|a, b| (&a.rule, &a.id).cmp(&(&b.rule, &b.id)));
    cases
}

/// What all rules that speak for an ACT rule say of a page: the worst.
fn judge(html: &str, act: &str, sheets: &Sheets) -> &'static str {
    const WORDS: [&str; 4] = ["inapplicable", "passed", "cantTell", "failed"];
    let document = Document::parse(html);
    let page = Page::styled(&document, "", sheets);
    let mut worst = 0;
    walk(
        &page,
        |rule| rule.meta.act.contains(&act),
        |rule, node, verdict| {
            if !(rule.speaks)(&page, node).contains(&act) {
                return;
            }
            worst = worst.max(match verdict {
                Verdict::Inapplicable => 0,
                Verdict::Passed => 1,
                Verdict::CantTell(_) => 2,
                Verdict::Failed(_) => 3,
            });
        },
    );
    WORDS[worst]
}

fn is_false_positive(case: &Case) -> bool {
    case.verdict == "failed" && case.expected != "failed"
}

fn is_miss(case: &Case) -> bool {
    case.expected == "failed" && case.verdict != "failed"
}

fn summary(cases: &[Case]) -> String {
    let mut rules: BTreeMap<&str, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        rules.entry(&case.rule).or_default().push(case);
    }
    let is_consistent =
        |cases: &&Vec<&Case>| !cases.iter().any(|case| is_miss(case) || is_false_positive(case));
    let consistent = rules.values().filter(is_consistent).count();
    let mut text = format!("{} of {} ACT rules consistent, {} cases\n", consistent, rules.len(), cases.len());
    for case in cases.iter().filter(|case| is_false_positive(case)) {
        writeln!(text, "false positive: {} {} ({})", case.rule, case.id, case.expected).unwrap();
    }
    for case in cases.iter().filter(|case| is_miss(case)) {
        writeln!(text, "miss: {} {} ({})", case.rule, case.id, case.verdict).unwrap();
    }
    text
}

/// The pictures of the variants, 100 by 100 pixels: dark ones, light ones, and one that is dark in its upper left quarter.
fn picture(address: &str) -> Option<Vec<u8>> {
    let colour = |x: u32, y: u32| match address {
        "scura.png" => Some([20 + (x % 10) as u8, 20, 30, 255]),
        "chiara.png" => Some([230, 240 + (y % 10) as u8, 230, 255]),
        "angolo.png" if x < 50 && y < 50 => Some([20, 20, 30, 255]),
        "angolo.png" => Some([230, 240, 230, 255]),
        "velo.png" => Some([0, 0, 0, 200]),
        _ => None,
    };
    colour(0, 0)?;
    let pixels: Vec<u8> = (0..10_000).filter_map(|n| colour(n % 100, n / 100)).flatten().collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 100, 100);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    Some(bytes)
}

/// Whatever of ours speaks for a rule must conclude what the list says.
#[test]
fn variants_of_the_act_rules_are_told_apart() {
    let mut sheets = Sheets::default();
    sheets.open_pictures(picture);
    let mut act = "";
    let mut wrong = Vec::new();
    let mut n_variants = 0;
    for line in VARIANTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let Some((expected, html)) = line.split_once(' ').filter(|(kind, _)| kind.len() == 1) else {
            act = line;
            continue;
        };
        n_variants += 1;
        let concluded = match judge(html, act, &sheets) {
            "inapplicable" => "o",
            "passed" => "+",
            "cantTell" => "?",
            _ => "-",
        };
        // A rule of ours may look at more than the W3C's: what it finds good there does no harm.
        let is_right = expected == concluded || expected == "o" && concluded == "+";
        if !is_right {
            wrong.push(format!("{act} {concluded} instead of {line}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {n_variants} variants:\n{}", wrong.len(), wrong.join("\n"));
    assert!(n_variants > 700, "only {n_variants} variants");
}
