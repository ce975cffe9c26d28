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
from icteregie.portfolio.portfolio import EVERYTHING, PARTNERSHIP_FILE, Portfolio
from icteregie.vcs.types import History

FRAME = EVERYTHING | {
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

Where: TypeAlias = Literal["before", "after", "both"]
Reason: TypeAlias = Literal["unreadable", "refused", "absent"]


@dataclass(frozen=True, slots=True)
class Given:
    """One side as it was read: the portfolio, its dossiers' texts by id, and paths that were refused.

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
class Side:
    """One side, ready to be compared."""

    portfolio: Portfolio
    found: tuple[Diagnostic, ...]
    dossiers: Mapping[str, str]
    history: History | None = None

    @property
    def has_frame(self) -> bool:
        """Whether enough of ``regie.yaml`` was read on both sides to reckon with."""
        return not self.portfolio.partnership_damage & FRAME


def levelled(before: Given, after: Given, today: date) -> tuple[Side, Side, tuple[LeftOut, ...]]:
    """Take from both sides what can't be read on one of them, check both, and say what was taken."""
    before, after = _framed(before, after), _framed(after, before)
    hurt = _hurt(before) | _hurt(after)
    frame = before.loaded.portfolio.partnership_damage | after.loaded.portfolio.partnership_damage
    told = [*_left_out(before, after)]
    sides = [_side(given, hurt, frame, today) for given in (before, after)]
    return sides[0], sides[1], tuple(sorted(told, key=lambda out: (out.file, out.where)))


def _framed(given: Given, other: Given) -> Given:
    """Lend a side that has no portfolio yet the partnership of the other, so that only what is new shows."""
    if not given.absent:
        return given
    lent = other.loaded.portfolio
    portfolio = given.loaded.portfolio.with_partnership(lent.partnership, lent.partnership_damage)
    loaded = without_file(given.loaded, PARTNERSHIP_FILE)
    return replace(given, loaded=replace(loaded, portfolio=portfolio))


def _hurt(given: Given) -> frozenset[str]:
    names = {PurePosixPath(path).stem for path in given.refused if path.startswith(f"{INITIATIVES}/")}
    return frozenset({*given.loaded.portfolio.damage, *names})


def _side(given: Given, hurt: frozenset[str], frame: frozenset[str], today: date) -> Side:
    portfolio = given.loaded.portfolio
    kept = {name: found for name, found in portfolio.initiatives.items() if name not in hurt}
    unreadable = {file: EVERYTHING for name, file in portfolio.files.items() if name in hurt}
    level = replace(portfolio.with_initiatives(kept), unreadable={**unreadable, PARTNERSHIP_FILE: frame})
    loaded = replace(given.loaded, portfolio=level, hidden={})
    found = (finding for finding in check(loaded, today) if finding.severity != "note")
    return Side(level, tuple(sorted(found, key=reading_order)), given.dossiers, given.history)


def _left_out(before: Given, after: Given) -> Iterable[LeftOut]:
    reasons: dict[str, dict[Where, Reason]] = {}
    sides: tuple[tuple[Where, Given], ...] = (("before", before), ("after", after))
    for where, given in sides:
        portfolio = given.loaded.portfolio
        if given.absent:
            reasons.setdefault(PARTNERSHIP_FILE, {})[where] = "absent"
        elif portfolio.partnership_damage:
            reasons.setdefault(PARTNERSHIP_FILE, {})[where] = "unreadable"
        for name in portfolio.damage:
            reasons.setdefault(portfolio.files[name], {})[where] = "unreadable"
        for path in given.refused:
            reasons.setdefault(path, {})[where] = "refused"
    for file, known in reasons.items():
        if len(known) == 1 or len(set(known.values())) > 1:
            yield from (LeftOut(file, where, reason) for where, reason in known.items())
        else:
            yield LeftOut(file, "both", next(iter(known.values())))
