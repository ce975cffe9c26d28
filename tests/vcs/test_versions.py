"""What each version on main is known by, and the files that main no longer has."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.vcs.main_files import FileVersions, main_files
from icteregie.vcs.repository import open_repository
from tests.gitrepo import Desk, clone, started, text


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path)


def histories(desk: Desk, *paths: str, cache: Path | None = None) -> dict[str, FileVersions]:
    """Read the versions of some paths, or of all that was removed."""
    repository = open_repository(desk.folder, desk.environment())
    assert repository is not None
    files = main_files(repository, cache)
    assert files is not None
    return files.of(paths) if paths else files.removed()


def test_a_version_is_known_by_its_blob(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()})
    desk.commit("2026-06-01", {"access": None})
    blobs = [version.blob for version in histories(desk)["initiatives/access.yaml"].versions]
    assert blobs == [desk.git("hash-object", "-t", "blob", "--stdin", given=text()), ""]


def test_what_main_has_under_any_name_was_not_removed(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text(), "other": text("Iets anders")})
    desk.commit("2026-06-01", {"access": None, "keycloak": text(), "other": None})
    assert list(histories(desk)) == ["initiatives/other.yaml"]


def test_what_a_shallow_clone_begins_with_came_some_day_before(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", {"access": text()})
    desk.commit("2026-06-01", {"access": text(priority="must")})
    desk.commit("2026-06-02", {"access": text(priority="could")})
    cut = clone(desk, tmp_path / "cut", "--depth", "2")
    spans = [
        (v.earliest, v.on)
        for v in histories(cut, "initiatives/access.yaml")["initiatives/access.yaml"].versions
    ]
    assert spans == [(date(2005, 4, 8), date(2026, 6, 1)), (None, date(2026, 6, 2))]
