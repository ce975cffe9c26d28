"""The past is read once: kept outside the portfolio, and only as good as what it is about."""

import json
import os
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from icteregie.diagnostics.ceilings import CACHE_FILES
from icteregie.vcs import cache as kept
from icteregie.vcs.api import user_cache_dir
from icteregie.vcs.repository import open_repository
from icteregie.vcs.types import History
from tests.gitrepo import Desk, started, text

ONE = {"access": text()}
BROUGHT = [0, "regie.yaml", "a" * 40]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = started(tmp_path)
    made.commit("2026-05-18", ONE)
    return made


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def only(cache: Path) -> Path:
    (path,) = cache.glob("history/*.json")
    return path


def grown(desk: Desk) -> None:
    """Let main grow by a merge, a rename, something that goes, and something that comes back."""
    desk.branch("utrecht")
    desk.commit("2026-06-01", {"other": text("Iets anders")})
    desk.commit("2026-06-02", {"access": None, "keycloak": text()})
    desk.merge("2026-06-20", "utrecht")
    desk.commit("2026-06-21", {"other": None})
    desk.commit("2026-06-25", {"other": text("Iets anders"), "third": text("Een derde")})


def test_what_was_kept_says_the_same(desk: Desk, cache: Path) -> None:
    grown(desk)
    assert desk.look(cache=cache) == desk.look(cache=cache) == desk.look()


def test_it_is_used(desk: Desk, cache: Path) -> None:
    desk.look(cache=cache)
    told = json.loads(only(cache).read_text())
    told["times"] = [time - 86_400 for time in told["times"]]
    only(cache).write_text(json.dumps(told))
    assert str(desk.look(cache=cache).files["initiatives/access.yaml"].arrived) == "2026-05-17"


def test_main_that_grew_is_read_from_where_it_was_left(desk: Desk, cache: Path) -> None:
    desk.look(cache=cache)
    grown(desk)
    assert desk.look(cache=cache) == desk.look()
    assert desk.look(cache=cache) == desk.look()


def test_in_steps_it_comes_to_the_same_as_at_once(desk: Desk, cache: Path) -> None:
    grown(desk)
    every = desk.git("rev-list", "--first-parent", "--reverse", "main").split()
    desk.git("checkout", "-q", "--detach")
    for commit in every:
        desk.git("update-ref", "refs/heads/main", commit)
        assert desk.look(cache=cache) == desk.look()


def test_a_clock_counts_by_today_and_not_by_the_day_on_which_it_was_kept(desk: Desk, cache: Path) -> None:
    desk.commit("2027-06-01", {"other": text("Iets anders")})
    for today in (date(2026, 6, 2), date(2027, 6, 2)):
        found = desk.look(cache=cache, today=today)
        assert found == desk.look(today=today)
        assert found.files["initiatives/other.yaml"].arrived == min(today, date(2027, 6, 1))


def test_main_that_took_another_way_over_what_was_known_is_read_anew(desk: Desk, cache: Path) -> None:
    desk.branch("work")
    desk.commit("2026-06-01", {"other": text("Iets anders")})
    desk.switch("main")
    desk.commit("2026-06-02", {"third": text("Een derde")})
    desk.look(cache=cache)
    desk.merge("2026-07-01", "main", into="work", message="Bring it together")
    desk.git("branch", "-f", "main", "work")
    assert desk.look(cache=cache) == desk.look()


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        "null",
        '{"about": "x"}',
        "[" * 100_000,
        "\x00",
    ],
    ids=["empty", "cut off", "a list", "null", "foreign", "deep", "binary"],
)
def test_a_damaged_cache_is_no_cache(desk: Desk, cache: Path, damage: str) -> None:
    before = desk.look(cache=cache)
    only(cache).write_text(damage)
    assert desk.look(cache=cache) == before
    assert json.loads(only(cache).read_text())["tip"] == before.tip


@pytest.mark.parametrize(
    "change",
    [
        {"about": "of another"},
        {"lineages": [[0, [[0, -1]], None, [BROUGHT]], [0, [[999, -1]], None, [BROUGHT]]]},
        {"lineages": [[0, [[0, -1]], None, [BROUGHT]], [0, [[1, 999]], None, [BROUGHT]]]},
        {"lineages": [[0, [[0, -1]], None, [BROUGHT]], [0, [[-1, -1]], None, [BROUGHT]]]},
        {"lineages": [[0, [[0, -1]], None, [BROUGHT]], [0, [], None, [BROUGHT]]]},
        {"lineages": [[0, [[0, -1]], None, [BROUGHT]], [float("inf"), [[1, -1]], None, [BROUGHT]]]},
        {"times": ["x"]},
        {"times": [float("inf"), float("inf")]},
        {"now": []},
        {"now": {"initiatives/access.yaml": 999}},
        {"now": {"initiatives/access.yaml": -2}},
        {"tip": "0" * 40},
        {"times": [float("inf")]},
        {"lineages": [[float("inf"), [[0, -1]], None, [BROUGHT]]]},
        {"lineages": [[0, [[0, -1]], 7, [BROUGHT]]]},
        {"names": []},
        {"renames": [["old"]]},
        {"lineages": [[0, [[0, -1]], None, []], [0, [[1, -1]], None, []]]},
        {"lineages": [[0, [[0, -1]], None, [[9, "a.yaml", "b"]]], [0, [[1, -1]], None, [BROUGHT]]]},
    ],
    ids=str,
)
def test_a_cache_that_contradicts_itself_is_no_cache(
    desk: Desk, cache: Path, change: dict[str, object]
) -> None:
    before = desk.look(cache=cache)
    told = json.loads(only(cache).read_text())
    only(cache).write_text(json.dumps({**told, **change}))
    assert desk.look(cache=cache) == before


def facts(desk: Desk, cache: Path, version: str = "state-1") -> kept.BlobFacts:
    repository = open_repository(desk.folder, desk.environment())
    assert repository is not None
    return kept.blob_facts(cache, repository, version)


def test_facts_are_kept_by_blob_and_version(desk: Desk, cache: Path) -> None:
    first = facts(desk, cache)
    first.add("a" * 40, {"agenda": 2027})
    first.save()
    assert facts(desk, cache).get("a" * 40) == {"agenda": 2027}
    assert facts(desk, cache).get("b" * 40) is None
    assert facts(desk, cache, "state-2").get("a" * 40) is None


@pytest.mark.parametrize("damage", ["", "[]", '{"about": 1}', '{"facts": []}', "[" * 100_000])
def test_damaged_facts_are_none(desk: Desk, cache: Path, damage: str) -> None:
    first = facts(desk, cache)
    first.add("a" * 40, 1)
    first.save()
    (path,) = cache.glob("facts/*.json")
    path.write_text(damage)
    assert facts(desk, cache).values == {}


def test_a_cache_that_cannot_be_written_is_none(desk: Desk, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file, no folder")
    assert desk.look(cache=taken) == desk.look()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_in_the_place_of_the_cache_is_replaced_and_not_waited_for(desk: Desk, cache: Path) -> None:
    before = desk.look(cache=cache)
    path, content, also = only(cache), only(cache).read_bytes(), cache / "also"
    path.unlink()
    os.mkfifo(path)
    os.link(path, also)
    writer = Thread(target=path.write_bytes, args=(content,), daemon=True)
    writer.start()
    assert desk.look(cache=cache) == before
    assert path.is_file()
    assert also.read_bytes() == content
    writer.join()


def test_a_link_in_the_place_of_the_cache_is_replaced_and_not_followed(desk: Desk, cache: Path) -> None:
    desk.look(cache=cache)
    path, target = only(cache), cache / "target"
    path.unlink()
    target.write_text("keep")
    path.symlink_to(target)
    desk.look(cache=cache)
    assert target.read_text() == "keep"


def test_nothing_is_kept_inside_the_repository(desk: Desk) -> None:
    desk.look(cache=desk.folder / "cache")
    assert not (desk.folder / "cache").exists()


def test_only_so_many_are_kept(desk: Desk, cache: Path) -> None:
    (cache / "history").mkdir(parents=True)
    for number in range(CACHE_FILES + 5):
        (cache / "history" / f"{number}.json").write_text("{}")
    desk.look(cache=cache)
    assert len(list(cache.glob("history/*.json"))) == CACHE_FILES


def test_two_main_branches_have_a_past_each(desk: Desk, cache: Path) -> None:
    desk.branch("besluit", "HEAD~1")
    found: list[History] = [desk.look(name, cache=cache) for name in ("main", "besluit", "main")]
    assert found[0] == found[2] == desk.look("main")
    assert found[1] == desk.look("besluit")


@pytest.mark.parametrize(
    ("system", "environment", "expected"),
    [
        ("linux", {"HOME": "/home/s"}, "/home/s/.cache/icteregie"),
        ("linux", {"HOME": "/home/s", "XDG_CACHE_HOME": "/c"}, "/c/icteregie"),
        ("linux", {"HOME": "/home/s", "XDG_CACHE_HOME": "here"}, None),
        ("linux", {}, None),
        ("darwin", {"HOME": "/Users/s"}, "/Users/s/Library/Caches/icteregie"),
        ("win32", {"LOCALAPPDATA": "/AppData"}, "/AppData/icteregie/Cache"),
        ("win32", {"HOME": "/home/s"}, None),
    ],
)
def test_the_folder_is_where_the_system_has_it(
    system: str, environment: dict[str, str], expected: str | None
) -> None:
    found = user_cache_dir(environment, system)
    assert (found.as_posix() if found else None) == expected
