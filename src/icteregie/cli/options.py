"""The options that commands share."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from icteregie.cli.language import explain
from icteregie.portfolio.partnership import Language


class Lang(StrEnum):
    """The languages that regie speaks."""

    nl = "nl"
    en = "en"


Folder: TypeAlias = Annotated[
    Path, typer.Option("-C", "--folder", help=explain("options", "folder"), show_default=False)
]
LangOption: TypeAlias = Annotated[Lang | None, typer.Option("--lang", help=explain("options", "lang"))]
Today: TypeAlias = Annotated[
    datetime | None, typer.Option("--today", formats=["%Y-%m-%d"], help=explain("options", "today"))
]
Output: TypeAlias = Annotated[
    Path | None, typer.Option("-o", "--output", help=explain("options", "output"), show_default=False)
]
HERE = Path()


def day_of(today: datetime | None) -> date:
    """Give the day that counts as today: the one asked for, or the clock's."""
    return today.date() if today else date.today()  # noqa: DTZ011 - the user's own calendar day


def language_of(lang: Lang | None, of_portfolio: Language) -> Language:
    """Give the language of the output: asked for with ``--lang``, or else the portfolio's."""
    return lang.value if lang else of_portfolio
