//! Stub until the stage lands.
use crate::{
    source::{FileId, Offsets, Span},
    stage::Staged,
};
use std::sync::Arc;
#[derive(Debug, Clone)]
pub struct Located {
    pub file: FileId,
    pub text: Arc<str>,
    pub offsets: Offsets,
}
#[derive(Debug, Clone)]
pub struct Body {
    pub text: Located,
    pub headings: Vec<Heading>,
    pub links: Vec<Link>,
    pub words: usize,
}
#[derive(Debug, Clone)]
pub struct Heading {
    pub level: u8,
    pub id: String,
    pub text: String,
    pub span: Span,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    Link,
    Image,
}
#[derive(Debug, Clone)]
pub struct Link {
    pub kind: LinkKind,
    pub target: String,
    pub text: String,
    pub span: Span,
}
pub fn parse(text: Located) -> Staged<Body> {
    Staged::new(Body { text, headings: vec![], links: vec![], words: 0 }, vec![])
}
