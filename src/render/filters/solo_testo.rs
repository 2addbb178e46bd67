//! `{{ contenuto.a_chi_e_rivolto | solo_testo }}`: HTML as plain text, white space collapsed, for structured data.

use tera::{Kwargs, State, TeraResult, Value};

pub(super) fn call(value: &Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    Ok(text_of(value.as_str().unwrap_or("")).into())
}

fn text_of(html: &str) -> String {
    // Nothing may stay but text; the parser inside is the one that reads pages.
    let clean = ammonia::Builder::empty().clean(html).to_string();
    let text = clean
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_text_stays() {
        assert_eq!(text_of("<p>A <b>tutti</b>\n&amp; a te &lt;3</p>\n<p>Sì</p>"), "A tutti & a te <3 Sì");
    }
}
