"""Show and why say which ambitions hang on an initiative, and whether it is late for them."""

import json
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie

ENDS = "{start: 2027-Q1, end: 2027-Q4}"


def made(root: Path, by: str | None, **changes: str | None) -> Path:
    until = f", by: {by}" if by else ""
    wanted = f"as_of: 2026-09-01\nambitions:\n  loket: {{title: Loket{until}}}\n"
    named = {"ambitions": "[utrecht/loket]", "period": ENDS, **changes}
    return portfolio(root, {"ambitions/utrecht.yaml": wanted, "access": initiative(**named)})


def said(command: str, root: Path, language: str = "nl") -> str:
    done = regie(command, "access", "-C", root, "--today", "2026-09-24", "--lang", language)
    assert done.returncode == 0, done.stderr
    return done.stdout


def row(told: str) -> list[str]:
    return next(line for line in told.splitlines() if line.startswith("Loket")).split("  ")


@pytest.mark.parametrize(
    ("by", "word"),
    [("2027", "op tijd"), ("2027-12-30", "1 dag te laat"), ("2027-Q3", "92 dagen te laat"), (None, "op weg")],
)
def test_show_names_whose_it_is_by_when_and_whether_it_is_in_time(
    tmp_path: Path, by: str | None, word: str
) -> None:
    cells = [cell.strip() for cell in row(said("show", made(tmp_path, by))) if cell.strip()]
    wanted = {"2027-12-30": "30 dec 2027", "2027-Q3": "Q3 2027"}.get(by or "", by)
    assert cells == [cell for cell in ("Loket", "Utrecht", wanted, word) if cell]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "nl",
            (
                "- Utrecht wil «Loket» uiterlijk 30 december 2027. "
                "Dit is pas klaar op 31 december 2027: 1 dag te laat."
            ),
        ),
        (
            "en",
            "- Utrecht wants «Loket» by 30 December 2027. This only ends on 31 December 2027: 1 day late.",
        ),
    ],
)
def test_why_says_for_which_ambition_it_is_late(tmp_path: Path, language: str, sentence: str) -> None:
    assert sentence in said("why", made(tmp_path, "2027-12-30"), language).splitlines()


def test_the_last_day_itself_is_in_time(tmp_path: Path) -> None:
    wanted = "- Utrecht wil «Loket» uiterlijk 31 december 2027. "
    assert wanted + "Dit is naar verwachting klaar op 31 december 2027: op tijd." in said(
        "why", made(tmp_path, "2027")
    )


@pytest.mark.parametrize(
    ("changes", "service"),
    [
        ({"status": "rejected"}, "not"),
        ({"status": "exploration", "period": None}, "not"),
        ({"status": "proposal", "period": None}, "undated"),
        ({"status": "done"}, "done"),
    ],
)
def test_what_is_no_promise_is_said(tmp_path: Path, changes: dict[str, str | None], service: str) -> None:
    done = regie("why", "access", "-C", made(tmp_path, "2027", **changes), "--format", "json")
    assert json.loads(done.stdout)["ambitions"] == [
        {"id": "utrecht/loket", "service": service, "days_late": 0}
    ]


def test_another_one_in_time_is_said(tmp_path: Path) -> None:
    root = made(tmp_path, "2027-Q3")
    (root / "initiatives/early.yaml").write_text(
        initiative(ambitions="[utrecht/loket]", period="{start: 2027-Q1, end: 2027-Q2}"), "utf-8"
    )
    assert row(said("show", root))[-1].strip() == "92 dagen te laat; een ander initiatief is op tijd"
    assert "92 dagen te laat; een ander initiatief is op tijd." in said("why", root)


def test_an_unknown_id_is_shown_as_it_is(tmp_path: Path) -> None:
    root = made(tmp_path, "2027", ambitions="[utrecht/loket, utrecht/anders]")
    line = next(line for line in said("show", root).splitlines() if line.startswith("Ambities"))
    assert line.split() == ["Ambities", "utrecht/anders"]


def test_without_ambitions_nothing_is_said(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()})
    assert "mbitie" not in said("show", root) + said("why", root)


def test_a_file_with_ambitions_that_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    root = made(tmp_path, "2027")
    (root / "ambitions/utrecht.yaml").write_text("as_of: 2026-09-01\nambitions: [nee]\n", "utf-8")
    assert "Ambities die eraan hangen" not in said("why", root)
    assert "utrecht/loket" in said("show", root)
