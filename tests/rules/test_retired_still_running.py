"""What is retired and still runs: from which day on, where, and what came in its place."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("retired-still-running")
DONE = {
    "status": "done",
    "agenda": "2025",
    "submitted": "2024-05-18",
    "period": "{start: 2025-Q1, end: 2025-12-31}",
}


def landscape(more: str = "", others: str = "") -> str:
    own = f"  brieven: {{product: Oud, components: [letters], stage: in-use{more}}}\n"
    return f"as_of: 2026-09-01\napplications:\n{own}{others}"


def root_of(folder: Path, own: str, **changes: str | None) -> Path:
    done = initiative(**{**DONE, "retires": "[letters]", **changes})
    return portfolio(folder, {"landscape/utrecht.yaml": own, "done": done})


def test_the_day_after_its_end_it_is_reported_at_the_stage(tmp_path: Path) -> None:
    root = root_of(tmp_path, landscape())
    assert RULE.places(root, date(2025, 12, 31)) == []
    finding = RULE.finding(root, date(2026, 1, 1))
    assert (finding.place.file, finding.place.line, text_at(finding)) == (
        "landscape/utrecht.yaml",
        3,
        "in-use",
    )
    assert finding.values == {
        "id": "utrecht/brieven",
        "product": "Oud",
        "by": "done",
        "end": date(2025, 12, 31),
    }


def test_a_contract_that_ends_later_is_waited_for(tmp_path: Path) -> None:
    root = root_of(tmp_path, landscape(", contract: {end: 2026-03-31}"))
    assert RULE.places(root, date(2026, 3, 31)) == []
    assert RULE.finding(root, date(2026, 4, 1)).values["end"] == date(2026, 3, 31)


def test_a_contract_that_renews_is_named(tmp_path: Path) -> None:
    root = root_of(tmp_path, landscape(", contract: {end: 2025-03-31, renews: 1 year}"))
    assert RULE.places(root, date(2026, 3, 31)) == []
    assert RULE.finding(root, date(2026, 4, 1)).wording == "renews"


def test_what_is_gone_and_what_is_not_done_yet_are_fine(tmp_path: Path) -> None:
    assert RULE.places(root_of(tmp_path / "gone", landscape().replace("in-use", "gone"))) == []
    assert RULE.places(root_of(tmp_path / "runs", landscape(), status="running")) == []


def test_what_ends_still_runs(tmp_path: Path) -> None:
    assert text_at(RULE.finding(root_of(tmp_path, landscape().replace("in-use", "ending")))) == "ending"


def test_an_application_is_reported_once_by_its_name_or_its_component(tmp_path: Path) -> None:
    root = root_of(tmp_path, landscape(), retires="[utrecht/brieven, letters]")
    assert RULE.finding(root).values["by"] == "done"


NEW = "  nieuw: {product: Nieuw, components: [letters], stage: in-use}\n"


@pytest.mark.parametrize(
    "own",
    [
        landscape(others=NEW).replace("stage: in-use}", "stage: gone}", 1),
        f"as_of: 2026-09-01\napplications:\n{NEW}",
    ],
)
def test_what_came_in_its_place_is_not_what_it_retires(tmp_path: Path, own: str) -> None:
    adds = None if "gone" in own else "[{product: nieuw, components: [letters]}]"
    assert RULE.places(root_of(tmp_path, own, adds=adds)) == []


def test_by_its_name_it_is_reported_whatever_else_is_gone(tmp_path: Path) -> None:
    own = landscape(others="  weg: {product: Weg, components: [letters], stage: gone}\n")
    assert RULE.finding(root_of(tmp_path, own, retires="[utrecht/brieven]")).values["id"] == "utrecht/brieven"
