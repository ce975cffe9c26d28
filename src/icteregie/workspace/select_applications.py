"""The applications of members that words of a command mean, such as utrecht/case-system or utrecht/*."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.touches import known_applications
from icteregie.analysis.selection import selector_error
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.scalars import natural
from icteregie.workspace.notices import Notice, ProblemError, skipped
from icteregie.workspace.open import Workspace, unreadable
from icteregie.workspace.places import lines
from icteregie.workspace.select import unread_landscapes


@dataclass(frozen=True, slots=True)
class SelectedApplications:
    """The ids that were meant, sorted, the words that meant them, and what is said of them."""

    ids: tuple[str, ...] = ()
    selectors: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


def names_application(text: str) -> bool:
    """Whether a word means applications: a member and a name, which no selector of initiatives has."""
    return "/" in text and ":" not in text


def selected_applications(portfolio: Portfolio, selectors: Sequence[str]) -> SelectedApplications:
    """Find the applications of all words that mean some. Raises ProblemError for one that nobody has."""
    meant = tuple(text for text in selectors if names_application(text))
    if not meant:
        return SelectedApplications()
    known = {each.id for each in known_applications(portfolio)}
    unread = unread_landscapes(portfolio)
    ids: set[str] = set()
    for text in meant:
        matching = {name for name in known if fnmatchcase(name, text)}
        if not matching:
            raise _unknown(portfolio, text, known, unread)
        ids |= matching
    return SelectedApplications(tuple(sorted(ids, key=natural)), meant, skipped(unread))


def _unknown(portfolio: Portfolio, text: str, known: set[str], unread: tuple[str, ...]) -> ProblemError:
    """Say that no member has it, or that it may be in a file that can't be read."""
    if unread:
        return unreadable(portfolio, unread)
    if not known:
        return ProblemError("application-none", written=text)
    member = text.partition("/")[0]
    own = {name for name in known if name.partition("/")[0] == member}
    error = selector_error("application", text, own or known)
    return ProblemError(error.name, **error.values)


def one_application(portfolio: Portfolio, name: str) -> MemberApplication:
    """Find one application by its id. Raises ProblemError for one that nobody has."""
    known = {each.id: each for each in known_applications(portfolio)}
    if name not in known:
        raise _unknown(portfolio, name, set(known), unread_landscapes(portfolio))
    return known[name]


def lines_of(workspace: Workspace, each: MemberApplication) -> tuple[str, range]:
    """Give the file of an application, and the lines that it spends on it, counted from 1."""
    portfolio = workspace.portfolio
    names = portfolio.landscapes[each.file].applications
    places = {name: portfolio.at_record(LANDSCAPE.name, each.file, "applications", name) for name in names}
    numbers = lines(workspace, places.values())
    own = numbers[places[each.name]]
    after = min((number for number in numbers.values() if number > own), default=sys.maxsize)
    return places[each.name].file, range(own, after)
