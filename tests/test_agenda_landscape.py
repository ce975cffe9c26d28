"""The agenda says what comes and goes in the landscape: half a page, and a sentence on page one."""

from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

CASES = PARTNERSHIP.replace(
    "components:\n",
    "components:\n  cases: {name: Zaken, domain: access, target: {product: Zaakwijs, by: 2027}}\n",
)
ENDS = "{start: 2027-Q1, end: 2027-Q4}"


def landscape(*applications: str) -> str:
    own = "".join(
        f"  {name}: {{product: {name}, components: [cases], stage: in-use{more}}}\n"
        for name, _, more in (text.partition(" ") for text in applications)
    )
    return f"as_of: 2026-09-01\napplications:\n{own}"


def agenda(root: Path, files: dict[str, str], language: str = "nl") -> str:
    done = regie("agenda", "2027", "-C", portfolio(root, files, CASES), "--lang", language)
    assert done.returncode == 0, done.stderr
    return done.stdout


def chapter(told: str) -> str:
    """Give the chapter, and nothing when it isn't there."""
    rest = (
        told.partition("### Het applicatielandschap\n\n")[2]
        or told.partition("### The application landscape\n\n")[2]
    )
    return rest.partition("\n\n## 3. ")[0]


def sentence(told: str) -> str:
    """Give what page one says of the landscape."""
    one = told.partition("\n## 1. ")[0]
    starts = ("Na deze agenda", "Met deze agenda", "This agenda")
    return next((line for line in one.splitlines() if line.startswith(starts)), "")


MOVES = {
    "landscape/amsterdam.yaml": landscape(
        "oud , supplier: A, yearly: 300000",
        "ouder , supplier: C, yearly: 100000",
        "oudste , supplier: E, yearly: 100000",
    ),
    "landscape/utrecht.yaml": landscape(
        "anders , supplier: B, yearly: 100000",
        "beter , supplier: F, yearly: 100000",
        "best , supplier: G, yearly: 100000",
        "meer ",
    ),
    "landscape/rotterdam.yaml": landscape("zaakwijs , yearly: 10"),
    "landscape/den-haag.yaml": landscape("nog "),
    "booked": initiative(
        retires="[amsterdam/oud, amsterdam/ouder, amsterdam/oudste]",
        period=ENDS,
        benefits="{booked_on: Zaken}",
        participants="[amsterdam]",
    ),
    "hoped": initiative(
        retires="[utrecht/anders, utrecht/beter, utrecht/best, utrecht/meer]",
        participants="[amsterdam, utrecht]",
        period=ENDS,
        adds="[{product: Zaakwijs, components: [cases], yearly: 200000}]",
    ),
}
DUTCH = """\
Na deze agenda verdwijnen 7 applicaties en komen er 2 bij; dat scheelt vanaf 2028 € 600.000 per jaar. Van de \
€ 800.000 die vervalt is € 500.000 ingeboekt. Van één applicatie daarvan zijn de kosten niet bekend en niet \
meegeteld."""
ENGLISH = """\
This agenda retires 7 applications and adds 2; from 2028 on that saves € 600,000 a year. Of the € 800,000 \
that is no longer paid, € 500,000 is booked. The cost of one of these applications isn't known and \
isn't counted."""


@pytest.mark.parametrize(("language", "words"), [("nl", DUTCH), ("en", ENGLISH)])
def test_page_one_and_the_chapter_say_the_same(tmp_path: Path, language: str, words: str) -> None:
    told = agenda(tmp_path, MOVES, language)
    assert sentence(told) == words
    assert chapter(told).startswith(words)


def test_the_chapter_goes_year_by_year_and_to_each_target(tmp_path: Path) -> None:
    told = chapter(agenda(tmp_path, MOVES))
    assert told.splitlines()[0].endswith(
        "Uitgefaseerd: anders (Utrecht), best (Utrecht), beter (Utrecht), meer (Utrecht), oud (Amsterdam), "
        "ouder (Amsterdam) en oudste (Amsterdam)."
    )
    assert [line for line in told.splitlines() if line.startswith("| 20")] == [
        "| 2027 | 7 | 2 | −5 | € 0 | € 0 | € 0 |",
        "| 2028 | 0 | 0 | 0 | € 800.000 | € 500.000 | € 200.000 |",
    ]
    assert (
        "| Zaken | Zaakwijs (uiterlijk 2027) | Rotterdam | Amsterdam (2027), Utrecht (2027) | Den Haag |"
        in told
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_one_supplier_charges_stays_in_the_landscape(tmp_path: Path, language: str) -> None:
    files = {key: text for key, text in MOVES.items() if key != "hoped"}
    files["booked"] = files["booked"].replace(", amsterdam/oudste", "")
    told = agenda(tmp_path, files, language)
    assert "| 2028 | " in chapter(told)
    assert "400" not in chapter(told) + sentence(told)
    assert (
        "de prijs van één of twee leveranciers" if language == "nl" else "the price of one or two suppliers"
    ) in sentence(told)


ALL_BOOKED = {**MOVES, "hoped": MOVES["hoped"].replace("adds:", "benefits: {booked_on: Zaken}\nadds:")}
NOTHING_ADDED = {**MOVES, "hoped": MOVES["hoped"].replace("200000", "0")}


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (ALL_BOOKED, "Van de € 800.000 die vervalt is alles ingeboekt."),
        (NOTHING_ADDED, "dat scheelt vanaf 2028 € 800.000 per jaar, waarvan € 500.000 is ingeboekt."),
        (
            {**NOTHING_ADDED, "booked": MOVES["booked"].replace("booked_on", "text")},
            "dat scheelt vanaf 2028 € 800.000 per jaar, nog nergens ingeboekt.",
        ),
        (
            {**MOVES, "hoped": MOVES["hoped"].replace("200000", "900000")},
            "dat kost vanaf 2028 € 100.000 per jaar meer.",
        ),
        (
            {**MOVES, "hoped": MOVES["hoped"].replace("200000", "800000")},
            "komen er 2 bij; de kosten per jaar blijven gelijk.",
        ),
    ],
)
def test_what_it_saves_or_costs_is_said(tmp_path: Path, files: dict[str, str], words: str) -> None:
    assert words in sentence(agenda(tmp_path, files))


def test_who_has_no_landscape_is_named(tmp_path: Path) -> None:
    files = {key: text for key, text in MOVES.items() if "rotterdam" not in key}
    assert sentence(agenda(tmp_path, files)).endswith("Niet beoordeeld: Rotterdam (geen landschap).")


def test_without_landscapes_what_is_retired_is_named_and_not_counted(tmp_path: Path) -> None:
    told = agenda(tmp_path, {"gone": initiative(retires="[letters, kcm]")})
    assert chapter(told) == (
        "Deze agenda faseert uit: Brieven en kcm. Hoeveel applicaties dat zijn is niet bekend: "
        "geen enkel lid heeft een landschap."
    )
    assert sentence(told) == ""


def test_an_agenda_that_changes_nothing_says_so(tmp_path: Path) -> None:
    told = agenda(tmp_path, {"landscape/utrecht.yaml": landscape("oud "), "access": initiative()})
    assert chapter(told).startswith("Met deze agenda komt er geen applicatie bij en verdwijnt er geen.")
    assert sentence(told) == ""


def test_without_landscapes_and_without_what_comes_or_goes_there_is_no_chapter(tmp_path: Path) -> None:
    told = agenda(tmp_path, {"access": initiative()})
    assert (chapter(told), sentence(told)) == ("", "")
    assert "applicatielandschap" not in told.lower()
