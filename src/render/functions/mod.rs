//! What templates may call: one file per function, one line here.

mod argomenti;
mod caselle;
mod contenuti;
mod corpo;
mod fisso;
mod informatizzazione;
mod integrita;
mod mappa;
mod menu;
mod oggi;
mod organigramma;
mod pagina_di;
mod range;
mod risorsa;
mod scheda;
mod schizzo;
mod sezione;
mod sito;
mod t;

use std::{collections::BTreeMap, sync::Arc};

pub(super) use informatizzazione::overdue_from;
use tera::{Kwargs, Map, State, Tera, TeraResult, Value, value::Key};

use super::{
    View,
    reads::{self, Question},
    templates::{Scope, with_page},
    values::{member, object},
};
use crate::validate::ContentId;

type Call = fn(&View, &Scope, &Kwargs) -> TeraResult<Value>;

const FUNCTIONS: &[(&str, Call)] = &[
    ("argomenti", argomenti::call),
    ("caselle", caselle::call),
    ("contenuti", contenuti::call),
    ("corpo", corpo::call),
    ("fisso", fisso::call),
    ("informatizzazione", informatizzazione::call),
    ("integrita", integrita::call),
    ("mappa", mappa::call),
    ("menu", menu::call),
    ("oggi", oggi::call),
    ("organigramma", organigramma::call),
    ("pagina_di", pagina_di::call),
    ("range", range::call),
    ("risorsa", risorsa::call),
    ("scheda", scheda::call),
    ("schizzo", schizzo::call),
    ("sezione", sezione::call),
    ("sito", sito::call),
    ("t", t::call),
];

/// Functions that ask nothing of the contents.
const OF_THE_THEME: &[&str] = &["integrita", "range", "risorsa", "t"];

/// The function whose answer depends on the page that asks; it notes itself what it asked.
const OF_THE_PAGE: &str = "menu";

/// The argument that is a card: only the content it stands for counts.
const CARD: &str = "rif";

/// Gives the templates their door to the view of the page that is being rendered.
pub(super) fn register(tera: &mut Tera) {
    for (name, call) in FUNCTIONS {
        tera.register_function(*name, |kwargs: Kwargs, _: &State| {
            with_page(|view, page| ask(view, name, *call, page, &kwargs))
                .unwrap_or_else(|| Err(tera::Error::message("no page is being rendered")))
        });
    }
}

/// Calls a function for a page. One call is one question, whatever the function looks at.
fn ask(view: &View, name: &str, call: Call, page: &Scope, kwargs: &Kwargs) -> TeraResult<Value> {
    if name == OF_THE_PAGE || OF_THE_THEME.contains(&name) {
        return call(view, page, kwargs);
    }
    // Nothing else of the page or of a card can be looked at, or one answer could not stand for all.
    let scope = Scope { lang: page.lang.clone(), url: String::new() };
    let reduced = reduced(kwargs);
    let kwargs = reduced.as_ref().unwrap_or(kwargs);
    if !reads::is_noted() {
        return call(view, &scope, kwargs);
    }
    let value = reads::silently(|| call(view, &scope, kwargs))?;
    let question = Question::Call(Arc::new(reads::Call {
        lang: scope.lang,
        function: name.to_owned(),
        arguments: arguments(kwargs),
    }));
    view.answered(&question, &value);
    reads::note(|| question);
    Ok(value)
}

/// What a function says in this view to a call that was made in another one.
pub(super) fn answer(view: &View, call: &reads::Call) -> Option<Value> {
    let (_, function) = FUNCTIONS.iter().find(|(name, _)| *name == call.function)?;
    let arguments: BTreeMap<String, serde_json::Value> = serde_json::from_str(&call.arguments).ok()?;
    let one = |(name, value): (String, serde_json::Value)| {
        Some((Key::from(name), Value::try_from_serializable(&value).ok()?))
    };
    let map: Map = arguments.into_iter().map(one).collect::<Option<_>>()?;
    let scope = Scope { lang: call.lang.clone(), url: String::new() };
    function(view, &scope, &Kwargs::new(Arc::new(map))).ok()
}

/// The arguments with the card cut down to the content it stands for; none: there is no card among them.
fn reduced(kwargs: &Kwargs) -> Option<Kwargs> {
    let card: &Value = kwargs.get(CARD).ok()??;
    let content = object([("tipo", member(card, "tipo")), ("id", member(card, "id"))]);
    let others = kwargs.iter().filter(|(key, _)| key.as_str() != Some(CARD));
    let mut map: Map = others.map(|(key, value)| (key.clone(), value.clone())).collect();
    map.insert(CARD.into(), content);
    Some(Kwargs::new(Arc::new(map)))
}

/// Arguments as text, in an order of their own.
fn arguments(kwargs: &Kwargs) -> String {
    let sorted: BTreeMap<String, &Value> =
        kwargs.iter().map(|(key, value)| (key.to_string(), value)).collect();
    serde_json::to_string(&sorted).unwrap_or_default()
}

/// The content a card stands for.
fn content_of(view: &View, card: &Value) -> Option<ContentId> {
    let (content_type, id) = (member(card, "tipo"), member(card, "id"));
    view.model.find(content_type.as_str()?, id.as_str()?)
}
