//! `meta-refresh`: the page does not reload or leave by itself after some time.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

page_rule! {
    "meta-refresh" { severity: Error, wcag: ["2.2.1"], act: ["bc659a"], }
    Pass r#"<meta http-equiv="refresh" content="0; url=/nuova">"#
    Pass r#"<meta http-equiv="refresh" content="72001; url=/nuova">"#
    Fail r#"<meta http-equiv="refresh" content="30">"#
    Inapplicable r#"<meta http-equiv="refresh" content="; 30">"#
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let Some((node, seconds)) = refresh(page) else { return Vec::new() };
    let good = seconds == 0 || seconds > 72_000;
    vec![(node, Verdict::require(good, "meta-refresh").with("seconds", seconds))]
}

/// The first refresh that browsers obey, and after how many seconds.
pub(super) fn refresh(page: &Page) -> Option<(NodeId, u32)> {
    page.named("meta").iter().find_map(|&node| {
        let is_refresh =
            page.attr(node, "http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh"));
        let content = page.attr(node, "content").filter(|_| is_refresh)?;
        Some((node, seconds(content)?))
    })
}

/// The time in a refresh, read as HTML says.
fn seconds(content: &str) -> Option<u32> {
    let content = content.trim_start();
    let n_digits = content.bytes().take_while(u8::is_ascii_digit).count();
    if n_digits == 0 && !content.starts_with('.') {
        return None;
    }
    let rest = content[n_digits..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let ends = rest.is_empty()
        || rest.starts_with([';', ','])
        || rest.starts_with(|c: char| c.is_ascii_whitespace());
    // A number too long to be read is a long time.
    ends.then(|| if n_digits == 0 { 0 } else { content[..n_digits].parse().unwrap_or(u32::MAX) })
}
