//! [Print Queue](https://adventofcode.com/2024/day/5): the sum of the middle pages of the lists that are in
//! the order that the rules demand (part 1), and of the other lists once they are put in that order (part 2).
//!
//! **Nothing is sorted.** The rank of a page is how many pages of its list must come later. In a list of `k`
//! pages with a rule for every two, and without a cycle, the ranks in order are `k - 1` to 0, and the middle
//! page has rank `(k - 1) / 2`. Each page has a row of bytes, with a 1 for each page that must come before
//! it. The rows of the pages of a list are added up, which vectorises, and the sum holds the ranks of all
//! these pages.
//!
//! **All that is demanded of a list shows in its ranks**: they must differ. No rank is greater than `k - 1`,
//! so ranks that differ are all the numbers from 0 to `k - 1`. The page of rank `k - 1` comes before all
//! others by a rule; without it, the same holds for the rest. So there is a rule for every two pages, there
//! is no cycle, and no page comes twice.

use aoc_core::text::{InputError, Reader};

const MOST_LISTS: usize = 1_000;
const MOST_PAGES: usize = 45;
const FIRST_PAGE: u8 = 10;
const PAGES: usize = 90;

/// A number for each page; some more make it a multiple of 16 bytes.
type Row = [u8; PAGES.next_multiple_of(16)];

/// The lists, at least one.
pub struct Input {
    lists: Vec<List>,
}

struct List {
    is_in_order: bool,
    /// The middle page once the list is in order.
    middle: u8,
}

/// Reads the rules and the lists, and finds the middle of each list.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    // For each page, the pages that must come before it.
    let mut rules: [Row; PAGES] = [[0; _]; _];
    reader.block(|line| {
        let at = line.at();
        let before = page(line)?;
        line.literal("|")?;
        let after = page(line)?;
        if before == after {
            return Err(line.error("two different pages", at));
        }
        if rules[after][before] + rules[before][after] > 0 {
            return Err(line.error("two pages that have no rule yet", at));
        }
        rules[after][before] = 1;
        Ok(())
    })?;
    reader.blank_line()?;
    let lists = reader.lines_up_to(MOST_LISTS, |line| list(line, &rules))?;
    Ok(Input { lists })
}

/// Reads a page of two digits, and gives its index.
#[inline(always)]
fn page(line: &mut Reader) -> Result<usize, InputError> {
    match *line.rest() {
        [tens @ b'1'..=b'9', ones @ b'0'..=b'9', ..] => {
            line.skip(2);
            Ok(usize::from(10 * (tens - b'1') + (ones - b'0')))
        }
        _ => Err(line.error("a page from 10 to 99", line.at())),
    }
}

/// Reads a list of pages with commas between.
#[inline(always)]
fn list(line: &mut Reader, rules: &[Row; PAGES]) -> Result<List, InputError> {
    let start = line.at();
    let mut pages = [0; MOST_PAGES];
    let mut count = 0;
    loop {
        let page = page(line)?;
        if count == MOST_PAGES {
            return Err(line.error("at most 45 pages", start));
        }
        pages[count] = page;
        count += 1;
        if line.peek() != Some(b',') {
            break;
        }
        line.skip(1);
    }
    if count % 2 == 0 {
        return Err(line.error("an odd number of pages", start));
    }
    judge(&pages[..count], rules).ok_or_else(|| line.error("pages that the rules put in one order", start))
}

/// Finds the order of a list by its ranks; or not, if two ranks are the same.
#[inline(always)]
fn judge(pages: &[usize], rules: &[Row; PAGES]) -> Option<List> {
    let count = pages.len();
    let mut ranks: Row = [0; _];
    for &page in pages {
        for (rank, &is_before) in ranks.iter_mut().zip(&rules[page]) {
            *rank += is_before;
        }
    }
    let mut seen = 0_u64;
    let mut is_in_order = true;
    let mut middle = 0;
    for (&page, expected) in pages.iter().zip((0..count).rev()) {
        let rank = usize::from(ranks[page]);
        seen |= 1 << rank;
        is_in_order &= rank == expected;
        middle = if rank == count / 2 { page } else { middle };
    }
    let all = (1 << count) - 1;
    (seen == all).then_some(List { is_in_order, middle: middle as u8 + FIRST_PAGE })
}

/// The sum of the middle pages of the lists that are in order.
pub fn part1(input: &Input) -> u32 {
    input.lists.iter().map(|list| if list.is_in_order { list.middle.into() } else { 0 }).sum()
}

/// The sum of the middle pages of the other lists.
pub fn part2(input: &Input) -> u32 {
    input.lists.iter().map(|list| if list.is_in_order { 0 } else { list.middle.into() }).sum()
}
