"""2022 day 6, https://adventofcode.com/2022/day/6

Text: one line of 1 to 10,000 letters a-z.
Part 1: how many letters have been read when the last four are all different for the first time.
Part 2: the same for the last fourteen.
A part of which there is no such place has no solution.
"""

from collections.abc import Callable, Iterator
from random import Random
from string import ascii_lowercase

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, same, unchanged
from crosscheck.puzzles.limit import Limit

TITLE = "Tuning Trouble"
UNIT = "letters"
SIZE = 4095
MOST_LETTERS, SHORT, LONG = 10_000, 4, 14
NONE = "no solution"


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Windows of different letters that come at the start, at the end or never; a repeat at either end of the window, one letter too few."""
    rng = draw(seeds())
    kind = draw(st.sampled_from(("late", "late", "few letters", "in turn", "nearly", "nearly")))
    letters = rng.sample(ascii_lowercase, 26)
    if kind == "few letters":
        known = letters[: draw(st.sampled_from((1, 3, 4, 13, 14, 15)))]
        made = "".join(rng.choices(known, k=rng.randint(1, 40)))
    elif kind == "in turn":
        known = letters[: draw(st.sampled_from((2, 3, 4, 5, 13, 14, 15, 26)))]
        start = rng.randrange(len(known))
        made = "".join((known * 40)[start : start + rng.randint(1, 40)])
    elif kind == "nearly":
        made = nearly(rng, letters, draw(st.integers(1, 6)))
    else:
        first = draw(st.sampled_from((0, 1, 4, 5, 14, 20, 60, 130)))
        second = first + rng.choice((0, 1, 5, 14, 40))
        made = late(rng, second + rng.choice((1, 3, 14, 15, 60)), first, second)
    return made + "\n"


def nearly(rng: Random, letters: list[str], pieces: int) -> str:
    """Pieces of different letters, four, fourteen or one less or more; the next piece often begins with the last letter of the one before."""
    made = ""
    for _ in range(pieces):
        piece = rng.sample(letters, rng.choice((SHORT - 1, SHORT, LONG - 1, LONG - 1, LONG, LONG + 1)))
        if made and rng.random() < 0.8:
            same_one = made[-rng.randint(1, min(3, len(made)))]
            piece = [same_one, *(letter for letter in piece if letter != same_one)][: len(piece)]
        made += "".join(piece)
    return made


def late(rng: Random, length: int, first: int, second: int) -> str:
    """Letters of which no four are different in the first places, and no fourteen in more of them."""
    made = ""
    for at in range(length):
        letter = rng.choice(ascii_lowercase)
        for places, window in ((second, LONG), (first, SHORT)):
            last = made[-(window - 1) :]
            if at < places and len(last) == window - 1 and len(set(last + letter)) == window:
                letter = rng.choice(last)
        made += letter
    return made


def full(seed: int, size: int = SIZE) -> str:
    """Both windows come after a quarter of the text."""
    rng = Random(seed)
    length = min(size, MOST_LETTERS)
    first = rng.randrange(length // 4, length // 2)
    return late(rng, length, first, rng.randrange(first, length - length // 6)) + "\n"


def limits() -> Iterator[Limit]:
    most = ascii_lowercase[:LONG].rjust(MOST_LETTERS, "a") + "\n"
    yield Limit("most letters, different at the end only", most, f"{MOST_LETTERS - LONG + SHORT}, {MOST_LETTERS}")
    yield Limit("most letters, all equal", "z" * MOST_LETTERS + "\n", f"{NONE}, {NONE}")
    yield Limit("a letter too many", "z" * (MOST_LETTERS + 1) + "\n", "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """Most letters and no window of fourteen: the repeat is at its start, at its end, within, and of thirteen letters in turn."""
    one, other = ascii_lowercase[:13], ascii_lowercase[13:]
    yield "thirteen letters in turn", (one * MOST_LETTERS)[:MOST_LETTERS] + "\n"
    yield "three letters in turn", ("abc" * MOST_LETTERS)[:MOST_LETTERS] + "\n"
    yield "one letter", "a" * MOST_LETTERS + "\n"
    pairs = "".join(letter * 2 for letter in one + other)
    yield "every letter twice", (pairs * MOST_LETTERS)[:MOST_LETTERS] + "\n"
    back = one + one[-2::-1]
    yield "thirteen letters up and down", (back * MOST_LETTERS)[:MOST_LETTERS] + "\n"
    turned = "".join(half + half[-1] for half in (one, other))
    yield "thirteen letters, the last of them twice", (turned * MOST_LETTERS)[:MOST_LETTERS] + "\n"


def oracle(text: str) -> Answers | None:
    """Every place in turn, and every pair of letters in the window before it."""
    letters = text.strip()
    short, long = (
        next((str(end) for end in range(size, len(letters) + 1) if all_different(letters[end - size : end])), NONE)
        for size in (SHORT, LONG)
    )
    return short, long


def all_different(letters: str) -> bool:
    return not any(one == other for at, one in enumerate(letters) for other in letters[:at])


def on_letters(change: Callable[[str, Random], str | None]) -> Transform:
    """None where the change makes the line too long."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(text.strip(), rng)
        return None if changed is None or len(changed) > MOST_LETTERS else f"{changed}\n"

    return transform


def renamed(letters: str, rng: Random) -> str:
    names = "".join(rng.sample(ascii_lowercase, len(ascii_lowercase)))
    return letters.translate(str.maketrans(ascii_lowercase, names))


def first_again(letters: str, rng: Random) -> str:
    """The first letter three times more."""
    return letters[0] * 3 + letters


def three_later(before: Answers, after: Answers) -> bool:
    return all(
        one == two == NONE or int(two or "") == int(one or "") + 3 for one, two in zip(before, after, strict=True)
    )


def each_doubled(letters: str, _: Random) -> str:
    return "".join(letter * 2 for letter in letters)


def alphabet_at_the_end(letters: str, _: Random) -> str:
    return letters + ascii_lowercase


def where_there_was_one(before: Answers, after: Answers) -> bool:
    """What was found is found again; otherwise there is one now."""
    return all(one in (two, NONE) and two != NONE for one, two in zip(before, after, strict=True))


def backwards(letters: str, _: Random) -> str:
    return letters[::-1]


def none_as_before(before: Answers, after: Answers) -> bool:
    return all((one == NONE) == (two == NONE) for one, two in zip(before, after, strict=True))


def ten_more(_: Answers, after: Answers) -> bool:
    one, two = after
    return two == NONE or (one != NONE and int(two or "") >= int(one or "") + LONG - SHORT)


def without_first(letters: str, _: Random) -> str | None:
    return letters[1:] or None


def one_sooner_or_later(before: Answers, after: Answers) -> bool:
    """Unless the first window began with the letter that is lost, it ends one place sooner now."""
    windows = list(zip(before, after, (SHORT, LONG), strict=True))
    sooner = [(one, two) for one, two, size in windows if one != NONE and int(one or "") > size]
    return all(two != NONE and int(two or "") == int(one or "") - 1 for one, two in sooner) and all(
        two == NONE for one, two, _ in windows if one == NONE
    )


LAWS = (
    Law("other names for the letters change nothing", on_letters(renamed), same),
    Law("the first letter three times more", on_letters(first_again), three_later),
    Law("without the first letter all comes a place sooner", on_letters(without_first), one_sooner_or_later),
    Law("each letter twice leaves no window", on_letters(each_doubled), lambda _, after: after == (NONE, NONE)),
    Law("the alphabet at the end is found, if nothing before", on_letters(alphabet_at_the_end), where_there_was_one),
    Law("backwards there is a window if there was one", on_letters(backwards), none_as_before),
    Law("part 2 is at least part 1 and ten", unchanged, ten_more),
)
