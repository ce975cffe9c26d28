"""The two colours: what is foreseen against the first baseline, and against the agreement in force."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from icteregie.analysis.rag_status import Agreement, Colours, RagStatus, agreement_in_force, rag_status
from icteregie.portfolio.period import moment
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio

CALENDAR = PARTNERSHIP.replace(
    "  - {body: directors, date: 2026-10-08}\n",
    "  - {body: directors, date: 2026-10-08}\n  - {body: innovation-board, date: 2027-03-04}\n"
    "  - {body: directors, date: 2027-03-11}\n  - {body: directors, date: 2027-04-08}\n",
)
LATER = date(2027, 5, 1)
BASELINE = "{adopted: 2026-10-08, end: 2027-04-10, one_off: 100000, recurring: 10000}"
FIRST = Agreement(
    date(2026, 10, 8),
    moment("2027-04-10"),
    100_000,
    10_000,
    keys={
        "end": ("baseline", "end"),
        "one_off": ("baseline", "one_off"),
        "recurring": ("baseline", "recurring"),
    },
)
MARCH = "{date: 2027-03-11, end: 2027-07-19, one_off: 200000, recurring: 20000}"
APRIL = "{date: 2027-04-08, end: 2027-12-31, one_off: 300000}"


def decided(promise: str, name: str = "loopt") -> str:
    """Write a list on which the directors made a new agreement."""
    return f"decisions: [{{initiatives: [{name}], decision: rebaseline, {promise}}}]\n"


MARCH_LIST = decided("end: 2027-07-19, one_off: 200000, recurring: 20000")
APRIL_LIST = decided("end: 2027-12-31, one_off: 300000")


def lists(**by_day: str) -> dict[str, str]:
    days = {
        "march": "2027-03-11-directors",
        "april": "2027-04-08-directors",
        "board": "2027-03-04-innovation-board",
    }
    return {f"decisions/{days[name]}.yaml": text for name, text in by_day.items()}


def agreement(
    root: Path, files: dict[str, str], day: date | None = LATER, **keys: str | None
) -> Agreement | None:
    text = initiative(**{"status": "running", "baseline": BASELINE, **keys})
    read = loaded(portfolio(root, {"loopt": text, **files}, CALENDAR)).portfolio
    return agreement_in_force(replace(read, day=day), read.initiatives["loopt"])


def terms(found: Agreement | None) -> tuple[object, ...]:
    assert found is not None
    return found.since, found.end.text, found.one_off, found.recurring, found.source


def status(root: Path, files: dict[str, str], **keys: str | None) -> RagStatus:
    """Colour a project of 100 days and 100,000 euros, from 1 January to 10 April 2027."""
    period = "{start: 2027-01-01, end: 2027-04-10}"
    text = initiative(**{"status": "running", "baseline": BASELINE, "period": period, **keys})
    read = loaded(portfolio(root, {"loopt": text, **files}, CALENDAR)).portfolio
    found = rag_status(replace(read, day=date(2027, 4, 10)), read.initiatives["loopt"])
    assert found is not None
    return found


def test_without_a_new_agreement_the_first_baseline_is_in_force(tmp_path: Path) -> None:
    assert agreement(tmp_path, {}) == FIRST


def test_a_rebaseline_on_which_the_directors_decided_is_in_force(tmp_path: Path) -> None:
    found = agreement(tmp_path, lists(march=MARCH_LIST), rebaselines=f"[{MARCH}]")
    assert terms(found) == (date(2027, 3, 11), "2027-07-19", 200_000, 20_000, "rebaseline")
    assert found is not None
    assert found.keys["one_off"] == ("rebaselines", 0, "one_off")


def test_a_rebaseline_without_a_decision_moves_nothing(tmp_path: Path) -> None:
    assert agreement(tmp_path, {}, rebaselines=f"[{MARCH}]") == FIRST


def test_a_rebaseline_of_another_day_than_the_decision_moves_nothing(tmp_path: Path) -> None:
    files = lists(march=MARCH_LIST)
    assert agreement(tmp_path, files, rebaselines=f"[{MARCH.replace('03-11', '03-12')}]") == FIRST


def test_who_only_advises_makes_no_agreement(tmp_path: Path) -> None:
    files = lists(board=MARCH_LIST)
    assert agreement(tmp_path, files, rebaselines=f"[{MARCH.replace('03-11', '03-04')}]") == FIRST


def test_a_list_of_a_day_without_a_meeting_makes_no_agreement(tmp_path: Path) -> None:
    files = {"decisions/2027-03-12-directors.yaml": MARCH_LIST}
    assert agreement(tmp_path, files, rebaselines=f"[{MARCH.replace('03-11', '03-12')}]") == FIRST


@pytest.mark.parametrize(
    ("day", "source"), [(date(2027, 3, 10), "baseline"), (date(2027, 3, 11), "rebaseline")]
)
def test_an_agreement_is_in_force_from_the_day_of_its_decision(
    tmp_path: Path, day: date, source: str
) -> None:
    found = agreement(tmp_path, lists(march=MARCH_LIST), day, rebaselines=f"[{MARCH}]")
    assert found is not None
    assert found.source == source


def test_the_latest_agreement_counts_whatever_the_order_in_the_file(tmp_path: Path) -> None:
    files = lists(march=MARCH_LIST, april=APRIL_LIST)
    found = agreement(tmp_path, files, rebaselines=f"[{APRIL}, {MARCH}]")
    assert found is not None
    assert (found.since, found.one_off) == (date(2027, 4, 8), 300_000)


def test_what_a_new_agreement_does_not_give_is_as_agreed_before(tmp_path: Path) -> None:
    files = lists(march=MARCH_LIST, april=APRIL_LIST)
    found = agreement(tmp_path / "both", files, rebaselines=f"[{MARCH}, {APRIL}]")
    assert found is not None
    assert (found.recurring, found.keys["recurring"]) == (20_000, ("rebaselines", 0, "recurring"))
    alone = agreement(tmp_path / "alone", lists(april=APRIL_LIST), rebaselines=f"[{APRIL}]")
    assert alone is not None
    assert (alone.recurring, alone.keys["recurring"]) == (10_000, ("baseline", "recurring"))


def test_what_was_decided_counts_and_not_what_the_file_makes_of_it(tmp_path: Path) -> None:
    files = lists(march=MARCH_LIST)
    found = agreement(tmp_path, files, rebaselines=f"[{MARCH.replace('200000', '900000')}]")
    assert found is not None
    assert found.one_off == 200_000


def test_a_decision_on_a_former_id_counts(tmp_path: Path) -> None:
    files = lists(march=decided("end: 2027-07-19, one_off: 200000", "liep"))
    found = agreement(tmp_path, files, rebaselines=f"[{MARCH}]", formerly="[liep]")
    assert found is not None
    assert found.source == "rebaseline"


def test_without_a_baseline_nothing_was_agreed(tmp_path: Path) -> None:
    assert agreement(tmp_path, lists(march=MARCH_LIST), baseline=None, rebaselines=f"[{MARCH}]") is None


@pytest.mark.parametrize(
    ("report", "agreed"),
    [
        ("end: 2027-08-08, one_off: 220000, recurring: 22000", Colours("green", "green", "green")),
        ("end: 2027-08-09, one_off: 220001, recurring: 22001", Colours("amber", "amber", "amber")),
        ("end: 2027-08-28, one_off: 240000, recurring: 24000", Colours("amber", "amber", "amber")),
        ("end: 2027-08-29, one_off: 240001, recurring: 24001", Colours("red", "red", "red")),
    ],
)
def test_the_agreement_in_force_colours_beside_the_first_baseline(
    tmp_path: Path, report: str, agreed: Colours
) -> None:
    found = status(
        tmp_path,
        lists(march=MARCH_LIST),
        rebaselines=f"[{MARCH}]",
        progress=f"[{{date: 2027-04-01, {report}}}]",
    )
    assert found.agreed == agreed
    assert found.first == Colours("red", "red", "red")


def test_a_rebaseline_without_a_decision_is_red_against_both(tmp_path: Path) -> None:
    found = status(tmp_path, {}, rebaselines=f"[{MARCH}]")
    assert (found.first, found.agreed) == (Colours("red", "red", "red"), Colours("red", "red", "red"))


def test_the_worse_of_one_off_and_recurring_is_the_colour_of_cost() -> None:
    assert Colours("green", "red", None).cost == "red"
    assert Colours("amber", None, None).cost == "amber"
    assert Colours(None, None, "red").cost is None
