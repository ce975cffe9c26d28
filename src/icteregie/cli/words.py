"""The words of a command line, read by the table of commands.

The command line library takes longer to load than 200 files take to check. Plain words are
therefore read here; anything else, a mistake or a call for help among them, is left to the library.
A test holds both ways to the same values.
"""

import getopt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.cli.commands import BY_NAME, COMMON
from icteregie.cli.parameters import Command, Parameter, Value

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Call:
    """A command, and the value of each of its parameters by field."""

    command: Command
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Scan:
    """What is known of words before they are read: the command's name, ``--lang`` and ``-C``, or ""."""

    command: str = ""
    lang: str = ""
    folder: str = ""


def command_first(words: Sequence[str]) -> list[str]:
    """Let ``regie -C folder validate`` be said as well as ``regie validate -C folder``."""
    moved: list[str] = []
    rest = list(words)
    before = {flag for parameter in COMMON for flag in parameter.flags}
    while len(rest) > 2 and rest[0] in before:
        moved += [rest.pop(0), rest.pop(0)]
    return [rest[0], *moved, *rest[1:]] if rest else moved


def scan(words: Sequence[str]) -> Scan:
    """Find the command, and what names a language and a folder; what another flag takes is neither."""
    command = next((word for word in words if not word.startswith("-")), "")
    known = BY_NAME[command].flags if command in BY_NAME else {f: p for p in COMMON for f in p.flags}
    values: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if word == "--":
            break
        flag, equals, value = word.partition("=") if word.startswith("--") else (word[:2], word[2:], word[2:])
        parameter = known.get(flag)
        if parameter is None or not parameter.takes_value:
            continue
        taken = value if equals else next(rest, "")
        if parameter in COMMON:
            values[parameter.field] = taken
    return Scan(command, values.get("lang", ""), values.get("folder", ""))


def plain_call(words: Sequence[str]) -> Call | None:
    """Read plain words; None when the library must look at them."""
    command = BY_NAME.get(words[0]) if words else None
    if command is None:
        return None
    values = _values(command, words[1:])
    return Call(command, values) if values is not None else None


def given_twice(words: Sequence[str]) -> str:
    """Name an option that is given more than once where one value may be, or ""."""
    command = BY_NAME.get(words[0]) if words else None
    if command is None:
        return ""
    try:
        pairs, _ = getopt.gnu_getopt(list(words[1:]), _short(command.flags), _long(command.flags))
    except getopt.GetoptError:
        return ""
    seen: set[Parameter] = set()
    for flag, _ in pairs:
        parameter = command.flags.get(flag)
        if parameter in seen and parameter.takes_value and not parameter.is_many:
            return flag
        if parameter:
            seen.add(parameter)
    return ""


def places(command: Command, words: Sequence[str]) -> list[str]:
    """Give the words after the command's name that belong to no option; none where an option is wrong."""
    try:
        _, rest = getopt.gnu_getopt(list(words[1:]), _short(command.flags), _long(command.flags))
    except getopt.GetoptError:
        return []
    return rest


def defaults(command: Command) -> dict[str, Value]:
    """Give what each parameter holds when nothing is said."""
    return {parameter.field: parameter.default for parameter in command.parameters}


def _values(command: Command, words: Sequence[str]) -> dict[str, Value] | None:
    flags = command.flags
    try:
        pairs, places = getopt.gnu_getopt(list(words), _short(flags), _long(flags))
    except getopt.GetoptError:
        return None
    # A shortened option is no option to the library.
    is_exact = all(word.partition("=")[0] in flags for word in words if word.startswith("--"))
    if not is_exact or (not command.arguments and places):
        return None
    typed: dict[Parameter, list[str]] = {}
    for flag, text in pairs:
        typed.setdefault(flags[flag], []).append(text)
    if not _place(command, places, typed):
        return None
    values = defaults(command)
    for parameter, texts in typed.items():
        read = _read(parameter, texts)
        if read is None:
            return None
        values[parameter.field] = read
    return values


def _short(flags: Mapping[str, Parameter]) -> str:
    return "".join(f"{flag[1]}:" for flag in flags if not flag.startswith("--"))


def _long(flags: Mapping[str, Parameter]) -> list[str]:
    long = ((flag[2:], parameter) for flag, parameter in flags.items() if flag.startswith("--"))
    return [f"{name}=" if parameter.takes_value else name for name, parameter in long]


def _place(command: Command, places: list[str], typed: dict[Parameter, list[str]]) -> bool:
    """Give words without a flag to the arguments of the command, in order; False when they don't fit."""
    waiting = list(places)
    for argument in command.arguments:
        taken = waiting if argument.is_many else waiting[:1]
        if argument.is_required and not taken:
            return False
        if taken:
            typed[argument] = taken
        waiting = waiting[len(taken) :]
    return not waiting


def _read(parameter: Parameter, texts: list[str]) -> Value:
    """Read what was typed; None where it is not plain, or given twice where one value may be."""
    if parameter.kind == "flag":
        return True
    if len(texts) > 1 and not parameter.is_many:
        return None
    values = [_value(parameter, text) for text in texts]
    if None in values:
        return None
    return tuple(values) if parameter.is_many else values[-1]


def _value(parameter: Parameter, text: str) -> Value:
    if not text:
        return None
    if parameter.kind == "choice":
        return text if text in parameter.choices else None
    if parameter.kind == "number":
        number = int(text) if _NUMBER.fullmatch(text) else None
        return None if number is None or number < (parameter.least or 0) else number
    if parameter.kind == "day":
        return _day(text)
    return Path(text) if parameter.kind == "path" else text


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
