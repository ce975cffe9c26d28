"""What main had first, the day itself, decisions before and after, and history that isn't there."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.diagnostics.types import Diagnostic
from icteregie.workspace.findings import check
from icteregie.workspace.open import open_portfolio
from tests.desk import portfolio, surroundings
from tests.gitrepo import IN_GIT, Desk, clone, started, text
from tests.rules.single import SingleRule, text_at

CALENDAR = IN_GIT.replace(
    "  - {body: directors, date: 2026-10-08}\n",
    "  - {body: directors, date: 2026-10-08}\n  - {body: directors, date: 2027-02-01}\n"
    "  - {body: directors, date: 2027-01-31}\n",
)
FIRST = "{adopted: 2026-10-08, start: 2027-Q1, end: 2027-Q4, one_off: 100000}"
DEARER = FIRST.replace("100000", "150000")
TODAY = date(2027, 3, 1)


def kept(baseline: str | None, status: str = "running") -> dict[str, str | None]:
    return {"loopt": text(status=status, baseline=baseline)}


def desk_of(folder: Path, *versions: tuple[str, str | None]) -> Desk:
    """Commit the baselines of an initiative on their days."""
    desk = started(folder, partnership=CALENDAR)
    for made, baseline in versions:
        desk.commit(made, kept(baseline))
    return desk


def findings(desk: Desk, today: date = TODAY) -> list[Diagnostic]:
    workspace = open_portfolio(desk.folder, surroundings(desk.home, today))
    return [found for found in check(workspace) if found.rule == "changed-baseline"]


CHANGED = (("2026-10-12", FIRST), ("2027-02-01", DEARER))


def test_another_amount_than_main_had_first_is_reported_at_the_amount(tmp_path: Path) -> None:
    (found,) = findings(desk_of(tmp_path, *CHANGED))
    assert (found.wording, text_at(found)) == ("", "150000")
    assert found.values == {
        "id": "loopt",
        "day": date(2027, 2, 1),
        "key": "one_off",
        "before": "100000",
        "now": "150000",
    }


@pytest.mark.parametrize(
    ("baseline", "wording", "shown"),
    [
        (FIRST.replace("2027-Q4", "2028-Q1"), "", "2028-Q1"),
        (FIRST.replace("2026-10-08", "2026-10-09"), "", "2026-10-09"),
        (FIRST.replace("}", ", recurring: 5}"), "added", "5"),
        (FIRST.replace("start: 2027-Q1, ", ""), "removed", "baseline"),
    ],
)
def test_each_key_is_compared(tmp_path: Path, baseline: str, wording: str, shown: str) -> None:
    (found,) = findings(desk_of(tmp_path, ("2026-10-12", FIRST), ("2027-02-01", baseline)))
    assert (found.wording, text_at(found)) == (wording, shown)


@pytest.mark.parametrize(
    "baseline",
    [
        FIRST,
        FIRST.replace("2027-Q4", "2027-12-31"),
        FIRST.replace("100000", "{2027: 60000, 2028: 40000}"),
    ],
)
def test_the_same_in_other_words_is_fine(tmp_path: Path, baseline: str) -> None:
    assert findings(desk_of(tmp_path, ("2026-10-12", FIRST), ("2027-02-01", baseline))) == []


def test_what_was_changed_and_restored_is_fine(tmp_path: Path) -> None:
    assert findings(desk_of(tmp_path, *CHANGED, ("2027-02-02", FIRST))) == []


def test_a_correction_on_the_first_day_is_the_first(tmp_path: Path) -> None:
    assert findings(desk_of(tmp_path, ("2026-10-12T10:00", FIRST), ("2026-10-12T15:00", DEARER))) == []


def test_the_working_copy_changes_it_today(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, ("2026-10-12", FIRST))
    desk.write(kept(DEARER))
    (found,) = findings(desk)
    assert found.values["day"] == TODAY


@pytest.mark.parametrize(("day", "count"), [("2027-01-31", 1), ("2027-02-01", 0)])
def test_a_decision_of_the_day_of_the_change_or_later_covers_it(tmp_path: Path, day: str, count: int) -> None:
    desk = desk_of(tmp_path, *CHANGED)
    decision = "decisions: [{initiatives: [loopt], decision: continue}]\n"
    desk.write({f"decisions/{day}-directors.yaml": decision})
    assert [found.rule for found in findings(desk)] == ["changed-baseline"] * count


def test_a_proposal_had_no_agreement_yet(tmp_path: Path) -> None:
    desk = started(tmp_path, partnership=CALENDAR)
    desk.commit("2026-09-01", kept(FIRST, "proposal"))
    desk.commit("2026-10-12", kept(DEARER))
    assert findings(desk) == []


def test_a_shallow_clone_does_not_judge(tmp_path: Path) -> None:
    desk = desk_of(tmp_path / "whole", *CHANGED)
    desk.commit("2027-02-20", {"loopt": text(status="running", baseline=DEARER, tags="[x]")})
    assert findings(clone(desk, tmp_path / "shallow", "--depth=2")) == []


def test_without_git_it_is_not_judged(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"loopt": text(status="running", baseline=FIRST)})
    assert SingleRule("changed-baseline").places(root) == []
