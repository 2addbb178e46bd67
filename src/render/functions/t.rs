//! `t(chiave="vai-al-contenuto", n=3)`: the theme's words in the language of the page.

use fluent_bundle::{FluentArgs, FluentValue};
use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::render::error::Refusal;

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let key = args.must_get::<&str>("chiave")?;
    if let Some(words) = view.words.plain(key, &page.lang) {
        return Ok(words);
    }
    let mut values = FluentArgs::new();
    for (name, value) in args.iter() {
        let value: FluentValue<'_> = match value.as_i64() {
            Some(number) => number.into(),
            None => value.to_string().into(),
        };
        values.set(name.to_string(), value);
    }
    match view.words.find(key, &page.lang, &values) {
        Some(words) => Ok(words.into()),
        // It may stand in a line that was told to be broken.
        None if view.words.is_broken => Ok(key.into()),
        None => Err(Refusal::Word.about(key)),
    }
}
