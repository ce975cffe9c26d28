"""The completion script of each shell, and what ``regie`` replies when such a script asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from icteregie.escape.bash import Line, quoted
from icteregie.escape.powershell import word
from icteregie.escape.terminal import terminal

Shell: TypeAlias = Literal["bash", "zsh", "fish", "powershell"]
SHELLS: tuple[Shell, ...] = ("bash", "zsh", "fish", "powershell")
MOST_SHOWN = 70
"""Characters of a description that are shown at most."""
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Offer:
    """A word that can be typed, with what it means; after one that ``is_open`` more of it follows.

    ``label`` is the part of it that is shown to choose from: the whole when it is "".
    """

    value: str
    about: str = ""
    is_open: bool = False
    label: str = ""


def script(shell: Shell) -> str:
    """Give the script that a shell loads."""
    return (_FOLDER / f"regie.{shell}").read_text("utf-8")


def reply(shell: str, kind: str, offers: Iterable[Offer], line: Line) -> str:
    """Write what is offered, ``names``, ``files`` or ``folders``, and a line for each name."""
    shown = (offer for offer in offers if offer.value.isprintable())
    rows = _of_bash(shown, line) if shell == "bash" else (_row(shell, offer) for offer in shown)
    return "".join(f"{row}\n" for row in (kind, *rows))


def _of_bash(offers: Iterable[Offer], line: Line) -> Iterator[str]:
    for offer in offers:
        text = quoted(offer.value[line.kept :], line.quote)
        if text is not None:
            yield text if offer.is_open or line.quote else f"{text} "


def _row(shell: str, offer: Offer) -> str:
    about = " ".join(terminal(offer.about).split())
    about = f"{about[:MOST_SHOWN]}…" if len(about) > MOST_SHOWN else about
    if shell == "fish":
        return f"{offer.value}\t{about}" if about else offer.value
    value = word(offer.value) if shell == "powershell" else offer.value
    return "\t".join((value, offer.label or offer.value, about, "open" if offer.is_open else ""))
