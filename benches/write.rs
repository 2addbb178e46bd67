//! How long the writer takes: 10,000 small pages, all new and all unchanged; and the last hand on a page.

use std::{collections::BTreeMap, hint::black_box, path::Path, time::Duration};

use arengo::write::{Entry, Staging, finish_html};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use rayon::prelude::*;

const N_PAGES: usize = 10_000;

fn publish(site: &Path, pages: &[(String, String)]) {
    let staging = Staging::open(&site.join("public"), site).expect("an output of our own");
    let put = |(path, text): &(String, String)| staging.put(path, text.as_bytes());
    let entries: Vec<Entry> = pages.par_iter().map(put).collect::<Result<_, _>>().expect("a disk");
    staging.commit(entries, BTreeMap::new()).expect("a disk");
}

fn write(criterion: &mut Criterion) {
    let text = "<p>Comune di Borgo</p>\n".repeat(200);
    let page = |n: usize| (format!("servizi/s{}/pagina-{n}/index.html", n % 100), format!("{n} {text}"));
    let pages: Vec<(String, String)> = (0..N_PAGES).map(page).collect();
    let mut group = criterion.benchmark_group("write");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(10))
        .throughput(Throughput::Elements(N_PAGES as u64));
    group.bench_function("new", |bencher| {
        let folder = || tempfile::tempdir().expect("a temporary folder");
        bencher.iter_batched_ref(folder, |site| publish(site.path(), &pages), BatchSize::PerIteration);
    });
    let site = tempfile::tempdir().expect("a temporary folder");
    publish(site.path(), &pages);
    group.bench_function("unchanged", |bencher| bencher.iter(|| publish(site.path(), &pages)));
    group.finish();
}

fn finish(criterion: &mut Criterion) {
    let page = include_str!("../src/write/finish/rich.html");
    let mut group = criterion.benchmark_group("finish");
    group.throughput(Throughput::Bytes(page.len() as u64));
    group.bench_function("marks", |bencher| bencher.iter(|| finish_html(black_box(page), false)));
    group.bench_function("minify", |bencher| bencher.iter(|| finish_html(black_box(page), true)));
    group.finish();
}

criterion_group!(benches, write, finish);
criterion_main!(benches);
