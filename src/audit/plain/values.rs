//! Attributes and what texts stand for, as `plain` reads them.

use html5ever::ns;
use memchr::memchr3;

use super::{
    Reader,
    names::{attribute_name, reference},
    tags::{Class, is_plain_in_drawings},
};
use crate::{
    audit::dom::{Attribute, name_bit},
    source::MARK,
};

/// Elements with more attributes are left to the parser that has a limit for them.
const ATTRIBUTES: usize = 64;

impl<'a> Reader<'a> {
    /// `first`: the number of the element's first attribute; `before`: where the white space before this one begins.
    pub(super) fn attribute(&mut self, first: usize, before: usize, class: Class) -> Option<()> {
        let is_drawing = class == Class::Drawing;
        let written = if is_drawing && self.html[self.at..].starts_with("viewBox=") {
            "viewBox"
        } else {
            self.name(self.at)
        };
        let namespace = match is_drawing {
            true if written == "xmlns" => ns!(xmlns),
            true if !is_plain_in_drawings(written) => return None,
            _ => ns!(),
        };
        let name = attribute_name(written);
        self.names |= name_bit(written);
        let twin = self.attributes[first..].iter().any(|attribute| attribute.name == name);
        (!twin && self.attributes.len() - first < ATTRIBUTES).then_some(())?;
        self.at += written.len();
        let from = self.values.len();
        if self.bytes.get(self.at) == Some(&b'=') {
            self.at += 1;
            let value = match *self.bytes.get(self.at)? {
                quote @ (b'"' | b'\'') => {
                    self.at += 1;
                    let value = self.until(quote)?;
                    self.at += 1;
                    value
                }
                _ => self.unquoted()?,
            };
            self.decode(value, true)?;
        }
        matches!(self.bytes.get(self.at), Some(b' ' | b'\n' | b'\t' | b'>' | b'/')).then_some(())?;
        if written == MARK {
            self.cut(before, self.at);
        }
        let value = (from as u32, self.values.len() as u32);
        self.attributes.push(Attribute { name, namespace, value });
        Some(())
    }

    fn unquoted(&mut self) -> Option<&'a str> {
        let rest = &self.bytes[self.at..];
        let len = rest.iter().position(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'>'))?;
        let value = self.html.get(self.at..self.at + len)?;
        let is_plain = !value.is_empty() && !value.contains(['"', '\'', '<', '=', '`', '&', '\u{c}']);
        self.at += len;
        is_plain.then_some(value)
    }

    /// Appends what a text or value stands for to the values.
    pub(super) fn decode(&mut self, written: &str, in_attribute: bool) -> Option<()> {
        if memchr3(b'&', b'\r', b'\0', written.as_bytes()).is_none() {
            self.values.push_str(written);
            return Some(());
        }
        if written.contains(['\r', '\0']) {
            return None;
        }
        let mut rest = written;
        while let Some(at) = rest.find('&') {
            self.values.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            match rest.bytes().next() {
                Some(b'#') | Some(b'a'..=b'z' | b'A'..=b'Z') => {
                    let end = rest.find(';')?;
                    self.values.push(reference(&rest[..end])?);
                    rest = &rest[end + 1..];
                }
                // In a value `&1` stands for itself as well, but that is for those who know.
                Some(b'0'..=b'9') if in_attribute => return None,
                _ => self.values.push('&'),
            }
        }
        self.values.push_str(rest);
        Some(())
    }
}
