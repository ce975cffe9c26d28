"""When main saw the plans of initiatives change, read from git where something else was stated as well."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from icteregie.analysis.facts import Planned, PlannedVersion, changed_on, disputed, planned
from icteregie.loading.load import Loaded, without_collecting
from icteregie.loading.single import initiative as read_initiative
from icteregie.workspace.blob_states import facts
from icteregie.workspace.surroundings import Surroundings
from icteregie.workspace.timelines import Timelines

if TYPE_CHECKING:
    from icteregie.vcs.cache import BlobFacts
    from icteregie.vcs.main_files import FileVersions

_VERSION = "plan-1"
"""Names what is kept of each blob: raise it when ``planned`` gives something else for the same text."""
_UNREADABLE = False


def plan_changes(
    loaded: Loaded, timelines: Timelines, surroundings: Surroundings
) -> dict[str, Mapping[str, date]]:
    """Give the day on which main saw a plan change to what it is now, by id and quantity."""
    portfolio, today = loaded.portfolio, surroundings.today
    sound = portfolio.without_damage(("period", "costs")).initiatives.values()
    asked = {i.id: i for i in disputed(sound)}
    file_versions = timelines.versions({name: portfolio.files[name] for name in asked})
    names = {v.blob: name for name, each in file_versions.items() for v in each.versions if v.blob}
    plans = _plans(timelines, facts(loaded, surroundings, _VERSION), names)
    return {
        name: changed_on(_planned_versions(each, plans), planned(asked[name]), today)
        for name, each in file_versions.items()
    }


def _plans(timelines: Timelines, kept: "BlobFacts", names: Mapping[str, str]) -> dict[str, Planned | None]:
    """Read what each blob plans; ``names`` has the id for each. One that this clone lacks is not in it."""
    plans = {blob: _from_fact(kept.get(blob)) for blob in names if _is_fact(kept.get(blob))}
    with without_collecting():
        for blob, data in timelines.texts([blob for blob in names if blob not in plans]):
            plans[blob] = _planned_by(data, names[blob])
            kept.add(blob, _UNREADABLE if plans[blob] is None else plans[blob])
    kept.save()
    return plans


def _planned_versions(
    file_versions: "FileVersions", plans: Mapping[str, Planned | None]
) -> tuple[PlannedVersion, ...]:
    return tuple(PlannedVersion(version.on, plans.get(version.blob)) for version in file_versions.versions)


def _planned_by(data: bytes, name: str) -> Planned | None:
    reading = read_initiative(data, name)
    if reading is None or reading.unreadable & {"*", "period", "costs"}:
        return None
    return planned(reading.initiative)


def _is_fact(fact: Any) -> bool:
    is_mapping = isinstance(fact, dict) and all(isinstance(value, str) for value in fact.values())
    return fact is _UNREADABLE or is_mapping


def _from_fact(fact: Any) -> Planned | None:
    return None if fact is _UNREADABLE else fact
