"""On which day a contract is over while its application runs, and what is typed then."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.messages.catalogue import LANGUAGES, word
from icteregie.portfolio.partnership import Language
from tests.desk import initiative
from tests.landscape import application, landscape, landscapes
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("contract-ended")
END = date(2026, 12, 31)


def desk(root: Path, contract: str, **keys: str) -> Path:
    return landscapes(root, {"utrecht": landscape(own=application(contract=contract, **keys))})


@pytest.mark.parametrize(("day", "count"), [(END, []), (date(2027, 1, 1), [1]), (date(2027, 1, 11), [11])])
def test_its_last_day_is_fine_and_the_day_after_it_is_over(
    tmp_path: Path, day: date, count: list[int]
) -> None:
    findings = RULE.findings(desk(tmp_path, "{end: 2026-12-31}"), day)
    assert [(one.values["count"], text_at(one)) for one in findings] == [(n, "2026-12-31") for n in count]


@pytest.mark.parametrize(("stage", "is_reported"), [("ending", True), ("planned", False), ("gone", False)])
def test_only_what_runs_is_reported(tmp_path: Path, stage: str, *, is_reported: bool) -> None:
    root = desk(tmp_path, "{end: 2026-12-31}", stage=stage)
    assert bool(RULE.places(root, date(2027, 1, 1))) == is_reported


@pytest.mark.parametrize(
    ("more", "day", "end"),
    [
        ("renews: 1 year", date(2050, 1, 1), None),
        ("renews: 1 year, last: 2027-06-30", date(2027, 6, 30), None),
        ("renews: 1 year, last: 2027-06-30", date(2027, 7, 1), "2027-06-30"),
        ("last: 2027-06-30", date(2027, 1, 1), "2026-12-31"),
        ("renews: 1 year, decided: end, because: Op", date(2027, 1, 1), "2026-12-31"),
        ("renews: 1 year, decided: renew, because: Goed", date(2027, 1, 1), None),
        ("decided: renew, because: Goed", date(2027, 1, 1), "2026-12-31"),
    ],
)
def test_what_renews_goes_on_up_to_its_last_day(
    tmp_path: Path, more: str, day: date, end: str | None
) -> None:
    root = desk(tmp_path, f"{{end: 2026-12-31, {more}}}")
    assert [text_at(one) for one in RULE.findings(root, day)] == ([end] if end else [])


def test_an_initiative_changes_nothing_about_it(tmp_path: Path) -> None:
    own = landscape(own=application(contract="{end: 2026-12-31}"))
    root = landscapes(tmp_path, {"utrecht": own, "access": initiative(components="[identity]")})
    assert RULE.places(root, date(2027, 1, 1)) == [("contract-ended", "", "landscape/utrecht.yaml", 3, 83)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "before", "after"),
    [("end", "2026-12-31", "2028-12-31"), ("stage: gone", "stage: in-use", "stage: gone")],
)
def test_what_is_advised_is_right_once_it_is_typed(
    tmp_path: Path, language: Language, typed: str, before: str, after: str
) -> None:
    root, today = desk(tmp_path, "{end: 2026-12-31}"), date(2027, 1, 1)
    assert typed in word(RULE.finding(root, today), language).help
    path = root / "landscape/utrecht.yaml"
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    assert RULE.places(root, today) == []
