//! Findings as bytes: files by their path, words by their names. What says a thing is found again by name in the program,
//! so a finding of another program is none.

use std::collections::HashMap;

use super::codec::{Decoder, Encoder};
use crate::{
    diagnostic::{Conclusion, Diagnostic, Features, Place, Seen, Severity, TestedPage},
    l10n::{Arg, Message, Names},
    links::{Anchors, Wanted},
    rule::Meta,
    source::{FileId, Sources, Span},
};

/// What names of rules, messages and files stand for.
pub(super) struct Dictionary {
    rules: HashMap<&'static str, &'static Meta>,
    names: Names,
}

impl Dictionary {
    pub(super) fn new(rules: &[&'static Meta]) -> Self {
        Self { rules: rules.iter().map(|rule| (rule.id, *rule)).collect(), names: Names::of_messages() }
    }

    pub(super) fn put(&self, finding: &Diagnostic, sources: &Sources, to: &mut Encoder) {
        to.text(finding.rule).byte(severity_byte(finding.severity));
        to.byte(finding.outcome.map_or(u8::MAX, |outcome| outcome as u8));
        put_place(&finding.place, sources, to);
        put_message(&finding.message, to);
        to.count(finding.related.len());
        for (span, message) in &finding.related {
            put_place(&(*span).into(), sources, to);
            put_message(message, to);
        }
    }

    pub(super) fn take(&self, from: &mut Decoder<'_>, sources: &Sources) -> Option<Diagnostic> {
        let rule = *self.rules.get(from.text()?)?;
        let severity = severity(from.byte()?)?;
        let outcome = match from.byte()? {
            u8::MAX => None,
            byte => Some(conclusion(byte)?),
        };
        Some(Diagnostic {
            rule: rule.id,
            severity,
            wcag: rule.wcag,
            act: rule.act,
            outcome,
            place: take_place(from, sources)?,
            message: self.message(from)?,
            related: from.list(|from| Some((take_place(from, sources)?.span()?, self.message(from)?)))?,
        })
    }

    fn message(&self, from: &mut Decoder<'_>) -> Option<Message> {
        let id = self.names.find(from.text()?)?;
        let args = from.list(|from| {
            let name = self.names.find(from.text()?)?;
            let arg = match from.byte()? {
                0 => Arg::Text(from.text()?.to_owned()),
                1 => Arg::Number(from.long()?.cast_signed()),
                2 => Arg::Words(self.message(from)?),
                _ => return None,
            };
            Some((name, arg))
        })?;
        Some(Message { id, args })
    }
}

fn put_message(message: &Message, to: &mut Encoder) {
    to.text(message.id).count(message.args.len());
    for (name, arg) in &message.args {
        to.text(name);
        match arg {
            Arg::Text(text) => {
                to.byte(0).text(text);
            }
            Arg::Number(number) => {
                to.byte(1).long(number.cast_unsigned());
            }
            Arg::Words(words) => put_message(words, to.byte(2)),
        }
    }
}

fn put_file(file: FileId, sources: &Sources, to: &mut Encoder) {
    to.text(&sources.get(file).path);
}

fn take_file(from: &mut Decoder<'_>, sources: &Sources) -> Option<FileId> {
    sources.find(from.text()?)
}

fn put_place(place: &Place, sources: &Sources, to: &mut Encoder) {
    put_file(place.file, sources, to);
    to.flag(place.range.is_some());
    if let Some(range) = &place.range {
        to.array(range.start.to_le_bytes()).array(range.end.to_le_bytes());
    }
    to.flag(place.seen.is_some());
    if let Some(seen) = &place.seen {
        to.text(&seen.page).text(&seen.selector).text(&seen.html);
    }
}

fn take_place(from: &mut Decoder<'_>, sources: &Sources) -> Option<Place> {
    let file = take_file(from, sources)?;
    let range = from.maybe(|from| Some(from.short()?..from.short()?))?;
    let seen = from.maybe(|from| {
        let mut text = || from.text().map(str::to_owned);
        Some(Seen { page: text()?, selector: text()?, html: text()? })
    })?;
    let place = range.map_or_else(|| Place::from(file), |range| Span::new(file, range).into());
    Some(match seen {
        Some(seen) => place.seen(seen),
        None => place,
    })
}

/// What a page wants of others, and what others may want of it.
pub(super) fn put_anchors(anchors: &Anchors, sources: &Sources, to: &mut Encoder) {
    to.text(&anchors.url).count(anchors.ids.iter().len());
    anchors.ids.iter().for_each(|id| {
        to.array(id);
    });
    to.count(anchors.wants.len());
    for wanted in &anchors.wants {
        to.text(&wanted.url).text(&wanted.anchor);
        put_place(&wanted.place, sources, to);
    }
}

/// The addresses a page leads to are kept apart, each with whether something stood there.
pub(super) fn take_anchors(
    from: &mut Decoder<'_>,
    sources: &Sources,
    leads: impl IntoIterator<Item = [u8; 8]>,
) -> Option<Anchors> {
    let url = from.text()?.to_owned();
    let ids = from.list(Decoder::array)?.into_iter().collect();
    let wants = from.list(|from| {
        let (url, anchor) = (from.text()?.to_owned(), from.text()?.to_owned());
        Some(Wanted { url, anchor, place: take_place(from, sources)? })
    })?;
    Some(Anchors { url, ids, wants, leads: leads.into_iter().collect() })
}

pub(super) fn put_tested(tested: &TestedPage, to: &mut Encoder) {
    to.text(&tested.page).count(tested.conclusions.len());
    for conclusion in &tested.conclusions {
        to.byte(*conclusion as u8);
    }
    let Features { media, controls, passwords, scripts, motion, timing, shortcuts } = tested.features;
    for feature in [media, controls, passwords, scripts, motion, timing, shortcuts] {
        to.flag(feature);
    }
}

pub(super) fn take_tested(from: &mut Decoder<'_>) -> Option<TestedPage> {
    let page = from.text()?.to_owned();
    let conclusions = from.list(|from| conclusion(from.byte()?))?;
    let mut flag = || from.flag();
    let features = Features {
        media: flag()?,
        controls: flag()?,
        passwords: flag()?,
        scripts: flag()?,
        motion: flag()?,
        timing: flag()?,
        shortcuts: flag()?,
    };
    Some(TestedPage { page, conclusions, features })
}

fn severity_byte(severity: Severity) -> u8 {
    severity as u8
}

fn severity(byte: u8) -> Option<Severity> {
    let all = [Severity::Note, Severity::Warning, Severity::Error];
    all.into_iter().find(|severity| *severity as u8 == byte)
}

fn conclusion(byte: u8) -> Option<Conclusion> {
    use Conclusion::{CantTell, Failed, Inapplicable, Passed, Untested};
    let all = [Untested, Inapplicable, Passed, CantTell, Failed];
    all.into_iter().find(|conclusion| *conclusion as u8 == byte)
}
