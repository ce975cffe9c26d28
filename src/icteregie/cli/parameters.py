"""What a command takes: options and arguments as values, for the table of ``commands``.

The short way of reading words and the command line library are both made from these.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["text", "number", "day", "path", "flag", "choice"]
Value: TypeAlias = object
"""What a parameter holds: a text, a whole number, a day, a path, a truth value, or a tuple of these."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One option, or an argument when it has no ``flags``.

    ``field`` is the field of the command's options that it fills. ``help`` names its sentence: in
    the catalogue of its command, or with a slash in another. ``metavar`` stands for its value in
    help; ``default_shown`` says that help shows its default. ``least`` is the lowest number.
    """

    field: str
    flags: tuple[str, ...] = ()
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    default: Value = None
    help: str = ""
    metavar: str | None = None
    default_shown: bool = False
    least: int | None = None
    is_many: bool = False
    is_required: bool = False

    @property
    def is_argument(self) -> bool:
        """Whether it is given by its place instead of by a flag."""
        return not self.flags

    @property
    def takes_value(self) -> bool:
        """Whether a word belongs to it besides its own flag."""
        return self.kind != "flag"


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, which is that of its module and of its catalogue, and what it takes."""

    name: str
    parameters: tuple[Parameter, ...]

    @property
    def arguments(self) -> tuple[Parameter, ...]:
        """What is given by its place, in order."""
        return tuple(parameter for parameter in self.parameters if parameter.is_argument)

    @property
    def flags(self) -> dict[str, Parameter]:
        """The parameter of every flag."""
        return {flag: parameter for parameter in self.parameters for flag in parameter.flags}


def option(
    flag: str, kind: Kind = "text", /, *, short: str = "", field: str = "", **more: object
) -> Parameter:
    """Make an option; its field and its help are called like its flag when nothing else is said."""
    name = flag.removeprefix("--")
    values: dict[str, object] = {"help": name, **more}
    return Parameter(
        field or name.replace("-", "_"),
        (short, flag) if short else (flag,),
        kind,
        **values,  # type: ignore[arg-type]
    )


def choice(flag: str, choices: tuple[str, ...], /, **more: object) -> Parameter:
    """Make an option that takes one of a few names."""
    return option(flag, "choice", **{"choices": choices, **more})  # type: ignore[arg-type]
