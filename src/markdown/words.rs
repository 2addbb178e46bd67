//! The words the renderer adds to a body, in the language of the page.

/// Visible and spoken words. `{n}` stands for a footnote's number, `{name}` for a table's caption.
#[derive(Clone, Debug)]
pub struct Words {
    /// Heading of the footnotes.
    pub footnotes: String,
    /// Name of a reference in the text: `Nota {n}`.
    pub footnote: String,
    /// Name of the way back: `Torna al testo della nota {n}`.
    pub back_to_text: String,
    /// Titles of alerts.
    pub note: String,
    pub tip: String,
    pub important: String,
    pub warning: String,
    pub caution: String,
    /// Name of a table that can be scrolled, without and with a caption.
    pub table: String,
    pub table_named: String,
    /// Said before the entries of a task list.
    pub done: String,
    pub to_do: String,
    /// Said after links that leave the site; nothing is said when empty.
    pub other_site: String,
}

impl Words {
    pub fn italian() -> Self {
        Self {
            footnotes: "Note".to_owned(),
            footnote: "Nota {n}".to_owned(),
            back_to_text: "Torna al testo della nota {n}".to_owned(),
            note: "Nota".to_owned(),
            tip: "Suggerimento".to_owned(),
            important: "Importante".to_owned(),
            warning: "Attenzione".to_owned(),
            caution: "Pericolo".to_owned(),
            table: "Tabella, scorri in orizzontale".to_owned(),
            table_named: "Tabella: {name}".to_owned(),
            done: "fatto:".to_owned(),
            to_do: "da fare:".to_owned(),
            other_site: "si apre in un altro sito".to_owned(),
        }
    }
}
