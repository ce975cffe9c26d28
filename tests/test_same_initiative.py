"""The same initiative under another id, in what ``diff`` says: by git where it knows, else the best match."""

import json
from pathlib import Path

import pytest

from tests.desk import initiative, regie
from tests.gitrepo import IN_GIT, Desk, started

WORDS = [f"woord{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path)


def plan(title: str, words: list[str], **changes: str) -> str:
    """Write an initiative of which all words are given."""
    return initiative(title=title, **{"summary": " ".join(words), **changes})


def renamed(desk: Desk, *words: str) -> dict[str, str]:
    """Give the ids that ``diff`` says went on under another."""
    done = regie("diff", "--folder", desk.folder, "--format=json", *words, env=desk.environment())
    assert done.returncode == 0, done.stderr
    pairs = json.loads(done.stdout)["initiatives"]["renamed"]
    return {pair["before"]: pair["after"] for pair in pairs}


def test_a_new_title_is_no_other_initiative_where_git_knows_better(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": plan("Een titel", WORDS)})
    desk.commit("2026-05-19", {"old": None, "new": plan("Iets anders", WORDS[:20])})
    assert renamed(desk, "HEAD~1..HEAD") == {"old": "new"}
    assert renamed(desk, "HEAD..HEAD~1") == {"new": "old"}


def test_over_several_steps_it_goes_by_what_git_knows_of_each(desk: Desk) -> None:
    first = desk.commit("2026-05-18", {"old": plan("Een titel", WORDS)})
    desk.commit("2026-05-19", {"old": None, "middle": plan("Een titel", WORDS[:16])})
    desk.commit("2026-05-20", {"middle": None, "new": plan("Een titel", WORDS[:9])})
    assert renamed(desk, f"{first}..HEAD") == {"old": "new"}


def test_a_same_title_makes_no_same_initiative_where_git_knows_better(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": plan("Een titel", WORDS[:13])})
    desk.commit("2026-05-19", {"old": None, "new": plan("Een titel", WORDS[13:])})
    assert renamed(desk, "HEAD~1..HEAD") == {}


def test_the_best_match_and_not_the_first_counts_where_git_knows_nothing(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": plan("Een titel", ["kort"], problem="alpha bravo charlie")})
    first = plan("Een titel", ["kort"], problem="heel andere woorden")
    second = plan("Een titel", ["kort"], problem="alpha bravo charlie")
    desk.write({"old": None, "a-first": first, "b-second": second})
    assert renamed(desk) == {"old": "b-second"}


def test_formerly_says_it_where_git_knows_nothing(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": plan("Een titel", WORDS)})
    desk.write({"old": None, "new": plan("Iets anders", ["kort"], formerly="[old]")})
    assert renamed(desk) == {"old": "new"}


def history(desk: Desk, name: str) -> tuple[int, str, str]:
    done = regie("history", name, "--folder", desk.folder, "--lang=en", env=desk.environment())
    return done.returncode, done.stderr.partition("\n")[0], done.stdout


def test_history_of_an_old_id_says_what_it_is_called_now_and_keeps_its_decisions(desk: Desk) -> None:
    desk.commit("2026-05-18", {"old": plan("Een titel", WORDS)})
    decision = "decisions:\n  - {initiatives: [old], decision: adopt, because: Zo doen we het.}\n"
    desk.commit("2026-05-19", {"old": plan("Anders", WORDS), "decisions/2026-05-19-directors.yaml": decision})
    desk.commit("2026-05-20", {"old": None, "new": plan("Anders", WORDS)})
    code, said, told = history(desk, "old")
    assert (code, said) == (0, "«old» is called «new» now.")
    assert "decisions/2026-05-19-directors.yaml" in told
    assert "initiatives/new.yaml" in told


def test_history_of_an_id_that_only_formerly_names_is_that_of_the_file_that_says_so(desk: Desk) -> None:
    desk.commit("2026-05-18", {"new": plan("Een titel", WORDS, formerly="[old]")})
    assert history(desk, "old")[:2] == (0, "«old» is called «new» now.")


def test_history_of_an_id_that_two_files_claim_is_unknown(desk: Desk) -> None:
    plans = {name: plan(f"Titel {name}", WORDS, formerly="[old]") for name in ("one", "two")}
    desk.commit("2026-05-18", plans)
    assert history(desk, "old")[0] == 2


@pytest.mark.parametrize(
    "words", [("history", "new"), ("history", "gone"), ("diff", "HEAD~1..HEAD"), ("validate", "--since=main")]
)
def test_former_ids_that_cannot_be_read_stop_no_command(desk: Desk, words: tuple[str, ...]) -> None:
    desk.commit("2026-05-18", {"old": plan("Een titel", WORDS[:13])})
    desk.branch("utrecht")
    desk.commit("2026-05-19", {"old": None, "new": plan("Anders", WORDS[13:], formerly="{a: b}")})
    done = regie(*words, "--folder", desk.folder, "--lang=en", env=desk.environment())
    expected = "There is no initiative «gone»" if "gone" in words else ""
    assert done.stderr.startswith(expected)
    assert "AttributeError" not in done.stderr


@pytest.mark.parametrize("claim", [{}, {"formerly": "[old]"}], ids=["by git", "by formerly"])
def test_a_deferral_that_names_the_old_id_still_asks_for_the_later_agenda(
    desk: Desk, claim: dict[str, str]
) -> None:
    agenda = "  2028: {intake_closes: 2027-07-01, dossier_closes: 2027-08-27, advice: 2027-09-23, "
    config = IN_GIT.replace("agendas:\n", f"agendas:\n{agenda}decision: 2027-10-07}}\n")
    decision = "decisions:\n  - {initiatives: [old], decision: defer, to: 2028}\n"
    full = {"problem": "x", "do_nothing": "x", "costs": "{one_off: {2028: 150000}}"}
    desk.commit("2026-05-18", {"old": plan("Een titel", WORDS, **full), "regie.yaml": config})
    desk.commit("2026-10-08", {"decisions/2026-10-08-directors.yaml": decision})
    desk.commit("2026-10-09", {"old": None, "new": plan("Een titel", WORDS, **full, **claim)})
    desk.commit("2027-09-01", {"new": plan("Een titel", WORDS, agenda="2028", **full, **claim)})
    words = ("--today=2027-09-02", "--format=json")
    for rule in ("late-intake", "late-dossier"):
        done = regie("validate", f"--rule={rule}", "--folder", desk.folder, *words, env=desk.environment())
        assert json.loads(done.stdout)["findings"] == []
