"""An initiative or an application names a component or an application that is not there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from icteregie.diagnostics.suggestions import MOST_WORK, Names
from icteregie.diagnostics.types import Address, Finding
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.landscape import application_id, member_of
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.naming import unknown
from icteregie.rules.rule import Case, in_parts


def _built_on(case: Case) -> Iterator[Finding]:
    """Look up every component that an initiative touches."""
    known = case.portfolio.partnership.components
    names = Names(known)
    for initiative in case.portfolio.initiatives.values():
        for index, name in enumerate(initiative.components):
            if name not in known:
                yield unknown(case.portfolio.at(initiative.id, "components", index), name, names)


def _added(case: Case) -> Iterator[Finding]:
    """Look up every component that what an initiative adds is to fill."""
    known = case.portfolio.partnership.components
    names = Names(known)
    for initiative in case.portfolio.initiatives.values():
        for number, addition in enumerate(initiative.adds):
            for index, name in enumerate(addition.components):
                if name not in known:
                    at = case.portfolio.at(initiative.id, "adds", number, "components", index)
                    yield unknown(at, name, names)


def _filled(case: Case) -> Iterator[Finding]:
    """Look up every component that an application fills; one file can name tens of thousands."""
    known = case.portfolio.partnership.components
    names = Names(known, work=MOST_WORK // 4)
    for key, landscape in case.portfolio.landscapes.items():
        for name, application in landscape.applications.items():
            for index, component in enumerate(application.components):
                if component not in known:
                    keys = ("applications", name, "components", index)
                    yield unknown(case.portfolio.at_record(LANDSCAPE.name, key, *keys), component, names)


@dataclass(frozen=True, slots=True)
class _Known:
    """The applications of each member of whom every file can be read, and the first of these files."""

    portfolio: Portfolio
    own: Mapping[str, Names]
    ids: frozenset[str]
    files: Mapping[str, str]

    @classmethod
    def of(cls, portfolio: Portfolio) -> "_Known":
        """Collect them once for all that is looked up in them."""
        names: dict[str, list[str]] = {}
        files: dict[str, str] = {}
        unread = set[str]()
        for key, path in portfolio.paths[LANDSCAPE.name].items():
            member = member_of(key)
            files.setdefault(member, path)
            if key in portfolio.landscapes:
                names.setdefault(member, []).extend(portfolio.landscapes[key].applications)
            else:
                unread.add(member)
        own = {member: Names(each) for member, each in names.items() if member not in unread}
        ids = frozenset(application_id(member, name) for member in names for name in names[member])
        return cls(portfolio, own, ids, files)

    def finding(self, at: Address, written: str) -> Finding | None:
        """Look up member/application; None when it is there, or when that can't be said."""
        member, _, name = written.partition("/")
        if written in self.ids or member not in self.own:
            return None
        own = self.own[member]
        values = {
            "member": self.portfolio.partnership.member_name(member),
            "name": name,
            "file": self.files[member],
        }
        if guess := own.closest(name):
            return Finding(at, {**values, "guess": application_id(member, guess)}, "application-guess")
        known = tuple(application_id(member, each) for each in own.first())
        return Finding(at, {**values, "known": known}, "application" if known else "application-none")


def _retired(case: Case) -> Iterator[Finding]:
    """Look up every application of a member that an initiative retires.

    Not of a member without a landscape: of that nothing is known.
    """
    known = _Known.of(case.portfolio)
    for initiative in case.portfolio.initiatives.values():
        for index, written in enumerate(initiative.retires):
            at = case.portfolio.at(initiative.id, "retires", index)
            if "/" in written and (finding := known.finding(at, written)):
                yield finding


def _without_member(case: Case) -> Iterator[Finding]:
    """Report an application that is retired without its member, so that nothing is retired.

    What else is retired may be any old product: that is not looked up.
    """
    ids: dict[str, list[str]] = defaultdict(list)
    for key, landscape in case.portfolio.landscapes.items():
        for name in landscape.applications:
            ids[name].append(application_id(member_of(key), name))
    components = case.portfolio.partnership.components
    for initiative in case.portfolio.initiatives.values():
        for index, name in enumerate(initiative.retires):
            if name not in components and name in ids:
                known = tuple(dict.fromkeys(ids[name]))
                wording = "without-member" if len(known) == 1 else "without-member-of-several"
                at = case.portfolio.at(initiative.id, "retires", index)
                yield Finding(at, {"name": name, "known": known, "instead": known[0]}, wording, mild=True)


RULE = in_parts(
    "unknown-component",
    "references",
    "error",
    (_built_on, {"initiative": ("components",), "partnership": ("components",)}),
    (_added, {"initiative": ("adds",), "partnership": ("components",)}),
    (_filled, {"landscape": ("applications",), "partnership": ("components",)}),
    (_retired, {"initiative": ("retires",), "landscape": ("applications",), "partnership": ("members",)}),
    (
        _without_member,
        {"initiative": ("retires",), "landscape": ("applications",), "partnership": ("components",)},
    ),
)
