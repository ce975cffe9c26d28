"""A shortage with reservations: the item says which combinations it counts, and the tables show both."""

import re
from html import unescape
from pathlib import Path

import pytest

from icteregie.portfolio.partnership import Language
from tests import desk
from tests.test_agenda import table
from tests.test_page_one import LANGUAGES, LATE, amounts, page, spent, view

ASKED = {"nl": "Gevraagd na de keuzes", "en": "Requested after the choices"}
COMBINATIONS = {"nl": r"(\d+) van de (\d+) combinaties", "en": r"(\d+) of the (\d+) combinations"}


def late(amount: int, **changes: str) -> str:
    return spent(amount, submitted="2026-09-01", late=LATE, **changes)


def item(document: str, words: str) -> str:
    """Give the numbered decision that has these words."""
    (line,) = (one for one in document.splitlines() if re.match(r"\d+\. ", one) and words in one)
    return line


@pytest.fixture(name="short", scope="module")
def _short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an agenda that is short in one of two ways, and with what came late in three of four."""
    files = {"a": spent(5_500_000, alternative_to="[b]"), "b": spent(6_200_000), "laat": late(600_000)}
    return desk.portfolio(tmp_path_factory.mktemp("short"), files)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_item_counts_both_sets_of_combinations(short: Path, language: Language) -> None:
    words = {"nl": "incidentele budget", "en": "one-off budget"}[language]
    said = item(page(short, "--lang", language), words)
    assert re.findall(COMBINATIONS[language], said) == [("1", "2"), ("3", "4")]
    apart = {"nl": "Reserveringen zijn daarin niet meegeteld", "en": "Reservations aren't counted in this"}
    assert apart[language] in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_what_is_asked_without_the_reservation(short: Path, language: Language) -> None:
    rows = table(page(short, "--lang", language), "", ASKED[language])
    assert [(amounts(row[1]), amounts(row[3])) for row in rows[:2]] == [
        ((5_500_000, 6_800_000), (-800_000, 500_000)),
        ((5_500_000, 6_200_000), (-200_000, 500_000)),
    ]
    assert {"nl": "zonder reserveringen", "en": "reservations not counted"}[language] in rows[1][0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_table_1_says_over_how_many_combinations_its_columns_are(short: Path, language: Language) -> None:
    said = {
        "nl": "over alle 4 combinaties van de keuzes. *Nieuw, incidenteel* en *Nieuw, structureel* "
        "zijn zonder de reserveringen, dus over 2 combinaties.",
        "en": "over all 4 combinations of the choices. *New, one-off* and *New, recurring* "
        "are without the reservations, so over 2 combinations.",
    }
    assert said[language] in page(short, "--lang", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_the_first_decision_there_is_one_set(short: Path, language: Language) -> None:
    document = page(short, "--lang", language, "--today", "2026-10-09")
    words = {"nl": "incidentele budget", "en": "one-off budget"}[language]
    assert re.findall(COMBINATIONS[language], item(document, words)) == [("3", "4")]
    assert not re.search("reserv", document, re.IGNORECASE)


@pytest.mark.parametrize(
    ("hours", "also"),
    [("0", "reserved-hours-same"), ("50", "reserved-hours-always")],
)
def test_hours_that_are_short_anyway_say_what_the_reservation_adds(
    tmp_path: Path, hours: str, also: str
) -> None:
    files = {
        "a": spent(1, effort="{platform: {2027-Q1: 2500}}"),
        "laat": late(1, effort=f"{{platform: {{2027-Q1: {hours}}}}}"),
    }
    (found,) = (d for d in view(desk.portfolio(tmp_path, files)).decisions if d.name.startswith("short-"))
    assert [(one.name, one.values["excess"]) for one in found.also] == [(also, 100 + int(hours))]


def test_without_reservations_nothing_is_added(tmp_path: Path) -> None:
    files = {"a": spent(5_500_000, alternative_to="[b]"), "b": spent(6_200_000)}
    (found,) = (d for d in view(desk.portfolio(tmp_path, files)).decisions if d.name.startswith("short-"))
    assert (found.name, found.also) == ("short-one-off-sometimes", ())


def test_the_page_says_the_same_as_the_agenda(short: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    done = desk.regie(
        "site", "-C", short, "--year", "2027", "--today", "2026-09-24", "--lang", "en", "-o", out
    )
    assert done.returncode == 0
    text = unescape(re.sub(r"<[^>]+>", "", out.read_text(encoding="utf-8"))).replace("\xa0", " ")
    assert "it remains in 1 of the 2 combinations of the choices. Reservations aren't counted" in text
    assert "with them it remains in 3 of the 4 combinations." in text
