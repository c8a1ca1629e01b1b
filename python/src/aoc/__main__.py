"""`aoc-py`: the Python solutions as a program."""

import os
import sys

from aoc import registry
from aoc.serve import serve

CRASHED, INTERRUPTED = 70, 130


def main() -> None:
    try:
        status = run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        # Nobody reads the answers any more; nor must Python try to flush them on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        status = CRASHED
    except Exception:
        sys.excepthook(*sys.exc_info())
        status = CRASHED
    sys.exit(status)


def run(arguments: list[str]) -> int:
    """Do what the arguments say: the exit status."""
    if arguments == ["serve"]:  # crosscheck starts it with every command, and click takes longer to load than all else
        serve(registry)
        return 0
    from aoc.command_line import status_of

    return status_of(arguments)


if __name__ == "__main__":
    main()
