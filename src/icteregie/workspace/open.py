"""A portfolio opened for a command, and what keeps a command from using it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from icteregie.loading.discovery import INITIATIVES
from icteregie.loading.load import Loaded, load
from icteregie.loading.trees import NotLoadedError
from icteregie.portfolio.arrivals import Arrival
from icteregie.portfolio.portfolio import Portfolio
from icteregie.vcs.repository import may_be_sparse, open_repository, prefix_of
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.surroundings import MAIN_VARIABLE, Surroundings, portfolio_root

if TYPE_CHECKING:
    from icteregie.workspace.arrivals import MainFacts, Reading
    from icteregie.workspace.timelines import Timelines

__all__ = ["INITIATIVES"]

MOST_NAMED = 5
"""Of more files that can't be read, the others are counted."""


T = TypeVar("T")


class Lazy(Mapping[str, T]):
    """A mapping by id that is made when something is first looked up in it: only then git is asked."""

    def __init__(self, make: Callable[[], Mapping[str, T]]) -> None:
        self._make = make

    def __getitem__(self, name: str) -> T:
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    @cached_property
    def _made(self) -> Mapping[str, T]:
        return self._make()


class LazyArrivals(Mapping[str, Arrival]):
    """The arrivals of a portfolio by id: git is asked at the first look, and never without one."""

    def __init__(self, loaded: Loaded, surroundings: Surroundings) -> None:
        self._loaded = loaded
        self._surroundings = surroundings

    @cached_property
    def reading(self) -> "Reading":
        """What git says, and what it can't say."""
        from icteregie.workspace.arrivals import read_arrivals  # noqa: PLC0415

        return read_arrivals(self._loaded, self._surroundings)

    @property
    def was_read(self) -> bool:
        """Whether anything has looked."""
        return "reading" in self.__dict__

    def __getitem__(self, name: str) -> Arrival:
        return self.reading.arrivals[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.reading.arrivals)

    def __len__(self) -> int:
        return len(self.reading.arrivals)

    def notices(self) -> tuple[Notice, ...]:
        """Say for whom the typed day counts, and why; nothing when nobody has looked."""
        if not self.was_read:
            return ()
        from icteregie.workspace.arrivals import arrival_notices  # noqa: PLC0415

        return arrival_notices(self.reading, self._loaded, self._surroundings)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A portfolio as it lies on disk: what was loaded, with the arrivals that git knows of.

    ``main`` gives what else git's main knows; nothing of it is read before it is asked.
    """

    loaded: Loaded
    arrivals: LazyArrivals
    main: "Callable[[], MainFacts]"
    surroundings: Surroundings

    @property
    def root(self) -> Path:
        """The folder that holds ``regie.yaml``."""
        return self.loaded.root

    @property
    def portfolio(self) -> Portfolio:
        """The portfolio, with its arrivals."""
        return self.loaded.portfolio

    @property
    def timelines(self) -> "Timelines":
        """What main said of initiatives over time."""
        return self.main().timelines

    @property
    def today(self) -> date:
        """The day of today."""
        return self.surroundings.today


def open_portfolio(folder: Path, surroundings: Surroundings) -> Workspace:
    """Load the portfolio that a folder lies in, whatever is wrong with its files.

    Raises ProblemError when there is no such folder, no portfolio, or no main branch of the name given.
    """
    root = portfolio_root(folder, surroundings)
    if root is None:
        raise ProblemError("no-portfolio", folder=str(folder))
    if surroundings.environment.get(MAIN_VARIABLE):
        _require_main(root, surroundings)
    return workspace_of(load_portfolio(root), surroundings)


def load_portfolio(root: Path) -> Loaded:
    """Read a portfolio. Raises ProblemError when nothing of it can be judged here."""
    try:
        return load(root)
    except NotLoadedError as error:
        raise ProblemError(error.name, **error.values) from None


def _require_main(root: Path, surroundings: Surroundings) -> None:
    """Raise ProblemError when the branch that was named as main is not there."""
    from icteregie.vcs.refs import tips  # noqa: PLC0415
    from icteregie.vcs.types import GitError, UnknownMainError  # noqa: PLC0415

    # What else git can't answer is said by whoever needs the answer.
    with suppress(GitError):
        try:
            repository = open_repository(root, surroundings.environment)
            if repository is not None:
                tips(repository)
        except UnknownMainError as error:
            raise ProblemError("unknown-ref", ref=error.name) from None


def open_if_any(folder: Path, surroundings: Surroundings) -> Workspace | None:
    """Load the portfolio that a folder lies in; None outside one. Raises ProblemError without the folder."""
    root = portfolio_root(folder, surroundings)
    return workspace_of(load_portfolio(root), surroundings) if root else None


def workspace_of(loaded: Loaded, surroundings: Surroundings) -> Workspace:
    """Give a portfolio that was loaded the arrivals that git knows of."""
    arrivals = LazyArrivals(loaded, surroundings)

    @cache
    def main() -> "MainFacts":
        # Many commands ask for nothing of this, and what it takes is a quarter of what they load.
        from icteregie.workspace.arrivals import MainFacts  # noqa: PLC0415

        return MainFacts(loaded, arrivals, surroundings)

    dated = replace(
        loaded.portfolio,
        arrivals=arrivals,
        requests=Lazy(lambda: main().requests()),
        former_ids=Lazy(lambda: main().former_ids()),
    )
    portfolio = with_main(dated, main, surroundings.today)
    return Workspace(replace(loaded, portfolio=portfolio), arrivals, main, surroundings)


def with_main(portfolio: Portfolio, main: Callable[[], "MainFacts"], today: date) -> Portfolio:
    """Give a portfolio what else main says of its initiatives up to today, asked when something looks."""
    return replace(
        portfolio,
        former_years=Lazy(lambda: main().former_years()),
        plan_changes=Lazy(lambda: main().plan_changes()),
        status_days=Lazy(lambda: main().status_days()),
        baseline_changes=Lazy(lambda: main().baseline_changes()),
        day=today,
    )


def left_out_files(workspace: Workspace) -> tuple[str, ...]:
    """List the files of the portfolio that a sparse checkout leaves out; elsewhere git is not started."""
    if not may_be_sparse(workspace.root):
        return ()
    from icteregie.vcs.repository import left_out  # noqa: PLC0415
    from icteregie.vcs.types import GitError  # noqa: PLC0415

    # What git can't answer is said by whoever needs the answer.
    with suppress(GitError):
        repository = open_repository(workspace.root, workspace.surroundings.environment)
        return left_out(repository) if repository else ()
    return ()


def left_out_notices(workspace: Workspace, name: str = "sparse-shown") -> tuple[Notice, ...]:
    """Say which files of the portfolio were not read because they are not checked out, if any.

    ``name`` is that of the message: ``sparse`` where files are checked, ``sparse-shown`` elsewhere.
    """
    files = left_out_files(workspace)
    return (Notice(name, {"file": files[0], "count": len(files)}),) if files else ()


def require_checked_out(workspace: Workspace) -> None:
    """Raise ProblemError when files of the portfolio are not checked out: what is made would lack them."""
    if files := left_out_files(workspace):
        raise ProblemError("sparse-agenda", file=files[0], count=len(files))


def path_in_repository(workspace: Workspace) -> str:
    """Give the path from the top of the repository to the portfolio, as ``a/b/``; "" at the top."""
    return prefix_of(workspace.root)


def unreadable(portfolio: Portfolio, files: Collection[str]) -> ProblemError:
    """Name the files that can't be read: initiatives by their id, others by their path."""
    ids = {path: name for name, path in portfolio.files.items()}
    names = tuple(sorted(ids.get(path, path) for path in files))
    if len(names) <= MOST_NAMED:
        return ProblemError("unreadable", ids=names, count=len(names))
    more = len(names) - MOST_NAMED
    return ProblemError("unreadable-more", ids=names[:MOST_NAMED], more=more, count=len(names))
