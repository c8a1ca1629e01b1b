"""A solver of the toy day of fake.py that takes what it is told to: `python sized.py NAME=NUMBER ... solve|list|serve`.

`mb` are millions of bytes, `ms` milliseconds and `spin` milliseconds of a processor that each solving takes, `start` the milliseconds before it does
anything at all, `ns` the nanoseconds that it says parse took. With `wrong=1` its `solve` is wrong, with `other=1` its part 2 is 7,
with `dies=1` it ends badly.
"""

import json
import sys
import time
from typing import Any

import fake


def main() -> int:
    """Solve once, or serve."""
    words = sys.argv[1:]
    takes = dict.fromkeys(("mb", "ms", "start", "spin", "ns", "wrong", "other", "dies"), 0)
    while "=" in words[0]:
        name, _, number = words.pop(0).partition("=")
        takes[name] = int(number)
    time.sleep(takes["start"] / 1000)
    if words[0] == "list":
        print("2021 1")
        return 3 * takes["dies"]
    if words[0] == "solve":
        year, day = map(int, words[1:])
        reply = solve({"year": year, "day": day, "input": sys.stdin.read(), "params": {}, "seq": 1}, takes)
        print(*reply["answers"], *["no more"] * takes["wrong"], sep="\n")
        return 3 * takes["dies"]
    for line in sys.stdin:
        request = json.loads(line)
        fake.say(fake.HELLO if request["cmd"] == "hello" else solve(request, takes))
    return 3 * takes["dies"]


def solve(request: dict[str, Any], takes: dict[str, int]) -> dict[str, Any]:
    """The right reply, at a price."""
    time.sleep(takes["ms"] / 1000)
    until = time.process_time() + takes["spin"] / 1000
    while time.process_time() < until:
        pass
    used = b"x" * (1_000_000 * takes["mb"])
    reply: dict[str, Any] = fake.solve(request)
    if takes["other"]:
        reply["answers"][1] = "7"
    if takes["ns"] and "ns" in reply:
        reply["ns"]["parse"] = [takes["ns"]] * request["runs"] if "runs" in request else takes["ns"]
    assert len(used) == 1_000_000 * takes["mb"]
    return reply


if __name__ == "__main__":
    sys.exit(main())
