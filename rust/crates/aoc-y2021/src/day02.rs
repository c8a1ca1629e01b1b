//! [Dive!](https://adventofcode.com/2021/day/2): the product of distance and depth that a course of orders
//! leads to, with down and up as changes of the depth, and then as changes of the aim.
//!
//! Only forward orders move anything in part 2, so the course is read as legs: what some down and up orders
//! come to, and a forward order after them. Part 1 adds up both. Part 2 adds up the aim, and the aim times
//! what is forward.
//!
//! What takes time is telling the orders apart. Nearly all have one digit, so a line and its end are ten
//! bytes at most, which are compared as one word and two bytes. A digit and a line feed, read as one
//! little-endian number, differ from `0` and a line feed by the value of the digit; anything else differs by
//! more than nine. Other lines go through the reader. So does the last one, because no line feed comes after
//! it.
//!
//! Assumes the domain: amounts of 0 to 999, and at most 100,000 orders. Distance and aim stay below 10^8
//! and fit 32 bits, the depth stays below 10^16 and fits 64; its product with the distance needs 128.

use aoc_core::text::{InputError, Reader};

const MOST_ORDERS: usize = 100_000;

/// The course, as legs.
pub struct Input {
    legs: Vec<Leg>,
}

/// What down and up orders come to, and a forward order after them.
struct Leg {
    down: i32,
    forward: i32,
}

/// Reads one order a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut rest = reader.rest();
    let mut legs = Vec::with_capacity(rest.len() / 16 + 1);
    let mut down = 0;
    for _ in 0..MOST_ORDERS {
        if let Some(line) = rest.first_chunk::<10>() {
            let word = u64::from_le_bytes(*line.first_chunk().unwrap_or(&[0; 8]));
            if word == u64::from_le_bytes(*b"forward ") {
                if let Some(forward) = last_digit(u16::from_le_bytes([line[8], line[9]])) {
                    legs.push(Leg { down, forward });
                    down = 0;
                    rest = &rest[10..];
                    continue;
                }
            } else if word << 24 == u64::from_le_bytes(*b"\0\0\0down ") {
                if let Some(more) = last_digit((word >> 40) as u16) {
                    down += more;
                    rest = &rest[7..];
                    continue;
                }
            } else if word << 40 == u64::from_le_bytes(*b"\0\0\0\0\0up ")
                && let Some(less) = last_digit((word >> 24) as u16)
            {
                down -= less;
                rest = &rest[5..];
                continue;
            }
        }
        reader.skip(reader.rest().len() - rest.len());
        let Leg { down: more, forward } = any_order(&mut reader)?;
        legs.push(Leg { down: down + more, forward });
        down = 0;
        if reader.at_end() {
            return Ok(Input { legs });
        }
        reader.newline()?;
        rest = reader.rest();
    }
    reader.skip(reader.rest().len() - rest.len());
    Err(reader.error("at most 100000 lines", reader.at()))
}

/// The digit in the low byte, if a line feed is in the high one.
fn last_digit(ending: u16) -> Option<i32> {
    Some(i32::from(ending ^ u16::from_le_bytes(*b"0\n"))).filter(|&digit| digit < 10)
}

/// Reads any order, as a leg of its own.
#[cold]
fn any_order(reader: &mut Reader) -> Result<Leg, InputError> {
    let order = reader.one_of(&["forward ", "down ", "up "])?;
    let amount = reader.number(0..=999)?;
    Ok(match order {
        0 => Leg { down: 0, forward: amount },
        1 => Leg { down: amount, forward: 0 },
        _ => Leg { down: -amount, forward: 0 },
    })
}

/// Distance times depth, where down and up change the depth.
pub fn part1(input: &Input) -> i64 {
    let distance: i32 = input.legs.iter().map(|leg| leg.forward).sum();
    let depth: i32 = input.legs.iter().map(|leg| leg.down).sum();
    i64::from(distance) * i64::from(depth)
}

/// Distance times depth, where down and up change the aim.
pub fn part2(input: &Input) -> i128 {
    let (mut distance, mut aim, mut depth) = (0, 0, 0);
    for leg in &input.legs {
        aim += leg.down;
        distance += leg.forward;
        depth += i64::from(aim) * i64::from(leg.forward);
    }
    i128::from(distance) * i128::from(depth)
}
