//! [Amphipod](https://adventofcode.com/2021/day/23): the least energy that brings every amphipod home is found by a
//! search for the least detours, which leaves out states that it can tell are dead.
//!
//! **Detours.** An amphipod that has to leave its room goes up, across and down in every solution. Only a stop that
//! is off this path costs more: twice its distance from the path. So the search minimises the detours, and the rest
//! of the energy is added at the end. Going home takes no detour and never hurts, so an amphipod that can go home
//! does so at once. A state is then what stands on the seven places of the hallway, and how many have yet to leave
//! each room. A move takes the next amphipod out of a room. States come in the order of their detours from a bucket
//! queue, and a hash table knows the states that were seen.
//!
//! **Deadlocks.** In part 2 nearly all states are dead: with the first of these rules alone the search visits 36,000
//! states on a real input, of which 59 lead home. Both rules hold in dead states only, and together they leave 3,000.
//!
//! - Two amphipods in the hallway that each have to pass the other never will.
//! - The rooms are emptied in some order. Suppose that some of them are empty, by whatever moves. Let every amphipod
//!   whose home is one of these leave the hallway, unless its path is blocked by one that stays; an amphipod stays,
//!   and has not moved, if its home is not empty or its path is blocked. Now let room r be emptied next. Once it is
//!   empty, those that had to leave it are in the hallway, between the nearest amphipods on either side that stay,
//!   except for those that could go home. So are those from the rooms that were emptied before, if no amphipod stays
//!   between these rooms and r. Each needs a place there. If no order of the rooms has places enough every time, the
//!   state is dead.
//!
//! Assumes nothing beyond the domain. All 2,520 starts can be solved in part 1, and all but 307 in part 2. This, and
//! the answers, were compared with a search through the literal moves of the puzzle, without any of the above.

use std::array;
use std::mem;

use aoc_core::bits::ones;
use aoc_core::search::BucketQueue;
use aoc_core::text::{InputError, Reader};

/// The kinds in the two rows of the rooms; A is 0.
pub struct Input {
    rows: [[u8; 4]; 2],
}

/// Reads the five lines of the map.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut seen = [0; 4];
    let mut row = |reader: &mut Reader, before, after| {
        reader.literal(before)?;
        let mut row = [0; 4];
        for (room, kind) in row.iter_mut().enumerate() {
            if room > 0 {
                reader.literal("#")?;
            }
            match reader.peek() {
                Some(letter @ b'A'..=b'D') if seen[usize::from(letter - b'A')] < 2 => {
                    *kind = letter - b'A';
                    seen[usize::from(*kind)] += 1;
                    reader.skip(1);
                }
                _ => return Err(reader.error("a letter from A to D, each twice in all", reader.at())),
            }
        }
        reader.literal(after)?;
        reader.newline()?;
        Ok(row)
    };
    reader.literal("#############")?;
    reader.newline()?;
    reader.literal("#...........#")?;
    reader.newline()?;
    let rows = [row(&mut reader, "###", "###")?, row(&mut reader, "  #", "#")?];
    reader.literal("  #########")?;
    reader.end()?;
    Ok(Input { rows })
}

/// The least energy for the map as it is.
pub fn part1(input: &Input) -> Option<u32> {
    let [upper, lower] = input.rows;
    least_energy(&[upper, lower])
}

/// The least energy with two more rows in the middle.
pub fn part2(input: &Input) -> Option<u32> {
    let [upper, lower] = input.rows;
    least_energy(&[upper, [3, 2, 1, 0], [3, 1, 0, 2], lower])
}

fn least_energy(rows: &[[u8; 4]]) -> Option<u32> {
    let burrow = Burrow::new(rows);
    burrow.least_detours().map(|detours| burrow.unavoidable + detours)
}

const STEP: [u32; 4] = [1, 10, 100, 1000];

/// Where the places of the hallway are, and where the rooms are.
const PLACES: [u32; 7] = [0, 1, 3, 5, 7, 9, 10];
const ROOMS: [u32; 4] = [2, 4, 6, 8];

/// What can be reached from the rooms when some places are taken.
#[derive(Clone, Copy)]
struct Reach {
    /// The free places: seven bits for each room.
    free: u32,
    /// The same and the first taken places on both sides.
    near: u32,
    /// How many places are free: a byte for each room.
    space: u32,
    /// The rooms: four bits for each room.
    rooms: u32,
    /// The other rooms: by room, a byte for each that is 1 or 0.
    beside: [u32; 4],
}

/// By taken places.
static REACH: [Reach; 128] = {
    let mut reach = [Reach { free: 0, near: 0, space: 0, rooms: 0, beside: [0; 4] }; 128];
    let mut at = 0;
    while at < 128 * 4 {
        let (taken, room) = (at / 4, at % 4);
        // The places next to the room are `room + 1` and `room + 2`.
        let (mut first, mut end) = (room + 2, room + 2);
        while first > 0 && taken >> (first - 1) & 1 == 0 {
            first -= 1;
        }
        while end < 7 && taken >> end & 1 == 0 {
            end += 1;
        }
        let free = (1 << end) - (1 << first);
        reach[taken].free |= free << (7 * room);
        reach[taken].near |= ((free | free << 1 | free >> 1 | 3 << (room + 1)) & 127) << (7 * room);
        reach[taken].space |= ((end - first) as u32) << (8 * room);
        let mut other = 0;
        while other < 4 {
            if first <= other + 2 && other + 2 <= end {
                reach[taken].rooms |= 1 << (4 * room + other);
                if other != room {
                    reach[taken].beside[room] |= 1 << (8 * other);
                }
            }
            other += 1;
        }
        at += 1;
    }
    reach
};

/// The amphipods that one has to pass while they have to pass it: by its kind and place, seven bits for each kind.
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

/// The energy spent on a detour by room, kind and place.
static DETOURS: [[[u32; 7]; 4]; 4] = {
    let mut detours = [[[0; 7]; 4]; 4];
    let mut at = 0;
    while at < 4 * 4 * 7 {
        let (room, kind, place) = (at / 28, at / 7 % 4, at % 7);
        let steps = PLACES[place].abs_diff(ROOMS[room]) + PLACES[place].abs_diff(ROOMS[kind]);
        detours[room][kind][place] = STEP[kind] * (steps - across(room, kind));
        at += 1;
    }
    detours
};

/// The steps in the hallway without a detour; an amphipod that only makes way takes one out and one back.
const fn across(room: usize, kind: usize) -> u32 {
    if room == kind { 2 } else { ROOMS[room].abs_diff(ROOMS[kind]) }
}

/// What stands in the hallway, and how many have to leave each room.
#[derive(Clone, Copy, PartialEq, Eq)]
struct State {
    /// Seven bits for each kind, one for each place.
    hall: u32,
    /// A byte for each room.
    leaving: u32,
}

impl State {
    const DONE: State = State { hall: 0, leaving: 0 };

    /// The taken places.
    fn taken(self) -> usize {
        ((self.hall | self.hall >> 7 | self.hall >> 14 | self.hall >> 21) & 127) as usize
    }

    fn leaving(self, room: usize) -> usize {
        (self.leaving >> (8 * room) & 7) as usize
    }

    /// The rooms that no amphipod has to leave any more.
    fn empty_rooms(self) -> usize {
        no_more(self.leaving, 0)
    }

    /// The amphipods in the hallway whose home is one of these rooms, and whose path there is free.
    fn going_to(self, rooms: usize) -> u32 {
        self.hall & REACH[self.taken()].near & SEVENS[rooms]
    }
}

/// Which of four bytes, all below 128, are no more than those of the other word: a bit for each.
fn no_more(bytes: u32, than: u32) -> usize {
    let fit = ((than | 0x8080_8080) - bytes) & 0x8080_8080;
    ((fit >> 7).wrapping_mul(0x0102_0408) >> 24 & 15) as usize
}

/// Seven ones for every one in four bits.
static SEVENS: [u32; 16] = {
    let mut masks = [0; 16];
    let mut at = 0;
    while at < 16 * 4 {
        let (set, room) = (at / 4, at % 4);
        if set >> room & 1 == 1 {
            masks[set] |= 127 << (7 * room);
        }
        at += 1;
    }
    masks
};

/// By a set of rooms and further rooms: the sets with one of these added, as bits of a word.
static WITH_ONE_OF: [[u16; 16]; 16] = {
    let mut sets = [[0; 16]; 16];
    let mut at = 0;
    while at < 16 * 16 * 4 {
        let (set, more, room) = (at / 64, at / 4 % 16, at % 4);
        if more >> room & 1 == 1 && set >> room & 1 == 0 {
            sets[set][more] |= 1 << (set | 1 << room);
        }
        at += 1;
    }
    sets
};

/// Which amphipods have to leave which room.
struct Burrow {
    /// At the start.
    start: State,
    /// By room and how many still leave it, the next to leave.
    next: [[u8; 5]; 4],
    /// The same, and by the kinds that can go home, how many of them cannot.
    staying: [[[u8; 16]; 5]; 4],
    /// The energy of all paths without detours.
    unavoidable: u32,
}

impl Burrow {
    fn new(rows: &[[u8; 4]]) -> Self {
        let mut burrow =
            Burrow { start: State::DONE, next: [[0; 5]; 4], staying: [[[0; 16]; 5]; 4], unavoidable: 0 };
        let mut coming = [0; 4];
        for room in 0..4 {
            let mut leaving = 0;
            for (depth, row) in rows.iter().enumerate().rev() {
                let kind = usize::from(row[room]);
                if leaving == 0 && kind == room {
                    continue;
                }
                leaving += 1;
                burrow.next[room][leaving] = row[room];
                burrow.staying[room][leaving] = array::from_fn(|going| {
                    burrow.staying[room][leaving - 1][going] + (!going >> kind & 1) as u8
                });
                coming[kind] += 1;
                burrow.unavoidable += STEP[kind] * (depth as u32 + 1 + across(room, kind) + coming[kind]);
            }
            burrow.start.leaving |= (leaving as u32) << (8 * room);
        }
        burrow
    }

    /// Sends home all that can go there.
    fn settle(&self, mut state: State) -> State {
        loop {
            let empty = state.empty_rooms();
            let rooms = REACH[state.taken()].rooms;
            let mut after = State { hall: state.hall & !state.going_to(empty), ..state };
            for room in (0..4).filter(|room| empty >> room & 1 == 0) {
                let kind = self.next[room][state.leaving(room)];
                let goes = empty as u32 & rooms >> (4 * room);
                after.leaving -= (goes >> kind & 1) << (8 * room);
            }
            if after == state {
                return state;
            }
            state = after;
        }
    }

    /// Whether there is an order in which the rooms can be emptied, as far as the second rule tells.
    fn may_be_solved(&self, state: State) -> bool {
        let staying: [_; 4] = array::from_fn(|room| &self.staying[room][state.leaving(room)]);
        let empty_now = state.empty_rooms();
        // Sets of rooms that may be empty at a time, and are yet to be looked at.
        let mut sets = 1u16 << empty_now;
        while sets != 0 {
            let empty = sets.ilog2() as usize;
            if empty == 15 {
                return true;
            }
            sets ^= 1 << empty;
            // Once is nearly always enough.
            let mut then = State { hall: state.hall & !state.going_to(empty), ..state };
            while then.going_to(empty) != 0 {
                then.hall &= !then.going_to(empty);
            }
            let reach = &REACH[then.taken()];
            let stay: [u32; 4] = array::from_fn(|room| {
                staying[room][empty & (reach.rooms >> (4 * room)) as usize & 15].into()
            });
            let mut together = stay[0] | stay[1] << 8 | stay[2] << 16 | stay[3] << 24;
            for (room, stay) in stay.into_iter().enumerate() {
                let emptied = (empty ^ empty_now) as u32 >> room & 1;
                together += stay * emptied * reach.beside[room];
            }
            sets |= WITH_ONE_OF[empty][no_more(together, reach.space)];
        }
        false
    }

    /// The least energy spent on detours, if all can get home.
    fn least_detours(&self) -> Option<u32> {
        // Detours are even, which leaves every other list out.
        let mut queue = BucketQueue::default();
        let mut seen = Table { slots: vec![Table::FREE; 1 << 12], used: 0 };
        queue.push(0, self.settle(self.start));
        while let Some((half, state)) = queue.pop() {
            let detours = 2 * half as u32;
            if state == State::DONE {
                return Some(detours);
            }
            if !self.may_be_solved(state) {
                continue;
            }
            let taken = state.taken();
            let deadlocks = ones(state.hall).fold(0, |all, at| all | DEADLOCKS[at]);
            for room in (0..4).filter(|&room| state.leaving(room) > 0) {
                let kind = usize::from(self.next[room][state.leaving(room)]);
                let leaving = state.leaving - (1 << (8 * room));
                let settled = no_more(leaving, 0) == 0;
                for place in ones(REACH[taken].free >> (7 * room) & !(deadlocks >> (7 * kind)) & 127) {
                    let mut after = State { hall: state.hall | 1 << (7 * kind + place), leaving };
                    if !settled {
                        after = self.settle(after);
                    } else if no_more(leaving, REACH[taken | 1 << place].space) == 0 {
                        // What the second rule says of the first room, quickly.
                        continue;
                    }
                    let detours = detours + DETOURS[room][kind][place];
                    if seen.lessens(after, detours) {
                        queue.push(detours as usize / 2, after);
                    }
                }
            }
        }
        None
    }
}

/// The least detours by state: a table with open addressing.
struct Table {
    /// A state, and half its detours in the lowest bits.
    slots: Vec<u64>,
    used: usize,
}

impl Table {
    const FREE: u64 = u64::MAX;
    const DETOUR_BITS: u32 = 20;

    /// Notes the detours of a state, unless no more are known.
    fn lessens(&mut self, state: State, detours: u32) -> bool {
        let rooms = state.leaving | state.leaving >> 4;
        let key = u64::from(state.hall) << 16 | u64::from(rooms & 0xFF | rooms >> 8 & 0xFF00);
        let slot = key << Self::DETOUR_BITS | u64::from(detours / 2);
        let at = self.find(slot);
        let before = mem::replace(&mut self.slots[at], slot);
        if before == Self::FREE {
            self.used += 1;
            if 4 * self.used > 3 * self.slots.len() {
                self.grow();
            }
        } else if before <= slot {
            self.slots[at] = before;
            return false;
        }
        true
    }

    /// Where the state of a slot is, or is to be.
    fn find(&self, slot: u64) -> usize {
        let key = slot >> Self::DETOUR_BITS;
        let mask = self.slots.len() - 1;
        let mut at = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & mask;
        while self.slots[at] >> Self::DETOUR_BITS != key && self.slots[at] != Self::FREE {
            at = (at + 1) & mask;
        }
        at
    }

    #[cold]
    fn grow(&mut self) {
        let slots = vec![Self::FREE; 4 * self.slots.len()];
        for slot in mem::replace(&mut self.slots, slots) {
            if slot != Self::FREE {
                let at = self.find(slot);
                self.slots[at] = slot;
            }
        }
    }
}
