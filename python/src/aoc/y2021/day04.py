r"""Giant Squid: https://adventofcode.com/2021/day/4

What is the score of the bingo board that wins first, and of the one that wins last? The game is played on all boards at
once, which are one array: a draw marks its number wherever it is, and boards with a row or a column full of marks win
and leave the game. Boards that win on the same draw win in the order of the input; those that never win have no score.

>>> boards = np.array([np.arange(25).reshape(5, 5), np.arange(7, 32).reshape(5, 5)])
>>> list(scores(Bingo([0, 1, 2, 3, 9, 14, 19, 24, 29, 4], boards)))
[11020, 896]
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

# Five cells, two characters wide, with blanks between them.
ROW = " ".join(["[ 1-9][0-9]"] * 5)


class Bingo(NamedTuple):
    draws: list[int]
    boards: NDArray[np.int64]


def parse(text: str) -> Bingo:
    reader = Reader(text)
    draws = reader.numbers(0, 99, ",")
    if len(draws) < 5 or len(set(draws)) < len(draws):
        raise reader.error("five numbers or more, all different", 0)
    reader.blank_line()
    bingo = Bingo(draws, np.array(list(reader.blocks(read_board))))
    if not winners(np.isin(bingo.boards, draws)).any():
        raise reader.too_soon("a board that wins")
    return bingo


def read_board(reader: Reader) -> list[list[int]]:
    board: list[list[int]] = []
    for row in reader.lines(read_row, most=5):
        board.append(row)
        if len(set().union(*board)) < 5 * len(board):
            raise reader.error("numbers that this board does not have yet")
    if len(board) < 5:
        reader.newline()
        raise reader.error("five rows")
    return board


def read_row(reader: Reader) -> list[int]:
    return list(map(int, reader.match(ROW, "five numbers, each two characters wide").split()))


def part1(bingo: Bingo) -> int:
    return next(scores(bingo))


def part2(bingo: Bingo) -> int:
    *_, last = scores(bingo)
    return last


def scores(bingo: Bingo) -> Iterator[int]:
    """The score of every board, when it wins."""
    boards = bingo.boards
    marked = np.zeros(boards.shape, bool)
    for draw in bingo.draws:
        marked |= boards == draw
        won = winners(marked)
        for board, marks in zip(boards[won], marked[won], strict=True):
            yield draw * int(board[~marks].sum())
        boards, marked = boards[~won], marked[~won]


def winners(marked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which boards have a row or a column full of marks?"""
    full_rows, full_columns = np.logical_and.reduce(marked, axis=2), np.logical_and.reduce(marked, axis=1)
    won: NDArray[np.bool_] = np.logical_or.reduce(full_rows | full_columns, axis=1)
    return won
