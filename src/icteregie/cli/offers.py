"""What can follow on a command line, for a shell that completes words.

What a parameter takes is known by its field or by the word that stands for its value, so that a new
command is completed without a word about it here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from icteregie.cli import help as help_page
from icteregie.cli.commands import BY_NAME, COMMON
from icteregie.cli.context import CLEAN, COMPLETION, Context, asked, of_help
from icteregie.cli.known_values import Names, values_of
from icteregie.cli.parameters import Command, Parameter
from icteregie.cli.streams import emit
from icteregie.cli.words import scan
from icteregie.escape import bash
from icteregie.portfolio.partnership import Language
from icteregie.render.completion.scripts import Offer, reply
from icteregie.workspace.known_names import KnownNames

_SEPARATOR = "\x1f"
_FOLDERS = ("folder",)
Reply: TypeAlias = tuple[str, Iterable[Offer]]
"""What is offered, ``names``, ``files`` or ``folders``, and the names."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed before the word that is completed: the command, the options, and the words in place.

    ``waiting`` is the option whose value is completed, if any; ``has_ended`` says that ``--`` came.
    """

    command: Command | None
    options: tuple[Parameter, ...]
    places: int
    waiting: Parameter | None
    has_ended: bool
    words: tuple[str, ...]


def answer(context: Context) -> int:
    """Reply to a shell that asks what can follow."""
    shell = context.environment[COMPLETION]
    line = _line(shell, context.environment)
    typed = scan(line.words)
    context = replace(context, asked=asked(typed.lang, context.environment), named_folder=typed.folder)
    kind, offers = _offered(line, context)
    wanted = (offer for offer in offers if offer.value.startswith(line.current))
    emit(context, reply(shell, kind, wanted, line))
    return CLEAN


def _line(shell: str, environment: Mapping[str, str]) -> bash.Line:
    if shell == "bash":
        line = bash.line(environment.get("_REGIE_LINE", ""), environment.get("_REGIE_BREAKS", ""))
        words = list(line.words)
        while len(words) > 1 and "=" in words[0]:  # a variable that is set for the command
            words.pop(0)
        return replace(line, words=tuple(words[1:]))
    *before, current = environment.get("_REGIE_WORDS", "").split(_SEPARATOR)
    return bash.Line(tuple(word for word in before if word), current)


def _offered(line: bash.Line, context: Context) -> Reply:
    typed, current, language = _asked(line.words), line.current, of_help(context)
    if typed.waiting is not None:
        return _values(typed.waiting, typed, context, current)
    flags = _flags(typed.command)
    if current.startswith("-") and not typed.has_ended:
        flag, equals, value = current.partition("=")
        parameter = flags.get(flag)
        if not equals or parameter is None or not parameter.takes_value:
            return "names", _options(typed, language)
        kind, offers = _values(parameter, typed, context, value)
        shown = [replace(o, value=f"{flag}={o.value}", label=o.label or o.value) for o in offers]
        return kind, shown
    if typed.command is None:
        about = dict(help_page.commands(language))
        return "names", [Offer(name, about.get(name, "")) for name in BY_NAME]
    argument = _argument(typed.command, typed.places)
    return _values(argument, typed, context, current) if argument else ("names", ())


def _asked(words: Sequence[str]) -> Asked:
    """Read the words before the one that is completed, by the table of commands."""
    command: Command | None = None
    options: list[Parameter] = []
    places, waiting, has_ended = 0, None, False
    for word in words:
        if waiting is not None:
            waiting = None
        elif word == "--" and not has_ended:
            has_ended = True
        elif word.startswith("-") and not has_ended:
            flag, equals, _ = word.partition("=")
            parameter = _flags(command).get(flag)
            if parameter is not None:
                options.append(parameter)
                waiting = parameter if parameter.takes_value and not equals else None
        elif command is None:
            command = BY_NAME.get(word, Command("", ()))
        else:
            places += 1
    return Asked(command, tuple(options), places, waiting, has_ended, tuple(words))


def _flags(command: Command | None) -> dict[str, Parameter]:
    return command.flags if command else {flag: p for p in COMMON for flag in p.flags}


def _argument(command: Command, places: int) -> Parameter | None:
    arguments = command.arguments
    if places < len(arguments):
        return arguments[places]
    return arguments[-1] if arguments and arguments[-1].is_many else None


def _options(typed: Asked, language: Language) -> Iterator[Offer]:
    """Offer the options that can still be given, each by its longest flag."""
    command = typed.command
    for parameter in command.parameters if command else COMMON:
        if parameter.flags and (parameter.is_many or parameter not in typed.options):
            yield Offer(parameter.flags[-1], help_page.explanation(command or _ANY, parameter, language))
    if command is None:
        yield from (Offer(names.split(", ")[-1], about) for names, about in help_page.own_options(language))
    else:
        yield Offer(help_page.HELP_FLAGS[-1], help_page.word(language, "this"))


_ANY = Command("regie", ())


def _values(parameter: Parameter, typed: Asked, context: Context, value: str) -> Reply:
    """Offer the values of a parameter of which so much was typed."""
    if parameter.kind == "path":
        return ("folders" if parameter.field in _FOLDERS else "files"), ()
    if parameter.choices:
        return "names", [Offer(name) for name in parameter.choices]
    read = values_of(typed.command, parameter)
    known = KnownNames(Path(context.named_folder), context.surroundings())
    return "names", read(Names(known, typed.words), value) if read else ()
