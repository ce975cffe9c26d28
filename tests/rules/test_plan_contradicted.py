"""The landscape and the initiatives on one future: participation, standing, and the day of a renewal."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("plan-contradicted")
UTRECHT = "landscape/utrecht.yaml"


def application(**keys: str) -> str:
    written = {"product": "Zaakwijs", "components": "[letters]", "stage": "in-use", **keys}
    rows = "".join(f"    {key}: {value}\n" for key, value in written.items())
    return f"as_of: 2026-09-01\napplications:\n  zaaksysteem:\n{rows}"


def reported(root: Path) -> list[tuple[str, str, str]]:
    return [(f.wording, f.place.file, text_at(f)) for f in RULE.findings(root)]


@pytest.mark.parametrize(
    ("stage", "changes", "wording"),
    [
        ("in-use", {}, None),
        ("in-use", {"participants": "[amsterdam, rotterdam]", "submitter": "amsterdam"}, ""),
        ("gone", {"participants": "[amsterdam, rotterdam]", "submitter": "amsterdam"}, None),
        ("in-use", {"status": "rejected"}, "given-up"),
        ("in-use", {"status": "stopped"}, "given-up"),
        ("planned", {"status": "parked"}, "given-up"),
        ("gone", {"status": "stopped"}, None),
        ("in-use", {"status": "done"}, None),
        ("planned", {"status": "done"}, "done-planned"),
        ("planned", {"status": "running"}, None),
        ("ending", {"status": "done"}, "done-ending"),
        ("ending", {"status": "done", "retires": "[letters]"}, None),
        ("ending", {"status": "done", "retires": "[utrecht/zaaksysteem]"}, None),
        ("ending", {"status": "done", "retires": "[identity]"}, "done-ending"),
        ("ending", {"status": "idea", "agenda": None}, None),
    ],
)
def test_the_initiative_that_it_names(
    tmp_path: Path, stage: str, changes: dict[str, str | None], wording: str | None
) -> None:
    files = {UTRECHT: application(stage=stage, initiative="access"), "access": initiative(**changes)}
    assert reported(portfolio(tmp_path, files)) == (
        [(wording, UTRECHT, "access")] if wording is not None else []
    )


def test_who_takes_part_is_said_by_name(tmp_path: Path) -> None:
    one = initiative(participants="[amsterdam, rotterdam]", submitter="amsterdam")
    finding = RULE.finding(portfolio(tmp_path, {UTRECHT: application(initiative="access"), "access": one}))
    assert finding.values == {"id": "utrecht/zaaksysteem", "initiative": "access", "member": "Utrecht"}


def test_an_unknown_initiative_is_no_contradiction(tmp_path: Path) -> None:
    files = {UTRECHT: application(initiative="nothing"), "access": initiative()}
    assert [wording for wording, *_ in reported(portfolio(tmp_path, files))] == []


RENEWED = "{end: 2027-06-30, decided: renew, because: Nog een jaar}"
NOTHING: list[tuple[str, str, str]] = []
BY_THEN = [("renewed", UTRECHT, "renew")]
GONE = [("gone", "initiatives/access.yaml", "utrecht/zaaksysteem")]


@pytest.mark.parametrize(
    ("end", "changes", "found"),
    [
        ("2027-06-30", {}, BY_THEN),
        ("2027-07-01", {}, NOTHING),
        ("2027-Q2", {"status": "idea"}, NOTHING),
        ("2027-Q2", {"status": "parked"}, NOTHING),
        ("2027-Q2", {"status": "advised"}, BY_THEN),
        ("2027-Q2", {"retires": "[identity]"}, NOTHING),
        ("2027-Q2", {"retires": "[utrecht/zaaksysteem]"}, BY_THEN),
        ("2027-Q2", {"participants": "[amsterdam, rotterdam]", "submitter": "amsterdam"}, NOTHING),
    ],
)
def test_renewed_while_it_is_retired_by_then(
    tmp_path: Path, end: str, changes: dict[str, str], found: list[tuple[str, str, str]]
) -> None:
    keys = {"retires": "[letters]", "period": f"{{start: 2027-Q1, end: {end}}}", **changes}
    files = {UTRECHT: application(contract=RENEWED), "access": initiative(**keys)}
    assert reported(portfolio(tmp_path, files)) == found


def test_the_first_that_retires_it_is_named(tmp_path: Path) -> None:
    files = {
        UTRECHT: application(contract=RENEWED),
        "access": initiative(retires="[letters]"),
        "brieven": initiative(retires="[letters]", period="{start: 2027-Q1, end: 2027-Q1}"),
    }
    assert RULE.finding(portfolio(tmp_path, files)).values["initiative"] == "brieven"


@pytest.mark.parametrize(
    ("stage", "status", "found"),
    [
        ("gone", "proposal", GONE),
        ("gone", "advised", GONE),
        ("gone", "running", NOTHING),
        ("gone", "done", NOTHING),
        ("gone", "parked", NOTHING),
        ("ending", "proposal", NOTHING),
    ],
)
def test_asking_to_retire_what_is_gone(
    tmp_path: Path, stage: str, status: str, found: list[tuple[str, str, str]]
) -> None:
    one = initiative(status=status, retires="[utrecht/zaaksysteem]")
    files = {UTRECHT: application(stage=stage), "access": one}
    assert reported(portfolio(tmp_path, files)) == found
