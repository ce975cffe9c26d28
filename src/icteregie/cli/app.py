"""Puts the command line together. Only the command that is asked for is loaded."""

from importlib import import_module
from typing import Annotated

import typer

from icteregie import __version__
from icteregie.cli.language import explain
from icteregie.cli.output import emit

# In the order in which someone new meets them. Each is a module in this folder with a
# function ``run``, and a catalogue in messages/{nl,en}/commands.
COMMANDS = (
    "init",
    "new",
    "validate",
    "explain",
    "list",
    "show",
    "why",
    "graph",
    "calendar",
    "arrivals",
    "history",
    "costs",
    "agenda",
    "diff",
    "schema",
)


def build(words: list[str]) -> typer.Typer:
    """Make the command line for these words: one command, or all when help is wanted."""
    app = typer.Typer(
        help=explain("regie"),
        epilog=explain("regie", "epilog"),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_main)
    asked = next((word for word in words if not word.startswith("-")), "")
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        module = import_module(f"icteregie.cli.{name}")
        app.command(
            name,
            help=explain(name),
            short_help=explain("regie", f"short.{name}"),
            epilog=explain(name, "epilog"),
        )(module.run)
    return app


def _say_version(wanted: bool) -> None:
    if wanted:
        emit(f"regie {__version__}\n")
        raise typer.Exit


def _main(
    version: Annotated[
        bool,
        typer.Option(
            "-V", "--version", is_eager=True, callback=_say_version, help=explain("options", "version")
        ),
    ] = False,
) -> None:
    pass
