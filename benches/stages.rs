//! What each stage costs on a generated site of 2,000 contents. One function per stage; `benches/README.md` tells
//! how to run and read them. A new stage is one more function, and one more line at the end of this file.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]

use std::collections::BTreeMap;

use std::{
    hint::black_box,
    path::PathBuf,
    sync::{Arc, LazyLock},
};

use arengo::{
    audit,
    diagnostic::{Diagnostic, Place, Seen, fold},
    load::{self, Loading, Request, Site},
    markdown::{self, Located},
    model::{self, Model},
    pipeline,
    render::{Renderer, View, ViewParts},
    route::{self, Routes, Surroundings},
    schema, source,
    tables::Tables,
    tree::{self, Limits},
    validate, write,
};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};

mod support;

const CONTENTS: usize = 2_000;
const SEED: u64 = 1;

/// The generated site, written once for all benches.
struct Fixture {
    /// Removed when the process ends well; kept here so that it lives as long.
    _folder: tempfile::TempDir,
    request: Request,
    loading: Loading,
}

impl Fixture {
    fn site(&self) -> &Site {
        self.loading.site.as_ref().expect("the generated site loads")
    }

    /// The text of a service, and where its front matter stands.
    fn service(&self) -> (source::FileId, &str, std::ops::Range<u32>) {
        let is_service = |loaded: &&load::Loaded| loaded.path.starts_with("servizi/");
        let loaded = self.site().contents.iter().find(is_service).expect("a service");
        (loaded.file, &self.loading.sources.get(loaded.file).text, loaded.front.clone())
    }
}

static FIXTURE: LazyLock<Fixture> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    support::generate("arengo", folder.path(), CONTENTS, SEED).expect("a generated site");
    let request = request(folder.path().to_owned());
    let loading = load::load(&request).expect("a site");
    Fixture { _folder: folder, request, loading }
});

fn request(root: PathBuf) -> Request {
    Request { root, today: jiff::civil::date(2026, 11, 22), base_url: None, drafts: false }
}

/// Reading and splitting every file.
fn load(criterion: &mut Criterion) {
    let fixture = &*FIXTURE;
    let mut group = criterion.benchmark_group("load");
    group.throughput(Throughput::Elements(CONTENTS as u64)).sample_size(20);
    group.bench_function("site", |bencher| {
        bencher.iter_with_large_drop(|| load::load(&fixture.request).expect("a site"));
    });
    group.finish();
}

/// One front matter, and one `site.toml`.
fn tree(criterion: &mut Criterion) {
    let fixture = &*FIXTURE;
    let (file, text, front) = fixture.service();
    let mut group = criterion.benchmark_group("tree");
    group.throughput(Throughput::Bytes(u64::from(front.end - front.start)));
    group.bench_function("yaml", |bencher| {
        bencher.iter(|| tree::parse_yaml(file, black_box(text), front.clone(), Limits { depth: 8 }));
    });
    let config_file = fixture.site().config_file;
    let config = &fixture.loading.sources.get(config_file).text;
    group.throughput(Throughput::Bytes(config.len() as u64));
    group.bench_function("toml", |bencher| {
        bencher.iter(|| tree::parse_toml(config_file, black_box(config)));
    });
    group.finish();
}

/// Reading and compiling the shipped schemas and vocabularies.
fn schema(criterion: &mut Criterion) {
    let mut sources = source::Sources::default();
    let shipped: Vec<(source::FileId, String, String)> = load::shipped_schemas()
        .into_iter()
        .map(|(name, bytes)| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            (sources.add(name.as_str(), text.as_str()), name, text)
        })
        .collect();
    let files: Vec<schema::SchemaFile<'_>> =
        shipped.iter().map(|(id, name, text)| schema::SchemaFile { id: *id, name, text }).collect();
    criterion.bench_function("schema/shipped", |bencher| {
        bencher.iter_with_large_drop(|| schema::read(black_box(&files)));
    });
}

/// Every front matter against its schema and into typed values.
fn validate(criterion: &mut Criterion) {
    let fixture = &*FIXTURE;
    let mut group = criterion.benchmark_group("validate");
    group.throughput(Throughput::Elements(CONTENTS as u64)).sample_size(20);
    group.bench_function("site", |bencher| {
        bencher.iter_with_large_drop(|| validate::run(fixture.site(), &fixture.loading.sources));
    });
    group.finish();
}

/// Sorting and folding what is said of many pages: ten faults of a template, each on every page.
fn diagnostic(criterion: &mut Criterion) {
    let sources = &FIXTURE.loading.sources;
    let (file, ..) = FIXTURE.service();
    let said: Vec<Diagnostic> = (0..CONTENTS * 10)
        .map(|number| {
            let start = u32::try_from(number % 10).expect("a digit");
            let place = Place::from(source::Span::new(file, start..start + 1));
            let page = format!("/servizi/pagina-{}/", number / 10);
            tree::YAML_SYNTAX.at(place.seen(Seen {
                page,
                selector: "main > p".to_owned(),
                html: "<p>".to_owned(),
            }))
        })
        .collect();
    let mut group = criterion.benchmark_group("diagnostic");
    group.throughput(Throughput::Elements(said.len() as u64)).sample_size(20);
    group.bench_function("fold", |bencher| {
        bencher.iter_batched(|| said.clone(), |said| fold(said, sources), BatchSize::LargeInput);
    });
    group.finish();
}

/// One body of some kilobytes.
fn markdown(criterion: &mut Criterion) {
    let fixture = &*FIXTURE;
    let loaded = fixture.site().contents.iter().max_by_key(|loaded| loaded.body.end - loaded.body.start);
    let loaded = loaded.expect("a content");
    let text = fixture.loading.sources.get(loaded.file).slice(loaded.body.clone());
    let located = Located {
        file: loaded.file,
        text: text.into(),
        offsets: source::Offsets::Shifted(loaded.body.start),
    };
    let mut group = criterion.benchmark_group("markdown");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("parse", |bencher| bencher.iter(|| markdown::parse(black_box(located.clone()))));
    group.finish();
}

fn model_of(fixture: &Fixture) -> Model {
    let validated = validate::run(fixture.site(), &fixture.loading.sources).value;
    model::run(validated, fixture.site()).value
}

fn routes_of(model: &Model, fixture: &Fixture) -> Routes {
    route::run(model, &Tables::default(), fixture.site(), &Surroundings { previous: None }).value
}

/// References, inverses, sections, topics, rules about the whole.
fn model(criterion: &mut Criterion) {
    let fixture = &*FIXTURE;
    let mut group = criterion.benchmark_group("model");
    group.throughput(Throughput::Elements(CONTENTS as u64)).sample_size(20);
    group.bench_function("site", |bencher| {
        bencher.iter_batched(
            || validate::run(fixture.site(), &fixture.loading.sources).value,
            |validated| model::run(validated, fixture.site()),
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

/// Every address.
fn route(criterion: &mut Criterion) {
    let fixture = &*FIXTURE;
    let model = model_of(fixture);
    let mut group = criterion.benchmark_group("route");
    group.throughput(Throughput::Elements(CONTENTS as u64)).sample_size(20);
    group.bench_function("site", |bencher| bencher.iter_with_large_drop(|| routes_of(&model, fixture)));
    group.finish();
}

/// What is done page by page, on one service: rendering, parsing, auditing, finishing.
fn pages(criterion: &mut Criterion) {
    let fixture = &*FIXTURE;
    let model = model_of(fixture);
    let routes = routes_of(&model, fixture);
    let site = fixture.site();
    let names = site.theme.settings.risorse.iter().map(|file| file.a.as_str());
    let names = names.chain(site.theme.assets.keys().map(String::as_str));
    let assets: BTreeMap<_, _> = names.map(|name| (name.to_owned(), format!("/risorse/{name}"))).collect();
    let integrity = assets.keys().map(|name| (name.clone(), "sha384-".to_owned())).collect();
    let schemas = load::load(&fixture.request).expect("a site").site.expect("a site").schemas;
    let tables = std::sync::Arc::new(Tables::default());
    let parts = ViewParts { model, tables, routes, config: site.config.clone(), schemas, assets, integrity };
    let view = View::new(parts, &site.theme, &fixture.loading.sources).value;
    let renderer = Renderer::new(view, &site.theme, &fixture.loading.sources).value.expect("a theme");
    let is_service =
        |route: &&route::Route| route.url.starts_with("/servizi/") && route.url.split('/').count() == 5;
    let route = renderer.view().routes().iter().find(is_service).expect("a service").clone();
    let html = renderer.render(&route).expect("a page");
    let document = audit::Document::parse(&html);
    let subject = audit::Subject {
        document: &document,
        url: &route.url,
        file: site.config_file,
        sheets: audit::Sheets::none(),
    };

    let mut group = criterion.benchmark_group("page");
    group.throughput(Throughput::Bytes(html.len() as u64));
    group.bench_function("render", |bencher| bencher.iter(|| renderer.render(black_box(&route))));
    group.bench_function("parse", |bencher| bencher.iter(|| audit::Document::parse(black_box(&html))));
    group.bench_function("audit", |bencher| bencher.iter(|| subject.audit(&audit::Settings::default())));
    group.bench_function("strip", |bencher| bencher.iter(|| write::finish_html(black_box(&html), false)));
    group.bench_function("minify", |bencher| bencher.iter(|| write::finish_html(black_box(&html), true)));
    group.finish();
}

/// The whole build of the site into a fresh folder, everything on.
fn build(criterion: &mut Criterion) {
    let fixture = &*FIXTURE;
    let cache = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.arengo"));
    let mut group = criterion.benchmark_group("build");
    group.throughput(Throughput::Elements(CONTENTS as u64)).sample_size(10);
    group.bench_function("fresh", |bencher| {
        bencher.iter_batched(
            || tempfile::tempdir().expect("a folder"),
            |folder| {
                let order = pipeline::Order {
                    request: fixture.request.clone(),
                    output: folder.path().join("public"),
                    publish: true,
                    minify: None,
                    search: None,
                    strict: false,
                    cache: Some(cache.clone()),
                    switches: arengo::pipeline::Switches::default(),
                    progress: Arc::new(|_| {}),
                    watch: None,
                };
                let built = pipeline::run(&order).expect("a build");
                assert!(built.written.is_some(), "the generated site is published");
                folder
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(stages, load, tree, schema, markdown, validate, model, route, pages, build, diagnostic);
criterion_main!(stages);
