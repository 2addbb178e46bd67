//! `aria-input-field-name`: every field made with ARIA has a name.

use crate::{
    audit::{
        NodeId, Page,
        names::{accessible_name, act_of_name, has_native_rule},
    },
    rule::Verdict,
};

audit_rule! {
    "aria-input-field-name" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["e086e5"],
        tags: [],
        roles: ["combobox", "listbox", "searchbox", "slider", "spinbutton", "textbox"],
        speaks: act_of_name,
    }
    Pass r#"<div role="textbox" contenteditable aria-label="Note"></div>"#
    Fail r#"<label>Note <div role="textbox" contenteditable></div></label>"#
    Inapplicable r#"<input>"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && !has_native_rule(page, node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, node).is_empty(), "aria-input-field-name")
}
