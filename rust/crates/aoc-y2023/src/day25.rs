//! [Snowverload](https://adventofcode.com/2023/day/25): components with connections fall into two groups when three connections
//! are cut; the product of the numbers of components in both.
//!
//! Two components are *held together* if four paths without a common connection join them, so that no cut of three comes
//! between them. `parse` checks that this makes two groups exactly, with three connections between them.
//!
//! **Ranks** (Nagamochi and Ibaraki). Nodes are visited one after the other, and a node passes a token over each connection to
//! those not visited yet. The number of tokens that the other has then is the *rank* of the connection. The next node is
//! always one with the most tokens, where three are as good as more.
//!
//! ```text
//! a---b      With a, b, c, d visited, e gets its tokens from b, c and d: ranks 1, 2 and 3. A fourth neighbour
//! | / | \    of e would give it one of rank 4, and be held together with e.
//! c---d--e
//! ```
//!
//! The connections of rank 1 form a forest, and so do those of rank 2 and of rank 3. A tree of forest `i` begins at a node with
//! fewer than `i` tokens, which is visited only if no node has `i` of them. So all nodes that have `i` tokens, or are visited,
//! since then, are in this tree. If a visited node gives another one its fourth token, both are in the last tree of all three
//! forests: with the connection itself, four paths join them.
//!
//! **Contraction.** All connections of rank 4 or more are contracted, and the ranks are found anew, until two nodes are left.
//! The last node that is visited has as many tokens as connections. With four or more, something is contracted. With three
//! or fewer, it is a whole group. The next rounds begin with it, so that another such node would be a third group.

use std::mem::replace;

use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 2_500;
const MOST_NAMES: usize = 2_000;
const MOST_ON_LINE: usize = 30;
const CUT: usize = 3;
const LETTERS: usize = 26;
/// The number of a name that has not been met.
const UNKNOWN: u16 = u16::MAX;

/// The numbers of components in both groups.
pub type Input = [u32; 2];

/// The ends of a connection.
type Edge = [u16; 2];

/// Reads the connections, and finds both groups.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut names = Names { numbers: vec![UNKNOWN; LETTERS.pow(3)], count: 0 };
    let mut edges: Vec<Edge> = Vec::with_capacity(text.len() / 4);
    // Where the names of the edges stand.
    let mut places = Vec::with_capacity(text.len() / 4);
    let read = reader.lines_up_to(MOST_LINES, |line| {
        let from = names.read(line)?;
        line.literal(":")?;
        for count in 0.. {
            if count > 0 && (line.peek() != Some(b' ') || count == MOST_ON_LINE) {
                break;
            }
            line.literal(" ")?;
            let place = line.at();
            let to = names.read(line)?;
            if from == to {
                return Err(line.error("a name other than the first", place));
            }
            edges.push([from, to]);
            places.push(place);
        }
        Ok(())
    });
    // A connection that is there already comes before what was refused after it.
    if let Some(at) = first_repeat(&edges, names.count) {
        return Err(reader.error("a connection that is not there already", places[at]));
    }
    read?;
    groups(edges, names.count).map_err(|fault| reader.error_of_whole(fault))
}

/// The numbers of the names met.
struct Names {
    numbers: Vec<u16>,
    count: usize,
}

impl Names {
    /// Reads a name, and gives its number.
    #[inline(always)]
    fn read(&mut self, line: &mut Reader) -> Result<u16, InputError> {
        let letters =
            line.rest().first_chunk::<3>().map(|letters| letters.map(|letter| letter.wrapping_sub(b'a')));
        let Some(letters) = letters.filter(|letters| letters.iter().all(|&letter| letter < LETTERS as u8))
        else {
            return Err(line.error("a name of three letters a-z", line.at()));
        };
        let name = letters.iter().fold(0, |name, &letter| LETTERS * name + usize::from(letter));
        if self.numbers[name] == UNKNOWN {
            if self.count == MOST_NAMES {
                return Err(line.error("at most 2000 names", line.at()));
            }
            self.numbers[name] = self.count as u16;
            self.count += 1;
        }
        line.skip(3);
        Ok(self.numbers[name])
    }
}

/// The first edge that is the same as one before it.
fn first_repeat(edges: &[Edge], nodes: usize) -> Option<usize> {
    let graph = Graph::new(edges, nodes);
    let mut seen_from = vec![UNKNOWN; nodes];
    let is_any = (0..nodes).any(|node| {
        let mut neighbours = graph.neighbours(node).iter();
        neighbours.any(|&to| replace(&mut seen_from[usize::from(to)], node as u16) == node as u16)
    });
    if !is_any {
        return None;
    }
    let mut known = std::collections::HashSet::new();
    edges.iter().position(|&[a, b]| !known.insert([a.min(b), a.max(b)]))
}

/// The neighbours of each node, once for each edge.
struct Graph {
    /// Where they begin, and end in one more entry.
    starts: Vec<u32>,
    neighbours: Vec<u16>,
}

impl Graph {
    fn new(edges: &[Edge], nodes: usize) -> Graph {
        let mut starts = vec![0; nodes + 1];
        for &end in edges.as_flattened() {
            starts[usize::from(end)] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        // Filled in from behind, so that each place ends as the start.
        let mut neighbours = vec![0; 2 * edges.len()];
        for &[a, b] in edges {
            for (from, to) in [(a, b), (b, a)] {
                let place = &mut starts[usize::from(from)];
                *place -= 1;
                neighbours[*place as usize] = to;
            }
        }
        Graph { starts, neighbours }
    }

    fn nodes(&self) -> usize {
        self.starts.len() - 1
    }

    fn neighbours(&self, node: usize) -> &[u16] {
        &self.neighbours[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    /// Visits all nodes, the given one first; gives the last one, and who is held together by edges of rank 4 or more.
    fn visit(&self, first: usize) -> (usize, Sets) {
        let mut sets = Sets((0..self.nodes() as u16).collect());
        let mut tokens = vec![0_u32; self.nodes()];
        let mut is_visited = vec![false; self.nodes()];
        // Nodes by their tokens, three or more in the last list; some are visited already, or have more.
        let mut waiting = [(); CUT + 1].map(|()| Vec::with_capacity(self.nodes()));
        waiting[0].extend(0..self.nodes() as u16);
        waiting[0].push(first as u16);
        let mut last = first;
        while let Some(node) = waiting.iter_mut().rev().find_map(Vec::pop).map(usize::from) {
            if replace(&mut is_visited[node], true) {
                continue;
            }
            last = node;
            for &to in self.neighbours(node) {
                let tokens = &mut tokens[usize::from(to)];
                if is_visited[usize::from(to)] {
                    continue;
                }
                *tokens += 1;
                match waiting.get_mut(*tokens as usize) {
                    Some(list) => list.push(to),
                    None => sets.join(node as u16, to),
                }
            }
        }
        (last, sets)
    }
}

/// Disjoint sets: for each node, itself or another one of its set.
struct Sets(Vec<u16>);

impl Sets {
    /// The node that stands for the set of another one.
    fn find(&mut self, mut node: u16) -> u16 {
        while self.0[usize::from(node)] != node {
            let next = self.0[usize::from(node)];
            self.0[usize::from(node)] = self.0[usize::from(next)];
            node = next;
        }
        node
    }

    fn join(&mut self, one: u16, other: u16) {
        let (one, other) = (self.find(one), self.find(other));
        self.0[usize::from(one)] = other;
    }
}

/// Contracts what is held together, until two groups are left.
fn groups(mut edges: Vec<Edge>, nodes: usize) -> Result<[u32; 2], &'static str> {
    // The components that each node is made of.
    let mut sizes = vec![1; nodes];
    let mut group = None;
    while sizes.len() > 2 {
        let graph = Graph::new(&edges, sizes.len());
        let (last, mut sets) = graph.visit(group.unwrap_or(0));
        if graph.neighbours(last).len() <= CUT && group.replace(last).is_some() {
            return Err("there are more than two groups of components held together by four paths");
        }
        let mut numbers = vec![UNKNOWN; sizes.len()];
        let mut merged = Vec::with_capacity(sizes.len());
        for (node, size) in sizes.iter().enumerate() {
            let set = usize::from(sets.find(node as u16));
            if numbers[set] == UNKNOWN {
                numbers[set] = merged.len() as u16;
                merged.push(0);
            }
            numbers[node] = numbers[set];
            merged[usize::from(numbers[set])] += size;
        }
        for edge in &mut edges {
            *edge = edge.map(|end| numbers[usize::from(end)]);
        }
        edges.retain(|[a, b]| a != b);
        group = group.map(|node| usize::from(numbers[node]));
        sizes = merged;
    }
    match sizes[..] {
        [one, other] if edges.len() == CUT => Ok([one, other]),
        _ => Err("there are not two groups of components with three connections between them"),
    }
}

/// The product of the numbers of components.
pub fn part1(sizes: &Input) -> u32 {
    sizes[0] * sizes[1]
}
