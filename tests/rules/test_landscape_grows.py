"""An agenda that adds as many as it retires, one more, and what can't be counted."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("landscape-grows")
ADDS = "[{product: Nieuw, components: [letters]}]"
LANDSCAPE = "as_of: 2026-09-01\napplications:\n"


def landscape(*names: str) -> str:
    """Write a landscape of applications for letters."""
    return LANDSCAPE + "".join(
        f"  {name}: {{product: {name}, components: [letters], stage: in-use}}\n" for name in names
    )


def new(**changes: str | None) -> str:
    """Write an initiative of two members that adds an application at both."""
    return initiative(**{"participants": "[amsterdam, utrecht]", "adds": ADDS, **changes})


def test_as_many_as_it_retires_is_fine(tmp_path: Path) -> None:
    files = {
        "landscape/amsterdam.yaml": landscape("een"),
        "landscape/utrecht.yaml": landscape("twee"),
        "new": new(retires="[letters]"),
    }
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_one_more_is_reported_at_the_agenda(tmp_path: Path) -> None:
    files = {
        "landscape/amsterdam.yaml": landscape("een"),
        "landscape/utrecht.yaml": landscape("twee").replace("letters", "identity"),
        "new": new(retires="[letters]"),
    }
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.wording, finding.place.file, text_at(finding)) == ("", "regie.yaml", "2027")
    assert finding.values == {"year": 2027, "added": 2, "retired": 1, "count": 1, "adding": ("new",)}
    assert [place.file for place in finding.related] == ["initiatives/new.yaml"]


def test_without_landscapes_what_is_only_added_is_counted(tmp_path: Path) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"new": new()}))
    assert (finding.wording, finding.values["count"]) == ("nothing-retired", 2)


@pytest.mark.parametrize("retires", ["[letters]", "[utrecht/een]"])
def test_what_retires_where_nothing_is_known_cannot_be_counted(tmp_path: Path, retires: str) -> None:
    files = {"landscape/amsterdam.yaml": landscape("een"), "new": new(retires=retires)}
    assert RULE.places(portfolio(tmp_path, files)) == []


@pytest.mark.parametrize("change", [{"status": "adopted"}, {"status": "idea"}, {"agenda": "2031"}])
def test_once_all_is_decided_or_nothing_is_asked_it_says_nothing(
    tmp_path: Path, change: dict[str, str]
) -> None:
    assert RULE.places(portfolio(tmp_path, {"new": new(**change)})) == []


def test_with_a_file_that_cannot_be_read_nothing_is_counted(tmp_path: Path) -> None:
    files = {"new": new(), "landscape/utrecht.yaml": "as_of: 2026-09-01\napplications: []\n"}
    assert [place for place in RULE.places(portfolio(tmp_path, files)) if place[0] == RULE.name] == []
