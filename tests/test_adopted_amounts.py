"""What was adopted and reported: amounts by year, steps, and the reasons of a new agreement."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from icteregie.analysis.rag_status import RagStatus, rag_status
from tests.desk import initiative, loaded, portfolio, regie, told

COSTS = "{as_of: 2026-05-01, one_off: {2027: 100, 2028: 50}}"
DAY = date(2027, 6, 1)


def status(root: Path, **keys: str | None) -> RagStatus:
    """Write an initiative that runs, and compare it with its baseline."""
    text = initiative(**{"status": "running", "costs": COSTS, **keys})
    read = loaded(portfolio(root, {"access": text})).portfolio
    found = rag_status(replace(read, day=DAY), read.initiatives["access"])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one_off", "wording", "column"),
    [
        ("{}", "empty", 56),
        ("{20x: 5}", "not-a-year", 57),
        ("{2027: veel}", "not-an-amount", 63),
        ("[5]", "mapping-expected", 56),
        ("12.000", "thousands-separator", 56),
    ],
)
def test_what_is_no_amount_and_no_amount_by_year_is_refused_at_its_place(
    tmp_path: Path, one_off: str, wording: str, column: int
) -> None:
    baseline = f"{{adopted: 2026-10-08, end: 2027-Q2, one_off: {one_off}}}"
    root = portfolio(tmp_path, {"access": initiative(status="running", baseline=baseline)})
    assert told(root) == [("invalid-value", wording, "initiatives/access.yaml", 10, column)]


@pytest.mark.parametrize("one_off", ["150", "{2027: 100, 2028: 50}"])
def test_a_baseline_by_year_counts_as_its_total(tmp_path: Path, one_off: str) -> None:
    found = status(tmp_path, baseline=f"{{adopted: 2026-10-08, end: 2027-Q2, one_off: {one_off}}}")
    assert (found.baseline.one_off, found.cost, found.first.one_off) == (150, 150, "green")


STEP = "{adopted: 2026-10-08, step: Proef, end: 2027-Q1, one_off: 40}"


def test_the_plan_of_all_is_not_compared_with_the_step_that_was_adopted(tmp_path: Path) -> None:
    found = status(tmp_path, baseline=STEP)
    assert (found.first.one_off, found.first.time) == (None, None)


def test_a_report_about_the_step_is(tmp_path: Path) -> None:
    found = status(tmp_path, baseline=STEP, progress="[{date: 2027-04-01, end: 2027-Q2, one_off: 40}]")
    assert (found.first.one_off, found.first.time) == ("green", "red")


REBASELINE = "{date: 2027-05-01, end: 2027-Q4, one_off: 200"
BASELINE = "{adopted: 2026-10-08, end: 2027-Q2, one_off: {2027: 100, 2028: 50}}"


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("reasons: [law, capacity]", "wetswijziging, te weinig mensen"),
        ("reasons: [law], reason: Nieuwe wet", "wetswijziging; Nieuwe wet"),
        ("reason: setbacks", "tegenvallers binnen het project"),
        ("reason: Nieuwe wet", "Nieuwe wet"),
    ],
)
def test_the_reasons_are_shown_in_words(tmp_path: Path, why: str, words: str) -> None:
    text = initiative(status="running", baseline=BASELINE, rebaselines=f"[{REBASELINE}, {why}}}]")
    done = regie("show", "access", "-C", portfolio(tmp_path, {"access": text}))
    assert (done.returncode, words in done.stdout) == (0, True)


def test_a_reason_that_is_not_in_the_list_is_refused(tmp_path: Path) -> None:
    text = initiative(status="running", baseline=BASELINE, rebaselines=f"[{REBASELINE}, reasons: [wet]}}]")
    root = portfolio(tmp_path, {"access": text})
    assert told(root) == [("invalid-value", "choice", "initiatives/access.yaml", 11, 72)]


def test_the_step_and_the_total_of_its_baseline_are_shown(tmp_path: Path) -> None:
    steps = "[{name: Proef, end: 2027-Q1, one_off: {2026: 10, 2027: 30}}]"
    text = initiative(status="running", baseline=STEP, steps=steps)
    said = regie("show", "access", "--lang", "en", "-C", portfolio(tmp_path, {"access": text})).stdout
    assert "adopted (Proef)" in said
    assert "€ 40" in said or "€40" in said
