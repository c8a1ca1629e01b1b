"""No file holds a text or an example of Advent of Code."""

import hashlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from places import ROOT

# Advent of Code asks that its texts and examples not be republished. So that they need not be here
# to be looked for, this has hashes of a few: of some sentences' first and last words, and of how its
# examples begin, by the number of words hashed.
SENTENCES = {
    6: "8b63fe92fde2",
    7: (
        "00fa8ad311e4 0a6f0ac66cce 0aea5c25ea0e 0ba91c4bc383 1587d3a24a81 15c6f2d2225d 167e3bcd7931 "
        "1a3c9fe8dd2c 21d4bc852008 2633f0d7390b 26685c0a0efc 2cfe6dd4f3f4 "
        "355a77e1c592 359beff82cff 38aaca1cf463 39db26a5e3ff 3a3ec66d4032 3be5207f679f 3da7af29406b "
        "4da3ed1163fb 4f9245678bb0 51de53ab7818 52196142fc15 56302cb46326 5b0119d1bbb8 635b52532d16 "
        "659f41e19834 669064c45bbe 678a43a02597 698663568ec2 6d004991b16b 6d56c4e9c339 70ed3597d542 "
        "717c8310c164 78e3ec85019d 7bba2ef0fb0d 81661f9b3801 81864ac78268 818e117dedc3 8857d27941a2 "
        "8954130716bd 95a3f7fa1f2a a2083f3c6963 a28bbfdbe86c a3e0b4853d97 a446a3da8c3e a6f80c4cc761 "
        "aa3e889710f4 afa430542fe2 b4f0d0df0cfa b5d6f05bcb11 bdcd51dd2098 c059d02a4d98 c3326688be54 "
        "c3b5f3dcd6d0 c503c3d584c2 c57e0e8a6692 c5b3e99d7dfd cb0b2eda31a2 ccd02891c201 cd921fc230fa "
        "d2a918094d98 d8e2cd96891a dde514d87ca5 ddfd42364aa9 e1a6f02a7c1f e2776400c067 e39cf28440af "
        "ead0f9616e2c efae0d46ea09 f0af0422535d f48ce8220679 f4d8744de540 f6a79d035893 "
        "f785dd630a28 f7e75b624123 f7e8aeeb2036"
    ),
}
EXAMPLES = {
    1: (
        "0b9cc87956a2 0c35552534d0 246571e54e3b 24e272d7441c 3b7bc0afcac1 41211c5a12c7 6558482403cb "
        "7de9b374975d 8535d2ba814e 9775f119859d ab5e53bbc7c2 b998790d05ef bc72c0871ee7 bc8421008e06 "
        "bfd8c61eb446 ce23448dd333 d4b600d93709 d8480bbe5ae5 f20a26f16fb5"
    ),
    2: ("167a30d951d6 223746085258 3a40c4814734 48370d377be0 6004353a597a 8f6370a1efea 9dd7592350da f5217935049a"),
    3: "043b134b736a 22681d392daa 789f577d7c6f 9f9ec25fe184",
    4: "2e94f2e786a8 5ceaa353c8ce 6b27aadf6acf 8334a9a2778f aa136c4dd2a0 c164aa613e82 ecca1828ff04",
    5: "19e535579f04",
    6: "2de38943472a ad9de9404204",
    7: "31b46d4b56b0",
    8: "e69dfdbe0151",
    9: "1ef165e84380",
    10: "0aeda79748ca",
    17: "d772caadab1e",
}
HASH = 6  # bytes
CLEAN = "official_text/clean"


def tracked() -> list[Path]:
    """The text files that git knows, but for those that a program makes, as other tests see to."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    files = [ROOT / file for file in listed.stdout.split("\0") if file]
    made = {".lock", ".svg", ".json"}
    return [file for file in files if file.is_file() and file.suffix not in made and file.name != "full.txt"]


def sentences(text: str) -> list[str]:
    """The words of a text, whatever stands between them."""
    return re.findall(r"[a-z0-9']+", text.lower())


def tokens(text: str) -> list[str]:
    """The pieces of a text between blanks, quotes, line ends and escaped line ends."""
    return [token for token in re.split(r"""(?:\\[nr]|[\s"'`])+""", text) if token]


def found(pieces: list[str], known: dict[int, str]) -> Iterator[str]:
    """The windows of pieces whose hash is known."""
    for count, listed in known.items():
        hashes = set(map(bytes.fromhex, listed.split()))
        for start in range(len(pieces) - count + 1):
            window = " ".join(pieces[start : start + count])
            if hashlib.sha256(window.encode()).digest()[:HASH] in hashes:
                yield window


def official(text: str) -> Iterator[str]:
    """What of a text is Advent of Code's."""
    yield from found(sentences(text), SENTENCES)
    yield from found(tokens(text), EXAMPLES)


def test_no_file_has_the_official_text(pytestconfig: pytest.Config) -> None:
    """What was looked through before, and found to have none, is not looked through again."""
    what = hashlib.sha256(repr((SENTENCES, EXAMPLES)).encode())
    known = set(pytestconfig.cache.get(CLEAN, [])) if pytestconfig.cache else set()
    guilty: dict[str, list[str]] = {}
    clean = []
    for file in tracked():
        data = file.read_bytes()
        its = what.copy()
        its.update(data)
        if its.hexdigest() not in known and (windows := [*official(data.decode("utf-8", "replace"))]):
            guilty[str(file.relative_to(ROOT))] = windows
        else:
            clean.append(its.hexdigest())
    if pytestconfig.cache:
        pytestconfig.cache.set(CLEAN, clean)
    assert guilty == {}


def test_official_text_would_be_found() -> None:
    ours = hashlib.sha256(b"the crabs went home").hexdigest()[: 2 * HASH]
    text = 'case = "So the crabs\\nwent home"'
    assert list(found(tokens(text), {4: ours})) == ["the crabs went home"]
    assert list(found(sentences("So: the crabs went, home!"), {4: ours})) == ["the crabs went home"]
