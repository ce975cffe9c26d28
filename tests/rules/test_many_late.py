"""Exactly the share and the number that are not many yet."""

from pathlib import Path

import pytest

from tests.desk import EVERY_RULE, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("many-late")


def many(late: int, in_time: int) -> dict[str, str]:
    """Write this many initiatives after and before the closing of the intake."""
    after = {f"late-{n}": initiative(submitted="2026-07-20", period=None) for n in range(late)}
    return after | {f"early-{n}": initiative(period=None) for n in range(in_time)}


QUIET = f"{EVERY_RULE}rules: {{late-intake: off}}\n"


@pytest.mark.parametrize(("late", "in_time"), [(3, 9), (2, 0)], ids=["exactly a quarter", "only two"])
def test_a_quarter_or_a_few_are_not_many(tmp_path: Path, late: int, in_time: int) -> None:
    assert RULE.places(portfolio(tmp_path, many(late, in_time), QUIET)) == []


def test_more_than_a_quarter_is_many(tmp_path: Path) -> None:
    finding = RULE.finding(portfolio(tmp_path, many(3, 8), QUIET))
    assert (finding.rule, finding.place.file, text_at(finding)) == ("many-late", "regie.yaml", "2026-07-01")
    assert finding.values == {
        "year": 2027,
        "count": 3,
        "all": 11,
        "share": 27,
        "ids": ("late-0", "late-1", "late-2"),
    }
