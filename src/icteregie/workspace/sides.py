"""Two portfolios made comparable: what can't be read on one side counts on neither."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Literal, TypeAlias

from icteregie.checking.runner import check
from icteregie.diagnostics.types import Diagnostic, reading_order
from icteregie.loading.discovery import INITIATIVES
from icteregie.loading.load import Loaded, without_file
from icteregie.portfolio.kinds import INITIATIVE, KINDS, PARTNERSHIP, FileKind
from icteregie.portfolio.portfolio import EVERYTHING, PARTNERSHIP_FILE, Portfolio
from icteregie.vcs.types import History

BASE_CONFIG = EVERYTHING | {
    "agendas",
    "bodies",
    "components",
    "cost_keys",
    "default_cost_key",
    "domains",
    "members",
    "name",
    "teams",
    "thresholds",
}
"""The keys of ``regie.yaml`` without which nothing can be added up."""

_OTHERS = tuple(kind for kind in KINDS if kind not in (PARTNERSHIP, INITIATIVE))

Where: TypeAlias = Literal["before", "after", "both"]
Reason: TypeAlias = Literal["unreadable", "refused", "absent"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A portfolio as it was read: the portfolio, its dossiers' texts by id, and paths that were refused.

    ``absent`` says that there was no portfolio at all. ``history`` is what git knows of the current
    commit, None when nobody asked.
    """

    loaded: Loaded
    dossiers: Mapping[str, str] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    absent: bool = False
    history: History | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not compared: on which side it can't be, and why."""

    file: str
    where: Where
    reason: Reason


@dataclass(frozen=True, slots=True)
class Version:
    """A portfolio, ready to be compared."""

    portfolio: Portfolio
    findings: tuple[Diagnostic, ...]
    dossiers: Mapping[str, str]
    history: History | None = None

    @property
    def has_base_config(self) -> bool:
        """Whether enough of ``regie.yaml`` was read on both sides to reckon with."""
        return not self.portfolio.partnership_damage & BASE_CONFIG


def levelled(before: Snapshot, after: Snapshot, today: date) -> tuple[Version, Version, tuple[LeftOut, ...]]:
    """Take from both sides what can't be read on one of them, check both, and say what was taken."""
    before, after = _with_base_config(before, after), _with_base_config(after, before)
    unreadable_ids = _unreadable_ids(before) | _unreadable_ids(after)
    lost = {kind: _lost(before, kind) | _lost(after, kind) for kind in _OTHERS}
    unreadable = before.loaded.portfolio.partnership_damage | after.loaded.portfolio.partnership_damage
    left_out = [*_left_out(before, after)]
    versions = [_version(snapshot, unreadable_ids, lost, unreadable, today) for snapshot in (before, after)]
    return versions[0], versions[1], tuple(sorted(left_out, key=lambda out: (out.file, out.where)))


def _with_base_config(snapshot: Snapshot, other: Snapshot) -> Snapshot:
    """Lend a side that has no portfolio yet the partnership of the other, so that only what is new shows."""
    if not snapshot.absent:
        return snapshot
    lent = other.loaded.portfolio
    portfolio = snapshot.loaded.portfolio.with_partnership(lent.partnership, lent.partnership_damage)
    loaded = without_file(snapshot.loaded, PARTNERSHIP_FILE)
    return replace(snapshot, loaded=replace(loaded, portfolio=portfolio))


def _unreadable_ids(snapshot: Snapshot) -> frozenset[str]:
    names = {PurePosixPath(path).stem for path in snapshot.refused if path.startswith(f"{INITIATIVES}/")}
    return frozenset({*snapshot.loaded.portfolio.lost_keys, *names})


def _lost(snapshot: Snapshot, kind: FileKind) -> frozenset[str]:
    """Give the keys of the records of a kind that can't be read as a whole."""
    refused = (kind.key(path) for path in snapshot.refused)
    damaged = snapshot.loaded.portfolio.unreadable_keys(kind.name)
    return frozenset({*damaged, *(key for key in refused if key is not None)})


def _version(
    snapshot: Snapshot,
    unreadable_ids: frozenset[str],
    lost: Mapping[FileKind, frozenset[str]],
    unreadable: frozenset[str],
    today: date,
) -> Version:
    portfolio = snapshot.loaded.portfolio
    kept = {name: each for name, each in portfolio.initiatives.items() if name not in unreadable_ids}
    files = {file: EVERYTHING for name, file in portfolio.files.items() if name in unreadable_ids}
    records = dict(portfolio.with_initiatives(kept).records)
    for kind, keys in lost.items():
        records[kind.name] = {key: each for key, each in records[kind.name].items() if key not in keys}
        paths = portfolio.paths[kind.name]
        files |= {paths[key]: EVERYTHING for key in keys if key in paths}
    level = replace(portfolio, records=records, unreadable={**files, PARTNERSHIP_FILE: unreadable})
    loaded = replace(snapshot.loaded, portfolio=level, hidden={})
    findings = (finding for finding in check(loaded, today) if finding.severity != "note")
    return Version(level, tuple(sorted(findings, key=reading_order)), snapshot.dossiers, snapshot.history)


def _left_out(before: Snapshot, after: Snapshot) -> Iterable[LeftOut]:
    reasons: dict[str, dict[Where, Reason]] = {}
    versions: tuple[tuple[Where, Snapshot], ...] = (("before", before), ("after", after))
    for where, snapshot in versions:
        portfolio = snapshot.loaded.portfolio
        if snapshot.absent:
            reasons.setdefault(PARTNERSHIP_FILE, {})[where] = "absent"
        elif portfolio.partnership_damage:
            reasons.setdefault(PARTNERSHIP_FILE, {})[where] = "unreadable"
        for name in portfolio.lost_keys:
            reasons.setdefault(portfolio.files[name], {})[where] = "unreadable"
        for kind in _OTHERS:
            for key in portfolio.unreadable_keys(kind.name):
                reasons.setdefault(portfolio.paths[kind.name][key], {})[where] = "unreadable"
        for path in snapshot.refused:
            reasons.setdefault(path, {})[where] = "refused"
    for file, known in reasons.items():
        if len(known) == 1 or len(set(known.values())) > 1:
            yield from (LeftOut(file, where, reason) for where, reason in known.items())
        else:
            yield LeftOut(file, "both", next(iter(known.values())))
