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
from icteregie.workspace.sides import Side

Effect: TypeAlias = Literal["looser", "stricter", "other"]

_LEVELS = ("off", "warning", "error")
_ROOM = ("budget", "capacity")
_HEAVY = ("agendas", "history", "rules", "thresholds")


@dataclass(frozen=True, slots=True)
class FrameChange:
    """A change of ``regie.yaml``, and whether a deadline, a room or a check gets looser or stricter by it."""

    change: Change
    effect: Effect

    @property
    def is_heavy(self) -> bool:
        """Whether it is about dates, room, rules or thresholds: what initiatives are held to."""
        return self.change.keys[0] in _HEAVY


def compare(before: Side, after: Side) -> tuple[FrameChange, ...]:
    """Compare the partnerships: what is looser first, then what is stricter, then the rest."""
    damage = after.portfolio.partnership_damage
    if damage & EVERYTHING:
        return ()
    one, other = before.portfolio.partnership, after.portfolio.partnership
    without = tuple(damage)
    found = list(changes_between(Partnership, field_values(one, without), field_values(other, without)))
    if (
        "members" not in damage
        and list(one.members) != list(other.members)
        and {*one.members} == {*other.members}
    ):
        # The order decides who pays the euro that can't be shared.
        found.append(Change(FieldPath(("order",)), "names", tuple(one.members), tuple(other.members)))
    told = [FrameChange(change, _effect(change)) for change in found]
    order: tuple[Effect, ...] = ("looser", "stricter", "other")
    return tuple(sorted(told, key=lambda f: (not f.is_heavy, order.index(f.effect))))


def _effect(change: Change) -> Effect:
    keys, before, after = change.keys, change.before, change.after
    if keys[0] == "agendas" and len(keys) > 1:
        if keys[1] in _ROOM:
            return _compared(before, after, absent=10**13)
        return _compared(before, after) if None not in (before, after) else "other"
    if keys[0] == "history":
        # What arrived before that day keeps the day that was typed.
        one, other = (value if isinstance(value, date) else date.min for value in (before, after))
        return "looser" if other > one else "stricter"
    if keys[0] == "rules":
        return _of_rule(change)
    if keys[0] == "thresholds":
        held = [
            schema_walk.default(Thresholds, keys[1]) if value is None else value for value in (before, after)
        ]
        effect = _compared(held[0], held[1])
        return effect if looser(keys[1]) is Looser.HIGHER else _turned(effect)
    return "other"


def _of_rule(change: Change) -> Effect:
    if change.keys[-1] == "from":
        return _compared(change.before, change.after, absent=0)
    known = rule(change.path.parts[1])
    if known is None:
        return "other"
    levels = [_LEVELS.index(str(value or known.severity)) for value in (change.before, change.after)]
    return _turned(_compared(levels[0], levels[1]))


def _compared(before: object, after: object, absent: int | None = None) -> Effect:
    """Call more, and later, looser."""
    one, other = (absent if value is None else value for value in (before, after))
    if isinstance(one, date) and isinstance(other, date):
        return "looser" if other > one else "stricter"
    if one == other or one is None or other is None:
        return "other"
    return "looser" if other > one else "stricter"  # type: ignore[operator]


def _turned(effect: Effect) -> Effect:
    return {"looser": "stricter", "stricter": "looser", "other": "other"}[effect]  # type: ignore[return-value]


def heavy(found: tuple[FrameChange, ...]) -> tuple[FrameChange, ...]:
    """Keep what initiatives are held to."""
    return tuple(one for one in found if one.is_heavy)


def light(found: tuple[FrameChange, ...]) -> tuple[FrameChange, ...]:
    """Keep the rest: names, keys, meetings, teams."""
    return tuple(one for one in found if not one.is_heavy)
