// 2025 day 4, wrong: it stops when a round takes as many rolls as the round before, not when one takes none.
use std::io::Read;

fn free(grid: &[Vec<u8>]) -> Vec<(usize, usize)> {
    let at = |row: isize, column: isize| {
        row >= 0 && column >= 0 && grid.get(row as usize).and_then(|row| row.get(column as usize)) == Some(&b'@')
    };
    let mut found = vec![];
    for (row, cells) in grid.iter().enumerate() {
        for (column, &cell) in cells.iter().enumerate() {
            let (r, c) = (row as isize, column as isize);
            let around = (-1..=1).flat_map(|down| (-1..=1).map(move |right| (r + down, c + right)));
            let rolls = around.filter(|&place| place != (r, c) && at(place.0, place.1)).count();
            if cell == b'@' && rolls < 4 {
                found.push((row, column));
            }
        }
    }
    found
}

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let mut grid: Vec<Vec<u8>> = text.lines().map(|line| line.bytes().collect()).collect();
    let (first, mut taken, mut before) = (free(&grid).len(), 0, 0);
    loop {
        let found = free(&grid);
        if found.len() == before {
            break;
        }
        before = found.len();
        taken += found.len();
        for (row, column) in found {
            grid[row][column] = b'.';
        }
    }
    println!("{first}\n{taken}");
}
