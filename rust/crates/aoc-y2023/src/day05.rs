//! [If You Give A Seed A Fertilizer](https://adventofcode.com/2023/day/5): the least location that the listed
//! seeds end at (part 1), or all seeds in the listed ranges (part 2), after seven blocks of lines, each of
//! which moves a range.
//!
//! **Depth first.** Each line of a block is a segment of numbers. Each gap between lines is a segment too,
//! which moves nothing. So the segments of a block cover all numbers. A range is cut where segments begin,
//! and each piece is moved as its segment says. It goes on through the later blocks by itself, to the last
//! one, where its first number is a location:
//!
//! ```text
//! segments   0 ------- 4 | 5 ------- 9 | 10 ------- 19 | 20 ------- 2^32 - 1
//! range          3 ------------------------- 14
//! pieces         3 --- 4 | 5 ------- 9 | 10 - 14               the middle one is a whole segment
//! ```
//!
//! Only the first segment of a range is looked for; the others follow it.
//!
//! **A whole segment is answered once.** If blocks move many segments onto the same numbers, the number of
//! pieces grows exponentially. But the least location of a whole segment is always the same, so it is kept.
//! Only the first and the last piece of a range may be parts of segments. So a range has at most two such
//! parts in the first block, four in the second, and 2^7 in the last. The same holds for each of the few
//! hundred whole segments.

use std::hint::select_unpredictable;

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_SEEDS: usize = 40;
const MOST_LINES: usize = 60;
/// With a gap before each line and one behind the last.
const MOST_SEGMENTS: usize = 2 * MOST_LINES + 1;
const RANGES: &str = "ranges of at least one number below 2^32";
const HEADERS: [&str; 7] = [
    "seed-to-soil map:",
    "soil-to-fertilizer map:",
    "fertilizer-to-water map:",
    "water-to-light map:",
    "light-to-temperature map:",
    "temperature-to-humidity map:",
    "humidity-to-location map:",
];

/// The numbers in the first line, an even number of them, and the blocks.
pub struct Input {
    seeds: Vec<u32>,
    blocks: Vec<Block>,
}

/// Segments in the order of their numbers: the first and the last number of each, and what it adds to its
/// numbers modulo 2^32.
struct Block {
    firsts: Vec<u32>,
    lasts: Vec<u32>,
    offsets: Vec<u32>,
}

/// Reads the seeds and the blocks.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    reader.literal("seeds:")?;
    let mut seeds = Vec::with_capacity(MOST_SEEDS);
    let start = reader.at();
    while reader.peek() == Some(b' ') {
        reader.skip(1);
        seeds.push(number(&mut reader)?);
    }
    if !(2..=MOST_SEEDS).contains(&seeds.len()) || !seeds.len().is_multiple_of(2) {
        return Err(reader.error("2 to 40 numbers, which make pairs", start));
    }
    if seeds.chunks(2).any(|pair| range(pair[0], pair[1]).is_none()) {
        return Err(reader.error(RANGES, start));
    }
    let mut blocks = Vec::with_capacity(HEADERS.len());
    for header in HEADERS {
        reader.blank_line()?;
        reader.literal(header)?;
        reader.newline()?;
        blocks.push(block(&mut reader)?);
    }
    reader.end()?;
    Ok(Input { seeds, blocks })
}

/// The first and the last number of a range, if it is not empty and has no number beyond 32 bits.
#[inline(always)]
fn range(first: u32, length: u32) -> Option<(u32, u32)> {
    Some((first, first.checked_add(length.checked_sub(1)?)?))
}

/// Reads a block of lines, and adds the gaps.
fn block(reader: &mut Reader) -> Result<Block, InputError> {
    let mut lines = Block::with_room_for(MOST_LINES);
    reader.block_up_to(MOST_LINES, |line| {
        let start = line.at();
        let destination = number(line)?;
        line.literal(" ")?;
        let source = number(line)?;
        line.literal(" ")?;
        let length = number(line)?;
        let (Some((first, last)), Some(_)) = (range(source, length), range(destination, length)) else {
            return Err(line.error(RANGES, start));
        };
        // It overlaps no other range if and only if those that begin up to its end are those that end before
        // its start.
        let place = count(&lines.lasts, |other| other < first);
        if count(&lines.firsts, |other| other <= last) != place {
            return Err(line.error("a source range that does not overlap an earlier one", start));
        }
        lines.insert(place, first, last, destination.wrapping_sub(first));
        Ok(())
    })?;
    Ok(lines.with_gaps())
}

/// Counts the numbers that fulfil a condition, without a branch, in a short list.
#[inline(always)]
fn count(numbers: &[u32], is_counted: impl Fn(u32) -> bool) -> usize {
    numbers.iter().map(|&number| u32::from(is_counted(number))).sum::<u32>() as usize
}

impl Block {
    fn with_room_for(segments: usize) -> Block {
        let room = || Vec::with_capacity(segments);
        Block { firsts: room(), lasts: room(), offsets: room() }
    }

    #[inline(always)]
    fn insert(&mut self, place: usize, first: u32, last: u32, offset: u32) {
        self.firsts.insert(place, first);
        self.lasts.insert(place, last);
        self.offsets.insert(place, offset);
    }

    fn push(&mut self, first: u32, last: u32, offset: u32) {
        self.insert(self.firsts.len(), first, last, offset);
    }

    /// The same segments, and the gaps between them, which add nothing.
    fn with_gaps(self) -> Block {
        let mut all = Block::with_room_for(MOST_SEGMENTS);
        let mut next = Some(0);
        for ((first, last), offset) in self.firsts.into_iter().zip(self.lasts).zip(self.offsets) {
            if let Some(next) = next.filter(|&next| next < first) {
                all.push(next, first - 1, 0);
            }
            all.push(first, last, offset);
            next = last.checked_add(1);
        }
        if let Some(next) = next {
            all.push(next, u32::MAX, 0);
        }
        all
    }

    /// The index of the segment that a number is in.
    #[inline(always)]
    fn find(&self, number: u32) -> usize {
        count(&self.lasts, |last| last < number)
    }
}

/// Reads a number of 32 bits.
#[inline(always)]
fn number(line: &mut Reader) -> Result<u32, InputError> {
    if let Some((number, length)) = line.rest().first_chunk().and_then(usual_number) {
        line.skip(length);
        return Ok(number);
    }
    line.number(0..=u32::MAX)
}

/// Reads a number of up to ten digits, if another character follows it, and gives its length too. There is no
/// branch on the length, as that cannot be predicted.
///
/// ```text
/// text        1 9 8 4 2 0 2 4   1 7 \n ...        10 digits
/// head        1 9 8 4 2 0 2 4                     up to eight digits; if there are fewer, zeros come before them
/// tail                    0 0 1 7                 the digits after the eighth, with zeros before them
/// number      head * 10^2 + tail
/// ```
#[inline(always)]
fn usual_number(text: &[u8; 16]) -> Option<(u32, usize)> {
    let ([one, two], []) = text.as_chunks() else { return None };
    let (one, two) = (u64::from_le_bytes(*one), u64::from_le_bytes(*two));
    let in_head = swar::digits(one);
    let in_tail = select_unpredictable(in_head == 8, swar::digits(two), 0);
    if in_head == 0 || in_tail > 2 {
        return None;
    }
    // The values of digits, a byte each. A shift puts zeros before them, and drops what comes after them.
    let head = (one & swar::each(0xF)) << (64 - 8 * in_head);
    let tail = ((two & 0x0F0F) << (32 - 8 * in_tail)) as u32;
    let [upper, lower] = [head as u32, (head >> 32) as u32].map(|four| u64::from(swar::decimal(four)));
    let head = upper * 10_000 + lower;
    let number = head * [1, 10, 100][in_tail] + u64::from(swar::decimal(tail));
    u32::try_from(number).ok().map(|number| (number, in_head + in_tail))
}

/// A search for least locations.
struct Search<'a> {
    blocks: &'a [Block],
    /// By block and segment, the least location that the whole segment leads to, once it is known.
    known: [[Option<u32>; MOST_SEGMENTS]; HEADERS.len()],
}

impl Search<'_> {
    /// The least location that a range of numbers leads to, from a block on.
    fn least(&mut self, block: usize, first: u32, last: u32) -> u32 {
        let Some(Block { firsts, lasts, offsets }) = self.blocks.get(block) else {
            return first;
        };
        let mut least = u32::MAX;
        let mut at = self.blocks[block].find(first);
        loop {
            let (from, to) = (first.max(firsts[at]), last.min(lasts[at]));
            let is_whole = (from, to) == (firsts[at], lasts[at]);
            let location = match self.known[block][at] {
                Some(location) if is_whole => location,
                _ => self.least(block + 1, from.wrapping_add(offsets[at]), to.wrapping_add(offsets[at])),
            };
            if is_whole {
                self.known[block][at] = Some(location);
            }
            least = least.min(location);
            if to == last {
                return least;
            }
            at += 1;
        }
    }
}

/// The least location of the listed seeds.
pub fn part1(input: &Input) -> u32 {
    let location = |&seed: &u32| {
        input.blocks.iter().fold(seed, |number, block| number.wrapping_add(block.offsets[block.find(number)]))
    };
    input.seeds.iter().map(location).fold(u32::MAX, u32::min)
}

/// The least location of the seeds in the listed ranges.
pub fn part2(input: &Input) -> u32 {
    let mut search = Search { blocks: &input.blocks, known: [[None; _]; _] };
    let ranges = input.seeds.chunks(2).filter_map(|pair| range(pair[0], pair[1]));
    ranges.map(|(first, last)| search.least(0, first, last)).fold(u32::MAX, u32::min)
}
