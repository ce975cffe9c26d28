"""The command line library, told of the commands by their table: for help and mistakes.

It only takes words apart: the command itself runs elsewhere, and none is loaded here. Every value is
a text to the library; ``typed`` reads it, so that all that is said about it is said in our words.
"""

import contextlib
import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from icteregie import __version__
from icteregie.cli import help as help_page
from icteregie.cli import typed
from icteregie.cli.commands import BY_NAME, COMMANDS
from icteregie.cli.context import CLEAN, WRONG, Context, of_help
from icteregie.cli.parameters import Command, Parameter
from icteregie.cli.streams import emit, note
from icteregie.cli.words import Call, given_twice
from icteregie.portfolio.config import Language
from icteregie.workspace.notices import ProblemError


def read(words: Sequence[str], context: Context, language: Language) -> Call | int:
    """Read words; give the call, or an exit code once help or the version is written.

    Raises ProblemError for what is wrong with the words. The library takes the last of an option
    that is given twice, and what was meant is not known: that is refused here.
    """
    if not words:
        note(context, help_page.text(None, of_help(context), context.columns))
        return WRONG
    if flag := given_twice(words):
        raise ProblemError("option-twice", option=flag)
    calls: list[Call] = []
    command = BY_NAME.get(_name(words))
    app = _app(command, context, language, calls.append)
    try:
        with contextlib.redirect_stdout(context.stdout), contextlib.redirect_stderr(context.stderr):
            app(args=list(words), prog_name="regie", standalone_mode=False)
    except typer.TyperException as error:
        raise _problem(error, words, command, language) from None
    return calls[0] if calls else CLEAN


def _name(words: Sequence[str]) -> str:
    return next((word for word in words if not word.startswith("-")), "")


def _problem(
    error: typer.TyperException, words: Sequence[str], command: Command | None, language: Language
) -> ProblemError:
    """Say what is wrong with the words, of which the library knows the option at most."""
    flag = str(getattr(error, "option_name", ""))
    if flag and hasattr(error, "possibilities"):
        return typed.unknown_option(flag, command)
    if flag:
        return typed.refused_option(flag, command, language)
    if command is None:
        return typed.unknown_command(_name(words)) if _name(words) else ProblemError("command-missing")
    extra = typed.extra_words(command, words)
    return ProblemError("words-too-many", command=f"regie {command.name}", words=extra, count=len(extra))


def _app(
    command: Command | None, context: Context, language: Language, take: Callable[[Call], None]
) -> typer.Typer:
    """Declare the command that the words name, or all when help is wanted."""
    app = typer.Typer(
        cls=_group(context),
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": list(help_page.HELP_FLAGS)},
    )
    app.callback()(_main(context))
    for each in (command,) if command else COMMANDS:
        own = _command(each, context)
        app.command(each.name, cls=own)(_declared(each, language, take))
    return app


def _group(context: Context) -> type[TyperGroup]:
    class Group(TyperGroup):
        """All commands, with help in one language."""

        def get_help(self, ctx: Any) -> str:
            del ctx
            return help_page.text(None, of_help(context), context.columns)

    return Group


def _command(command: Command, context: Context) -> type[TyperCommand]:
    class Own(TyperCommand):
        """One command, with help in one language."""

        def get_help(self, ctx: Any) -> str:
            del ctx
            return help_page.text(command, of_help(context), context.columns)

    return Own


def _main(context: Context) -> Callable[..., None]:
    def version(is_asked: bool) -> None:  # noqa: FBT001 - the library calls it
        if is_asked:
            emit(context, f"regie {__version__}\n")
            raise typer.Exit

    flag = typer.Option(*help_page.VERSION_FLAGS, is_eager=True, callback=version)

    def main(**_: bool) -> None:
        """Take what stands before a command."""

    return _with_signature(main, {"version": (Annotated[bool, flag], False)})


def _declared(command: Command, language: Language, take: Callable[[Call], None]) -> Callable[..., None]:
    """Make a function whose signature says what the command takes: texts, and none that must be there."""

    def run(**texts: Any) -> None:
        take(Call(command, typed.values(command, texts, language)))

    return _with_signature(run, {p.field: (_declaration(p), _default(p)) for p in command.parameters})


def _declaration(parameter: Parameter) -> Any:
    kind: Any = bool if parameter.kind == "flag" else list[str] if parameter.is_many else str
    kind = kind if parameter.kind == "flag" else kind | None
    if parameter.is_argument:
        return Annotated[kind, typer.Argument()]
    return Annotated[kind, typer.Option(*parameter.flags)]


def _default(parameter: Parameter) -> bool | None:
    return False if parameter.kind == "flag" else None


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
