"""A member takes part in an initiative, but not in what that initiative waits for."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.edges import edges
from icteregie.analysis.standing.standing import planned
from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.rule import Case, Rule

MOST_NAMED = 24
"""Of more members that are missed, only the first are named."""


def check(case: Case) -> Iterator[Finding]:
    """Report members that take part in an initiative but not in a live dependency of it."""
    portfolio = case.portfolio
    members = tuple(portfolio.partnership.members)
    everyone, taking_part = (1 << len(members)) - 1, dict[tuple[str, ...], int]()
    bit = {member: 1 << position for position, member in enumerate(members)}

    def bits(initiative: Initiative) -> int:
        named = initiative.participants
        if named not in taking_part:
            taking_part[named] = sum(bit.get(member, 0) for member in named) if named else everyone
        return taking_part[named]

    listed = {initiative.id for initiative in case.ask(planned)}
    for edge in case.ask(edges):
        if edge.dependent.id not in listed or is_over(edge.on) or not edge.on.participants:
            continue
        outside = bits(edge.dependent) & ~bits(edge.on)
        if outside:
            yield Finding(
                portfolio.at(edge.dependent.id, "depends_on", edge.index, "id"),
                {
                    "id": edge.dependent.id,
                    "on": edge.on.id,
                    "members": _first(members, outside),
                    "count": outside.bit_count(),
                },
                "",
                edge.dependent.agenda,
                (portfolio.at(edge.on.id, "participants"),),
            )


def _first(members: tuple[str, ...], outside: int) -> tuple[str, ...]:
    """Name the first members whose bit is set; "…" stands for the others."""
    named: list[str] = []
    while outside and len(named) < MOST_NAMED:
        position = (outside & -outside).bit_length() - 1
        named.append(members[position])
        outside ^= 1 << position
    return (*named, "…") if outside else tuple(named)


RULE = Rule(
    "dependency-misses-participant",
    "graph",
    "warning",
    check,
    needs={"initiative": ("depends_on", "participants", "status", "agenda"), "partnership": ("members",)},
)
