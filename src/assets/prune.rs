//! A third-party style sheet, cut down to what pages of the theme can use.
//!
//! A rule goes when none of its selectors can match: a class, an id, an attribute or an element it needs is named nowhere.
//! Then go custom properties that nothing reads, animations that nothing starts and fonts that nothing asks for.
//! What is left looks as before, rule by rule and in the same order.

use std::collections::{HashMap, HashSet};

use super::{
    css::{self, Declaration, Need, Rule},
    names::Names,
};

/// Read by the official validator to tell which version a site uses.
const VERSION: &str = "--bootstrap-italia-version";

/// The sheet cut down and squeezed; none when it cannot be read. `others` are the sheets it stands beside.
pub(super) fn prune(sheet: &str, names: &Names<'_>, others: &[&str]) -> Option<String> {
    let rules = possible(css::read(sheet)?, names);
    let used = Used::find(&rules, names, others);
    let mut out = Out { text: String::with_capacity(sheet.len() / 4), used };
    if let Some(banner) = banner(sheet) {
        out.text.push_str(banner);
    }
    out.rules(&rules)?;
    Some(out.text)
}

/// The licence, which must stay with what is left.
fn banner(sheet: &str) -> Option<&str> {
    let sheet = sheet.trim_start_matches('\u{feff}').trim_start();
    let end = sheet.starts_with("/*!").then(|| sheet.find("*/")).flatten()?;
    Some(&sheet[..end + 2])
}

fn possible<'i>(rules: Vec<Rule<'i>>, names: &Names<'_>) -> Vec<Rule<'i>> {
    let keep = |rule| match rule {
        Rule::Style { mut selectors, body } => {
            selectors.retain(|selector| selector.needs.iter().all(|need| is_possible(need, names)));
            (!selectors.is_empty() && !body.is_empty()).then_some(Rule::Style { selectors, body })
        }
        Rule::Group { head, rules } => {
            let rules = possible(rules, names);
            (!rules.is_empty()).then_some(Rule::Group { head, rules })
        }
        other @ Rule::Other { .. } => Some(other),
    };
    rules.into_iter().filter_map(keep).collect()
}

fn is_possible(need: &Need, names: &Names<'_>) -> bool {
    match need {
        Need::Tag(name) | Need::Name(name) => names.has(name),
        Need::Any(groups) => groups.iter().any(|group| group.iter().all(|need| is_possible(need, names))),
    }
}

/// What the rules that stay read from elsewhere in the sheet.
struct Used {
    properties: HashSet<String>,
    /// Values in which an animation or a font may be named.
    values: String,
}

impl Used {
    fn find(rules: &[Rule<'_>], names: &Names<'_>, others: &[&str]) -> Self {
        let mut gathered = Gathered::default();
        gathered.rules(rules);
        let mut values = gathered.values;
        let mut waiting: Vec<String> = gathered.read;
        waiting.extend(names.properties().map(str::to_owned));
        waiting.push(VERSION.to_owned());
        for other in others {
            waiting.extend(properties_in(other).map(str::to_owned));
            values.push_str(other);
        }
        // A property that is read may read others.
        let mut properties = HashSet::new();
        while let Some(property) = waiting.pop() {
            for text in gathered.written.get(property.as_str()).into_iter().flatten() {
                if !properties.contains(&property) {
                    waiting.extend(properties_in(text).map(str::to_owned));
                    values.push_str(text);
                    values.push(' ');
                }
            }
            properties.insert(property);
        }
        Self { properties, values }
    }

    fn keeps(&self, declaration: &Declaration<'_>) -> bool {
        !declaration.name.starts_with("--") || self.properties.contains(declaration.name)
    }

    /// Whether a rule with an at is of use.
    fn keeps_other(&self, name: &str, head: &str, block: Option<&str>) -> bool {
        let argument = head[name.len() + 1..].trim().trim_matches(['"', '\'']);
        match name.trim_start_matches("-webkit-").trim_start_matches("-moz-") {
            "keyframes" => has_word(&self.values, argument),
            "property" => self.properties.contains(argument),
            "font-face" => block.and_then(family).is_none_or(|family| self.values.contains(family.as_str())),
            _ => true,
        }
    }
}

/// The name a font is given.
fn family(block: &str) -> Option<String> {
    let after = block[block.find("font-family")?..].split_once(':')?.1;
    let name = after.split([';', '}']).next()?;
    Some(name.trim().trim_matches(['"', '\'']).to_owned())
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').any(|found| found == word)
}

/// The custom properties that a text reads.
fn properties_in(text: &str) -> impl Iterator<Item = &str> {
    text.split("var(").skip(1).filter_map(|after| {
        let after = after.trim_start();
        let end = after.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(after.len());
        after.starts_with("--").then_some(&after[..end])
    })
}

/// One walk over the rules that stay.
#[derive(Default)]
struct Gathered<'i> {
    read: Vec<String>,
    written: HashMap<&'i str, Vec<&'i str>>,
    values: String,
}

impl<'i> Gathered<'i> {
    fn rules(&mut self, rules: &[Rule<'i>]) {
        for rule in rules {
            match rule {
                Rule::Style { body, .. } => body.iter().for_each(|declaration| self.declaration(declaration)),
                Rule::Group { head, rules } => {
                    self.read(head);
                    self.rules(rules);
                }
                Rule::Other { block, .. } => self.read(block.unwrap_or("")),
            }
        }
    }

    fn declaration(&mut self, declaration: &Declaration<'i>) {
        if declaration.name.starts_with("--") {
            self.written.entry(declaration.name).or_default().push(declaration.text);
            return;
        }
        self.read(declaration.text);
        let names_things = ["animation", "font"].iter().any(|part| declaration.text.contains(part));
        if names_things {
            self.values.push_str(declaration.text);
            self.values.push(' ');
        }
    }

    fn read(&mut self, text: &str) {
        self.read.extend(properties_in(text).map(str::to_owned));
    }
}

struct Out {
    text: String,
    used: Used,
}

impl Out {
    fn rules(&mut self, rules: &[Rule<'_>]) -> Option<()> {
        // Conditions that follow each other with the same words become one.
        let mut open: Option<String> = None;
        for rule in rules {
            let mut head = None;
            if let Rule::Group { head: written, .. } = rule {
                head = Some(css::squeeze(written)?);
                if open.is_some() && open == head {
                    self.text.pop();
                }
            }
            let begin = self.text.len();
            self.rule(rule, head.as_deref(), head.is_some() && open == head)?;
            if self.text.len() > begin || head.is_none() {
                open = head;
            }
        }
        Some(())
    }

    fn rule(&mut self, rule: &Rule<'_>, head: Option<&str>, continues: bool) -> Option<()> {
        match rule {
            Rule::Style { selectors, body } => {
                let body: Vec<&Declaration<'_>> =
                    body.iter().filter(|declaration| self.used.keeps(declaration)).collect();
                if body.is_empty() {
                    return Some(());
                }
                self.list(selectors.iter().map(|selector| selector.text), ',')?;
                self.text.push('{');
                self.list(body.iter().map(|declaration| declaration.text), ';')?;
                self.text.push('}');
            }
            Rule::Group { rules, .. } => {
                let begin = self.text.len();
                if !continues {
                    self.text.push_str(head?);
                    self.text.push('{');
                }
                let inside = self.text.len();
                self.rules(rules)?;
                if self.text.len() == inside && !continues {
                    self.text.truncate(begin);
                    return Some(());
                }
                self.text.push('}');
            }
            Rule::Other { name, head, block } => {
                if !self.used.keeps_other(&name.to_ascii_lowercase(), head, *block) {
                    return Some(());
                }
                self.text.push_str(&css::squeeze(head)?);
                match block {
                    Some(block) => {
                        let block = css::squeeze(block)?;
                        self.text.push('{');
                        self.text.push_str(block.trim_end_matches(';'));
                        self.text.push('}');
                    }
                    None => self.text.push(';'),
                }
            }
        }
        Some(())
    }

    fn list<'t>(&mut self, texts: impl Iterator<Item = &'t str>, between: char) -> Option<()> {
        for (n, text) in texts.enumerate() {
            if n > 0 {
                self.text.push(between);
            }
            let short = css::squeeze(text)?;
            self.text.push_str(&short);
            // An empty custom property keeps the space that is its value.
            if short.ends_with(':') {
                self.text.push(' ');
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pruned(sheet: &str, words: &str, others: &[&str], expected: &str) {
        let mut names = Names::default();
        names.add_text(words);
        assert_eq!(prune(sheet, &names, others).unwrap(), expected);
    }

    #[test]
    fn rules_that_cannot_match_go() {
        pruned(
            ".a{x:y}.b, .a .c , .a > p{ x: y ; }.d{}:root{z:1}*{q:1}",
            "<p class=\"a\">",
            &[],
            ".a{x:y}.a>p{x:y}:root{z:1}*{q:1}",
        );
        pruned(
            ".a:not(.zz){x:y}.a:is(.zz,.yy){x:y}.a:has(> p){x:y}",
            "a p",
            &[],
            ".a:not(.zz){x:y}.a:has(>p){x:y}",
        );
        pruned("[data-bs-x] a{x:y}[hidden]{x:y}", "a hidden", &[], "[hidden]{x:y}");
        pruned("tt{x:y}P{x:y}", "p", &[], "P{x:y}");
    }

    #[test]
    fn conditions_without_rules_go_and_equal_ones_join() {
        pruned(
            "@media print{.b{x:y}}@media (min-width: 1px){.a{x:y}}@media (min-width:1px){.a{z:y}.b{x:y}}\
             @media (min-width:1px){.b{x:y}}.a{w:v}@media (min-width:1px){.a{u:t}}",
            "a",
            &[],
            "@media (min-width:1px){.a{x:y}.a{z:y}}.a{w:v}@media (min-width:1px){.a{u:t}}",
        );
        pruned("@supports (x: y){@media print{.b{x:y}}}", "a", &[], "");
    }

    #[test]
    fn properties_that_nothing_reads_go() {
        pruned(
            ":root{--bootstrap-italia-version: '2';--a:1;--b:var( --c , 2 );--c:3;--d:4;--e:5;--f: ;--g:7}\
             .a{x:var(--b)}.zz{x:var(--d)}",
            "a --e",
            &["p{y:var(--f)}"],
            ":root{--bootstrap-italia-version:'2';--b:var(--c,2);--c:3;--e:5;--f: }.a{x:var(--b)}",
        );
        pruned(":root{--a:1}@media print{:root{--a:2}}", "", &[], "");
    }

    #[test]
    fn animations_and_fonts_that_nothing_asks_for_go() {
        pruned(
            "@keyframes k{to{x:y;}}@keyframes l{to{x:y}}@keyframes m{to{x:y}}\
             @font-face{font-family: \"F G\";src:url(x)}@font-face{font-family:H;src:url(x)}\
             .a{animation:1s k;font-family:var(--f)}:root{--f:'F G',serif;--m:m}.b{animation-name:l}",
            "a",
            &[],
            "@keyframes k{to{x:y}}@font-face{font-family:\"F G\";src:url(x)}\
             .a{animation:1s k;font-family:var(--f)}:root{--f:'F G',serif}",
        );
    }

    #[test]
    fn the_licence_stays() {
        pruned("\u{feff}/*! licence */.a{x:y}/*! other */", "a", &[], "/*! licence */.a{x:y}");
    }
}
