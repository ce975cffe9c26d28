"""What was typed, read as the values that a command takes; what can't be read is refused in our words."""

import difflib
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from icteregie.cli.commands import BY_NAME
from icteregie.cli.help import flags_of, named, placeholder
from icteregie.cli.parameters import Command, Parameter, Value
from icteregie.cli.words import places
from icteregie.portfolio.config import Language
from icteregie.workspace.notices import ProblemError

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,9}")


def values(command: Command, typed: Mapping[str, object], language: Language) -> dict[str, Value]:
    """Read every parameter of a command from texts. Raises ProblemError."""
    return {p.field: _value(p, typed.get(p.field), language) for p in command.parameters}


def _value(parameter: Parameter, typed: object, language: Language) -> Value:
    if parameter.kind == "flag":
        return bool(typed)
    texts = [typed] if isinstance(typed, str) else list(typed) if isinstance(typed, (list, tuple)) else []
    if not texts and parameter.is_required:
        raise ProblemError(_missing(parameter), name=named(parameter, language), known=parameter.choices)
    read = tuple(_read(parameter, str(text), language) for text in texts)
    if parameter.is_many:
        return read
    return read[-1] if read else parameter.default


def _missing(parameter: Parameter) -> str:
    return "argument-missing-of" if parameter.choices else "argument-missing"


def _read(parameter: Parameter, text: str, language: Language) -> Value:
    option = named(parameter, language)
    if parameter.kind == "choice":
        return _choice(parameter, option, text)
    if parameter.kind == "number":
        return _number(parameter, option, text)
    if parameter.kind == "day":
        return _day(option, text)
    return Path(text) if parameter.kind == "path" else text


def _choice(parameter: Parameter, option: str, text: str) -> str:
    if text in parameter.choices:
        return text
    if guess := _closest(text.casefold(), parameter.choices):
        raise ProblemError("given-guess", option=option, name=text, guess=guess)
    raise ProblemError("given-unknown", option=option, name=text, known=parameter.choices)


def _number(parameter: Parameter, option: str, text: str) -> int:
    least = parameter.least or 0
    if not _NUMBER.fullmatch(text) or int(text) < least:
        raise ProblemError("given-not-a-number", option=option, name=text, least=least)
    return int(text)


def _day(option: str, text: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        raise ProblemError("given-no-such-day", option=option) from None
    raise ProblemError("given-not-a-day", option=option)


def unknown_command(name: str) -> ProblemError:
    """Refuse a command that there is not, with the one that was meant."""
    if guess := _closest(name, tuple(BY_NAME)):
        return ProblemError("unknown-command-guess", name=name, guess=guess)
    return ProblemError("unknown-command", name=name)


def unknown_option(flag: str, command: Command | None) -> ProblemError:
    """Refuse an option that a command does not take, with the one that was meant."""
    known = flags_of(command.parameters) if command else []
    where = f"regie {command.name}" if command else "regie"
    if guess := _closest(flag, known):
        return ProblemError("unknown-option-guess", option=flag, command=where, guess=guess)
    return ProblemError("unknown-option", option=flag, command=where)


def extra_words(command: Command, words: Sequence[str]) -> tuple[str, ...]:
    """Give the words for which a command has no argument."""
    most = sum(1 for _ in command.arguments)
    return tuple(places(command, words)[most:])


def refused_option(flag: str, command: Command | None, language: Language) -> ProblemError:
    """Refuse an option that lacks its value, or has one that it can't have."""
    parameter = command.flags.get(flag) if command else None
    if parameter is None or not parameter.takes_value:
        return ProblemError("option-without-value", option=flag)
    return ProblemError("option-needs-value", option=flag, value=placeholder(parameter, language))


def _closest(name: str, known: Sequence[str]) -> str:
    return next(iter(difflib.get_close_matches(name, known, n=1)), "")
