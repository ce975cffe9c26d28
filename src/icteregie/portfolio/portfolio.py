"""The portfolio: the partnership and its initiatives, with what could not be read of them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import wraps
from typing import Any, TypeAlias, TypeVar, cast

from icteregie.diagnostics.types import Address
from icteregie.portfolio import kinds
from icteregie.portfolio.ambition import AmbitionList
from icteregie.portfolio.arrivals import Arrival, BaselineChange, FormerId, Request
from icteregie.portfolio.decision import DecisionList
from icteregie.portfolio.dossier import DossierSection
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import AMBITION, DECISION, INITIATIVE, LANDSCAPE, PARTNERSHIP, PLAN
from icteregie.portfolio.landscape import Landscape
from icteregie.portfolio.partnership import AgendaYear, Partnership
from icteregie.portfolio.plan_file import PlanFile

PARTNERSHIP_FILE = kinds.PARTNERSHIP_FILE
EVERYTHING = frozenset({"*"})
"""The unreadable keys of a file of which nothing could be read."""
_NOTHING: frozenset[str] = frozenset()

T = TypeVar("T")
Records: TypeAlias = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything that was read, by the name of its kind and then by key, sorted by key.

    ``paths`` has the file of every record, readable or not, so that a broken file keeps its id
    known; ``parts`` has, for a record made from several files, the top-level keys of each of them.
    ``unreadable`` names by file the top-level keys that are absent here because they could not be
    read; reading such an attribute is an error, so rules say which keys they need and get only
    records that have them. ``side_files`` has the paths of the texts that lie beside records,
    and ``dossier_sections``, by id, the headings of the dossiers that could be read.
    ``arrivals`` are by id; without one, the day that was typed counts. So are ``requests``; without
    one, the arrival counts. ``former_ids`` has what git knows of the ids named in ``formerly``; without one,
    git can't tell. ``former_years`` has, by id, the agenda years that main once asked for, and
    ``plan_changes``, by id and quantity, the day on which main saw the plan change to what it is.
    ``status_days`` has, by id, the day since which main has the status of what runs, is on hold or is done,
    and ``baseline_changes`` how a baseline differs from what was adopted, as far as main knows. ``day`` is
    the day as of which it is looked at: facts of later days don't count; None when all do.
    ``absent`` members take part in nothing: what if they didn't? ``last_days`` are those of members in the
    place of their ``until``, None for who stays: what if they left then?
    ``conclusions`` has what was concluded from it, for ``once``; every other portfolio begins anew.
    """

    records: Records
    paths: Mapping[str, Mapping[str, str]]
    unreadable: Mapping[str, frozenset[str]] = field(default_factory=dict)
    side_files: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    parts: Mapping[str, Mapping[str, Mapping[str, Collection[str]]]] = field(default_factory=dict)
    dossier_sections: Mapping[str, tuple[DossierSection, ...]] = field(default_factory=dict)
    arrivals: Mapping[str, Arrival] = field(default_factory=dict)
    requests: Mapping[str, Request] = field(default_factory=dict)
    former_ids: Mapping[str, FormerId] = field(default_factory=dict)
    former_years: Mapping[str, Collection[int]] = field(default_factory=dict)
    plan_changes: Mapping[str, Mapping[str, date]] = field(default_factory=dict)
    status_days: Mapping[str, date] = field(default_factory=dict)
    baseline_changes: Mapping[str, BaselineChange] = field(default_factory=dict)
    day: date | None = None
    absent: frozenset[str] = frozenset()
    last_days: Mapping[str, date | None] = field(default_factory=dict)
    conclusions: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def partnership(self) -> Partnership:
        """The partnership, or what stands in for one that can't be read."""
        return cast("Partnership", self.records[PARTNERSHIP.name][""])

    @property
    def initiatives(self) -> Mapping[str, Initiative]:
        """The initiatives of which anything could be read, by id."""
        return self.records[INITIATIVE.name]

    @property
    def decision_lists(self) -> Mapping[str, DecisionList]:
        """The lists of decisions of which anything could be read, by day and body: the name of their file."""
        return self.records[DECISION.name]

    @property
    def ambition_lists(self) -> Mapping[str, AmbitionList]:
        """The ambitions of each member of whose file anything could be read, by member: the file's name."""
        return self.records[AMBITION.name]

    @property
    def landscapes(self) -> Mapping[str, Landscape]:
        """The files with applications of which anything could be read, by member, or member/part."""
        return self.records[LANDSCAPE.name]

    @property
    def plans(self) -> Mapping[int, PlanFile]:
        """The plans of which anything could be read, by the year of their agenda."""
        return {int(key): plan for key, plan in self.records[PLAN.name].items()}

    @property
    def files(self) -> Mapping[str, str]:
        """The file of every initiative, readable or not, by id."""
        return self.paths[INITIATIVE.name]

    @property
    def dossiers(self) -> Mapping[str, str]:
        """The dossier of every initiative that has one, by id."""
        return self.side_files.get(INITIATIVE.name, {})

    @property
    def lost_keys(self) -> dict[str, frozenset[str]]:
        """The unreadable keys of initiatives, by id; only of those that have any."""
        return self.unreadable_keys(INITIATIVE.name)

    @property
    def partnership_damage(self) -> frozenset[str]:
        """The unreadable keys of ``regie.yaml``."""
        return self.unreadable.get(PARTNERSHIP_FILE, _NOTHING)

    def unreadable_keys(self, kind: str) -> dict[str, frozenset[str]]:
        """Give the unreadable keys of the records of a kind, by key; only of records that have any."""
        if not self.unreadable:
            return {}
        parts = self.parts.get(kind, {})
        keys = (
            key for key, path in self.paths.get(kind, {}).items() if path in self.unreadable or key in parts
        )
        unreadable = {key: self.unreadable_of(kind, key) for key in keys}
        return {key: names for key, names in unreadable.items() if names}

    def unreadable_of(self, kind: str, key: str) -> frozenset[str]:
        """Give the unreadable keys of one record."""
        return _NOTHING.union(*(self.unreadable.get(file, _NOTHING) for file in self.files_of(kind, key)))

    def files_of(self, kind: str, key: str) -> tuple[str, ...]:
        """Give the files of one record, the first one first."""
        return tuple(self.parts.get(kind, {}).get(key, ())) or (self.paths[kind][key],)

    def at(self, initiative: str, *keys: str | int) -> Address:
        """Point into the file of an initiative."""
        return Address(self.files[initiative], keys)

    @staticmethod
    def at_partnership(*keys: str | int) -> Address:
        """Point into ``regie.yaml``."""
        return Address(PARTNERSHIP_FILE, keys)

    def at_record(self, kind: str, key: str, *keys: str | int) -> Address:
        """Point into the file of a record of any kind: the one that has the first of the keys."""
        parts = self.parts.get(kind, {}).get(key, {})
        own = (file for file, names in parts.items() if keys and keys[0] in names)
        return Address(next(own, self.paths[kind][key]), keys)

    def with_initiatives(self, initiatives: Mapping[str, Initiative]) -> "Portfolio":
        """Give this portfolio with other initiatives."""
        return replace(self, records={**self.records, INITIATIVE.name: initiatives})

    def with_partnership(self, partnership: Partnership, unreadable: frozenset[str]) -> "Portfolio":
        """Give this portfolio with another partnership, of which some keys may be unreadable."""
        return replace(
            self,
            records={**self.records, PARTNERSHIP.name: {"": partnership}},
            unreadable={**self.unreadable, PARTNERSHIP_FILE: unreadable},
        )

    def as_of(self, day: date | None) -> "Portfolio":
        """Give this portfolio as of a day; itself where that is its day."""
        return self if day == self.day else replace(self, day=day)

    def without_damage(self, needs: Iterable[str]) -> "Portfolio":
        """Leave out the initiatives of which one of these keys could not be read."""
        return self.readable({INITIATIVE.name: needs})

    def readable(self, needs: Mapping[str, Iterable[str]]) -> "Portfolio":
        """Leave out the records of these kinds of which one of the keys could not be read."""
        kept = {kind: self._readable(kind, keys) for kind, keys in needs.items()}
        changed = {kind: records for kind, records in kept.items() if records is not self.records[kind]}
        return replace(self, records={**self.records, **changed}) if changed else self

    def _readable(self, kind: str, keys: Iterable[str]) -> Mapping[str, Any]:
        wanted = EVERYTHING.union(keys)
        left_out = {key for key, unreadable in self.unreadable_keys(kind).items() if unreadable & wanted}
        records = self.records[kind]
        return (
            {key: record for key, record in records.items() if key not in left_out} if left_out else records
        )

    def participants(self, initiative: Initiative) -> tuple[str, ...]:
        """Who take part, in the order of the partnership's members; unknown ids left out.

        All are those who are members on 1 January of its agenda year. Who is named takes part, also when it
        left since: the past stays as it was.
        """
        named = set(initiative.participants)
        if named:
            return tuple(m for m in self.partnership.members if m in named and m not in self.absent)
        return tuple(m for m in self.everyone(initiative) if m not in self.absent)

    def everyone(self, initiative: Initiative) -> tuple[str, ...]:
        """Who are members on 1 January of the agenda year of an initiative; without one, all."""
        year = getattr(initiative, "agenda", None)
        return self.members_in(year) if year is not None else tuple(self.partnership.members)

    def members_in(self, year: int) -> tuple[str, ...]:
        """List who are members on 1 January of a year, in their order, with the last days that are tried."""
        members: tuple[str, ...] | None = self.conclusions.get(year)
        if members is None:
            members = self.conclusions[year] = self._members_in(year)
        return members

    def _members_in(self, year: int) -> tuple[str, ...]:
        if not self.last_days:
            return self.partnership.members_in(year)
        day = date(year, 1, 1)
        tried = {name: last is None or day <= last for name, last in self.last_days.items()}
        return tuple(
            name
            for name, member in self.partnership.members.items()
            if (member.has_joined_by(day) and tried[name] if name in tried else member.is_member_on(day))
        )

    def payers(self, initiative: Initiative, year: int) -> tuple[str, ...]:
        """Who share the cost of a year: the participants that are members on 1 January of it.

        Where none of them still is, all participants: somebody has to pay it.
        """
        participants, members = self.participants(initiative), self.members_in(year)
        return tuple(m for m in participants if m in members) or participants

    def agenda(self, year: int) -> AgendaYear | None:
        """Give the dates and room of one agenda year."""
        return self.partnership.agendas.get(year)


def once(conclude: Callable[[Portfolio, Initiative], T]) -> Callable[[Portfolio, Initiative], T]:
    """Keep what is concluded about an initiative as long as its portfolio.

    It is kept by the object, not by the id: a portfolio can be asked about an initiative of another one.
    """

    @wraps(conclude)
    def concluded(portfolio: Portfolio, initiative: Initiative) -> T:
        key = conclude, id(initiative)
        known: tuple[Initiative, T] | None = portfolio.conclusions.get(key)
        if known is None:
            known = portfolio.conclusions[key] = (initiative, conclude(portfolio, initiative))
        return known[1]

    return concluded
