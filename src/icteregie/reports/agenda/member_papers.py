"""The annex of each member: what it pays and for what, what it must decide, and where it stands alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.standing.standing import TO_DECIDE, standing
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.clashes import Clash
from icteregie.reports.agenda.lines import Line
from icteregie.reports.agenda.matrix import Matrix, MatrixRow
from icteregie.reports.agenda.money import CoverMoney

Alone: TypeAlias = Literal["overruled", "only-against", "only-for"]

LARGEST = 8
"""So many initiatives are on the page of a member by themselves."""


@dataclass(frozen=True, slots=True)
class Stance:
    """An initiative on which a member stands alone, and why it thinks so; "" when it did not say.

    ``overruled``: it is against what was adopted. ``only-against``: nobody else is against.
    ``only-for``: nobody else is in favour, and somebody is against.
    """

    line: Line
    kind: Alone
    because: str


@dataclass(frozen=True, slots=True)
class MemberPaper:
    """The annex of one member.

    ``pays`` are the rows of the matrix that cost it something, ``free`` the others in which it takes part.
    ``clashes`` and ``late`` are what page one asks about initiatives in which it takes part.
    """

    member: str
    name: str
    pays: tuple[MatrixRow, ...]
    free: tuple[MatrixRow, ...]
    cover: CoverMoney
    clashes: tuple[Clash, ...]
    late: tuple[Line, ...]
    alone: tuple[Stance, ...]

    @property
    def one_off(self) -> int:
        """What it pays in one-off cost in the year, new and running, in whole euros."""
        return sum(row.one_off_of(self.member) for row in self.pays)

    @property
    def recurring(self) -> int:
        """What it pays in recurring cost in the year, new and running, in whole euros."""
        return sum(row.recurring_of(self.member) for row in self.pays)

    @property
    def total(self) -> int:
        """One-off and recurring together."""
        return self.one_off + self.recurring

    @property
    def largest(self) -> tuple[MatrixRow, ...]:
        """The rows that cost it most, in the order of the list; the others are ``smaller``."""
        if len(self.pays) <= LARGEST + 1:
            return self.pays
        by_cost = sorted(self.pays, key=lambda row: -row.share(self.member))
        return tuple(row for row in self.pays if row in by_cost[:LARGEST])

    @property
    def smaller(self) -> tuple[MatrixRow, ...]:
        """The rows that ``largest`` leaves out."""
        return tuple(row for row in self.pays if row not in self.largest)

    @property
    def smaller_one_off(self) -> int:
        """What it pays for the ``smaller`` ones in one-off cost in the year, in whole euros."""
        return sum(row.one_off_of(self.member) for row in self.smaller)

    @property
    def smaller_recurring(self) -> int:
        """What it pays for the ``smaller`` ones in recurring cost in the year, in whole euros."""
        return sum(row.recurring_of(self.member) for row in self.smaller)

    @property
    def greatest_smaller(self) -> int:
        """What it pays for the largest of the ``smaller`` ones, in whole euros."""
        return max((row.share(self.member) for row in self.smaller), default=0)

    @property
    def has_to_decide(self) -> bool:
        """Whether anything is asked of it beyond adopting the list."""
        return bool(self.cover.to_be_found or self.cover.unknown or self.clashes or self.late)


def member_papers(
    portfolio: Portfolio,
    year: int,
    matrix: Matrix,
    cover: Iterable[CoverMoney],
    clashes: tuple[Clash, ...],
) -> tuple[MemberPaper, ...]:
    """Make the annex of every member, in their order; ``cover`` is in that order too."""
    asked = tuple(row.line for row in matrix.new)
    return tuple(
        _paper(member, matrix, own, clashes, tuple(_alone(portfolio, year, member, asked)))
        for member, own in zip(matrix.members, cover, strict=True)
    )


def _paper(
    member: str, matrix: Matrix, cover: CoverMoney, clashes: tuple[Clash, ...], alone: tuple[Stance, ...]
) -> MemberPaper:
    rows = tuple(row for row in matrix.rows if row.takes_part(member))
    own = {row.line.initiative.id for row in rows}
    return MemberPaper(
        member,
        cover.name,
        tuple(row for row in rows if row.share(member)),
        tuple(row for row in rows if not row.share(member)),
        cover,
        tuple(clash for clash in clashes if clash.is_on_page_one and clash.concerns(own)),
        tuple(row.line for row in matrix.new if row in rows and row.line.punctuality == "after-dossier"),
        alone,
    )


def _alone(portfolio: Portfolio, year: int, member: str, lines: Iterable[Line]) -> Iterator[Stance]:
    for line in lines:
        own = line.initiative.support.get(member)
        kind = _kind(line, member, is_decided=standing(portfolio, line.initiative, year) not in TO_DECIDE)
        if own is not None and kind is not None:
            yield Stance(line, kind, own.because or "")


def _kind(line: Line, member: str, *, is_decided: bool) -> Alone | None:
    support = line.initiative.support
    own = support[member].position if member in support else None
    others = {position.position for name, position in support.items() if name != member}
    if own == "against" and is_decided:
        return "overruled"
    if own == "against" and "against" not in others:
        return "only-against"
    return "only-for" if own == "for" and others == {"against"} else None
