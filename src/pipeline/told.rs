//! What `load` had to say of a site that is kept up to date, by what it was said of: what is read again is told again.

use std::collections::HashMap;

use crate::{
    diagnostic::Diagnostic,
    load::{GIT_HISTORY, Refreshed, THEME},
    source::{FileId, Sources},
};

#[derive(Default)]
pub(super) struct Told {
    /// Files below `content/` and `static/`.
    pub(super) files: HashMap<FileId, Vec<Diagnostic>>,
    theme: Vec<Diagnostic>,
    dates: Vec<Diagnostic>,
    /// `site.toml`, schemas and vocabularies.
    settings: Vec<Diagnostic>,
}

impl Told {
    pub(super) fn new(diagnostics: Vec<Diagnostic>, sources: &Sources) -> Self {
        let mut told = Self::default();
        for diagnostic in diagnostics {
            let path = &sources.get(diagnostic.place.file).path;
            let is_of_theme = || {
                diagnostic.rule == THEME.id
                    || path.starts_with("themes/")
                    || path.starts_with("arengo:themes/")
            };
            if path.starts_with("content/") || path.starts_with("static/") {
                told.files.entry(diagnostic.place.file).or_default().push(diagnostic);
            } else if is_of_theme() {
                told.theme.push(diagnostic);
            } else if diagnostic.rule == GIT_HISTORY.id {
                told.dates.push(diagnostic);
            } else {
                told.settings.push(diagnostic);
            }
        }
        told
    }

    /// Takes in what is said now of what was read again.
    pub(super) fn refresh(&mut self, refreshed: &mut Refreshed) {
        self.files.extend(std::mem::take(&mut refreshed.files));
        let parts = [
            (&mut self.theme, &mut refreshed.theme),
            (&mut self.settings, &mut refreshed.settings),
            (&mut self.dates, &mut refreshed.dates),
        ];
        for (known, new) in parts {
            if let Some(new) = new.take() {
                *known = new;
            }
        }
    }

    pub(super) fn all(&self) -> Vec<Diagnostic> {
        let mut files: Vec<_> = self.files.iter().collect();
        files.sort_unstable_by_key(|(file, _)| **file);
        let files = files.into_iter().flat_map(|(_, diagnostics)| diagnostics);
        self.settings.iter().chain(&self.dates).chain(&self.theme).chain(files).cloned().collect()
    }
}
