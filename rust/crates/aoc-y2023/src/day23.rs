//! [A Long Walk](https://adventofcode.com/2023/day/23): the longest path through a maze from the gap in the
//! first row to that in the last one, with no cell twice; where slopes are passed downhill only (part 1), and
//! where they are plain (part 2).
//!
//! **Corridors.** The maze is a graph of at most 36 junctions with corridors between them. A cell of a
//! corridor has two open neighbours. So the next cell on the way is the sum of both places, less the place
//! before. `parse` checks that the slopes give each corridor between junctions a direction, and that these
//! directions have no cycle.
//!
//! **Part 1** takes the corridors in topological order.
//!
//! **Part 2: a frontier.** Junctions are dealt with one after the other: it is chosen which corridors the
//! path takes from each to those that come later. What has been chosen so far is a set of paths. Only the
//! ends of these paths matter for what follows, and which two ends belong to one path. The *frontier* is the
//! list of junctions that have been met but not dealt with. A state tells for each of them whether
//!
//! * it is the end of a path: then the other end of the path is its mate;
//! * it is on no path: then it is its own mate;
//! * or it is inside a path, and may not be used again.
//!
//! ```text
//!  *===a---        * dealt with   = chosen
//!  "   |
//!  *   b---        a and c are the ends of a path, so they are mates. b is on no path.
//!  "   |           Next, a is dealt with: the path goes on from a by one of its corridors.
//!  *===c---        If that leads to b, the path ends at b, and b and c are mates.
//! ```
//!
//! For each state only the greatest length is kept. The entrance and the exit are taken as joined outside of
//! the maze. So their junctions are mates at the start, and the whole path is a ring. The ring is closed when
//! a junction is joined to its mate. If any other path is open then, the choice is dropped.
//!
//! The junction that adds the fewest others is dealt with first, which keeps the frontier short: in a lattice
//! of 6 x 6 it has eight junctions at most, and there are a few hundred states.

use std::mem::{replace, take};

use aoc_core::bits::ones;
use aoc_core::hash::Map;
use aoc_core::text::{InputError, Reader};

const LEAST_ROWS: usize = 3;
const MOST_SIDE: usize = 150;
const MOST_NODES: usize = 38;
const ENTRANCE: usize = 0;
const EXIT: usize = 1;
/// Marks of cells that are not nodes.
const PLAIN: u8 = 0;
const SLOPE: u8 = u8::MAX;

/// The maze as a graph.
pub struct Input {
    /// The number of nodes: the entrance, the exit, and the junctions.
    nodes: usize,
    /// All corridors. Those that lead to a node come before those that lead on from it.
    corridors: Vec<Corridor>,
}

/// A corridor from node to node, in the direction of its slopes.
struct Corridor {
    from: usize,
    to: usize,
    length: u32,
}

/// Why a maze is refused.
type Fault = &'static str;

/// Reads the maze.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let (mut width, mut rows, mut fault) = (0, 0, None);
    let mut cells = Vec::with_capacity(text.len() + 2 * MOST_SIDE);
    let is_cell = |byte| matches!(byte, b'#' | b'.' | b'>' | b'v');
    let read = reader.grid_rows(is_cell, "one of `#.>v`", MOST_SIDE, |row| {
        if rows == 0 {
            width = row.len();
            cells.resize(width, b'#');
        }
        let has_walls = row[0] == b'#' && row[width - 1] == b'#';
        if !(has_walls && (rows > 0 || gap(row).is_some())) && fault.is_none() {
            fault = Some(rows * (width + 1));
        }
        cells.extend_from_slice(row);
        rows += 1;
    });
    // What is wrong in a row that was passed comes before what `grid_rows` has found.
    if let Some(at) = fault {
        return Err(reader.error("a row with `#` at both ends, the first one with a single gap", at));
    }
    read?;
    if rows < LEAST_ROWS && reader.at_end() {
        return Err(reader.too_soon("a third row"));
    }
    reader.end()?;
    cells.resize(cells.len() + width, b'#');
    graph(&cells, width).map_err(|fault| reader.error_of_whole(fault))
}

/// The only cell of a row that is not `#`, if it is a `.`.
fn gap(row: &[u8]) -> Option<usize> {
    let mut open = row.iter().enumerate().filter(|(_, byte)| **byte != b'#');
    let (at, &byte) = open.next()?;
    (byte == b'.' && open.next().is_none()).then_some(at)
}

/// Makes the graph of a maze that has a row of `#` above and below.
fn graph(cells: &[u8], width: usize) -> Result<Input, Fault> {
    let last = cells.len() - 2 * width;
    let exit = last + gap(&cells[last..last + width]).ok_or("the last row has no single gap")?;
    let entrance = width + gap(&cells[width..2 * width]).ok_or("the first row has no single gap")?;
    let open: Vec<u8> = cells.iter().map(|&byte| u8::from(byte != b'#')).collect();
    let mut maze = Maze::new(cells, &open, width);
    let nodes = maze.nodes(entrance, exit)?;
    for (&place, number) in nodes.iter().zip(1..) {
        maze.marks[place] = number;
    }
    let corridors = maze.corridors(&nodes)?;
    let inner: usize = corridors.iter().map(|corridor| corridor.length as usize - 1).sum();
    if nodes.len() + inner != open.iter().map(|&open| usize::from(open)).sum() {
        return Err("there are cells apart from the rest");
    }
    in_order(corridors, nodes.len())
}

/// The cells of a maze, with what is known of each.
struct Maze<'a> {
    cells: &'a [u8],
    width: usize,
    /// The number of open neighbours of an open cell; 2 for one that is not open.
    degrees: Vec<u8>,
    /// The sum of the steps from a cell to its open neighbours.
    sums: Vec<i16>,
    /// `PLAIN`, `SLOPE`, or the number of a node plus one.
    marks: Vec<u8>,
}

impl Maze<'_> {
    fn new<'a>(cells: &'a [u8], open: &[u8], width: usize) -> Maze<'a> {
        let (size, inner) = (cells.len(), cells.len() - 2 * width);
        let [up, left, here, right, down] =
            [0, width - 1, width, width + 1, 2 * width].map(|from| &open[from..from + inner]);
        let (mut degrees, mut sums) = (vec![2; size], vec![0; size]);
        for (at, degree) in degrees[width..width + inner].iter_mut().enumerate() {
            let all = up[at] + left[at] + right[at] + down[at];
            *degree = if here[at] == 1 { all } else { 2 };
        }
        for (at, sum) in sums[width..width + inner].iter_mut().enumerate() {
            let [up, left, right, down] = [up, left, right, down].map(|open| i16::from(open[at]));
            *sum = (down - up) * width as i16 + right - left;
        }
        let marks = cells.iter().map(|&byte| if byte > b'.' { SLOPE } else { PLAIN }).collect();
        Maze { cells, width, degrees, sums, marks }
    }

    /// The places of the entrance, the exit and all junctions.
    fn nodes(&self, entrance: usize, exit: usize) -> Result<Vec<usize>, Fault> {
        let mut nodes = vec![entrance, exit];
        for row in (self.width..self.cells.len() - self.width).step_by(self.width) {
            let degrees = &self.degrees[row..row + self.width];
            // Most rows have no junction. This check of a whole row has no branch.
            if degrees.iter().fold(true, |all, &degree| all & (degree == 2)) {
                continue;
            }
            let unusual = (row..).zip(degrees).filter(|(_, degree)| **degree != 2);
            for (place, &degree) in unusual.filter(|(place, _)| *place != entrance && *place != exit) {
                if degree < 2 || self.cells[place] != b'.' || nodes.len() == MOST_NODES {
                    return Err("there is a dead end, a slope at a junction, or a 37th junction");
                }
                nodes.push(place);
            }
        }
        Ok(nodes)
    }

    /// Follows all corridors, each from one of its ends.
    fn corridors(&self, nodes: &[usize]) -> Result<Vec<Corridor>, Fault> {
        let mut corridors: Vec<Corridor> = Vec::with_capacity(2 * MOST_NODES);
        // The other ends: the node, and the place before it.
        let mut ends = Vec::with_capacity(2 * MOST_NODES);
        for (number, &place) in nodes.iter().enumerate() {
            for next in [place - self.width, place - 1, place + 1, place + self.width] {
                if self.cells[next] == b'#' || ends.contains(&(number, next)) {
                    continue;
                }
                let (corridor, end) = self.follow(place, next)?;
                let ends_of = |one: &Corridor| (one.from.min(one.to), one.from.max(one.to));
                if corridors.iter().any(|other| ends_of(other) == ends_of(&corridor)) {
                    return Err("two corridors join the same two junctions");
                }
                corridors.push(corridor);
                ends.push(end);
            }
        }
        Ok(corridors)
    }

    /// Follows a corridor from a node. Gives the corridor, and its other end: the node there, and the place
    /// before it.
    fn follow(&self, start: usize, next: usize) -> Result<(Corridor, (usize, usize)), Fault> {
        let (mut before, mut place, mut length) = (start, next, 1);
        // Whether there is a slope that lets one pass in this direction, or back.
        let (mut onward, mut back) = (false, false);
        loop {
            // The places of both neighbours add up to `2 * place + sum`.
            let next = (2 * place).wrapping_add_signed(self.sums[place].into()).wrapping_sub(before);
            match self.marks[place] {
                PLAIN => {}
                SLOPE => {
                    let below = place + if self.cells[place] == b'>' { 1 } else { self.width };
                    onward |= below == next;
                    back |= below == before;
                    if below != next && below != before {
                        return Err("a slope leads into the wall of its corridor");
                    }
                }
                _ => break,
            }
            (before, place) = (place, next);
            length += 1;
        }
        let [from, to] = [start, place].map(|place| usize::from(self.marks[place]) - 1);
        onward |= from == ENTRANCE || to == EXIT;
        back |= from == EXIT || to == ENTRANCE;
        if from == to || onward == back {
            return Err("a corridor is a loop, or its slopes do not give it one direction");
        }
        let corridor =
            if onward { Corridor { from, to, length } } else { Corridor { from: to, to: from, length } };
        Ok((corridor, (to, before)))
    }
}

/// Checks that the graph is connected and has no directed cycle, and puts its corridors in order.
fn in_order(mut corridors: Vec<Corridor>, nodes: usize) -> Result<Input, Fault> {
    let mut connected = 1_u64 << ENTRANCE;
    for _ in 0..nodes {
        for corridor in &corridors {
            let ends = 1 << corridor.from | 1 << corridor.to;
            connected |= if connected & ends != 0 { ends } else { 0 };
        }
    }
    if connected != (1 << nodes) - 1 {
        return Err("the corridors are not connected");
    }
    let mut sources = [0_u64; MOST_NODES];
    for corridor in &corridors {
        sources[corridor.to] |= 1 << corridor.from;
    }
    let mut ranks = [0; MOST_NODES];
    let mut left = connected;
    for rank in 0..nodes {
        let node = ones(left).find(|&node| sources[node] & left == 0);
        let node = node.ok_or("the slopes lead round in a ring")?;
        ranks[node] = rank;
        left &= !(1 << node);
    }
    corridors.sort_unstable_by_key(|corridor| ranks[corridor.from]);
    Ok(Input { nodes, corridors })
}

/// The longest path downhill.
pub fn part1(maze: &Input) -> Option<u32> {
    let mut longest = vec![None; maze.nodes];
    longest[ENTRANCE] = Some(0);
    for corridor in &maze.corridors {
        let length = longest[corridor.from].map(|length| length + corridor.length);
        longest[corridor.to] = longest[corridor.to].max(length);
    }
    longest[EXIT]
}

/// The longest path over plain slopes.
pub fn part2(maze: &Input) -> Option<u32> {
    let mut neighbours = vec![Vec::new(); maze.nodes];
    for &Corridor { from, to, length } in &maze.corridors {
        neighbours[from].push((to, length));
        neighbours[to].push((from, length));
    }
    let (&(first, before), &(last, after)) = (neighbours[ENTRANCE].first()?, neighbours[EXIT].first()?);
    if first == EXIT {
        return Some(before);
    }
    neighbours.iter_mut().for_each(|list| list.retain(|&(to, _)| to != ENTRANCE && to != EXIT));
    if first == last {
        return Some(before + after);
    }
    Some(before + longest_path(&neighbours, first, last)? + after)
}

/// The longest path between two different junctions.
fn longest_path(neighbours: &[Vec<(usize, u32)>], first: usize, last: usize) -> Option<u32> {
    let mut ranks = vec![0; neighbours.len()];
    let (mut found, mut done) = (vec![first], 0);
    while let Some(&node) = found.get(done) {
        ranks[node] = done;
        done += 1;
        for &(to, _) in &neighbours[node] {
            if !found.contains(&to) {
                found.push(to);
            }
        }
    }
    let mut sweep = Sweep::default();
    // There are hundreds of states: the tables need not grow to that size first.
    sweep.states.reserve(512);
    sweep.spare.reserve(512);
    let [start, end] = [first, last].map(|node| sweep.meet(node));
    sweep.states.insert(with_mate(with_mate(0, start, end), end, start), 0);
    // A junction that adds few others comes first; of those that add as many, the one nearest to the start.
    let cost = |sweep: &Sweep, node: usize| {
        let added = neighbours[node].iter().filter(|(to, _)| sweep.met >> to & 1 == 0).count();
        (added, ranks[node])
    };
    while let Some(&(node, place)) = sweep.frontier.iter().min_by_key(|(node, _)| cost(&sweep, *node)) {
        sweep.deal_with(node, place, &neighbours[node]);
    }
    sweep.longest
}

/// All states when some junctions have been dealt with.
#[derive(Default)]
struct Sweep {
    /// The junctions met but not dealt with, each with its place in the states.
    frontier: Vec<(usize, usize)>,
    /// The junctions met, as bits, and the places in use.
    met: u64,
    used: u32,
    /// The greatest length that leads to each state.
    states: Map<State, u32>,
    /// An empty table, whose memory is used again.
    spare: Map<State, u32>,
    /// The longest ring that has been closed.
    longest: Option<u32>,
}

impl Sweep {
    /// Adds a junction to the frontier, and gives its place in the states.
    fn meet(&mut self, node: usize) -> usize {
        let place = self.used.trailing_ones() as usize;
        self.used |= 1 << place;
        self.met |= 1 << node;
        self.frontier.push((node, place));
        place
    }

    /// Adds those of some junctions that have not been met. Gives what they add to each state: they are on no
    /// path.
    fn meet_all(&mut self, neighbours: &[(usize, u32)]) -> State {
        let mut added = 0;
        for &(to, _) in neighbours {
            if self.met >> to & 1 == 0 {
                let place = self.meet(to);
                added = with_mate(added, place, place);
            }
        }
        added
    }

    /// Takes a junction out of the frontier, and chooses corridors from it in all ways.
    fn deal_with(&mut self, node: usize, place: usize, neighbours: &[(usize, u32)]) {
        let added = self.meet_all(neighbours);
        self.frontier.retain(|&(other, _)| other != node);
        self.used &= !(1 << place);
        let place_of = |to| self.frontier.iter().find(|(other, _)| *other == to).map(|(_, place)| *place);
        let corridors: Vec<(usize, u32)> =
            neighbours.iter().filter_map(|&(to, length)| Some((place_of(to)?, length))).collect();
        let is_open =
            |state| self.frontier.iter().any(|(_, place)| ![*place, INSIDE].contains(&mate(state, *place)));
        let mut states = replace(&mut self.states, take(&mut self.spare));
        for (state, length) in states.drain() {
            choose(state | added, place, &corridors, |Joined { state, is_closed }, more| {
                let (state, length) = (with_mate(state, place, 0), length + more);
                if !is_closed {
                    let longest = self.states.entry(state).or_insert(length);
                    *longest = length.max(*longest);
                } else if !is_open(state) {
                    self.longest = self.longest.max(Some(length));
                }
            });
        }
        self.spare = states;
    }
}

/// Calls back with each choice of corridors from a junction, and their length. In the end the path takes two
/// corridors of the junction, or none.
#[inline(always)]
fn choose(state: State, place: usize, corridors: &[(usize, u32)], mut call: impl FnMut(Joined, u32)) {
    let own = mate(state, place);
    if own == INSIDE || own == place {
        call(Joined { state, is_closed: false }, 0);
    }
    if own == INSIDE {
        return;
    }
    for (at, &(to, length)) in corridors.iter().enumerate() {
        let Some(joined) = join(state, place, to) else { continue };
        if own != place {
            call(joined, length);
            continue;
        }
        for &(other, more) in &corridors[at + 1..] {
            if let Some(joined) = join(joined.state, place, other) {
                call(joined, length + more);
            }
        }
    }
}

/// The mates of the junctions in the frontier: five bits for each place, with 0 where no junction is.
///
/// A frontier is never longer than 25. It begins with two junctions. Each junction that is dealt with adds
/// three at most and then leaves, so after `i` of them it has at most `2 + 2i` junctions. It also has at most
/// `36 - i`. The lesser of both is 24 at most, and the junction that is being dealt with is one more. A new
/// junction takes the lowest free place. So all places are below 25, and the mates take 125 bits.
type State = u128;

const BITS: usize = 5;
/// The mate of what is inside a path.
const INSIDE: usize = 31;

fn mate(state: State, place: usize) -> usize {
    (state >> (BITS * place)) as usize & INSIDE
}

fn with_mate(state: State, place: usize, mate: usize) -> State {
    let mask = (INSIDE as State) << (BITS * place);
    state & !mask | (mate as State) << (BITS * place)
}

/// A state after a corridor has been taken, and whether that closes a ring.
struct Joined {
    state: State,
    is_closed: bool,
}

/// Takes the corridor between two places, if neither is inside a path.
#[inline(always)]
fn join(state: State, one: usize, other: usize) -> Option<Joined> {
    let (first, last) = (mate(state, one), mate(state, other));
    if first == INSIDE || last == INSIDE {
        return None;
    }
    let mut state = state;
    for (place, mate) in [(one, first), (other, last)] {
        if mate != place {
            state = with_mate(state, place, INSIDE);
        }
    }
    let is_closed = first == other;
    if !is_closed {
        state = with_mate(with_mate(state, first, last), last, first);
    }
    Some(Joined { state, is_closed })
}
