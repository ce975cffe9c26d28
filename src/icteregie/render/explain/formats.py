"""The formats of ``regie explain``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language, RuleSetting
from icteregie.render.formats import Loader
from icteregie.rules.rule import Rule

Renderer: TypeAlias = Callable[[Rule | None, Mapping[str, RuleSetting], Language], str]
"""Without a rule it writes the list of all."""


class ExplainFormat(StrEnum):
    """The formats in which the rules can be explained."""

    text = "text"
    md = "md"


def _text() -> Renderer:
    from icteregie.render.explain.text import render

    return render


def _md() -> Renderer:
    from icteregie.render.explain.md import render

    return render


FORMATS: Mapping[ExplainFormat, Loader[Renderer]] = {ExplainFormat.text: _text, ExplainFormat.md: _md}
