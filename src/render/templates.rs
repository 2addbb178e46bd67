//! The theme's templates in Tera, each with marks on its tags.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use tera::{Context, ErrorKind, Tera, TeraResult, Value};

use super::{
    View, budget, counted,
    error::{self, TEMPLATE},
    filters, functions, marks, page, seats,
    values::object,
    view::Fixed,
};
use crate::{
    diagnostic::Diagnostic,
    load::Theme,
    source::{FileId, Sources},
    stage::Staged,
};

/// Every template by name: its file, and the text as Tera has it.
pub(super) type Loaded = BTreeMap<String, (FileId, marks::Marked)>;

#[derive(Clone)]
pub(super) struct Templates {
    tera: Arc<Tera>,
    loaded: Arc<Loaded>,
    /// Told when nothing better is known.
    fallback: FileId,
}

/// Where the templates of parts are that are the same on every page of a language.
const FIXED: &str = "fissi/";

/// The page being rendered on a thread: functions called from components see no variables of the page.
#[derive(Default)]
pub(super) struct Scope {
    pub lang: String,
    pub url: String,
}

thread_local! {
    /// With the view that it asks: so the same templates, parsed once, serve every state of a preview.
    static PAGE: RefCell<Option<(Arc<View>, Scope)>> = const { RefCell::new(None) };
}

/// Shows the page being rendered on this thread; none: there is no such page.
pub(super) fn with_page<T>(look: impl FnOnce(&View, &Scope) -> T) -> Option<T> {
    PAGE.with_borrow(|page| page.as_ref().map(|(view, scope)| look(view, scope)))
}

/// Loads all templates; every one that is broken is told. None when one is.
pub(super) fn load(theme: &Theme, sources: &Sources) -> Staged<Option<Templates>> {
    let Some(fallback) =
        theme.templates.get("base.html").or_else(|| theme.templates.values().next()).copied()
    else {
        return Staged::new(None, Vec::new());
    };
    let with = |mark: fn(FileId, &str) -> marks::Marked| -> Loaded {
        let one =
            |(name, file): (&String, &FileId)| (name.clone(), (*file, mark(*file, &sources.get(*file).text)));
        theme.templates.iter().map(one).collect()
    };
    let templates =
        |tera, loaded| Some(Templates { tera: Arc::new(tera), loaded: Arc::new(loaded), fallback });
    let counted = with(marks::mark_counted);
    if let Ok(tera) = parse(&counted, counted.keys().map(String::as_str)) {
        return Staged::new(templates(tera, counted), Vec::new());
    }
    // What is wrong is said of the text without calls that nobody wrote.
    let loaded = with(marks::mark);
    let told = explained(&loaded, fallback);
    Staged::new(told.value.and_then(|tera| templates(tera, loaded)), told.diagnostics)
}

fn parse<'a>(loaded: &'a Loaded, names: impl Iterator<Item = &'a str>) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    functions::register(&mut tera);
    filters::register(&mut tera);
    counted::register(&mut tera);
    tera.add_raw_templates(names.map(|name| (name, loaded[name].1.text.as_str())))?;
    Ok(tera)
}

/// Parses as many templates as can be, and says why the others cannot.
fn explained(loaded: &Loaded, fallback: FileId) -> Staged<Option<Tera>> {
    let mut diagnostics = Vec::new();
    let mut usable: Vec<&str> = loaded.keys().map(String::as_str).collect();
    let tera = loop {
        let error = match parse(loaded, usable.iter().copied()) {
            Ok(tera) => break tera,
            Err(error) => error,
        };
        diagnostics.extend(error::explain_loading(&error, loaded, fallback));
        // Without the broken one, the others may have something to say too.
        let broken = match error.kind() {
            ErrorKind::SyntaxError(report) => usable.iter().position(|name| *name == report.filename()),
            _ => None,
        };
        match broken {
            Some(n) => usable.remove(n),
            None if usable.len() == loaded.len() => return Staged::new(None, diagnostics),
            None => {
                // Those that need what was left out are not to blame: only what cannot be parsed is told.
                diagnostics.truncate(loaded.len() - usable.len());
                return Staged::new(None, diagnostics);
            }
        };
    };
    let is_whole = diagnostics.is_empty();
    Staged::new(Some(tera).filter(|_| is_whole), diagnostics)
}

impl Templates {
    /// Renders what is the same on every page of a language, in each of these. None where one cannot be made.
    pub(super) fn fixed(&self, view: &Arc<View>, languages: &[String]) -> Staged<Option<Fixed>> {
        let mut diagnostics = Vec::new();
        let mut fixed = Fixed::new();
        let part = |name: &String| name.strip_prefix(FIXED)?.strip_suffix(".html").map(str::to_owned);
        for template in self.loaded.keys() {
            let Some(name) = part(template) else { continue };
            for lang in languages {
                // Of the page it may know no more than the language.
                let languages =
                    [("lingua", lang.as_str().into()), ("lingua_schede", page::labels_language(view, lang))];
                let mut context = Context::new();
                context.insert_value("pagina", object(languages));
                match self.text(view, template, &context, lang, "") {
                    Ok(html) => {
                        let parts = fixed.entry(lang.clone()).or_default();
                        parts.insert(name.clone(), Value::safe_string(&html));
                    }
                    Err(told) => diagnostics.push(*told),
                }
            }
        }
        // The words are wrong in all languages or missing in one: told once in either case.
        diagnostics.dedup_by(|a, b| a.place == b.place && a.message == b.message);
        Staged::new(diagnostics.is_empty().then_some(fixed), diagnostics)
    }

    /// What a template gives, or what is to be said of it.
    fn text(
        &self,
        view: &Arc<View>,
        template: &str,
        context: &Context,
        lang: &str,
        url: &str,
    ) -> Result<String, Box<Diagnostic>> {
        PAGE.set(Some((Arc::clone(view), Scope { lang: lang.to_owned(), url: url.to_owned() })));
        let file = self.loaded.get(template).map_or(self.fallback, |(file, _)| *file);
        let seat = seats::take(&view.config, file, url);
        budget::reset(&seat.flag);
        let mut page = budget::PageBuffer::new(&seat.flag);
        let rendered = self.tera.render_to(template, context, &mut page);
        // A thread that waits for its next page must not hold a site that nobody else remembers.
        PAGE.set(None);
        let text = rendered.and_then(|()| Ok(String::from_utf8(page.bytes)?));
        text.map_err(|error| {
            // What Tera says of a page that was asked to stop is only where it was.
            let told = seat.given_up(file, url);
            let page = (!url.is_empty()).then_some(url);
            Box::new(told.unwrap_or_else(|| error::explain(&error, &self.loaded, file, page)))
        })
    }

    /// The file of the first template of `candidates` that the theme has.
    pub(super) fn file(&self, candidates: &[String]) -> Option<FileId> {
        candidates.iter().find_map(|name| self.loaded.get(name)).map(|(file, _)| *file)
    }

    /// Renders the first template of `candidates` that the theme has.
    pub(super) fn render(
        &self,
        view: &Arc<View>,
        candidates: &[String],
        context: Context,
        lang: &str,
        url: &str,
    ) -> Result<String, Box<Diagnostic>> {
        let name = candidates.iter().find(|name| self.tera.contains_template(name));
        let Some(name) = name else {
            let wanted = candidates.last().map_or("", String::as_str);
            return Err(Box::new(TEMPLATE.variant("template--missing", self.fallback).with("name", wanted)));
        };
        self.text(view, name, &context, lang, url)
    }
}
