"""Which baselines were changed after main had them, read from git where something was adopted."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from icteregie.analysis.baseline_change import BaselineVersion, changed, stated
from icteregie.loading.load import Loaded, without_collecting
from icteregie.loading.single import initiative as read_initiative
from icteregie.portfolio.arrivals import BaselineChange
from icteregie.workspace.blob_states import facts
from icteregie.workspace.surroundings import Surroundings
from icteregie.workspace.timelines import Timelines

if TYPE_CHECKING:
    from icteregie.vcs.cache import BlobFacts
    from icteregie.vcs.main_files import FileVersions

_VERSION = "baseline-1"
"""Names what is kept of each blob: raise it when ``stated`` gives something else for the same text."""


def baseline_changes(
    loaded: Loaded, timelines: Timelines, surroundings: Surroundings
) -> dict[str, BaselineChange]:
    """Say how baselines differ from what main had first, by id; not where this clone lacks a version."""
    portfolio, today = loaded.portfolio, surroundings.today
    sound = portfolio.without_damage(("baseline", "status")).initiatives.values()
    now = {i.id: said for i in sound if (said := stated(i))}
    file_versions = timelines.versions({name: portfolio.files[name] for name in now})
    names = {v.blob: name for name, each in file_versions.items() for v in each.versions if v.blob}
    known = _stated(timelines, facts(loaded, surroundings, _VERSION), names)
    changes = {
        name: changed(_versions(each, known), now[name], today)
        for name, each in file_versions.items()
        if _is_whole(each, known)
    }
    return {name: change for name, change in changes.items() if change is not None}


def _stated(
    timelines: Timelines, kept: "BlobFacts", names: Mapping[str, str]
) -> dict[str, Mapping[str, str]]:
    """Read what each blob states; ``names`` has the id for each. One that this clone lacks is not in it."""
    said: dict[str, Mapping[str, str]] = {blob: kept.get(blob) for blob in names if _is_fact(kept.get(blob))}
    with without_collecting():
        for blob, data in timelines.texts([blob for blob in names if blob not in said]):
            said[blob] = _stated_by(data, names[blob])
            kept.add(blob, said[blob])
    kept.save()
    return said


def _stated_by(data: bytes, name: str) -> dict[str, str]:
    """Give what a version states; of one that can't be read nothing."""
    reading = read_initiative(data, name)
    if reading is None or reading.unreadable & {"*", "baseline", "status"}:
        return {}
    return stated(reading.initiative)


def _is_whole(history: "FileVersions", said: Mapping[str, Mapping[str, str]]) -> bool:
    return not history.is_shallow and all(not v.blob or v.blob in said for v in history.versions)


def _versions(history: "FileVersions", said: Mapping[str, Mapping[str, str]]) -> tuple[BaselineVersion, ...]:
    return tuple(BaselineVersion(version.on, said.get(version.blob, {})) for version in history.versions)


def _is_fact(fact: Any) -> bool:
    return isinstance(fact, dict) and all(isinstance(value, str) for value in fact.values())
