//! Where the time of a build goes: per stage, per step of each page, per template; and as a trace that viewers open.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// What is done to a page, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Render,
    Parse,
    Audit,
    Links,
    /// Marks out, minified.
    Finish,
    /// Into the staging folder.
    Put,
}

impl Step {
    pub const ALL: [Self; 6] = [Self::Render, Self::Parse, Self::Audit, Self::Links, Self::Finish, Self::Put];

    pub fn name(self) -> &'static str {
        match self {
            Self::Render => "render",
            Self::Parse => "parse",
            Self::Audit => "audit",
            Self::Links => "links",
            Self::Finish => "finish",
            Self::Put => "put",
        }
    }
}

/// How long each step of one page took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Steps([Duration; Step::ALL.len()]);

impl Steps {
    /// Does a step and notes how long it took.
    pub fn time<T>(&mut self, step: Step, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = work();
        self.0[step as usize] += start.elapsed();
        done
    }

    pub fn of(&self, step: Step) -> Duration {
        self.0[step as usize]
    }

    pub fn total(&self) -> Duration {
        self.0.iter().sum()
    }
}

/// When and how long a page was worked on.
#[derive(Clone, Debug)]
pub struct PageTime {
    pub url: String,
    /// Path of its template; empty for files that have none.
    pub template: String,
    pub thread: usize,
    /// Since the first page.
    pub start: Duration,
    pub steps: Steps,
}

/// A template with its pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateTime<'a> {
    pub template: &'a str,
    pub pages: usize,
    pub total: Duration,
}

/// The `n` pages that took longest, the slowest first.
pub fn slowest(pages: &[PageTime], n: usize) -> Vec<&PageTime> {
    let mut sorted: Vec<&PageTime> = pages.iter().collect();
    sorted.sort_by(|a, b| b.steps.total().cmp(&a.steps.total()).then_with(|| a.url.cmp(&b.url)));
    sorted.truncate(n);
    sorted
}

/// Time for rendering by template, the one with the longest sum first.
pub fn by_template(pages: &[PageTime]) -> Vec<TemplateTime<'_>> {
    let mut found: BTreeMap<&str, TemplateTime<'_>> = BTreeMap::new();
    for page in pages.iter().filter(|page| !page.template.is_empty()) {
        let template = page.template.as_str();
        let entry =
            found.entry(template).or_insert(TemplateTime { template, pages: 0, total: Duration::ZERO });
        entry.pages += 1;
        entry.total += page.steps.of(Step::Render);
    }
    let mut sorted: Vec<TemplateTime<'_>> = found.into_values().collect();
    sorted.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.template.cmp(b.template)));
    sorted
}

/// What all pages together spent on a step.
pub fn total(pages: &[PageTime], step: Step) -> Duration {
    pages.iter().map(|page| page.steps.of(step)).sum()
}

/// Stages and pages as events in the trace format of Chrome, which `chrome://tracing`, Perfetto and Speedscope read.
pub fn trace(stages: &[(&'static str, Duration)], pages: &[PageTime]) -> String {
    let mut events = vec![name_of(0, "stages".to_owned())];
    let mut at = Duration::ZERO;
    let mut first_page = Duration::ZERO;
    for (stage, time) in stages {
        if *stage == "pages" {
            first_page = at;
        }
        events.push(event(stage, "stage", 0, at, *time, json!({})));
        at += *time;
    }
    let n_threads = pages.iter().map(|page| page.thread + 1).max().unwrap_or(0);
    events.extend((0..n_threads).map(|thread| name_of(thread + 1, format!("thread {}", thread + 1))));
    for page in pages {
        let mut at = first_page + page.start;
        let thread = page.thread + 1;
        let about = json!({ "template": page.template });
        events.push(event(&page.url, "page", thread, at, page.steps.total(), about));
        for step in Step::ALL {
            let time = page.steps.of(step);
            if !time.is_zero() {
                events.push(event(step.name(), "step", thread, at, time, json!({})));
                at += time;
            }
        }
    }
    json!({ "displayTimeUnit": "ms", "traceEvents": events }).to_string()
}

fn event(name: &str, kind: &str, thread: usize, start: Duration, time: Duration, about: Value) -> Value {
    let micros = |time: Duration| time.as_nanos() as f64 / 1e3;
    json!({
        "name": name, "cat": kind, "ph": "X", "pid": 1, "tid": thread, "ts": micros(start), "dur": micros(time),
        "args": about,
    })
}

fn name_of(thread: usize, name: String) -> Value {
    json!({ "name": "thread_name", "ph": "M", "pid": 1, "tid": thread, "args": { "name": name } })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(url: &str, template: &str, millis: [u64; 6]) -> PageTime {
        let steps = Steps(millis.map(Duration::from_millis));
        PageTime {
            url: url.to_owned(),
            template: template.to_owned(),
            thread: 1,
            start: Duration::ZERO,
            steps,
        }
    }

    #[test]
    fn the_slow_ones_come_first() {
        let pages = [
            page("/a/", "x.html", [1, 1, 0, 0, 0, 0]),
            page("/b/", "y.html", [5, 0, 0, 0, 0, 1]),
            page("/c/", "x.html", [3, 0, 0, 0, 0, 0]),
        ];
        let urls: Vec<&str> = slowest(&pages, 2).iter().map(|page| page.url.as_str()).collect();
        assert_eq!(urls, ["/b/", "/c/"]);
        let templates = by_template(&pages);
        assert_eq!((templates[0].template, templates[0].pages), ("y.html", 1));
        assert_eq!((templates[1].pages, templates[1].total), (2, Duration::from_millis(4)));
        assert_eq!(total(&pages, Step::Render), Duration::from_millis(9));
    }

    #[test]
    fn a_trace_lays_steps_one_after_the_other() {
        let pages = [page("/a/", "x.html", [2, 3, 0, 0, 0, 1])];
        let stages = [("load", Duration::from_millis(10)), ("pages", Duration::from_millis(6))];
        let trace: Value = serde_json::from_str(&trace(&stages, &pages)).unwrap();
        let events = trace["traceEvents"].as_array().unwrap();
        let of = |name: &str| {
            let event = events.iter().find(|event| event["name"] == name).unwrap();
            (event["tid"].as_u64().unwrap(), event["ts"].as_f64().unwrap(), event["dur"].as_f64().unwrap())
        };
        assert_eq!(of("pages"), (0, 10_000.0, 6_000.0));
        assert_eq!(of("/a/"), (2, 10_000.0, 6_000.0));
        assert_eq!(of("parse"), (2, 12_000.0, 3_000.0));
        assert_eq!(of("put"), (2, 15_000.0, 1_000.0));
    }
}
