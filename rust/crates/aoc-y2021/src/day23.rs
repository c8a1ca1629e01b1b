//! [Amphipod](https://adventofcode.com/2021/day/23): the least energy that brings every amphipod home, with
//! two rows of rooms and with four.
//!
//! **Detours.** An amphipod that has to leave its room goes up, across and down in every solution. Only a
//! stop beyond this path costs more: twice the distance between the stop and the path. So the search
//! minimises these detours, and the rest of the energy is added at the end. Going home takes no detour and is
//! never in the way, so an amphipod that can go home does so at once. A state is then the hallway and how
//! many have yet to leave each room; a move takes the next one out. This is Dijkstra's algorithm.
//!
//! **Dead states**, from which not all get home, are nearly all in part 2. Two rules find most of them:
//!
//! - Two amphipods in the hallway never get home if each has to pass the other.
//! - The rooms are emptied in some order. Suppose that some are empty, and that all amphipods in the hallway
//!   have gone home to them, except for those behind one that stays. A room can be the next only if the free
//!   places on both sides of it are enough for all who leave it and cannot go home. If they are, suppose that
//!   it is empty as well. With more rooms empty there are only more free places, so the order does not
//!   matter. If a room is left, the state is dead.
//!
//! Assumes the domain. Every burrow can be solved in part 1, and all but 307 of the 2,520 in part 2.

use aoc_core::bits::ones;
use aoc_core::hash::Map;
use aoc_core::text::{InputError, Reader};

/// The kinds in a row of the rooms; A is 0.
type Row = [usize; 4];

/// Reads the five lines of the map, for the two rows of the rooms.
pub fn parse(text: &str) -> Result<[Row; 2], InputError> {
    let mut reader = Reader::new(text);
    let mut seen = [0; 4];
    for line in ["#############", "#...........#"] {
        reader.literal(line)?;
        reader.newline()?;
    }
    let upper = row(&mut reader, "###", "###", &mut seen)?;
    let lower = row(&mut reader, "  #", "#", &mut seen)?;
    reader.literal("  #########")?;
    reader.end()?;
    Ok([upper, lower])
}

fn row(reader: &mut Reader, before: &str, after: &str, seen: &mut Row) -> Result<Row, InputError> {
    reader.literal(before)?;
    let mut row = [0; 4];
    for (room, kind) in row.iter_mut().enumerate() {
        if room > 0 {
            reader.literal("#")?;
        }
        let at = reader.at();
        *kind = reader.one_of(&["A", "B", "C", "D"])?;
        seen[*kind] += 1;
        if seen[*kind] > 2 {
            return Err(reader.error("each letter twice", at));
        }
    }
    reader.literal(after)?;
    reader.newline()?;
    Ok(row)
}

/// The least energy for the map as it is.
pub fn part1(rows: &[Row; 2]) -> Option<usize> {
    Burrow::new(rows).least_energy()
}

/// The least energy with two more rows in the middle.
pub fn part2(&[upper, lower]: &[Row; 2]) -> Option<usize> {
    Burrow::new(&[upper, [3, 2, 1, 0], [3, 1, 0, 2], lower]).least_energy()
}

/// The energy of a step, by kind.
const STEP: [usize; 4] = [1, 10, 100, 1000];

/// The columns of the places where one may stop, and of the rooms: room r is between places r + 1 and r + 2.
const PLACES: [usize; 7] = [0, 1, 3, 5, 7, 9, 10];
const ROOMS: [usize; 4] = [2, 4, 6, 8];

/// Steps in the hallway from room to room without a detour. One who only makes way goes one out and one back.
fn across(from: usize, to: usize) -> usize {
    ROOMS[from].abs_diff(ROOMS[to]).max(2)
}

/// Who is in the hallway, and how many have to leave each room.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct State {
    /// Seven bits for each kind, one for each place.
    hall: u32,
    /// A byte for each room.
    leaving: u32,
}

impl State {
    fn leaving(self, room: usize) -> usize {
        (self.leaving >> (8 * room) & 7) as usize
    }
}

/// The free places that can be reached from a room.
#[derive(Clone, Copy)]
struct Reach {
    first: usize,
    end: usize,
}

impl Reach {
    fn new(hall: u32, room: usize) -> Self {
        let taken = (hall | hall >> 7 | hall >> 14 | hall >> 21) & 127;
        let left = taken & ((4 << room) - 1);
        let right = (taken | 128) >> (room + 2);
        Reach {
            first: (u32::BITS - left.leading_zeros()) as usize,
            end: room + 2 + right.trailing_zeros() as usize,
        }
    }

    /// The rooms that it leads to, as bits.
    fn rooms(self) -> usize {
        ((2 << self.end) - (1 << self.first)) >> 2 & 15
    }

    /// The taken places next to it on both sides.
    fn beside(self) -> u32 {
        (1 << self.end | 1 << self.first >> 1) & 127
    }
}

/// By kind and place, as a bit of the hall: those that it would have to pass, and that would have to pass it.
static DEADLOCKS: [u32; 28] = {
    let mut deadlocks = [0; 28];
    let mut at = 0;
    while at < 28 * 28 {
        let (one, other) = (at / 28, at % 28);
        let (left, right) = (PLACES[one % 7], PLACES[other % 7]);
        if left < right && ROOMS[one / 7] > right && ROOMS[other / 7] < left {
            deadlocks[one] |= 1 << other;
            deadlocks[other] |= 1 << one;
        }
        at += 1;
    }
    deadlocks
};

struct Burrow {
    /// The kinds that have to leave each room, the last to leave first.
    rooms: [Vec<usize>; 4],
    /// By room, by how many have to leave it and by the kinds that can go home, as bits: how many of those
    /// cannot.
    stay: [[[usize; 16]; 5]; 4],
    /// The energy of all paths without detours.
    unavoidable: usize,
}

impl Burrow {
    fn new(rows: &[Row]) -> Self {
        let mut burrow = Burrow { rooms: Default::default(), stay: Default::default(), unavoidable: 0 };
        let mut coming = [0; 4];
        for (room, leaving) in burrow.rooms.iter_mut().enumerate() {
            for (depth, row) in rows.iter().enumerate().rev() {
                let kind = row[room];
                if kind != room || !leaving.is_empty() {
                    let stay = burrow.stay[room][leaving.len()];
                    leaving.push(kind);
                    burrow.stay[room][leaving.len()] =
                        std::array::from_fn(|home| stay[home] + (!home >> kind & 1));
                    coming[kind] += 1;
                    burrow.unavoidable += STEP[kind] * (depth + 1 + across(room, kind) + coming[kind]);
                }
            }
        }
        burrow
    }

    /// Dijkstra's algorithm on detours.
    fn least_energy(&self) -> Option<usize> {
        let leaving = self.rooms.iter().rev().fold(0, |leaving, room| leaving << 8 | room.len() as u32);
        let start = self.settled(State { hall: 0, leaving });
        let mut least = Map::with_capacity_and_hasher(1 << 14, Default::default());
        // By what its detours cost, each state that was found, and may be found again for less.
        let mut found = vec![vec![start]];
        let mut detours = 0;
        while detours < found.len() {
            let Some(state) = found[detours].pop() else {
                detours += 1;
                continue;
            };
            if let State { hall: 0, leaving: 0 } = state {
                return Some(self.unavoidable + detours);
            }
            if self.is_dead(state) {
                continue;
            }
            let deadlocks = ones(state.hall).fold(0, |all, at| all | DEADLOCKS[at]);
            for room in (0..4).filter(|&room| state.leaving(room) > 0) {
                let kind = self.rooms[room][state.leaving(room) - 1];
                let reach = Reach::new(state.hall, room);
                let allowed = |place: &usize| deadlocks >> (7 * kind + place) & 1 == 0;
                for place in (reach.first..reach.end).filter(allowed) {
                    let hall = state.hall | 1 << (7 * kind + place);
                    let after = self.settled(State { hall, leaving: state.leaving - (1 << (8 * room)) });
                    let steps = PLACES[place].abs_diff(ROOMS[room]) + PLACES[place].abs_diff(ROOMS[kind]);
                    let detours = detours + STEP[kind] * (steps - across(room, kind));
                    let known = least.entry(after).or_insert(usize::MAX);
                    if detours < *known {
                        *known = detours;
                        found.resize_with(found.len().max(detours + 1), Vec::new);
                        found[detours].push(after);
                    }
                }
            }
        }
        None
    }

    /// The state when all that can go home have gone.
    fn settled(&self, mut state: State) -> State {
        loop {
            let before = state;
            for home in (0..4).filter(|&home| before.leaving(home) == 0) {
                let reach = Reach::new(state.hall, home);
                state.hall &= !(reach.beside() << (7 * home));
                for room in ones(reach.rooms() as u64) {
                    let leaving = state.leaving(room);
                    if leaving > 0 && self.rooms[room][leaving - 1] == home {
                        state.leaving -= 1 << (8 * room);
                    }
                }
            }
            if state == before {
                return state;
            }
        }
    }

    /// Whether not all rooms can be emptied any more, as far as the second rule tells.
    fn is_dead(&self, state: State) -> bool {
        let mut hall = state.hall;
        let mut empty: usize = (0..4).map(|room| usize::from(state.leaving(room) == 0) << room).sum();
        loop {
            let before = (hall, empty);
            for room in 0..4 {
                let reach = Reach::new(hall, room);
                if empty >> room & 1 == 1 {
                    hall &= !(reach.beside() << (7 * room));
                } else {
                    let stay = self.stay[room][state.leaving(room)][empty & reach.rooms()];
                    empty |= usize::from(stay <= reach.end - reach.first) << room;
                }
            }
            if (hall, empty) == before {
                return empty != 15;
            }
        }
    }
}
