//! [Amphipod](https://adventofcode.com/2021/day/23): amphipods of four kinds live in four side rooms of a hallway. Each
//! may move out of a room once, to a place of the hallway that is in front of no room, and from there into the room of
//! its kind, if nobody has to leave that any more. A step costs 1, 10, 100 or 1000. What does it take at least to bring
//! all home? In part 2 there are two more rows of amphipods in the rooms.
//!
//! **Detours.** Everybody who has to leave a room goes up, across and down, whatever happens; only a stop that is not on
//! the way costs more, by twice the detour. So the search is for the least detours, all else is added afterwards. Going
//! home costs no detour and is never a mistake, so who can go home does so at once. A state is then what stands on the
//! seven places and how many have to leave each room, and a move is to take the next one out of a room. States are
//! visited in the order of their detours, from lists by detour; a table knows the states that were seen.
//!
//! **Deadlocks.** In part 2 next to all states are dead: of 36,000 that are within reach on a real input, all but 60 never
//! lead home. Two rules, both of which are only true of dead states, leave some 3,000.
//!
//! - Two in the hallway that each have to pass the other never will.
//! - The rooms will be emptied in some order. Let some rooms be empty, by any means, and let all whose kinds they
//!   belong to have left the hallway, but for those behind somebody who stays. Who stays has not moved since now,
//!   because their rooms are not empty. Now let room r be the next to be emptied. At the moment when it is, everybody
//!   who was in it stands in the hallway, between the first on either side who stay, but those who could go home; and
//!   so do they who came out of rooms emptied before, if nobody stays between those rooms and r. They need that many
//!   places. If there is no order in which they have them each time, the state is dead.
//!
//! Assumes nothing beyond the domain. Of the 2,520 starts, 307 cannot be solved in part 2, and all can in part 1. The
//! answers to all were compared with those of a search through the literal moves of the puzzle. Python searches with a
//! heap and the first rule only; Haskell deepens the allowed detour step by step.

use std::array;
use std::iter;
use std::mem;

use crate::text::{InputError, Reader};

/// Who is in the two rows of the rooms; A is 0.
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
                _ => {
                    return Err(
                        reader.refuse("expected a letter from A to D, each twice in all", reader.at())
                    );
                }
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
pub fn part1(input: &Input) -> String {
    let [upper, lower] = input.rows;
    least_energy(&[upper, lower])
}

/// The least energy with two more rows in the middle.
pub fn part2(input: &Input) -> String {
    let [upper, lower] = input.rows;
    least_energy(&[upper, [3, 2, 1, 0], [3, 1, 0, 2], lower])
}

fn least_energy(rows: &[[u8; 4]]) -> String {
    let burrow = Burrow::new(rows);
    burrow.least_detours().map_or("no way home".into(), |detours| (burrow.unavoidable + detours).to_string())
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
    /// How many places are free: four bits for each room.
    space: u32,
    /// The rooms: four bits for each room.
    rooms: u32,
}

/// By taken places.
static REACH: [Reach; 128] = {
    let mut reach = [Reach { free: 0, near: 0, space: 0, rooms: 0 }; 128];
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
        reach[taken].space |= ((end - first) as u32) << (4 * room);
        let mut other = 0;
        while other < 4 {
            if first <= other + 2 && other + 2 <= end {
                reach[taken].rooms |= 1 << (4 * room + other);
            }
            other += 1;
        }
        at += 1;
    }
    reach
};

/// Where others and somebody at a place would each have to pass the other: by his kind and place, in seven bits for each
/// kind.
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

/// The steps in the hallway without a detour: one out and one back for who only makes way.
const fn across(room: usize, kind: usize) -> u32 {
    if room == kind { 2 } else { ROOMS[room].abs_diff(ROOMS[kind]) }
}

/// What stands in the hallway, and how many have to leave each room.
#[derive(Clone, Copy, PartialEq, Eq)]
struct State {
    /// Seven bits for each kind, one for each place.
    hall: u32,
    /// Four bits for each room.
    leaving: u32,
}

impl State {
    const DONE: State = State { hall: 0, leaving: 0 };

    fn reach(self) -> &'static Reach {
        &REACH[((self.hall | self.hall >> 7 | self.hall >> 14 | self.hall >> 21) & 127) as usize]
    }

    fn leaving(self, room: usize) -> usize {
        (self.leaving >> (4 * room) & 15) as usize
    }

    /// The rooms that nobody has to leave.
    fn empty_rooms(self) -> usize {
        let some = self.leaving | self.leaving >> 1 | self.leaving >> 2;
        let none = !some & 0x1111;
        ((none | none >> 3 | none >> 6 | none >> 9) & 15) as usize
    }

    /// Whoever in the hallway has a free way to one of these rooms, and belongs there.
    fn going_to(self, rooms: usize) -> u32 {
        self.hall & self.reach().near & SEVENS[rooms]
    }

    /// Whether no room is empty and none can be emptied: what the second rule says of the first room, quickly.
    fn is_jammed(self) -> bool {
        self.empty_rooms() == 0 && ((self.reach().space | 0x8888) - self.leaving) & 0x8888 == 0
    }
}

/// Seven, and eight, ones for every one in four bits.
static SEVENS: [u32; 16] = spread(7);
static EIGHTS: [u32; 16] = spread(8);

const fn spread(width: usize) -> [u32; 16] {
    let mut masks = [0; 16];
    let mut at = 0;
    while at < 16 * 4 {
        if (at / 4) >> (at % 4) & 1 == 1 {
            masks[at / 4] |= ((1 << width) - 1) << (width * (at % 4));
        }
        at += 1;
    }
    masks
}

/// Who has to leave which room.
struct Burrow {
    /// At the start.
    start: State,
    /// By room and how many still leave it, the next to leave.
    next: [[u8; 5]; 4],
    /// The same, and by the kinds that can go home, how many of them cannot.
    staying: [[[u8; 16]; 5]; 4],
    /// The energy of all ways without detours.
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
            burrow.start.leaving |= (leaving as u32) << (4 * room);
        }
        burrow
    }

    /// Sends home who can go there.
    fn settle(&self, mut state: State) -> State {
        loop {
            let empty = state.empty_rooms();
            if empty == 0 {
                return state;
            }
            let rooms = state.reach().rooms;
            let mut after = State { hall: state.hall & !state.going_to(empty), ..state };
            for room in (0..4).filter(|room| empty >> room & 1 == 0) {
                let kind = self.next[room][state.leaving(room)];
                let goes = empty as u32 & rooms >> (4 * room) & 15;
                after.leaving -= (goes >> kind & 1) << (4 * room);
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
        // Sets of rooms that may be empty at a time, yet to be looked at.
        let mut sets = 1u32 << empty_now;
        while sets < 1 << 15 {
            if sets == 0 {
                return false;
            }
            let empty = sets.ilog2() as usize;
            sets ^= 1 << empty;
            let mut then = state;
            loop {
                let going = then.going_to(empty);
                if going == 0 {
                    break;
                }
                then.hall &= !going;
            }
            let &Reach { space, rooms, .. } = then.reach();
            let mut stay = 0;
            for room in 0..4 {
                stay |= u32::from(staying[room][empty & (rooms >> (4 * room)) as usize & 15]) << (8 * room);
            }
            for room in 0..4 {
                let beside = (empty ^ empty_now) & (rooms >> (4 * room)) as usize;
                let together = (stay & EIGHTS[beside | 1 << room]).wrapping_mul(0x0101_0101) >> 24;
                let fits = together <= space >> (4 * room) & 15;
                sets |= u32::from(fits) << (empty | 1 << room) & !(1 << empty);
            }
        }
        true
    }

    /// The least energy spent on detours, if all can get home.
    fn least_detours(&self) -> Option<u32> {
        let mut queue = Queue { lists: Vec::new(), entries: Vec::new(), now: 0 };
        let mut seen = Table { slots: vec![Table::FREE; 1 << 12], used: 0 };
        let start = self.settle(self.start);
        *seen.least(start) = 0;
        queue.push(0, start);
        while let Some((detours, state)) = queue.pop() {
            if state == State::DONE {
                return Some(detours);
            }
            if !self.may_be_solved(state) {
                continue;
            }
            let deadlocks = bits(state.hall).fold(0, |all, at| all | DEADLOCKS[at]);
            let free = state.reach().free;
            for room in (0..4).filter(|&room| state.leaving(room) > 0) {
                let kind = usize::from(self.next[room][state.leaving(room)]);
                for place in bits(free >> (7 * room) & !(deadlocks >> (7 * kind)) & 127) {
                    let after = self.settle(State {
                        hall: state.hall | 1 << (7 * kind + place),
                        leaving: state.leaving - (1 << (4 * room)),
                    });
                    if after.is_jammed() {
                        continue;
                    }
                    let detours = detours + DETOURS[room][kind][place];
                    let least = seen.least(after);
                    if detours < *least {
                        *least = detours;
                        queue.push(detours, after);
                    }
                }
            }
        }
        None
    }
}

/// The places of the ones.
fn bits(mut word: u32) -> impl Iterator<Item = usize> {
    iter::from_fn(move || {
        let at = word.trailing_zeros();
        word &= word.wrapping_sub(1);
        (at < 32).then_some(at as usize)
    })
}

/// States by detours, which are even.
struct Queue {
    /// The last entry of each list, or `END`.
    lists: Vec<u32>,
    /// States, and the entry before in the same list.
    entries: Vec<(State, u32)>,
    /// The list to take from.
    now: usize,
}

impl Queue {
    const END: u32 = u32::MAX;

    fn push(&mut self, detours: u32, state: State) {
        let list = (detours / 2) as usize;
        if list >= self.lists.len() {
            self.lists.resize(list + 1024, Self::END);
        }
        self.entries.push((state, self.lists[list]));
        self.lists[list] = self.entries.len() as u32 - 1;
    }

    fn pop(&mut self) -> Option<(u32, State)> {
        while *self.lists.get(self.now)? == Self::END {
            self.now += 1;
        }
        let (state, before) = self.entries[self.lists[self.now] as usize];
        self.lists[self.now] = before;
        Some((2 * self.now as u32, state))
    }
}

/// The least detours by state: a table with open addressing.
struct Table {
    slots: Vec<(u64, u32)>,
    used: usize,
}

impl Table {
    /// No state is this.
    const FREE: (u64, u32) = (u64::MAX, u32::MAX);

    /// The least detours of a state, `u32::MAX` if it is new.
    fn least(&mut self, state: State) -> &mut u32 {
        if 2 * self.used > self.slots.len() {
            let slots = vec![Self::FREE; 4 * self.slots.len()];
            for slot in mem::replace(&mut self.slots, slots) {
                if slot.0 != Self::FREE.0 {
                    let at = self.find(slot.0);
                    self.slots[at] = slot;
                }
            }
        }
        let key = u64::from(state.hall) << 16 | u64::from(state.leaving);
        let at = self.find(key);
        let (slot, least) = &mut self.slots[at];
        self.used += usize::from(*slot != key);
        *slot = key;
        least
    }

    /// Where a key is, or is to be.
    fn find(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != Self::FREE.0 {
            at = (at + 1) & mask;
        }
        at
    }
}
