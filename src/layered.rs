//! A large map that many states of a site share, and the little in which one of them differs: a state for the moment
//! copies none of it.

use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};

/// So many names are compared one by one.
const FEW: usize = 8;

/// A map by names. What is put into it goes into the map itself while nobody shares it.
#[derive(Debug, Clone)]
pub struct Layered<V> {
    shared: Arc<HashMap<String, V>>,
    /// What is different here; none: it is not there.
    own: HashMap<String, Option<V>>,
}

impl<V> Default for Layered<V> {
    fn default() -> Self {
        Self { shared: Arc::default(), own: HashMap::new() }
    }
}

impl<V> FromIterator<(String, V)> for Layered<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(entries: I) -> Self {
        Self { shared: Arc::new(entries.into_iter().collect()), own: HashMap::new() }
    }
}

impl<V> Layered<V> {
    /// What a name stands for.
    pub fn get(&self, name: &str) -> Option<&V> {
        match self.own.get(name) {
            Some(own) => own.as_ref(),
            None => self.shared.get(name),
        }
    }

    /// The names, in no order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let shared = self.shared.keys().filter(|name| !self.differs_in(name));
        let own = self.own.iter().filter(|(_, value)| value.is_some()).map(|(name, _)| name);
        shared.chain(own).map(String::as_str)
    }

    /// Asked of every name: to compare a few takes less than to look one up.
    fn differs_in(&self, name: &str) -> bool {
        let few = self.own.len() <= FEW;
        if few { self.own.keys().any(|own| own == name) } else { self.own.contains_key(name) }
    }

    /// Lets a name stand for something else.
    pub fn insert(&mut self, name: String, value: V) {
        match self.alone() {
            Some(map) => {
                map.insert(name, value);
            }
            None => {
                self.own.insert(name, Some(value));
            }
        }
    }

    /// Takes a name away.
    pub fn remove(&mut self, name: &str) {
        match self.alone() {
            Some(map) => {
                map.remove(name);
            }
            None => {
                self.own.insert(name.to_owned(), None);
            }
        }
    }

    /// Makes room for so many more, if nobody shares it.
    pub fn reserve(&mut self, more: usize) {
        if let Some(map) = self.alone() {
            map.reserve(more);
        }
    }

    /// The map itself, if it is nobody else's and nothing lies above it.
    fn alone(&mut self) -> Option<&mut HashMap<String, V>> {
        if self.own.is_empty() { Arc::get_mut(&mut self.shared) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Shared or not, it says what a plain map says, and nobody else notices.
        #[test]
        fn it_is_a_map(steps in prop::collection::vec((0..9_u8, prop::option::of(0..99_u8), any::<bool>()), 0..60)) {
            let (mut layered, mut plain) = (Layered::default(), HashMap::new());
            let mut others: Vec<(Layered<u8>, HashMap<String, u8>)> = Vec::new();
            for (name, value, shares) in steps {
                if shares {
                    others.push((layered.clone(), plain.clone()));
                }
                let name = name.to_string();
                match value {
                    Some(value) => {
                        layered.insert(name.clone(), value);
                        plain.insert(name, value);
                    }
                    None => {
                        layered.remove(&name);
                        plain.remove(&name);
                    }
                }
            }
            others.push((layered, plain));
            for (layered, plain) in others {
                let mut names: Vec<&str> = layered.names().collect();
                let mut expected: Vec<&str> = plain.keys().map(String::as_str).collect();
                names.sort_unstable();
                expected.sort_unstable();
                prop_assert_eq!(names, expected);
                for name in (0..9).map(|name| name.to_string()) {
                    prop_assert_eq!(layered.get(&name), plain.get(&name));
                }
            }
        }
    }
}
