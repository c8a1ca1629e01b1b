"""Letters drawn with pixels, for days whose answer is read from a picture."""

FONT = {
    "A": ".##. #..# #..# #### #..# #..#",
    "B": "###. #..# ###. #..# #..# ###.",
    "C": ".##. #..# #... #... #..# .##.",
    "E": "#### #... ###. #... #... ####",
    "F": "#### #... ###. #... #... #...",
    "G": ".##. #..# #... #.## #..# .###",
    "H": "#..# #..# #### #..# #..# #..#",
    "I": ".### ..#. ..#. ..#. ..#. .###",
    "J": "..## ...# ...# ...# #..# .##.",
    "K": "#..# #.#. ##.. #.#. #.#. #..#",
    "L": "#... #... #... #... #... ####",
    "O": ".##. #..# #..# #..# #..# .##.",
    "P": "###. #..# #..# ###. #... #...",
    "R": "###. #..# #..# ###. #.#. #..#",
    "S": ".### #... #... .##. ...# ###.",
    "U": "#..# #..# #..# #..# #..# .##.",
    "Y": "#...# #...# .#.#. ..#.. ..#.. ..#..",
    "Z": "#### ...# ..#. .#.. #... ####",
}
HEIGHT, PITCH = 6, 5


def read(rows: list[str]) -> str:
    """The letters from left to right, up to the last lit pixel; `?` for what is not a letter.

    >>> read(["#..........", "#..........", "#..........", "#..........", "#..........", "####..#...."])
    'L?'
    """
    width = max((row.rfind("#") for row in rows), default=-1) + 1
    padded = [row.ljust(width + PITCH, ".") for row in rows]
    return "".join(letter([row[left : left + PITCH] for row in padded]) for left in range(0, width, PITCH))


def letter(rows: list[str]) -> str:
    """The letter of the font that is in the first six of the rows, with nothing below."""
    below = any("#" in row for row in rows[HEIGHT:])
    return next((it for it, shape in FONT.items() if shape.split() == cut(rows, shape) and not below), "?")


def cut(rows: list[str], shape: str) -> list[str]:
    """The six rows without the gap, where the letter has one and it is empty."""
    width = len(shape.split()[0])
    return [row if "#" in row[width:] else row[:width] for row in rows[:HEIGHT]]
