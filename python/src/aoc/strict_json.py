r"""JSON as RFC 8259 has it: what the standard reader takes beyond that is an error.

>>> read(b'{"a": ["\\ud83e\\udd80"]}')
{'a': ['🦀']}
>>> for line in b'NaN', b'{"a": 1, "a": 2}', b'"\\ud800"':
...     try:
...         read(line)
...     except ValueError as error:
...         print(error)
NaN is no number
a key comes twice
half of a surrogate pair is no character
"""

import json
import re
from typing import Any, NoReturn

ESCAPED_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
"""A surrogate that is not escaped is no UTF-8."""


def read(line: bytes) -> Any:
    """The value that a line is, of any type; a ValueError says what is wrong."""
    try:
        value = _DECODER.decode(line.decode("utf-8"))
        halved = ESCAPED_SURROGATE.search(line) and re.search("[\ud800-\udfff]", json.dumps(value, ensure_ascii=False))
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    if halved:
        raise ValueError("half of a surrogate pair is no character")
    return value


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(found := dict(pairs)) < len(pairs):
        raise ValueError("a key comes twice")
    return found


_DECODER = json.JSONDecoder(parse_constant=_refuse, object_pairs_hook=_unique)
"""Made once: `json.loads` would make one for each line."""
