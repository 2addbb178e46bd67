//! A style sheet as `reader` leaves it: rules with their selectors, conditions and layers, and the blocks they give.

use std::{collections::HashSet, sync::Arc};

use selectors::parser::{AncestorHashes, Selector};

use super::{
    condition::Orientation,
    container::Contained,
    declaration::{self, Lays, Name},
    facts::Facts,
    index::Index,
    scope::Scope,
    selector::{Glue, Pseudo},
    value::{Declaration, Declared},
    views::Truth,
};

/// A sheet ready for matching.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Tells sheets apart in caches.
    pub id: u64,
    /// As a finding names it: a file, an address.
    pub name: String,
    /// Seen from where addresses in it are meant.
    pub base: Base,
    pub rules: Vec<Rule>,
    pub blocks: Vec<Block>,
    pub index: Index,
    pub imports: Vec<Import>,
    /// Names of layers in the order of their first use, each with the layers around it: `a.b`.
    pub layers: Vec<String>,
    pub registered: Vec<Registered>,
    /// Something here changes between light and dark.
    pub scheme: bool,
    /// Names in selectors: nothing else of an element matters to them.
    pub names: Names,
    /// A limit was met: something was passed over.
    pub cut: bool,
}

/// What the addresses in a sheet start from.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// The page it stands in.
    Page,
    /// Its own address.
    At(String),
    /// Nobody knows.
    Unknown,
}

/// What selectors speak of.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub ids: HashSet<String>,
    pub classes: HashSet<String>,
    pub attributes: HashSet<String>,
    /// Those of `attributes` of which the value matters as well.
    pub values: HashSet<String>,
}

impl Names {
    /// Notes an attribute whose value decides something.
    pub(super) fn add_value(&mut self, attribute: &str) {
        self.attributes.insert(attribute.to_owned());
        self.values.insert(attribute.to_owned());
    }
}

/// One selector with the block it gives.
#[derive(Debug)]
pub(super) struct Rule {
    pub selector: Selector<Glue>,
    pub hashes: AncestorHashes,
    pub specificity: u32,
    pub block: u32,
    /// Place in the list of layers, from 1; 0 stands in none.
    pub layer: u32,
    pub truth: Truth,
    /// What must hold of the elements around.
    pub contained: Option<Arc<Contained>>,
    pub facts: Facts,
    pub orientation: Orientation,
    /// Where on the page it holds.
    pub scope: Option<Arc<Scope>>,
    pub line: u32,
}

#[derive(Debug, Default)]
pub(super) struct Block {
    pub normal: Vec<Declaration>,
    pub important: Vec<Declaration>,
    /// Says more than we ask for.
    pub passed_over: bool,
    pub lays: Lays,
    /// What it gives changes with the window or with light and dark.
    pub varies: bool,
}

#[derive(Debug)]
pub(super) struct Import {
    pub address: String,
    pub truth: Truth,
    /// The layer it goes into; an empty name is a layer of its own.
    pub layer: Option<String>,
}

/// A custom property with `@property`.
#[derive(Debug)]
pub(super) struct Registered {
    pub name: Name,
    pub inherits: bool,
    pub initial: Option<Name>,
}

impl Sheet {
    pub(super) fn block(&self, rule: &Rule) -> &Block {
        &self.blocks[rule.block as usize]
    }
}

impl Block {
    pub(super) fn add(&mut self, said: declaration::Said) {
        self.passed_over |= said.passed_over;
        self.lays = self.lays.or(said.lays);
        self.varies |= said.declarations.iter().any(varies);
        if said.important {
            self.important.extend(said.declarations);
        } else {
            self.normal.extend(said.declarations);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.normal.is_empty() && self.important.is_empty() && !self.passed_over
    }
}

/// Whether what a declaration gives changes with the window, with light and dark, or with variables that may.
fn varies(declaration: &Declaration) -> bool {
    match declaration {
        Declaration::Property(_, Declared::Expr(expr)) => expr.depends_on_width(),
        Declaration::Property(_, Declared::Raw(_)) => true,
        Declaration::Property(property, _) => *property == super::property::Property::ColorScheme,
        Declaration::Custom(..) => false,
    }
}

impl Rule {
    /// The pseudo-element it speaks of.
    pub(super) fn pseudo(&self) -> Option<Pseudo> {
        self.facts.pseudo
    }

    /// Whether it holds depends on what an element stands in, beyond what its selector asks.
    pub(super) fn is_enclosed(&self) -> bool {
        self.scope.is_some() || self.contained.is_some()
    }

    /// Its selector as people write it.
    pub(super) fn text(&self) -> String {
        use cssparser::ToCss;
        let text = self.selector.to_css_string();
        // The root of a scope, which nobody has to name.
        if text.is_empty() { ":scope".to_owned() } else { text }
    }
}
