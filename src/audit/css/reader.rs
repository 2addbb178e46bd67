//! Reads a style sheet: at-rules, nested rules, layers; whatever cannot be read is passed over, as browsers do.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, Parser, ParserState, QualifiedRuleParser, RuleBodyItemParser,
    RuleBodyParser, StyleSheetParser,
};
use selectors::parser::{AncestorHashes, ParseRelative, SelectorList};

use super::{
    calc::{Fault, fault},
    condition::{Conditions, Orientation},
    container::Contained,
    declaration::{self, Name},
    facts::Facts,
    index::Index,
    scope::{self, Scope},
    selector::{Glue, SelectorParser},
    sheet::{Base, Block, Import, Names, Registered, Rule, Sheet},
    views::Truth,
};

/// Rules of one sheet; more are passed over, and the sheet says so.
const RULES: usize = 100_000;
/// How deep rules may be nested in rules.
const NESTING: usize = 12;
/// How long a selector may become when the selectors around it are put in.
const SELECTOR: usize = 4_000;

static NEXT: AtomicU64 = AtomicU64::new(1);

impl Sheet {
    /// Reads a sheet. Any text gives one.
    pub(super) fn parse(name: &str, text: &str) -> Self {
        let mut builder = Builder::default();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut input = Parser::new(text);
        let mut body = Body {
            builder: &mut builder,
            context: Context::default(),
            pending: Block::default(),
            inline: false,
        };
        // What cannot be read is passed over, as browsers do.
        for _ in StyleSheetParser::new(&mut input, &mut body) {}
        let index = Index::of(&builder.rules);
        Self {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            name: name.to_owned(),
            base: Base::Page,
            rules: builder.rules,
            blocks: builder.blocks,
            index,
            imports: builder.imports,
            layers: builder.layers,
            registered: builder.registered,
            scheme: builder.conditions.scheme
                || text.contains("light-dark(")
                || text.contains("color-scheme"),
            names: builder.names,
            cut: builder.cut,
        }
    }
}

impl Block {
    /// The value of a `style` attribute.
    pub(super) fn inline(text: &str) -> Self {
        let mut builder = Builder::default();
        let mut input = Parser::new(text);
        let mut body = Body {
            builder: &mut builder,
            context: Context::default(),
            pending: Self::default(),
            inline: true,
        };
        for _ in RuleBodyParser::new(&mut input, &mut body) {}
        body.pending
    }
}

#[derive(Default)]
struct Builder {
    rules: Vec<Rule>,
    blocks: Vec<Block>,
    imports: Vec<Import>,
    layers: Vec<String>,
    registered: Vec<Registered>,
    conditions: Conditions,
    names: Names,
    anonymous: usize,
    cut: bool,
}

/// What stands around a rule.
#[derive(Clone)]
struct Context {
    truth: Truth,
    contained: Option<Arc<Contained>>,
    layer: u32,
    orientation: Orientation,
    parents: Option<SelectorList<Glue>>,
    scope: Option<Arc<Scope>>,
    /// Stands in a scope and in no rule inside it: selectors start from its root.
    starts_at_root: bool,
    weight: usize,
    line: u32,
    depth: usize,
}

impl Default for Context {
    fn default() -> Self {
        Self {
            truth: Truth::ALWAYS,
            contained: None,
            layer: 0,
            orientation: Orientation::default(),
            parents: None,
            scope: None,
            starts_at_root: false,
            weight: 1,
            line: 0,
            depth: 0,
        }
    }
}

impl Builder {
    /// The number of a layer inside another, new or known.
    fn layer(&mut self, outer: u32, name: &str) -> u32 {
        let mut number = outer;
        for part in name.split('.') {
            let full = match number {
                0 => part.to_owned(),
                outer => format!("{}.{part}", self.layers[outer as usize - 1]),
            };
            number = match self.layers.iter().position(|known| *known == full) {
                Some(place) => place as u32 + 1,
                None => {
                    self.layers.push(full);
                    self.layers.len() as u32
                }
            };
        }
        number
    }

    fn anonymous_layer(&mut self, outer: u32) -> u32 {
        self.anonymous += 1;
        // No name can hold a space.
        let name = format!(" {}", self.anonymous);
        self.layer(outer, &name)
    }

    fn add_rules(&mut self, context: &Context, block: Block) {
        let Some(selectors) = &context.parents else { return };
        if block.is_empty() || context.truth.is_never() {
            return;
        }
        let number = self.blocks.len() as u32;
        let mute = block.normal.is_empty() && block.important.is_empty();
        let mut used = false;
        for selector in selectors.slice() {
            if self.rules.len() >= RULES {
                self.cut = true;
                break;
            }
            let mut facts = Facts { mute, lays_out: block.lays.is_any(), ..Facts::of(selector) };
            if let Some(scope) = &context.scope {
                facts.doubtful |= scope.doubtful;
                facts.focus |= scope.focus;
            }
            if facts.never {
                continue;
            }
            if facts.matters_at_rest() {
                facts.collect(selector, &mut self.names);
            }
            used = true;
            self.rules.push(Rule {
                hashes: AncestorHashes::new(selector, selectors::context::QuirksMode::NoQuirks),
                specificity: selector.specificity(),
                selector: selector.clone(),
                block: number,
                layer: context.layer,
                truth: if facts.doubtful { context.truth.doubted() } else { context.truth },
                contained: context.contained.clone(),
                facts,
                orientation: context.orientation,
                scope: context.scope.clone(),
                line: context.line,
            });
        }
        if used {
            self.blocks.push(block);
        }
    }
}

/// The inside of a sheet, of a rule or of an at-rule.
struct Body<'b> {
    builder: &'b mut Builder,
    context: Context,
    pending: Block,
    /// A `style` attribute: declarations and nothing else.
    inline: bool,
}

/// What an at-rule says before its block.
enum Prelude {
    /// Its rules hold under conditions.
    Group(Context),
    Layers(Vec<String>),
    Import(Import),
    Property(Name),
    Skip,
}

impl Body<'_> {
    /// Declarations so far become rules, so that those after a nested rule come after it.
    fn flush(&mut self) {
        let block = std::mem::take(&mut self.pending);
        self.builder.add_rules(&self.context, block);
    }

    /// Reads a block in another context.
    fn inside(&mut self, context: Context, input: &mut Parser) {
        self.flush();
        if context.depth > NESTING {
            self.builder.cut = true;
            return;
        }
        let mut body = Body { builder: self.builder, context, pending: Block::default(), inline: false };
        for _ in RuleBodyParser::new(input, &mut body) {}
        body.flush();
    }

    fn layer_prelude(&mut self, input: &mut Parser) -> Result<Prelude, Fault> {
        if input.is_exhausted() {
            return Ok(Prelude::Layers(Vec::new()));
        }
        input.parse_comma_separated(layer_name).map(Prelude::Layers)
    }

    fn import(&mut self, input: &mut Parser) -> Result<Prelude, Fault> {
        let address = input.expect_url_or_string()?.to_string();
        let mut layer = None;
        if input.try_parse(|input| input.expect_ident_matching("layer")).is_ok() {
            layer = Some(String::new());
        } else if let Ok(name) = input.try_parse(|input| {
            input.expect_function_matching("layer")?;
            input.parse_nested_block(layer_name)
        }) {
            layer = Some(name);
        }
        let mut truth = Truth::ALWAYS;
        let supports = input.try_parse(|input| {
            input.expect_function_matching("supports")?;
            input.parse_nested_block(|input| {
                let truth = self.builder.conditions.supports(input).unwrap_or(Truth::UNKNOWN);
                while input.next().is_ok() {}
                Ok::<_, Fault>(truth)
            })
        });
        if let Ok(supported) = supports {
            truth = truth.and(supported);
        }
        truth = truth.and(self.builder.conditions.media(input));
        Ok(Prelude::Import(Import { address, truth, layer }))
    }

    fn scope(&mut self, input: &mut Parser) -> Result<Prelude, Fault> {
        let scope = Scope::parse(input, self.context.scope.clone(), self.context.parents.as_ref())?;
        let mut context = self.context.clone();
        context.parents = Some(scope::root_selector());
        context.scope = Some(Arc::new(scope));
        context.starts_at_root = true;
        context.weight = 1;
        context.depth += 1;
        Ok(Prelude::Group(context))
    }

    /// The context of rules under one more condition.
    fn under(&self, truth: Truth) -> Prelude {
        let mut context = self.context.clone();
        context.truth = context.truth.and(truth);
        context.depth += 1;
        Prelude::Group(context)
    }
}

fn layer_name(input: &mut Parser) -> Result<String, Fault> {
    let mut name = input.expect_ident_cloned()?.to_string();
    while input.try_parse(|input| input.expect_delim('.')).is_ok() {
        name.push('.');
        name.push_str(input.expect_ident()?);
    }
    Ok(name)
}

impl<'i> AtRuleParser<'i> for Body<'_> {
    type Prelude = Prelude;
    type AtRule = ();
    type Error = ();

    fn parse_prelude(&mut self, name: CowRcStr<'i>, input: &mut Parser<'i>) -> Result<Prelude, Fault> {
        let conditions = &mut self.builder.conditions;
        match name.to_ascii_lowercase().as_str() {
            "media" => {
                conditions.orientation = Orientation::default();
                let truth = conditions.media(input);
                let asked = conditions.orientation;
                let Prelude::Group(mut context) = self.under(truth) else { return Err(fault()) };
                context.orientation.portrait |= asked.portrait;
                context.orientation.landscape |= asked.landscape;
                Ok(Prelude::Group(context))
            }
            "supports" => {
                let truth = conditions.supports(input)?;
                Ok(self.under(truth))
            }
            "container" => {
                let mut context = self.context.clone();
                context.contained = Some(Arc::new(Contained::parse(input, context.contained)?));
                context.depth += 1;
                Ok(Prelude::Group(context))
            }
            "scope" => self.scope(input),
            "layer" => self.layer_prelude(input),
            "import" => self.import(input),
            "property" => Ok(Prelude::Property(input.expect_ident()?.as_ref().into())),
            _ => {
                while input.next().is_ok() {}
                Ok(Prelude::Skip)
            }
        }
    }

    fn rule_without_block(&mut self, prelude: Prelude, _: &ParserState) -> Result<(), ()> {
        match prelude {
            Prelude::Layers(names) => {
                for name in names {
                    self.builder.layer(self.context.layer, &name);
                }
            }
            Prelude::Import(import) => self.builder.imports.push(import),
            _ => {}
        }
        Ok(())
    }

    fn parse_block(
        &mut self,
        prelude: Prelude,
        _: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<(), Fault> {
        match prelude {
            Prelude::Group(context) => self.inside(context, input),
            Prelude::Layers(names) => {
                let mut context = self.context.clone();
                context.layer = match names.first() {
                    Some(name) => self.builder.layer(context.layer, name),
                    None => self.builder.anonymous_layer(context.layer),
                };
                context.depth += 1;
                self.inside(context, input);
            }
            Prelude::Property(name) => {
                let registered = registered(name, input);
                self.builder.registered.push(registered);
            }
            Prelude::Import(_) | Prelude::Skip => while input.next().is_ok() {},
        }
        Ok(())
    }
}

impl<'i> QualifiedRuleParser<'i> for Body<'_> {
    type Prelude = SelectorList<Glue>;
    type QualifiedRule = ();
    type Error = ();

    fn parse_prelude(&mut self, input: &mut Parser<'i>) -> Result<SelectorList<Glue>, Fault> {
        let relative = match &self.context {
            context if context.starts_at_root => ParseRelative::ForScope,
            context if context.parents.is_some() => ParseRelative::ForNesting,
            _ => ParseRelative::No,
        };
        SelectorList::parse(&SelectorParser, input, relative).map_err(|_| fault())
    }

    fn parse_block(
        &mut self,
        selectors: SelectorList<Glue>,
        start: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<(), Fault> {
        let mut context = self.context.clone();
        context.line = start.source_location().line + 1;
        context.depth += 1;
        context.starts_at_root = false;
        let weight =
            |outer: usize| selectors.slice().iter().map(|one| Facts::weight(one, outer)).sum::<usize>();
        match &context.parents {
            Some(parents) => {
                context.weight = weight(context.weight);
                if context.weight > SELECTOR {
                    self.builder.cut = true;
                    return Ok(());
                }
                context.parents = Some(selectors.replace_parent_selector(parents));
            }
            None => {
                context.weight = weight(1);
                context.parents = Some(selectors);
            }
        }
        self.inside(context, input);
        Ok(())
    }
}

impl<'i> DeclarationParser<'i> for Body<'_> {
    type Declaration = ();
    type Error = ();

    fn parse_value(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
        _: &ParserState,
    ) -> Result<(), Fault> {
        let said = declaration::parse(&name, input)?;
        self.pending.add(said);
        Ok(())
    }
}

impl RuleBodyItemParser<'_, (), ()> for Body<'_> {
    fn parse_declarations(&self) -> bool {
        self.inline || self.context.parents.is_some()
    }

    fn parse_qualified(&self) -> bool {
        !self.inline
    }
}

/// The inside of `@property`.
fn registered(name: Name, input: &mut Parser) -> Registered {
    let mut found = Registered { name, inherits: false, initial: None };
    loop {
        let Ok(key) = input.expect_ident_cloned() else { break };
        if input.expect_colon().is_err() {
            break;
        }
        let value = input.parse_until_after::<_, _, ()>(cssparser::Delimiter::Semicolon, |input| {
            let start = input.position();
            while input.next().is_ok() {}
            Ok(input.slice_from(start).trim().to_owned())
        });
        match (key.to_ascii_lowercase().as_str(), value) {
            ("inherits", Ok(value)) => found.inherits = value.eq_ignore_ascii_case("true"),
            ("initial-value", Ok(value)) => found.initial = Some(value.into()),
            _ => {}
        }
    }
    while input.next().is_ok() {}
    found
}
