"""The Python reader where a doctest would be clumsy: line ends, strange digits, huge numbers."""

from collections.abc import Callable

import pytest

from aoc.text import InputError, Reader, numbered


def list_of_numbers(text: str) -> list[int]:
    reader = Reader(text)
    numbers = reader.numbers(0, 99, ",", most=4)
    reader.end()
    return numbers


def one_number_a_line(text: str) -> list[int]:
    reader = Reader(text)
    numbers = reader.numbers(-99, 99, "\n")
    reader.end()
    return numbers


def points(text: str) -> list[tuple[int, int]]:
    reader = Reader(text)
    records = [(x, y) for x, y in reader.records("{},{}", range(100), most=3)]
    reader.end()
    return records


def steps(text: str) -> list[tuple[str, int]]:
    reader = Reader(text)
    records = list(reader.records("{} {}", ("up", "upper", "in"), range(-9, 10)))
    reader.end()
    return records


def paragraphs(text: str) -> list[list[int]]:
    reader = Reader(text)
    groups = [reader.numbers(0, 99, "\n")]
    while not reader.at_end:
        reader.blank_line()
        groups.append(reader.numbers(0, 99, "\n"))
    return groups


def lists(text: str) -> list[list[int]]:
    reader = Reader(text)
    lines = list(reader.lines(lambda reader: reader.numbers(0, 99, ","), most=3))
    reader.end()
    return lines


def spans(text: str) -> list[range]:
    reader = Reader(text)
    found = reader.several(lambda reader: reader.span(-9, 9, ".."), ", ", most=3)
    reader.end()
    return found


def chapters(text: str) -> list[dict[str, int]]:
    return list(Reader(text).blocks(numbered(chapter, 1), most=2))


def chapter(reader: Reader, number: int) -> dict[str, int]:
    reader.literal(f"{number}:\n")
    return reader.table(reader.records("{} {}", "ab", range(10)), "a new name")


def different_lines(text: str) -> list[str]:
    reader = Reader(text)
    lines = reader.distinct(reader.lines(lambda reader: reader.word("ab")), "a new line")
    reader.end()
    return lines


def grid_and_word(text: str) -> tuple[list[str], str]:
    reader = Reader(text)
    rows = reader.rows("ab]^-", 3, 3)
    reader.blank_line()
    word = reader.word("xyz")
    reader.end()
    return rows, word


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (list_of_numbers, "1,2,3\n", [1, 2, 3]),
        (list_of_numbers, "1,2\r\n\n\r\n", [1, 2]),
        (list_of_numbers, "007,0", [7, 0]),
        (list_of_numbers, "0" * 9000 + "7,1", [7, 1]),
        (one_number_a_line, "1\r\n-2\n3", [1, -2, 3]),
        (one_number_a_line, "-0", [0]),
        (points, "1,2\n" + "0" * 9000 + "3,4\n", [(1, 2), (3, 4)]),
        (steps, "up 1\nin -9\nup 0", [("up", 1), ("in", -9), ("up", 0)]),
        (paragraphs, "1\n2\n\n3\n", [[1, 2], [3]]),
        (lists, "1,2\n3\n4,5\n", [[1, 2], [3], [4, 5]]),
        (spans, "-2..5, 3..3", [range(-2, 6), range(3, 4)]),
        (spans, "1..1, 1..1, 1..1\n", [range(1, 2)] * 3),
        (chapters, "1:\na 5\nb 5\n\n2:\na 6\n", [{"a": 5, "b": 5}, {"a": 6}]),
        (different_lines, "b\na\nab\n", ["b", "a", "ab"]),
        (grid_and_word, "ab\n]^\n\nxyz\n", (["ab", "]^"], "xyz")),
    ],
)
def test_accepts(read: Callable[[str], object], text: str, value: object) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "line", "column"),
    [
        (list_of_numbers, "", 1, 1),
        (list_of_numbers, "\n\n", 1, 1),
        (list_of_numbers, "\n1", 1, 1),
        (list_of_numbers, "1,,2", 1, 3),
        (list_of_numbers, "1,2,", 1, 5),
        (list_of_numbers, "1,2\r", 1, 4),
        (list_of_numbers, "1,2\r\r\n", 1, 4),
        (list_of_numbers, "1,2\n\n3", 2, 1),
        (list_of_numbers, "1,2\n3", 2, 1),
        (list_of_numbers, "1,2,3,4,5", 1, 9),
        (list_of_numbers, "100", 1, 1),
        (list_of_numbers, "-1", 1, 1),
        (list_of_numbers, "+1", 1, 1),
        (list_of_numbers, " 1", 1, 1),
        (list_of_numbers, "1 ", 1, 2),
        (list_of_numbers, "1_0", 1, 2),
        (list_of_numbers, "9" * 9000, 1, 1),
        (list_of_numbers, "18446744073709551617", 1, 1),
        (list_of_numbers, "\u0661", 1, 1),  # an Arabic 1, which int() would read
        (list_of_numbers, "1\u00b2", 1, 2),  # a superscript 2, which str.isdigit() would pass
        (list_of_numbers, "\ufeff1", 1, 1),
        (list_of_numbers, "1\x0b2", 1, 2),
        (list_of_numbers, "1\u20282", 1, 2),
        (list_of_numbers, "1\x00", 1, 2),
        (one_number_a_line, "1\n\n2", 2, 1),
        (one_number_a_line, "1\n100\nx", 2, 1),
        (one_number_a_line, "1\n--2", 2, 1),
        (one_number_a_line, "1\n-", 2, 1),
        (points, "1,2\n3,4\n5", 3, 2),
        (points, "1,2\n3,4x\n5", 2, 4),
        (points, "1,2\n3,400\n5", 2, 3),
        (points, "1,2\n\n3,4", 2, 1),
        (points, "1,2\n1,2\n1,2\n1,2", 4, 1),
        (points, "1,2 \n3,4", 1, 4),
        (points, "1,2\n3,400\nx", 2, 3),
        (points, "1,2\n3,x\n1,400", 2, 3),
        (steps, "", 1, 1),
        (steps, "upper 1", 1, 3),
        (steps, "up 1\nout 1", 2, 1),
        (steps, "up 1\nin 10", 2, 4),
        (steps, "up 1\nin -10", 2, 4),
        (steps, "up 1\nin " + "9" * 9000, 2, 4),
        (steps, "up 1\nin -", 2, 4),
        (steps, "up 1\n\nin 1", 2, 1),
        (paragraphs, "1\n\n\n2", 3, 1),
        (paragraphs, "1\n100\n\n2", 2, 1),
        (lists, "1\n2,\n3", 2, 3),
        (lists, "1\n2 \n3", 2, 2),
        (lists, "1\n\n3", 2, 1),
        (lists, "1\n2\n3\n4", 4, 1),
        (spans, "", 1, 1),
        (spans, "3..2", 1, 4),
        (spans, "1.2", 1, 3),
        (spans, "1..2,3..4", 1, 6),
        (spans, "1..2, ", 1, 7),
        (spans, "1..2, 3..4\n5..6", 2, 1),
        (spans, "1..1, 1..1, 1..1, 1..1", 1, 17),
        (chapters, "2:\na 5\n", 1, 1),
        (chapters, "1:\na 5\n\n1:\na 5\n", 4, 1),
        (chapters, "1:\na 5\nb 5\na 6\n", 4, 1),
        (chapters, "1:\na 5\n\n2:\na 5\n\n3:\na 5\n", 7, 1),
        (different_lines, "b\na\nb\nc", 3, 1),
        (grid_and_word, "", 1, 1),
        (grid_and_word, "\nab", 1, 1),
        (grid_and_word, "ab", 2, 1),
        (grid_and_word, "ab\nba", 3, 1),
        (grid_and_word, "ab\nb\n\nx", 2, 2),
        (grid_and_word, "ab\nbaa\n\nx", 2, 3),
        (grid_and_word, "ab\nbc\n\nx", 2, 2),
        (grid_and_word, "abba\n\nx", 1, 4),
        (grid_and_word, "a\na\na\na\n\nx", 4, 1),
        (grid_and_word, "ab\n\n\nx", 3, 1),
        (grid_and_word, "ab\n\nxa", 3, 2),
    ],
)
def test_refuses_at(read: Callable[[str], object], text: str, line: int, column: int) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert (caught.value.line, caught.value.column) == (line, column)


def the_third_is_wrong(text: str) -> None:
    reader = Reader(text)
    for (number,) in reader.records("{}", range(10)):
        if number == 3:
            raise reader.error("anything but 3")


def test_an_error_names_the_record_at_hand_even_if_a_later_line_is_wrong() -> None:
    with pytest.raises(InputError) as caught:
        the_third_is_wrong("1\n2\n3\nx")
    assert str(caught.value) == "line 3, column 1: expected anything but 3"
