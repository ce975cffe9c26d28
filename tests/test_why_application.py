"""``regie why`` of one application: its findings, its deadlines, and who answers them."""

import json
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie


def application(*keys: str, stage: str = "in-use") -> str:
    rows = "".join(f"    {key}\n" for key in ("product: Zaakwijs", "components: [letters]", *keys))
    other = "  ander: {product: Anders, components: [], stage: planned, users: 3}\n"
    return f"as_of: 2026-09-01\napplications:\n  zaaksysteem:\n{rows}    stage: {stage}\n{other}"


def explained(root: Path, *words: str, name: str = "utrecht/zaaksysteem") -> str:
    done = regie("why", name, *words, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    return " ".join(done.stdout.split())


def desk(tmp_path: Path, *keys: str, stage: str = "in-use", **initiatives: str) -> Path:
    files = {"landscape/utrecht.yaml": application(*keys, stage=stage), "access": initiative(), **initiatives}
    return portfolio(tmp_path, files)


CONTRACT = "contract: {end: 2028-12-31, notice: 6 months}"


def test_a_contract_with_its_last_days(tmp_path: Path) -> None:
    text = explained(desk(tmp_path, CONTRACT))
    assert (
        "Het contract loopt tot en met 31 december 2028, en is op te zeggen tot en met 30 juni 2028." in text
    )
    assert "Geen enkel initiatief noemt deze applicatie of haar componenten." in text


def test_a_missed_notice_day_prolonged_it(tmp_path: Path) -> None:
    text = explained(desk(tmp_path, "contract: {end: 2026-12-31, notice: 6 months, renews: 1 year}"))
    assert "loopt tot en met 31 december 2027, en is op te zeggen tot en met 30 juni 2027." in text
    assert "Op 30 juni 2026 is niet opgezegd: het contract is daardoor verlengd." in text


def test_what_is_far_away_says_from_when_it_is_reported(tmp_path: Path) -> None:
    text = explained(desk(tmp_path, "contract: {end: 2035-12-31, notice: 6 months}"))
    assert "Dat is nog niet dichtbij: het wordt gemeld vanaf" in text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"retires": "[letters]"}, "«retires» is op 30 juni 2027 klaar: op tijd."),
        (
            {"retires": "[utrecht/zaaksysteem]", "period": "{start: 2027-Q1, end: 2028-Q3}"},
            "«retires» is pas op 30 september 2028 klaar: te laat.",
        ),
        ({"retires": "[letters]", "status": "parked"}, "«retires» noemt het, maar dat is nog geen antwoord"),
    ],
)
def test_who_answers_it(tmp_path: Path, changes: dict[str, str], said: str) -> None:
    assert said in explained(desk(tmp_path, CONTRACT, retires=initiative(**changes)))


def test_what_was_decided(tmp_path: Path) -> None:
    decided = "contract: {end: 2028-12-31, decided: renew, because: Goed pakket}"
    assert "Besloten is: verlengen. Goed pakket" in explained(desk(tmp_path, decided))


def test_a_contract_that_is_over(tmp_path: Path) -> None:
    text = explained(desk(tmp_path, "contract: {end: 2025-12-31}"))
    assert "Het contract eindigde op 31 december 2025, en de applicatie is nog in gebruik." in text
    assert "[contract-ended]" in text


def test_the_end_of_support(tmp_path: Path) -> None:
    assert "Deze versie wordt ondersteund tot en met 9 oktober 2029." in explained(
        desk(tmp_path, "support_until: 2029-10-09")
    )


def test_without_a_contract_that_is_said(tmp_path: Path) -> None:
    assert "Er staat geen contract bij" in explained(desk(tmp_path))


def test_what_is_not_in_use_has_no_deadline(tmp_path: Path) -> None:
    assert "deze applicatie is dat niet (gepland)" in explained(desk(tmp_path, stage="planned"))


def test_a_finding_is_of_the_application_at_its_lines(tmp_path: Path) -> None:
    root = desk(tmp_path)
    assert "[stage-contradicted]" not in explained(root)
    assert "[stage-contradicted]" in explained(root, name="utrecht/ander")


def test_in_english(tmp_path: Path) -> None:
    text = explained(desk(tmp_path, CONTRACT), "--lang", "en")
    assert "The contract runs until 31 December 2028, and notice can be given until 30 June 2028." in text


def test_programs_get_the_same(tmp_path: Path) -> None:
    root = desk(tmp_path, CONTRACT, retires=initiative(retires="[letters]"))
    data = json.loads(explained(root, "--format", "json"))
    (deadline,) = data["deadlines"]
    assert (data["id"], deadline["kind"], deadline["deadline"]) == (
        "utrecht/zaaksysteem",
        "contract",
        "2028-06-30",
    )
    assert (deadline["answered"], deadline["answers"]) == (
        True,
        [{"id": "retires", "verdict": "in-time", "end": "2027-06-30"}],
    )


def test_an_application_that_nobody_has(tmp_path: Path) -> None:
    done = regie("why", "utrecht/zaaksystem", cwd=desk(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Bedoel je «utrecht/zaaksysteem»?" in done.stderr
