"""The `dateline` command: one subcommand a verb."""

import os
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

DATA_OPTION = "--data"
HELP = {"-h", "--help"}
INTERRUPTED = 130
PIPE_CLOSED = 141
"""What shells return for a program that SIGINT and SIGPIPE ended."""


def main() -> None:
    """Run one command. `--data DIR`, anywhere on the line, chooses the data folder."""
    arguments = _take_data_folder(sys.argv[1:])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.server.settings")
    names = command_names()
    if not arguments or arguments[0] in (*HELP, "help"):
        with _no_data_folder():
            return _print_commands(names)
    if arguments[0] not in names:
        sys.exit(f"dateline has no command “{arguments[0]}”. Run dateline --help to see them.")
    with _no_data_folder() if HELP & set(arguments) else nullcontext():
        _run(arguments)


def _run(arguments: list[str]) -> None:
    import django  # noqa: PLC0415  settings read the environment, which is set only now
    from django.core.management import load_command_class  # noqa: PLC0415

    django.setup()
    command = load_command_class("dateline.server", arguments[0])
    try:
        command.run_from_argv(["dateline", *arguments])
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Whoever read the output has enough of it ("| head"): no error, and nothing more to write.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PIPE_CLOSED)


@contextmanager
def _no_data_folder() -> Iterator[None]:
    """Let the settings make their folder elsewhere: who asks for help wants none made."""
    with TemporaryDirectory() as elsewhere:
        os.environ["DATELINE_DATA"] = elsewhere
        yield


def command_names() -> list[str]:
    """Return the names of all commands."""
    folder = Path(__file__).parent / "server" / "management" / "commands"
    return sorted(found.name for found in pkgutil.iter_modules([str(folder)]))


def _take_data_folder(arguments: list[str]) -> list[str]:
    """Take `--data DIR` out of the line and put it where the settings look for it."""
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == DATA_OPTION:
            _use(next(words, ""))
        elif word.startswith(f"{DATA_OPTION}="):
            _use(word.partition("=")[2])
        else:
            rest.append(word)
    return rest


def _use(folder: str) -> None:
    os.environ["DATELINE_DATA"] = folder or sys.exit("--data needs a folder.")


def _print_commands(names: list[str]) -> None:
    import django  # noqa: PLC0415  see main
    from django.core.management import load_command_class  # noqa: PLC0415

    django.setup()
    table = Table(box=None, show_header=False)
    for name in names:
        table.add_row(f"dateline {name}", load_command_class("dateline.server", name).help)
    Console().print(
        "A live desk for contested events.\n", table, "\n--data DIR chooses the data folder."
    )


if __name__ == "__main__":
    main()
