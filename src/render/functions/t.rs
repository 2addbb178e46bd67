//! `t(chiave="vai-al-contenuto", n=3)`: the theme's words in the language of the page.

use fluent_bundle::{FluentArgs, FluentValue};
use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::render::words;

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let key = args.must_get::<&str>("chiave")?;
    let mut values = FluentArgs::new();
    for (name, value) in args.iter() {
        let value: FluentValue<'_> = match value.as_i64() {
            Some(number) => number.into(),
            None => value.to_string().into(),
        };
        values.set(name.to_string(), value);
    }
    let found = view.words.find(key, &page.lang, &values);
    if found.is_none() {
        words::miss(key);
    }
    Ok(found.unwrap_or_else(|| key.to_owned()).into())
}
