r"""Lens Library: https://adventofcode.com/2023/day/15

Part 1 adds up the hashes of all steps. In part 2 the steps sort lenses into 256 boxes: `ab=3` puts lens 3 with the
label ab into a box, in the place of a lens with this label if there is one, and else behind all others; `ab-` takes
the lens with this label out. Each lens then counts its box, its place in the box and its focal length.

A box is a dict. It keeps the order in which its keys came, a new value for a key stays at the key's place, and a key
that was taken out and comes again goes to the end. A box has to do the same.

>>> steps = parse("a=1,hy=2,b-,ih=4,a-,hy=3,a=5,b=7\n")
>>> part1(steps), part2(steps)
(1400, 3881)
"""

from aoc.text import Reader

MOST_STEPS = 10_000
BOXES = 256


def parse(text: str) -> list[str]:
    reader = Reader(text)
    steps = reader.several(read_step, ",", most=MOST_STEPS)
    reader.end()
    return steps


def read_step(reader: Reader) -> str:
    return reader.match("[a-z]{1,8}(?:-|=[1-9])", "a label of 1 to 8 letters a-z, and `-` or `=` and a digit 1-9")


def part1(steps: list[str]) -> int:
    return sum(hashed(step) for step in steps)


def part2(steps: list[str]) -> int:
    boxes: list[dict[str, int]] = [{} for _ in range(BOXES)]
    for step in steps:
        label = step.rstrip("-=123456789")
        box = boxes[hashed(label)]
        if step.endswith("-"):
            box.pop(label, None)
        else:
            box[label] = int(step[-1])
    return sum(
        number * place * focal_length
        for number, box in enumerate(boxes, 1)
        for place, focal_length in enumerate(box.values(), 1)
    )


def hashed(text: str) -> int:
    value = 0
    for code in text.encode():
        value = (value + code) * 17 % BOXES
    return value
