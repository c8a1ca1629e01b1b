"""Programs of a few bytes that a page of the site can load as it does the solutions: rust/crates/aoc-wasm says what it calls."""

FOREVER = b"\x03\x40\x0c\x00\x0b\x0b"  # loop br 0 end end
TRAP = b"\x00\x0b"  # unreachable end
DONE = b"\x0b"
REPLY, ROOM = 16, 4096  # where in memory


def tiny(solve: bytes, reply: str = "") -> bytes:
    """A program that does this when it is to solve, and has this reply."""
    text = reply.encode()
    bodies = [_constant(ROOM), solve, _constant(REPLY), _constant(len(text))]
    names = {"memory": (2, 0), "room": (0, 0), "solve": (0, 1), "reply": (0, 2), "reply_size": (0, 3)}
    exports = [_sized(name.encode()) + bytes(what) for name, what in names.items()]
    return b"\0asm\1\0\0\0" + b"".join(
        bytes([number]) + _sized(content)
        for number, content in {
            1: b"\x03\x60\x01\x7f\x01\x7f\x60\x03\x7f\x7f\x7f\x00\x60\x00\x01\x7f",  # the functions' types
            3: b"\x04\x00\x01\x02\x02",  # which each has
            5: b"\x01\x00\x10",  # a memory of a megabyte
            7: bytes([len(exports)]) + b"".join(exports),
            10: b"\x04" + b"".join(_sized(b"\x00" + body) for body in bodies),
            11: b"\x01\x00" + _constant(REPLY) + _sized(text),
        }.items()
    )


def replying(reply: str) -> bytes:
    """A program that has the same reply to everything."""
    return tiny(DONE, reply)


def _constant(number: int) -> bytes:
    return b"\x41" + _leb(number, signed=True) + b"\x0b"


def _sized(content: bytes) -> bytes:
    return _leb(len(content)) + content


def _leb(number: int, signed: bool = False) -> bytes:
    """A number in groups of seven bits, the lowest first."""
    groups = []
    while number >= (64 if signed else 128):
        groups.append(number & 127 | 128)
        number >>= 7
    return bytes([*groups, number])
