"""Nearly valid texts: a valid one with a small thing wrong, to see that every route refuses it at
the same line, or that all take it. Some changes leave a text valid; that is part of the test.
"""

from collections.abc import Callable
from random import Random
from string import ascii_lowercase, ascii_uppercase

DIGITS = "0123456789"
# What standard readers let through, or what an input might be hurt by on its way.
FOREIGN = [
    *"\t\r\n\x0b\x0c\x00 +-_.,;:|/#'\"xXeE~",
    "\x80",
    "\x85",
    "\u00a0",
    "\u00ff",
    "\u0663",
    "\uff17",
    "\u00b2",
    "\ufeff",
    "\u2028",
    "\u2029",
    "\u2212",
    "\ufffd",
    "\U0001d7d9",
    "\x1b",
    "\U0001f980",
    "-0",
    "+1",
    "0x1",
    "1e3",
    "1_0",
    "--",
    "  ",
    "\r\n",
    "\n\n",
]
SEPARATORS = ",;:.-=>| \t"
LINE_ENDS = ("\r", "\n\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "")
BLANKS = (" ", "  ", "\t", "\u00a0", " " * 10_000)
KINDS = (DIGITS, ascii_lowercase, ascii_uppercase)
MOST_DIGITS = 4000  # that Python makes a number of
MOST_BITS = 70  # of the powers of two; of ten as many digits
LONGEST = 10_000_000  # characters: a long line a thousand times, and that again, is more than a solver's memory holds
HUGE = (
    "9" * 20,
    "0" * 20,
    "18446744073709551616",
    "4294967296",
    "2147483648",
    "0" * 30 + "1",
    *(str(10**length) for length in range(1, 11)),
)


def mutate(text: str, rng: Random) -> str:
    """The text with one thing changed, now and then two or three."""
    for _ in range(rng.choice((1, 1, 1, 1, 2, 3))):
        changed = rng.choice(MUTATIONS)(text, rng)
        if len(changed) <= LONGEST:
            text = changed
    return text


def _character(change: Callable[[str, Random], str]) -> Callable[[str, Random], str]:
    """Change one character of the text."""

    def mutation(text: str, rng: Random) -> str:
        if not text:
            return change("", rng)
        at = rng.randrange(len(text))
        return text[:at] + change(text[at], rng) + text[at + 1 :]

    return mutation


def _line(change: Callable[[str, Random], list[str]]) -> Callable[[str, Random], str]:
    """Put other lines in the place of one line."""

    def mutation(text: str, rng: Random) -> str:
        lines = text.split("\n")
        at = rng.randrange(max(1, len(lines) - 1))
        return "\n".join(lines[:at] + change(lines[at], rng) + lines[at + 1 :])

    return mutation


def _number(change: Callable[[str, Random], str]) -> Callable[[str, Random], str]:
    """Change one run of digits."""

    def mutation(text: str, rng: Random) -> str:
        starts = [at for at, char in enumerate(text) if char in DIGITS and text[at - 1 : at] not in DIGITS]
        if not starts:
            return text
        start = end = rng.choice(starts)
        while text[end : end + 1] in DIGITS and end < len(text):
            end += 1
        return text[:start] + change(text[start:end], rng) + text[end:]

    return mutation


def _swap_characters(text: str, rng: Random) -> str:
    if len(text) < 2:
        return text
    one, two = sorted(rng.sample(range(len(text)), 2))
    return text[:one] + text[two] + text[one + 1 : two] + text[one] + text[two + 1 :]


def _swap_lines(text: str, rng: Random) -> str:
    lines = text.split("\n")
    one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return "\n".join(lines)


def _known(text: str, rng: Random) -> str:
    """Something that the text has elsewhere."""
    return rng.choice(text) if text else ""


def _replace_by_known(text: str, rng: Random) -> str:
    return _character(lambda _, rng: _known(text, rng))(text, rng)


def _insert_known(text: str, rng: Random) -> str:
    return _character(lambda char, rng: char + _known(text, rng))(text, rng)


def _alike(char: str, rng: Random) -> str:
    """A character of the same kind."""
    return rng.choice(next((kind for kind in KINDS if char and char in kind), char or "0"))


def _separator(change: Callable[[str, Random], str]) -> Callable[[str, Random], str]:
    """Change one of the characters between words and numbers."""

    def mutation(text: str, rng: Random) -> str:
        places = [at for at, char in enumerate(text) if char in SEPARATORS]
        if not places:
            return text
        at = rng.choice(places)
        return text[:at] + change(text[at], rng) + text[at + 1 :]

    return mutation


def _power(_: str, rng: Random) -> str:
    """A number at, just below or just above a power of two or ten."""
    return str(rng.choice((2, 10)) ** rng.randrange(MOST_BITS) + rng.choice((-1, 0, 1)))


def _as_long(digits: str, rng: Random) -> str:
    """Another number of as many digits."""
    return "".join(rng.choices(DIGITS, k=len(digits)))


def _swap_words(line: str, rng: Random) -> list[str]:
    words = line.split(" ")
    return [" ".join(rng.sample(words, len(words)))]


def _line_end(text: str, rng: Random) -> str:
    """Another line end in one place."""
    first, *rest = text.split("\n")
    if not rest:
        return text
    at = rng.randrange(len(rest))
    return "\n".join([first, *rest[:at]]) + rng.choice(LINE_ENDS) + "\n".join(rest[at:])


def _lines_in_another_order(text: str, rng: Random) -> str:
    lines = text.removesuffix("\n").split("\n")
    return "\n".join(rng.choice((lines[::-1], rng.sample(lines, len(lines)), lines[1:] + lines[:1]))) + "\n"


def _blocks(change: Callable[[list[str], int], list[str]]) -> Callable[[str, Random], str]:
    """Change what blank lines part, at one of the parts."""

    def mutation(text: str, rng: Random) -> str:
        blocks = text.split("\n\n")
        return "\n\n".join(change(blocks, rng.randrange(len(blocks))))

    return mutation


def _column(change: Callable[[str, str], str]) -> Callable[[str, Random], str]:
    """Change a column of a block, given its character in each line and one that the text has. A grid stays one."""

    def mutation(text: str, rng: Random) -> str:
        blocks = text.split("\n\n")
        at = rng.randrange(len(blocks))
        lines = blocks[at].split("\n")
        known, column = _known(text, rng), rng.choice((0, rng.randint(0, max(map(len, lines)))))
        blocks[at] = "\n".join(
            line[:column] + change(line[column : column + 1], known) + line[column + 1 :] if line else ""
            for line in lines
        )
        return "\n\n".join(blocks)

    return mutation


def _repeat_line_elsewhere(text: str, rng: Random) -> str:
    lines = text.split("\n")
    lines.insert(rng.randint(0, len(lines)), rng.choice(lines))
    return "\n".join(lines)


MUTATIONS: tuple[Callable[[str, Random], str], ...] = (
    # a character
    _character(lambda char, rng: ""),
    _character(lambda char, rng: char * 2),
    _character(lambda char, rng: rng.choice(FOREIGN)),
    _character(lambda char, rng: char + rng.choice(FOREIGN)),
    _character(lambda char, rng: char.swapcase()),
    _character(lambda char, rng: rng.choice(DIGITS)),
    _replace_by_known,
    _insert_known,
    _swap_characters,
    # a number
    _number(lambda digits, rng: rng.choice(HUGE)),
    _number(lambda digits, rng: str(max(0, int(digits[-MOST_DIGITS:]) + rng.choice((-1, 1))))),
    _number(lambda digits, rng: rng.choice("-+ 0") + digits),
    _number(lambda digits, rng: ""),
    _number(_power),
    _number(lambda digits, rng: f"-{_power(digits, rng)}"),
    _number(lambda digits, rng: "0" * rng.choice((1, 10, 10_000)) + digits),
    # a separator
    _separator(lambda char, rng: rng.choice(SEPARATORS)),
    _separator(lambda char, rng: char * 2),
    _separator(lambda char, rng: rng.choice(BLANKS) + char),
    # nothing but what is said: the structure is kept
    _character(_alike),
    _number(_as_long),
    _line(_swap_words),
    _line(lambda line, rng: [line[::-1]]),
    _lines_in_another_order,
    _blocks(lambda blocks, at: blocks[:at] + blocks[at + 1 :]),
    _blocks(lambda blocks, at: [*blocks[: at + 1], *blocks[at:]]),
    _blocks(lambda blocks, at: [*blocks[at:], *blocks[:at]]),
    # a column
    _column(lambda char, known: ""),
    _column(lambda char, known: char * 2),
    _column(lambda char, known: known),
    _column(lambda char, known: known + char),
    _column(lambda char, known: " " + char),
    # a line
    _line(lambda line, rng: []),
    _line(lambda line, rng: [line, line]),
    _line(lambda line, rng: [line, ""]),
    _line(lambda line, rng: ["", line]),
    _line(lambda line, rng: [line[: rng.randint(0, len(line))]]),
    _line(lambda line, rng: [line[: (at := rng.randint(0, len(line)))], line[at:]]),
    _line(lambda line, rng: [line + rng.choice((" ", "  ", "\t", "\r", ",", "\r\r"))]),
    _line(lambda line, rng: [rng.choice((" ", "\t", "\ufeff")) + line]),
    _line(lambda line, rng: [line[1:]]),
    _line(lambda line, rng: [line + line[-1:]]),
    _line(lambda line, rng: [line * rng.choice((2, 10, 1000))]),
    _line_end,
    _swap_lines,
    _repeat_line_elsewhere,
    # the whole
    lambda text, rng: text[: rng.randint(0, len(text))],
    lambda text, rng: text.replace("\n", "", 1),
    lambda text, rng: text.replace("\n", "\r\n"),
    lambda text, rng: text.replace("\n", "\r"),
    lambda text, rng: text.replace("\n", "\r\n", rng.randint(1, 3)),
    lambda text, rng: text.rstrip("\n"),
    lambda text, rng: text + rng.choice(("\n", "\n\n\n", "\r\n\r\n", "\r", " ", "\n ", "\x1a", "0", "\n\r")),
    lambda text, rng: rng.choice(("\n", "\ufeff", "\r", "\x0c", " ")) + text,
    lambda text, rng: text.replace("\n", f"{rng.choice(BLANKS[:4])}\n"),
)
