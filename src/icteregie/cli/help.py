"""What help shows of a command: its usage and its options, as rows of words in one language."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from icteregie.cli.commands import COMMANDS
from icteregie.cli.parameters import Command, Parameter
from icteregie.messages.catalogue import read, sentence
from icteregie.portfolio.config import Language

Rows: TypeAlias = list[tuple[str, str]]
HELP_FLAGS = ("-h", "--help")
VERSION_FLAGS = ("-V", "--version")


WIDEST, NARROWEST = 100, 40
"""Columns that help is fitted to at most and at least."""
NAME_COLUMN = 30
"""What is wider stands on a line of its own."""


def text(command: Command | None, language: Language, columns: int) -> str:
    """Write the help of a command, or of all of them, fitted to a screen."""
    width = max(NARROWEST, min(columns, WIDEST) - 2)
    return "\n".join(_lines(command, language, width))


def _lines(command: Command | None, language: Language, width: int) -> Iterator[str]:
    name = command.name if command else "regie"
    follows = usage(command, language) if command else word(language, "some-command")
    path = f"regie {name}" if command else name
    yield from _wrapped(f"{word(language, 'usage')}: {path} {follows}", width, "", "    ")
    yield ""
    yield from _wrapped(sentence(language, f"commands/{name}/text"), width, "  ", "  ")
    sections = (
        ("arguments", arguments(command, language) if command else []),
        ("options", options(command, language) if command else own_options(language)),
        ("commands", [] if command else commands(language)),
    )
    for heading, rows in sections:
        if rows:
            yield from ("", f"{word(language, heading)}:", *_table(rows, width))
    yield ""
    yield from _wrapped(sentence(language, f"commands/{name}/epilog"), width, "  ", "  ")


def _table(rows: Rows, width: int) -> Iterator[str]:
    column = min(max(len(name) for name, _ in rows), NAME_COLUMN) + 4
    for name, about in rows:
        first = f"  {name}"
        if len(first) > column - 2:
            yield first
            first = ""
        yield from _wrapped(about, width, first.ljust(column), " " * column)


def _wrapped(words: str, width: int, first: str, next_: str) -> list[str]:
    return textwrap.wrap(
        words,
        width,
        initial_indent=first,
        subsequent_indent=next_,
        break_long_words=False,
        break_on_hyphens=False,
    )


def word(language: Language, name: str) -> str:
    """Give a word of help, such as the heading above the options."""
    return sentence(language, f"commands/regie/help.{name}")


def placeholder(parameter: Parameter, language: Language) -> str:
    """Give what stands for a value: its choices, or a word in capitals."""
    if parameter.choices:
        return "|".join(parameter.choices)
    words: dict[str, str] = read(language, "commands/regie")["placeholder"]
    return words[parameter.metavar or parameter.kind]


def usage(command: Command, language: Language) -> str:
    """Give what can follow the name of a command."""
    places = (_place(argument, language) for argument in command.arguments)
    return " ".join([f"[{word(language, 'some-options')}]", *places])


def _place(argument: Parameter, language: Language) -> str:
    name = placeholder(argument, language) + ("..." if argument.is_many else "")
    return name if argument.is_required or name.startswith("[") else f"[{name}]"


def arguments(command: Command, language: Language) -> Rows:
    """Give a row for each argument."""
    return [(_place(p, language), explanation(command, p, language)) for p in command.arguments]


def options(command: Command, language: Language) -> Rows:
    """Give a row for each option, that for help last."""
    rows = []
    for parameter in command.parameters:
        if not parameter.is_argument:
            value = f" {placeholder(parameter, language)}" if parameter.takes_value else ""
            rows.append((", ".join(parameter.flags) + value, explanation(command, parameter, language)))
    return [*rows, (", ".join(HELP_FLAGS), word(language, "this"))]


def own_options(language: Language) -> Rows:
    """Give the rows for what stands without a command."""
    version = sentence(language, "commands/options/version")
    return [(", ".join(VERSION_FLAGS), version), (", ".join(HELP_FLAGS), word(language, "this"))]


def commands(language: Language) -> Rows:
    """Give a row for each command."""
    return [(each.name, sentence(language, f"commands/regie/short.{each.name}")) for each in COMMANDS]


def explanation(command: Command, parameter: Parameter, language: Language) -> str:
    """Give the sentence about a parameter, with its default where that is to be shown."""
    catalogue, _, part = parameter.help.rpartition("/")
    text = sentence(language, f"commands/{catalogue or command.name}/{part}")
    if not parameter.default_shown:
        return text
    return f"{text} {sentence(language, 'commands/regie/help.default', value=str(parameter.default))}"


def named(parameter: Parameter, language: Language) -> str:
    """Give what a parameter is called in a message: its longest flag, or what stands for it."""
    if parameter.flags:
        return parameter.flags[-1]
    words: dict[str, str] = read(language, "commands/regie")["placeholder"]
    return words[parameter.metavar or parameter.kind].strip("[]")


def flags_of(parameters: Sequence[Parameter]) -> list[str]:
    """List all flags that start with two hyphens."""
    return [flag for parameter in parameters for flag in parameter.flags if flag.startswith("--")]
