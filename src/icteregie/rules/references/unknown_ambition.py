"""An initiative or an ambition names an ambition that its member doesn't have."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Address, Finding
from icteregie.portfolio.ambition import ambition_id
from icteregie.portfolio.kinds import AMBITION
from icteregie.rules.rule import Case, in_parts


@dataclass(frozen=True, slots=True)
class _Known:
    """The names of the ambitions of each member whose file can be read, and what looks them up."""

    case: Case
    own: Mapping[str, Names]
    ids: frozenset[str]

    @classmethod
    def of(cls, case: Case) -> "_Known":
        """Collect them once for all that is looked up in them."""
        lists = case.portfolio.ambition_lists
        own = {member: Names(listed.ambitions) for member, listed in lists.items()}
        return cls(case, own, frozenset(ambition_id(m, name) for m in lists for name in lists[m].ambitions))

    def finding(self, at: Address, written: str, own_id: str = "") -> Finding | None:
        """Look an ambition up; None when it is there, or when that can't be said."""
        member, _, name = written.partition("/")
        portfolio = self.case.portfolio
        paths = portfolio.paths[AMBITION.name]
        if written in self.ids or member not in portfolio.partnership.members:
            return None
        values = {"member": portfolio.partnership.member_name(member), "name": name}
        if member not in paths:
            return Finding(at, {**values, "file": f"ambitions/{member}.yaml"}, "no-file", mild=True)
        if member not in self.own:
            return None
        values["file"] = paths[member]
        if guess := self._guess(member, name, own_id):
            return Finding(at, {**values, "guess": guess}, "guess")
        known = tuple(ambition_id(member, each) for each in self.own[member].first())
        return Finding(at, {**values, "known": known}, "" if known else "none")

    def _guess(self, member: str, name: str, own_id: str) -> str:
        """Give the ambition of another member with this very name, or of this one with a name like it."""
        others = (ambition_id(other, name) for other in self.case.portfolio.partnership.members)
        if same := next((other for other in others if other in self.ids and other != own_id), ""):
            return same
        own_name = own_id.partition("/")[2] if own_id.startswith(f"{member}/") else ""
        close = self.own[member].closest(name, own_name)
        return ambition_id(member, close) if close else ""


def _of_initiatives(case: Case) -> Iterator[Finding]:
    """Look up the ambitions of every initiative; not where no member has a file with ambitions."""
    if not case.portfolio.paths[AMBITION.name]:
        return
    known = _Known.of(case)
    for initiative in case.portfolio.initiatives.values():
        for index, written in enumerate(initiative.ambitions):
            if finding := known.finding(case.portfolio.at(initiative.id, "ambitions", index), written):
                yield finding


def _of_conflicts(case: Case) -> Iterator[Finding]:
    """Look up every ambition that is named as a conflict."""
    known = _Known.of(case)
    for member, listed in case.portfolio.ambition_lists.items():
        for name, ambition in listed.ambitions.items():
            own_id = ambition_id(member, name)
            for index, written in enumerate(ambition.conflicts_with):
                keys = ("ambitions", name, "conflicts_with", index)
                at = case.portfolio.at_record(AMBITION.name, member, *keys)
                if written == own_id:
                    yield Finding(at, {}, "itself")
                elif finding := known.finding(at, written, own_id):
                    yield finding


RULE = in_parts(
    "unknown-ambition",
    "references",
    "error",
    (
        _of_initiatives,
        {"initiative": ("ambitions",), "ambition": ("ambitions",), "partnership": ("members",)},
    ),
    (_of_conflicts, {"ambition": ("ambitions",), "partnership": ("members",)}),
)
