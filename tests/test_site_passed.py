"""After the day of decision the page and the agenda say that the files don't tell what was decided."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie
from tests.page import Element, read

LATE = initiative(
    title="Laat",
    submitted="2026-10-01",
    late="{route: now, unforeseen: a, unavoidable: b, not_postponable: c}",
)
ADOPTED = initiative(
    title="Al vastgesteld",
    status="adopted",
    baseline="{adopted: 2026-10-08, end: 2027-Q4, one_off: 1000}",
)
BEFORE, BETWEEN, AFTER = date(2026, 10, 8), date(2026, 10, 9), date(2026, 11, 13)


def first(folder: Path, day: date, *words: str) -> tuple[str, list[str]]:
    done = regie("site", "-C", folder, "--year", "2027", "--today", day.isoformat(), *words)
    assert done.returncode == 0, done.stderr
    page = read(done.stdout)
    (line,) = page.with_class("facts-line")
    return page.by_id("h-first").words, [each.words for each in line.children if isinstance(each, Element)]


def as_of(folder: Path, day: date, *words: str) -> str:
    done = regie("agenda", "-C", folder, "--year", "2027", "--today", day.isoformat(), *words)
    assert done.returncode == 0, done.stderr
    return next(row for row in done.stdout.splitlines() if row.startswith(("| Stand van", "| As of")))


def test_on_the_day_itself_nothing_is_past(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, {"a": initiative(), "b": LATE})
    heading, facts = first(folder, BEFORE)
    assert heading.startswith("Stel de ontwikkelagenda 2027 vast: 2 initiatieven, waarvan 1 als reservering")
    assert not any("voorbij" in fact for fact in facts)
    assert "voorbij" not in as_of(folder, BEFORE)


def test_after_the_first_day_what_came_late_waits_for_its_own(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, {"a": initiative(), "b": LATE})
    heading, facts = first(folder, BETWEEN)
    assert heading.startswith("De ontwikkelagenda 2027 is nog niet vastgesteld: 2 initiatieven")
    assert facts[0] == (
        "De dag van het besluit, 8 oktober 2026, is voorbij; "
        "in de bestanden staat niet wat over 1 initiatief is besloten"
    )
    assert facts[1] == "Volgend besluit: 12 november 2026; de kalender heeft dan geen vergadering"
    assert "voorbij, en in de bestanden staat niet wat over één initiatief is besloten" in as_of(
        folder, BETWEEN
    )


def test_after_the_last_day_both_are_past(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, {"a": initiative(), "b": LATE})
    heading, facts = first(folder, AFTER, "--lang", "en")
    assert heading.startswith("The development agenda 2027 has not been adopted yet: 2 initiatives")
    assert facts[0] == (
        "The days of decision, 8 October 2026 and 12 November 2026, have passed; "
        "the files don't say what was decided on 2 initiatives"
    )
    assert not any(fact.startswith(("Next decision", "Decision")) for fact in facts)
    assert "the days of decision have passed, and the files don't say" in as_of(folder, AFTER, "--lang", "en")


@pytest.mark.parametrize(("day", "is_past"), [(BETWEEN, False), (AFTER, True)])
def test_of_what_was_adopted_nothing_is_past(tmp_path: Path, *, day: date, is_past: bool) -> None:
    folder = portfolio(tmp_path, {"a": ADOPTED, "b": LATE})
    heading, facts = first(folder, day)
    assert heading.startswith("Vul de ontwikkelagenda 2027 aan: over 1 van de 2 initiatieven")
    assert any("voorbij" in fact for fact in facts) == is_past
    assert ("is voorbij" in as_of(folder, day)) == is_past


def test_what_is_in_a_list_was_decided(tmp_path: Path) -> None:
    listed = "decisions: [{initiatives: [a], decision: reject}]\n"
    folder = portfolio(tmp_path, {"a": initiative(), "decisions/2026-10-08-directors.yaml": listed})
    assert "voorbij" not in as_of(folder, BETWEEN)
    assert not any("voorbij" in fact for fact in first(folder, BETWEEN)[1])
