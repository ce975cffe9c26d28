"""What came, changed or came late since the meeting before."""

from dataclasses import dataclass, fields
from datetime import date

from icteregie.analysis.asked import request_of
from icteregie.analysis.standing.standing import late_on_agenda, undecided
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """An initiative whose file says something else than at the meeting before, at these keys."""

    initiative: Initiative
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """What came, changed or came late since the meeting before, each by id.

    ``is_known`` is False where git can't tell what main had then; then nothing is new or changed here.
    """

    is_known: bool
    new: tuple[Initiative, ...] = ()
    changed: tuple[ChangedFile, ...] = ()
    late: tuple[Initiative, ...] = ()


def changes_since(portfolio: Portfolio, before: date | None, earlier: Portfolio | None) -> Since:
    """Compare with what main had at the meeting ``before``; ``earlier`` is None where git can't tell."""
    years, open_ids = sorted(portfolio.partnership.agendas), {i.id for i in undecided(portfolio)}
    late = {i.id: i for year in years for i in late_on_agenda(portfolio, year) if i.id in open_ids}
    listed = (late[name] for name in sorted(late))
    since = tuple(each for each in listed if before is None or _ready(portfolio, each) > before)
    if earlier is None:
        return Since(is_known=before is None, late=since)
    now = portfolio.initiatives
    new = tuple(now[name] for name in now if name not in earlier.files)
    both = (name for name in now if name in earlier.initiatives and not earlier.lost_keys.get(name))
    differing = (ChangedFile(now[name], _differing(earlier.initiatives[name], now[name])) for name in both)
    changed = tuple(each for each in differing if each.keys)
    return Since(is_known=True, new=new, changed=changed, late=since)


def _ready(portfolio: Portfolio, initiative: Initiative) -> date:
    """Give the later of the days on which it was received and complete."""
    request = request_of(portfolio, initiative)
    return max(request.received, request.ready)


def _differing(before: Initiative, now: Initiative) -> tuple[str, ...]:
    """Name the keys that say something else, in the order of the format."""
    names = [each.name for each in fields(Initiative) if each.name != "id"]
    return tuple(name for name in names if getattr(before, name, None) != getattr(now, name, None))
