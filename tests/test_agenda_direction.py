"""Page one says how many decisions are whose, and annex C which lie within a mandate."""

from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

ACCESS = "  access: {name: Toegang, director: partnership, supplier: cooperative}\n"
MANDATE = "  access: {name: Toegang, director: utrecht, mandate: {one_off: 50000, recurring: 10000}}\n"
SMALL = "{one_off: {2027: 50000}, recurring: {2028: 10000}}"
LARGE = "{one_off: {2027: 50001}, recurring: {2028: 1}}"
TRIAL = "{learning_goal: leren, time_box: 2027-Q2, budget_cap: 9, stop_when: nee, decides: lab}"
LAW = "{kind: statutory, basis: Wmebv}"


def small(**keys: str | None) -> str:
    return initiative(**{"domain": "access", "costs": SMALL, **keys})


def agenda(root: Path, files: dict[str, str], language: str = "nl", partnership: str = MANDATE) -> str:
    text = PARTNERSHIP.replace(ACCESS, partnership).replace(
        "bodies:\n", "bodies:\n  lab: {name: Proeftuin, role: decides}\n"
    )
    made = portfolio(root, dict(files), text)
    done = regie("agenda", "2027", "-C", made, "--lang", language)
    assert done.returncode == 0, done.stderr
    return done.stdout


def line(told: str, start: str) -> str:
    return next((each for each in told.splitlines() if each.startswith(start)), "")


ALL = {
    "one": small(title="Een"),
    "two": small(title="Twee"),
    "big": small(title="Groot", costs=LARGE),
    "law": small(title="Wet", costs=LARGE, obligation=LAW),
    "lawful": small(title="Kleine wet", obligation=LAW),
    "trial": small(title="Proef", steering="experimental", experiment=TRIAL),
}


DUTCH = """\
Van 6 besluiten is er één aan u, vallen er 3 binnen een mandaat (bijlage C), beslist Proeftuin over \
één en is er één geen keuze. \
Wat geen keuze is, moet van de wet of een contract: u beslist alleen hoe en wanneer."""
ENGLISH = """\
Of 6 decisions 1 is yours, 3 lie within a mandate (annex C), Proeftuin decides 1 and 1 isn't a choice. \
What isn't a choice is demanded by law or contract: you decide only how and when."""


@pytest.mark.parametrize(("language", "wanted"), [("nl", DUTCH), ("en", ENGLISH)])
def test_every_decision_is_counted_once(tmp_path: Path, language: str, wanted: str) -> None:
    assert wanted in agenda(tmp_path, ALL, language)


def test_the_annex_lists_those_within_a_mandate_with_who_decides(tmp_path: Path) -> None:
    annex = agenda(tmp_path, ALL).split("### Binnen een mandaat")[1]
    rows = [each for each in annex.splitlines() if "| Utrecht | 50.000 | 10.000 | 50.000 en 10.000 |" in each]
    assert {each.split("|")[2].strip() for each in rows} == {"Een", "Twee", "Kleine wet"}


def test_one_decision_is_one(tmp_path: Path) -> None:
    told = agenda(tmp_path, {"one": small()})
    assert line(told, "Van het ene") == "Van het ene besluit valt er één binnen een mandaat (bijlage C)."


def test_without_a_mandate_nothing_is_said(tmp_path: Path) -> None:
    told = agenda(tmp_path, ALL, partnership=ACCESS)
    assert "besluiten is er" not in told
    assert "mandaat" not in told


def test_what_was_decided_is_no_decision_any_more(tmp_path: Path) -> None:
    told = agenda(tmp_path, {"one": small(), "done": small(status="adopted", title="Klaar")})
    assert line(told, "Van het ene").startswith("Van het ene besluit valt er één")


def test_suppliers_are_called_by_their_name(tmp_path: Path) -> None:
    parties = "parties: {maker: {name: De Makers BV, kind: market}}\ndomains:\n"
    told = agenda(
        tmp_path,
        {"one": small()},
        partnership="  access: {name: Toegang, director: directors, supplier: maker}\n",
    )
    assert "| Toegang | Directeuren | maker |" in told
    text = PARTNERSHIP.replace("domains:\n", parties).replace("supplier: cooperative", "supplier: maker")
    root = portfolio(tmp_path / "named", {"one": small()}, text)
    assert "| Toegang | Samenwerkingsverband | De Makers BV |" in regie("agenda", "2027", "-C", root).stdout


@pytest.mark.parametrize(
    ("language", "start", "rest"),
    [
        (
            "nl",
            "Niet te weigeren: nr. 1–3 van de lijst (wettelijk). ",
            "Daarvan valt nr. 3 binnen een mandaat (bijlage C) en is over nr. 1 al besloten.",
        ),
        (
            "en",
            "Can't be refused: no. 1–3 on the list (statutory). ",
            "Of these a mandate covers no. 3 (annex C) and on no. 1 a decision was taken already.",
        ),
    ],
)
def test_what_cannot_be_refused_agrees_with_the_count(
    tmp_path: Path, language: str, start: str, rest: str
) -> None:
    files = {
        "adopted": small(title="Al vast", costs=LARGE, obligation=LAW, status="adopted"),
        "law": small(title="Wet", costs=LARGE, obligation=LAW),
        "lawful": small(title="Zo klein", obligation=LAW),
    }
    told = agenda(tmp_path, files, language)
    assert line(told, start).startswith(start + rest)


def test_what_another_body_must_decide_is_said(tmp_path: Path) -> None:
    files = {
        "law": small(title="Wet", costs=LARGE, obligation=LAW),
        "trial": small(title="Proef", steering="experimental", experiment=TRIAL, obligation=LAW),
    }
    told = agenda(tmp_path, files)
    assert "(wettelijk). Daarvan beslist over nr. 2 een ander overleg." in line(told, "Niet te weigeren")
    assert "Van 2 besluiten beslist Proeftuin over één en is er één geen keuze." in told


def test_the_factsheet_says_which_part_is_for_people(tmp_path: Path) -> None:
    costs = "{one_off: {2027: 30000, 2028: 30000}, people: 10000}"
    told = agenda(tmp_path, {"one": small(costs=costs)})
    assert "| Waarvan opleiding en verandering | € 10.000 (17% van de incidentele kosten) |" in told
