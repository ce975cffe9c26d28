"""Which initiatives came, went, got another name, or say something else."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias

from icteregie.analysis.changes import Change, changes_between
from icteregie.analysis.cost_sharing import cost_key_of
from icteregie.analysis.flatten import FieldPath, FieldValue, field_values
from icteregie.portfolio import schema_walk
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.vcs.identity import words_of
from icteregie.vcs.types import History
from icteregie.workspace.sides import Version


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


def compare(before: Version, after: Version) -> Initiatives:
    """Compare the initiatives of two sides by their id; a file in another folder is the same."""
    old, new = before.portfolio.initiatives, after.portfolio.initiatives
    came = {name: new[name] for name in new if name not in before.portfolio.files}
    went = {name: old[name] for name in old if name not in after.portfolio.files}
    renamed = _renames(went, came, before.history)
    pairs = [(old[name], new[name]) for name in new if name in old]
    pairs += [(went[gone], came[now]) for gone, now in renamed.items()]
    changed = (_changed(before, after, old, new) for old, new in pairs)
    return Initiatives(
        tuple(i for name, i in came.items() if name not in renamed.values()),
        tuple(i for name, i in went.items() if name not in renamed),
        tuple(sorted(filter(None, changed), key=lambda changed: changed.after.id)),
        renamed,
    )


def renames(before: Portfolio, after: Portfolio, history: History | None = None) -> dict[str, str]:
    """Map ids to those under which the same initiatives go by later, as far as both can be read."""
    old, new = (portfolio.without_damage(("submitted", "summary", "title")) for portfolio in (before, after))
    went = {name: initiative for name, initiative in old.initiatives.items() if name not in after.files}
    came = {name: initiative for name, initiative in new.initiatives.items() if name not in before.files}
    return _renames(went, came, history)


def _renames(
    went: dict[str, Initiative], came: dict[str, Initiative], history: History | None
) -> dict[str, str]:
    """Map ids that went to ids that came: by git where it has both ends, else by what they say."""
    known = history or History()
    pairs = {old: new for old in went if (new := next((i for i in known.later_ids(old) if i in came), ""))}
    back = {later: name for name in came for later in known.later_ids(name) if later in went}
    pairs |= {old: new for old, new in back.items() if old not in pairs and new not in pairs.values()}
    pairs |= _claimed(went, came, pairs)
    free_old = {name: initiative for name, initiative in went.items() if name not in pairs}
    # What git knows to have come under an id of its own went by no other before.
    own = {PurePosixPath(path).stem for path, dates in known.files.items() if dates.status != "unknown"}
    free_new = {
        name: initiative
        for name, initiative in came.items()
        if name not in pairs.values() and name not in own
    }
    pairs |= _best_matches(free_old, free_new)
    return {name: pairs[name] for name in went if name in pairs}


def _claimed(
    went: dict[str, Initiative], came: dict[str, Initiative], pairs: Mapping[str, str]
) -> dict[str, str]:
    """Map ids that one file that came says it had before."""
    claims = [(old, name) for name, initiative in came.items() for old in _former_ids(initiative)]
    olds = [old for old, _ in claims]
    claimed: dict[str, str] = {}
    for old, name in claims:
        taken = {*pairs.values(), *claimed.values()}
        if old in went and old not in pairs and olds.count(old) == 1 and name not in taken:
            claimed[old] = name
    return claimed


def _former_ids(initiative: Initiative) -> tuple[str, ...]:
    """Give the ids that it says it had before; none where they can't be read, and are not there."""
    return getattr(initiative, "formerly", ())


def _best_matches(went: dict[str, Initiative], came: dict[str, Initiative]) -> dict[str, str]:
    """Pair those that were submitted on one day with a same text, the most alike first.

    Alike is how many of the title, the summary and the submitter are the same, in that order, and
    then how many words they share. What is equally alike is paired in the order of ids, so that the
    way back gives the same pairs.
    """
    scored = sorted(
        (
            (*_likeness(earlier, later), old, new)
            for old, earlier in went.items()
            for new, later in came.items()
            if earlier.submitted == later.submitted
            and (earlier.title == later.title or earlier.summary == later.summary)
        ),
        key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3]),
    )
    pairs: dict[str, str] = {}
    for _, _, old, new in scored:
        if old not in pairs and new not in pairs.values():
            pairs[old] = new
    return pairs


def _likeness(earlier: Initiative, later: Initiative) -> tuple[int, int]:
    same_keys = (
        4 * (earlier.title == later.title)
        + 2 * (earlier.summary == later.summary)
        + (earlier.submitter == later.submitter)
    )
    return same_keys, len(_words(earlier) & _words(later))


def _words(initiative: Initiative) -> frozenset[str]:
    texts = (initiative.problem, initiative.do_nothing, initiative.explain, initiative.summary)
    return words_of(text for text in texts if text)


def _changed(before: Version, after: Version, earlier: Initiative, later: Initiative) -> Changed | None:
    dossiers = before.dossiers.get(earlier.id), after.dossiers.get(later.id)
    if earlier == later and dossiers[0] == dossiers[1]:
        return None
    # What stands on both sides needs no walk: of three thousand initiatives that is nearly all.
    keys = schema_walk.keys(Initiative).values()
    same = tuple(key.name for key in keys if getattr(earlier, key.field) == getattr(later, key.field))
    old, new = field_values(earlier, same), field_values(later, same)
    if after.has_base_config:
        _same_participants(before.portfolio, after.portfolio, (earlier, later), (old, new))
        _same_key(before.portfolio, after.portfolio, (earlier, later), (old, new))
    for values, text in zip((old, new), dossiers, strict=True):
        if text is not None:
            values[FieldPath(("dossier",))] = FieldValue("prose", text)
    different = changes_between(Initiative, old, new)
    return Changed(earlier, later, different) if different or earlier.id != later.id else None


Pair: TypeAlias = tuple[Initiative, Initiative]
Values: TypeAlias = tuple[dict[FieldPath, FieldValue], dict[FieldPath, FieldValue]]


def _same_participants(before: Portfolio, after: Portfolio, pair: Pair, values: Values) -> None:
    """Write out who take part: all members by name is the same as ``all``."""
    if sorted(pair[0].participants) == sorted(pair[1].participants):
        return
    for portfolio, initiative, held in zip((before, after), pair, values, strict=True):
        named = {*portfolio.participants(initiative), *initiative.participants}
        held[FieldPath(("participants",))] = FieldValue("names", tuple(sorted(named)))


def _same_key(before: Portfolio, after: Portfolio, pair: Pair, values: Values) -> None:
    """Pass over a key that is written out and is the usual one as well."""
    if cost_key_of(pair[0], before.partnership) == cost_key_of(pair[1], after.partnership):
        for held in values:
            held.pop(FieldPath(("cost_key",)), None)
