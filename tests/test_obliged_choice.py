"""What can't be refused is no choice of whether: the route is chosen, or what stays meets the obligation."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.analysis.choices.obliged import obliged
from icteregie.portfolio.partnership import Language
from tests import desk
from tests.test_choices import late, options, small, spent
from tests.test_page_one import LANGUAGES, names, page

CONTRACT = "obligation: {kind: contractual, basis: De dienst eindigt., deadline: 2027-03-31}\n"
LAW = "{kind: statutory, basis: De wet., deadline: 2030-08-02}"


@pytest.mark.parametrize(
    ("obligation", "expected"),
    [
        (CONTRACT, [("on-agenda", ("laat",), ()), ("other-route", (), ("laat",))]),
        (
            CONTRACT.replace("contractual", "choice"),
            [("admitted", ("laat",), ()), ("not-admitted", (), ("laat",))],
        ),
    ],
)
def test_of_a_late_one_that_is_obliged_the_route_is_chosen(
    tmp_path: Path, obligation: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    (choice,) = small(tmp_path, {"a": spent(1), "laat": late(10) + obligation}).choices
    assert options(choice) == expected
    assert choice.is_of_route == (expected[0][0] == "on-agenda")


@pytest.mark.parametrize(("deadline", "is_late"), [("2027-12-31", True), ("2028-01-01", False)])
def test_the_next_agenda_is_too_late_for_a_day_before_its_year(
    tmp_path: Path, deadline: str, *, is_late: bool
) -> None:
    files = {"laat": late(10) + CONTRACT.replace("2027-03-31", deadline)}
    found = small(tmp_path, files)
    (choice,) = found.choices
    on, off = choice.options
    assert obliged(found.effects.ties, choice, on) == ()
    (bound,) = obliged(found.effects.ties, choice, off)
    assert (bound.deadline, bound.remains) == (date.fromisoformat(deadline), "other-route")
    assert bound.is_next_late == is_late


def test_of_alternatives_what_stays_must_meet_the_obligation(tmp_path: Path) -> None:
    files = {"a": spent(1, obligation=LAW, alternative_to="[b]"), "b": spent(2)}
    found = small(tmp_path, files)
    (choice,) = found.choices
    told = [
        [(o.id, o.kind, o.remains) for o in obliged(found.effects.ties, choice, w)] for w in choice.options
    ]
    assert told == [[], [("a", "statutory", "alternative")]]


def test_of_a_conflict_what_is_obliged_comes_by_another_route(tmp_path: Path) -> None:
    files = {"a": spent(1, obligation=LAW, conflicts_with="[{id: b, why: Nee.}]"), "b": spent(2)}
    found = small(tmp_path, files)
    (choice,) = found.choices
    told = [[(o.id, o.remains) for o in obliged(found.effects.ties, choice, way)] for way in choice.options]
    assert told == [[], [], [("a", "other-route")]]


def test_late_ones_that_can_and_that_can_not_be_refused_are_asked_apart(tmp_path: Path) -> None:
    root = desk.portfolio(
        tmp_path, {"a": spent(1), "b": late(2), "c": late(3) + CONTRACT.replace("2027", "2029")}
    )
    asked = [("adopt", False), ("pay", False), ("admit-late", True), ("route-late", True)]
    assert names(root) == asked
    assert names(root, date(2026, 10, 9))[2:] == [("admit-late-now", False), ("route-late-now", False)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_one_of_the_example_asks_for_the_route_and_not_whether(language: Language) -> None:
    document = page(desk.EXAMPLE, "--lang", language)
    asked = {
        "nl": "Keuze C: te besluiten of ‘Afsprakensysteem vervangen nu de leverancier stopt’ op deze "
        "agenda komt of via een andere route; te weigeren is het niet",
        "en": "Choice C: decide whether ‘Afsprakensysteem vervangen nu de leverancier stopt’ comes on this "
        "agenda or by another route; it can't be refused",
    }
    then = {
        "nl": "(contractueel, uiterlijk 31 maart 2027). Het komt dan via een andere route, en de kosten zijn "
        "niet bespaard. De agenda van 2028 is voor die dag te laat.",
        "en": "(contractual, by 31 March 2027). It then comes by another route, and its cost isn't saved. "
        "The agenda of 2028 is too late for that day.",
    }
    assert asked[language] in document
    assert then[language] in document
    assert not any(word in document for word in ("toelaten", "toe te laten", "admit"))


def test_a_member_is_not_asked_to_admit_what_can_not_be_refused() -> None:
    done = desk.regie("agenda", "-C", desk.EXAMPLE, "--year", "2027", "--member", "utrecht", "--lang", "nl")
    assert (
        "na de dossierdatum, op deze agenda of via een andere route (niet te weigeren): Afspr" in done.stdout
    )
