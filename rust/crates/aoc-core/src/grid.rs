//! Grids of bytes.

/// A rectangle of bytes, row after row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Cells in a row.
    pub width: usize,
    /// Number of rows.
    pub height: usize,
    /// `height` rows of `width` cells.
    pub cells: Vec<u8>,
}
