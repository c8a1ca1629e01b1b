//! [Snowverload](https://adventofcode.com/2023/day/25): three connections are cut so that the components fall into two groups;
//! the product of the sizes of both groups.
//!
//! The puzzle promises one such cut, and none of fewer connections. `parse` has to check that, so it looks for all cuts of three
//! connections or fewer. It does so in rounds.
//!
//! **A spanning tree** `T` joins all nodes of the graph, so each cut runs through a connection of `T`. There are two kinds:
//!
//! ```text
//! a cut through one connection of T          a cut through two or three
//!
//!        *--*--*                                   *--*--*--*          -- | in T
//!        |  .                                      |     |             .  not in T
//!      ==|==.=====.== cut                        ==|=====|==.== cut
//!        |  .     .                                |     |  .
//!        *--*--*--*                                *--*  *--*
//! ```
//!
//! **Through one:** one side of the cut is a subtree of `T`. So it is enough to count the connections that leave each subtree.
//! `T` is found by depth-first search, so each other connection leads from a node up to one of its ancestors. It counts 1 at the
//! lower end and -1 at the upper end. The sum over a subtree is the number that leave it, since those inside add up to 0.
//!
//! **Through two or three:** at most one connection of the cut is not in `T`. Take a ring of connections that are not in `T`. It
//! crosses the cut an even number of times, and so never: all its nodes are on one side. So all these rings are contracted,
//! each to a single node, and the cut is still there in the smaller graph, where the next round looks for it.
//!
//! The rings are found by a depth-first search of the connections that are not in `T`. A connection of that search is on a ring
//! if and only if another connection leaves the subtree below it.
//!
//! **The end:** a graph of one node has no cut. If a round contracts nothing, the connections that are not in `T` have no ring
//! either. So the `n` nodes have at most `2n - 2` connections, and two nodes or more have at most three. Each of
//! these nodes alone is one side of a cut, so the promise is broken. Real graphs take few rounds, each much smaller than the one before.

use std::mem::replace;

use aoc_core::hash::Set;
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

/// A connection: its ends, and its number in the text.
#[derive(Clone, Copy)]
struct Edge {
    ends: [u16; 2],
    number: u32,
}

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
            edges.push(Edge { ends: [from, to], number: edges.len() as u32 });
            places.push(place);
        }
        Ok(())
    });
    // A repeated connection stands before whatever else was refused.
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
    let has_repeat = (0..nodes).any(|node| {
        let mut neighbours = graph.links(node).iter();
        neighbours.any(|link| replace(&mut seen_from[usize::from(link.to)], node as u16) == node as u16)
    });
    if !has_repeat {
        return None;
    }
    let mut known = Set::default();
    edges
        .iter()
        .position(|&Edge { ends: [a, b], .. }| !known.insert((u64::from(a.min(b)), u64::from(a.max(b)))))
}

/// The edges by node, each at both of its ends.
struct Graph {
    /// Where the links of each node begin; and at the end, the number of links.
    starts: Vec<u32>,
    links: Vec<Link>,
}

/// An edge as its end sees it.
#[derive(Clone, Copy, Default)]
struct Link {
    to: u16,
    number: u32,
}

impl Graph {
    fn new(edges: &[Edge], nodes: usize) -> Graph {
        let mut starts = vec![0; nodes + 1];
        for end in edges.iter().flat_map(|edge| edge.ends) {
            starts[usize::from(end)] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        // The links of a node are filled in from the last to the first, so that the place left is their start.
        let mut links = vec![Link::default(); 2 * edges.len()];
        for &Edge { ends: [a, b], number } in edges {
            for (from, to) in [(a, b), (b, a)] {
                let place = &mut starts[usize::from(from)];
                *place -= 1;
                links[*place as usize] = Link { to, number };
            }
        }
        Graph { starts, links }
    }

    fn links(&self, node: usize) -> &[Link] {
        &self.links[self.starts[node] as usize..self.starts[node + 1] as usize]
    }
}

/// What a depth-first search tells of a node.
#[derive(Clone, Copy)]
struct Visit {
    /// Its place in the order of the search, or `UNKNOWN`.
    place: u16,
    parent: u16,
    /// The number of the edge to its parent; none for a root.
    edge: Option<u32>,
    /// The place after the last one of its subtree.
    end: u16,
    /// How many edges other than the one to its parent leave its subtree.
    leaving: i32,
    /// The index of the next link to look at.
    next: u32,
}

/// Searches the whole graph, depth first; gives the order of all nodes, and what is known of each.
fn search(graph: &Graph) -> (Vec<u16>, Vec<Visit>) {
    let nodes = graph.starts.len() - 1;
    let new = |&next| Visit { place: UNKNOWN, parent: UNKNOWN, edge: None, end: 0, leaving: 0, next };
    let mut visits: Vec<Visit> = graph.starts[..nodes].iter().map(new).collect();
    let mut order: Vec<u16> = Vec::with_capacity(nodes);
    for root in 0..nodes as u16 {
        if visits[usize::from(root)].place == UNKNOWN {
            search_from(root, graph, &mut order, &mut visits);
        }
    }
    (order, visits)
}

/// Visits all nodes that are connected with a root.
#[inline(always)]
fn search_from(root: u16, graph: &Graph, order: &mut Vec<u16>, visits: &mut [Visit]) {
    let mut node = root;
    visits[usize::from(root)].place = order.len() as u16;
    order.push(root);
    loop {
        let Visit { place, parent, edge, leaving, next, .. } = visits[usize::from(node)];
        if next == graph.starts[usize::from(node) + 1] {
            visits[usize::from(node)].end = order.len() as u16;
            if node == root {
                return;
            }
            visits[usize::from(parent)].leaving += leaving;
            node = parent;
            continue;
        }
        visits[usize::from(node)].next += 1;
        let link = graph.links[next as usize];
        let to = &mut visits[usize::from(link.to)];
        if to.place == UNKNOWN {
            (to.place, to.parent, to.edge) = (order.len() as u16, node, Some(link.number));
            order.push(link.to);
            node = link.to;
        } else if to.place < place && edge != Some(link.number) {
            // An edge up to an ancestor.
            to.leaving -= 1;
            visits[usize::from(node)].leaving += 1;
        }
    }
}

/// A cut of three edges.
struct Cut {
    /// Their numbers, in order.
    edges: [u32; CUT],
    /// The number of components on one side.
    side: u32,
}

/// Why there are no two groups.
type Fault = &'static str;
const SEVERAL: Fault = "there are several ways to cut three connections, or one to cut fewer";

/// Finds the only cut of three edges or fewer, and the numbers of components on both sides.
fn groups(mut edges: Vec<Edge>, nodes: usize) -> Result<[u32; 2], Fault> {
    // The number of components that each node is made of.
    let mut sizes = vec![1; nodes];
    let mut cut: Option<Cut> = None;
    while sizes.len() > 1 {
        let (order, visits) = search(&Graph::new(&edges, sizes.len()));
        if let Some(found) = through_one(&edges, &sizes, &order, &visits)?
            && cut.get_or_insert(Cut { ..found }).edges != found.edges
        {
            return Err(SEVERAL);
        }
        let before = sizes.len();
        contract(&mut edges, &mut sizes, &visits);
        if sizes.len() == before {
            return Err(SEVERAL);
        }
    }
    let Cut { side, .. } = cut.ok_or("there is no way to cut three connections")?;
    Ok([side, nodes as u32 - side])
}

/// The cut of three edges of which one is in a spanning tree, if there is one.
fn through_one(edges: &[Edge], sizes: &[u32], order: &[u16], visits: &[Visit]) -> Result<Option<Cut>, Fault> {
    if visits.iter().filter(|visit| visit.edge.is_none()).count() > 1 {
        return Err("the components are not connected");
    }
    let mut few = visits.iter().filter(|visit| visit.edge.is_some() && visit.leaving < CUT as i32);
    let Some(top) = few.next() else { return Ok(None) };
    if few.next().is_some() {
        return Err(SEVERAL);
    }
    let is_below = |node: u16| (top.place..top.end).contains(&visits[usize::from(node)].place);
    let crossing = edges.iter().filter(|edge| is_below(edge.ends[0]) != is_below(edge.ends[1]));
    let numbers: Vec<u32> = crossing.map(|edge| edge.number).collect();
    let edges = numbers.try_into().map_err(|_| SEVERAL)?;
    let below = &order[usize::from(top.place)..usize::from(top.end)];
    Ok(Some(Cut { edges, side: below.iter().map(|&node| sizes[usize::from(node)]).sum() }))
}

/// Contracts all rings of the edges that are not in a spanning tree.
fn contract(edges: &mut Vec<Edge>, sizes: &mut Vec<u32>, tree: &[Visit]) {
    let is_in_tree =
        |edge: &Edge| edge.ends.iter().any(|&end| tree[usize::from(end)].edge == Some(edge.number));
    let rest: Vec<Edge> = edges.iter().filter(|edge| !is_in_tree(edge)).copied().collect();
    let (order, visits) = search(&Graph::new(&rest, sizes.len()));
    let mut numbers = vec![UNKNOWN; sizes.len()];
    let mut merged = Vec::with_capacity(sizes.len());
    for &node in &order {
        let visit = visits[usize::from(node)];
        let number = if visit.edge.is_some() && visit.leaving > 0 {
            numbers[usize::from(visit.parent)]
        } else {
            merged.push(0);
            merged.len() as u16 - 1
        };
        numbers[usize::from(node)] = number;
        merged[usize::from(number)] += sizes[usize::from(node)];
    }
    for edge in edges.iter_mut() {
        edge.ends = edge.ends.map(|end| numbers[usize::from(end)]);
    }
    edges.retain(|edge| edge.ends[0] != edge.ends[1]);
    *sizes = merged;
}

/// The product of the numbers of components.
pub fn part1(sizes: &Input) -> u32 {
    sizes[0] * sizes[1]
}
