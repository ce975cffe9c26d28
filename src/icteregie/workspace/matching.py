"""Which initiatives came, went, got another name, or say something else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from icteregie.analysis.changes import Change, changes_between
from icteregie.analysis.cost_sharing import cost_key_of
from icteregie.analysis.flatten import FieldPath, FieldValue, field_values
from icteregie.portfolio import schema_walk
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.workspace.sides import Side


@dataclass(frozen=True, slots=True)
class Changed:
    """An initiative that is there on both sides and says something else, or goes by another id."""

    before: Initiative
    after: Initiative
    changes: tuple[Change, ...]

    @property
    def is_renamed(self) -> bool:
        """Whether its file, and so its id, has another name."""
        return self.before.id != self.after.id


@dataclass(frozen=True, slots=True)
class Initiatives:
    """What came, what went and what changed, each by id; ``renames`` maps old ids to new."""

    came: tuple[Initiative, ...]
    went: tuple[Initiative, ...]
    changed: tuple[Changed, ...]
    renames: dict[str, str]


def compare(before: Side, after: Side) -> Initiatives:
    """Compare the initiatives of two sides by their id; a file in another folder is the same."""
    old, new = before.portfolio.initiatives, after.portfolio.initiatives
    came = {name: new[name] for name in new if name not in before.portfolio.files}
    went = {name: old[name] for name in old if name not in after.portfolio.files}
    renamed = _renames(went, came)
    pairs = [(old[name], new[name]) for name in new if name in old]
    pairs += [(went[gone], came[now]) for gone, now in renamed.items()]
    found = (_changed(before, after, one, other) for one, other in pairs)
    return Initiatives(
        tuple(i for name, i in came.items() if name not in renamed.values()),
        tuple(i for name, i in went.items() if name not in renamed),
        tuple(sorted(filter(None, found), key=lambda changed: changed.after.id)),
        renamed,
    )


def renames(before: Portfolio, after: Portfolio) -> dict[str, str]:
    """Map ids to those under which the same initiatives go by later, as far as both can be read."""
    old, new = (portfolio.without_damage(("submitted", "summary", "title")) for portfolio in (before, after))
    went = {name: one for name, one in old.initiatives.items() if name not in after.files}
    came = {name: one for name, one in new.initiatives.items() if name not in before.files}
    return _renames(went, came)


def _renames(went: dict[str, Initiative], came: dict[str, Initiative]) -> dict[str, str]:
    """Map ids that went to ids that came, where both were submitted the same day with a same text.

    The strictest criterion takes its pairs first. Where several are equally alike, they are
    paired in the order of their ids, so that the way back gives the same pairs.
    """
    pairs: dict[str, str] = {}
    for criterion in _CRITERIA:
        old = _by_criterion(criterion, went, set(pairs))
        new = _by_criterion(criterion, came, set(pairs.values()))
        for key in old.keys() & new.keys():
            pairs.update(zip(old[key], new[key], strict=False))
    return {name: pairs[name] for name in went if name in pairs}


Criterion: TypeAlias = Callable[[Initiative], tuple[object, ...]]

_CRITERIA: tuple[Criterion, ...] = (
    lambda i: (i.submitted, i.title, i.summary, i.submitter),
    lambda i: (i.submitted, i.title, i.summary),
    lambda i: (i.submitted, i.title, i.submitter),
    lambda i: (i.submitted, i.title),
    lambda i: (i.submitted, i.summary, i.submitter),
    lambda i: (i.submitted, i.summary),
)
"""What two initiatives must share to be one that got another id, the strictest first."""


def _by_criterion(
    criterion: Criterion, initiatives: dict[str, Initiative], paired: set[str]
) -> dict[tuple[object, ...], list[str]]:
    """Group the ids that have no pair yet, each group sorted."""
    groups: dict[tuple[object, ...], list[str]] = {}
    for name in sorted(initiatives.keys() - paired):
        groups.setdefault(criterion(initiatives[name]), []).append(name)
    return groups


def _changed(before: Side, after: Side, one: Initiative, other: Initiative) -> Changed | None:
    told = before.dossiers.get(one.id), after.dossiers.get(other.id)
    if one == other and told[0] == told[1]:
        return None
    # What stands on both sides needs no walk: of three thousand initiatives that is nearly all.
    keys = schema_walk.keys(Initiative).values()
    same = tuple(key.name for key in keys if getattr(one, key.field) == getattr(other, key.field))
    old, new = field_values(one, same), field_values(other, same)
    if after.has_frame:
        _same_participants(before.portfolio, after.portfolio, (one, other), (old, new))
        _same_key(before.portfolio, after.portfolio, (one, other), (old, new))
    for found, text in zip((old, new), told, strict=True):
        if text is not None:
            found[FieldPath(("dossier",))] = FieldValue("prose", text)
    different = changes_between(Initiative, old, new)
    return Changed(one, other, different) if different or one.id != other.id else None


Pair: TypeAlias = tuple[Initiative, Initiative]
Found: TypeAlias = tuple[dict[FieldPath, FieldValue], dict[FieldPath, FieldValue]]


def _same_participants(before: Portfolio, after: Portfolio, pair: Pair, found: Found) -> None:
    """Write out who take part: all members by name is the same as ``all``."""
    if sorted(pair[0].participants) == sorted(pair[1].participants):
        return
    for portfolio, initiative, held in zip((before, after), pair, found, strict=True):
        named = {*portfolio.participants(initiative), *initiative.participants}
        held[FieldPath(("participants",))] = FieldValue("names", tuple(sorted(named)))


def _same_key(before: Portfolio, after: Portfolio, pair: Pair, found: Found) -> None:
    """Pass over a key that is written out and is the usual one as well."""
    if cost_key_of(pair[0], before.partnership) == cost_key_of(pair[1], after.partnership):
        for held in found:
            held.pop(FieldPath(("cost_key",)), None)
