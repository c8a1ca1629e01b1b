//! [Aplenty](https://adventofcode.com/2023/day/19): rules send parts on by their four ratings, until each
//! part is accepted or rejected; the sum of the ratings of the accepted parts (part 1), and the number of
//! possible parts that would be accepted (part 2).
//!
//! **Once down the tree.** Each rule but `in` is referred to exactly once, so the rules are a tree. All parts
//! go down this tree together. Each test moves the parts that pass it to the front of a slice, as quicksort
//! does:
//!
//! ```text
//! in{x<10:low,m>5:A,R}
//!
//! x<10     [ pass: to low | fail                       ]
//! m>5                     [ pass: to A | fail: to R    ]
//! ```
//!
//! So no rule is looked at twice. In part 2 a box, which has a range for each rating, takes the place of the
//! parts: each test cuts the box in two.

use std::ops::Range;

use aoc_core::hash::Map;
use aoc_core::text::{InputError, Reader};

const MOST_RULES: usize = 700;
const MOST_TESTS: usize = 5;
const MOST_PARTS: usize = 300;
const MOST_RATING: u16 = 4_000;
const LONGEST_NAME: usize = 4;
const FIRST: Name = Name::from_le_bytes(*b"in\0\0");
const ACCEPT: Name = b'A' as Name;
const REJECT: Name = b'R' as Name;

/// Up to four letters, the first of them lowest.
type Name = u32;

/// The ratings x, m, a and s.
type Part = [u16; 4];

/// A range of ratings: the least, and one past the greatest. It is empty if that is not greater.
type Ratings = (u16, u16);

/// A box of parts: the range of each rating.
type Ranges = [Ratings; 4];

/// The tree of rules, and the parts.
pub struct Input {
    rules: Vec<Rule>,
    tests: Vec<Test>,
    /// The index of the rule `in`.
    first: usize,
    parts: Vec<Part>,
}

struct Rule {
    /// Where its tests are among all tests.
    tests: Range<usize>,
    /// What becomes of a part that passes none of them.
    otherwise: Target,
}

/// A comparison of a rating with a bound.
struct Test {
    /// The index of the rating in a part.
    rating: usize,
    /// Whether the ratings below the bound pass, or the others.
    below: bool,
    bound: u16,
    target: Target,
}

/// What becomes of a part.
#[derive(Clone, Copy)]
enum Target {
    Accept,
    Reject,
    /// The name of a rule, before all rules are known.
    Named(Name),
    Rule(usize),
}

/// Reads the rules and the parts.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut indices = Map::default();
    let mut tests = Vec::with_capacity(MOST_RULES * 2);
    let mut rules = reader.block_up_to(MOST_RULES, |line| {
        let start = line.at();
        let name = line.name(LONGEST_NAME)? as Name;
        if indices.insert(name, indices.len()).is_some() {
            return Err(line.error("a name that has no rule yet", start));
        }
        rule(line, &mut tests)
    })?;
    reader.blank_line()?;
    let parts = reader.lines_up_to(MOST_PARTS, part)?;
    let first = resolve(&mut rules, &mut tests, &indices).map_err(|fault| reader.error_of_whole(fault))?;
    Ok(Input { rules, tests, first, parts })
}

/// Reads a rule after its name.
fn rule(line: &mut Reader, tests: &mut Vec<Test>) -> Result<Rule, InputError> {
    line.literal("{")?;
    let first = tests.len();
    while let [_, b'<' | b'>', ..] = line.rest()
        && tests.len() < first + MOST_TESTS
    {
        tests.push(test(line)?);
        line.literal(",")?;
    }
    if tests.len() == first {
        return Err(line.error("a test, such as `x<10:`", line.at()));
    }
    let otherwise = target(line)?;
    line.literal("}")?;
    Ok(Rule { tests: first..tests.len(), otherwise })
}

/// Reads a test and its target.
#[inline(always)]
fn test(line: &mut Reader) -> Result<Test, InputError> {
    let rating = line.one_of(&["x", "m", "a", "s"])?;
    let below = line.one_of(&["<", ">"])? == 0;
    // What is greater than a value is not below the next one.
    let bound = line.number(1..=MOST_RATING)? + u16::from(!below);
    line.literal(":")?;
    Ok(Test { rating, below, bound, target: target(line)? })
}

#[inline(always)]
fn target(line: &mut Reader) -> Result<Target, InputError> {
    let target = match line.peek().map(Name::from) {
        Some(ACCEPT) => Target::Accept,
        Some(REJECT) => Target::Reject,
        Some(byte) if (Name::from(b'a')..=Name::from(b'z')).contains(&byte) => {
            return Ok(Target::Named(line.name(LONGEST_NAME)? as Name));
        }
        _ => return Err(line.error("`A`, `R` or a name of letters a-z", line.at())),
    };
    line.skip(1);
    Ok(target)
}

/// Reads the ratings of a part.
fn part(line: &mut Reader) -> Result<Part, InputError> {
    let mut part = [0; 4];
    for (rating, before) in part.iter_mut().zip(["{x=", ",m=", ",a=", ",s="]) {
        line.literal(before)?;
        *rating = line.number(1..=MOST_RATING)?;
    }
    line.literal("}")?;
    Ok(part)
}

/// Puts the index of a rule in the place of each name, and checks that the rules are a tree. Gives the index
/// of `in`.
fn resolve(
    rules: &mut [Rule],
    tests: &mut [Test],
    indices: &Map<Name, usize>,
) -> Result<usize, &'static str> {
    let &first = indices.get(&FIRST).ok_or("there is no rule `in`")?;
    let mut is_target = vec![false; rules.len()];
    let targets = tests.iter_mut().map(|test| &mut test.target);
    for target in targets.chain(rules.iter_mut().map(|rule| &mut rule.otherwise)) {
        if let Target::Named(name) = *target {
            let &index = indices.get(&name).ok_or("a name is used that has no rule")?;
            if std::mem::replace(&mut is_target[index], true) {
                return Err("a rule is referred to more than once");
            }
            *target = Target::Rule(index);
        }
    }
    if is_target[first] {
        return Err("the rule `in` is referred to");
    }
    // No rule is a target twice, and the first rule never is, so this search ends: it meets each rule at most
    // once.
    let (mut found, mut done) = (vec![first], 0);
    while let Some(rule) = found.get(done).map(|&index| &rules[index]) {
        done += 1;
        let targets = tests[rule.tests.clone()].iter().map(|test| test.target).chain([rule.otherwise]);
        found.extend(targets.filter_map(|target| match target {
            Target::Rule(index) => Some(index),
            _ => None,
        }));
    }
    if done < rules.len() { Err("there is a rule to which `in` does not lead") } else { Ok(first) }
}

/// The sum of the ratings of the accepted parts.
pub fn part1(input: &Input) -> u32 {
    input.sum(Target::Rule(input.first), &mut input.parts.clone())
}

/// The number of possible parts that are accepted.
pub fn part2(input: &Input) -> u64 {
    input.count(Target::Rule(input.first), [(1, MOST_RATING + 1); 4])
}

impl Test {
    /// Moves the parts that pass to the front, and gives them and the others.
    #[inline(always)]
    fn partition<'a>(&self, parts: &'a mut [Part]) -> (&'a mut [Part], &'a mut [Part]) {
        let mut passed = 0;
        for at in 0..parts.len() {
            if (parts[at][self.rating] < self.bound) == self.below {
                parts.swap(at, passed);
                passed += 1;
            }
        }
        parts.split_at_mut(passed)
    }

    /// Cuts a range of its rating into what passes and the rest. One of the two may be empty.
    fn cut(&self, (from, to): Ratings) -> (Ratings, Ratings) {
        let (lower, upper) = ((from, to.min(self.bound)), (from.max(self.bound), to));
        if self.below { (lower, upper) } else { (upper, lower) }
    }
}

impl Input {
    /// The tests of a rule, and what becomes of a part that passes none of them.
    fn rule(&self, index: usize) -> (&[Test], Target) {
        let rule = &self.rules[index];
        (&self.tests[rule.tests.clone()], rule.otherwise)
    }

    /// The sum of the ratings of those parts that a target accepts. The order of the parts changes.
    fn sum(&self, target: Target, parts: &mut [Part]) -> u32 {
        let index = match target {
            Target::Rule(index) if !parts.is_empty() => index,
            Target::Accept => return parts.as_flattened().iter().map(|&rating| u32::from(rating)).sum(),
            _ => return 0,
        };
        let (tests, otherwise) = self.rule(index);
        let (mut sum, mut left) = (0, parts);
        for test in tests {
            let (passed, others) = test.partition(left);
            sum += self.sum(test.target, passed);
            left = others;
        }
        sum + self.sum(otherwise, left)
    }

    /// The number of parts in a box that a target accepts.
    fn count(&self, target: Target, ranges: Ranges) -> u64 {
        let index = match target {
            Target::Rule(index) => index,
            Target::Accept => {
                return ranges.iter().map(|&(from, to)| u64::from(to.saturating_sub(from))).product();
            }
            _ => return 0,
        };
        let (tests, otherwise) = self.rule(index);
        let (mut count, mut left) = (0, ranges);
        for test in tests {
            let mut passed = left;
            (passed[test.rating], left[test.rating]) = test.cut(left[test.rating]);
            count += self.count(test.target, passed);
        }
        count + self.count(otherwise, left)
    }
}
