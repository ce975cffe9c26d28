"""Whether a decision does what was advised before it about the same agenda."""

from pathlib import Path

import pytest

from icteregie.analysis.decisions import advices, follows_advice, rulings
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio

MEETINGS = PARTNERSHIP.replace(
    "  - {body: directors, date: 2026-10-08}\n",
    "  - {body: directors, date: 2026-10-08}\n  - {body: innovation-board, date: 2026-10-08}\n"
    "  - {body: innovation-board, date: 2026-10-29}\n  - {body: directors, date: 2026-11-12}\n"
    "  - {body: innovation-board, date: 2027-09-23}\n  - {body: directors, date: 2027-10-07}\n",
).replace(
    "domains:\n",
    "  2028:\n    intake_closes: 2027-07-01\n    dossier_closes: 2027-08-27\n    advice: 2027-09-23\n"
    "    decision: 2027-10-07\ndomains:\n",
)
ADVICE = "advice: [{initiatives: [access, letters], choose: access}]\n"
DIRECTORS = "decisions/2026-10-08-directors.yaml"


def answers(root: Path, files: dict[str, str]) -> list[tuple[str, str, str | None]]:
    """Give, of each decision by initiative and day, how it answers the advice."""
    portfolio(root, {"access": initiative(), "letters": initiative(), **files}, MEETINGS)
    content = loaded(root).portfolio
    given = advices(content)
    return [
        (name, str(ruling.listed.day), follows_advice(content, ruling, given.get(name, ())))
        for name, about in rulings(content).items()
        for ruling in about
    ]


def decision(kind: str, name: str = "access", more: str = "") -> str:
    return f"decisions: [{{initiatives: [{name}], decision: {kind}{more}}}]\n"


@pytest.mark.parametrize(
    ("kind", "name", "more", "answer"),
    [
        ("adopt", "access", "", "conform"),
        ("reject", "access", "", "deviating"),
        ("park", "access", "", "deviating"),
        ("defer", "access", ", to: 2028", "deviating"),
        ("adopt", "letters", "", "deviating"),
        ("reject", "letters", "", "conform"),
        ("park", "letters", "", "conform"),
        ("defer", "letters", ", to: 2028", "conform"),
        ("adopt", "access", ", conditions: [{what: Een terugvalplan}]", "conform"),
        ("adopt", "access", ", dissent: {utrecht: Te duur}", "conform"),
        ("stop", "access", "", None),
        ("continue", "access", "", None),
        ("rebaseline", "access", ", end: 2028-Q1, one_off: 9", None),
    ],
)
def test_adopts_what_was_chosen(tmp_path: Path, kind: str, name: str, more: str, answer: str | None) -> None:
    files = {"decisions/2026-09-24-innovation-board.yaml": ADVICE, DIRECTORS: decision(kind, name, more)}
    assert answers(tmp_path, files) == [(name, "2026-10-08", answer)]


def test_what_is_advised_without_a_choice_is_adopted(tmp_path: Path) -> None:
    advice = "advice: [{initiatives: [access, letters]}]\n"
    files = {
        "decisions/2026-09-24-innovation-board.yaml": advice,
        DIRECTORS: "decisions: [{initiatives: [access], decision: adopt}, "
        "{initiatives: [letters], decision: reject}]\n",
    }
    assert answers(tmp_path, files) == [
        ("access", "2026-10-08", "conform"),
        ("letters", "2026-10-08", "deviating"),
    ]


def test_without_advice_nothing_is_said(tmp_path: Path) -> None:
    assert answers(tmp_path, {DIRECTORS: decision("adopt")}) == [("access", "2026-10-08", None)]


@pytest.mark.parametrize(("day", "answer"), [("2026-10-08", "deviating"), ("2026-10-29", None)])
def test_advice_of_the_day_itself_counts_and_later_advice_does_not(
    tmp_path: Path, day: str, answer: str | None
) -> None:
    files = {f"decisions/{day}-innovation-board.yaml": ADVICE, DIRECTORS: decision("reject")}
    assert answers(tmp_path, files) == [("access", "2026-10-08", answer)]


def test_the_newest_advice_counts(tmp_path: Path) -> None:
    files = {
        "decisions/2026-09-24-innovation-board.yaml": ADVICE,
        "decisions/2026-10-29-innovation-board.yaml": ADVICE.replace("choose: access", "choose: letters"),
        "decisions/2026-11-12-directors.yaml": decision("adopt"),
    }
    assert answers(tmp_path, files) == [("access", "2026-11-12", "deviating")]


def test_advice_about_an_earlier_agenda_does_not_count_for_a_later_one(tmp_path: Path) -> None:
    files = {
        "decisions/2026-09-24-innovation-board.yaml": ADVICE,
        "decisions/2027-10-07-directors.yaml": decision("reject"),
    }
    assert answers(tmp_path, files) == [("access", "2027-10-07", None)]


def test_advice_of_another_agenda_that_a_list_names_does_not_count(tmp_path: Path) -> None:
    files = {
        "decisions/2026-09-24-innovation-board.yaml": f"agenda: 2028\n{ADVICE}",
        DIRECTORS: decision("adopt"),
    }
    assert answers(tmp_path, files) == [("access", "2026-10-08", None)]


def test_advice_under_a_former_id_counts(tmp_path: Path) -> None:
    files = {
        "access": initiative(formerly="[entry]"),
        "decisions/2026-09-24-innovation-board.yaml": ADVICE.replace("access", "entry"),
        DIRECTORS: decision("adopt"),
    }
    assert answers(tmp_path, files) == [("access", "2026-10-08", "conform")]


def test_advice_of_a_list_without_a_meeting_does_not_count(tmp_path: Path) -> None:
    files = {"decisions/2026-09-23-innovation-board.yaml": ADVICE, DIRECTORS: decision("adopt")}
    assert answers(tmp_path, files) == [("access", "2026-10-08", None)]
