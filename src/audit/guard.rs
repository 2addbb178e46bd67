//! What stands between tokenizer and tree builder: it keeps the limits that `parse` tells of, and notes where tags stand.

use std::{cell::RefCell, ops::Range};

use html5ever::{
    LocalName,
    tokenizer::{EndTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
    tree_builder::{TreeBuilder, TreeBuilderOpts},
};

use super::{
    dom::{Kind, Node, NodeId},
    parse::Sink,
    places::Places,
};

/// Browsers stop nesting at about this depth as well.
const DEPTH: u32 = 512;

/// What of a page was left out, so that no page can hang the auditor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Elements nested too deeply were closed at once: their content stands beside them.
    pub flattened: bool,
    /// The page has too many nodes: what came after is missing.
    pub truncated: bool,
}

/// A tokenizer whose tags are noted in `places`, if somebody wants to know.
pub(super) fn tokenizer(places: Option<Places<'_>>) -> Tokenizer<Guard<'_>> {
    let builder = TreeBuilder::new(Sink::default(), TreeBuilderOpts::default());
    let guard = Guard { builder, closed: RefCell::default(), places, written: RefCell::default() };
    Tokenizer::new(guard, TokenizerOpts::default())
}

/// Stands between tokenizer and tree builder and keeps the limits.
pub(super) struct Guard<'a> {
    pub(super) builder: TreeBuilder<NodeId, Sink>,
    /// Names of elements that were closed at once, whose own end tags are still to come.
    closed: RefCell<Vec<LocalName>>,
    /// Where tags stand in the page, if somebody wants to know.
    pub(super) places: Option<Places<'a>>,
    /// Elements with the places of their start tags, in the order of both.
    pub(super) written: RefCell<Vec<(NodeId, Range<u32>)>>,
}

impl Guard<'_> {
    /// Passes a start tag on and notes which element it became: tags that were left out make others on the way.
    fn take_written(&self, token: Token, line: u64, place: &Range<usize>) -> TokenSinkResult<NodeId> {
        let name = match &token {
            TagToken(tag) => tag.name.clone(),
            _ => return self.take(token, line),
        };
        let tree = &self.builder.sink.tree;
        let before = tree.borrow().nodes.len();
        let result = self.take(token, line);
        let is_of_tag = |node: &Node| match &node.kind {
            Kind::Element { name: made, .. } => {
                made.local.eq_ignore_ascii_case(&name) || (&*name == "image" && &*made.local == "img")
            }
            _ => false,
        };
        let made = tree.borrow().nodes[before..].iter().rposition(is_of_tag);
        if let Some(made) = made {
            let node = NodeId((before + made) as u32);
            self.written.borrow_mut().push((node, place.start as u32..place.end as u32));
        }
        result
    }

    fn take(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        let sink = &self.builder.sink;
        let TagToken(tag) = &token else {
            let cut = sink.limits.get().truncated && !matches!(token, Token::EOFToken);
            return if cut { TokenSinkResult::Continue } else { self.builder.process_token(token, line) };
        };
        if sink.is_full() {
            return TokenSinkResult::Continue;
        }
        if tag.kind == EndTag {
            let mut closed = self.closed.borrow_mut();
            if closed.last() == Some(&tag.name) {
                closed.pop();
                return TokenSinkResult::Continue;
            }
            drop(closed);
            return self.builder.process_token(token, line);
        }
        let name = (!tag.self_closing && nests(&tag.name)).then(|| tag.name.clone());
        sink.deepest.set(0);
        let result = self.builder.process_token(token, line);
        if let Some(name) = name
            && sink.deepest.get() > DEPTH
        {
            sink.note(|limits| limits.flattened = true);
            self.closed.borrow_mut().push(name.clone());
            let end = Tag {
                kind: EndTag,
                name,
                self_closing: false,
                attrs: Vec::new(),
                had_duplicate_attributes: false,
            };
            // An end tag never changes how the tokenizer goes on.
            let _ = self.builder.process_token(TagToken(end), line);
        }
        result
    }
}

impl TokenSink for Guard<'_> {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        match self.places.as_ref().and_then(|places| places.of(&token)) {
            Some(place) => self.take_written(token, line, &place),
            None => self.take(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Whether an element can hold others of any kind: one that cannot never makes a page deep.
fn nests(name: &LocalName) -> bool {
    !matches!(
        &**name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "body"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "head"
            | "html"
            | "hr"
            | "iframe"
            | "img"
            | "image"
            | "input"
            | "link"
            | "meta"
            | "noembed"
            | "noframes"
            | "noscript"
            | "param"
            | "plaintext"
            | "script"
            | "source"
            | "style"
            | "textarea"
            | "title"
            | "track"
            | "wbr"
            | "xmp"
    )
}
