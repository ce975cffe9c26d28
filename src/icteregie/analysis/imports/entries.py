"""The rows of an export gathered: one entry for each version of a package that a member uses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from icteregie.analysis.imports.questions import Desk, Question
from icteregie.diagnostics.types import Value
from icteregie.loading.events import Tree
from icteregie.loading.exports.types import Usage, UsageRow
from icteregie.portfolio.landscape import Stage
from icteregie.portfolio.partnership import Component

STAGES: tuple[Stage, ...] = get_args(Stage)
STAGE_OF: Mapping[str, Stage] = {
    "verwerving": "planned",
    "gepland": "planned",
    "in test": "planned",
    "in productie": "in-use",
    "uit te faseren": "ending",
    "uitgefaseerd": "gone",
}
"""The stage of each usage status of the Softwarecatalogus; another status is asked."""
ENDED = "einde ondersteuning"
"""The supplier's word for a version that it no longer supports; it says nothing of the member's use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One version of one package, as a member uses it; ``stage`` is "" while that must still be asked.

    ``source`` is the Pakketversie ID, or else the Pakket ID and the name of the version. ``unknown`` are
    the UUIDs that no component of the partnership carries.
    """

    source: str
    product: str
    supplier: str
    version: str
    stage: str
    components: tuple[str, ...]
    support_until: str
    unknown: tuple[str, ...]
    is_shared: bool
    is_ended_unknown: bool

    def values(self) -> dict[str, Tree]:
        """Give the keys of an application that this says something about, in the order of the format."""
        texts = {"product": self.product, "supplier": self.supplier, "version": self.version}
        values: dict[str, Tree] = {key: text for key, text in texts.items() if text}
        values["components"] = list(self.components)
        values |= {"stage": self.stage}
        return values | ({"support_until": self.support_until} if self.support_until else {})


class NoIdentityError(Exception):
    """A row that has neither a Pakketversie ID nor a Pakket ID, or no name of a product; says its line."""

    def __init__(self, line: int) -> None:
        super().__init__(str(line))
        self.line = line


def entries(usage: Usage, components: Mapping[str, Component], desk: Desk) -> tuple[Entry, ...]:
    """Gather the rows of a member, in their order. Raises NoIdentityError."""
    own_first = (*((row, False) for row in usage.own), *((row, True) for row in usage.shared))
    gathered: dict[str, list[tuple[UsageRow, bool]]] = {}
    for row, is_shared in own_first:
        gathered.setdefault(_source(row), []).append((row, is_shared))
    by_uuid: dict[str, list[str]] = {}
    for name, component in components.items():
        if component.gemma:
            by_uuid.setdefault(component.gemma.lower(), []).append(name)
    return tuple(_entry(source, rows, by_uuid, desk) for source, rows in gathered.items())


def _source(row: UsageRow) -> str:
    if not row.product or not (row.version_id or row.package_id):
        raise NoIdentityError(row.line)
    if row.version_id:
        return row.version_id
    return f"{row.package_id}/{row.version}" if row.version else row.package_id


def _entry(
    source: str, rows: Sequence[tuple[UsageRow, bool]], by_uuid: Mapping[str, list[str]], desk: Desk
) -> Entry:
    # What a member says itself wins over what only its partnership says.
    own = [row for row, is_shared in rows if not is_shared] or [row for row, _ in rows]
    first = own[0]
    uuids = _uuids(own)
    until = max((row.support_until for row in own), default="")
    named = [name for uuid in uuids for name in _of_uuid(uuid, by_uuid, first, desk)]
    return Entry(
        source=source,
        product=first.product,
        supplier=first.supplier,
        version=first.version,
        stage=_stage(source, own, desk),
        components=tuple(dict.fromkeys(named)),
        support_until=until,
        unknown=tuple(uuid for uuid in uuids if uuid not in by_uuid),
        is_shared=all(is_shared for _, is_shared in rows),
        is_ended_unknown=not until and any(row.support.casefold() == ENDED for row in own),
    )


def _uuids(rows: Sequence[UsageRow]) -> tuple[str, ...]:
    """Give the reference components: those of the municipality, or else those of the supplier."""
    own = dict.fromkeys(uuid for row in rows for uuid in row.components)
    supplied = dict.fromkeys(uuid for row in rows for uuid in row.supplier_components)
    return tuple(sorted(own or supplied))


def _of_uuid(uuid: str, by_uuid: Mapping[str, list[str]], row: UsageRow, desk: Desk) -> Iterator[str]:
    names = by_uuid.get(uuid, [])
    if len(names) < 2:
        yield from names
        return
    values: dict[str, Value] = {"uuid": uuid, "names": tuple(names), "product": row.product}
    if answer := desk.ask(Question("component", uuid, tuple(names), values)):
        yield answer


def _stage(source: str, rows: Sequence[UsageRow], desk: Desk) -> str:
    """Give the stage of a version; a status that is not known, or more than one, is asked."""
    stages = {row.usage: STAGE_OF.get(row.usage.casefold(), "") for row in rows}
    for status, stage in stages.items():
        if not stage:
            values: dict[str, Value] = {"status": status, "product": rows[0].product, "line": rows[0].line}
            stages[status] = desk.ask(Question("status", status, STAGES, values))
    if not all(stages.values()):
        return ""
    choices = tuple(sorted(set(stages.values()), key=STAGES.index))
    if len(choices) == 1:
        return choices[0]
    values = {"product": rows[0].product, "version": rows[0].version, "statuses": tuple(stages)}
    return desk.ask(Question("stage", source, choices, values))
