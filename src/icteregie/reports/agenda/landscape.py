"""What the list does to the application landscape, in brief: what comes and goes, and the targets."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.analysis.landscape.amounts import YearAmounts
from icteregie.analysis.landscape.applications import judged
from icteregie.analysis.landscape.changes import Changes, changes
from icteregie.analysis.landscape.growth import GrowthPath, MemberGrowth, growth_paths
from icteregie.analysis.landscape.moves import NEEDS
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import INITIATIVE, LANDSCAPE
from icteregie.portfolio.landscape import application_id, member_of
from icteregie.portfolio.portfolio import Portfolio

MOST_PATHS = 6


@dataclass(frozen=True, slots=True)
class LandscapeBrief:
    """What comes and goes by the list of a year, and where the members are on the way to each target.

    ``retired`` names what the list retires, each once: a component, a product with its member, or what
    nobody knows. ``without`` names the members of that year without a landscape: of them nothing is
    counted as retired. ``is_known`` says whether anybody has one.
    """

    changes: Changes
    retired: tuple[str, ...]
    paths: tuple[GrowthPath, ...]
    without: tuple[str, ...]
    is_known: bool

    @property
    def moves(self) -> bool:
        """Whether any application comes or goes."""
        return bool(self.changes.total.added or self.changes.total.retired)

    @property
    def moving(self) -> frozenset[str]:
        """The initiatives by which an application comes or goes."""
        agenda = self.changes
        return frozenset(
            {each.initiative for each in agenda.retired} | {each.initiative for each in agenda.added}
        )

    @property
    def years(self) -> tuple[YearAmounts, ...]:
        """The years in which something comes, goes, or is paid or saved for the first time."""
        every = self.changes.years
        before = (None, *every)
        return tuple(
            row
            for row, last in zip(every, before, strict=False)
            if row.together.added
            or row.together.retired
            or (last is not None and _euros(row) != _euros(last))
        )

    @property
    def has_kept(self) -> bool:
        """Whether an amount of one of those years stays in git."""
        return any({"saved", "booked"} & row.together.kept for row in self.years)

    @property
    def shown_paths(self) -> tuple[GrowthPath, ...]:
        """The paths that there is room for."""
        return self.paths[:MOST_PATHS]


def _euros(row: YearAmounts) -> tuple[int, ...]:
    return row.together.cost, row.together.saved, row.together.cost_unknown, row.together.saved_unknown


def landscape_brief(portfolio: Portfolio, year: int, listed: Iterable[Initiative]) -> LandscapeBrief | None:
    """Describe what a list does to the landscape; None where nobody put down anything about that."""
    readable = portfolio.readable({INITIATIVE.name: NEEDS, LANDSCAPE.name: ("as_of", "applications")})
    lines, known = tuple(listed), judged(readable)
    if not known and not any(each.adds or each.retires for each in lines):
        return None
    paths = growth_paths(readable, year) if known else ()
    return LandscapeBrief(
        changes(readable, year),
        tuple(sorted({_name(readable, name) for each in lines for name in each.retires})),
        tuple(path for path in paths if any(_is_on_the_way(each) for each in path.members)),
        tuple(portfolio.partnership.member_name(m) for m in portfolio.members_in(year) if m not in known),
        bool(known),
    )


def _is_on_the_way(each: MemberGrowth) -> bool:
    return each.state not in ("not-judged", "nothing-runs")


def _name(portfolio: Portfolio, retired: str) -> str:
    """Name what is retired: a component by its name, an application by its product and member."""
    partnership = portfolio.partnership
    if "/" not in retired:
        known = partnership.components.get(retired)
        return known.name if known else retired
    member, _, name = retired.partition("/")
    for key, landscape in portfolio.landscapes.items():
        if member_of(key) == member and name in landscape.applications:
            return f"{landscape.applications[name].product} ({partnership.member_name(member)})"
    return application_id(member, name)
