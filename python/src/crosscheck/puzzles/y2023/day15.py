"""2023 day 15, https://adventofcode.com/2023/day/15

Text: one line of 1 to 10,000 steps with commas between. A step is a label of 1 to 8 letters a-z, then `-`, or `=` and a digit 1 to 9.
The hash of a string begins with 0; for each character its ASCII code is added, and the sum is multiplied by 17 and taken modulo 256.
Part 1: the sum of the hashes of the steps, each with all its characters.
Part 2: 256 boxes hold lenses in order. The hash of the label says which box a step is about. `-` takes the lens with the label out of it, if there is one, and
the lenses behind it move up. `=` gives the lens with the label another value in its place; if there is none, a new lens is put behind the others.
The answer is the sum over all lenses of the number of the box, from 1, times the lens's place in it, from 1, times its value.
"""

from collections.abc import Callable, Iterator
from itertools import product
from random import Random
from string import ascii_lowercase

from hypothesis import strategies as st

from crosscheck.puzzles.draw import repeated, seeds
from crosscheck.puzzles.law import Answers, Law, Transform, same, same_part1, same_part2, shuffled, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Lens Library"
UNIT = "steps"
SIZE = 4000
MOST_STEPS, LONGEST, LAST_BOX = 10_000, 8, 255
TOGETHER = ("dk", "sl", "aks", "ucg", "zzzzzzhk", "dkdkdkme")  # labels of the last box
NEUTRAL = ("aju", "mra", "zvp")  # with the hash 0: in front of other letters they do not change it
Step = tuple[str, str]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Few labels and many steps, so that lenses are put, replaced, taken out and put again; labels of one box, or one the beginning of another."""
    rng = draw(seeds())
    letters = draw(st.sampled_from(("ab", "a", "az", ascii_lowercase)))
    own = ["".join(rng.choices(letters, k=rng.choice((1, 2, 3, LONGEST)))) for _ in range(4)]
    box = rng.randrange(LAST_BOX + 1)
    some = [next(labels_of(box, rng)) for _ in range(4)]
    pools = st.sampled_from((TOGETHER, ("a", "ajua", "mraa", "mra"), ("a", "ab", "b"), own, some, [*own, *some]))
    signs = draw(
        st.sampled_from((("-", "=1", "=9"), ("-", *(f"={n}" for n in range(1, 10))), ("=1", "=2"), ("-", "=5")))
    )
    step = st.tuples(st.sampled_from(draw(pools)), st.sampled_from(signs))
    return written(draw(repeated(st.lists(step, min_size=1, max_size=draw(st.sampled_from((4, 12, 40)))), 2, 30)))


def labels_of(box: int, rng: Random) -> Iterator[str]:
    """Labels of one box without end, which are long and hardly ever equal."""
    while True:
        begin = "".join(rng.choices(ascii_lowercase, k=LONGEST - 2))
        yield from (
            begin + one + two for one, two in product(ascii_lowercase, repeat=2) if hashed(begin + one + two) == box
        )


def full(seed: int, size: int = SIZE) -> str:
    """Labels of 2 to 6 letters, one for every eight steps, short ones most often; half of the steps take a lens out."""
    rng = Random(seed)
    labels = set[str]()
    while len(labels) < max(1, min(size, MOST_STEPS) // 8):
        labels.add("".join(rng.choices(ascii_lowercase, k=rng.choice((2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 6)))))
    pool = sorted(labels)
    signs = ["-"] * 9 + [f"={n}" for n in range(1, 10)]
    return written([(rng.choice(pool), rng.choice(signs)) for _ in range(min(size, MOST_STEPS))])


def limits() -> Iterator[Limit]:
    labels = different(LAST_BOX, MOST_STEPS)
    most = written([(label, "=9") for label in labels])
    places = MOST_STEPS * (MOST_STEPS + 1) // 2
    yield Limit(
        "all lenses in the last box", most, f"{MOST_STEPS * hashed(labels[0] + '=9')}, {(LAST_BOX + 1) * 9 * places}"
    )
    yield Limit("a step too many", written([("a", "-")] * (MOST_STEPS + 1)), "refused at line 1")
    nothing = written([("a", "-")] * MOST_STEPS)
    yield Limit("most steps, and no lens", nothing, f"{MOST_STEPS * hashed('a-')}, 0")


def different(box: int, count: int) -> list[str]:
    labels, found = labels_of(box, Random(15)), dict[str, None]()
    while len(found) < count:
        found[next(labels)] = None
    return list(found)


def worst() -> Iterator[tuple[str, str]]:
    """Most steps: one box with all lenses, which are taken out from the front or the back, replaced, or put again at once; one label; all labels different."""
    rng = Random(15)
    half = MOST_STEPS // 2
    labels = different(LAST_BOX, MOST_STEPS)
    put, out = [[(label, sign) for label in labels[:half]] for sign in ("=9", "-")]
    yield "all lenses in one box", written([(label, "=9") for label in labels])
    yield "taken out from the front", written(put + out)
    yield "taken out from the back", written(put + out[::-1])
    yield "the last one is replaced", written(put + [(labels[half - 1], f"={1 + n % 9}") for n in range(half)])
    again = [step for label in labels[: half // 2] for step in ((label, "-"), (label, "=9"))]
    yield "taken out from the front and put again", written(put + again)
    yield "one label, taken out and put", written([("zzzzzzzz", sign) for sign in ("=9", "-")] * half)
    yield "one label of one letter", written([("a", "=9")] * MOST_STEPS)
    counted = ["".join(letters) for letters in product("aeimqu", repeat=6)][:MOST_STEPS]
    yield "labels that differ in their last letters", written([(label, "=9") for label in counted])
    yield "labels that differ in their first letters", written([(label[::-1], "=9") for label in counted])
    absent = [(next(labels_of(box % 256, rng)), "-") for box in range(MOST_STEPS)]
    yield "nothing to take out", written(absent)


def written(steps: list[Step]) -> str:
    return ",".join(label + sign for label, sign in steps) + "\n"


def read(text: str) -> list[Step]:
    """Labels, and what is done."""
    steps = text.strip().split(",")
    return [(step[:-1], "-") if step.endswith("-") else (step[:-2], step[-2:]) for step in steps]


def hashed(characters: str) -> int:
    value = 0
    for character in characters:
        value = (value + ord(character)) * 17 % 256
    return value


def oracle(text: str) -> Answers | None:
    """Lists of labels and of values for each box, changed as it is told."""
    if len(text) > 120_000:
        return None
    total = 0
    labels: list[list[str]] = [[] for _ in range(256)]
    values: list[list[int]] = [[] for _ in range(256)]
    for step in text.strip().split(","):
        total += hashed(step)
        label = step.rstrip("-=123456789")
        box = hashed(label)
        if label in labels[box]:
            place = labels[box].index(label)
            if step[-1] == "-":
                del labels[box][place], values[box][place]
            else:
                values[box][place] = int(step[-1])
        elif step[-1] != "-":
            labels[box].append(label)
            values[box].append(int(step[-1]))
    power = 0
    for box in range(256):
        for place in range(len(values[box])):
            power += (1 + box) * (1 + place) * values[box][place]
    return str(total), str(power)


def on_steps(change: Callable[[list[Step], Random], list[Step] | None]) -> Transform:
    """A change of the list of steps, where they are not too many after it."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        return written(changed) if changed and len(changed) <= MOST_STEPS else None

    return transform


def boxes_interleaved(steps: list[Step], rng: Random) -> list[Step]:
    """Another order, in which the steps about one box come in the order in which they were."""
    queues: dict[int, list[Step]] = {}
    for step in steps[::-1]:
        queues.setdefault(hashed(step[0]), []).append(step)
    return [queues[hashed(label)].pop() for label, _ in shuffled(steps, rng)]


def one_step_twice(steps: list[Step], rng: Random) -> list[Step]:
    at = rng.randrange(len(steps))
    return [*steps[: at + 1], *steps[at:]]


def other_value_before(steps: list[Step], rng: Random) -> list[Step]:
    """Each `=` is said with another value first."""
    return [
        one
        for label, sign in steps
        for one in (((label, f"={rng.randint(1, 9)}"),) if sign != "-" else ()) + ((label, sign),)
    ]


def emptied_first(steps: list[Step], _: Random) -> list[Step]:
    """The steps, then every label is taken out, then the steps again."""
    return steps + [(label, "-") for label in dict.fromkeys(label for label, _ in steps)] + steps


def before_removal_left_out(steps: list[Step], rng: Random) -> list[Step] | None:
    """Without all steps of a label before one that takes it out."""
    removals = [at for at, (_, sign) in enumerate(steps) if sign == "-"]
    if not removals:
        return None
    last = rng.choice(removals)
    return [step for at, step in enumerate(steps) if at >= last or step[0] != steps[last][0]]


def longer_label(steps: list[Step], rng: Random) -> list[Step] | None:
    """One label gets letters in front that do not change its hash."""
    labels = {label for label, _ in steps}
    old = rng.choice(sorted(labels))
    new = rng.choice(NEUTRAL) + old
    return (
        None
        if new in labels or len(new) > LONGEST
        else [(new if label == old else label, sign) for label, sign in steps]
    )


def all_values_one(steps: list[Step], _: Random) -> list[Step]:
    return [(label, sign if sign == "-" else "=1") for label, sign in steps]


def one_hash_more(before: Answers, after: Answers) -> bool:
    return before[1] == after[1] and 0 <= whole(after)[0] - whole(before)[0] <= LAST_BOX


def at_most_nine_times(before: Answers, after: Answers) -> bool:
    return whole(after)[1] <= whole(before)[1] <= 9 * whole(after)[1]


LAWS = (
    Law(
        "steps about different boxes can change places",
        on_steps(boxes_interleaved),
        same,
    ),
    Law("the order does not matter in part 1", on_steps(shuffled), same_part1),
    Law("a step twice adds its hash, and no more", on_steps(one_step_twice), one_hash_more),
    Law("of two values at once the last one counts", on_steps(other_value_before), same_part2),
    Law("what was before all is taken out does not matter", on_steps(emptied_first), same_part2),
    Law("what a label was before it is taken out does not matter", on_steps(before_removal_left_out), same_part2),
    Law("letters of the hash 0 in front change nothing", on_steps(longer_label), same),
    Law("values of 1 give at least a ninth", on_steps(all_values_one), at_most_nine_times),
)
