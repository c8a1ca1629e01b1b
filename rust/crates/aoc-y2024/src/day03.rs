//! [Mull It Over](https://adventofcode.com/2024/day/3): the sum of the products written as `mul(2,34)` among
//! noise (part 1), without those between a `don't()` and the next `do()` (part 2).
//!
//! **Candidates as bits.** A token has `l(` or `do` in it, once, and little of the noise has. So 64 bytes at
//! a time are compared with `l` and `d`, and the bytes after them with `(` and `o`, which vectorises. This
//! gives a bit for each place where such a pair begins. A token is looked for only there.
//!
//! **Products.** Most numbers have three digits. Then what follows `mul(` is `ddd,ddd)`, and is checked as
//! one word.

use aoc_core::bits::ones;
use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 100;
const MOST_COLUMNS: usize = 10_000;
const BLOCK: usize = 64;

/// The products in the order of the text.
pub struct Input {
    products: Vec<Product>,
}

struct Product {
    value: u32,
    /// Whether the last switch before it is a `do()`, or there is none.
    is_on: bool,
}

/// Checks the lines, and reads the products.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let bytes = reader.rest();
    reader.lines_up_to(MOST_LINES, |line| {
        let start = line.at();
        let length = text[start..].find('\n').unwrap_or(line.rest().len());
        let is_printable = |byte| matches!(byte, b' '..=b'~');
        if line.word_as_long(length, is_printable, "printable characters")?.len() > MOST_COLUMNS {
            return Err(line.error("at most 10000 characters", start + MOST_COLUMNS));
        }
        Ok(())
    })?;
    Ok(Input { products: products(bytes) })
}

/// Finds the products, and follows the switch.
fn products(text: &[u8]) -> Vec<Product> {
    let mut products = Vec::with_capacity(text.len() / 16);
    let mut is_on = true;
    for start in (0..text.len()).step_by(BLOCK) {
        let mut padded = [0; BLOCK + 1];
        let block = text[start..].first_chunk().unwrap_or_else(|| {
            padded[..text.len() - start].copy_from_slice(&text[start..]);
            &padded
        });
        for bit in ones(candidates(block)) {
            let (before, token) = text.split_at(start + bit);
            if let [b'l', b'(', rest @ ..] = token {
                let value = if before.ends_with(b"mu") { product(rest) } else { None };
                products.extend(value.map(|value| Product { value, is_on }));
            } else if token.starts_with(b"do()") {
                is_on = true;
            } else if token.starts_with(b"don't()") {
                is_on = false;
            }
        }
    }
    products
}

/// The places of `l(` and `do` in a block and the byte after it.
#[inline(always)]
fn candidates(block: &[u8; BLOCK + 1]) -> u64 {
    let mut flags = [0; BLOCK];
    for (flag, pair) in flags.iter_mut().zip(block.windows(2)) {
        *flag = u8::from((pair[0] == b'l') & (pair[1] == b'(') | (pair[0] == b'd') & (pair[1] == b'o'));
    }
    swar::flags(&flags)
}

/// The product of two numbers of one to three digits, with a comma between and a parenthesis behind.
#[inline(always)]
fn product(text: &[u8]) -> Option<u32> {
    if let Some(word) = text.first_chunk() {
        let word = u64::from_le_bytes(*word) ^ u64::from_le_bytes(*b"000,000)");
        if !swar::any_greater(word, u64::from_le_bytes([9, 9, 9, 0, 9, 9, 9, 0])) {
            return Some(swar::decimal((word << 8) as u32) * swar::decimal((word >> 24) as u32));
        }
    }
    let (one, text) = number(text, b',')?;
    let (two, _) = number(text, b')')?;
    Some(one * two)
}

/// Reads a number of one to three digits and the byte behind it; gives the number and the text after both.
#[inline(always)]
fn number(text: &[u8], end: u8) -> Option<(u32, &[u8])> {
    let length = text.iter().take(4).position(|byte| !byte.is_ascii_digit())?;
    let value = text[..length].iter().fold(0, |value, digit| 10 * value + u32::from(digit - b'0'));
    (length > 0 && text[length] == end).then(|| (value, &text[length + 1..]))
}

/// The sum of all products.
pub fn part1(input: &Input) -> u64 {
    input.products.iter().map(|product| u64::from(product.value)).sum()
}

/// The sum of the products that are switched on.
pub fn part2(input: &Input) -> u64 {
    let on = input.products.iter().filter(|product| product.is_on);
    on.map(|product| u64::from(product.value)).sum()
}
