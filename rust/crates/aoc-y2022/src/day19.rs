//! [Not Enough Minerals](https://adventofcode.com/2022/day/19): robots collect ore, clay, obsidian and
//! geodes, one unit a minute each, and a factory makes at most one robot a minute from ore, clay and
//! obsidian. The sum of the number times the most geodes of each blueprint in 24 minutes (part 1), and the
//! product of the most geodes of the first three in 32 minutes (part 2).
//!
//! **Which robot is next?** That is the only question: once it is answered, it is best to make the robot as
//! soon as its resources are there. So the search goes from robot to robot, over any number of minutes. A
//! geode robot counts at once for all geodes that it will collect.
//!
//! **Limits.** In a minute, the factory uses at most as much of a resource as the robot that needs most of
//! it. More robots than that for the resource are never made.
//!
//! **Bound.** A state is dropped if it cannot beat the best result so far in an easier game. There robots
//! need no ore, and the factory can make a robot of each kind in the same minute. So it is best to make each
//! robot as soon as possible, and the most geodes follow minute by minute:
//!
//! ```text
//! each minute    clay robots + 1
//!                obsidian robots + 1, if there is enough clay
//!                geode robots + 1, if there is enough obsidian
//! ```
//!
//! The bounds of the four choices are found together, as the lanes of vectors. The choice with the greatest
//! bound comes first.
//!
//! **A good result early** makes the bound drop more states. So there is a first search, which drops all that
//! cannot beat the best result so far by a margin. It is quick, and its result is seldom far from the best
//! one. The second search has no margin.

use std::cmp::Reverse;

use aoc_core::text::{InputError, Reader};

const MOST_BLUEPRINTS: usize = 30;
const MINUTES: i32 = 24;
const MANY_MINUTES: i32 = 32;
const PART2_BLUEPRINTS: usize = 3;
/// The margin of the first search is one geode for each of so many minutes, which was chosen by trial.
const MINUTES_PER_MARGIN: i32 = 5;

/// Resources, and the robots that collect them.
const ORE: usize = 0;
const CLAY: usize = 1;
const OBSIDIAN: usize = 2;
const GEODE: usize = 3;
const KINDS: usize = 4;

/// The blueprints: at least one.
pub type Input = Vec<Blueprint>;

/// What each robot costs, in ore, clay and obsidian.
pub struct Blueprint {
    costs: [[i32; GEODE]; KINDS],
}

/// Reads one blueprint a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut number = 0;
    Reader::new(text).lines_up_to(MOST_BLUEPRINTS, |line| {
        number += 1;
        line.literal("Blueprint ")?;
        line.number(number..=number)?;
        line.literal(": Each ore robot costs ")?;
        let ore = line.number(2..=4)?;
        line.literal(" ore. Each clay robot costs ")?;
        let clay = line.number(2..=4)?;
        line.literal(" ore. Each obsidian robot costs ")?;
        let obsidian = line.number(2..=4)?;
        line.literal(" ore and ")?;
        let obsidian_clay = line.number(5..=20)?;
        line.literal(" clay. Each geode robot costs ")?;
        let geode = line.number(2..=4)?;
        line.literal(" ore and ")?;
        let geode_obsidian = line.number(7..=20)?;
        line.literal(" obsidian.")?;
        let costs = [[ore, 0, 0], [clay, 0, 0], [obsidian, obsidian_clay, 0], [geode, 0, geode_obsidian]];
        Ok(Blueprint { costs })
    })
}

/// The sum of number times geodes in 24 minutes.
pub fn part1(blueprints: &Input) -> i32 {
    blueprints.iter().zip(1..).map(|(blueprint, number)| number * blueprint.geodes(MINUTES)).sum()
}

/// The product of the geodes of the first three in 32 minutes.
pub fn part2(blueprints: &Input) -> i32 {
    blueprints.iter().take(PART2_BLUEPRINTS).map(|blueprint| blueprint.geodes(MANY_MINUTES)).product()
}

impl Blueprint {
    /// The most geodes in some minutes.
    fn geodes(&self, minutes: i32) -> i32 {
        let highest_cost = |resource: usize| self.costs.iter().map(|cost| cost[resource]).fold(0, i32::max);
        let limits = [ORE, CLAY, OBSIDIAN].map(highest_cost);
        let start = State { left: minutes, stock: [0; GEODE], robots: [1, 0, 0], geodes: 0 };
        let mut search = Search { costs: &self.costs, limits, best: 0, margin: 0 };
        for margin in [minutes / MINUTES_PER_MARGIN, 0] {
            search.margin = margin;
            search.visit(&start);
        }
        search.best
    }
}

/// What there is at the start of a minute.
#[derive(Clone, Copy)]
struct State {
    /// The minutes that are left.
    left: i32,
    stock: [i32; GEODE],
    robots: [i32; GEODE],
    /// The geodes that the geode robots will have collected in the end.
    geodes: i32,
}

impl State {
    /// The state after a robot has been made as soon as possible, if at least a minute is left then.
    #[inline(always)]
    fn with_robot(&self, kind: usize, cost: &[i32; GEODE]) -> Option<State> {
        let mut next = *self;
        let mut minutes = 1;
        for ((cost, stock), robots) in cost.iter().zip(self.stock).zip(self.robots) {
            let missing = cost - stock;
            if missing > 0 {
                if robots == 0 {
                    return None;
                }
                minutes = minutes.max(1 + (missing + robots - 1) / robots);
            }
        }
        next.left -= minutes;
        if next.left <= 0 {
            return None;
        }
        for ((stock, robots), cost) in next.stock.iter_mut().zip(self.robots).zip(cost) {
            *stock += minutes * robots - cost;
        }
        match next.robots.get_mut(kind) {
            Some(robots) => *robots += 1,
            None => next.geodes += next.left,
        }
        Some(next)
    }
}

struct Search<'a> {
    costs: &'a [[i32; GEODE]; KINDS],
    /// The most robots of each kind that are useful.
    limits: [i32; GEODE],
    best: i32,
    /// A result must beat the best one by more than this.
    margin: i32,
}

impl Search<'_> {
    /// Tries every robot as the next one.
    fn visit(&mut self, state: &State) {
        // A choice that is not possible has no minute left, so its bound is no more than the best.
        let mut choices = [State { left: 0, ..*state }; KINDS];
        for (kind, choice) in choices.iter_mut().enumerate() {
            let is_useful = kind == GEODE || state.robots[kind] < self.limits[kind];
            if is_useful && let Some(next) = state.with_robot(kind, &self.costs[kind]) {
                self.best = self.best.max(next.geodes);
                *choice = next;
            }
        }
        let bounds = self.bounds(&choices);
        let mut order = [GEODE, OBSIDIAN, CLAY, ORE];
        order.sort_by_key(|&kind| Reverse(bounds[kind]));
        for kind in order {
            if bounds[kind] <= self.best + self.margin {
                return;
            }
            self.visit(&choices[kind]);
        }
    }

    /// For each choice, at least as many geodes as there can be in the end.
    #[inline(always)]
    fn bounds(&self, choices: &[State; KINDS]) -> [i32; KINDS] {
        let (clay_cost, obsidian_cost) = (self.costs[OBSIDIAN][CLAY], self.costs[GEODE][OBSIDIAN]);
        // The minutes that a robot has left to work if it is made in this minute.
        let mut left = choices.map(|choice| (choice.left - 1).max(0));
        let [mut clay, mut obsidian] = [CLAY, OBSIDIAN].map(|kind| choices.map(|choice| choice.stock[kind]));
        let [mut clay_robots, mut obsidian_robots] =
            [CLAY, OBSIDIAN].map(|kind| choices.map(|choice| choice.robots[kind]));
        let mut geodes = choices.map(|choice| choice.geodes);
        for _ in 0..left.into_iter().fold(0, i32::max) {
            for lane in 0..KINDS {
                // All ones or none, as masks.
                let makes_obsidian = -i32::from(clay[lane] >= clay_cost);
                let makes_geode = -i32::from(obsidian[lane] >= obsidian_cost);
                clay[lane] += clay_robots[lane] - (makes_obsidian & clay_cost);
                obsidian[lane] += obsidian_robots[lane] - (makes_geode & obsidian_cost);
                clay_robots[lane] += 1;
                obsidian_robots[lane] -= makes_obsidian;
                geodes[lane] += makes_geode & left[lane];
                left[lane] = (left[lane] - 1).max(0);
            }
        }
        geodes
    }
}
