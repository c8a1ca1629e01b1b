//! Searches for shortest paths.

/// A priority queue for priorities that are small whole numbers: a list for each ("bucket queue", "Dial's algorithm").
/// Adding and taking cost constant time, but for the empty lists between one priority and the next.
///
/// What is added must not come before what was taken last, as it never does where the steps of a path cost nothing less
/// than 0.
///
/// ```
/// use aoc_core::search::BucketQueue;
///
/// // The least cost from 0 to each of four places.
/// let steps = [(0, 1, 7), (0, 2, 1), (2, 1, 3), (1, 3, 1)];
/// let mut least = [usize::MAX; 4];
/// let mut queue = BucketQueue::default();
/// queue.push(0, 0);
/// while let Some((cost, place)) = queue.pop() {
///     if cost < least[place] {
///         least[place] = cost;
///         let onward = steps.iter().filter(|(from, ..)| *from == place);
///         onward.for_each(|&(_, to, more)| queue.push(cost + more, to));
///     }
/// }
/// assert_eq!(least, [0, 4, 1, 5]);
/// ```
pub struct BucketQueue<T> {
    /// By priority, the entry that was added last; or `END`.
    lists: Vec<u32>,
    /// Items, each with the entry that was added before it to the same list.
    entries: Vec<(T, u32)>,
    /// The entry of an item that was taken, as a list of those to use again.
    unused: u32,
    /// No list before this one has an entry.
    now: usize,
}

/// The end of a list.
const END: u32 = u32::MAX;

impl<T> Default for BucketQueue<T> {
    fn default() -> Self {
        BucketQueue { lists: Vec::new(), entries: Vec::new(), unused: END, now: 0 }
    }
}

impl<T: Copy> BucketQueue<T> {
    /// Adds an item.
    #[inline]
    pub fn push(&mut self, priority: usize, item: T) {
        debug_assert!(priority >= self.now);
        if priority >= self.lists.len() {
            self.lists.resize(priority + 1024, END);
        }
        let list = &mut self.lists[priority];
        let entry = (item, *list);
        if let Some(place) = self.entries.get_mut(self.unused as usize) {
            *list = self.unused;
            self.unused = place.1;
            *place = entry;
        } else {
            *list = self.entries.len() as u32;
            self.entries.push(entry);
        }
    }

    /// Takes an item of the least priority, the latest of these, with its priority.
    #[inline]
    pub fn pop(&mut self) -> Option<(usize, T)> {
        self.now += self.lists[self.now..].iter().position(|&list| list != END)?;
        let list = &mut self.lists[self.now];
        let (item, before) = self.entries[*list as usize];
        self.entries[*list as usize].1 = self.unused;
        self.unused = *list;
        *list = before;
        Some((self.now, item))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_come_in_the_order_of_their_priorities() {
        let mut queue = BucketQueue::default();
        for (priority, item) in [(3, 'c'), (0, 'a'), (5000, 'd'), (3, 'b')] {
            queue.push(priority, item);
        }
        assert_eq!([queue.pop(), queue.pop()], [Some((0, 'a')), Some((3, 'b'))]);
        queue.push(3, 'x');
        queue.push(4, 'y');
        let rest: Vec<_> = std::iter::from_fn(|| queue.pop()).collect();
        assert_eq!(rest, [(3, 'x'), (3, 'c'), (4, 'y'), (5000, 'd')]);
        assert_eq!(queue.pop(), None);
        queue.push(6000, 'z');
        assert_eq!(queue.pop(), Some((6000, 'z')));
    }

    #[test]
    fn what_was_taken_leaves_room() {
        let mut queue = BucketQueue::default();
        for priority in 0..1000 {
            queue.push(priority, priority);
            queue.push(priority + 1, priority);
            assert!(queue.pop().is_some());
            assert!(queue.pop().is_some() || priority == 0);
        }
        assert!(queue.entries.len() <= 3);
    }
}
