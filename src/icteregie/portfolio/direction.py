"""Who directs a field of work, who supplies it, for whom, with which knowledge, and up to which amount."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from icteregie.portfolio.record import Shorthand, Terms, record
from icteregie.portfolio.scalars import COUNT, Day, Euros, Id, Line, Number

PartyKind: TypeAlias = Literal["own", "host-member", "market"]
PartyForm: TypeAlias = Literal["cooperative", "wgr", "host", "company"]


@record
class Party:
    """Who supplies and is no member: the partnership's own organisation, a host, or a company.

    ``form`` is its legal form: a cooperative, a joint arrangement under the Wgr, a host municipality or
    a company.
    """

    name: Line
    kind: Annotated[PartyKind, Terms("party_kind")]
    form: Annotated[PartyForm, Terms("party_form")] | None = None


@record
class Experts:
    """How many experts a member has ``now``, and how many it needs from the day after ``by`` on.

    ``needed`` is None where nobody said so, and ``by`` is None where they are needed already.
    """

    now: Number
    needed: Number | None = None
    by: Day | None = None

    @property
    def short(self) -> int:
        """How many are needed more than there are now; 0 where nobody said how many are needed."""
        return max((self.needed or 0) - self.now, 0)


ExpertsField: TypeAlias = Annotated[Experts, Shorthand("now", COUNT)]


@record
class Mandate:
    """Up to which amounts the director of a domain decides alone; the amount itself is within.

    Whole euros: ``one_off`` is of all years together, ``recurring`` that of the highest year.
    """

    one_off: Euros
    recurring: Euros


@record
class Domain:
    """A field of work: one director, a supplier that is another party, clients, experts, a mandate.

    ``director`` is a member, a body that decides, or ``partnership``; ``supplier`` a party or a member.
    ``as_of`` is the day on which this was true. A member that is absent from ``experts`` gave no number,
    which is something else than 0.
    """

    name: Line
    director: Line | None = None
    supplier: Line | None = None
    clients: dict[Id, Line] = Field(default_factory=dict)
    as_of: Day | None = None
    experts: dict[Id, ExpertsField] = Field(default_factory=dict)
    mandate: Mandate | None = None
