//! [Dirac Dice](https://adventofcode.com/2021/day/21): the score of the loser times the number of rolls in a
//! game to 1000, and the number of universes in which the better player wins a game to 21.
//!
//! What one player does never changes what the other one does. So each is computed alone, and they are
//! compared by turns.
//!
//! **Part 1.** The rolls of turn t add up to 9t - 3 (modulo 10, where going on from 100 to 1 makes no
//! difference). So the player with turns 1, 3, 5... moves on by 6, 4, 2, 0, 8 and the other one by 5, 3, 1,
//! 9, 7, again and again. After ten turns each is back on the first square, with the same number of points
//! more each time. So the score after n turns is a product and one of ten sums, and n is found by a division.
//!
//! **Part 2.** For each start square and each turn t, a table has the number of ways to win on turn t, and of
//! ways to be still playing after it. The first player wins in
//!
//! > sum over t of (ways of the first to win on turn t) * (ways of the second to be still playing after turn
//! > t - 1)
//!
//! universes, and the second in the same sum with turn t of the first. There are only ten start squares, so
//! the compiler fills the table.
//!
//! Assumes the domain: start squares of 1 to 10. Each turn wins a point or more, so 21 turns are enough. All
//! universes together are fewer than 2^53.

use aoc_core::text::{InputError, Reader};

/// Turns 0 to 21: after the last one nobody is left playing for 21 points.
const TURNS: usize = 22;

/// A player's ways through part 2 from one start square.
#[derive(Clone, Copy)]
struct Ways {
    /// The ways to reach 21 points on exactly this turn.
    won: [u64; TURNS],
    /// The ways not to have reached them after this turn.
    playing: [u64; TURNS],
}

/// By start square, counted from 0.
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
                let points = score + landed + 1;
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

/// Reads the start squares of the two players, counted from 0.
pub fn parse(text: &str) -> Result<[usize; 2], InputError> {
    let mut reader = Reader::new(text);
    reader.literal("Player 1 starting position: ")?;
    let first = reader.number(1..=10_usize)? - 1;
    reader.newline()?;
    reader.literal("Player 2 starting position: ")?;
    let second = reader.number(1..=10_usize)? - 1;
    reader.end()?;
    Ok([first, second])
}

/// The loser's score times the number of rolls, with the practice die.
pub fn part1(&[first, second]: &[usize; 2]) -> u64 {
    let (first, second) = (Practice::new(first, 6), Practice::new(second, 5));
    let (ours, theirs) = (first.turns_to_1000(), second.turns_to_1000());
    // Three rolls a turn.
    if ours <= theirs {
        second.score(ours - 1) * 3 * (2 * ours - 1)
    } else {
        first.score(theirs) * 3 * (2 * theirs)
    }
}

/// The number of universes in which the player wins who wins in more of them.
pub fn part2(starts: &[usize; 2]) -> u64 {
    let [first, second] = starts.map(|start| &WAYS[start]);
    let ours: u64 = (1..TURNS).map(|turn| first.won[turn] * second.playing[turn - 1]).sum();
    let theirs: u64 = (1..TURNS).map(|turn| second.won[turn] * first.playing[turn]).sum();
    ours.max(theirs)
}

/// A player's scores with the practice die after 0 to 10 turns: then the squares repeat.
struct Practice([u64; 11]);

impl Practice {
    /// From a start square, with the first turn's move; each later move is 18 more, so 2 less around the
    /// circle.
    fn new(start: usize, first_move: usize) -> Self {
        let mut sums = [0; 11];
        let (mut square, mut step) = (start, first_move);
        for turn in 0..10 {
            square = (square + step) % 10;
            step = (step + 8) % 10;
            sums[turn + 1] = sums[turn] + square as u64 + 1;
        }
        Practice(sums)
    }

    fn score(&self, turns: u64) -> u64 {
        turns / 10 * self.0[10] + self.0[(turns % 10) as usize]
    }

    fn turns_to_1000(&self) -> u64 {
        // Of the last ten turns the whole score is needed at most, so what is missing before them is above
        // zero.
        let tens = 999 / self.0[10];
        let missing = 1000 - tens * self.0[10];
        10 * tens + self.0.iter().filter(|&&sum| sum < missing).count() as u64
    }
}
