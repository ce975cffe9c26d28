"""What became different in the partnership: above all, what moves a deadline or weakens a check."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.changes import Change, changes_between
from icteregie.analysis.flatten import FieldPath, field_values
from icteregie.portfolio import schema_walk
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import EVERYTHING
from icteregie.portfolio.thresholds import Looser, Thresholds, looser
from icteregie.rules.catalogue import rule
from icteregie.workspace.sides import Version

Effect: TypeAlias = Literal["looser", "stricter", "other"]

_LEVELS = ("off", "warning", "error")
_LIMITS = ("budget", "capacity")
_BINDING = ("agendas", "history", "rules", "thresholds")


@dataclass(frozen=True, slots=True)
class PartnershipChange:
    """A change of ``regie.yaml``, and whether it makes a deadline, a limit or a check looser or stricter."""

    change: Change
    effect: Effect

    @property
    def is_binding(self) -> bool:
        """Whether it is about dates, limits, rules or thresholds: what initiatives are judged by."""
        return self.change.keys[0] in _BINDING


def compare(before: Version, after: Version) -> tuple[PartnershipChange, ...]:
    """Compare the partnerships: what is looser first, then what is stricter, then the rest."""
    damaged = after.portfolio.partnership_damage
    if damaged & EVERYTHING:
        return ()
    was, now = before.portfolio.partnership, after.portfolio.partnership
    without = tuple(damaged)
    changes = list(changes_between(Partnership, field_values(was, without), field_values(now, without)))
    if (
        "members" not in damaged
        and list(was.members) != list(now.members)
        and {*was.members} == {*now.members}
    ):
        # The order decides who pays the euro that can't be shared.
        changes.append(Change(FieldPath(("order",)), "names", tuple(was.members), tuple(now.members)))
    judged = [PartnershipChange(change, _effect(change)) for change in changes]
    order: tuple[Effect, ...] = ("looser", "stricter", "other")
    return tuple(sorted(judged, key=lambda c: (not c.is_binding, order.index(c.effect))))


def _effect(change: Change) -> Effect:
    keys, before, after = change.keys, change.before, change.after
    if keys[0] == "agendas" and len(keys) > 1:
        return _of_agenda(keys, before, after)
    if keys[0] == "history":
        # What arrived before that day keeps the day that was typed.
        was, now = (value if isinstance(value, date) else date.min for value in (before, after))
        return "looser" if now > was else "stricter"
    if keys[0] == "rules":
        return _of_rule(change)
    if keys[0] == "thresholds" and looser(keys[1]) is Looser.NEITHER:
        return "other"
    if keys[0] == "thresholds":
        default = schema_walk.default(Thresholds, keys[1])
        settings = [default if value is None else value for value in (before, after)]
        effect = _compared(settings[0], settings[1])
        return effect if looser(keys[1]) is Looser.HIGHER else _reversed(effect)
    return "other"


def _of_agenda(keys: tuple[str, ...], before: object, after: object) -> Effect:
    if keys[-1] == "realisation":
        # The smaller the part that counts, the more fits.
        return _reversed(_compared(before, after, absent=100))
    if keys[-1] == "covers":
        # What must also pay for what runs leaves less for what is new.
        return "stricter" if after == "all" else "looser" if before == "all" else "other"
    if keys[1] in _LIMITS:
        return _compared(before, after, absent=10**13)
    return _compared(before, after) if None not in (before, after) else "other"


def _of_rule(change: Change) -> Effect:
    if change.keys[-1] == "from":
        return _compared(change.before, change.after, absent=0)
    checked = rule(change.path.parts[1])
    if checked is None:
        return "other"
    levels = [_LEVELS.index(str(value or checked.severity)) for value in (change.before, change.after)]
    return _reversed(_compared(levels[0], levels[1]))


def _compared(before: object, after: object, absent: int | None = None) -> Effect:
    """Call more, and later, looser."""
    was, now = (absent if value is None else value for value in (before, after))
    if isinstance(was, date) and isinstance(now, date):
        return "looser" if now > was else "stricter"
    if was == now or was is None or now is None:
        return "other"
    return "looser" if now > was else "stricter"  # type: ignore[operator]


def _reversed(effect: Effect) -> Effect:
    return {"looser": "stricter", "stricter": "looser", "other": "other"}[effect]  # type: ignore[return-value]


def binding(changes: tuple[PartnershipChange, ...]) -> tuple[PartnershipChange, ...]:
    """Keep what initiatives are judged by."""
    return tuple(change for change in changes if change.is_binding)


def descriptive(changes: tuple[PartnershipChange, ...]) -> tuple[PartnershipChange, ...]:
    """Keep the rest: names, keys, meetings, teams."""
    return tuple(change for change in changes if not change.is_binding)
