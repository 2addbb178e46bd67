//! The rules, sorted. A rule is its own file, a line here, and its words in `l10n`.

/// Names each rule once.
macro_rules! rules {
    ($($name:ident)*) => {
        $(pub mod $name;)*
        pub static RULES: &[&super::Rule] = &[$(&$name::RULE),*];
    };
}

rules! {
    accesskeys
    area_alt
    aria_allowed_attr
    aria_allowed_role
    aria_braille_equivalent
    aria_command_name
    aria_conditional_attr
    aria_deprecated_role
    aria_dialog_name
    aria_hidden_body
    aria_hidden_focus
    aria_input_field_name
    aria_meter_name
    aria_progressbar_name
    aria_prohibited_attr
    aria_required_attr
    aria_required_children
    aria_required_parent
    aria_roledescription
    aria_roles
    aria_tab_name
    aria_text
    aria_toggle_field_name
    aria_tooltip_name
    aria_treeitem_name
    aria_valid_attr
    aria_valid_attr_value
    audio_caption
    audio_transcript
    autocomplete_valid
    avoid_inline_spacing
    blink
    button_name
    bypass
    color_contrast
    color_contrast_enhanced
    css_orientation_lock
    definition_list
    dlitem
    document_title
    duplicate_id
    duplicate_id_active
    duplicate_id_aria
    empty_heading
    empty_table_header
    focus_order_semantics
    form_field_multiple_labels
    form_instructions
    frame_focusable_content
    frame_tested
    frame_title
    frame_title_unique
    heading_order
    hidden_content
    html_has_lang
    html_lang_valid
    html_xml_lang_mismatch
    identical_links_same_purpose
    image_alt
    image_alt_words
    image_redundant_alt
    input_button_name
    input_image_alt
    label
    label_content_name_mismatch
    label_title_only
    landmark_banner_is_top_level
    landmark_complementary_is_top_level
    landmark_contentinfo_is_top_level
    landmark_main_is_top_level
    landmark_no_duplicate_banner
    landmark_no_duplicate_contentinfo
    landmark_no_duplicate_main
    landmark_one_main
    landmark_unique
    language_change
    link_document
    link_in_text_block
    link_name
    link_new_window
    link_purpose
    list
    listitem
    marquee
    meta_refresh
    meta_refresh_no_exceptions
    meta_viewport
    meta_viewport_large
    nested_interactive
    no_autoplay_audio
    object_alt
    p_as_heading
    page_has_heading_one
    presentation_role_conflict
    readability
    region
    role_img_alt
    scope_attr_valid
    scrollable_region_focusable
    select_name
    server_side_image_map
    skip_link
    summary_name
    svg_img_alt
    tabindex
    table_duplicate_name
    table_fake_caption
    table_headers
    target_size
    td_has_header
    td_headers_attr
    text_all_capitals
    th_has_data_cells
    valid_lang
    video_alternative
    video_caption
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Page, walk};
    use super::*;
    use crate::{
        l10n::{L10n, Lang, Message},
        rule::{Example, Expected, Verdict},
    };

    /// What a rule concludes of its example, and the words it used.
    fn judge(id: &str, example: &Example) -> (Expected, Vec<Message>) {
        let document = Document::parse(example.text);
        let page = Page::new(&document);
        let mut outcome = Expected::Inapplicable;
        let mut words = Vec::new();
        walk(
            &page,
            |rule| rule.meta.id == id,
            |_, _, verdict| {
                let (rank, message) = match verdict {
                    Verdict::Inapplicable => return,
                    Verdict::Passed => (Expected::Pass, None),
                    Verdict::CantTell(message) => (Expected::CantTell, Some(message)),
                    Verdict::Failed(message) => (Expected::Fail, Some(message)),
                };
                words.extend(message);
                let weight = |outcome| match outcome {
                    Expected::Inapplicable => 0,
                    Expected::Pass => 1,
                    Expected::CantTell => 2,
                    Expected::Fail => 3,
                };
                if weight(rank) > weight(outcome) {
                    outcome = rank;
                }
            },
        );
        (outcome, words)
    }

    #[test]
    fn examples_are_judged_as_they_say() {
        let languages = [L10n::new(Lang::It), L10n::new(Lang::En)];
        let mut wrong = Vec::new();
        for rule in RULES {
            for example in rule.meta.examples {
                let (outcome, words) = judge(rule.meta.id, example);
                if outcome != example.expected {
                    wrong.push(format!(
                        "{}: {outcome:?}, not {:?}: {}",
                        rule.meta.id, example.expected, example.text
                    ));
                }
                for (message, l10n) in
                    words.iter().flat_map(|message| languages.iter().map(move |l10n| (message, l10n)))
                {
                    let text = l10n.message(message);
                    if text == message.id
                        || text.contains("{$")
                        || l10n.help(message).is_none_or(|help| help.contains("{$"))
                    {
                        wrong.push(format!("{}: no words or a variable without value: {text}", message.id));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_rule_has_words_and_both_kinds_of_examples() {
        assert!(RULES.is_sorted_by_key(|rule| rule.meta.id));
        for lang in [Lang::It, Lang::En] {
            let l10n = L10n::new(lang);
            for rule in RULES {
                assert!(l10n.description(rule.meta.id).is_some(), "{} in {}", rule.meta.id, lang.code());
            }
        }
        for rule in RULES {
            let has = |wanted: &[Expected]| rule.meta.examples.iter().any(|e| wanted.contains(&e.expected));
            assert!(has(&[Expected::Pass]), "{}", rule.meta.id);
            assert!(has(&[Expected::Fail, Expected::CantTell]), "{}", rule.meta.id);
        }
    }

    /// `docs/audit.md` says of every rule, and of every ACT rule spoken for, what is decided.
    #[test]
    fn the_coverage_is_written_down() {
        let written = include_str!("../../../docs/audit.md");
        let mut missing = Vec::new();
        for rule in RULES {
            if !written.contains(&format!("| {} |", rule.meta.id)) {
                missing.push(rule.meta.id);
            }
            // What the W3C has withdrawn is not listed.
            let current = rule.meta.act.iter().filter(|id| !["3ea0c8", "5b7ae0"].contains(id));
            missing.extend(current.filter(|id| !written.contains(&format!("| {id} "))));
        }
        assert!(missing.is_empty(), "not in docs/audit.md: {missing:?}");
    }

    /// And nothing is promised there that no rule does.
    #[test]
    fn no_coverage_is_invented() {
        let written = include_str!("../../../docs/audit.md");
        let is_rule = |name: &str| RULES.iter().any(|rule| rule.meta.id == name);
        let is_head = |cell: &str| cell.ends_with("rule") || cell.starts_with("--");
        let mut n_rows = 0;
        for row in written.lines().filter_map(|line| line.strip_prefix('|')) {
            let mut cells = row.split('|').map(str::trim);
            let (Some(subject), Some(here)) = (cells.next(), cells.next()) else { panic!("{row}") };
            if is_head(subject) {
                continue;
            }
            n_rows += 1;
            let named: Vec<&str> =
                here.split('`').skip(1).step_by(2).filter(|name| !name.contains(' ')).collect();
            let is_covered = !here.starts_with("not covered");
            if subject.contains(' ') {
                // A rule of the W3C is covered by one of ours.
                assert_eq!(named.iter().any(|name| is_rule(name)), is_covered, "{row}");
                assert!(named.iter().all(|name| is_rule(name)), "{row}");
            } else {
                assert_eq!(is_rule(subject), is_covered, "{row}");
            }
        }
        assert!(n_rows >= RULES.len(), "the tables are looked at");
    }
}
