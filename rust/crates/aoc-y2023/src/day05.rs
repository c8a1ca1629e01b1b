//! [If You Give A Seed A Fertilizer](https://adventofcode.com/2023/day/5): the least location that the listed seeds end at
//! (part 1), or all seeds in the listed ranges (part 2), after seven blocks of lines, each of which moves a range.
//!
//! **Depth first.** A block is completed with gaps that move nothing to be a list of segments that cover all numbers. A
//! range of numbers is cut where segments begin, and each piece goes on through the later blocks by itself, all the way
//! to the last: the least number of a piece is the least that comes out. Only the first segment of a range is looked for;
//! the others follow it.
//!
//! **A whole segment is answered once.** Blocks may move many segments onto the same numbers, over and over, which makes
//! the number of pieces grow exponentially. But what comes of a whole segment is always the same, and is kept. A range has
//! at most two pieces that are not whole segments, its ends. So at most 2^7 pieces come of a range besides whole segments,
//! of which there are few.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_SEEDS: usize = 40;
const MOST_LINES: usize = 60;
/// All numbers are less.
const LIMIT: u64 = 1 << 32;
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
    seeds: Vec<u64>,
    blocks: Vec<Vec<Segment>>,
}

/// The numbers from the first to the last are moved up by an offset, modulo 2^64.
#[derive(Clone, Copy)]
struct Segment {
    first: u64,
    last: u64,
    offset: u64,
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
    if seeds.chunks(2).any(|pair| pair[1] == 0 || pair[0] + pair[1] > LIMIT) {
        return Err(reader.error("ranges of at least one number below 2^32", start));
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

/// Reads a block of lines, and completes it.
fn block(reader: &mut Reader) -> Result<Vec<Segment>, InputError> {
    let mut lines: Vec<Segment> = Vec::with_capacity(MOST_LINES);
    reader.block_up_to(MOST_LINES, |line| {
        let start = line.at();
        let destination = number(line)?;
        line.literal(" ")?;
        let first = number(line)?;
        line.literal(" ")?;
        let length = number(line)?;
        let end = first + length;
        if length == 0 || end > LIMIT || destination + length > LIMIT {
            return Err(line.error("ranges of at least one number below 2^32", start));
        }
        // A range overlaps none if and only if as many others begin before its end as end up to its start.
        let count = |is_before: &dyn Fn(&Segment) -> bool| lines.iter().filter(|it| is_before(it)).count();
        let place = count(&|other| other.last < first);
        if count(&|other| other.first < end) != place {
            return Err(line.error("a source range that does not overlap an earlier one", start));
        }
        lines.insert(place, Segment { first, last: end - 1, offset: destination.wrapping_sub(first) });
        Ok(())
    })?;
    let mut segments = Vec::with_capacity(2 * lines.len() + 1);
    let mut next = 0;
    for line in lines {
        if next < line.first {
            segments.push(Segment { first: next, last: line.first - 1, offset: 0 });
        }
        segments.push(line);
        next = line.last + 1;
    }
    if next < LIMIT {
        segments.push(Segment { first: next, last: LIMIT - 1, offset: 0 });
    }
    Ok(segments)
}

/// Reads a number below 2^32.
#[inline(always)]
fn number(line: &mut Reader) -> Result<u64, InputError> {
    if let Some((number, length)) = line.rest().first_chunk().and_then(usual_number) {
        line.skip(length);
        return Ok(number);
    }
    line.number(0..=LIMIT - 1)
}

/// Reads a number of up to ten digits that another character follows, and gives its length too.
#[inline(always)]
fn usual_number(text: &[u8; 11]) -> Option<(u64, usize)> {
    let word = u64::from_le_bytes(*text.first_chunk()?);
    let (mut length, mut number) = (swar::digits(word), 0);
    if length > 0 {
        number = decimal(word << (64 - 8 * length));
    }
    if length == 8 {
        for digit in text[8..].iter().map(|byte| byte.wrapping_sub(b'0')).take_while(|&digit| digit < 10) {
            number = 10 * number + u64::from(digit);
            length += 1;
        }
    }
    (length > 0 && length < text.len() && number < LIMIT).then_some((number, length))
}

/// The number in eight characters, each a digit or, before the first digit, 0.
#[inline(always)]
fn decimal(characters: u64) -> u64 {
    let digits = characters & swar::each(0xF);
    u64::from(swar::decimal(digits as u32)) * 10_000 + u64::from(swar::decimal((digits >> 32) as u32))
}

/// The least locations of ranges.
struct Search<'a> {
    blocks: &'a [Vec<Segment>],
    /// For each block, the least location that comes of each whole segment, once it is known.
    known: Vec<Vec<Option<u64>>>,
}

impl Search<'_> {
    /// The least location that comes of a range of numbers before a block.
    fn least(&mut self, block: usize, first: u64, last: u64) -> u64 {
        let Some(segments) = self.blocks.get(block) else {
            return first;
        };
        let start = segments.partition_point(|segment| segment.last < first);
        let mut least = LIMIT;
        for (at, segment) in segments.iter().enumerate().skip(start) {
            if segment.first > last {
                break;
            }
            let (from, to) = (first.max(segment.first), last.min(segment.last));
            let is_whole = (from, to) == (segment.first, segment.last);
            let known = if is_whole { self.known[block][at] } else { None };
            let location = known.unwrap_or_else(|| {
                self.least(block + 1, from.wrapping_add(segment.offset), to.wrapping_add(segment.offset))
            });
            if is_whole {
                self.known[block][at] = Some(location);
            }
            least = least.min(location);
        }
        least
    }
}

/// The least location of ranges, each given by its first and last number.
fn least(blocks: &[Vec<Segment>], ranges: impl Iterator<Item = (u64, u64)>) -> u64 {
    let known = blocks.iter().map(|segments| vec![None; segments.len()]).collect();
    let mut search = Search { blocks, known };
    ranges.map(|(first, last)| search.least(0, first, last)).fold(LIMIT, u64::min)
}

/// The least location of the listed seeds.
pub fn part1(input: &Input) -> u64 {
    least(&input.blocks, input.seeds.iter().map(|&seed| (seed, seed)))
}

/// The least location of the seeds in the listed ranges.
pub fn part2(input: &Input) -> u64 {
    least(&input.blocks, input.seeds.chunks(2).map(|pair| (pair[0], pair[0] + pair[1] - 1)))
}
