"""How old a landscape may be, and what its days say of each other."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, TODAY, initiative, portfolio
from tests.rules.single import SingleRule, text_at

STALE = SingleRule("stale-landscape")
FUTURE = SingleRule("landscape-in-the-future")
UTRECHT = "landscape/utrecht.yaml"
ACCESS = {"access": initiative()}


def landscape(as_of: date, imported: date | None = None) -> str:
    row = "product: Zaakwijs, components: [], stage: in-use"
    day = f", imported: {imported}" if imported else ""
    return f"as_of: {as_of}\napplications:\n  zaaksysteem: {{{row}{day}}}\n"


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_exactly_as_many_days_is_fine(tmp_path: Path) -> None:
    assert STALE.findings(portfolio(tmp_path, {**ACCESS, UTRECHT: landscape(ago(365))})) == []


def test_a_day_more_is_reported_at_the_day(tmp_path: Path) -> None:
    finding = STALE.finding(portfolio(tmp_path, {**ACCESS, UTRECHT: landscape(ago(366))}))
    assert (finding.wording, finding.place.line, text_at(finding)) == ("", 1, "2025-09-23")
    assert finding.values == {"member": "Utrecht", "as_of": ago(366), "count": 366, "most": 365}


def test_the_threshold_is_that_of_the_partnership(tmp_path: Path) -> None:
    partnership = f"{PARTNERSHIP}thresholds: {{stale_landscape: 30}}\n"
    root = portfolio(tmp_path, {**ACCESS, UTRECHT: landscape(ago(31))}, partnership)
    assert STALE.finding(root).values["most"] == 30


def test_each_part_of_a_landscape_is_judged_by_itself(tmp_path: Path) -> None:
    files = {
        **ACCESS,
        "landscape/utrecht/social.yaml": landscape(ago(400)),
        "landscape/utrecht/space.yaml": landscape(ago(1)).replace("zaaksysteem", "kaarten"),
    }
    assert STALE.finding(portfolio(tmp_path, files)).place.file == "landscape/utrecht/social.yaml"


def test_a_part_is_of_its_member(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {**ACCESS, "landscape/utrecht/social.yaml": landscape(ago(400))})
    assert STALE.finding(root).values["member"] == "Utrecht"


@pytest.mark.parametrize(
    ("as_of", "imported", "wording"),
    [
        (ago(10), ago(10), None),
        (ago(10), ago(11), None),
        (ago(10), ago(9), "imported"),
        (ago(400), ago(365), "imported"),
        (ago(400), ago(366), ""),
        (ago(10), TODAY, "imported"),
        (ago(10), ago(-1), None),
    ],
)
def test_an_import_after_the_day(tmp_path: Path, as_of: date, imported: date, wording: str | None) -> None:
    findings = STALE.findings(portfolio(tmp_path, {**ACCESS, UTRECHT: landscape(as_of, imported)}))
    assert [(f.wording, f.place.line) for f in findings] == ([] if wording is None else [(wording, 1)])


def test_a_row_that_cannot_be_read_leaves_the_age(tmp_path: Path) -> None:
    broken = landscape(ago(366)).replace("stage: in-use", "stage: never")
    finding = next(
        f for f in STALE.findings(portfolio(tmp_path, {**ACCESS, UTRECHT: broken})) if f.rule == STALE.name
    )
    assert (finding.wording, finding.place.line) == ("", 1)


def test_today_is_fine(tmp_path: Path) -> None:
    assert FUTURE.findings(portfolio(tmp_path, {**ACCESS, UTRECHT: landscape(TODAY, TODAY)})) == []


def test_tomorrow_is_reported(tmp_path: Path) -> None:
    finding = FUTURE.finding(portfolio(tmp_path, {**ACCESS, UTRECHT: landscape(ago(-1))}))
    assert (finding.wording, text_at(finding)) == ("", "2026-09-25")
    assert finding.values == {"member": "Utrecht", "day": ago(-1), "today": TODAY}


def test_an_import_of_tomorrow_is_reported(tmp_path: Path) -> None:
    finding = FUTURE.finding(portfolio(tmp_path, {**ACCESS, UTRECHT: landscape(TODAY, ago(-1))}))
    assert (finding.wording, finding.place.line, text_at(finding)) == ("imported", 3, "2026-09-25")
