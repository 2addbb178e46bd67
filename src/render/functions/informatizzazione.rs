//! `informatizzazione()`: how far services are on the net: levels, what is active and what is planned, shares by phase.

use jiff::civil::Date;
use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::{
    render::{dates, values::object},
    validate::{ContentId, Entry, Val},
};

/// From this level on, a service is asked for on the net, at least in part.
const ON_THE_NET: i64 = 2;
/// From this level on, people see where their case stands.
const FOLLOWED: i64 = 1;

/// The phases of a plan that brings services to the net: what is counted, and the share it wants.
const PHASES: &[(&str, Measure, usize)] = &[
    ("b1-moduli", Measure::Forms, 100),
    ("b1-compilazione", Measure::OnTheNet, 30),
    ("b2-compilazione", Measure::OnTheNet, 60),
    ("b3-compilazione", Measure::OnTheNet, 100),
    ("b4-stato", Measure::Followed, 30),
    ("b5-stato", Measure::Followed, 60),
    ("b6-stato", Measure::Followed, 100),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// The forms are published, or none is needed because the service is asked for on the net.
    Forms,
    OnTheNet,
    Followed,
}

/// What a service says of itself.
struct Service {
    content: ContentId,
    web: Option<i64>,
    office: Option<i64>,
    view: Option<i64>,
    /// It cannot go on the net (list B), and why.
    excluded: bool,
    reason: Option<String>,
    planned: Option<Date>,
    has_forms: bool,
}

impl Service {
    fn read(content: ContentId, entry: &Entry) -> Option<Self> {
        let told = &entry.field("informatizzazione")?.value;
        let level = |name: &str| match told.member("livelli")?.value.member(name)?.value {
            Val::Integer(level) => Some(level),
            _ => None,
        };
        let text = |name: &str| match &told.member(name)?.value {
            Val::Text(text) => Some(text.clone()),
            _ => None,
        };
        Some(Self {
            content,
            web: level("servizio_web"),
            office: level("back_office"),
            view: level("visura"),
            excluded: text("elenco").as_deref() == Some("B"),
            reason: text("motivo"),
            planned: told.member("data_prevista").and_then(|item| item.value.date()),
            has_forms: !entry.items("modulistica").is_empty(),
        })
    }

    fn reaches(&self, measure: Measure) -> bool {
        let on_the_net = self.web.is_some_and(|level| level >= ON_THE_NET);
        match measure {
            Measure::Forms => self.has_forms || on_the_net,
            Measure::OnTheNet => on_the_net,
            Measure::Followed => self.view.is_some_and(|level| level >= FOLLOWED),
        }
    }
}

pub(super) fn call(view: &View, page: &Scope, _: &Kwargs) -> TeraResult<Value> {
    let model = &view.model;
    let read = |content: &ContentId| Service::read(*content, model.main_version(*content));
    let services: Vec<Service> = model.of_type("servizio").iter().filter_map(read).collect();
    let shown = |keep: &dyn Fn(&Service) -> bool| {
        let kept = services.iter().filter(|service| keep(service));
        Value::from(kept.map(|service| row(view, service, &page.lang)).collect::<Vec<_>>())
    };
    let mut planned: Vec<&Service> = services
        .iter()
        .filter(|service| service.planned.is_some() && !service.reaches(Measure::OnTheNet))
        .collect();
    planned.sort_by_key(|service| service.planned);
    let planned: Vec<Value> = planned.into_iter().map(|service| row(view, service, &page.lang)).collect();
    let possible: Vec<&Service> = services.iter().filter(|service| !service.excluded).collect();
    Ok(object([
        ("servizi", shown(&|_| true)),
        ("attivi", shown(&|service| service.reaches(Measure::OnTheNet))),
        ("futuri", planned.into()),
        ("elenco_a", possible.len().into()),
        ("elenco_b", shown(&|service| service.excluded)),
        ("fasi", PHASES.iter().map(|phase| share(&possible, *phase)).collect::<Vec<_>>().into()),
    ]))
}

/// The day from which a service is told to be late, if it is not on the net by then.
pub(in crate::render) fn overdue_from(content: ContentId, entry: &Entry) -> Option<Date> {
    let service = Service::read(content, entry).filter(|service| !service.reaches(Measure::OnTheNet))?;
    service.planned?.tomorrow().ok()
}

fn row(view: &View, service: &Service, lang: &str) -> Value {
    let late = service.planned.is_some_and(|day| day < view.model.today);
    object([
        ("scheda", view.card(service.content, lang)),
        ("servizio_web", service.web.into()),
        ("back_office", service.office.into()),
        ("visura", service.view.into()),
        ("elenco", if service.excluded { "B" } else { "A" }.into()),
        ("motivo", service.reason.as_deref().into()),
        ("data_prevista", service.planned.map(|day| dates::value(day, lang)).into()),
        ("in_ritardo", (late && !service.reaches(Measure::OnTheNet)).into()),
    ])
}

/// How many of the services that can go on the net have reached what a phase wants, in whole hundredths, rounded down:
/// a phase is not reached before it is.
fn share(possible: &[&Service], (name, measure, wanted): (&'static str, Measure, usize)) -> Value {
    let n = possible.iter().filter(|service| service.reaches(measure)).count();
    let percent = (n * 100).checked_div(possible.len()).unwrap_or(0);
    object([
        ("id", name.into()),
        ("n", n.into()),
        ("totale", possible.len().into()),
        ("percento", percent.into()),
        ("obiettivo", wanted.into()),
        ("raggiunta", (percent >= wanted).into()),
    ])
}
