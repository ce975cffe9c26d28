"""``regie schema``: the file format as JSON Schema, for an editor."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from icteregie.analysis.direction.domains import directors, suppliers
from icteregie.cli.context import CLEAN, Context, of_output, of_user
from icteregie.cli.streams import emit
from icteregie.portfolio.ambition import ambition_id
from icteregie.portfolio.landscape import application_id, member_of
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.schema import render
from icteregie.workspace.open import open_portfolio

_NAMED = ("bodies", "components", "cost_keys", "domains", "members")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Of which kind of file the schema is written; ``with_ids`` with the names of a portfolio."""

    kind: Literal["ambition", "decision", "initiative", "landscape", "partnership", "plan"]
    folder: Path = Path()
    with_ids: bool = False
    output: Path | None = None
    lang: str | None = None


def run(options: Options, context: Context) -> int:
    """Write the schema of one kind of file. Raises ProblemError when there is no portfolio to name."""
    if options.with_ids:
        portfolio = open_portfolio(options.folder, context.surroundings()).portfolio
        text = render(options.kind, of_output(context, portfolio), _names(portfolio))
    else:
        text = render(options.kind, of_user(context))
    emit(context, text, options.output)
    return CLEAN


def _names(portfolio: Portfolio) -> dict[str, Mapping[str, str]]:
    """Give the names that can be read, with what they stand for; a damaged group stays open."""
    partnership, damaged = portfolio.partnership, portfolio.partnership_damage
    names: dict[str, Mapping[str, str]] = {
        "initiatives": {
            name: getattr(portfolio.initiatives.get(name), "title", "") for name in portfolio.files
        },
        "ambitions": {
            ambition_id(member, name): ambition.title
            for member, listed in portfolio.ambition_lists.items()
            for name, ambition in getattr(listed, "ambitions", {}).items()
        },
    }
    retirable = {
        application_id(member_of(key), name): application.product
        for key, landscape in portfolio.landscapes.items()
        for name, application in getattr(landscape, "applications", {}).items()
    }
    if "*" in damaged:
        return names
    for kind in (each for each in _NAMED if each not in damaged):
        records = getattr(partnership, kind)
        names[kind] = {
            name: getattr(record, "name", getattr(record, "label", "")) for name, record in records.items()
        }
    names["retirable"] = {**names.get("components", {}), **retirable}
    if not damaged & {"bodies", "members", "name"}:
        names["directors"] = directors(partnership)
    if not damaged & {"members", "parties"}:
        names["suppliers"] = suppliers(partnership)
    for kind in (each for each in ("principles", "teams") if each not in damaged):
        names[kind] = getattr(partnership, kind)
    return names
