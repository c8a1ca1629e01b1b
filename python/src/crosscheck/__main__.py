"""`crosscheck`: the command line. Exit status 0 all well, 1 a disagreement or failure, 2 usage."""

import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

import click

from crosscheck.commands.group import Commands
from crosscheck.errors import UserError

WRONG_USAGE, CRASHED, INTERRUPTED, TERMINATED = 2, 70, 130, 143


class TerminatedError(BaseException):
    """SIGTERM: everything is to be closed, as at the end."""


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
        click.echo(f"crosscheck: {what}{more}", err=True)
        return WRONG_USAGE
    except UserError as error:
        click.echo(f"crosscheck: {error}", err=True)
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("crosscheck: interrupted", err=True)
        return INTERRUPTED
    except TerminatedError:
        click.echo("crosscheck: terminated", err=True)
        return TERMINATED
    except BrokenPipeError:
        # Nobody reads what we say any more; nor must Python try to flush it on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return CRASHED
    except Exception as error:
        if "--debug" in arguments:  # wherever it happened, also before the options were looked at
            sys.excepthook(*sys.exc_info())
        else:
            what = f"{type(error).__name__}: {error}".splitlines()[0]
            click.echo(f"crosscheck: {what} (a bug here; --debug shows where)", err=True)
        return CRASHED
    return 0


def _terminate(*_: object) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough
    raise TerminatedError


def main() -> None:
    """The program `crosscheck`."""
    signal.signal(signal.SIGTERM, _terminate)
    sys.exit(status_of(sys.argv[1:]))


if __name__ == "__main__":
    main()
