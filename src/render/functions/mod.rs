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
mod organigramma;
mod pagina_di;
mod range;
mod risorsa;
mod scheda;
mod schizzo;
mod sezione;
mod sito;
mod t;

use std::sync::Arc;

pub(super) use informatizzazione::overdue_from;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::{
    View,
    templates::{Scope, with_scope},
    values::member,
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

/// Gives the templates their door to the view.
pub(super) fn register(tera: &mut Tera, view: &Arc<View>) {
    for (name, call) in FUNCTIONS {
        let view = Arc::clone(view);
        tera.register_function(*name, move |kwargs: Kwargs, _: &State| {
            with_scope(|page| call(&view, page, &kwargs))
        });
    }
}

/// The content a card stands for.
fn content_of(view: &View, card: &Value) -> Option<ContentId> {
    let (content_type, id) = (member(card, "tipo"), member(card, "id"));
    view.model.find(content_type.as_str()?, id.as_str()?)
}
