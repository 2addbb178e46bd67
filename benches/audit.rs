//! What a page of ordinary size costs the auditor: parsing, names and roles, all rules.

use arengo::audit::{Document, Page, Settings, Sheets, css::Styles, judge_page, run};
use criterion::{Criterion, criterion_group, criterion_main};

/// A page of about 25 KB, made as portals are: menus, breadcrumbs, cards, a table, a form.
fn page() -> String {
    let menu: String = (0..30)
        .map(|n| format!("<li class=\"nav-item\"><a class=\"nav-link\" href=\"/voce-{n}/\"><span>Voce {n}</span></a></li>"))
        .collect();
    let cards: String = (0..70)
        .map(|n| {
            format!(
                "<div class=\"card-wrapper\"><article class=\"card\"><h3 class=\"card-title\"><a href=\"/servizi/{n}/\">\
                 Servizio numero {n}</a></h3><p class=\"card-text\">Una descrizione breve del servizio, come si legge \
                 negli elenchi dei portali comunali.</p><img src=\"/img/{n}.jpg\" alt=\"Sportello {n}\"></article></div>"
            )
        })
        .collect();
    let rows: String =
        (0..20).map(|n| format!("<tr><td>Ufficio {n}</td><td>9-12</td><td>15-17</td></tr>")).collect();
    let fields: String = (0..10)
        .map(|n| {
            format!(
                "<div><label for=\"campo-{n}\">Campo {n}</label><input id=\"campo-{n}\" type=\"text\"></div>"
            )
        })
        .collect();
    format!(
        "<!DOCTYPE html><html lang=\"it\"><head><title>Servizi</title></head><body><a href=\"#main\">Vai al contenuto</a>\
         <header><nav aria-label=\"Principale\"><ul>{menu}</ul></nav></header><main id=\"main\"><h1>Servizi</h1>\
         <h2>Elenco</h2>{cards}<h2>Orari</h2><table><caption>Orari</caption><thead><tr><th scope=\"col\">Ufficio</th>\
         <th scope=\"col\">Mattina</th><th scope=\"col\">Pomeriggio</th></tr></thead><tbody>{rows}</tbody></table>\
         <form aria-label=\"Richiesta\">{fields}<button type=\"submit\">Invia</button></form></main>\
         <footer><p>Comune di Esempio</p></footer></body></html>"
    )
}

/// A sheet as frameworks are: variables, classes, widths.
fn sheet() -> String {
    let rules: String = (0..1_000)
        .map(|n| {
            format!(
                ".c{n}{{color:var(--ink);margin:{n}px}}.card .c{n}:hover>a,.nav-link.c{n}{{background:#f{n:03}}}\
                 @media (min-width:{}px){{.c{n}+.card-title{{font-size:calc(1rem + {n}px)}}}}",
                300 + n
            )
        })
        .collect();
    format!(
        ":root{{--ink:#17324d}}body{{color:var(--ink);background:#fff}}.card{{padding:1rem}}.card-title a{{color:#0066cc}}\
         .nav-item:first-child{{display:block}}{rules}"
    )
}

fn audit(criterion: &mut Criterion) {
    let html = page();
    let mut group = criterion.benchmark_group(format!("audit of {} KB", html.len() / 1024));
    group.bench_function("parse", |bencher| bencher.iter(|| Document::parse(&html)));
    let document = Document::parse(&html);
    group.bench_function("roles and visibility", |bencher| {
        bencher.iter(|| Page::new(&document).role(document.html()).name)
    });
    let mut sheets = Sheets::default();
    sheets.add("/portale.css", "portale.css", &sheet());
    let linked = html.replace("</head>", "<link rel=stylesheet href=/portale.css></head>");
    let styled = Document::parse(&linked);
    group.bench_function("sheet of 3,000 rules", |bencher| {
        let css = sheet();
        bencher.iter(|| Sheets::default().add("/portale.css", "portale.css", &css));
    });
    group.bench_function("cascade", |bencher| bencher.iter(|| Styles::of(&styled, "/", &sheets)));
    group.bench_function("all rules with the sheet", |bencher| {
        bencher.iter(|| judge_page(&Page::styled(&styled, "/", &sheets), &Settings::default()).founds.len());
    });
    group.bench_function("all rules", |bencher| bencher.iter(|| run(&document, &Settings::default())));
    group.finish();
}

criterion_group!(benches, audit);
criterion_main!(benches);
