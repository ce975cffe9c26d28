"""Done while what had to finish first is not: each kind of link, overlaps, and what is over."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("done-before-predecessor")


def pair(root: Path, link: str, status: str = "running", own: str = "done") -> Path:
    """Write one that waits by a link, and what it waits for."""
    files = {
        "access": initiative(status=own, depends_on=f"[{link}]"),
        "first": initiative(title="Eerst dit", status=status),
    }
    return portfolio(root, files)


@pytest.mark.parametrize("status", ["idea", "exploration", "proposal", "adopted", "running", "on-hold"])
def test_what_may_still_finish_is_reported(tmp_path: Path, status: str) -> None:
    finding = RULE.finding(pair(tmp_path, "first", status))
    assert (finding.place.file, finding.place.line) == ("initiatives/access.yaml", 10)
    assert (text_at(finding), finding.values) == ("first", {"id": "access", "on": "first"})


@pytest.mark.parametrize("status", ["done", "stopped", "rejected", "parked"])
def test_what_is_over_is_not(tmp_path: Path, status: str) -> None:
    assert RULE.places(pair(tmp_path, "first", status)) == []


@pytest.mark.parametrize("own", ["proposal", "running", "stopped"])
def test_only_what_is_done_is_judged(tmp_path: Path, own: str) -> None:
    assert RULE.places(pair(tmp_path, "first", own=own)) == []


@pytest.mark.parametrize(
    ("link", "is_reported"),
    [
        ("{id: first, kind: finish-to-start, lag: 2 weeks}", True),
        ("{id: first, kind: finish-to-finish}", True),
        ("{id: first, kind: finish-to-start, lag: -2 weeks}", False),
        ("{id: first, kind: finish-to-start, lag: -1 month}", False),
        ("{id: first, kind: start-to-start}", False),
        ("{id: first, kind: start-to-finish}", False),
    ],
)
def test_only_what_must_finish_first_counts(tmp_path: Path, link: str, is_reported: bool) -> None:  # noqa: FBT001
    assert bool(RULE.places(pair(tmp_path, link))) == is_reported
