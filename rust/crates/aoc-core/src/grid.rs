//! Grids of bytes.

use std::slice::ChunksExact;

/// A rectangle of bytes, row after row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Cells in a row: at least one.
    pub width: usize,
    /// Number of rows: at least one.
    pub height: usize,
    /// `height` rows of `width` cells.
    pub cells: Vec<u8>,
}

impl Grid {
    /// The rows from top to bottom.
    ///
    /// ```
    /// use aoc_core::text::Reader;
    /// let grid = Reader::new("12\n34").grid(|cell| cell.is_ascii_digit(), "a digit", 9).unwrap();
    /// assert_eq!(grid.rows().collect::<Vec<_>>(), [b"12", b"34"]);
    /// ```
    #[inline]
    pub fn rows(&self) -> ChunksExact<'_, u8> {
        self.cells.chunks_exact(self.width)
    }
}
