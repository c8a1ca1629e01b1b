//! [No Space Left On Device](https://adventofcode.com/2022/day/7): from the log of a walk through a tree of
//! directories, the sum of the sizes of all directories of at most 100,000 (part 1), and the least size of a
//! directory without which at most 40,000,000 are left (part 2).
//!
//! **The log is a walk**: it enters each directory once, and lists it there. So all files that are listed
//! between entering a directory and leaving it are the files below it. Its size is the difference of two
//! totals of all files so far.
//!
//! ```text
//!                       total so far
//! enter /                 0
//!   file of 70           70
//!   enter a              70
//!     file of 5          75
//!   leave a              75    a has 75 - 70 = 5
//! leave /                75    / has 75 -  0 = 75
//! ```
//!
//! The open directories are a stack. A second stack has the names of directories that are listed and not
//! entered yet. The names from the innermost directory's listing are on top, because the walk has left
//! everything that it entered from there.
//!
//! ```text
//! enter /       open: /           waiting: a b          the listing of / has the directories a and b
//! enter a       open: / a         waiting: b | c        a is taken off, and its listing has c
//! enter c       open: / a c       waiting: b |
//! leave c       open: / a         waiting: b |          nothing of a is left, so a may be left too
//! ```
//!
//! **Names** are read as words of eight bytes. Within a listing, a name is compared in full only if another
//! one has the same first eight letters.

use aoc_core::swar::{self, TOPS};
use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 5_000;
const MOST_SIZE: u64 = 99_999_999;
const DISK: u64 = 70_000_000;
const MAY_REMAIN: u64 = 40_000_000;
const SMALL: u64 = 100_000;
/// How many directories can be open at once: the root and 60 below.
const MOST_OPEN: usize = 61;
const LONGEST_NAME: usize = 20;
const LONGEST_EXTENSION: usize = 5;

/// The sizes of all directories: at least one, and the last one is the root.
pub type Input = Vec<u64>;

/// The walk as far as it has been read.
#[derive(Default)]
struct Walk<'a> {
    /// The size of all files listed so far.
    total: u64,
    open: Vec<Directory>,
    /// The directories that are listed and not entered yet, those of the innermost open directory last.
    waiting: Vec<&'a [u8]>,
    /// The names in the latest listing, and the first eight letters of each.
    names: Vec<&'a [u8]>,
    heads: Vec<u64>,
    /// The sizes of the directories that were left.
    sizes: Vec<u64>,
    lines: usize,
}

/// An open directory.
struct Directory {
    /// The size of all files that were listed before.
    before: u64,
    /// How many directories were waiting before its listing.
    waiting_outside: usize,
}

/// Reads the log, and makes the sizes.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut walk = Walk::default();
    reader.literal("$ cd /")?;
    walk.enter(&mut reader)?;
    while !reader.at_end() {
        walk.next_line(&mut reader)?;
        walk.change_directory(&mut reader)?;
    }
    while !walk.open.is_empty() {
        if !walk.leave() {
            return Err(reader.too_soon("a directory to enter"));
        }
    }
    if walk.total > DISK {
        return Err(reader.error_of_whole("all files together are larger than the disk"));
    }
    Ok(walk.sizes)
}

impl<'a> Walk<'a> {
    /// Goes to the next line.
    #[inline(always)]
    fn next_line(&mut self, reader: &mut Reader) -> Result<(), InputError> {
        reader.newline()?;
        self.lines += 1;
        if self.lines == MOST_LINES {
            return Err(reader.error("at most 5000 lines", reader.at()));
        }
        Ok(())
    }

    /// Reads a command that leaves the innermost open directory, or enters one of its listing.
    #[inline(always)]
    fn change_directory(&mut self, reader: &mut Reader<'a>) -> Result<(), InputError> {
        let start = reader.at();
        reader.literal("$ cd ")?;
        if reader.rest().starts_with(b"..") {
            reader.skip(2);
            // The root stays open to the end.
            if self.open.len() < 2 || !self.leave() {
                return Err(reader.error("a directory to enter", start));
            }
            return Ok(());
        }
        let name = name(reader)?;
        if !self.take(name) || self.open.len() == MOST_OPEN {
            return Err(reader.error("a listed directory that was not entered, at most 60 deep", start));
        }
        self.enter(reader)
    }

    /// Removes a name from the waiting ones of the innermost open directory; whether it was there.
    fn take(&mut self, name: &[u8]) -> bool {
        let outside = self.open.last().map_or(0, |directory| directory.waiting_outside);
        match self.waiting[outside..].iter().position(|&waiting| waiting == name) {
            Some(place) => {
                self.waiting.swap_remove(outside + place);
                true
            }
            None => false,
        }
    }

    /// Enters a directory, and reads its listing to the end of the last line.
    fn enter(&mut self, reader: &mut Reader<'a>) -> Result<(), InputError> {
        self.open.push(Directory { before: self.total, waiting_outside: self.waiting.len() });
        self.next_line(reader)?;
        reader.literal("$ ls")?;
        self.names.clear();
        self.heads.clear();
        while !matches!(reader.rest(), [] | [b'\n', b'$', ..]) {
            self.next_line(reader)?;
            self.entry(reader)?;
        }
        Ok(())
    }

    /// Reads a line of a listing.
    #[inline(always)]
    fn entry(&mut self, reader: &mut Reader<'a>) -> Result<(), InputError> {
        let start = reader.at();
        let is_directory = reader.rest().starts_with(b"dir ");
        if is_directory {
            reader.skip(4);
        } else {
            self.total += reader.number(1..=MOST_SIZE)?;
            reader.literal(" ")?;
        }
        let (text, name_start) = (reader.rest(), reader.at());
        let name = name(reader)?;
        let head = head(text, name.len());
        if is_directory {
            self.waiting.push(name);
        } else if reader.peek() == Some(b'.') {
            reader.skip(1);
            letters(reader, LONGEST_EXTENSION)?;
        }
        let whole = &text[..reader.at() - name_start];
        // Heads are hardly ever equal, so all of them are compared without a branch.
        let is_known = self.heads.iter().fold(false, |any, &other| any | (other == head));
        if is_known && self.names.contains(&whole) {
            return Err(reader.error("a name that is not listed yet", start));
        }
        self.names.push(whole);
        self.heads.push(head);
        Ok(())
    }

    /// Leaves the innermost open directory; whether there is one, and all directories of its listing were
    /// entered.
    fn leave(&mut self) -> bool {
        match self.open.pop() {
            Some(directory) if directory.waiting_outside == self.waiting.len() => {
                self.sizes.push(self.total - directory.before);
                true
            }
            _ => false,
        }
    }
}

/// The first letters of a text, up to eight, as a word; the other bytes are 0.
#[inline(always)]
fn head(text: &[u8], letters: usize) -> u64 {
    let short = || text.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
    let word = text.first_chunk().map_or_else(short, |chunk| u64::from_le_bytes(*chunk));
    word & u64::MAX >> (64 - 8 * letters.clamp(1, 8))
}

/// Reads a name of letters.
#[inline(always)]
fn name<'a>(reader: &mut Reader<'a>) -> Result<&'a [u8], InputError> {
    letters(reader, LONGEST_NAME)
}

/// Reads letters, at least one.
#[inline(always)]
fn letters<'a>(reader: &mut Reader<'a>, longest: usize) -> Result<&'a [u8], InputError> {
    let (start, text) = (reader.at(), reader.rest());
    let count = text.first_chunk().map_or(0, |chunk| leading_letters(u64::from_le_bytes(*chunk)));
    if (1..8).contains(&count) && count <= longest {
        reader.skip(count);
        return Ok(&text[..count]);
    }
    let letters = reader.word(|byte| byte.is_ascii_lowercase(), "a letter a-z")?;
    if letters.len() > longest {
        return Err(reader.error("a shorter name", start));
    }
    Ok(letters)
}

/// How many of eight bytes are letters a-z, up to the first that is not.
#[inline(always)]
fn leading_letters(word: u64) -> usize {
    // Letters become the numbers 1 to 26.
    let numbers = word ^ swar::each(b'a' - 1);
    let low = numbers & !TOPS;
    let (is_above, is_zero) = (swar::greater(low, swar::each(26)), !swar::greater(low, 0) & TOPS);
    let others = numbers & TOPS | is_above | is_zero;
    others.trailing_zeros() as usize / 8
}

/// The sum of the sizes of all small directories.
pub fn part1(sizes: &Input) -> u64 {
    sizes.iter().map(|&size| if size <= SMALL { size } else { 0 }).sum()
}

/// The least size of a directory that is large enough.
pub fn part2(sizes: &Input) -> Option<u64> {
    let all = *sizes.last()?;
    sizes.iter().copied().filter(|size| size + MAY_REMAIN >= all).min()
}
