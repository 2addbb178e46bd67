//! `select-name`: every list to choose from has a label.

use crate::{
    audit::{NodeId, Page, names::{accessible_name, act_of_name}},
    rule::Verdict,
};

audit_rule! {
    "select-name" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["e086e5"],
        tags: ["select"],
        speaks: act_of_name,
    }
    Pass r#"<label>Ufficio <select><option>Anagrafe</option></select></label>"#
    Fail r#"<select><option>Anagrafe</option></select>"#
}

fn applies(page: &Page, select: NodeId) -> bool {
    page.is_exposed(select) && matches!(page.role(select).name, "combobox" | "listbox")
}

fn check(page: &Page, select: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, select).is_empty(), "select-name")
}
