//! What matching must know of a selector: what it depends on, and by which names its elements are found quickly.

use html5ever::LocalName;
use selectors::parser::{Combinator, Component, Selector};

use super::{
    selector::{Glue, Pseudo, PseudoClass},
    sheet::Names,
};

/// Parts of one selector; nobody writes more.
const LENGTH: usize = 200;

/// By what the elements a selector may match are found quickly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Bucket {
    Id(Box<str>),
    Class(Box<str>),
    Attribute(Box<str>),
    Tag(Box<str>),
    Any,
}

/// What matching must know of a selector.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub pseudo: Option<Pseudo>,
    /// Depends on more than names and attributes of the element and of those around it.
    pub positional: bool,
    /// Matches nothing on a page at rest.
    pub never: bool,
    /// Whether it matches depends on scripts or on what people type.
    pub doubtful: bool,
    /// Speaks of the focus anywhere.
    pub focus: bool,
    /// Needs the focus: matches nothing on a page at rest.
    pub focus_only: bool,
    /// Its block declares nothing that is asked for: whether it matches makes no difference to a page at rest.
    pub mute: bool,
    /// Its block says where text begins: see [`Lays`](super::declaration::Lays).
    pub lays_out: bool,
    pub buckets: Vec<Bucket>,
    /// Of a positional one: attributes without which nothing on a page can match, of each group at least one.
    pub needs: Vec<Box<[LocalName]>>,
}

impl Facts {
    pub(super) fn of(selector: &Selector<Glue>) -> Self {
        let mut facts = Self { pseudo: selector.pseudo_element().copied(), ..Self::default() };
        facts.never = facts.pseudo == Some(Pseudo::Other)
            || selector.len() > LENGTH
            || selector.pseudo_elements().len() > 1;
        facts.walk(selector, true);
        facts.buckets = buckets(selector);
        if facts.positional {
            facts.need(selector);
        }
        facts
    }

    /// Notes the attributes that some element must have, whichever that is.
    fn need(&mut self, selector: &Selector<Glue>) {
        let named = |name: &str| Box::from([LocalName::from(name)]);
        for component in selector.iter_raw_match_order() {
            match component {
                Component::AttributeInNoNamespaceExists { local_name_lower: name, local_name }
                    if name == local_name =>
                {
                    self.needs.push(named(&name.text));
                }
                Component::AttributeInNoNamespace { local_name: name, .. } => {
                    self.needs.push(named(&name.text))
                }
                Component::NonTSPseudoClass(PseudoClass::Checked) => {
                    self.needs
                        .push(PseudoClass::Checked.attributes().iter().map(|&name| name.into()).collect());
                }
                Component::Has(list) if list.len() == 1 => self.need(&list[0].selector),
                _ => {}
            }
        }
    }

    fn walk(&mut self, selector: &Selector<Glue>, top: bool) {
        for component in selector.iter_raw_match_order() {
            match component {
                Component::Combinator(Combinator::NextSibling | Combinator::LaterSibling)
                | Component::Nth(_)
                | Component::NthOf(_)
                | Component::Empty
                | Component::Has(_) => self.positional = true,
                Component::Host(_) | Component::Slotted(_) | Component::Part(_) => self.never = true,
                Component::NonTSPseudoClass(class) => self.class(class, top),
                Component::Is(list) | Component::Where(list) | Component::Negation(list) => {
                    list.slice().iter().for_each(|inner| self.walk(inner, false));
                }
                _ => {}
            }
        }
    }

    fn class(&mut self, class: &PseudoClass, top: bool) {
        match class {
            PseudoClass::Never(_) => self.never |= top,
            PseudoClass::Doubtful(_) => self.doubtful = true,
            PseudoClass::Disabled | PseudoClass::Enabled | PseudoClass::ReadOnly | PseudoClass::ReadWrite => {
                self.positional = true;
            }
            class if class.is_focus() => {
                self.focus = true;
                self.focus_only |= top;
            }
            _ => {}
        }
    }

    /// Whether it may change something on a page that nobody uses.
    pub(super) fn matters_at_rest(&self) -> bool {
        !self.focus_only && !self.mute
    }

    /// Notes every name the selector speaks of.
    pub(super) fn collect(&self, selector: &Selector<Glue>, names: &mut Names) {
        for component in selector.iter_raw_match_order() {
            match component {
                Component::ID(id) => _ = names.ids.insert(id.text.to_string()),
                Component::Class(class) => _ = names.classes.insert(class.text.to_string()),
                Component::AttributeInNoNamespaceExists { local_name_lower, .. } => {
                    names.attributes.insert(local_name_lower.text.to_string());
                }
                Component::AttributeInNoNamespace { local_name, .. } => names.add_value(&local_name.text),
                Component::AttributeOther(attribute) => {
                    names.add_value(&attribute.local_name_lower.text);
                    names.add_value(&attribute.local_name.text);
                }
                // Whether something is a link does not depend on where it leads.
                Component::NonTSPseudoClass(PseudoClass::Link) => {
                    _ = names.attributes.insert("href".to_owned())
                }
                Component::NonTSPseudoClass(class) => {
                    class.attributes().iter().for_each(|name| names.add_value(name));
                }
                Component::Is(list) | Component::Where(list) | Component::Negation(list) => {
                    list.slice().iter().for_each(|inner| self.collect(inner, names));
                }
                // What stands there is looked up on the page each time; names matter to nobody else.
                _ => {}
            }
        }
    }

    /// How long a selector becomes when one of weight `outer` takes the place of every `&`.
    pub(super) fn weight(selector: &Selector<Glue>, outer: usize) -> usize {
        let weight = |component: &Component<Glue>| match component {
            Component::ParentSelector => outer,
            Component::Is(list) | Component::Where(list) | Component::Negation(list) => {
                list.slice().iter().map(|inner| Self::weight(inner, outer)).fold(0, usize::saturating_add)
            }
            Component::Has(list) => {
                list.iter().map(|inner| Self::weight(&inner.selector, outer)).fold(0, usize::saturating_add)
            }
            _ => 1,
        };
        selector.iter_raw_match_order().map(weight).fold(0, usize::saturating_add)
    }
}

/// The buckets in which elements that match must lie.
fn buckets(selector: &Selector<Glue>) -> Vec<Bucket> {
    let mut best = vec![Bucket::Any];
    let rank = |list: &[Bucket]| match list {
        [Bucket::Id(_)] => 5,
        [Bucket::Class(_)] => 4,
        [Bucket::Attribute(_)] => 2,
        [Bucket::Tag(_)] => 1,
        list if list.contains(&Bucket::Any) => 0,
        // Any of several names: better than all elements.
        _ => 3,
    };
    let mut offer = |list: Vec<Bucket>| {
        if rank(&list) > rank(&best) {
            best = list;
        }
    };
    for component in selector.iter_raw_match_order() {
        match component {
            Component::Combinator(Combinator::PseudoElement) => {}
            Component::Combinator(_) => break,
            Component::ID(id) => offer(vec![Bucket::Id(id.text.clone())]),
            Component::Class(class) => offer(vec![Bucket::Class(class.text.clone())]),
            Component::LocalName(name) if name.name == name.lower_name => {
                offer(vec![Bucket::Tag(name.lower_name.text.clone())]);
            }
            Component::AttributeInNoNamespaceExists { local_name_lower: name, local_name }
                if name == local_name =>
            {
                offer(vec![Bucket::Attribute(name.text.clone())]);
            }
            Component::AttributeInNoNamespace { local_name: name, .. } => {
                offer(vec![Bucket::Attribute(name.text.clone())]);
            }
            Component::Is(list) | Component::Where(list) => {
                let inner = list.slice().iter().flat_map(buckets).collect::<Vec<_>>();
                if !inner.is_empty() && inner.len() < 50 {
                    offer(inner);
                }
            }
            _ => {}
        }
    }
    best
}
