//! Declarative shadow trees, put where people meet them.

use std::collections::BTreeMap;

use html5ever::local_name;

use super::{
    dom::{Kind, NodeId, link},
    parse::Tree,
};

/// Puts each shadow tree where its host shows it: light children go into the slots that ask for them,
/// those that no slot asks for are not shown.
pub(super) fn flatten(tree: &mut Tree) {
    for (host, template) in std::mem::take(&mut tree.shadows) {
        let Kind::Element { contents, .. } = tree.at(template).kind else { continue };
        let Some(contents) = link(contents) else { continue };
        tree.detach(template);
        let light = tree.create(Kind::Root, 0);
        tree.move_children(host, light);
        tree.move_children(contents, host);
        let mut asked: BTreeMap<String, Vec<NodeId>> = BTreeMap::new();
        for child in children(tree, light) {
            asked.entry(attribute(tree, child, "slot").to_owned()).or_default().push(child);
        }
        for slot in slots(tree, host) {
            let Some(assigned) = asked.remove(attribute(tree, slot, "name")) else { continue };
            let fallback = tree.create(Kind::Root, 0);
            tree.move_children(slot, fallback);
            for child in assigned {
                tree.detach(child);
                tree.insert(slot, None, child);
            }
        }
    }
}

fn slots(tree: &Tree, host: NodeId) -> Vec<NodeId> {
    let mut slots = Vec::new();
    let mut open = children(tree, host);
    while let Some(node) = open.pop() {
        if matches!(&tree.at(node).kind, Kind::Element { name, .. } if name.local == local_name!("slot")) {
            slots.push(node);
        }
        open.extend(children(tree, node));
    }
    slots.reverse();
    slots
}

fn children(tree: &Tree, parent: NodeId) -> Vec<NodeId> {
    let first = link(tree.at(parent).first);
    std::iter::successors(first, |&child| link(tree.at(child).next)).collect()
}

fn attribute<'a>(tree: &'a Tree, node: NodeId, name: &str) -> &'a str {
    let Kind::Element { attributes: (start, end), .. } = tree.at(node).kind else { return "" };
    let found = tree.attributes[start as usize..end as usize].iter().find(|a| &*a.name == name);
    found.map_or("", |a| &tree.values[a.value.0 as usize..a.value.1 as usize])
}
