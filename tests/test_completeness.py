"""When a dossier is complete: judged on files, and along main on real repositories."""

import sys
from datetime import date
from pathlib import Path

import pytest

from icteregie.analysis.completeness import Completion, absent_keys, completions, missing_keys
from icteregie.analysis.timeline import UNREADABLE
from icteregie.loading import single
from icteregie.portfolio.initiative import Steering
from icteregie.portfolio.pieces import required_pieces
from icteregie.scaffold.initiative_file import NewInitiative, render
from icteregie.workspace.completeness import completeness
from icteregie.workspace.open import open_portfolio
from icteregie.workspace.surroundings import Surroundings
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio, surroundings
from tests.gitrepo import IN_GIT, Desk, clone, started, text

COSTS = "{one_off: {2027: 450000}}"
FULL = {"do_nothing": "Dan stopt het.", "costs": COSTS}
EXPERIMENT = "{learning_goal: Leren, time_box: 2027-Q2, budget_cap: 50000, stop_when: Als het niet werkt}"
PLAIN = {**FULL, "problem": "Te veel werk."}


def lacks(**changes: str | None) -> tuple[str, ...]:
    return missing_keys(initiative(**{**PLAIN, **changes}).encode(), "access")


def test_a_dossier_with_all_that_its_kind_asks_is_complete() -> None:
    assert lacks() == ()


@pytest.mark.parametrize("key", ["problem", "do_nothing", "period", "costs"])
def test_what_is_absent_is_named(key: str) -> None:
    assert lacks(**{key: None}) == (key,)


def test_costs_without_an_amount_are_no_estimate() -> None:
    assert lacks(costs="{as_of: 2026-05-01}") == ("costs",)
    assert lacks(costs="{recurring: {2028: 0}}") == ()


def test_a_supporting_initiative_is_not_asked_what_happens_without_it() -> None:
    assert lacks(steering="supporting", do_nothing=None) == ()


def test_an_experiment_is_asked_for_its_experiment_and_not_for_costs() -> None:
    bare = {"steering": "experimental", "do_nothing": None, "costs": None}
    assert lacks(**bare) == ("experiment",)
    assert lacks(**bare, experiment=EXPERIMENT) == ()


def test_what_transforms_is_decided_on_step_by_step() -> None:
    steps = "[{name: Proef, end: 2027-Q2, decide: doorgaan of stoppen, one_off: 50000}]"
    bare = {"steering": "transformational", "period": None, "costs": None}
    assert lacks(**bare) == ("period", "costs")
    assert lacks(**bare, steps=steps) == ()
    assert lacks(**bare, steps=steps.replace(", one_off: 50000", "")) == ("costs",)
    assert lacks(**bare, steps=steps.replace(" decide: doorgaan of stoppen,", "")) == ("period", "costs")
    assert lacks(**{**bare, "steering": "business-critical"}, steps=steps) == ("period", "costs")


@pytest.mark.parametrize("word", ["'Vul in: wie dit betaalt'", "'Fill in: who pays for this'"])
def test_a_text_that_only_holds_a_place_is_lacking_wherever_it_stands(word: str) -> None:
    assert lacks(sponsor=word) == ("sponsor",)
    assert lacks(steps=f"[{{name: {word}, end: 2027-Q1}}]") == ("steps",)


@pytest.mark.parametrize(
    "written",
    [
        *("'Vul in: wie'", '"Fill in: wie"', "'Vul\n  in: wie'", '"\\x56ul in: wie"', ">\n  Vul\n  in: wie"),
        *("|\n  Vul in: wie", '"Vul\\\n  \\ in: wie"'),
    ],
)
def test_without_the_tree_nobody_says_of_a_placeholder_that_it_is_none(written: str) -> None:
    data = initiative(**{**PLAIN, "sponsor": written}).encode()
    assert missing_keys(data, "access") == ("sponsor",)
    reading = single.initiative(data, "access")
    assert reading is not None
    assert absent_keys(reading.initiative, data) is None


def test_what_was_read_already_tells_what_is_lacking_as_the_file_does(tmp_path: Path) -> None:
    texts = {
        "sound": initiative(**PLAIN),
        "short": initiative(**{**PLAIN, "problem": None}),
        "unfilled": initiative(**{**PLAIN, "sponsor": "'Vul in: wie'"}),
        "unknown": initiative(**PLAIN) + "unknown: x\n",
        "named": initiative(**PLAIN) + "id: named\n",
        "refused": initiative(**PLAIN) + "priority: zeer\n",
        "noted": initiative(**{**PLAIN, "do_nothing": "Dan #2 stopt het"}),
        "broken": "title: [",
    }
    root = portfolio(tmp_path, {f"initiatives/{name}.yaml": each for name, each in texts.items()})
    judged = completeness(open_portfolio(root, surroundings(root))).completions
    expected = {name: missing_keys(each.encode(), name) for name, each in texts.items()}
    assert {name: each.missing for name, each in judged.items()} == expected


@pytest.mark.parametrize("broken", ["priority: zeer\n", "unknown: x\n", "id: access\n", "title: x\n", "]["])
def test_a_file_with_an_error_is_not_complete(broken: str) -> None:
    assert missing_keys((initiative(**PLAIN) + broken).encode(), "access") == UNREADABLE


def test_a_warning_of_the_reader_is_no_error() -> None:
    assert missing_keys((initiative(**PLAIN) + "sponsor: Directeur #2\n").encode(), "access") == ()


@pytest.mark.parametrize("steering", ["supporting", "business-critical", "transformational", "experimental"])
def test_all_that_a_kind_is_asked_stands_in_the_file_that_regie_new_writes(
    tmp_path: Path, steering: Steering
) -> None:
    (tmp_path / "regie.yaml").write_text(PARTNERSHIP, "utf-8")
    partnership = loaded(tmp_path).portfolio.partnership
    new = NewInitiative(
        "T", "utrecht", date(2026, 5, 1), 2027, "proposal", steering, "", (), "", is_late=False
    )
    written = render(new, partnership, "nl")
    required = [piece.name for piece in required_pieces(steering)]
    missing = [key for key in required if f"\n{key}:" not in written and f"\n# {key}:" not in written]
    assert missing == []
    found = missing_keys(written.encode(), "t")
    assert {"summary", "problem", "sponsor", "period"} <= {*found}


# Along main


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path)


def judged(desk: Desk, name: str = "access", today: str = "2026-12-01") -> Completion:
    environment = desk.environment()
    around = Surroundings(environment, sys.platform, desk.folder, date.fromisoformat(today))
    return completeness(open_portfolio(desk.folder, around)).completions[name]


def since(desk: Desk, name: str = "access") -> str:
    found = judged(desk, name)
    assert found.missing == ()
    return found.since.isoformat() if found.since else ""


def test_complete_from_the_start(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text(**FULL)})
    assert since(desk) == "2026-05-18"


def test_incomplete_first_and_then_complete(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()})
    assert judged(desk) == Completion(("do_nothing", "costs"), None, is_on_main=True)
    desk.commit("2026-08-27", {"access": text(**FULL)})
    desk.commit("2026-08-30", {"access": text(**FULL, priority="must")})
    assert since(desk) == "2026-08-27"


@pytest.mark.parametrize(("repaired", "day"), [("2026-06-15", "2026-05-18"), ("2026-06-16", "2026-06-16")])
def test_who_breaks_it_for_more_than_two_weeks_is_complete_anew(desk: Desk, repaired: str, day: str) -> None:
    desk.commit("2026-05-18", {"access": text(**FULL)})
    desk.commit("2026-06-01", {"access": text(**FULL, priority="zeer")})
    assert judged(desk).missing == UNREADABLE
    desk.commit(repaired, {"access": text(**FULL)})
    assert since(desk) == day


def test_it_counts_from_the_merge_and_not_from_the_work_on_a_branch(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()})
    desk.branch("utrecht")
    desk.commit("2026-06-01", {"access": text(**FULL)})
    desk.merge("2026-08-28", "utrecht")
    assert since(desk) == "2026-08-28"


def test_what_is_complete_on_a_branch_only_is_not_complete_on_main(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()})
    desk.branch("utrecht")
    desk.commit("2026-06-01", {"access": text(**FULL), "other": text("Iets anders", **FULL)})
    assert judged(desk).missing == ("do_nothing", "costs")
    assert judged(desk, "other") == Completion((), None, is_on_main=False)


def test_a_new_name_and_another_folder_keep_the_day(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text(**FULL)})
    desk.git("mv", "initiatives/access.yaml", "initiatives/toegang.yaml")
    desk.commit("2026-07-01")
    assert since(desk, "toegang") == "2026-05-18"
    desk.write({"initiatives/2027/toegang.yaml": text(**FULL), "toegang": None})
    desk.commit("2026-08-01")
    assert since(desk, "toegang") == "2026-05-18"


def test_a_new_name_on_the_present_branch_keeps_the_day(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text(**FULL)})
    desk.branch("utrecht")
    desk.git("mv", "initiatives/access.yaml", "initiatives/toegang.yaml")
    desk.commit("2026-07-01")
    assert since(desk, "toegang") == "2026-05-18"


def test_briefly_gone_is_looked_past_and_long_gone_is_not(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text(**FULL), "other": text("Iets anders", **FULL)})
    desk.commit("2026-06-01", {"access": None, "other": None})
    desk.commit("2026-06-15", {"access": text(**FULL)})
    desk.commit("2026-06-16", {"other": text("Iets anders", **FULL)})
    assert since(desk) == "2026-05-18"
    assert since(desk, "other") == "2026-06-16"


def test_carried_over_is_complete_since_nobody_knows_when(tmp_path: Path) -> None:
    desk = started(tmp_path, partnership=IN_GIT + "history: {since: 2026-06-01}\n")
    desk.commit("2026-05-18", {"access": text(**FULL), "other": text("Iets anders")})
    desk.commit("2026-06-01", {"other": text("Iets anders", **FULL)})
    assert since(desk) == ""
    assert since(desk, "other") == "2026-06-01"


def test_a_shallow_clone_knows_only_what_became_complete_in_it(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", {"access": text(**FULL), "other": text("Iets anders")})
    desk.commit("2026-06-01", {"third": text("Een derde")})
    desk.commit("2026-07-01", {"other": text("Iets anders", **FULL)})
    cut = clone(desk, tmp_path / "cut", "--depth", "2")
    assert since(cut) == ""
    assert since(cut, "other") == "2026-07-01"


def test_a_repository_that_lost_an_old_version_does_not_guess(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()})
    desk.commit("2026-07-01", {"access": text(**FULL)})
    desk.commit("2026-08-01", {"access": text(**FULL, priority="must")})
    lost = desk.git("rev-parse", "HEAD~2:initiatives/access.yaml")
    (desk.folder / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    assert since(desk) == ""


def test_without_git_only_today_is_known(tmp_path: Path) -> None:
    (tmp_path / "initiatives").mkdir()
    (tmp_path / "regie.yaml").write_text(PARTNERSHIP, "utf-8")
    (tmp_path / "initiatives" / "access.yaml").write_text(text(**FULL), "utf-8")
    found = loaded(tmp_path)
    assert completions(found.portfolio, {}, None)["access"] == Completion((), None, None)
