//! Letters drawn with dots, four wide and six high, in columns of five (`Y` fills all five).

/// Bits of a row of a letter, the leftmost dot lowest.
const WIDTH: usize = 5;
const HEIGHT: usize = 6;
/// A letter with a dot below its six rows is none.
const SPOILT: u32 = 1 << 31;

const FONT: [(char, u32); 18] = [
    ('A', glyph(*b".##. #..# #..# #### #..# #..#")),
    ('B', glyph(*b"###. #..# ###. #..# #..# ###.")),
    ('C', glyph(*b".##. #..# #... #... #..# .##.")),
    ('E', glyph(*b"#### #... ###. #... #... ####")),
    ('F', glyph(*b"#### #... ###. #... #... #...")),
    ('G', glyph(*b".##. #..# #... #.## #..# .###")),
    ('H', glyph(*b"#..# #..# #### #..# #..# #..#")),
    ('I', glyph(*b".### ..#. ..#. ..#. ..#. .###")),
    ('J', glyph(*b"..## ...# ...# ...# #..# .##.")),
    ('K', glyph(*b"#..# #.#. ##.. #.#. #.#. #..#")),
    ('L', glyph(*b"#... #... #... #... #... ####")),
    ('O', glyph(*b".##. #..# #..# #..# #..# .##.")),
    ('P', glyph(*b"###. #..# #..# ###. #... #...")),
    ('R', glyph(*b"###. #..# #..# ###. #.#. #..#")),
    ('S', glyph(*b".### #... #... .##. ...# ###.")),
    ('U', glyph(*b"#..# #..# #..# #..# #..# .##.")),
    ('Y', glyph(*b"#...##...#.#.#.  #    #    # ")),
    ('Z', glyph(*b"#### ...# ..#. .#.. #... ####")),
];

/// Reads a picture's letters from the places (x, y) of its dots. What is no letter reads `?`.
pub fn read(dots: impl Iterator<Item = (usize, usize)>) -> String {
    let mut glyphs = Vec::new();
    for (x, y) in dots {
        if x / WIDTH >= glyphs.len() {
            glyphs.resize(x / WIDTH + 1, 0);
        }
        glyphs[x / WIDTH] |= if y < HEIGHT { 1 << (WIDTH * y + x % WIDTH) } else { SPOILT };
    }
    let letter = |&drawn| FONT.iter().find(|&&(_, glyph)| glyph == drawn).map_or('?', |&(letter, _)| letter);
    glyphs.iter().map(letter).collect()
}

/// A letter as its dots, row after row. Rows are five apart, whatever stands in the gap between two.
const fn glyph(drawn: [u8; WIDTH * HEIGHT - 1]) -> u32 {
    let (mut dots, mut at) = (0, 0);
    while at < drawn.len() {
        if drawn[at] == b'#' {
            dots |= 1 << at;
        }
        at += 1;
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn letters_and_what_is_none() {
        let bar = (0..6).map(|y| (0, y));
        let ell = (0..6).map(|y| (10, y)).chain((11..14).map(|x| (x, 5)));
        let spoilt = (0..6).map(|y| (15, y)).chain((16..19).map(|x| (x, 5))).chain([(15, 6)]);
        assert_eq!(read(bar.chain(ell).chain(spoilt)), "??L?");
    }
}
