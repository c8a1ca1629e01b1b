"""A solver whose times grow as they are told to: `python growing.py CONSTANT FACTOR POWER [HOW]`.

It knows 2021 day 1 of the planted trees: part 1 is the number of lines, part 2 that of the other characters. A run
on n lines reports CONSTANT + FACTOR * n**POWER nanoseconds. HOW: `wrong` is wrong about texts of more than 2,000
lines, `small` refuses those.
"""

import json
import sys
from typing import Any

MOST = 2000
HELLO = {
    "protocol": 1,
    "language": "fake",
    "version": "fake 1",
    "profile": "release",
    "commit": "unknown",
    "days": [[2021, day] for day in (1, 21)],
}


def reply(request: dict[str, Any]) -> dict[str, Any]:
    """What it says to a request."""
    if request["cmd"] == "hello":
        return HELLO
    constant, factor, power = map(float, sys.argv[1:4])
    how = sys.argv[4] if len(sys.argv) > 4 else ""
    lines = request["input"].split()
    if how == "small" and len(lines) > MOST:
        return {"seq": request["seq"], "rejected": {"line": MOST + 1, "column": 1, "message": "expected the end"}}
    letters = sum(map(len, lines)) + (how == "wrong" and len(lines) > MOST)
    runs = request.get("runs")
    time = int(constant + factor * len(lines) ** power)
    ns = {"parse": time, "part1": 0, "part2": 0}
    times = {step: [one] * runs for step, one in ns.items()} if runs else ns
    return {"seq": request["seq"], "answers": [str(len(lines)), str(letters)], "ns": times}


for line in sys.stdin:
    print(json.dumps(reply(json.loads(line))), flush=True)
