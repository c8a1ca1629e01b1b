//! Letters drawn with dots, as they stand side by side on a screen: small ones four wide and six high, and
//! tall ones six wide and ten high.
//!
//! The tables hold a letter a line, its rows from top to bottom. Two columns stay free after a tall letter,
//! and one after a small one, which `Y` fills.

/// A bit for each place of a letter, row after row, and one for all places below.
type Dots = [u64; 2];

/// Letters of `HEIGHT` rows, with `PITCH` columns from one to the next.
pub struct Font<const PITCH: usize, const HEIGHT: usize> {
    /// Each letter with its dots.
    glyphs: &'static [(char, Dots)],
}

/// Small letters.
pub const SMALL: Font<5, 6> = Font {
    glyphs: &Font::<5, 6>::glyphs::<18>(
        b"
        A .##. #..# #..# #### #..# #..#
        B ###. #..# ###. #..# #..# ###.
        C .##. #..# #... #... #..# .##.
        E #### #... ###. #... #... ####
        F #### #... ###. #... #... #...
        G .##. #..# #... #.## #..# .###
        H #..# #..# #### #..# #..# #..#
        I .### ..#. ..#. ..#. ..#. .###
        J ..## ...# ...# ...# #..# .##.
        K #..# #.#. ##.. #.#. #.#. #..#
        L #... #... #... #... #... ####
        O .##. #..# #..# #..# #..# .##.
        P ###. #..# #..# ###. #... #...
        R ###. #..# #..# ###. #.#. #..#
        S .### #... #... .##. ...# ###.
        U #..# #..# #..# #..# #..# .##.
        Y #...# #...# .#.#. ..#.. ..#.. ..#..
        Z #### ...# ..#. .#.. #... ####
        ",
    ),
};

/// Tall letters.
pub const TALL: Font<8, 10> = Font {
    glyphs: &Font::<8, 10>::glyphs::<15>(
        b"
        A ..##.. .#..#. #....# #....# #....# ###### #....# #....# #....# #....#
        B #####. #....# #....# #....# #####. #....# #....# #....# #....# #####.
        C .####. #....# #..... #..... #..... #..... #..... #..... #....# .####.
        E ###### #..... #..... #..... #####. #..... #..... #..... #..... ######
        F ###### #..... #..... #..... #####. #..... #..... #..... #..... #.....
        G .####. #....# #..... #..... #..... #..### #....# #....# #...## .###.#
        H #....# #....# #....# #....# ###### #....# #....# #....# #....# #....#
        J ...### ....#. ....#. ....#. ....#. ....#. ....#. #...#. #...#. .###..
        K #....# #...#. #..#.. #.#... ##.... ##.... #.#... #..#.. #...#. #....#
        L #..... #..... #..... #..... #..... #..... #..... #..... #..... ######
        N #....# ##...# ##...# #.#..# #.#..# #..#.# #..#.# #...## #...## #....#
        P #####. #....# #....# #....# #####. #..... #..... #..... #..... #.....
        R #####. #....# #....# #....# #####. #..#.. #...#. #...#. #....# #....#
        X #....# #....# .#..#. .#..#. ..##.. ..##.. .#..#. .#..#. #....# #....#
        Z ###### .....# .....# ....#. ...#.. ..#... .#.... #..... #..... ######
        ",
    ),
};

impl<const PITCH: usize, const HEIGHT: usize> Font<PITCH, HEIGHT> {
    /// Reads the letters that dots draw, each given as (x, y). `?` stands for what is not a letter.
    ///
    /// ```
    /// use aoc_core::letters::SMALL;
    /// let drawn = ["#  #  ##", "#  # #", "#### #", "#  # #", "#  # #", "#  #  ##"];
    /// let dots = drawn.iter().enumerate().flat_map(|(y, row)| {
    ///     row.bytes().enumerate().filter(|&(_, dot)| dot == b'#').map(move |(x, _)| (x, y))
    /// });
    /// assert_eq!(SMALL.read(dots), "H?"); // the C lacks the dots on its right
    /// ```
    pub fn read(&self, dots: impl Iterator<Item = (usize, usize)>) -> String {
        let mut drawn: Vec<Dots> = Vec::new();
        for (x, y) in dots {
            if x / PITCH >= drawn.len() {
                drawn.resize(x / PITCH + 1, [0; 2]);
            }
            let bit = Self::bit(x % PITCH, y);
            drawn[x / PITCH][bit / 64] |= 1 << (bit % 64);
        }
        let letter = |dots| self.glyphs.iter().find(|(_, glyph)| glyph == dots).map_or('?', |glyph| glyph.0);
        drawn.iter().map(letter).collect()
    }

    /// The bit of a place. No letter has a dot below its last row.
    const fn bit(x: usize, y: usize) -> usize {
        if y < HEIGHT { PITCH * y + x } else { PITCH * HEIGHT }
    }

    /// The letters of a table, each a word of one character with `HEIGHT` words after it.
    const fn glyphs<const LETTERS: usize>(table: &[u8]) -> [(char, Dots); LETTERS] {
        let mut glyphs = [(' ', [0; 2]); LETTERS];
        let (mut words, mut x) = (0, 0);
        let mut at = 0;
        while at < table.len() {
            if table[at].is_ascii_whitespace() {
                words += if x > 0 { 1 } else { 0 };
                x = 0;
            } else {
                let (letter, row) = (words / (HEIGHT + 1), words % (HEIGHT + 1));
                if row == 0 {
                    glyphs[letter].0 = table[at] as char;
                } else if table[at] == b'#' {
                    let bit = Self::bit(x, row - 1);
                    glyphs[letter].1[bit / 64] |= 1 << (bit % 64);
                }
                x += 1;
            }
            at += 1;
        }
        assert!(words == LETTERS * (HEIGHT + 1), "a letter lacks a row, or has one too many");
        glyphs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_what_is_not_a_letter() {
        let bar = (0..6).map(|y| (0, y));
        let ell = (0..6).map(|y| (10, y)).chain((11..14).map(|x| (x, 5)));
        let spoilt = (0..6).map(|y| (15, y)).chain((16..19).map(|x| (x, 5))).chain([(15, 6)]);
        assert_eq!(SMALL.read(bar.chain(ell).chain(spoilt)), "??L?");
    }

    #[test]
    fn tall_letters_have_two_free_columns_between() {
        let ell = |left| (0..10).map(move |y| (left, y)).chain((left + 1..left + 6).map(|x| (x, 9)));
        assert_eq!(TALL.read(ell(0).chain(ell(8))), "LL");
        assert_eq!(TALL.read(ell(7)), "??");
    }

    #[test]
    fn no_two_letters_of_a_font_are_alike() {
        fn check<const PITCH: usize, const HEIGHT: usize>(font: Font<PITCH, HEIGHT>) {
            for (at, (letter, dots)) in font.glyphs.iter().enumerate() {
                assert!(letter.is_ascii_uppercase() && *dots != [0; 2]);
                assert!(font.glyphs[..at].iter().all(|(other, drawn)| other < letter && drawn != dots));
            }
        }
        check(SMALL);
        check(TALL);
    }
}
