"""The command line library, told of the commands by their table: for help, mistakes and completion.

It only reads words: the command itself runs elsewhere, and none is loaded here.
"""

import contextlib
import inspect
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from icteregie import __version__
from icteregie.cli.commands import BY_NAME, COMMANDS
from icteregie.cli.context import CLEAN, INTERRUPTED, Context
from icteregie.cli.parameters import Command, Parameter, Value
from icteregie.cli.streams import emit
from icteregie.cli.words import Call, given_twice
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.workspace.notices import ProblemError

HELP_WIDTH = 100
_TYPES: dict[str, Any] = {"text": str, "number": int, "day": datetime, "path": Path, "flag": bool}
Explain = Callable[[str, str], str]
"""Gives a sentence of a command's catalogue."""


def read(words: Sequence[str], context: Context, language: Language) -> Call | int:
    """Read words, and write help or what is wrong with them; give the call, or else an exit code.

    The library takes the last of an option that is given twice, and what was meant is not known:
    that raises ProblemError.
    """
    calls: list[Call] = []
    if flag := given_twice(words):
        raise ProblemError("option-twice", option=flag)

    def explain(command: str, part: str) -> str:
        return sentence(language, f"commands/{command}/{part}")

    app = _app(words, context, explain, calls.append)
    with contextlib.redirect_stdout(context.stdout), contextlib.redirect_stderr(context.stderr):
        try:
            app(args=list(words), prog_name="regie")
        except SystemExit as done:
            if done.code == INTERRUPTED:
                raise KeyboardInterrupt from None
            code = done.code if isinstance(done.code, int) else CLEAN
    return calls[0] if calls else code


def _app(
    words: Sequence[str], context: Context, explain: Explain, take: Callable[[Call], None]
) -> typer.Typer:
    """Declare the command that the words name, or all when help is wanted."""
    app = typer.Typer(
        help=explain("regie", "text"),
        epilog=explain("regie", "epilog"),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={
            "help_option_names": ["-h", "--help"],
            "max_content_width": HELP_WIDTH,
            "terminal_width": min(context.columns, HELP_WIDTH) - 2,
        },
    )
    app.callback()(_main(context, explain("options", "version")))
    name = next((word for word in words if not word.startswith("-")), "")
    for command in (BY_NAME[name],) if name in BY_NAME else COMMANDS:
        app.command(
            command.name,
            help=explain(command.name, "text"),
            short_help=explain("regie", f"short.{command.name}"),
            epilog=explain(command.name, "epilog"),
        )(_declared(command, context, explain, take))
    return app


def _main(context: Context, help_text: str) -> Callable[..., None]:
    def version(is_asked: bool) -> None:  # noqa: FBT001 - the library calls it
        if is_asked:
            emit(context, f"regie {__version__}\n")
            raise typer.Exit

    flag = typer.Option("-V", "--version", is_eager=True, callback=version, help=help_text)

    def main(**_: bool) -> None:
        """Take what stands before a command."""

    return _with_signature(main, {"version": (Annotated[bool, flag], False)})


def _declared(
    command: Command, context: Context, explain: Explain, take: Callable[[Call], None]
) -> Callable[..., None]:
    """Make a function whose signature says what the command takes."""

    def run(**values: Any) -> None:
        read = {p.field: _plain(p, values[p.field]) for p in command.parameters}
        take(Call(command, read))

    declarations = {
        p.field: (_declaration(command, p, context, explain), _default(p)) for p in command.parameters
    }
    return _with_signature(run, declarations)


def _with_signature(
    function: Callable[..., None], declarations: dict[str, tuple[Any, Any]]
) -> Callable[..., None]:
    parameters = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in declarations.items()
    ]
    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {name: annotation for name, (annotation, _) in declarations.items()}
    return function


def _declaration(command: Command, parameter: Parameter, context: Context, explain: Explain) -> Any:
    catalogue, _, part = parameter.help.rpartition("/")
    more: dict[str, Any] = {
        "help": explain(catalogue or command.name, part),
        "show_default": parameter.default_shown,
        "metavar": parameter.metavar,
    }
    kind: Any = Literal[parameter.choices] if parameter.choices else _TYPES[parameter.kind]
    if parameter.kind == "day":
        more["formats"] = ["%Y-%m-%d"]
    if parameter.least is not None:
        more["min"] = parameter.least
    if parameter.is_list_day:
        more["autocompletion"] = lambda: _list_days(context)
    if parameter.is_many:
        kind = list[kind]
    is_optional = parameter.default in (None, ()) and not parameter.is_required
    kind = kind | None if is_optional else kind
    if parameter.is_argument:
        return Annotated[kind, typer.Argument(**more)]
    return Annotated[kind, typer.Option(*parameter.flags, **more)]


def _list_days(context: Context) -> list[str]:
    # Only a shell that asks pays for looking at the portfolio.
    from icteregie.cli.completion import list_days  # noqa: PLC0415

    return list_days(context)


def _default(parameter: Parameter) -> Any:
    if parameter.is_required:
        return inspect.Parameter.empty
    return None if parameter.default == () else parameter.default


def _plain(parameter: Parameter, value: Any) -> Value:
    """Turn what the library gives into what a command takes."""
    if parameter.is_many:
        return tuple(value or ())
    if isinstance(value, datetime):
        day: date = value.date()
        return day
    return value
