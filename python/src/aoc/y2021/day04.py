r"""Giant Squid: https://adventofcode.com/2021/day/4

Bingo: numbers are drawn, and a board wins as soon as one of its rows or columns is all marked. Its score is the sum of
its unmarked numbers times the number that made it win. Part 1 asks for the score of the first board to win, part 2 for
the last.

The game is played. A board is ten sets, its rows and its columns; to mark a number is to take it out of one row and one
column, and a set that gets empty wins. Boards that win on the same draw win in the order of the input; boards that
never win have no score. The other two do not play: Rust takes the turn on which the last number of each line comes,
Haskell halves the draws again and again to find where a board starts to be a winner.

>>> boards = [[list(range(start + y, start + y + 5)) for y in range(0, 25, 5)] for start in (0, 7)]
>>> list(play([0, 1, 2, 3, 9, 14, 19, 24, 29, 4], boards))
[11020, 896]
"""

from collections import defaultdict
from collections.abc import Iterator

from aoc.text import Reader

Board = list[list[int]]

# Five cells, two characters wide, with blanks between them.
ROW = " ".join(["[ 1-9][0-9]"] * 5)


def parse(text: str) -> list[int]:
    """The scores in the order in which the boards win; at least one must."""
    reader = Reader(text)
    draws = reader.numbers(0, 99, ",")
    if len(draws) < 5 or len(set(draws)) < len(draws):
        raise reader.error("five numbers or more, all different", 0)
    boards = [read_board(reader)]
    while not reader.at_end:
        boards.append(read_board(reader))
    scores = list(play(draws, boards))
    if not scores:
        raise reader.too_soon("a board that wins")
    return scores


def read_board(reader: Reader) -> Board:
    reader.newline()
    board: Board = []
    seen: set[int] = set()
    for y in range(1, 6):
        reader.newline()
        start = reader.at
        row = list(map(int, reader.match(ROW, "five numbers, each two characters wide").split()))
        board.append(row)
        seen.update(row)
        if len(seen) < 5 * y:
            raise reader.error("numbers that this board does not have yet", start)
    return board


def part1(scores: list[int]) -> int:
    return scores[0]


def part2(scores: list[int]) -> int:
    return scores[-1]


def play(draws: list[int], boards: list[Board]) -> Iterator[int]:
    """The score of every board, when it wins."""
    places = defaultdict(list)
    for board in boards:
        rows, columns = list(map(set, board)), list(map(set, zip(*board, strict=True)))
        for numbers, row in zip(board, rows, strict=True):
            for number, column in zip(numbers, columns, strict=True):
                places[number].append((rows, row, column))
    for draw in draws:
        for rows, row, column in places[draw]:
            if rows:
                row.remove(draw)
                column.remove(draw)
                if not (row and column):
                    yield draw * sum(map(sum, rows))
                    rows.clear()  # this board is out of the game
