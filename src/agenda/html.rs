//! The agenda as one page that stands alone: for the office that looks after everything, not for the portal.

use super::{Agenda, by_reason, day, delay, next_change, reason, span, word};
use crate::{l10n::L10n, model::transparency::Deadline};

/// The page brings its own few rules: it is opened from a disk or sent by mail.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:75rem;margin:0 auto;padding:1rem;color:#17324d;background:#fff}\
table{border-collapse:collapse;width:100%;margin:0 0 2rem}\
th,td{border:1px solid #5c6f82;padding:.4rem .6rem;text-align:left;vertical-align:top}\
thead th{background:#e6ecf2}\
caption{text-align:left;font-weight:600;padding:.4rem 0}\
a{color:#06c}\
@media print{a{color:inherit}}";

pub(super) fn write(agenda: &Agenda, l10n: &L10n) -> String {
    let title = format!("{}: {}", word("page-title", l10n), agenda.site);
    let lang = l10n.lang().code();
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{0}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<h1>{0}</h1>\n<p>{1}</p>\n<p>{2}</p>\n",
        escaped(&title),
        escaped(&span(agenda, l10n)),
        escaped(&next_change(agenda, l10n)),
    );
    contents(&mut out, agenda, l10n);
    for (kind, lines) in by_reason(agenda) {
        let name = escaped(&reason(kind, l10n));
        out.push_str(&format!(
            "<h2 id=\"{}\">{name}</h2>\n<table>\n<caption>{name}</caption>\n",
            kind.name()
        ));
        head(&mut out, l10n);
        out.push_str("<tbody>\n");
        lines.iter().for_each(|line| row(&mut out, line, l10n));
        out.push_str("</tbody>\n</table>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// What the page holds, with the way there.
fn contents(out: &mut String, agenda: &Agenda, l10n: &L10n) {
    let items: String = by_reason(agenda)
        .map(|(kind, lines)| {
            let name = escaped(&reason(kind, l10n));
            format!("<li><a href=\"#{}\">{name}</a> ({})</li>\n", kind.name(), lines.len())
        })
        .collect();
    if !items.is_empty() {
        let label = escaped(&word("contents", l10n));
        out.push_str(&format!("<nav aria-label=\"{label}\">\n<ul>\n{items}</ul>\n</nav>\n"));
    }
}

fn head(out: &mut String, l10n: &L10n) {
    let columns = ["date", "title", "office", "norm", "file"];
    let cells: String =
        columns.iter().map(|name| format!("<th scope=\"col\">{}</th>", escaped(&word(name, l10n)))).collect();
    out.push_str(&format!("<thead>\n<tr>{cells}</tr>\n</thead>\n"));
}

fn row(out: &mut String, line: &Deadline, l10n: &L10n) {
    let mut date = format!("<time datetime=\"{}\">{}</time>", line.date, day(line.date, l10n));
    if line.working_day != line.date {
        let last = word("working-day", l10n);
        date.push_str(&format!("<br>{}: {}", escaped(&last), day(line.working_day, l10n)));
    }
    if let Some(delay) = delay(line, l10n) {
        date.push_str(&format!("<br><strong>{}</strong>", escaped(&delay)));
    }
    let section = line.section.as_deref().filter(|section| *section != line.title);
    let section = section.map(|section| format!("<br>{}", escaped(section))).unwrap_or_default();
    let office = [&line.office, &line.responsible].into_iter().flatten().map(|name| escaped(name));
    let office = office.collect::<Vec<_>>().join("<br>");
    let mut norm = escaped(line.norm.as_deref().unwrap_or_default());
    if !line.verified {
        norm.push_str(&format!(" ({})", escaped(&word("unverified", l10n))));
    }
    let file = line.file.as_deref().map(|file| format!("<code>{}</code>", escaped(file))).unwrap_or_default();
    out.push_str(&format!(
        "<tr><td>{date}</td><th scope=\"row\">{}{section}</th><td>{office}</td><td>{norm}</td><td>{file}</td></tr>\n",
        escaped(&line.title),
    ));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
