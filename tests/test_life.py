"""``regie history``: the life of one initiative, on real repositories."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.desk import initiative, portfolio, regie
from tests.gitrepo import IN_GIT, WHO, Desk, clone, started, text

COSTS = "{as_of: 2026-05-01, one_off: {2027: 450000}, recurring: {2028: 60000, 2029: 70000}}"
DEARER = "{as_of: 2026-05-01, one_off: {2027: 450000, 2028: 70000}, recurring: {2028: 60000, 2029: 50000}}"
HOSTILE = "Merge <script>alert(1)</script> | **b** \x1b[31m \u202e @team"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path)


def told(desk: Desk, *words: str, name: str = "access") -> str:
    done = regie("history", name, "-C", desk.folder, "--today", "2027-03-01", "--lang", "en", *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def life(desk: Desk, name: str = "access") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(desk, "--format", "json", name=name))
    return found


def last(desk: Desk, name: str = "access") -> str:
    """Give what the newest version says, on one line."""
    rows = [line for line in told(desk, "--format", "md", name=name).splitlines() if line.startswith("| 20")]
    return rows[-1].split(" | ")[2].replace("\\", "")


def test_each_version_on_main_with_its_day_and_its_commit(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-18", {"access": text()})
    desk.commit("2026-05-20", {"access": text(priority="must")})
    desk.merge("2026-06-15", "utrecht")
    merged = desk.git("rev-parse", "HEAD")
    changed = desk.commit("2026-07-01", {"access": text(priority="should")})
    found = life(desk)
    assert (found["opened"], found["arrived"]) == ("2026-05-18", "2026-06-15")
    assert [(turn["date"], turn["commit"], turn["kind"]) for turn in found["turns"]] == [
        ("2026-06-15", merged, "began"),
        ("2026-07-01", changed, "changed"),
    ]
    lines = told(desk).splitlines()
    assert lines[4:6] == ["Opened 18 May 2026.", "Arrived 15 June 2026."]
    assert f"2026-07-01  {changed[:9]}  priority must have → should have." in lines


def test_estimate_by_estimate_with_the_difference(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text(costs=COSTS)})
    assert last(desk) == "arrived; status proposal; one-off € 450,000; recurring per year € 70,000"
    desk.commit("2026-06-18", {"access": text(costs=DEARER)})
    assert last(desk) == (
        "one-off, all years € 450,000 → € 520,000 (+€ 70,000); "
        "recurring, highest year € 70,000 → € 60,000 (-€ 10,000)"
    )
    assert [(t["one_off_total"], t["recurring_largest"]) for t in life(desk)["turns"]] == [
        (450000, 70000),
        (520000, 60000),
    ]


def test_a_cost_that_only_moves_to_another_year_is_told_year_by_year(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text(costs="{one_off: {2027: 450000}}")})
    desk.commit("2026-06-18", {"access": text(costs="{one_off: {2027: 400000, 2028: 50000}}")})
    assert last(desk) == "one-off 2027 € 450,000 → € 400,000 (-€ 50,000); one-off 2028 – → € 50,000"


def test_period_participants_agenda_and_texts_in_the_words_of_the_field(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()})
    changed = text(
        period="{start: 2027-Q1, end: 2027-Q4}",
        participants="[utrecht, amsterdam]",
        agenda="2028",
        summary="Anders.",
    )
    desk.commit("2026-06-18", {"access": changed})
    assert last(desk) == (
        "agenda 2027 → 2028; participants all → amsterdam, utrecht; summary rewritten; "
        "period end 2027-Q2 → 2027-Q4"
    )


def test_baseline_rebaseline_and_progress(desk: Desk) -> None:
    baseline = "{adopted: 2026-10-08, end: 2027-Q4, one_off: 570000, recurring: 60000}"
    desk.commit("2026-10-01", {"access": text(status="adopted")})
    desk.commit("2026-10-09", {"access": text(status="adopted", baseline=baseline)})
    assert last(desk) == ("baseline of 8 October 2026: end 2027-Q4, one-off € 570,000, recurring € 60,000")
    more = "[{date: 2027-02-01, end: 2028-Q1, one_off: 640000, reason: tegenvallers}]"
    report = "[{date: 2027-02-02, time: green, cost: amber, spent: 110000}]"
    files = {"access": text(status="adopted", baseline=baseline, rebaselines=more, progress=report)}
    desk.commit("2027-02-03", files)
    assert last(desk) == (
        "rebaseline of 1 February 2027: end 2028-Q1, one-off € 640,000, reason: tegenvallers; "
        "progress report of 2 February 2027: time, cost and quality green, amber, –, spent € 110,000"
    )


def test_the_reasons_of_a_rebaseline_are_told_in_words(desk: Desk) -> None:
    promise = "[{date: 2027-02-01, end: 2028-Q1, one_off: 640000, reasons: [law]}]"
    desk.commit("2027-02-03", {"access": text(status="adopted")})
    desk.commit("2027-02-04", {"access": text(status="adopted", rebaselines=promise)})
    assert last(desk).endswith("reason: change of law")
    more = promise.replace("[law]", "[law, capacity]")
    desk.commit("2027-02-05", {"access": text(status="adopted", rebaselines=more)})
    assert last(desk).endswith("reasons change of law → too few people, change of law")


def test_what_is_only_written_differently_is_said_to_be(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()})
    desk.commit("2026-06-18", {"access": "# een opmerking\n" + text()})
    assert last(desk) == "formatting only"


# Decision

ADOPTED = "decisions:\n  - {initiatives: [access], decision: adopt}\n"


def decisions(desk: Desk) -> list[Any]:
    return [turn["decision"] for turn in life(desk)["turns"]]


def test_a_new_status_rests_on_the_meeting_on_or_just_before_its_day(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()})
    desk.commit("2026-09-24", {"access": text(status="advised")})
    desk.commit("2026-11-08", {"access": text(status="adopted")})
    advice = {"date": "2026-09-24", "body": "Innovatieoverleg", "file": None}
    decision = {"date": "2026-10-08", "body": "Directeuren", "file": None}
    assert decisions(desk) == [None, advice, decision]
    assert "After the meeting of Innovatieoverleg, 24 September 2026." in told(desk, "--format", "md")


def test_a_meeting_of_longer_ago_or_after_it_is_not_meant(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()})
    desk.commit("2026-09-23", {"access": text(status="advised")})
    desk.commit("2026-11-09", {"access": text(status="adopted")})
    assert decisions(desk) == [None, None, None]


def test_a_decisions_file_that_names_it_is_named(desk: Desk) -> None:
    file = "decisions/2026-10-08-directors.yaml"
    desk.commit("2026-05-18", {"access": text(), "other": text("Iets anders")})
    desk.commit("2026-10-08", {file: ADOPTED, "other": text("Iets anders", priority="must")})
    desk.commit("2026-10-09", {"access": text(status="adopted"), "other": text("Iets anders")})
    named = {"date": "2026-10-08", "body": "Directeuren", "file": file}
    assert decisions(desk) == [None, named]
    assert [turn["decision"] for turn in life(desk, "other")["turns"]] == [None, None, None]
    said = f"status proposal → adopted. Decision of Directeuren, 8 October 2026: adopted ({file}:2)."
    assert said in " ".join(told(desk).split())


def test_what_a_decisions_file_said_before_the_last_version_is_over(desk: Desk) -> None:
    file = "decisions/2026-10-08-directors.yaml"
    desk.commit("2026-05-18", {"access": text(), file: ADOPTED})
    desk.commit("2026-10-09", {"access": text(status="adopted")})
    desk.commit("2026-10-20", {"access": text(status="adopted", priority="must")})
    named = {"date": "2026-10-08", "body": "Directeuren", "file": file}
    assert decisions(desk) == [None, named, None]


def test_a_decisions_file_is_no_file_in_the_wrong_place(tmp_path: Path) -> None:
    files = {"access": initiative(), "decisions/2026-10-08-directors.yaml": ADOPTED}
    root = portfolio(tmp_path, files)
    done = regie("validate", "-C", root, "--today", "2026-06-01")
    assert "file-name" not in done.stdout
    bad = portfolio(tmp_path, {"decisions/2026-10-08-Directors.yaml": ADOPTED})
    assert "[file-name]" in regie("validate", "-C", bad, "--today", "2026-06-01").stdout


# Paths, gaps and what can't be read


def test_a_new_name_is_followed(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()})
    desk.git("mv", "initiatives/access.yaml", "initiatives/toegang.yaml")
    desk.commit("2026-06-18")
    assert last(desk, "toegang") == "moved from initiatives/access.yaml to initiatives/toegang.yaml"


def test_taken_away_and_brought_back(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()})
    desk.commit("2026-06-01", {"access": None})
    desk.commit("2026-07-18", {"access": text(priority="must")})
    assert [turn["kind"] for turn in life(desk)["turns"]] == ["began", "gone", "back"]
    assert last(desk) == "restored; priority – → must have"


def test_a_version_that_cant_be_read_is_passed_over_in_the_comparison(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()})
    desk.commit("2026-06-01", {"access": text(period="volgend jaar")})
    desk.commit("2026-06-02", {"access": text(priority="must")})
    assert [turn["kind"] for turn in life(desk)["turns"]] == ["began", "unreadable", "changed"]
    assert last(desk) == "priority – → must have"


def test_what_main_does_not_have_yet_has_no_versions(desk: Desk) -> None:
    desk.branch("utrecht")
    desk.commit("2026-05-18", {"access": text()})
    lines = told(desk).splitlines()
    assert lines[4:] == [
        "Opened 18 May 2026.",
        "Not on the main branch yet.",
        "Not complete yet; missing: do_nothing, costs.",
        "",
        "The main branch has no versions of it yet.",
    ]


def test_a_shallow_clone_does_not_say_that_its_first_version_arrived(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", {"access": text()})
    desk.commit("2026-06-18", {"access": text(priority="must")})
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    done = regie("history", "access", "-C", cut.folder, "--format", "json", "--today", "2027-03-01")
    assert [turn["kind"] for turn in json.loads(done.stdout)["turns"]] == ["cut"]


def test_without_git_it_says_what_it_can(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()}, IN_GIT)
    done = regie("history", "access", "-C", root, "--lang", "en")
    assert done.returncode == 0
    assert "Arrived 18 May 2026 (declared date)." in done.stdout
    assert "This portfolio isn't in a git repository" in done.stderr


def test_an_unknown_id_is_refused_with_the_one_that_was_meant(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()})
    done = regie("history", "acces", "-C", root, "--lang", "en")
    assert done.returncode == 2
    assert "access" in done.stderr


# People and hostile words


def test_a_hostile_subject_is_shown_letter_by_letter(desk: Desk) -> None:
    desk.commit("2026-05-18", {"access": text()}, message=HOSTILE)
    shown = told(desk)
    assert "\\u001b[31m" in shown
    assert "\\u202e" in shown
    assert not re.search("[\x1b\u202e]", shown)
    assert life(desk)["turns"][0]["subject"] == HOSTILE
    assert not re.search("[\x1b\u202e]", told(desk, "--format", "json"))
    html = MarkdownIt("commonmark").enable("table").render(told(desk, "--format", "md"))
    assert "<script" not in html
    assert "<strong" not in html


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_who_wrote_it_is_nowhere(desk: Desk, form: str) -> None:
    desk.commit("2026-05-18", {"access": text()})
    shown = told(desk, "--format", form)
    assert WHO["NAME"] not in shown
    assert WHO["EMAIL"] not in shown


def test_dutch_words(tmp_path: Path) -> None:
    desk = started(tmp_path)
    desk.commit("2026-05-18", {"access": text(costs=COSTS)})
    desk.commit("2026-09-25", {"access": text(costs=DEARER, status="advised")})
    done = regie("history", "access", "-C", desk.folder, "--today", "2027-03-01")
    flat = " ".join(done.stdout.split())
    assert "incidenteel, alle jaren € 450.000 → € 520.000 (+€ 70.000)" in flat
    assert "status voorstel → geadviseerd." in flat
    assert "Na de vergadering van Innovatieoverleg, 24 september 2026." in flat
