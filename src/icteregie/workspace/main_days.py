"""What main had of an agenda on the day on which it was decided: its document, and the whole portfolio."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

from icteregie.portfolio.portfolio import Portfolio
from icteregie.vcs.repository import Repository, open_repository
from icteregie.vcs.types import GitError, UnknownMainError
from icteregie.workspace.arrivals import MainFacts
from icteregie.workspace.compare import snapshot_pair
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace, with_main, workspace_of

if TYPE_CHECKING:
    from icteregie.vcs.main_days import MainDays

Presence: TypeAlias = Literal["there", "absent", "unknown", "uncounted"]


@dataclass(frozen=True, slots=True)
class MainFile:
    """A file as main had it at the end of a day; ``commit`` is that of main then.

    ``absent``: main had no such file. ``unknown``: the history here doesn't tell. ``uncounted``: there is
    no history, or it counts only from a later day on.
    """

    presence: Presence
    data: bytes = b""
    commit: str = ""


@dataclass(frozen=True, slots=True)
class ProposalOnMain:
    """The portfolio that the directors had before them, and from which day main had it so.

    ``is_document`` says that main had a document of the proposal, which came with it.
    """

    portfolio: Portfolio
    day: date
    is_document: bool


@dataclass(frozen=True, slots=True)
class DecidedOn:
    """What main had at the end of each day of decision, and the proposal before it.

    A day of which git knows nothing is not among them; ``proposal`` is None when git doesn't know it.
    """

    by_day: dict[date, Portfolio]
    proposal: ProposalOnMain | None = None


def file_on_main(workspace: Workspace, path: str, day: date) -> MainFile:
    """Read a file of the portfolio as main had it at the end of a day."""
    try:
        repository = _repository(workspace, day)
        if repository is None:
            return MainFile("uncounted")
        main = _main(workspace, repository)
        if main is None:
            return MainFile("unknown")
        step = main.step_at(day)
        if step is None:
            return MainFile("unknown" if main.history.is_shallow else "absent")
        commit = main.commit(step)
        blob = main.blob(commit, path)
        data = main.text(blob) if blob else b""
    except (GitError, UnknownMainError):
        return MainFile("unknown")
    if data is None:
        return MainFile("unknown")
    return MainFile("there" if blob else "absent", data, commit)


def decided_on(workspace: Workspace, documents: Sequence[str], days: Iterable[date]) -> DecidedOn:
    """Read what was decided on; ``documents`` are the paths of the proposal, ``days`` those of decision."""
    by_day: dict[date, Portfolio] = {}
    proposal = None
    try:
        for day in sorted(days):
            repository = _repository(workspace, day)
            main = _main(workspace, repository) if repository else None
            step = main.step_at(day) if main else None
            if main is None or step is None:
                continue
            if (portfolio := _portfolio_at(workspace, main, step, day)) is not None:
                by_day[day] = portfolio
            proposal = proposal or (
                None if len(by_day) > 1 else _proposal(workspace, main, step, day, documents)
            )
    except (GitError, UnknownMainError, ProblemError):
        return DecidedOn(by_day, proposal)
    return DecidedOn(by_day, proposal)


def portfolio_before(workspace: Workspace, day: date) -> Portfolio | None:
    """Read the portfolio as main had it when a day began, with what git knew by then.

    None where the history here doesn't tell: without git, before ``history.since``, or in a shallow clone.
    """
    then = workspace_of(workspace.loaded, replace(workspace.surroundings, today=day))
    try:
        repository = _repository(workspace, day)
        main = _main(workspace, repository) if repository else None
        step = main.step_at(day - timedelta(days=1)) if main else None
        if main is None or step is None:
            return None
        with snapshot_pair(then, main.commit(step)) as both:
            before = both.before
            loaded = replace(before.loaded, root=then.root)
            facts = MainFacts(loaded, loaded.portfolio.arrivals, then.surroundings)
            return None if before.absent else with_main(loaded.portfolio, lambda: facts, day)
    except (GitError, UnknownMainError, ProblemError):
        return None


def _repository(workspace: Workspace, day: date) -> Repository | None:
    """Find the repository; None without one, and where git's history counts only from a later day on."""
    since = workspace.portfolio.partnership.history.since
    if since is not None and day < since:
        return None
    return open_repository(workspace.root, workspace.surroundings.environment)


def _main(workspace: Workspace, repository: Repository) -> "MainDays | None":
    """Read main; None where it is not in this clone. Raises GitError and UnknownMainError."""
    # Only agendas that were decided on ask for it.
    from icteregie.vcs.api import user_cache_dir  # noqa: PLC0415
    from icteregie.vcs.main_days import main_days  # noqa: PLC0415

    surroundings = workspace.surroundings
    cache_dir = user_cache_dir(surroundings.environment, surroundings.platform)
    return main_days(repository, cache_dir, surroundings.today)


def _portfolio_at(workspace: Workspace, main: "MainDays", step: int, day: date) -> Portfolio | None:
    with snapshot_pair(workspace, main.commit(step)) as both:
        before = both.before
        return None if before.absent else replace(before.loaded.portfolio, day=day)


def _proposal(
    workspace: Workspace, main: "MainDays", step: int, day: date, documents: Sequence[str]
) -> ProposalOnMain | None:
    """Find what main had when the proposal was made, or else on the day before the decision."""
    commit = main.commit(step)
    there = [path for path in documents if main.blob(commit, path)]
    made = main.since(step, there) if there else main.step_at(day - timedelta(days=1))
    if made is None:
        return None
    made_on = main.days[made] if there else day - timedelta(days=1)
    portfolio = _portfolio_at(workspace, main, made, made_on)
    return ProposalOnMain(portfolio, made_on, bool(there)) if portfolio else None
