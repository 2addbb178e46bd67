//! The stages in order.

use std::{path::PathBuf, time::Duration};

use crate::{
    diagnostic::{Failure, Finding},
    load::Request,
    source::Sources,
};

/// What to do with a site.
#[derive(Debug, Clone)]
pub struct Order {
    pub request: Request,
    /// None: judge everything, write nothing.
    pub output: Option<PathBuf>,
    /// None: as `site.toml` says.
    pub minify: Option<bool>,
    /// Warnings count as errors.
    pub strict: bool,
}

/// What came out.
pub struct Build {
    pub sources: Sources,
    /// Judged (severities of the site, accepted ones removed), sorted, folded.
    pub findings: Vec<Finding>,
    pub accepted: usize,
    pub pages: usize,
    /// None: nothing was written, because nothing was asked or because of errors.
    pub written: Option<Written>,
    /// Stage and how long it took.
    pub timings: Vec<(&'static str, Duration)>,
}

/// What changed in the output folder, in files.
#[derive(Debug, Clone, Copy, Default)]
pub struct Written {
    pub written: usize,
    pub kept: usize,
    pub removed: usize,
}

impl Build {
    /// Whether something stops publishing.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.diagnostic.is_error())
    }
}

/// Builds or checks a site.
pub fn run(order: &Order) -> Result<Build, Failure> {
    let loading = crate::load::load(&order.request)?;
    let mut diagnostics = loading.diagnostics;
    if let Some(site) = &loading.site {
        let validated = crate::validate::run(site, &loading.sources);
        diagnostics.extend(validated.diagnostics);
    }
    let findings = crate::diagnostic::fold(diagnostics, &loading.sources);
    Ok(Build {
        sources: loading.sources,
        findings,
        accepted: 0,
        pages: 0,
        written: None,
        timings: Vec::new(),
    })
}
