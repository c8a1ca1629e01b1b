"""2021 day 4, https://adventofcode.com/2021/day/4

Text: line 1 is the draws, 5 to 100 different numbers from 0 to 99, comma separated. Then one or
more boards, each a blank line and five lines of five cells: each cell is two characters wide with
the number on the right (a blank before one digit, so `07` is refused), with one blank between two
cells. The numbers of a board are different. A board may never win, but at least one does, else the
text ends too soon.
Part 1: the score of the first board to win, of several on the same draw the earlier in the text.
Part 2: that of the last to win, of several on the same draw the later in the text. A score is the
sum of the numbers not drawn yet times the number that won.
"""

from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same
from crosscheck.puzzles.limit import Limit

TITLE = "Giant Squid"
UNIT = "boards"
SIZE = 100
Board = list[int]
KINDS = st.lists(st.sampled_from(("new", "again", "turned", "alike")), max_size=5)


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Few draws or all; boards of drawn numbers or not; boards twice, turned, or alike."""
    rng = draw(seeds())
    count = draw(st.sampled_from((5, 6, 8, 25, 60, 99, 100)))
    draws = rng.sample(range(100), count)
    pool = draw(st.sampled_from((25, 26, 40, 100)))
    numbers = (draws + [n for n in range(100) if n not in draws])[:pool]
    boards: list[Board] = []
    for kind in draw(KINDS):
        last = boards[-1] if boards else None
        if kind == "again" and last:
            boards.append(last)
        elif kind == "turned" and last:
            boards.append(turned(last))
        elif kind == "alike" and last:
            boards.append(rng.sample(last, 25))
        else:
            boards.append(rng.sample(numbers, 25))
    if not any(turn(board, draws) for board in boards):
        boards.insert(rng.randint(0, len(boards)), winning(rng.sample(numbers, 25), draws, rng))
    return text_of(draws, boards)


def full(seed: int, size: int = SIZE) -> str:
    """Every number drawn, so every board wins."""
    rng = Random(seed)
    draws = rng.sample(range(100), 100)
    return text_of(draws, [rng.sample(range(100), 25) for _ in range(size)])


def oracle(text: str) -> Answers:
    """Every board against every number of draws."""
    draws, boards = read(text)
    wins = [(turn(board, draws), at, board) for at, board in enumerate(boards)]
    won = sorted(win for win in wins if win[0])

    def score(turn: int, board: Board) -> str:
        return str(sum(set(board) - set(draws[:turn])) * draws[turn - 1])

    (first, _, early), (last, _, late) = won[0], won[-1]
    return score(first, early), score(last, late)


def turn(board: Board, draws: list[int]) -> int:
    """After how many draws the board has won; 0 for never."""
    rows = [board[start : start + 5] for start in range(0, 25, 5)]
    winners = [set(line) for line in rows + [list(column) for column in zip(*rows, strict=True)]]
    return next((n for n in range(5, len(draws) + 1) if any(line <= set(draws[:n]) for line in winners)), 0)


def winning(board: Board, draws: list[int], rng: Random) -> Board:
    """The board with five of the drawn numbers moved to a row of it."""
    row, drawn = rng.randrange(5), rng.sample(draws, 5)
    rest = [n for n in board if n not in drawn][:20]
    return rest[: 5 * row] + drawn + rest[5 * row :]


def turned(board: Board) -> Board:
    return [board[5 * column + row] for row in range(5) for column in range(5)]


def text_of(draws: list[int], boards: list[Board]) -> str:
    lines = [",".join(map(str, draws))]
    for board in boards:
        lines.append("")
        lines += (" ".join(f"{n:2}" for n in board[row : row + 5]) for row in range(0, 25, 5))
    return joined(lines)


def read(text: str) -> tuple[list[int], list[Board]]:
    draws, *boards = text.split("\n\n")
    return list(map(int, draws.split(","))), [list(map(int, board.split())) for board in boards]


def on_boards(change: Callable[[Board], Board]) -> Transform:
    def transform(text: str, _: Random) -> str:
        draws, boards = read(text)
        return text_of(draws, [change(board) for board in boards])

    return transform


def backwards(board: Board) -> Board:
    return board[::-1]


def every_board_twice(text: str, _: Random) -> str:
    draws, boards = read(text)
    return text_of(draws, [board for board in boards for _ in range(2)])


def limits() -> Iterator[Limit]:
    yield Limit("a thousand boards", full(1, 1000))


def worst() -> Iterator[tuple[str, str]]:
    """Ten thousand boards: that win when they may, all of them as late as can be, and only one of them at all."""
    rng = Random(4)
    count, draws = 10_000, rng.sample(range(100), 100)
    yield "ten thousand boards", full(4, count)
    yield "ten thousand boards that win late", text_of(draws, [late(draws, rng) for _ in range(count)])
    few, never = draws[:25], [late(draws, rng) for _ in range(count - 1)]
    yield "ten thousand boards of which one wins", text_of(few, [*never, few])


def late(draws: list[int], rng: Random) -> Board:
    """A board with one of the last five draws in each row and column."""
    board = rng.sample(draws[:-5], 25)
    board[::6] = rng.sample(draws[-5:], 5)
    return board


LAWS = (
    Law("rows for columns changes nothing", on_boards(turned), same),
    Law("boards upside down and backwards change nothing", on_boards(backwards), same),
    Law("every board twice changes nothing", every_board_twice, same),
)
