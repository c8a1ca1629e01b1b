"""The commands of `crosscheck`: a module each, loaded when it is called."""

from importlib import import_module

import click

COMMANDS = {
    "run": "Solve days in every language and compare.",
    "list": "Show each language's program and the days it has.",
    "time": "Time the solutions against each other, in their processes, interleaved.",
    "scale": "Time the solutions on generated inputs of growing size, and fit the power that time grows by.",
    "compare": "Tell what is faster, slower or not measurably different in NEW, against OLD.",
    "agree": "Send generated texts, and as many damaged ones, through every language and compare.",
    "tally": "Add up campaigns: their journals, or what `agree --json` printed.",
    "judge": "Hold any program against ours: the smallest input on which it is wrong.",
    "replay": "Send inputs that were saved by `agree` through every language again.",
    "fuzz": "Look for texts that reach other code of a day's Python parser, and compare all languages on them.",
    "stress": "Solve the worst inputs of each day, each in a fresh process, and hold every language to limits.",
    "generate": "Print a generated input of one day, or write the shared ones of several.",
    "conform": "Try a program against the protocol, point by point.",
    "publish": "Store RESULT, and write the tables and pictures that are made of what is stored.",
    "site": "Write the site on which the solutions of a day stand side by side.",
    "fetch": "Get your inputs of the days from the site, into advent-of-code-data's cache.",
    "submit": "Send the answer that all languages agree on to the site.",
    "remember": "Record the answers that all languages agree on beside your input, to be checked from now on.",
    "new": "Begin a day: the room of every language, its cases and its puzzle module.",
    "done": "Mark a draft as done, or say what it lacks.",
    "watch": "Build and try one day's solutions whenever they are saved, until Ctrl-C.",
}
"""By name, with what `crosscheck --help` says of it, so that the help loads none of them."""


class Commands(click.Group):
    """A command `x` is the one that the module crosscheck.commands.x has under that name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"crosscheck.commands.{cmd_name}")
        (command,) = (it for it in vars(module).values() if isinstance(it, click.Command) and it.name == cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))
