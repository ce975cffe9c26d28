"""What each version of a file says, concluded once from its text and kept by the object id of its blob."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from hashlib import sha1
from typing import TYPE_CHECKING, Any, get_args

from icteregie.analysis.completeness import STATE_VERSION, StateReader, state_of
from icteregie.analysis.timeline import State
from icteregie.loading.load import Loaded, without_collecting
from icteregie.portfolio.initiative import Status
from icteregie.portfolio.readers import year as read_year
from icteregie.vcs.types import GitError
from icteregie.workspace.surroundings import Surroundings

if TYPE_CHECKING:
    from icteregie.vcs.cache import BlobFacts
    from icteregie.vcs.main_files import MainFiles

_STATUSES = frozenset((*get_args(Status), ""))


class BlobStates:
    """The states of initiatives by the blob of their text; what main has is kept in the user's own cache."""

    def __init__(self, loaded: Loaded, surroundings: Surroundings) -> None:
        self._loaded = loaded
        self._surroundings = surroundings
        self._states: dict[str, State] = {}

    def of_text(self, data: bytes, name: str) -> State:
        """Read what the file of an initiative says; the same bytes are read once."""
        blob = blob_id(data)
        return self.known(blob) or self._states.setdefault(blob, state_of(data, name))

    def known(self, blob: str) -> State | None:
        """Return what is known of a blob; None when it was not read, or this clone doesn't hold it."""
        if blob not in self._states and (state := state_from(self._facts.get(blob))) is not None:
            self._states[blob] = state
        return self._states.get(blob)

    def read(self, files: "MainFiles", names: Mapping[str, str]) -> None:
        """Read the blobs that are not known, with one question to git; ``names`` has the id for each.

        Raises GitError.
        """
        unknown = [blob for blob in names if self._facts.get(blob) is None or self.known(blob) is None]
        reader = StateReader()
        with without_collecting():
            for blob, data in files.texts(unknown) if unknown else ():
                self._states[blob] = self._states.get(blob) or reader.state_of(data, names[blob])
                self._facts.add(blob, fact_of(self._states[blob]))
        self._facts.save()

    @cached_property
    def _facts(self) -> "BlobFacts":
        return facts(self._loaded, self._surroundings, f"state-{STATE_VERSION}")


def facts(loaded: Loaded, surroundings: Surroundings, version: str) -> "BlobFacts":
    """Open what the user's own cache keeps of this repository's blobs; without git nothing is kept."""
    # Outside a repository nothing of git is loaded.
    from icteregie.vcs.api import user_cache_dir  # noqa: PLC0415
    from icteregie.vcs.cache import BlobFacts, blob_facts  # noqa: PLC0415
    from icteregie.vcs.repository import open_repository  # noqa: PLC0415

    environment = surroundings.environment
    try:
        repository = open_repository(loaded.root, environment)
    except GitError:
        repository = None
    if repository is None:
        return BlobFacts(None, "", {})
    return blob_facts(user_cache_dir(environment, surroundings.platform), repository, version)


def blob_id(data: bytes) -> str:
    """Give the name under which git knows these bytes."""
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def fact_of(state: State) -> list[Any]:
    """Write a state as JSON values."""
    submitted = state.submitted.isoformat() if state.submitted else None
    return [state.agenda, state.status, state.submitter, submitted, list(state.missing)]


def state_from(fact: Any) -> State | None:
    """Read a state back; None for anything else than ``fact_of`` writes."""
    try:
        agenda, status, submitter, submitted, missing = fact
        day = None if submitted is None else date.fromisoformat(submitted)
        year = None if agenda is None else read_year(str(agenda))
    except (TypeError, ValueError):
        return None
    is_list_of_texts = isinstance(missing, list) and all(isinstance(key, str) for key in missing)
    if not is_list_of_texts or not isinstance(submitter, str) or str(status) not in _STATUSES:
        return None
    return State(year, status, submitter, day, tuple(missing))
