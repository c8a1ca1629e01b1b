//! [Cube Conundrum](https://adventofcode.com/2023/day/2): the sum of the numbers of the games that a bag of
//! 12 red, 13 green and 14 blue cubes allows (part 1), and the sum over all games of the product of the
//! fewest cubes of each colour that it needs (part 2).
//!
//! **The greatest count of each colour** is all that a game demands of a bag: each handful is put back before
//! the next. So a game is read into three running maxima, and no handful is kept.
//!
//! **A draw is read without a branch** on what cannot be predicted: which colour comes, whether a count has
//! one or two digits, and whether a handful ends. The second letter of a colour tells which one it is, and a
//! table has the text that must stand there, to be compared as one machine word.

use std::hint::select_unpredictable;

use aoc_core::swar::Prefix;
use aoc_core::text::{InputError, Reader};

const MOST_GAMES: usize = 1_000;
const MOST_HANDFULS: usize = 10;
const MOST_CUBES: u8 = 100;

/// For each game, the greatest count of each colour; at least one game.
pub struct Input {
    games: Vec<[u8; 4]>,
}

/// One colour and its count.
struct Draw {
    count: u8,
    colour: usize,
}

/// The colours, each at its second letter modulo 4, with the blank before the name.
const NAMES: [(Prefix, usize); 4] = [name(" blue"), name(" red"), name(" green"), (Prefix::NEVER, 0)];
const BLUE: usize = 0;
const RED: usize = 1;
const GREEN: usize = 2;

const fn name(text: &str) -> (Prefix, usize) {
    (Prefix::new(text), text.len())
}

/// Reads one game a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut number = 0;
    let games = reader.lines_up_to(MOST_GAMES, |line| {
        number += 1;
        line.literal("Game ")?;
        line.number(number..=number)?;
        line.literal(":")?;
        game(line)
    })?;
    Ok(Input { games })
}

/// Reads the handfuls of a game.
#[inline(always)]
fn game(line: &mut Reader) -> Result<[u8; 4], InputError> {
    let mut most = [0; 4];
    let mut handfuls = 1;
    let mut seen = 0;
    loop {
        let start = line.at();
        let Draw { count, colour } = draw(line)?;
        most[colour] = count.max(most[colour]);
        if seen >> colour & 1 == 1 {
            return Err(line.error("a colour once in a handful", start));
        }
        seen |= 1 << colour;
        let separator = line.peek();
        if !matches!(separator, Some(b',' | b';')) {
            return Ok(most);
        }
        let ends_handful = separator == Some(b';');
        seen = select_unpredictable(ends_handful, 0, seen);
        handfuls += usize::from(ends_handful);
        if handfuls > MOST_HANDFULS {
            return Err(line.error("at most 10 handfuls", line.at()));
        }
        line.skip(1);
    }
}

/// Reads a blank, a count, a blank and a colour.
#[inline(always)]
fn draw(line: &mut Reader) -> Result<Draw, InputError> {
    if let Some((draw, length)) = line.rest().first_chunk().and_then(usual_draw) {
        line.skip(length);
        return Ok(draw);
    }
    line.literal(" ")?;
    let count = line.number(1..=MOST_CUBES)?;
    let colour = [BLUE, RED, GREEN][line.one_of(&[" blue", " red", " green"])?];
    Ok(Draw { count, colour })
}

/// Reads a draw with a count of one or two digits, and gives its length too.
#[inline(always)]
fn usual_draw(text: &[u8; 11]) -> Option<(Draw, usize)> {
    let [tens, ones] = [text[1].wrapping_sub(b'0'), text[2].wrapping_sub(b'0')];
    let has_two = ones < 10;
    let count = select_unpredictable(has_two, tens.wrapping_mul(10).wrapping_add(ones), tens);
    let word = |from: usize| text[from..].first_chunk().map_or(0, |chunk| u64::from_le_bytes(*chunk));
    let rest = select_unpredictable(has_two, word(3), word(2));
    let colour = (rest >> 16) as usize % NAMES.len();
    let (name, length) = &NAMES[colour];
    let fits = (text[0] == b' ') & (tens < 10) & (count > 0) & name.is_at(rest);
    fits.then_some((Draw { count, colour }, 2 + usize::from(has_two) + length))
}

/// The sum of the numbers of the games that the bag allows.
pub fn part1(input: &Input) -> usize {
    let fits = |game: &[u8; 4]| (game[RED] <= 12) & (game[GREEN] <= 13) & (game[BLUE] <= 14);
    input.games.iter().zip(1..).map(|(game, number)| if fits(game) { number } else { 0 }).sum()
}

/// The sum of the products of the fewest cubes of each colour.
pub fn part2(input: &Input) -> u32 {
    let power =
        |game: &[u8; 4]| -> u32 { [RED, GREEN, BLUE].map(|colour| game[colour].into()).iter().product() };
    input.games.iter().map(power).sum()
}
