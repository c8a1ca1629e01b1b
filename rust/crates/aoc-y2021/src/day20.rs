//! [Trench Map](https://adventofcode.com/2021/day/20): how many pixels of an endless picture are lit after 2
//! and after 50 steps, in which each becomes what a rule says of the nine pixels around it.
//!
//! The image is kept as *quads* of 2 by 2 pixels. What four quads become in their middle, a quad again, is
//! looked up in a table of all 2^16 squares of 4 by 4 pixels. First the quads of a row are put together with
//! those of the row below, two in a byte; then two neighbouring bytes are the number of a square. The new
//! quads are one pixel further right and down. So each step adds a row and a column of quads, which is as far
//! as it reaches. Rows are replaced from the bottom up, so a new row does not destroy what is still needed.
//!
//! The background is the same everywhere, and is one quad. A rule that lights what is all dark and darkens
//! what is all lit makes it flip at every step, and it is dark after 2 and after 50. A rule that lights what
//! is all dark and keeps what is all lit makes the number of lit pixels infinite. That rule is refused.
//!
//! The upper two pixels of the middle of a square do not depend on its last row, nor the lower two on its
//! first. Both are what the rule makes of 3 rows by 4 columns, and there are only 2^12 of those.
//!
//! Assumes the domain: a rule of 512 pixels, and an image of 1 to 500 rows and columns.

use aoc_core::text::{InputError, Reader};

const MAX_SIDE: usize = 500;

/// The image by quads, and what becomes of it.
pub struct Input {
    width: usize,
    height: usize,
    /// Row by row; bits 3 to 0 of a quad are its pixels in reading order.
    quads: Vec<u8>,
    /// By the right half of a square and then by its left half, each with four rows of two pixels.
    table: Box<[[u8; 256]; 256]>,
}

/// Reads the rule, a blank line, and the image.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let rule = reader.word(is_pixel, "512 of . and #")?;
    let Ok(rule) = <&[u8; 512]>::try_from(rule) else {
        return Err(reader.error("512 of . and #", rule.len().min(512)));
    };
    if rule[0] == b'#' && rule[511] == b'#' {
        let expected = "`.` at the end of a rule that begins with `#`, or infinitely many pixels are lit";
        return Err(reader.error(expected, 511));
    }
    reader.blank_line()?;
    let image = reader.grid(is_pixel, ". or #", MAX_SIDE)?;
    reader.end()?;

    let (width, height) = (image.width.div_ceil(2), image.height.div_ceil(2));
    let mut quads = vec![0; width * height];
    for (y, row) in image.rows().enumerate() {
        let quads = &mut quads[y / 2 * width..][..width];
        for (quad, pixels) in quads.iter_mut().zip(row.chunks(2)) {
            let pixels = lit(pixels[0]) << 1 | pixels.get(1).map_or(0, |&pixel| lit(pixel));
            *quad |= pixels << (2 - 2 * (y % 2));
        }
    }
    Ok(Input { width, height, quads, table: table(&rule.map(lit)) })
}

fn is_pixel(byte: u8) -> bool {
    matches!(byte, b'.' | b'#')
}

fn lit(pixel: u8) -> u8 {
    u8::from(pixel == b'#')
}

/// The number of lit pixels after 2 steps.
pub fn part1(input: &Input) -> u32 {
    lit_after(input, 2)
}

/// The number of lit pixels after 50 steps.
pub fn part2(input: &Input) -> u32 {
    lit_after(input, 50)
}

fn lit_after(input: &Input, steps: usize) -> u32 {
    let table = &*input.table;
    // The quads and a border of background, with room to grow at the right and below.
    let (mut width, mut height) = (input.width + 2, input.height + 2);
    let stride = width + steps;
    let mut quads = vec![0; stride * (height + steps)];
    for (row, old) in quads.chunks_exact_mut(stride).skip(1).zip(input.quads.chunks_exact(input.width)) {
        row[1..=input.width].copy_from_slice(old);
    }
    let mut background = 0;
    let mut halves = vec![0; stride];
    for _ in 0..steps {
        background = table[usize::from(background * 0x11)][usize::from(background * 0x11)];
        for y in (1..height).rev() {
            let (above, row) = quads.split_at_mut(y * stride);
            let (above, row) = (&above[(y - 1) * stride..], &mut row[..=width]);
            for (half, (above, below)) in halves[..width].iter_mut().zip(above.iter().zip(&*row)) {
                *half = above << 4 | below;
            }
            for (quad, pair) in row[1..].iter_mut().zip(halves[..width].windows(2)) {
                *quad = table[usize::from(pair[1])][usize::from(pair[0])];
            }
            (row[0], row[width]) = (background, background);
        }
        (width, height) = (width + 1, height + 1);
        quads[..width].fill(background);
        quads[(height - 1) * stride..][..width].fill(background);
    }
    quads.iter().map(|quad| quad.count_ones()).sum()
}

/// What the middle of a square of 4 by 4 pixels becomes, by its right half and then by its left half.
fn table(rule: &[u8; 512]) -> Box<[[u8; 256]; 256]> {
    // The same for 3 rows by 4 columns and the middle two pixels.
    let mut middles = [[0; 64]; 64];
    // The pixels of a half's first or second column, in the places that the rule has for its last column.
    let column = |half: usize, second: usize| {
        let half = half << second >> 1;
        half >> 4 << 6 & 64 | half >> 2 << 3 & 8 | half & 1
    };
    for (right, middles) in middles.iter_mut().enumerate() {
        for (left, middle) in middles.iter_mut().enumerate() {
            let inner = column(left, 1) << 1 | column(right, 0);
            let (one, other) = (column(left, 0) << 2 | inner, inner << 1 | column(right, 1));
            *middle = rule[one] << 1 | rule[other];
        }
    }
    let mut table = Box::new([[0; 256]; 256]);
    for (right, squares) in table.iter_mut().enumerate() {
        let (upper, lower) = (&middles[right >> 2], &middles[right & 63]);
        for (left, quad) in squares.iter_mut().enumerate() {
            *quad = upper[left >> 2] << 2 | lower[left & 63];
        }
    }
    table
}
