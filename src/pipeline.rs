//! The stages in order.

use std::{fmt, path::PathBuf, sync::Arc, time::Duration};

use crate::{
    diagnostic::{Failure, Finding},
    load::Request,
    source::Sources,
};

/// Called from any thread with how many pages are done and how many there are.
pub type Progress = Arc<dyn Fn(usize, usize) + Send + Sync>;

/// What to do with a site.
#[derive(Clone)]
pub struct Order {
    pub request: Request,
    /// None: judge everything, write nothing.
    pub output: Option<PathBuf>,
    /// None: as `site.toml` says.
    pub minify: Option<bool>,
    /// Warnings count as errors.
    pub strict: bool,
    /// Who wants to know how far the work is.
    pub progress: Option<Progress>,
}

impl fmt::Debug for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Order")
            .field("request", &self.request)
            .field("output", &self.output)
            .field("minify", &self.minify)
            .field("strict", &self.strict)
            .finish_non_exhaustive()
    }
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
