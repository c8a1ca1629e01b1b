//! [Monkey Map](https://adventofcode.com/2022/day/22): a path of steps and turns over a map, where walls end
//! the steps; the place and the heading at its end. A walker that leaves the map comes back at the other end
//! of the row or column (part 1), or the map is folded into a cube (part 2).
//!
//! **Lanes.** The map is six faces. A place on a face is told as the walker sees it: the *lane* is the
//! distance from the side at its left hand, and the *offset* is the distance from the side behind it.
//!
//! ```text
//! heading right:  +---------+     After a turn to the right, the lane is side - 1 - offset, and the offset is the lane.
//!          lane   |  |      |
//!                 |--@ ->   |     On the next face, wherever it is, the lane is the same and the offset is 0.
//!                 +---------+
//!              offset
//! ```
//!
//! For each face and heading, each lane is a word with the walls as bits. A count of zeros in the word is the
//! number of steps to the next wall.
//!
//! **Links** tell for each face and heading which face comes next, and the heading there. The parts differ in
//! these alone.
//!
//! **Folding.** Faces that touch on the map are linked. Three faces meet in each corner of a cube, so the
//! face ahead can also be reached by way of the face at the right:
//!
//! ```text
//! +-------+
//! | ahead | <-+          The gap at the upper right closes when the map is folded. So two paths lead to the same face:
//! +---^---+---^---+      * up, over one side;
//! | face ->  right|      * right, over a side, left, over a side, and then right for the same heading as above.
//! +-------+-------+
//! ```
//!
//! This rule gives new links until there are all 24. A shape is a net if and only if that succeeds and the
//! rule holds at all corners, because six squares of which three meet in each corner can only be a cube.

use std::array::from_fn;
use std::ops::RangeInclusive;

use aoc_core::bits::ones;
use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const FACES: usize = 6;
const MOST_SIDE: usize = 50;
const MOST_ROWS: usize = 200;
const MOST_COLUMNS: usize = 200;
const MOST_PATH: usize = 10_000;
const STEPS: RangeInclusive<u32> = 1..=99;

/// Steps in x and y for each heading: right, down, left and up, each a turn to the right from the one before.
const DIRECTIONS: [[isize; 2]; 4] = [[1, 0], [0, 1], [-1, 0], [0, -1]];

/// The faces, and the path.
pub struct Input {
    side: usize,
    /// The blanks that all rows begin with.
    margin: usize,
    /// The column and the row of each face, in faces.
    faces: [[usize; 2]; FACES],
    /// By face, heading and lane, the walls by offset.
    walls: [[[u64; MOST_SIDE]; 4]; FACES],
    cube: Links,
    start: Place,
    path: Vec<Move>,
}

/// The next face, and the heading there.
type Link = (usize, usize);

/// By face and heading.
type Links = [[Link; 4]; FACES];

#[derive(Clone, Copy)]
struct Place {
    face: usize,
    heading: usize,
    lane: usize,
    offset: usize,
}

/// Some steps, and the quarter turns to the right after them.
struct Move {
    steps: u32,
    turns: usize,
}

/// A row of the map: the blanks, and the cells after them.
type Row<'a> = (usize, &'a [u8]);

/// Reads the map and the path, and folds the cube.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let rows = rows(&mut reader)?;
    let path = path(&mut reader)?;
    reader.end()?;
    fold(&rows, path)
        .ok_or_else(|| reader.error_of_whole("the map is not the net of a cube of side 50 at most"))
}

/// Reads the rows of the map, and the blank line.
fn rows<'a>(reader: &mut Reader<'a>) -> Result<Vec<Row<'a>>, InputError> {
    let mut rows: Vec<Row> = Vec::with_capacity(MOST_ROWS);
    while rows.is_empty() || reader.peek() != Some(b'\n') {
        let start = reader.at();
        let blanks = reader.rest().iter().take_while(|&&byte| byte == b' ').count();
        reader.skip(blanks);
        let usual = rows.last().map_or(0, |row| row.1.len());
        let cells = reader.word_as_long(usual, |byte| matches!(byte, b'.' | b'#'), "`.` or `#`")?;
        if rows.len() == MOST_ROWS || blanks + cells.len() > MOST_COLUMNS {
            return Err(reader.error("at most 200 rows of 200 columns", start));
        }
        if rows.is_empty() && !cells.contains(&b'.') {
            return Err(reader.error("a `.` in the first row", start));
        }
        rows.push((blanks, cells));
        reader.newline()?;
    }
    reader.skip(1);
    Ok(rows)
}

/// Reads the path.
fn path(reader: &mut Reader) -> Result<Vec<Move>, InputError> {
    let start = reader.at();
    let mut path = Vec::with_capacity(reader.rest().len() / 2 + 1);
    loop {
        let steps = reader.number(STEPS)?;
        let turns = match reader.peek() {
            Some(b'R') => 1,
            Some(b'L') => 3,
            _ => 0,
        };
        path.push(Move { steps, turns });
        if turns == 0 {
            break;
        }
        reader.skip(1);
    }
    if reader.at() - start > MOST_PATH {
        return Err(reader.error("at most 10000 characters", start));
    }
    Ok(path)
}

/// Finds the faces and their walls, and folds the cube, if the map is a net.
fn fold(rows: &[Row], path: Vec<Move>) -> Option<Input> {
    let cells: usize = rows.iter().map(|row| row.1.len()).sum();
    let side = (1..=MOST_SIDE).find(|side| FACES * side * side == cells)?;
    let margin = rows.iter().map(|row| row.0).min()?;
    let mut faces = Vec::with_capacity(FACES);
    for (y, band) in rows.chunks(side).enumerate() {
        let (blanks, length) = (band[0].0, band[0].1.len());
        let are_alike = band.iter().all(|row| (row.0, row.1.len()) == (blanks, length));
        let from = blanks - margin;
        if !are_alike || band.len() < side || from % side > 0 || length % side > 0 {
            return None;
        }
        faces.extend((from / side..(from + length) / side).map(|x| [x, y]));
    }
    let faces: [[usize; 2]; FACES] = faces.try_into().ok()?;
    // The faces of the first rows come first.
    let column = rows[0].1.iter().position(|&cell| cell == b'.')?;
    let start = Place { face: column / side, heading: 0, lane: 0, offset: column % side };
    let walls = faces.map(|[x, y]| {
        let from = margin + x * side - rows[y * side].0;
        walls(rows[y * side..(y + 1) * side].iter().map(|row| &row.1[from..from + side]))
    });
    let cube = cube(&faces)?;
    Some(Input { side, margin, faces, walls, cube, start, path })
}

/// The walls of a face by heading and lane.
fn walls<'a>(rows: impl ExactSizeIterator<Item = &'a [u8]>) -> [[u64; MOST_SIDE]; 4] {
    let last = rows.len() - 1;
    let mut walls = [[0; MOST_SIDE]; 4];
    for (y, row) in rows.enumerate() {
        let mut cells = [b'.'; 64];
        cells[..row.len()].copy_from_slice(row);
        walls[0][y] = swar::flags(&cells);
        for x in ones(walls[0][y]) {
            walls[1][last - x] |= 1 << y;
            walls[2][last - y] |= 1 << (last - x);
            walls[3][x] |= 1 << (last - y);
        }
    }
    walls
}

/// The face at a column and a row.
fn face_at(faces: &[[usize; 2]; FACES], column: isize, row: isize) -> Option<usize> {
    faces.iter().position(|&[x, y]| (x as isize, y as isize) == (column, row))
}

/// The links of the cube, if the faces are a net.
fn cube(faces: &[[usize; 2]; FACES]) -> Option<Links> {
    let mut links = faces.map(|[x, y]| {
        from_fn(|heading| {
            let [dx, dy] = DIRECTIONS[heading];
            Some((face_at(faces, x as isize + dx, y as isize + dy)?, heading))
        })
    });
    // Each round finds at least one link, if there is any to be found.
    for _ in 0..4 * FACES {
        for (face, heading) in (0..FACES).flat_map(|face| (0..4).map(move |heading| (face, heading))) {
            let Some(ahead) = by_way_of_right(&links, face, heading) else { continue };
            if *links[face][heading].get_or_insert(ahead) != ahead {
                return None;
            }
            // The same side in the opposite direction.
            let back = (face, (heading + 2) % 4);
            if *links[ahead.0][(ahead.1 + 2) % 4].get_or_insert(back) != back {
                return None;
            }
        }
    }
    let mut cube = [[(0, 0); 4]; FACES];
    for (to, from) in cube.as_flattened_mut().iter_mut().zip(links.as_flattened()) {
        *to = (*from)?;
    }
    Some(cube)
}

/// The link ahead, found by way of the face at the right.
fn by_way_of_right(links: &[[Option<Link>; 4]; FACES], face: usize, heading: usize) -> Option<Link> {
    let (right, there) = links[face][(heading + 1) % 4]?;
    let (ahead, there) = links[right][(there + 3) % 4]?;
    Some((ahead, (there + 1) % 4))
}

/// The end of the walk on the flat map.
pub fn part1(input: &Input) -> usize {
    let faces = &input.faces;
    let links = faces.map(|[x, y]| {
        from_fn(|heading| {
            let [dx, dy] = DIRECTIONS[heading];
            let next = |steps: isize| face_at(faces, x as isize + steps * dx, y as isize + steps * dy);
            // The face ahead, or else the one farthest behind, which may be this one.
            let face = next(1).or_else(|| (1 - FACES as isize..=0).find_map(next));
            (face.unwrap_or(0), heading)
        })
    });
    input.walk(&links)
}

/// The end of the walk on the cube.
pub fn part2(input: &Input) -> usize {
    input.walk(&input.cube)
}

impl Input {
    /// Follows the path, and gives the password of its end.
    fn walk(&self, links: &Links) -> usize {
        let mut place = self.start;
        for &Move { steps, turns } in &self.path {
            place = self.ahead(place, steps, links);
            for _ in 0..turns {
                place = self.turn_right(place);
            }
        }
        let [column, row] = self.faces[place.face].map(|faces| faces * self.side);
        let heading = place.heading;
        // For a walker that heads right, the lane is the row of the face, and the offset is the column.
        while place.heading > 0 {
            place = self.turn_right(place);
        }
        1000 * (row + place.lane + 1) + 4 * (self.margin + column + place.offset + 1) + heading
    }

    /// The place after a turn to the right.
    #[inline(always)]
    fn turn_right(&self, Place { face, heading, lane, offset }: Place) -> Place {
        Place { face, heading: (heading + 1) % 4, lane: self.side - 1 - offset, offset: lane }
    }

    /// The place after some steps ahead, or as many of them as walls allow.
    #[inline(always)]
    fn ahead(&self, mut place: Place, steps: u32, links: &Links) -> Place {
        let mut remaining = steps as usize;
        loop {
            let walls = self.walls[place.face][place.heading][place.lane];
            // The walker's own cell is free too. Without a wall ahead, this is more than a side.
            let free = (walls >> place.offset).trailing_zeros() as usize - 1;
            let to_end = self.side - 1 - place.offset;
            if remaining.min(free) <= to_end {
                place.offset += remaining.min(free);
                return place;
            }
            place.offset = self.side - 1;
            let (face, heading) = links[place.face][place.heading];
            if self.walls[face][heading][place.lane] & 1 == 1 {
                return place;
            }
            place = Place { face, heading, offset: 0, ..place };
            remaining -= to_end + 1;
        }
    }
}
