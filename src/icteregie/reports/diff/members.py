"""What came, went and changed in what members keep for themselves: their landscapes and their ambitions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from icteregie.analysis.changes import Change, changes_between
from icteregie.analysis.flatten import FieldPath, field_values
from icteregie.portfolio.ambition import Ambition
from icteregie.portfolio.kinds import AMBITION, LANDSCAPE, FileKind
from icteregie.portfolio.landscape import Application, application_id, member_of
from icteregie.workspace.sides import Version


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One application or ambition, None on the side where it isn't there; ``changes`` if it is on both."""

    member: str
    name: str
    before: Any
    after: Any
    changes: tuple[Change, ...] = ()

    @property
    def id(self) -> str:
        """The id that it has in the whole portfolio, such as utrecht/case-system."""
        return application_id(self.member, self.name)


@dataclass(frozen=True, slots=True)
class MemberChanges:
    """What differs between the entries of all members; ``checked`` has members, files and their days."""

    came: tuple[EntryChange, ...] = ()
    went: tuple[EntryChange, ...] = ()
    changed: tuple[EntryChange, ...] = ()
    checked: tuple[tuple[str, str, Change], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.came or self.went or self.changed or self.checked)


def landscapes(before: Version, after: Version) -> MemberChanges:
    """Compare the applications of all members, by member and id, whichever of its files has one."""
    return _compared(LANDSCAPE, "applications", Application, before, after)


def ambitions(before: Version, after: Version) -> MemberChanges:
    """Compare the ambitions of all members, by member and id."""
    return _compared(AMBITION, "ambitions", Ambition, before, after)


def _compared(kind: FileKind, key: str, entry: type, before: Version, after: Version) -> MemberChanges:
    old, new = (_entries(version, kind, key) for version in (before, after))
    both = [EntryChange(*at, old.get(at), new.get(at)) for at in sorted({*old, *new})]
    changed = (_changed(entry, each) for each in both if each.before is not None and each.after is not None)
    return MemberChanges(
        tuple(each for each in both if each.before is None),
        tuple(each for each in both if each.after is None),
        tuple(each for each in changed if each.changes),
        tuple(_checked(kind, before, after)),
    )


def _entries(version: Version, kind: FileKind, key: str) -> dict[tuple[str, str], Any]:
    """List what members have, by member and id; of two with one id the first counts, as everywhere."""
    entries: dict[tuple[str, str], Any] = {}
    for file, record in version.portfolio.records[kind.name].items():
        for name, entry in getattr(record, key).items():
            entries.setdefault((member_of(file), name), entry)
    return entries


def _changed(entry: type, each: EntryChange) -> EntryChange:
    if each.before == each.after:
        return each
    changes = changes_between(entry, field_values(each.before), field_values(each.after))
    return EntryChange(each.member, each.name, each.before, each.after, changes)


def _checked(kind: FileKind, before: Version, after: Version) -> Iterator[tuple[str, str, Change]]:
    old, new = (version.portfolio.records[kind.name] for version in (before, after))
    for file in sorted({*old} & {*new}):
        if old[file].as_of != new[file].as_of:
            change = Change(FieldPath(("as_of",)), "date", old[file].as_of, new[file].as_of)
            yield member_of(file), after.portfolio.paths[kind.name][file], change
