"""A solver of one toy day that misbehaves on demand: `python fake.py HOW [MARKER]`.

2021 day 1, as it knows it: part 1 is the number of lines, part 2 the number of letters, each worth the parameter `worth`,
1 to 9; with an `X` among them part 2 has no solution. What is no letter is refused, and a text whose q's are not in pairs.
How some lie about the parameter is said at `LIES_ABOUT_PARAMS`. A request whose input starts with `misbehave` is treated as HOW says; all others
are answered properly. HOW may also spoil the hello: always, or with a MARKER file only the first
time that the program starts.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HELLO: dict[str, Any] = {
    "protocol": 1,
    "language": "fake",
    "version": "fake 1",
    "profile": "release",
    "commit": "unknown",
    "days": [[2021, 1]],
}


def write(text: str) -> None:
    """Exactly this, now."""
    sys.stdout.write(text)
    sys.stdout.flush()


def say(reply: dict[str, Any]) -> None:
    """A reply as it should be."""
    write(json.dumps(reply) + "\n")


WORTH = range(1, 10)
LIES_ABOUT_PARAMS = {
    "ignores_params": "Answer as if all had their defaults.",
    "takes_unknown_params": "Take a parameter that the day does not have.",
    "clamps_params": "Take a value out of the range for the nearest in it.",
    "rounds_params": "Take a value that is no whole number.",
    "places_faults_of_the_whole": "Name a line where none is at fault.",
}


def solve(request: dict[str, Any]) -> dict[str, Any]:
    """The right reply to a request."""
    text, seq, runs, params = request["input"], request["seq"], request.get("runs"), request.get("params", {})
    how = sys.argv[1]
    if (request["year"], request["day"]) != (2021, 1):
        return {"seq": seq, "unsupported": f"{request['year']} day {request['day']}"}
    for name in params:
        if name != "worth" and how != "takes_unknown_params":
            return {"seq": seq, "unsupported": f'2021 day 1: no parameter "{name}"'}
    worth = params.get("worth", 1)
    if how == "rounds_params":
        worth = int(worth) if isinstance(worth, int | float | str) else 1
    if how == "clamps_params":
        worth = min(max(worth, WORTH[0]), WORTH[-1])
    if how == "ignores_params":
        worth = 1
    no_place = {"line": 1, "column": 1} if how == "places_faults_of_the_whole" else {}
    if worth not in WORTH:
        return {"seq": seq, "rejected": {**no_place, "message": "worth: expected a number from 1 to 9"}}
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    for number, line in enumerate(lines, start=1):
        for column, character in enumerate(line, start=1):
            if not (character.isascii() and character.isalpha()):
                where = {"line": number, "column": column, "message": "expected a letter"}
                return {"seq": seq, "rejected": where}
    if lines == [""]:
        return {"seq": seq, "rejected": {"line": 1, "column": 1, "message": "expected a line"}}
    if text.count("q") % 2:
        return {"seq": seq, "rejected": {**no_place, "message": "the q's are not in pairs"}}
    ns: dict[str, Any] = {"parse": 10, "part1": 20, "part2": 30}
    if runs:
        ns = {step: [time] * runs for step, time in ns.items()}
    letters = str(sum(map(len, lines)) * worth)
    answers = [str(len(lines)), letters]
    if "X" in text:
        answers[1] = "no solution"
    return {"seq": seq, "answers": answers, "ns": ns}


def hang(request: dict[str, Any]) -> None:
    """Say nothing, for ever."""
    time.sleep(1000)


def hang_after_half(request: dict[str, Any]) -> None:
    """Begin a reply, for ever."""
    write('{"seq":')
    time.sleep(1000)


def exit_after_half(request: dict[str, Any]) -> None:
    """Begin a reply and end as if all were well."""
    write('{"seq":')
    sys.exit(0)


def die_after_half(request: dict[str, Any]) -> None:
    """Begin a reply and be killed."""
    write('{"seq":')
    os.kill(os.getpid(), signal.SIGSEGV)


def die(request: dict[str, Any]) -> None:
    """End with an exit status."""
    print("about to die", file=sys.stderr)
    sys.exit(3)


def exit_0(request: dict[str, Any]) -> None:
    """End as if all were well, without a reply."""
    sys.exit(0)


def killed(request: dict[str, Any]) -> None:
    """End by a signal."""
    os.kill(os.getpid(), signal.SIGKILL)


def wrong_seq(request: dict[str, Any]) -> None:
    """Reply to another request."""
    say({**solve(request), "seq": request["seq"] + 1})


def no_seq(request: dict[str, Any]) -> None:
    """Reply to no request."""
    reply = solve(request)
    del reply["seq"]
    say(reply)


def garbage(request: dict[str, Any]) -> None:
    """Reply with words."""
    print("not sure", file=sys.stderr, flush=True)
    write("42, I think\n")


def bytes_of_no_text(request: dict[str, Any]) -> None:
    """Reply with what is not UTF-8."""
    sys.stdout.buffer.write(b"\xff\xfe\n")
    sys.stdout.flush()


def half_a_character(request: dict[str, Any]) -> None:
    """Reply with a lone surrogate."""
    say({"seq": request["seq"], "crashed": "\ud800"})


def not_a_number(request: dict[str, Any]) -> None:
    """Reply with what JSON does not have."""
    say({**solve(request), "ns": {"total": float("nan")}})


def key_twice(request: dict[str, Any]) -> None:
    """Have a key twice."""
    write(json.dumps(solve(request))[:-1] + f', "seq": {request["seq"]}}}\n')


def chatty(request: dict[str, Any]) -> None:
    """Talk on stdout before the reply."""
    write("solving ...\n" + json.dumps(solve(request)) + "\n")


def two_replies(request: dict[str, Any]) -> None:
    """Reply twice."""
    write(2 * (json.dumps(solve(request)) + "\n"))


def late_second_reply(request: dict[str, Any]) -> None:
    """Reply, and again when nobody expects it."""
    say(solve(request))
    time.sleep(0.2)
    say(solve(request))


def kill_the_parent(request: dict[str, Any]) -> None:
    """Kill the process that asks."""
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(1)


def slow(request: dict[str, Any]) -> None:
    """Take half a second."""
    time.sleep(0.5)
    say(solve(request))


def other_answer(request: dict[str, Any]) -> None:
    """Be wrong about part 2, where there is an answer."""
    reply = solve(request)
    if "answers" in reply:
        reply["answers"][1] = "7"
    say(reply)


def other_first(request: dict[str, Any]) -> None:
    """Be wrong about part 1."""
    reply = solve(request)
    say({**reply, "answers": ["7", reply["answers"][1]]})


def no_part_2(request: dict[str, Any]) -> None:
    """Have only part 1."""
    reply = solve(request)
    say({**reply, "answers": [reply["answers"][0], None]})


def silent_without_solution(request: dict[str, Any]) -> None:
    """Have no answer where there is no solution."""
    reply = solve(request)
    say({**reply, "answers": [None if answer == "no solution" else answer for answer in reply["answers"]]})


def half_a_place(request: dict[str, Any]) -> None:
    """Refuse at a line, and name no column."""
    say({"seq": request["seq"], "rejected": {"line": 1, "message": "expected better"}})


def unsupported(request: dict[str, Any]) -> None:
    """Not have the day."""
    say({"seq": request["seq"], "unsupported": "2021 day 1"})


def other_answer_in_time(request: dict[str, Any]) -> None:
    """Be wrong when it is timed."""
    (other_answer if "runs" in request else lambda it: say(solve(it)))(request)


def crash_in_time(request: dict[str, Any]) -> None:
    """Crash when it is timed."""
    (crash if "runs" in request else lambda it: say(solve(it)))(request)


def reject(request: dict[str, Any]) -> None:
    """Refuse what is right."""
    where = {"line": 1, "column": 1, "message": "expected better"}
    say({"seq": request["seq"], "rejected": where})


def two_kinds(request: dict[str, Any]) -> None:
    """Answer and crash in one."""
    say({**solve(request), "crashed": "as well"})


def numbers_for_answers(request: dict[str, Any]) -> None:
    """Give answers that are not strings."""
    say({**solve(request), "answers": [1, 2]})


def no_times(request: dict[str, Any]) -> None:
    """Leave the times out."""
    reply = solve(request)
    del reply["ns"]
    say(reply)


def loud(request: dict[str, Any]) -> None:
    """Write a megabyte to stderr, and reply."""
    sys.stderr.write("noise " * 200_000)
    say(solve(request))


def loud_then_die(request: dict[str, Any]) -> None:
    """Write a megabyte to stderr, and end."""
    sys.stderr.write("noise\n" * 200_000 + "the last words\n")
    sys.exit(1)


def close_stdout(request: dict[str, Any]) -> None:
    """Hang up and go on running."""
    os.close(1)
    time.sleep(1000)


def leave_a_child(request: dict[str, Any]) -> None:
    """End, while a child holds stdout open; its process id is left in the MARKER."""
    child = subprocess.Popen(["sleep", "1000"])
    Path(sys.argv[2]).write_text(str(child.pid), encoding="utf-8")
    sys.exit(0)


def spin(request: dict[str, Any]) -> None:
    """Say in the MARKER that it has begun, and never end, whatever becomes of its stdin."""
    Path(sys.argv[2]).touch()
    while True:
        time.sleep(1)


def leave_the_group(request: dict[str, Any]) -> None:
    """Start what goes on in a session of its own, by way of a child that ends; its process id is left in the MARKER; then never end."""
    daemon = "import os, sys, time; os.fork() and os._exit(0); open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(1000)"
    subprocess.run([sys.executable, "-S", "-c", daemon, sys.argv[2]], start_new_session=True, check=True)
    time.sleep(1000)


def greedy(request: dict[str, Any]) -> None:
    """Take two gigabytes, and end as Python does where there are none."""
    say({**solve(request), "answers": [str(len(bytearray(2_000_000_000))), None]})


def greedy_and_crash(request: dict[str, Any]) -> None:
    """Take two gigabytes, and report what comes of it."""
    try:
        greedy(request)
    except MemoryError as error:
        say({"seq": request["seq"], "crashed": f"MemoryError: {error}"})


def loud_for_long(request: dict[str, Any]) -> None:
    """Write 20 megabytes to stderr, and reply."""
    for _ in range(200):
        sys.stderr.write("noise\n" * 20_000)
    sys.stderr.write("the last words\n")
    say(solve(request))


def endless(request: dict[str, Any]) -> None:
    """Begin a reply and never come to its end."""
    while True:
        write("x" * 1_000_000)


def slowly_endless(request: dict[str, Any]) -> None:
    """The same, a little now and then."""
    while True:
        write("x")
        time.sleep(0.05)


def long_answer(request: dict[str, Any]) -> None:
    """Answer with more than anybody could type."""
    say({**solve(request), "answers": ["7" * 2001, None]})


def obeyed(request: dict[str, Any]) -> None:
    """Answer with what a terminal obeys."""
    say({**solve(request), "answers": ["\x1b[2J\n1", "\u202e6"]})


def obeyed_message(request: dict[str, Any]) -> None:
    """Crash with it, and write it to stderr too."""
    print("\x1b]0;owned\x07\tand so on", file=sys.stderr, flush=True)
    say({"seq": request["seq"], "crashed": "\x1b[2J\nboom"})


def tell_the_environment(request: dict[str, Any]) -> None:
    """Write it to the MARKER, and answer."""
    Path(sys.argv[2]).write_text(json.dumps(dict(os.environ)), encoding="utf-8")
    say(solve(request))


def hello_obeyed() -> None:
    """Have a name that a terminal obeys."""
    say({**HELLO, "version": "fake \x1b[2J"})


def crash(request: dict[str, Any]) -> None:
    """Report a crash, as a good program does."""
    say({"seq": request["seq"], "crashed": "index out of bounds"})


def tell_the_session(request: dict[str, Any]) -> None:
    """Blurt out the session token."""
    say({"seq": request["seq"], "crashed": f"the session is {os.environ.get('AOC_SESSION')}"})


def deaf_then_wordy() -> None:
    """Write megabytes before reading the request that is waiting."""
    say(HELLO)
    time.sleep(0.2)
    write('{"seq":1,"crashed":"' + 5_000_000 * "x")
    sys.stdin.buffer.readline()
    write('"}\n')


def hello_die() -> None:
    """End instead of a hello."""
    sys.exit(4)


def hello_exit_0() -> None:
    """End well instead of a hello."""
    sys.exit(0)


def hello_not_found() -> None:
    """End as a shell does that does not find the program."""
    print("no such program: the real one", file=sys.stderr)
    sys.exit(127)


def hello_hang() -> None:
    """Never say hello."""
    time.sleep(1000)


def hello_slow() -> None:
    """Take a while to start."""
    time.sleep(0.5)
    say(HELLO)


def hello_version_2() -> None:
    """Speak another protocol."""
    say({**HELLO, "protocol": 2})


def hello_without_days() -> None:
    """Leave the days out."""
    say({key: value for key, value in HELLO.items() if key != "days"})


def hello_another_day() -> None:
    """Have another day than is asked for."""
    say({**HELLO, "days": [[2021, 2]]})


def hello_debug() -> None:
    """Be a debug build."""
    say({**HELLO, "profile": "debug"})


def at_end() -> int:
    """How to end when there is nothing more to read."""
    if sys.argv[1] == "ends_badly":
        return 5
    if sys.argv[1] == "never_ends":
        time.sleep(1000)
    if sys.argv[1] == "last_word":
        write("goodbye\n")
    return 0


def error(seq: object) -> None:
    """Say that a line is not a request; some programs do so wrongly."""
    if sys.argv[1] == "dies_of_nonsense":
        sys.exit(1)
    say({"seq": seq, "error": "not a request"})


def is_whole(value: object, least: int = 0, most: int = 2**53 - 1) -> bool:
    """Whether it is a whole number, written as one."""
    return type(value) is int and least <= value <= most


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object; a ValueError where a key comes twice."""
    if len(dict(pairs)) < len(pairs):
        raise ValueError
    return dict(pairs)


def parsed(line: bytes) -> dict[str, Any]:
    """The object on a line; a ValueError where there is none."""
    request = json.loads(line.decode("utf-8"), parse_constant=int, object_pairs_hook=unique)  # NaN is no int
    json.dumps(request, ensure_ascii=False).encode("utf-8")  # nor is half of a surrogate pair a text
    if not isinstance(request, dict) or max(line.count(b"["), line.count(b"{")) > 900:
        raise ValueError
    return request


def is_request(request: dict[str, Any]) -> bool:
    """Whether it has all that a request needs, as the protocol says."""
    params, wrong = request.get("params", {}), {}
    if isinstance(params, dict) and sys.argv[1] != "rounds_params":
        wrong = {name: it for name, it in params.items() if not is_whole(it, 1 - 2**53)}
    return (
        request.get("cmd") in ("solve", "time")
        and all(is_whole(request.get(key)) for key in ("seq", "year", "day"))
        and isinstance(request.get("input"), str)
        and isinstance(params, dict)
        and not wrong
        and (request["cmd"] == "solve" or is_whole(request.get("runs"), 1, 1_000_000))
    )


def main() -> int:
    """Serve."""
    how: Callable[..., None] | None = globals().get(sys.argv[1])
    sys.stdin.buffer.readline()
    spoil = sys.argv[1].startswith("hello") or how is deaf_then_wordy
    if spoil and len(sys.argv) > 2:
        marker = Path(sys.argv[2])
        spoil = not marker.exists()
        marker.touch()
    if spoil and how:
        how()
    else:
        say(HELLO)
    for line in sys.stdin.buffer:
        try:
            request = parsed(line)
        except (ValueError, RecursionError):
            error(None)
            continue
        seq = request.get("seq")
        if request.get("cmd") == "hello" and is_whole(request.get("protocol"), 1, 1):
            say(HELLO)
        elif not is_request(request):
            error(seq if is_whole(seq) else None)
        elif request["input"].startswith("misbehave") and how:
            how(request)
        else:
            say(solve(request))
    return at_end()


if __name__ == "__main__":
    sys.exit(main())
