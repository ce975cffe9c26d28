"""When an initiative was opened and when it arrived, whichever way it took to main."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.gitrepo import Desk, started, text

ONE = {"access": text()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path)


def test_committed_on_main_it_arrives_with_that_commit(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-05-18")


def test_a_merge_brings_what_was_opened_on_its_branch(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-18", ONE)
    desk.merge("2026-08-20", "utrecht")
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-08-20")


def test_a_squash_keeps_only_its_own_day(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-18", ONE)
    desk.switch("main")
    desk.git("merge", "-q", "--squash", "utrecht")
    desk.commit("2026-08-20")
    assert desk.days("access") == ("arrived", "2026-08-20", "2026-08-20")


def test_a_rebase_keeps_when_it_was_written_and_arrives_when_it_was_rebased(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-18", ONE)
    desk.switch("main")
    desk.commit("2026-06-01", {"other": text("Iets anders")})
    desk.switch("utrecht")
    desk.git("rebase", "-q", "main", GIT_COMMITTER_DATE="2026-08-20T12:00:00+0000")
    desk.switch("main")
    desk.git("merge", "-q", "--ff-only", "utrecht")
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-08-20")


def test_a_branch_that_waited_months_arrives_with_its_merge(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-01-20", ONE)
    desk.switch("main")
    for month in range(2, 9):
        desk.commit(f"2026-{month:02}-01", {"notes.md": f"{month}"})
    desk.merge("2026-08-28", "utrecht")
    assert desk.days("access") == ("arrived", "2026-01-20", "2026-08-28")


def test_main_merged_into_the_branch_changes_nothing(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-18", ONE)
    desk.switch("main")
    desk.commit("2026-06-01", {"other": text("Iets anders")})
    desk.merge("2026-06-10", "main", into="utrecht")
    desk.merge("2026-08-20", "utrecht")
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-08-20")
    assert desk.days("other") == ("arrived", "2026-06-01", "2026-06-01")


def test_main_merged_into_own_work_and_pushed_as_main_leaves_main_its_days(desk: Desk) -> None:
    desk.branch("work")
    desk.commit("2026-05-18", ONE)
    desk.switch("main")
    desk.commit("2026-06-01", {"other": text("Iets anders")})
    desk.merge("2026-08-20", "main", into="work")
    desk.switch("main")
    desk.git("merge", "-q", "--ff-only", "work")
    assert desk.days("other") == ("arrived", "2026-06-01", "2026-06-01")
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-08-20")


def test_a_pull_that_merged_leaves_main_its_days(desk: Desk) -> None:
    desk.branch("remote")
    desk.commit("2026-06-01", {"other": text("Iets anders")})
    desk.switch("main")
    desk.commit("2026-05-18", ONE)
    desk.merge("2026-08-20", "remote", message="Merge branch 'main' of https://forge.example.org/agenda")
    assert desk.days("other") == ("arrived", "2026-06-01", "2026-06-01")
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-08-20")


def test_a_branch_with_main_in_its_name_is_a_branch_as_any(desk: Desk) -> None:
    desk.branch("maintenance")
    desk.commit("2026-05-18", ONE)
    desk.switch("main")
    desk.commit("2026-06-01", {"other": text("Iets anders")})
    desk.merge("2026-08-20", "maintenance")
    assert desk.days("other") == ("arrived", "2026-06-01", "2026-06-01")
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-08-20")


def test_criss_cross_merges_bring_each_when_its_branch_is_merged(desk: Desk) -> None:
    for name, day in (("a", "2026-03-01"), ("b", "2026-03-02")):
        desk.branch(name)
        desk.commit(day, {f"from-{name}": text(f"Plan van {name}")})
    desk.switch("a")
    desk.git("tag", "old-a")
    desk.merge("2026-03-05", "b", into="a")
    desk.merge("2026-03-06", "old-a", into="b")
    desk.merge("2026-07-01", "b")
    desk.merge("2026-08-01", "a")
    assert desk.days("from-a") == ("arrived", "2026-03-01", "2026-07-01")
    assert desk.days("from-b") == ("arrived", "2026-03-02", "2026-07-01")


def test_an_octopus_brings_all_its_arms_on_one_day(desk: Desk) -> None:
    for number in (1, 2, 3):
        desk.branch(f"arm-{number}")
        desk.commit(f"2026-05-0{number}", {f"plan-{number}": text(f"Plan {number}")})
        desk.switch("main")
    desk.merge("2026-06-15", "arm-1", "arm-2", "arm-3")
    for number in (1, 2, 3):
        assert desk.days(f"plan-{number}") == ("arrived", f"2026-05-0{number}", "2026-06-15")


def test_of_two_branches_with_one_file_the_first_merge_is_its_arrival(desk: Desk) -> None:
    for name, day in (("first", "2026-04-01"), ("second", "2026-03-01")):
        desk.branch(name)
        desk.commit(day, ONE)
        desk.switch("main")
    desk.merge("2026-06-01", "first")
    desk.merge("2026-09-01", "second")
    assert desk.days("access") == ("arrived", "2026-03-01", "2026-06-01")


def test_a_file_that_a_merge_slipped_in_is_opened_with_it(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-18", ONE)
    desk.switch("main")
    desk.git("merge", "-q", "--no-ff", "--no-commit", "utrecht")
    desk.commit("2026-08-20", {"slipped": text("Meegesmokkeld")})
    assert desk.days("slipped") == ("arrived", "2026-08-20", "2026-08-20")
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-08-20")


# Names and places


def test_a_new_name_keeps_the_days(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-08-20", {"access": None, "keycloak": text(priority="must")})
    assert desk.days("keycloak") == ("arrived", "2026-05-18", "2026-05-18")


def test_an_initiative_that_takes_the_place_of_another_is_no_rename(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-08-20", {"access": None, "keycloak": text("Heel iets anders")})
    assert desk.days("keycloak") == ("arrived", "2026-08-20", "2026-08-20")


def test_a_move_to_another_folder_keeps_the_days_however_much_it_changed(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    moved = {"access": None, "initiatives/2027/access.yaml": text("Heel iets anders")}
    desk.commit("2026-08-20", moved)
    assert desk.days("initiatives/2027/access.yaml") == ("arrived", "2026-05-18", "2026-05-18")


def test_a_rename_on_the_branch_before_the_merge_keeps_when_it_was_opened(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-06-01", {"access": None, "keycloak": text()})
    desk.merge("2026-08-20", "utrecht")
    assert desk.days("keycloak") == ("arrived", "2026-05-18", "2026-08-20")


def test_a_file_that_lay_in_the_wrong_place_was_there_all_the_same(desk: Desk) -> None:
    desk.commit("2026-05-18", {"initiatieven/access.yml": text()})
    desk.commit("2026-08-20", {"initiatieven/access.yml": None, "access": text()})
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-05-18")


def test_a_portfolio_that_moved_within_its_repository_keeps_its_days(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    (desk.folder / "agenda").mkdir()
    desk.git("mv", "regie.yaml", "initiatives", "agenda")
    desk.commit("2026-08-20")
    found = desk.look(within="agenda").files["initiatives/access.yaml"]
    assert (found.status, str(found.arrived)) == ("arrived", "2026-05-18")


def test_another_portfolio_in_the_repository_has_days_of_its_own(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-08-20", {"b/regie.yaml": "format: 1\n", "b/initiatives/access.yaml": text()})
    assert str(desk.look(within="b").files["initiatives/access.yaml"].arrived) == "2026-08-20"
    assert desk.days("access")[2] == "2026-05-18"


def test_unrelated_histories_arrive_with_the_merge_that_joined_them(desk: Desk) -> None:
    desk.git("switch", "-q", "--orphan", "elsewhere")
    desk.commit("2025-11-03", ONE)
    desk.switch("main")
    dates = {"GIT_AUTHOR_DATE": "2026-06-01T12:00:00Z", "GIT_COMMITTER_DATE": "2026-06-01T12:00:00Z"}
    desk.git("merge", "-q", "--allow-unrelated-histories", "--no-edit", "elsewhere", **dates)
    assert desk.days("access") == ("arrived", "2025-11-03", "2026-06-01")


def test_a_subtree_arrives_with_its_merge_and_was_opened_where_it_came_from(desk: Desk) -> None:
    desk.git("switch", "-q", "--orphan", "elsewhere")
    desk.commit("2025-11-03", {"access.yaml": text()})
    desk.switch("main")
    desk.git("merge", "-q", "-s", "ours", "--no-commit", "--allow-unrelated-histories", "elsewhere")
    desk.git("read-tree", "--prefix=initiatives/", "-u", "elsewhere")
    desk.commit("2026-06-01")
    assert desk.days("access") == ("arrived", "2025-11-03", "2026-06-01")


# Gone and back


def test_reverted_and_brought_back_within_two_weeks_was_never_gone(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-06-01", {"access": None})
    desk.commit("2026-06-15", ONE)
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-05-18")


def test_what_was_gone_for_longer_arrives_when_it_comes_back(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-06-01", {"access": None})
    desk.commit("2026-06-16", ONE)
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-06-16")


def test_brought_back_in_another_folder_it_is_the_same(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-06-01", {"access": None})
    desk.commit("2026-06-10", {"initiatives/2027/access.yaml": text("Herzien")})
    assert desk.days("initiatives/2027/access.yaml") == ("arrived", "2026-05-18", "2026-05-18")


def test_a_revert_of_a_revert_of_a_merge(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-04-01", ONE)
    desk.merge("2026-05-18", "utrecht")
    for day in ("2026-05-20", "2026-05-22"):
        dates = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        desk.git("revert", "--no-edit", *(("-m1",) if day == "2026-05-20" else ()), "HEAD", **dates)
    assert desk.days("access") == ("arrived", "2026-04-01", "2026-05-18")


def test_what_is_gone_is_not_seen(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-06-01", {"access": None})
    assert desk.seen("access") is None


# Not yet


def test_committed_on_a_branch_it_is_opened_and_not_yet_there(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-05-20", {"access": text(priority="must")})
    assert desk.days("access") == ("not-yet", "2026-05-18", "")


def test_a_branch_behind_main_knows_what_main_got_since(desk: Desk) -> None:
    desk.commit("2026-03-01", {"other": text("Iets anders")})
    desk.branch("utrecht")
    desk.commit("2026-05-18", ONE)
    desk.switch("main")
    desk.commit("2026-06-01", {"other": None, "third": text("Een derde")})
    desk.switch("utrecht")
    assert desk.days("access") == ("not-yet", "2026-05-18", "")
    assert desk.days("other") == ("arrived", "2026-03-01", "2026-03-01")
    assert desk.seen("third") is None


def test_an_old_commit_of_main_knows_when_its_files_came(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-06-01", {"access": None, "keycloak": text()})
    desk.git("checkout", "-q", "HEAD~1")
    assert desk.days("access") == ("arrived", "2026-05-18", "2026-05-18")


def test_a_rename_on_the_present_branch_keeps_the_days_of_main(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    desk.branch("utrecht")
    desk.commit("2026-06-01", {"access": None, "keycloak": text()})
    assert desk.days("keycloak") == ("arrived", "2026-05-18", "2026-05-18")


def test_what_another_branch_brought_to_main_is_there(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-18", ONE)
    desk.switch("main")
    desk.commit("2026-06-01", ONE)
    desk.switch("utrecht")
    assert desk.days("access")[::2] == ("arrived", "2026-06-01")


def test_brought_back_on_a_branch_it_says_when_it_had_arrived_and_left(desk: Desk) -> None:
    desk.commit("2026-05-18", ONE)
    desk.commit("2026-06-01", {"access": None})
    desk.branch("utrecht")
    desk.commit("2026-06-10", ONE)
    found = desk.seen("access")
    assert found is not None
    assert (found.status, str(found.opened)) == ("not-yet", "2026-05-18")
    assert (str(found.arrived), str(found.removed)) == ("2026-05-18", "2026-06-01")


def test_a_file_that_was_not_committed_is_not_seen(desk: Desk) -> None:
    desk.write(ONE)
    assert "initiatives/access.yaml" not in desk.look().files


def test_a_file_that_was_only_staged_is_not_seen(desk: Desk) -> None:
    desk.write(ONE)
    desk.git("add", "-A")
    assert "initiatives/access.yaml" not in desk.look().files


def test_a_branch_that_is_named_is_main(desk: Desk) -> None:
    desk.branch("besluit")
    desk.switch("main")
    desk.commit("2026-05-18", ONE)
    assert desk.days("access", "besluit") == ("not-yet", "2026-05-18", "")


def test_a_main_that_is_not_there_is_an_error_of_who_asks(desk: Desk) -> None:
    with pytest.raises(LookupError):
        desk.look("nergens")


def test_two_thousand_commits_keep_every_day_apart(desk: Desk) -> None:
    first = datetime(2023, 1, 1, 12, tzinfo=UTC)
    lines = []
    for number in range(2_000):
        moment = int((first + timedelta(hours=12 * number)).timestamp())
        name, body = f"initiatives/plan-{number % 500}.yaml", f"title: plan {number}\n" * 3
        who = f"S <s@example.org> {moment} +0000"
        lines.append(f"commit refs/heads/long\nauthor {who}\ncommitter {who}\ndata 1\nx")
        lines.append(f"M 100644 inline {name}\ndata {len(body)}\n{body}")
    desk.git("fast-import", "--quiet", given="\n".join(lines) + "\n")
    desk.switch("long")
    seen = desk.look("long").files
    expected = {
        f"initiatives/plan-{number}.yaml": (first + timedelta(hours=12 * number)) for number in range(500)
    }
    zone = ZoneInfo("Europe/Amsterdam")
    assert {path: one.arrived for path, one in seen.items()} == {
        path: moment.astimezone(zone).date() for path, moment in expected.items()
    }


def test_a_dossier_beside_an_initiative_has_no_dates_of_its_own(tmp_path: Path) -> None:
    desk = started(tmp_path)
    desk.commit("2026-05-18", {"access": text(), "initiatives/access.md": "# Dossier\n"})
    desk.branch("utrecht")
    desk.commit("2026-06-01", {"other": text("Iets anders")})
    assert sorted(desk.look().files) == ["initiatives/access.yaml", "initiatives/other.yaml", "regie.yaml"]


@pytest.mark.parametrize("where", ["main", "branch"])
def test_an_initiative_that_is_renamed_with_its_dossier_keeps_its_days(tmp_path: Path, where: str) -> None:
    desk = started(tmp_path)
    desk.commit("2026-05-18", {"access": text(), "initiatives/access.md": "# Dossier\n"})
    if where == "branch":
        desk.branch("utrecht")
    new = {"login": text(), "initiatives/login.md": "# Dossier\n"}
    desk.commit("2026-07-20", {"access": None, "initiatives/access.md": None, **new})
    assert desk.days("login") == ("arrived", "2026-05-18", "2026-05-18")
    assert "initiatives/login.md" not in desk.look().files
