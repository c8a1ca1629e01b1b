//! [Snowverload](https://adventofcode.com/2023/day/25): three connections are cut so that the components fall
//! into two groups; the product of the sizes of both groups.
//!
//! The puzzle promises one such cut, and none of fewer connections. `parse` has to check that, so it looks
//! for all cuts of three connections or fewer. It does so in rounds.
//!
//! **A spanning tree** `T` joins all components, so each cut runs through a connection of `T`. There are two
//! kinds:
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
//! * **Through one:** one side of the cut is a subtree of `T`, which at most two connections leave that are
//!   not in `T`. A depth-first search makes `T`, so each connection that is not in `T` leads from a node up
//!   to one above it. It leaves the subtrees that have only its lower end, and the search counts it for
//!   these.
//! * **Through two or three:** at most one connection of the cut is not in `T`. A ring of connections that
//!   are not in `T` crosses the cut an even number of times, and so never: it lies on one side. So each such
//!   ring is merged to a single node, and the next round looks for the cut in the smaller graph. The rings
//!   are found by a depth-first search of the connections that are not in `T`: one of these is on a ring if
//!   and only if another one leaves the subtree below it.
//!
//! **The end:** a graph of one node has no cut. A round that merges nothing has no ring outside of `T`
//! either. So its `n` nodes have at most `2n - 2` connections, and two nodes or more have at most three. Each
//! of these nodes alone is one side of a cut, so the promise is broken. Real graphs take few rounds, each
//! much smaller than the one before.

use aoc_core::hash::Set;
use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 2_500;
const MOST_NAMES: usize = 2_000;
const MOST_ON_LINE: usize = 30;
const CUT: usize = 3;
const LETTERS: usize = 26;
/// The number of a name that has not been met, and the place of a node that has not been visited.
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
    let mut known = Set::default();
    known.reserve(text.len() / 4);
    reader.lines_up_to(MOST_LINES, |line| {
        let from = names.read(line)?;
        line.literal(":")?;
        for count in 0.. {
            if count > 0 && (line.peek() != Some(b' ') || count == MOST_ON_LINE) {
                break;
            }
            line.literal(" ")?;
            let place = line.at();
            let to = names.read(line)?;
            if from == to || !known.insert(u32::from(from.min(to)) << 16 | u32::from(from.max(to))) {
                return Err(line.error("a connection with another name that is not there already", place));
            }
            edges.push(Edge { ends: [from, to], number: edges.len() as u32 });
        }
        Ok(())
    })?;
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
    edge: u32,
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
        // The links of a node are filled in from the last to the first, so that the place left is their
        // start.
        let mut links = vec![Link::default(); 2 * edges.len()];
        for (&Edge { ends: [a, b], .. }, edge) in edges.iter().zip(0..) {
            for (from, to) in [(a, b), (b, a)] {
                let place = &mut starts[usize::from(from)];
                *place -= 1;
                links[*place as usize] = Link { to, edge };
            }
        }
        Graph { starts, links }
    }

    fn links(&self, node: usize) -> &[Link] {
        &self.links[self.starts[node] as usize..self.starts[node + 1] as usize]
    }
}

/// A depth-first search of a graph.
struct Search<'a> {
    graph: &'a Graph,
    /// By edge, whether the search may take it.
    is_open: &'a [bool],
    /// The nodes in the order of the search.
    order: Vec<u16>,
    visits: Vec<Visit>,
}

/// What a search tells of a node.
#[derive(Clone, Copy)]
struct Visit {
    /// Its place in the order, and the place after the last one of its subtree.
    place: u16,
    end: u16,
    /// The edge and the node that it was met from; none for the first of its tree.
    from: Option<Link>,
    /// How many other edges leave its subtree.
    leaving: i32,
}

impl Search<'_> {
    fn new<'a>(graph: &'a Graph, is_open: &'a [bool]) -> Search<'a> {
        let nodes = graph.starts.len() - 1;
        let new = Visit { place: UNKNOWN, end: UNKNOWN, from: None, leaving: 0 };
        let mut search =
            Search { graph, is_open, order: Vec::with_capacity(nodes), visits: vec![new; nodes] };
        for node in 0..nodes {
            if search.visits[node].place == UNKNOWN {
                search.visit(node, None);
            }
        }
        search
    }

    /// Visits a node and all that is met from there, and gives the number of edges that leave its subtree.
    fn visit(&mut self, node: usize, from: Option<Link>) -> i32 {
        let place = self.order.len() as u16;
        self.order.push(node as u16);
        self.visits[node].place = place;
        let mut leaving = 0;
        for &Link { to, edge } in self.graph.links(node) {
            if self.is_open[edge as usize] && from.is_none_or(|from| from.edge != edge) {
                leaving += match self.visits[usize::from(to)].place {
                    UNKNOWN => self.visit(to.into(), Some(Link { to: node as u16, edge })),
                    // An edge to a node above is counted here, and taken off there.
                    other if other < place => 1,
                    _ => -1,
                };
            }
        }
        self.visits[node] = Visit { place, end: self.order.len() as u16, from, leaving };
        leaving
    }

    /// The cut between the subtree of a node and all others.
    fn cut_above(&self, top: &Visit, edges: &[Edge], sizes: &[u32]) -> Cut {
        let is_below = |node: u16| (top.place..top.end).contains(&self.visits[usize::from(node)].place);
        let crossing = edges.iter().filter(|edge| is_below(edge.ends[0]) != is_below(edge.ends[1]));
        let below = &self.order[usize::from(top.place)..usize::from(top.end)];
        Cut {
            edges: crossing.map(|edge| edge.number).collect(),
            side: below.iter().map(|&node| sizes[usize::from(node)]).sum(),
        }
    }

    /// Merges all rings: gives the new node of each node, and the sizes of the new ones.
    fn merged(&self, sizes: &[u32]) -> (Vec<u16>, Vec<u32>) {
        let (mut nodes, mut merged) = (vec![UNKNOWN; sizes.len()], Vec::with_capacity(sizes.len()));
        for node in self.order.iter().map(|&node| usize::from(node)) {
            let Visit { from, leaving, .. } = self.visits[node];
            // The edge that a node was met from is on a ring if and only if another one leaves its subtree.
            nodes[node] = match from {
                Some(link) if leaving > 0 => nodes[usize::from(link.to)],
                _ => {
                    merged.push(0);
                    merged.len() as u16 - 1
                }
            };
            merged[usize::from(nodes[node])] += sizes[node];
        }
        (nodes, merged)
    }
}

/// A cut of three edges or fewer.
struct Cut {
    /// The numbers of its edges, in order.
    edges: Vec<u32>,
    /// The number of components on one side.
    side: u32,
}

/// Why there are no two groups.
type Fault = &'static str;
const SEVERAL: Fault = "there are several ways to cut three connections, or one to cut fewer";

/// Finds the only cut of three edges or fewer, and the numbers of components on both sides.
fn groups(mut edges: Vec<Edge>, components: usize) -> Result<[u32; 2], Fault> {
    // The number of components that each node is made of.
    let mut sizes = vec![1; components];
    let mut cut: Option<Cut> = None;
    while sizes.len() > 1 {
        let graph = Graph::new(&edges, sizes.len());
        let mut is_open = vec![true; edges.len()];
        let tree = Search::new(&graph, &is_open);
        if tree.visits.iter().filter(|visit| visit.from.is_none()).count() > 1 {
            return Err("the components are not connected");
        }
        for top in tree.visits.iter().filter(|visit| visit.from.is_some() && visit.leaving < CUT as i32) {
            let found = tree.cut_above(top, &edges, &sizes);
            match &cut {
                Some(known) if known.edges != found.edges => return Err(SEVERAL),
                _ => cut = Some(found),
            }
        }
        let in_tree: Vec<Link> = tree.visits.iter().filter_map(|visit| visit.from).collect();
        in_tree.iter().for_each(|link| is_open[link.edge as usize] = false);
        let (nodes, merged) = Search::new(&graph, &is_open).merged(&sizes);
        if merged.len() == sizes.len() {
            return Err(SEVERAL);
        }
        edges.iter_mut().for_each(|edge| edge.ends = edge.ends.map(|end| nodes[usize::from(end)]));
        edges.retain(|edge| edge.ends[0] != edge.ends[1]);
        sizes = merged;
    }
    match cut {
        Some(Cut { edges, side }) if edges.len() == CUT => Ok([side, components as u32 - side]),
        _ => Err("there is no way to cut three connections, or one to cut fewer"),
    }
}

/// The product of the numbers of components.
pub fn part1(sizes: &Input) -> u32 {
    sizes[0] * sizes[1]
}
