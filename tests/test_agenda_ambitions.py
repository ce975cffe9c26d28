"""The agenda says how much of what members want is carried, and of whom something is amiss."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie

WISHES = """\
as_of: 2026-09-01
ambitions:
  laat: {title: Wens te laat, by: 2027-12-30}
  niet: {title: Wens zonder, by: 2028}
  zelf: {title: Wens zelf, stance: local, because: kan alleen}
"""
OTHER = """\
as_of: 2026-09-01
ambitions:
  goed: {title: Wens goed, by: 2027, conflicts_with: [utrecht/niet]}
"""
ENDS = "{start: 2027-Q1, end: 2027-Q4}"


def agenda(root: Path, files: dict[str, str], language: str = "nl") -> str:
    hangs = [
        name
        for key, name in (("utrecht", "utrecht/laat"), ("amsterdam", "amsterdam/goed"))
        if key in str(files)
    ]
    named = initiative(ambitions=f"[{', '.join(hangs)}]", period=ENDS, title="Toegang")
    done = regie("agenda", "2027", "-C", portfolio(root, {"access": named, **files}), "--lang", language)
    assert done.returncode == 0, done.stderr
    return done.stdout


def section(told: str, start: str) -> str:
    """Give the line that starts so, with the table below it."""
    rest = told.partition(start)[2]
    return start + "\n\n".join(rest.split("\n\n", 2)[:2])


BOTH = {"ambitions/utrecht.yaml": WISHES, "ambitions/amsterdam.yaml": OTHER}
DUTCH = """\
**Wat gemeenten willen.** Van 4 ambities maken initiatieven er 2 waar (1 te laat), alle met deze lijst; \
voor 1 is er geen initiatief. Zelf gedaan: 1. Niet beoordeeld: Rotterdam en Den Haag (geen leesbaar bestand \
met ambities).

| Gemeente | Te laat | Geen initiatief | Gaat niet samen |
|:--|:--|:--|:--|
| Amsterdam | – | – | Wens goed ↔ Utrecht: Wens zonder |
| Utrecht | Wens te laat (uiterlijk 30 dec 2027; *Toegang* is klaar op 31 december 2027) \
| Wens zonder (uiterlijk 2028) | Wens zonder ↔ Amsterdam: Wens goed |"""
ENGLISH = """\
**What members want.** Of 4 ambitions initiatives carry 2 (1 too late), all by this list; \
for 1 there is no initiative. Done alone: 1. Not judged: Rotterdam and Den Haag (no readable file \
with ambitions).

| Member | Too late | No initiative | Can't go together |
|:--|:--|:--|:--|
| Amsterdam | – | – | Wens goed ↔ Utrecht: Wens zonder |
| Utrecht | Wens te laat (by 30 Dec 2027; *Toegang* ends on 31 December 2027) \
| Wens zonder (by 2028) | Wens zonder ↔ Amsterdam: Wens goed |"""


@pytest.mark.parametrize(("language", "wanted"), [("nl", DUTCH), ("en", ENGLISH)])
def test_a_sentence_and_a_small_table(tmp_path: Path, language: str, wanted: str) -> None:
    assert section(agenda(tmp_path, BOTH, language), wanted.partition("** ")[0] + "** ") == wanted


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("{title: Wens, by: 2027}", "een initiatief maakt haar waar."),
        ("{title: Wens, by: 2027-Q3}", "een initiatief maakt haar waar, maar te laat."),
        ("{title: Wens, stance: parked, because: geld}", "ze is geparkeerd."),
    ],
)
def test_one_ambition_is_one(tmp_path: Path, wish: str, said: str) -> None:
    files = {"ambitions/utrecht.yaml": f"as_of: 2026-09-01\nambitions:\n  laat: {wish}\n"}
    assert f"**Wat gemeenten willen.** Zij noemen één ambitie: {said}" in agenda(tmp_path, files)


def test_the_factsheet_says_for_whom_and_whether_it_is_in_time(tmp_path: Path) -> None:
    (row,) = [line for line in agenda(tmp_path, BOTH).splitlines() if line.startswith("| Ambities |")]
    utrecht = "Utrecht: Wens te laat (uiterlijk 30 dec 2027; 1 dag te laat)"
    assert row == f"| Ambities | {utrecht}; Amsterdam: Wens goed (uiterlijk 2027; op tijd) |"


def test_a_title_cannot_break_the_table(tmp_path: Path) -> None:
    wish = 'as_of: 2026-09-01\nambitions:\n  laat: {title: Wens}\n  a: {title: "Wens | <b>", by: 2028}\n'
    told = agenda(tmp_path, {"ambitions/utrecht.yaml": wish})
    assert r"| Utrecht | – | Wens \| \<b\> (uiterlijk 2028) | – |" in told


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_files_with_ambitions_nothing_is_said(tmp_path: Path, language: str) -> None:
    told = agenda(tmp_path, {}, language)
    assert "mbitie" not in told
    assert "mbitions" not in told


@pytest.mark.parametrize(
    ("language", "learned", "scale"),
    [
        ("nl", "| Geleerd van het experiment | Het kan. |", "| Op grotere schaal | nee |"),
        ("en", "| Learned from the experiment | Het kan. |", "| On a larger scale | no |"),
    ],
)
def test_the_factsheet_says_what_an_experiment_taught(
    tmp_path: Path, language: str, learned: str, scale: str
) -> None:
    trial = "{learning_goal: a, time_box: 2027-Q2, budget_cap: 9, stop_when: b, learned: Het kan., scale: no}"
    files = {"proef": initiative(steering="experimental", experiment=trial)}
    lines = agenda(tmp_path, files, language).splitlines()
    assert (learned in lines, scale in lines) == (True, True)
