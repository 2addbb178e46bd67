//! `form-field-multiple-labels`: a field has one label.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "form-field-multiple-labels" {
        severity: Error,
        wcag: ["3.3.2"],
        act: [],
        tags: ["input", "select", "textarea"],
    }
    Pass r#"<label for="nome">Nome</label><input id="nome">"#
    CantTell r#"<label for="nome">Nome</label><label for="nome">Cognome</label><input id="nome">"#
    Inapplicable r#"<input type="hidden">"#
}

fn applies(page: &Page, field: NodeId) -> bool {
    page.is_exposed(field)
}

fn check(page: &Page, field: NodeId) -> Verdict {
    let labels = page.labels(field).filter(|&label| page.is_exposed(label)).count();
    if labels < 2 { Verdict::Passed } else { Verdict::cant_tell("form-field-multiple-labels").with("count", labels as u32) }
}
