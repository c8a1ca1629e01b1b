"""Numbers for people, durations, ratios, sizes, and texts of which all can be seen."""


def duration(ns: float) -> str:
    """A time with its unit.

    >>> duration(870), duration(7_120), duration(110_000_000), duration(2_340_000_000)
    ('870 ns', '7.1 us', '110.0 ms', '2.34 s')
    """
    if ns < 1e3:
        return f"{ns:.0f} ns"
    if ns < 999.95e3:
        return f"{ns / 1e3:.1f} us"
    if ns < 999.95e6:
        return f"{ns / 1e6:.1f} ms"
    return f"{ns / 1e9:.2f} s"


def ratio(times: float) -> str:
    """How many times as long, to three figures at most.

    >>> ratio(1), ratio(64.5), ratio(23432.4)
    ('1.0x', '64x', '23400x')
    """
    if times < 9.95:
        return f"{times:.1f}x"
    return f"{float(f'{times:.3g}'):.0f}x"


def size(count: int) -> str:
    """A number of bytes.

    >>> size(950), size(3_900)
    ('950 bytes', '3.9 kB')
    """
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1e3:.1f} kB" if count < 1e6 else f"{count / 1e6:.1f} MB"


def visible(text: str) -> str:
    r"""The text with escapes for what cannot be seen, as control characters, which a terminal would obey.

    >>> print(visible("3\x1b[2J\nvoil\u00e0 \u202e"))
    3\x1b[2J\nvoilà \u202e
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
