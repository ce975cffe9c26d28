"""Several obligations: the earliest deadline binds, each is judged and shown, the heaviest kind ranks."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from icteregie.analysis.ranking import ranked
from tests.desk import initiative, loaded, portfolio, regie, told
from tests.diff.two import between, on_disk, said
from tests.gitrepo import text
from tests.rules.single import SingleRule, text_at

TWO = (
    "[{kind: contractual, basis: einde contract, deadline: 2028-03-31}, "
    "{kind: statutory, basis: Cbw, deadline: 2027-10-17}]"
)
LATE = SingleRule("late-for-deadline")
UNANSWERED = SingleRule("unanswered-deadline")
IDEA: dict[str, str | None] = {"status": "idea", "agenda": None}


def test_each_deadline_that_is_missed_is_reported_at_its_own_value(tmp_path: Path) -> None:
    own = "[{kind: choice, deadline: 2027-06-30}, {kind: statutory, deadline: 2027-06-29}]"
    root = portfolio(
        tmp_path, {"access": initiative(obligation=own, period="{start: 2027-Q1, end: 2027-07}")}
    )
    assert [
        (finding.values["deadline"], finding.values["count"], text_at(finding))
        for finding in LATE.findings(root)
    ] == [(date(2027, 6, 30), 31, "2027-06-30"), (date(2027, 6, 29), 32, "2027-06-29")]


def test_ready_on_the_one_deadline_can_be_late_for_the_other(tmp_path: Path) -> None:
    own = "[{kind: choice, deadline: 2027-06-30}, {kind: statutory, deadline: 2027-06-29}]"
    finding = LATE.finding(portfolio(tmp_path, {"access": initiative(obligation=own)}))
    assert (finding.values["count"], text_at(finding)) == (1, "2027-06-29")


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("{kind: statutory, deadline: 2027-06-29}", 10),
        ("[{kind: statutory, deadline: 2027-06-29}]", 10),
        ("\n  - kind: statutory\n    deadline: 2027-06-29", 12),
        ("\n  kind: statutory\n  deadline: 2027-06-29", 12),
    ],
)
def test_one_obligation_is_reported_where_it_is_written(tmp_path: Path, written: str, line: int) -> None:
    finding = LATE.finding(portfolio(tmp_path, {"access": initiative(obligation=written)}))
    assert (finding.place.line, text_at(finding)) == (line, "2027-06-29")


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 9, 4), []),
        (date(2026, 9, 5), ["2027-10-17"]),
        (date(2027, 2, 17), ["2027-10-17"]),
        (date(2027, 2, 18), ["2028-03-31", "2027-10-17"]),
    ],
)
def test_each_unanswered_deadline_is_reported_at_its_own_value(
    tmp_path: Path, today: date, days: list[str]
) -> None:
    root = portfolio(tmp_path, {"access": initiative(obligation=TWO, **{**IDEA, "period": None})})
    assert [text_at(finding) for finding in UNANSWERED.findings(root, today)] == days


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        ("[]", ("invalid-value", "empty-list", 10, 13)),
        ("statutory", ("invalid-value", "group-expected", 10, 13)),
        ("[statutory]", ("invalid-value", "group-expected", 10, 14)),
        ("{kind: wet}", ("invalid-value", "choice", 10, 20)),
        ("[{kind: choice}, {kind: wet}]", ("invalid-value", "choice", 10, 37)),
        ("{kind: choice, dedline: 2027-01-01}", ("unknown-key", "guess", 10, 28)),
        ("[{kind: choice, dedline: 2027-01-01}]", ("unknown-key", "guess", 10, 29)),
        ("{deadline: 2027-01-01}", ("missing-key", "", 10, 1)),
        ("[{kind: choice}, {deadline: 2027-01-01}]", ("missing-key", "", 10, 30)),
    ],
)
def test_a_mistake_is_reported_where_it_is(
    tmp_path: Path, written: str, finding: tuple[str, str, int, int]
) -> None:
    root = portfolio(tmp_path, {"access": initiative(obligation=written)})
    assert [(rule, wording, line, column) for rule, wording, _, line, column in told(root)] == [finding]


def test_a_deadline_outside_an_obligation_is_pointed_to_it(tmp_path: Path) -> None:
    assert ("unknown-key", "elsewhere-alone", "initiatives/access.yaml", 10, 1) in told(
        portfolio(tmp_path, {"access": initiative(deadline="2027-01-01")})
    )


def test_the_list_has_the_heaviest_kind_and_the_deadline_that_binds(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(obligation=TWO)})
    written = regie("list", "--columns", "obligation,deadline", "--format", "csv", "-C", root).stdout
    assert list(csv.DictReader(io.StringIO(written))) == [
        {"obligation": "statutory", "deadline": "2027-10-17"}
    ]


def test_the_heaviest_kind_ranks(tmp_path: Path) -> None:
    files = {
        "a-contract": initiative(obligation="{kind: contractual}"),
        "b-both": initiative(obligation="[{kind: choice}, {kind: statutory}]"),
        "c-nothing": initiative(),
    }
    read = loaded(portfolio(tmp_path, files)).portfolio
    order = ranked(read, tuple(read.initiatives.values()))
    assert [one.id for one in order] == ["b-both", "a-contract", "c-nothing"]


def test_the_calendar_has_each_deadline_and_the_last_day_for_the_first(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(obligation=TWO, **{**IDEA, "period": None})})
    told_days = json.loads(regie("calendar", "--format", "json", "-C", root).stdout)["rows"]
    own = [(row["date"], row["kind"], row["what"]) for row in told_days if row["about"] == "access"]
    assert own == [
        ("2027-09-05", "last-day", ""),
        ("2027-10-17", "obligation", "Cbw"),
        ("2028-03-31", "obligation", "einde contract"),
    ]


def test_show_has_each_ground_the_earliest_first(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(obligation=TWO)})
    written = regie("show", "access", "--format", "md", "--lang", "en", "-C", root).stdout
    rows = [line for line in written.splitlines() if "2027-10-17" in line or "2028-03-31" in line]
    assert rows[:2] == ["| statutory | Cbw | 2027-10-17 |", "| contractual | einde contract | 2028-03-31 |"]


@pytest.mark.parametrize(
    ("written", "data"),
    [
        ("{kind: choice}", {"kind": "choice", "basis": None, "deadline": None}),
        ("[{kind: choice}]", {"kind": "choice", "basis": None, "deadline": None}),
        (None, None),
    ],
)
def test_data_of_one_obligation_is_a_mapping(tmp_path: Path, written: str | None, data: object) -> None:
    root = portfolio(tmp_path, {"access": initiative(obligation=written)})
    shown = json.loads(regie("show", "access", "--format", "json", "-C", root).stdout)
    assert shown["initiatives"][0]["obligation"] == data


def test_data_of_several_obligations_is_a_list(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(obligation=TWO)})
    shown = json.loads(regie("show", "access", "--format", "json", "-C", root).stdout)
    kinds = [(one["kind"], one["deadline"]) for one in shown["initiatives"][0]["obligation"]]
    assert kinds == [("contractual", "2028-03-31"), ("statutory", "2027-10-17")]


def test_the_agenda_has_each_ground(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(obligation=TWO)})
    written = regie("agenda", "--lang", "en", "-C", root).stdout
    fact = "| Required? | statutory: Cbw, by 17 October 2027; contractual: einde contract, by 31 March 2028 |"
    assert fact in written
    assert "- Vervanging van de toegang (Cbw), by 17 October 2027\n" in written
    assert "| 31 March 2028 | Vervanging van de toegang | contractual: einde contract |" in written


def test_a_day_of_ones_own_choice_is_not_out_of_our_hands(tmp_path: Path) -> None:
    own = "{kind: choice, basis: wens, deadline: 2027-10-17}"
    root = portfolio(tmp_path, {"access": initiative(obligation=own)})
    written = regie("agenda", "--lang", "nl", "-C", root).stdout
    assert "buiten onze hand" not in written
    assert "| Verplicht? | nee: wens, uiterlijk 17 oktober 2027 |" in written
    assert "| Deelnemers | Verplicht? | Sturing |" in written


ONE = "{kind: contractual, basis: contract, deadline: 2028-03-31}"
LAW = "{kind: statutory, basis: wet, deadline: 2029-01-01}"


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (ONE, f"[{ONE}]", []),
        (f"[{ONE}, {LAW}]", f"[{LAW}, {ONE}]", []),
        (
            ONE,
            f"[{ONE}, {LAW}]",
            [("obligation.wet 2029-01-01", "", "statutory")],
        ),
        (ONE, f"[{ONE}, {{kind: choice}}]", [("obligation.choice", "", "choice")]),
    ],
    ids=["a list of the same", "another order", "a second ground", "one without a deadline"],
)
def test_a_change_is_told_as_what_it_is(
    tmp_path: Path, before: str, after: str, changes: list[tuple[str, str, str]]
) -> None:
    start = {"access": text("Toegang", obligation=before)}
    report, _ = between(tmp_path, {"access": text("Toegang", obligation=after)}, start)
    assert [change for row in report.initiatives.changed for change in said(row.changes)] == changes


def test_a_second_deadline_that_is_missed_is_told_beside_one_that_was(tmp_path: Path) -> None:
    missed = "{kind: choice, deadline: 2027-01-31}"
    start = {"access": text("Toegang", obligation=missed)}
    end = {"access": text("Toegang", obligation=f"[{missed}, {{kind: statutory, deadline: 2027-02-28}}]")}
    assert [shift.missed for shift in on_disk(tmp_path, start, end).shifts] == [date(2027, 2, 28)]
