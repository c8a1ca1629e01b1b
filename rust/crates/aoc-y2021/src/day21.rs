//! [Dirac Dice](https://adventofcode.com/2021/day/21): the loser's score times the number of rolls in a game to
//! 1000, and in how many universes the better player wins a game to 21 in which each roll of a three-sided die
//! splits the universe.
//!
//! The players never disturb each other: each is a story of its own, and only who gets there first matters.
//!
//! **Part 1.** The rolls of turn t add up to 9t - 3 (modulo 10, where going from 100 to 1 makes no difference), so the
//! player who has turns 1, 3, 5... moves on by 6, 4, 2, 0, 8 and the other by 5, 3, 1, 9, 7. After ten turns of her
//! own, each is back on her first square with the same number of points more: the score after n turns is that many
//! tens and a part of one. The game is over after 2n - 1 or 2n turns, n the least that makes 1000 points.
//!
//! **Part 2.** For each start square, in how many ways does a player win on her turn t, and in how many is she still
//! playing after it? The first player wins in the sum over t of (ways to win on turn t) * (ways in which the second
//! player, who had t - 1 turns, is still playing), the second in the same with t turns for the first. There are only
//! ten start squares, so their tables are computed by the compiler.
//!
//! Assumes nothing. A point at least is won in each turn, so 21 turns are enough; the ways of both together are the
//! universes, below 2^53.

use aoc_core::text::{InputError, Reader};

/// Turns after which nobody is left playing for 21 points.
const TURNS: usize = 22;

/// A player's ways through part 2 from one start square.
#[derive(Clone, Copy)]
struct Ways {
    /// The ways to reach 21 points on exactly this turn.
    won: [u64; TURNS],
    /// The ways not to have reached them after this turn.
    playing: [u64; TURNS],
}

/// By start square, of which the last is written 10 and kept as 0.
static WAYS: [Ways; 10] = {
    let mut ways = [Ways { won: [0; TURNS], playing: [0; TURNS] }; 10];
    let mut start = 0;
    while start < 10 {
        ways[start] = ways_from(start);
        start += 1;
    }
    ways
};

const fn ways_from(start: usize) -> Ways {
    // In how many of the 27 universes three rolls add up to 3, 4, ... 9.
    const ROLLS: [u64; 7] = [1, 3, 6, 7, 6, 3, 1];
    let mut ways = Ways { won: [0; TURNS], playing: [0; TURNS] };
    ways.playing[0] = 1;
    // By square and score.
    let mut now = [[0; 21]; 10];
    now[start][0] = 1;
    let mut turn = 1;
    while turn < TURNS {
        let mut next = [[0; 21]; 10];
        let mut cell = 0;
        while cell < 10 * 21 {
            let (square, score) = (cell / 21, cell % 21);
            let mut roll = 0;
            while roll < ROLLS.len() && now[square][score] > 0 {
                let landed = (square + roll + 3) % 10;
                let points = score + if landed == 0 { 10 } else { landed };
                let universes = now[square][score] * ROLLS[roll];
                if points >= 21 {
                    ways.won[turn] += universes;
                } else {
                    next[landed][points] += universes;
                    ways.playing[turn] += universes;
                }
                roll += 1;
            }
            cell += 1;
        }
        now = next;
        turn += 1;
    }
    ways
}

/// The start squares, with 0 for 10.
pub struct Input {
    starts: [usize; 2],
}

/// Reads the two players' lines.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    reader.literal("Player 1 starting position: ")?;
    let first = reader.number::<usize>(1..=10)? % 10;
    reader.newline()?;
    reader.literal("Player 2 starting position: ")?;
    let second = reader.number::<usize>(1..=10)? % 10;
    reader.end()?;
    Ok(Input { starts: [first, second] })
}

/// The loser's score times the number of rolls, with the practice die.
pub fn part1(input: &Input) -> u64 {
    let [first, second] = input.starts;
    let (first, second) = (Practice::new(first, 6), Practice::new(second, 5));
    let (ours, theirs) = (first.turns_to_1000(), second.turns_to_1000());
    // Three rolls a turn.
    if ours <= theirs {
        second.score(ours - 1) * 3 * (2 * ours - 1)
    } else {
        first.score(theirs) * 3 * (2 * theirs)
    }
}

/// The number of universes in which the luckier player wins.
pub fn part2(input: &Input) -> u64 {
    let [first, second] = input.starts.map(|start| &WAYS[start]);
    let ours: u64 = (1..TURNS).map(|turn| first.won[turn] * second.playing[turn - 1]).sum();
    let theirs: u64 = (1..TURNS).map(|turn| second.won[turn] * first.playing[turn]).sum();
    ours.max(theirs)
}

/// A player's scores with the practice die: `sums[n]` after n turns, up to the ten turns that repeat.
struct Practice {
    sums: [u64; 11],
}

impl Practice {
    /// From a start square, with the first turn's move; each later move is 18 more, so 2 less around the circle.
    fn new(start: usize, first_move: usize) -> Self {
        let mut sums = [0; 11];
        let (mut square, mut step) = (start, first_move);
        for turn in 0..10 {
            square = (square + step) % 10;
            step = (step + 8) % 10;
            sums[turn + 1] = sums[turn] + if square == 0 { 10 } else { square as u64 };
        }
        Practice { sums }
    }

    fn score(&self, turns: u64) -> u64 {
        turns / 10 * self.sums[10] + self.sums[(turns % 10) as usize]
    }

    fn turns_to_1000(&self) -> u64 {
        // Of the last ten turns the whole score is needed at most, so what is missing before them is above zero.
        let tens = 999 / self.sums[10];
        let missing = 1000 - tens * self.sums[10];
        10 * tens + self.sums.iter().filter(|&&sum| sum < missing).count() as u64
    }
}
