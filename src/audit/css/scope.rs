//! `@scope`: the parts of a page in which rules hold, and how near their roots are (CSS Cascading 6).

use std::sync::Arc;

use cssparser::Parser;
use selectors::{
    Element,
    parser::{ParseRelative, SelectorList},
};

use super::{
    super::dom::NodeId,
    calc::{Fault, fault},
    element::At,
    facts::Facts,
    selector::{Glue, SelectorParser},
    tried::try_selector,
};

/// How far away the root of a rule is that stands in no scope: farther than any other.
pub(super) const UNSCOPED: u32 = u32::MAX;

/// What one `@scope` says.
#[derive(Debug)]
pub(super) struct Scope {
    /// The `@scope` around it.
    outer: Option<Arc<Scope>>,
    /// None: the element in which the sheet stands or is linked.
    roots: Option<SelectorList<Glue>>,
    /// Where the scope ends again.
    limits: Option<SelectorList<Glue>>,
    /// Some selector of it depends on what scripts do, or those of the scopes around it.
    pub doubtful: bool,
    /// The same for the focus.
    pub focus: bool,
}

/// A root of a scope, with the steps up to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Root {
    pub node: NodeId,
    pub hops: u32,
}

/// What `&` and declarations without a selector mean in a scope: its root, without weight.
pub(super) fn root_selector() -> SelectorList<Glue> {
    SelectorList::implicit_scope()
}

impl Scope {
    /// What stands behind `@scope`. `parents` are the rules around it, which `&` in the selector of its roots means.
    pub(super) fn parse(
        input: &mut Parser,
        outer: Option<Arc<Self>>,
        parents: Option<&SelectorList<Glue>>,
    ) -> Result<Self, Fault> {
        // In another scope its root is where the search begins, else there is nothing that a combinator could start from.
        let relative = if outer.is_some() { ParseRelative::ForScope } else { ParseRelative::No };
        let mut roots = None;
        if input.try_parse(Parser::expect_parenthesis_block).is_ok() {
            let written = input.parse_nested_block(|input| selectors(input, relative))?;
            roots = Some(parents.map(|parents| written.replace_parent_selector(parents)).unwrap_or(written));
        }
        let mut limits = None;
        if input.try_parse(|input| input.expect_ident_matching("to")).is_ok() {
            input.expect_parenthesis_block()?;
            let written = input.parse_nested_block(|input| selectors(input, ParseRelative::ForScope))?;
            limits = Some(written.replace_parent_selector(&root_selector()));
        }
        input.expect_exhausted()?;
        let facts = || [&roots, &limits].into_iter().flatten().flat_map(|list| list.slice()).map(Facts::of);
        let has = |test: fn(&Facts) -> bool, of_outer: fn(&Self) -> bool| {
            facts().any(|facts| test(&facts)) || outer.as_deref().is_some_and(of_outer)
        };
        let doubtful = has(|facts| facts.doubtful, |outer| outer.doubtful);
        let focus = has(|facts| facts.focus, |outer| outer.focus);
        Ok(Self { outer, roots, limits, doubtful, focus })
    }

    /// The roots of the scopes that an element is in, the nearest first. `holder` is the element in which the sheet stands.
    pub(super) fn roots(&self, at: At, holder: NodeId) -> Vec<Root> {
        let outer = self.outer.as_ref().map(|outer| outer.roots(at, holder));
        if outer.as_ref().is_some_and(Vec::is_empty) {
            return Vec::new();
        }
        // Nothing of a part tells which names above it matter here.
        at.ground.looked_out.set(true);
        let document = at.ground.document;
        let above = std::iter::once(at.node).chain(document.ancestors(at.node));
        let above = above.filter(|&up| document.is_element(up));
        let nearest_first = (0..).zip(above).map(|(hops, node)| Root { node, hops });
        nearest_first
            .take_while(|_| at.step())
            .filter(|&root| self.is_root(at.to(root.node), root, holder, outer.as_deref()))
            .filter(|&root| !self.is_limited(at, root))
            .collect()
    }

    fn is_root(&self, at: At, root: Root, holder: NodeId, outer: Option<&[Root]>) -> bool {
        let Some(selectors) = &self.roots else {
            let is_inside = |outer: &[Root]| outer.iter().any(|around| around.hops >= root.hops);
            return root.node == holder && outer.is_none_or(is_inside);
        };
        match outer {
            Some(outer) => outer
                .iter()
                .filter(|around| around.hops >= root.hops)
                .any(|around| any(selectors, at, Some(around.node))),
            None => any(selectors, at, None),
        }
    }

    /// Whether a limit lies between an element and a root, either of them included.
    fn is_limited(&self, at: At, root: Root) -> bool {
        let Some(limits) = &self.limits else { return false };
        let document = at.ground.document;
        let path = std::iter::once(at.node).chain(document.ancestors(at.node)).take(root.hops as usize + 1);
        path.into_iter().any(|node| any(limits, at.to(node), Some(root.node)))
    }
}

fn selectors(input: &mut Parser, relative: ParseRelative) -> Result<SelectorList<Glue>, Fault> {
    SelectorList::parse(&SelectorParser, input, relative).map_err(|_| fault())
}

/// Whether one of these selectors matches, with `:scope` for the element of that name.
fn any(list: &SelectorList<Glue>, at: At, scope: Option<NodeId>) -> bool {
    let scope = scope.map(|scope| at.to(scope).opaque());
    at.step() && list.slice().iter().any(|selector| try_selector(selector, at, scope))
}
