"""Which applications the members have, from all files of their landscapes, and which names mean the same."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from icteregie.analysis.direction.domains import folded as folded_party
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.landscape import IN_USE, Application, Landscape, application_id, member_of
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberApplication:
    """One application of one member; ``file`` is the key of the file that has it, ``landscape`` that file."""

    member: str
    name: str
    application: Application
    file: str
    landscape: Landscape = field(repr=False, compare=False)

    @property
    def as_of(self) -> date:
        """The day as of which its file is; it may be unreadable while the application can be judged."""
        return self.landscape.as_of

    @property
    def id(self) -> str:
        """The id that it has in the whole portfolio, such as utrecht/case-system."""
        return application_id(self.member, self.name)

    @property
    def keys(self) -> tuple[str, str]:
        """Where its file has it."""
        return ("applications", self.name)

    @property
    def is_running(self) -> bool:
        """Whether it is in use today: in-use or ending."""
        return self.application.stage in IN_USE


def applications(portfolio: Portfolio) -> Iterator[MemberApplication]:
    """Give all applications of members, by member, file and their order in it; each id once."""
    seen: set[str] = set()
    for member in portfolio.partnership.members:
        for file, landscape in portfolio.landscapes.items():
            if member_of(file) != member:
                continue
            for name, application in landscape.applications.items():
                if application_id(member, name) not in seen:
                    seen.add(application_id(member, name))
                    yield MemberApplication(
                        member=member, name=name, application=application, file=file, landscape=landscape
                    )


def running(portfolio: Portfolio) -> tuple[MemberApplication, ...]:
    """Give the applications that are in use today."""
    return tuple(each for each in applications(portfolio) if each.is_running)


def judged(portfolio: Portfolio) -> tuple[str, ...]:
    """List the members with a landscape that can be read, in their order; of the others nothing is known."""
    known = {member_of(file) for file in portfolio.landscapes}
    return tuple(member for member in portfolio.partnership.members if member in known)


def retired_by(
    portfolio: Portfolio, initiative: Initiative, in_use: tuple[MemberApplication, ...] | None = None
) -> tuple[MemberApplication, ...]:
    """Give the running applications that an initiative retires, each once.

    A component it names stands for every application of its participants that fills it; member/application
    stands for that one, whoever takes part. ``in_use`` are those of ``running``, for who asks often.
    """
    named, participants = set(initiative.retires), set(portfolio.participants(initiative))
    return tuple(
        each
        for each in (running(portfolio) if in_use is None else in_use)
        if each.id in named or (each.member in participants and named & set(each.application.components))
    )


def folded_product(name: str) -> str:
    """Give a name of a product or version without capitals and spaces: two that agree in it are one."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def folded_supplier(name: str) -> str:
    """Give a supplier's name without capitals, accents, points and legal form."""
    return folded_party(name) or name.casefold()


def supplier_key(each: MemberApplication) -> str:
    """Give what tells suppliers apart; without a supplier, the product stands for who makes it."""
    name = each.application.supplier
    return folded_supplier(name) if name is not None else f"/{each.application.product.casefold()}"
