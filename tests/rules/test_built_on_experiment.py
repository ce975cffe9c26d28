"""Who may build on an experiment."""

from pathlib import Path

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("built-on-experiment")


def test_an_experiment_may_build_on_an_experiment(tmp_path: Path) -> None:
    files = {
        "first": initiative(steering="experimental", period=None),
        "waits": initiative(steering="experimental", depends_on="[first]"),
    }
    assert RULE.places(portfolio(tmp_path, files)) == []
