"""The coherence map: initiatives as nodes, dependencies and conflicts as lines, both with marks.

The marks come from the findings, so that the map always agrees with ``validate``, and a rule that
a partnership switched off is not drawn either.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, TypeAlias

from icteregie.analysis.dependencies.drawing_order import drawing_order
from icteregie.analysis.dependencies.edges import edges, slack
from icteregie.analysis.facts import FORESEEN_END
from icteregie.analysis.standing.standing import carried_over, on_agenda
from icteregie.diagnostics.types import Diagnostic
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.scalars import natural

Role: TypeAlias = Literal["chosen", "on-agenda", "carried-over", "waited-for"]
Mark: TypeAlias = Literal["after-intake", "after-dossier", "misses-deadline", "waits-too-long", "conflict"]
Kind: TypeAlias = Literal[
    "waits", "declared-conflict", "both-alternatives", "component-overlap", "retired-component", "solo-twins"
]

CONFLICTS: tuple[Kind, ...] = (
    "declared-conflict",
    "both-alternatives",
    "component-overlap",
    "retired-component",
    "solo-twins",
)
LATE_MARKS: dict[str, Mark] = {
    "late-intake": "after-intake",
    "late-dossier": "after-dossier",
    "late-for-deadline": "misses-deadline",
}
"""The mark of late initiatives, by the rule of the finding."""
NEEDS = (
    "agenda",
    *FORESEEN_END,
    "costs",
    "depends_on",
    "late",
    "part_of",
    "status",
    "submitter",
    "title",
)
"""The keys of an initiative that its node and lines depend on."""


@dataclass(frozen=True, slots=True)
class Node:
    """One initiative: its role on the map, its problems (``marks``, sorted), what it is part of."""

    id: str
    title: str
    submitter: str
    status: str
    agenda: int | None
    role: Role
    marks: tuple[Mark, ...] = ()
    part_of: str | None = None

    @property
    def is_late(self) -> bool:
        """Whether it arrived late, or will end after its deadline."""
        return any(mark in LATE_MARKS.values() for mark in self.marks)

    @property
    def is_in_conflict(self) -> bool:
        """Whether it conflicts with another, or can't start when it requests to."""
        return "conflict" in self.marks or "waits-too-long" in self.marks


@dataclass(frozen=True, slots=True)
class Line:
    """``after`` depends on ``before``; or, for a conflict, the two that exclude each other.

    A conflict has no direction: ``before`` is then what comes first in the order of the dependencies,
    so that no drawing has to turn an arrow round for it.

    ``slack`` is in days when both have a period, negative when too late.
    ``days_late`` is above 0 only where the rule dependency-too-late says so.
    """

    before: str
    after: str
    kind: Kind
    slack: int | None = None
    days_late: int = 0
    in_circle: bool = False

    @property
    def is_problem(self) -> bool:
        """Whether this line is a conflict, a late dependency or part of a circle."""
        return self.kind != "waits" or self.days_late > 0 or self.in_circle


@dataclass(frozen=True, slots=True)
class CoherenceMap:
    """Nodes by id, and lines by their ends and kind. Every end of a line is a node."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    year: int | None = None

    def isolated(self) -> tuple[Node, ...]:
        """List the nodes without a line, by id."""
        touched = {end for line in self.lines for end in (line.before, line.after)}
        return tuple(node for node in self.nodes if node.id not in touched)

    def without_isolated(self) -> "CoherenceMap":
        """Leave out the nodes without a line and without a mark."""
        unmarked = {node.id for node in self.isolated() if not node.marks}
        return replace(self, nodes=tuple(node for node in self.nodes if node.id not in unmarked))

    def by_importance(self) -> tuple[Line, ...]:
        """Sort the lines: problems first, then those of late initiatives, then chains."""
        late = {node.id for node in self.nodes if node.is_late}
        waits = [line for line in self.lines if line.kind == "waits"]
        waiting, waited_for = {line.after for line in waits}, {line.before for line in waits}

        def importance(line: Line) -> int:
            if line.is_problem:
                return 0
            if line.before in late or line.after in late:
                return 1
            return 2 if line.before in waiting or line.after in waited_for else 3

        return tuple(sorted(self.lines, key=lambda line: (importance(line), _sort_key(line))))


def coherence_map(
    portfolio: Portfolio,
    findings: Iterable[Diagnostic],
    year: int | None = None,
    only: Collection[str] | None = None,
) -> CoherenceMap:
    """Build the map of all initiatives, of one agenda year, or of ``only`` these ids of it.

    A year has the initiatives on its agenda, those carried over into it, and their direct
    dependencies. ``findings`` are those of ``check``; without them nothing is marked.
    """
    roles = _roles(portfolio, year)
    if only is not None:
        roles = {name: role for name, role in roles.items() if name in only}
    findings = tuple(findings)
    waits = set(_dependency_lines(portfolio, findings, roles))
    conflicts = _conflict_lines(findings, drawing_order(roles, ((line.before, line.after) for line in waits)))
    lines = tuple(sorted({*waits, *conflicts}, key=_sort_key))
    marks = _marks(findings, lines)
    nodes = (
        _node(portfolio.initiatives[name], roles[name], marks[name]) for name in sorted(roles, key=natural)
    )
    return CoherenceMap(tuple(nodes), lines, year)


def _roles(portfolio: Portfolio, year: int | None) -> dict[str, Role]:
    if year is None:
        return dict.fromkeys(portfolio.initiatives, "chosen")
    roles: dict[str, Role] = {i.id: "on-agenda" for i in on_agenda(portfolio, year)}
    roles |= {i.id: "carried-over" for i in carried_over(portfolio, year)}
    for name in tuple(roles):
        for link in portfolio.initiatives[name].depends_on:
            if link.on in portfolio.initiatives:
                roles.setdefault(link.on, "waited-for")
    return roles


def _dependency_lines(
    portfolio: Portfolio, findings: tuple[Diagnostic, ...], roles: dict[str, Role]
) -> Iterator[Line]:
    too_late = {(d.values["on"], d.values["id"]) for d in findings if d.rule == "dependency-too-late"}
    circles = set(_circle_edges(findings))
    for edge in edges(portfolio):
        ends = edge.on.id, edge.dependent.id
        if ends[0] in roles and ends[1] in roles:
            days = slack(edge)
            days_late = max(0, -(days or 0)) if ends in too_late else 0
            yield Line(*ends, "waits", days, days_late, ends in circles)


def _circle_edges(findings: tuple[Diagnostic, ...]) -> Iterator[tuple[str, str]]:
    """List the dependencies of every circle, from predecessor to dependent."""
    for finding in findings:
        circle = finding.values.get("circle")
        if finding.rule == "dependency-cycle" and isinstance(circle, tuple):
            yield from zip(circle[1:], circle[:-1], strict=True)


def _conflict_lines(findings: tuple[Diagnostic, ...], order: dict[str, int]) -> Iterator[Line]:
    for finding in findings:
        kind = next((k for k in CONFLICTS if k == finding.rule), None)
        ids = finding.values.get("ids")
        if kind is None:
            continue
        # Twins are reported as a group: a line from each to the next keeps them together.
        group = ids if isinstance(ids, tuple) else (finding.values["id"], finding.values["other"])
        names = sorted({str(name) for name in group if name in order}, key=lambda name: order[name])
        for first, second in pairwise(names):
            yield Line(first, second, kind)


def _marks(findings: tuple[Diagnostic, ...], lines: tuple[Line, ...]) -> dict[str, set[Mark]]:
    marks: dict[str, set[Mark]] = defaultdict(set)
    for finding in findings:
        if finding.rule in LATE_MARKS:
            marks[str(finding.values["id"])].add(LATE_MARKS[finding.rule])
    for line in lines:
        if line.kind != "waits":
            marks[line.before].add("conflict")
            marks[line.after].add("conflict")
        elif line.days_late or line.in_circle:
            marks[line.after].add("waits-too-long")
    return marks


def _node(initiative: Initiative, role: Role, marks: set[Mark]) -> Node:
    return Node(
        initiative.id,
        initiative.title,
        initiative.submitter,
        initiative.status,
        initiative.agenda,
        role,
        tuple(sorted(marks)),
        initiative.part_of,
    )


def _sort_key(line: Line) -> tuple[object, ...]:
    return (
        natural(line.before),
        natural(line.after),
        line.kind,
        line.slack is None,
        line.slack,
        line.days_late,
    )
