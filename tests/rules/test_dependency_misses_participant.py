"""Who takes part in the one and not in the other."""

from pathlib import Path

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("dependency-misses-participant")


def test_one_member_that_is_missing_is_told_in_the_singular(tmp_path: Path) -> None:
    files = {
        "first": initiative(participants="[amsterdam, rotterdam, utrecht]", period=None),
        "waits": initiative(depends_on="[first]"),
    }
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.rule, finding.values["members"], finding.values["count"]) == (
        "dependency-misses-participant",
        ("den-haag",),
        1,
    )
