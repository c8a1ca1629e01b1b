"""`python -m crosscheck.judging.fuzz_target YEAR DAY FOLDER OPTION...`: atheris on the Python parser of a day, until its time is over.

A text that ends the parser with anything but a refusal ends it too; it is kept in FOLDER with those that reach other code.
"""

import contextlib
import sys


def main() -> None:
    """Parse whatever atheris makes up."""
    import atheris  # here, as it is there only for whoever fuzzes, and follows what is imported from here on

    with atheris.instrument_imports(include=["aoc"]):
        from aoc import registry
        from aoc.text import InputError

        parse = registry.load(int(sys.argv[1]), int(sys.argv[2])).parse

    def target(data: bytes) -> None:
        with contextlib.suppress(InputError):
            parse(data.decode("utf-8", "ignore"))

    folder, *options = sys.argv[3:]
    atheris.Setup([sys.argv[0], *options, "-timeout=60", f"-artifact_prefix={folder}/", folder], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
