"""`crosscheck`: the command line. Exit status 0 all well, 1 a disagreement or failure, 2 usage."""

import contextlib
import errno
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

import click

from crosscheck.commands.group import Commands
from crosscheck.errors import UserError

WRONG_USAGE, CRASHED, INTERRUPTED, TERMINATED = 2, 70, 130, 143
ENDING = signal.SIGTERM, signal.SIGHUP
REFUSALS = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.EMFILE,
    errno.ENFILE,
    errno.ENOMEM,
    errno.EAGAIN,
    errno.EIO,
}
"""What the system may refuse at any time, for want of room or of leave."""


class TerminatedError(BaseException):
    """A signal to end: everything is to be closed, as at the end."""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The repository. Default: found above the current folder.",
)
@click.option("--debug", is_flag=True, expose_value=False, help="Show tracebacks.")
@click.pass_context
def command_line(context: click.Context, root: Path | None) -> None:
    """Advent of Code in several languages: run them on the same input, compare, time."""
    from crosscheck.commands.options import Settings  # which `crosscheck --help` has no use for
    from crosscheck.tree import repository

    context.obj = Settings(root.resolve() if root else repository.find_root())


def status_of(arguments: list[str]) -> int:
    """Run the command line; whatever happens ends in one clear line and an exit status."""
    try:
        # Not command_line.main(), which has exit statuses of its own (1 where nobody reads).
        with command_line.make_context("crosscheck", list(arguments)) as context:
            command_line.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return WRONG_USAGE
    except click.UsageError as error:
        what = " ".join(error.format_message().split()).rstrip(".")
        what = what.replace("integer range", "whole number").replace("float range", "number")  # as click calls them
        more = f"; see: {error.ctx.command_path} --help" if error.ctx else ""
        _complain(f"{what}{more}")
        return WRONG_USAGE
    except UserError as error:
        _complain(str(error))
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        _complain("interrupted")
        return INTERRUPTED
    except TerminatedError:
        _complain("terminated")
        return TERMINATED
    except BrokenPipeError:
        _let_go_of_stdout()  # nobody reads what we say any more
        return CRASHED
    except Exception as error:
        if isinstance(error, OSError) and _is_refusal(error):
            _complain(f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror))
            _let_go_of_stdout()
            return WRONG_USAGE
        if "--debug" in arguments:  # wherever it happened, also before the options were looked at
            sys.excepthook(*sys.exc_info())
        else:
            what = f"{type(error).__name__}: {error}".splitlines()[0]
            _complain(f"{what} (a bug here; .venv/bin/crosscheck --debug COMMAND... shows where)")
        return CRASHED
    return 0


def _is_refusal(error: OSError) -> bool:
    """Whether the system did not let us, also where there is no folder for temporary files."""
    return error.errno in REFUSALS or (error.errno == errno.ENOENT and error.filename is None)


def _let_go_of_stdout() -> None:
    """What cannot be written now must not be tried again by Python on its way out, which has an exit status of its own for that."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(what: str) -> None:
    from crosscheck.tree.units import visible  # which is of no use where all is well

    with contextlib.suppress(OSError):  # where stderr is lost too, the exit status is all there is
        click.echo(f"crosscheck: {visible(what)}", err=True)


def _terminate(*_: object) -> NoReturn:
    for number in ENDING:  # once is enough
        signal.signal(number, signal.SIG_IGN)
    raise TerminatedError


def main() -> None:
    """The program `crosscheck`."""
    for number in ENDING:
        if signal.getsignal(number) is signal.SIG_DFL:  # as nohup leaves it, it stays
            signal.signal(number, _terminate)
    sys.exit(status_of(sys.argv[1:]))


if __name__ == "__main__":
    main()
