"""The sections of ``regie landscape``, in the order in which a document has them: the one place to add one.

A section has a module of its name here. It shows a field of the report as blocks for people, as data for
json, and as one table for csv. Its heading is in ``section`` of the catalogue, its name in ``PARTS`` of
``cli/commands.py``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block
from icteregie.render.landscape import (
    changes,
    contracts,
    differences,
    gains,
    growth,
    layers,
    names,
    pruning,
    security,
    suppliers,
)
from icteregie.render.tables.table import Table
from icteregie.reports.landscape.report import LandscapeReport


@dataclass(frozen=True, slots=True)
class LandscapeSection:
    """How one section is shown; without blocks a document leaves it out.

    ``data`` gives what json can hold. ``table`` has a row for each finding, and a column for each value.
    """

    name: str
    blocks: Callable[[LandscapeReport, Language], tuple[Block, ...]]
    data: Callable[[LandscapeReport], Any]
    table: Callable[[LandscapeReport, Language], Table]


SECTIONS: tuple[LandscapeSection, ...] = (
    LandscapeSection("gains", gains.blocks, gains.data, gains.table),
    LandscapeSection("differences", differences.blocks, differences.data, differences.table),
    LandscapeSection("growth", growth.blocks, growth.data, growth.table),
    LandscapeSection("changes", changes.blocks, changes.data, changes.table),
    LandscapeSection("names", names.blocks, names.data, names.table),
    LandscapeSection("pruning", pruning.blocks, pruning.data, pruning.table),
    LandscapeSection("suppliers", suppliers.blocks, suppliers.data, suppliers.table),
    LandscapeSection("contracts", contracts.blocks, contracts.data, contracts.table),
    LandscapeSection("layers", layers.blocks, layers.data, layers.table),
    LandscapeSection("security", security.blocks, security.data, security.table),
)


def named(part: str | None) -> tuple[LandscapeSection, ...]:
    """Give the section that was asked for, or all."""
    return tuple(section for section in SECTIONS if part in (None, section.name))
