//! The elements of a page by their ids and by their names.

use std::sync::OnceLock;

use html5ever::{LocalName, local_name, ns};

use super::{
    dom::{Document, NodeId},
    numbers::ByNumber,
};

/// The elements of each name that [`Document::tag`] tells, in document order.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// Of names that somebody asks for on every page.
    frequent: OnceLock<[Vec<NodeId>; N_FREQUENT]>,
    /// Of all names, once somebody asks for another one.
    all: OnceLock<ByNumber<LocalName, Vec<NodeId>>>,
}

const N_FREQUENT: usize = 9;

/// The place of a name among the frequent ones.
fn frequent(name: &LocalName) -> Option<usize> {
    Some(match *name {
        local_name!("a") => 0,
        local_name!("base") => 1,
        local_name!("form") => 2,
        local_name!("frame") => 3,
        local_name!("iframe") => 4,
        local_name!("meta") => 5,
        local_name!("script") => 6,
        local_name!("svg") => 7,
        local_name!("title") => 8,
        _ => return None,
    })
}

/// Every element with a non-empty `id`, by id and then in document order.
#[derive(Debug, Default)]
pub(super) struct Ids {
    nodes: Vec<NodeId>,
    /// Where the id of each stands among the values of the document: asked so often that attributes are not searched.
    places: Vec<(u32, u32)>,
}

impl Document {
    /// The elements with this name, as [`Document::tag`] tells it, in document order, without the contents of templates.
    pub fn named(&self, tag: &str) -> &[NodeId] {
        self.watch.look_out();
        let tag = LocalName::from(tag);
        let with_names = || self.elements().filter_map(|node| Some((node, self.name(node)?)));
        if let Some(place) = frequent(&tag) {
            let lists = self.named.frequent.get_or_init(|| {
                let mut lists = <[Vec<NodeId>; N_FREQUENT]>::default();
                for (node, place) in
                    with_names().filter_map(|(node, name)| Some((node, frequent(&name.local)?)))
                {
                    if !self.tag(node).is_empty() {
                        lists[place].push(node);
                    }
                }
                lists
            });
            return &lists[place];
        }
        let all = self.named.all.get_or_init(|| {
            let mut all: ByNumber<LocalName, Vec<NodeId>> = ByNumber::default();
            for (node, name) in with_names().filter(|&(node, _)| !self.tag(node).is_empty()) {
                all.entry(name.local.clone()).or_default().push(node);
            }
            all
        });
        all.get(&tag).map_or(&[], Vec::as_slice)
    }

    /// Learns the ids of a page from the elements that have one, in document order.
    pub(super) fn learn_ids(&mut self, elements: Vec<NodeId>) {
        let place = |&node: &NodeId| {
            let mut attributes = self.attribute_slice(node).iter();
            attributes.find(|one| one.name == local_name!("id") && one.namespace == ns!()).map(|id| id.value)
        };
        let mut ids: Vec<((u32, u32), NodeId)> =
            elements.iter().filter_map(|node| Some((place(node)?, *node))).collect();
        ids.sort_by(|(one, _), (other, _)| self.id_at(*one).cmp(self.id_at(*other)));
        let (places, nodes) = ids.into_iter().unzip();
        self.ids = Ids { nodes, places };
    }

    /// Every element with a non-empty `id`, sorted by id, repeated ones in document order.
    pub fn ids(&self) -> impl Iterator<Item = (&str, NodeId)> + '_ {
        self.watch.look_out();
        self.ids.places.iter().map(|&place| self.id_at(place)).zip(self.ids.nodes.iter().copied())
    }

    /// The first element with this id.
    pub fn by_id(&self, id: &str) -> Option<NodeId> {
        self.all_by_id(id).first().copied()
    }

    /// All elements with this id: more than one is a mistake.
    pub fn all_by_id(&self, id: &str) -> &[NodeId] {
        self.watch.look_out();
        let Ids { nodes, places } = &self.ids;
        let start = places.partition_point(|&place| self.id_at(place) < id);
        let n_equal = places[start..].partition_point(|&place| self.id_at(place) == id);
        &nodes[start..start + n_equal]
    }

    /// The elements that a list of ids names, without those that do not exist.
    pub fn by_ids<'a>(&'a self, list: &'a str) -> impl Iterator<Item = NodeId> + 'a {
        list.split_ascii_whitespace().filter_map(|id| self.by_id(id))
    }

    pub(super) fn id(&self, node: NodeId) -> &str {
        self.attr(node, "id").unwrap_or("")
    }

    fn id_at(&self, (start, end): (u32, u32)) -> &str {
        &self.values[start as usize..end as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_by_name_and_id() {
        let document = Document::parse(
            "<title>a</title><svg id=x><title id=x>b</title></svg><p id=b><p id=a><template><p></template><my-tag>",
        );
        let tags =
            |nodes: &[NodeId]| nodes.iter().map(|&node| document.tag(node).to_owned()).collect::<Vec<_>>();
        assert_eq!(tags(document.named("p")), ["p", "p"]);
        assert_eq!(tags(document.named("title")), ["title"]);
        assert_eq!(tags(document.named("svg")), ["svg"]);
        assert_eq!(tags(document.named("my-tag")), ["my-tag"]);
        assert!(document.named("iframe").is_empty());
        assert_eq!(document.ids().map(|(id, _)| id).collect::<Vec<_>>(), ["a", "b", "x", "x"]);
        assert_eq!(document.all_by_id("x").len(), 2);
        assert_eq!(document.by_id("x"), Some(document.named("svg")[0]));
        assert_eq!(document.by_id("c"), None);
    }
}
