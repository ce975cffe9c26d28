"""The state of an agenda: proposal, partly adopted, adopted, at the edge of every day."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icteregie.analysis.agenda_state import AgendaOutcome, agenda_day, agenda_outcome
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio

MEETINGS = PARTNERSHIP.replace(
    "  - {body: directors, date: 2026-10-08}\n",
    "  - {body: directors, date: 2026-10-08}\n  - {body: innovation-board, date: 2026-10-29}\n"
    "  - {body: directors, date: 2026-11-12}\n",
)
WITHOUT_LATE = MEETINGS.replace("    late_decision: 2026-11-12\n", "")
FIRST, LATE = "decisions/2026-10-08-directors.yaml", "decisions/2026-11-12-directors.yaml"
BASELINE = "{adopted: 2026-10-08, end: 2027-Q2, one_off: 100}"


def decided(*entries: str) -> str:
    return "decisions:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


ADOPT = decided("initiatives: [access], decision: adopt")


def outcome(
    root: Path, today: str, files: dict[str, str], partnership: str = MEETINGS, **changes: str | None
) -> AgendaOutcome:
    """Make an agenda of access and letters, decide as the files say, and look at it on a day."""
    portfolio(root, {"access": initiative(), "letters": initiative(**changes), **files}, partnership)
    content = replace(loaded(root).portfolio, day=date.fromisoformat(today))
    return agenda_outcome(content, 2027)


def rows(found: AgendaOutcome) -> list[tuple[str, str, str | None, str | None]]:
    """Give of each row its id, what became of it, by which body, and on which day."""
    return [
        (
            row.initiative.id,
            row.outcome,
            row.ruling.listed.body if row.ruling else None,
            str(row.day) if row.day else None,
        )
        for row in found.rows
    ]


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-10-07", "proposal"),
        ("2026-10-08", "partly-adopted"),
        ("2026-11-12", "partly-adopted"),
        ("2026-11-13", "adopted"),
    ],
)
def test_a_late_one_keeps_it_partly_adopted_up_to_the_late_day(
    tmp_path: Path, today: str, state: str
) -> None:
    assert outcome(tmp_path, today, {FIRST: ADOPT}).state == state


def test_the_list_of_the_late_day_makes_it_adopted_on_that_day(tmp_path: Path) -> None:
    late = decided("initiatives: [letters], decision: adopt")
    assert outcome(tmp_path, "2026-11-12", {FIRST: ADOPT, LATE: late}).state == "adopted"


def test_the_list_of_the_late_day_makes_it_adopted_even_when_it_leaves_one_open(tmp_path: Path) -> None:
    files = {FIRST: decided("initiatives: [access], decision: defer, to: 2028"), LATE: ADOPT}
    found = outcome(tmp_path, "2026-11-12", files)
    assert (found.state, rows(found)) == (
        "adopted",
        [("access", "adopted", "directors", "2026-11-12"), ("letters", "open", None, None)],
    )


@pytest.mark.parametrize("kind", ["adopt", "reject", "park", "defer, to: 2028"])
def test_when_nothing_asks_any_more_it_is_adopted_on_the_first_day(tmp_path: Path, kind: str) -> None:
    both = decided("initiatives: [access], decision: adopt", f"initiatives: [letters], decision: {kind}")
    assert outcome(tmp_path, "2026-10-08", {FIRST: both}).state == "adopted"


@pytest.mark.parametrize(
    ("today", "state"), [("2026-10-07", "proposal"), ("2026-10-08", "adopted"), ("2026-10-09", "adopted")]
)
def test_without_a_late_meeting_the_first_decision_is_the_last(
    tmp_path: Path, today: str, state: str
) -> None:
    assert outcome(tmp_path, today, {FIRST: ADOPT}, WITHOUT_LATE).state == state


@pytest.mark.parametrize("today", ["2026-10-08", "2026-10-09", "2027-06-01"])
def test_without_any_decision_it_stays_a_proposal(tmp_path: Path, today: str) -> None:
    assert outcome(tmp_path, today, {}).state == "proposal"


@pytest.mark.parametrize(
    ("today", "state"),
    [("2026-10-07", "proposal"), ("2026-10-08", "partly-adopted"), ("2026-11-13", "adopted")],
)
def test_without_lists_the_status_of_the_files_counts_from_the_day_of_decision(
    tmp_path: Path, today: str, state: str
) -> None:
    found = outcome(tmp_path, today, {}, status="adopted", baseline=BASELINE)
    assert found.state == state
    assert rows(found) == [("access", "open", None, None), ("letters", "adopted", None, "2026-10-08")]


def test_a_decision_that_was_not_carried_out_yet_counts(tmp_path: Path) -> None:
    found = outcome(tmp_path, "2026-10-08", {FIRST: ADOPT})
    assert rows(found)[0] == ("access", "adopted", "directors", "2026-10-08")


@pytest.mark.parametrize(
    ("kind", "became"),
    [("adopt", "adopted"), ("reject", "rejected"), ("park", "parked"), ("defer, to: 2028", "deferred")],
)
def test_every_row_says_by_which_meeting(tmp_path: Path, kind: str, became: str) -> None:
    files = {LATE: decided(f"initiatives: [letters], decision: {kind}")}
    assert rows(outcome(tmp_path, "2026-11-12", files))[1] == ("letters", became, "directors", "2026-11-12")


def test_what_was_deferred_and_now_names_another_agenda_keeps_its_row(tmp_path: Path) -> None:
    files = {FIRST: decided("initiatives: [letters], decision: defer, to: 2028")}
    found = outcome(tmp_path, "2026-10-08", files, agenda="2028")
    assert rows(found)[1] == ("letters", "deferred", "directors", "2026-10-08")


def test_a_list_about_another_agenda_does_not_count(tmp_path: Path) -> None:
    found = outcome(tmp_path, "2026-10-08", {FIRST: f"agenda: 2026\n{ADOPT}"})
    assert (found.state, rows(found)[0]) == ("proposal", ("access", "open", None, None))


def test_a_mandate_before_the_day_of_decision_leaves_it_a_proposal(tmp_path: Path) -> None:
    files = {"decisions/2026-09-01-mandate-access.yaml": ADOPT}
    found = outcome(tmp_path, "2026-10-08", files)
    assert (found.state, rows(found)[0]) == (
        "proposal",
        ("access", "adopted", "mandate-access", "2026-09-01"),
    )


def test_a_list_of_a_later_day_does_not_count_yet(tmp_path: Path) -> None:
    found = outcome(
        tmp_path, "2026-11-11", {FIRST: ADOPT, LATE: decided("initiatives: [letters], decision: adopt")}
    )
    assert rows(found)[1] == ("letters", "open", None, None)


def test_a_draft_is_no_row(tmp_path: Path) -> None:
    assert [row[0] for row in rows(outcome(tmp_path, "2026-10-08", {}, status="idea"))] == ["access"]


@pytest.mark.parametrize(
    ("today", "day"),
    [
        ("2026-09-01", "2026-09-24"),
        ("2026-10-07", "2026-09-24"),
        ("2026-10-08", "2026-10-08"),
        ("2026-11-11", "2026-10-08"),
        ("2026-11-12", "2026-11-12"),
        ("2027-11-12", "2026-11-12"),
    ],
)
def test_it_is_shown_as_of_the_newest_list_about_it(tmp_path: Path, today: str, day: str) -> None:
    portfolio(tmp_path, {"access": initiative(), FIRST: ADOPT, LATE: ADOPT}, MEETINGS)
    assert str(agenda_day(loaded(tmp_path).portfolio, 2027, date.fromisoformat(today))) == day


# --- laws ---

KINDS = ("adopt", "reject", "park", "defer, to: 2028")
DAYS = tuple(date(2026, 10, 6) + timedelta(days) for days in range(40))
ORDER = ("proposal", "partly-adopted", "adopted")
Decided = dict[tuple[str, str], str]


@given(
    taken=st.dictionaries(
        st.tuples(st.sampled_from((FIRST, LATE)), st.sampled_from(("access", "letters", "desk"))),
        st.sampled_from(KINDS),
    )
)
@settings(max_examples=25, deadline=None)
def test_it_only_goes_forward_and_nothing_opens_again(taken: Decided) -> None:
    files = {
        path: decided(
            *(f"initiatives: [{n}], decision: {kind}" for (p, n), kind in taken.items() if p == path)
        )
        for path in {path for path, _ in taken}
    }
    with TemporaryDirectory() as folder:
        portfolio(
            Path(folder),
            {"access": initiative(), "letters": initiative(), "desk": initiative(), **files},
            MEETINGS,
        )
        content = loaded(Path(folder)).portfolio
    states = [agenda_outcome(replace(content, day=day), 2027) for day in DAYS]
    places = [ORDER.index(found.state) for found in states]
    assert places == sorted(places)
    waiting = [{row.initiative.id for row in found.with_outcome("open")} for found in states]
    assert all(later <= earlier for earlier, later in pairwise(waiting))
    assert states[-1].is_decided == bool(taken)
