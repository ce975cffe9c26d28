"""``regie why`` explains one initiative with paths and dates."""

import json
from pathlib import Path
from typing import Any

import pytest

from icteregie.analysis.dependencies.edges import predecessors
from tests.desk import EXAMPLE, PARTNERSHIP, initiative, loaded, portfolio, regie


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    """The chain base → middle → top, in which base is ready 91 days too late."""
    files = {
        "base": initiative(period="{start: 2027-Q1, end: 2027-Q2}", title="De basis"),
        "middle": initiative(
            depends_on="[base]", period="{start: 2027-Q2, end: 2027-Q2}", title="Het midden"
        ),
        "top": initiative(
            depends_on="[middle]",
            period="{start: 2027-Q3, end: 2027-Q3}",
            submitted="2026-07-01",
            obligation="{kind: contractual, deadline: 2027-10-31}",
        ),
    }
    return portfolio(tmp_path, files)


def data(name: str, root: Path) -> dict[str, Any]:
    done = regie("why", name, "--format", "json", "-C", root, "--today", "2026-07-15")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_it_gathers_findings_at_the_file_and_findings_that_name_it(chain: Path) -> None:
    rules = {
        name: {found["rule"] for found in data(name, chain)["findings"]} for name in ("base", "middle", "top")
    }
    assert rules == {
        "base": {"dependency-too-late", "late-for-deadline"},
        "middle": {"dependency-too-late", "late-for-deadline", "little-slack"},
        "top": {"late-for-deadline", "little-slack"},
    }


def test_it_walks_to_all_it_waits_for(chain: Path) -> None:
    assert data("top", chain)["waits_for"] == [
        {
            "id": "middle",
            "depth": 1,
            "again": False,
            "of": "top",
            "kind": "finish-to-start",
            "status": "proposal",
            "start": "2027-Q2",
            "end": "2027-Q2",
            "foreseen_end": "2027-06-30",
            "ready": "2027-07-01",
            "slack": 0,
        },
        {
            "id": "base",
            "depth": 2,
            "again": False,
            "of": "middle",
            "kind": "finish-to-start",
            "status": "proposal",
            "start": "2027-Q1",
            "end": "2027-Q2",
            "foreseen_end": "2027-06-30",
            "ready": "2027-07-01",
            "slack": -91,
        },
    ]


def test_it_walks_to_all_that_waits_for_it(chain: Path) -> None:
    steps = data("base", chain)["waited_for_by"]
    assert [(step["id"], step["of"], step["depth"], step["slack"]) for step in steps] == [
        ("middle", "base", 1, -91),
        ("top", "middle", 2, 0),
    ]


def test_it_says_when_it_can_be_done_and_what_holds_it_up(chain: Path) -> None:
    assert data("top", chain)["slot"] == {
        "start": "2027-09-30",
        "end": "2027-12-30",
        "days_later_than_asked": 91,
        "held_up_by": ["base", "middle"],
    }


def test_it_says_whether_it_is_in_time(chain: Path) -> None:
    assert data("top", chain)["timing"] == {
        "arrived": "2026-07-01",
        "arrived_by": "carried-over",
        "opened": None,
        "asked": "2026-07-01",
        "received": "2026-07-01",
        "complete": None,
        "former": None,
        "agenda": 2027,
        "punctuality": "in-time",
        "size": "small",
        "lead_time": 99,
        "lead_time_needed": 42,
        "decision": "2026-10-08",
        "dates": {
            "first_estimate": "2026-04-23",
            "intake_closes": "2026-07-01",
            "dossier_closes": "2026-08-27",
            "advice": "2026-09-24",
            "decision": "2026-10-08",
            "late_advice": "2026-10-29",
            "late_decision": "2026-11-12",
        },
    }


def test_text_indents_what_lies_deeper(chain: Path) -> None:
    lines = regie("why", "top", "-C", chain).stdout.splitlines()
    start = lines.index("Hangt af van")
    assert lines[start + 2].startswith("- middle: ")
    assert lines[start + 2].endswith("«middle» is beschikbaar vanaf 1 juli 2027: 0 dagen speling.")
    assert lines[start + 3].startswith("  - base: De basis (voorstel, 2027-Q1 – 2027-Q2).")
    assert lines[start + 3].endswith("«base» is beschikbaar vanaf 1 juli 2027: 91 dagen te laat.")


def test_text_names_the_day_of_a_deadline_as_in_time(chain: Path) -> None:
    lines = regie("why", "top", "-C", chain, "--lang", "en", "--today", "2026-09-24").stdout.splitlines()
    assert "- On the day of the closing of the intake (1 July 2026), which is on time." in lines
    assert "- 57 days before the dossier deadline (27 August 2026)." in lines
    assert "That is because of: base → middle → top." in lines
    assert "99 days until the decision on 8 October 2026; a small initiative needs 42." in lines


def test_what_is_met_twice_is_followed_once(tmp_path: Path) -> None:
    files = {
        "a": initiative(depends_on="[b, c]"),
        "b": initiative(depends_on="[d]"),
        "c": initiative(depends_on="[d]"),
        "d": initiative(depends_on="[e]"),
        "e": initiative(),
    }
    steps = predecessors(loaded(portfolio(tmp_path, files)).portfolio, "a")
    assert [(step.edge.on.id, step.depth, step.is_repeated) for step in steps] == [
        ("b", 1, False),
        ("d", 2, False),
        ("e", 3, False),
        ("c", 1, False),
        ("d", 2, True),
    ]


def test_a_circle_ends_and_is_told(tmp_path: Path) -> None:
    files = {"a": initiative(depends_on="[b]"), "b": initiative(depends_on="[a]")}
    root = portfolio(tmp_path, files)
    told = data("b", root)
    assert [(step["id"], step["again"]) for step in told["waits_for"]] == [("a", False), ("b", True)]
    assert "dependency-cycle" in [found["rule"] for found in told["findings"]]
    assert told["slot"] is None
    assert "kring" in regie("why", "b", "-C", root).stdout


def test_a_long_chain_is_walked_without_end(tmp_path: Path) -> None:
    files = {f"i{n:04d}": initiative(depends_on=f"[i{n - 1:04d}]" if n else None) for n in range(1200)}
    told = data("i1199", portfolio(tmp_path, files))
    assert told["waits_for"][-1]["id"] == "i0000"
    assert told["waits_for"][-1]["depth"] == 1199


def test_a_broken_neighbour_does_not_stop_it(tmp_path: Path) -> None:
    files = {"a": initiative(depends_on="[b]", submitted="2026-07-02"), "b": "title: ["}
    told = data("a", portfolio(tmp_path, files))
    assert told["readable"] is True
    assert told["waits_for"] == []
    assert told["timing"]["punctuality"] == "after-intake"


def test_a_broken_file_still_has_its_findings(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"a": initiative(status="propsal"), "b": initiative()})
    done = regie("why", "a", "-C", root)
    assert done.returncode == 0
    assert "invalid-value" in done.stdout
    assert "initiatives/a.yaml" in done.stderr
    assert data("a", root)["readable"] is False


def test_without_readable_dates_the_rest_is_told(tmp_path: Path) -> None:
    files = {"a": initiative(depends_on="[b]"), "b": initiative()}
    root = portfolio(tmp_path, files, PARTNERSHIP.replace("decision: 2026-10-08", "decision: 2026-10-38"))
    told = data("a", root)
    assert told["timing"] is None
    assert [step["id"] for step in told["waits_for"]] == ["b"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"period": None}, "Niet te bepalen: er is geen periode gevraagd."),
        ({"status": "parked"}, "Niet meer van toepassing: geparkeerd."),
        ({"agenda": None}, "Staat niet op een agenda met datums."),
        ({"submitted": "2026-09-18"}, "maar 20 dagen; voor een klein initiatief zijn er 42 nodig."),
        ({}, "Kan beginnen zoals gevraagd, op 1 januari 2027, en is dan klaar op 30 juni 2027."),
    ],
)
def test_each_case_has_its_own_sentence(tmp_path: Path, changes: dict[str, str | None], said: str) -> None:
    root = portfolio(tmp_path, {"a": initiative(**changes)})
    assert said in regie("why", "a", "-C", root, "--today", "2026-09-24").stdout


def test_an_unknown_id_gets_the_one_that_was_meant(chain: Path) -> None:
    done = regie("why", "midle", "-C", chain)
    assert (done.returncode, done.stdout) == (2, "")
    assert "«middle»" in done.stderr


def test_the_example_explains_its_missed_deadline() -> None:
    told = data("ai-toezicht", EXAMPLE)
    (missed,) = (found for found in told["findings"] if found["rule"] == "late-for-deadline")
    assert missed["values"]["path"] == ["api-ontsluiting", "verwerkingenlogging", "ai-toezicht"]
    assert told["slot"]["held_up_by"] == ["api-ontsluiting", "verwerkingenlogging"]
