//! `aria-toggle-field-name`: every switch or choice made with ARIA has a name.

use crate::{
    audit::{
        NodeId, Page,
        names::{accessible_name, act_of_name, has_native_rule},
    },
    rule::Verdict,
};

audit_rule! {
    "aria-toggle-field-name" {
        severity: Error,
        wcag: ["4.1.2"],
        act: ["e086e5"],
        tags: [],
        roles: ["checkbox", "menuitemcheckbox", "menuitemradio", "option", "radio", "switch"],
        speaks: act_of_name,
    }
    Pass r#"<div role="switch" aria-checked="false" tabindex="0">Avvisi</div>"#
    Fail r#"<div role="switch" aria-checked="false" tabindex="0"></div> Avvisi"#
    Inapplicable r#"<input type="checkbox">"#
}

fn applies(page: &Page, node: NodeId) -> bool {
    page.is_exposed(node) && !has_native_rule(page, node)
}

fn check(page: &Page, node: NodeId) -> Verdict {
    Verdict::require(!accessible_name(page, node).is_empty(), "aria-toggle-field-name")
}
