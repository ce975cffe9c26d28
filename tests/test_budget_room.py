"""What can still be given of a year's budget: one answer for the rule, the agenda and the plan."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icteregie.analysis.budget import available_budget
from icteregie.analysis.choices.order import agenda_choices
from icteregie.analysis.plan.capacity import capacity
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.problem import Limit
from icteregie.analysis.standing.amounts import amount_in, is_charged
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.headroom import BesidesList, besides_budget, headroom, spent_unknown
from icteregie.reports.diff.years import state
from tests import desk
from tests.rules.single import SingleRule

RULE = SingleRule("over-budget")
SUMMER = date(2027, 6, 1)
BUDGET = 1_000
DECIDED, OVER = ("adopted", "running", "on-hold"), ("done", "stopped", "parked", "rejected")


@dataclass(frozen=True)
class Item:
    """An initiative: the year of its agenda, its status, its one-off cost in 2027, what was spent."""

    agenda: int
    status: str
    planned: int
    spent: int | None

    def text(self) -> str:
        """Write its file."""
        return desk.initiative(
            agenda=str(self.agenda),
            status=self.status,
            submitted=f"{min(self.agenda, 2027) - 1}-05-18",
            period="{start: 2027-Q1, end: 2027-Q4}",
            costs=f"{{one_off: {{2027: {self.planned}}}}}",
            progress=None if self.spent is None else f"[{{date: 2027-05-01, spent: {self.spent}}}]",
        )

    @property
    def cost(self) -> int:
        """What it costs in 2027: of what is over what was spent, else what is planned or the more spent."""
        if self.status in OVER:
            return self.spent or 0
        return max(self.planned, self.spent or 0) if self.status in DECIDED else self.planned


ITEMS = st.builds(
    Item,
    st.sampled_from((2026, 2027, 2028)),
    st.sampled_from(("proposal", "advised", *DECIDED, *OVER)),
    st.integers(0, 400),
    st.none() | st.integers(0, 400),
)


def read(folder: Path, items: dict[str, Item], covers: str) -> Portfolio:
    made = desk.portfolio(folder, {name: item.text() for name, item in items.items()}, partnership(covers))
    return replace(desk.loaded(made).portfolio, day=SUMMER)


def partnership(covers: str) -> str:
    budget = f"{{one_off: {BUDGET}, covers: {covers}}}"
    return desk.PARTNERSHIP.replace("{one_off: 6000000, recurring: 1500000}", budget)


def besides(items: dict[str, Item], covers: str) -> int:
    """Add what is taken off: what isn't asked any more and isn't on the list of 2027."""
    on_list = {name for name, item in items.items() if item.agenda == 2027 and item.status not in OVER}
    counted = (i for name, i in items.items() if name not in on_list and i.status in (*DECIDED, *OVER))
    return sum(item.cost for item in counted if item.agenda > 2026 or covers == "all")


@given(st.lists(ITEMS, max_size=6), st.sampled_from(("new", "all")))
@settings(max_examples=80, deadline=None)
def test_the_rule_the_agenda_and_the_plan_give_one_answer(drawn: list[Item], covers: str) -> None:
    items = {f"i-{number}": item for number, item in enumerate(drawn)}
    with TemporaryDirectory() as folder:
        portfolio = read(Path(folder), items, covers)
        findings = RULE.findings(Path(folder), SUMMER)
    left = BUDGET - besides(items, covers)
    available = available_budget(portfolio, 2027, "one_off", 2027)
    assert available is not None
    assert (available.budget, available.left) == (BUDGET, left)

    listed = [item for item in drawn if item.agenda == 2027 and item.status not in OVER]
    asked, decided = (sum(i.cost for i in of) for of in (listed, [i for i in listed if i.status in DECIDED]))
    assert capacity(portfolio, 2027, Constraints())[Limit("one-off", 2027)] == max(left - decided, 0)

    row = next(headroom(agenda_choices(portfolio, 2027), None))
    assert row.left is not None
    assert (row.budget, row.available, row.left.most) == (BUDGET, left, left - asked)
    assert sum(each.amount for each in besides_budget(portfolio, 2027) if each.is_taken) == row.taken
    assert state(portfolio, 2027, {}).left_one_off == left - asked
    excess = [finding.values["excess"] for finding in findings if finding.rule == "over-budget"]
    assert excess == ([asked - left] if asked and asked > left else [])


@pytest.mark.parametrize("covers", ["new", "all"])
def test_each_of_what_comes_off_has_a_row_of_its_own(tmp_path: Path, covers: str) -> None:
    items = {
        "done": Item(2027, "done", 90, 80),
        "parked": Item(2027, "parked", 90, 5),
        "withdrawn": Item(2027, "rejected", 90, None),
        "moved": Item(2028, "adopted", 7, None),
        "runs": Item(2026, "running", 40, None),
        "ended": Item(2026, "stopped", 40, 30),
        "list": Item(2027, "running", 60, None),
    }
    is_all = covers == "all"
    assert list(besides_budget(read(tmp_path, items, covers), 2027)) == [
        BesidesList("over", 2, 85, True),  # noqa: FBT003
        BesidesList("later-agenda", 1, 7, True),  # noqa: FBT003
        BesidesList("carried-over", 1, 40, is_all),
        BesidesList("still-paid", 1, 30, is_all),
    ]


def test_who_was_done_without_saying_what_was_spent_is_named(tmp_path: Path) -> None:
    items = {
        "done": Item(2027, "done", 90, None),
        "stopped": Item(2027, "stopped", 90, None),
        "known": Item(2027, "done", 90, 0),
        "withdrawn": Item(2027, "rejected", 90, None),
        "earlier": Item(2026, "done", 90, None),
    }
    portfolio = read(tmp_path, items, "new")
    assert [each.id for each in spent_unknown(portfolio, 2027)] == ["done", "stopped"]
    available = available_budget(portfolio, 2027, "one_off", 2027)
    assert available is not None
    assert available.left == BUDGET


def test_what_was_given_up_is_judged_by_the_reports_up_to_the_day(tmp_path: Path) -> None:
    """Before the first report it shows what it asked, and costs nobody anything."""
    portfolio = read(tmp_path, {"parked": Item(2027, "parked", 90, 5)}, "new")
    parked = portfolio.initiatives["parked"]
    before = replace(portfolio, day=date(2027, 4, 30))
    assert (amount_in(before, parked, 2027), is_charged(before, parked)) == ((90, 0), False)
    assert (amount_in(portfolio, parked, 2027), is_charged(portfolio, parked)) == ((5, 0), True)


def test_in_a_plan_of_two_years_the_agenda_that_is_planned_takes_of_the_later_money(tmp_path: Path) -> None:
    """The list of 2028 itself has its whole budget: what it newly asks."""
    later = """\
  2028:
    intake_closes: 2027-07-01
    dossier_closes: 2027-08-27
    advice: 2027-09-24
    decision: 2027-10-08
    budget: {one_off: 500}
domains:
"""
    files = {
        "runs": desk.initiative(status="running", costs="{one_off: {2027: 10, 2028: 30}}"),
        "earlier": desk.initiative(agenda="2026", status="running", costs="{one_off: {2028: 5}}"),
        "early": desk.initiative(agenda="2028", status="adopted", costs="{one_off: {2028: 4}}"),
    }
    folder = desk.portfolio(tmp_path, files, partnership("new").replace("domains:\n", later, 1))
    portfolio = replace(desk.loaded(folder).portfolio, day=SUMMER)
    left = capacity(portfolio, 2027, Constraints())
    assert (left[Limit("one-off", 2027)], left[Limit("one-off", 2028)]) == (BUDGET - 10, 500 - 30 - 4)
    available = available_budget(portfolio, 2028, "one_off", 2028)
    assert available is not None
    assert (available.left, available.besides) == (500, ())


def test_page_one_adds_up_to_what_is_read(tmp_path: Path) -> None:
    items = {
        "done": Item(2027, "done", 90, 80),
        "new": Item(2027, "proposal", 300, None),
        "unknown": Item(2027, "done", 10, None),
    }
    read(tmp_path, items, "new")
    for language, rows in {
        "nl": (
            "| | Gevraagd na de keuzes | Budget voor nieuwe initiatieven | Gaat eraf | Budgetruimte |",
            "| Nieuw, incidenteel | 300 | 1.000 | 80 | 620 |",
            "| Afgerond of beëindigd, van deze agenda (1) | 80 | eraf gehaald | – |",
            "Van één initiatief van deze agenda dat afgerond of gestopt is, is niet gemeld wat er is uit",
            "Van dit budget is buiten de lijst al € 80 incidenteel gebruikt (tabel 2).",
            "Kennis te nemen van het initiatief van deze agenda dat is afgerond of beëindigd en in 2027",
        ),
        "en": (
            "| | Requested after the choices | Budget for new initiatives | Taken off | Headroom |",
            "| New, one-off | 300 | 1,000 | 80 | 620 |",
            "| Done or ended, of this agenda (1) | 80 | taken off | – |",
            "Of one initiative of this agenda that was done or stopped, nobody reported what was spent;",
            "Of this budget, € 80 one-off is already used outside the list (table 2).",
            "Note the initiative of this agenda that is done or ended and costs money in 2027 (chapter 10).",
        ),
    }.items():
        shown = desk.regie(
            "agenda", "--year", "2027", "--today", "2027-06-01", "--lang", language, "-C", tmp_path
        ).stdout
        for row in rows:
            assert row in shown, row
        page_one = shown.partition("## 1.")[0]
        assert "eerdere agenda" not in page_one
        assert "earlier agenda" not in page_one


@pytest.mark.parametrize(
    ("language", "row", "said"),
    [
        (
            "nl",
            "| Nieuw, incidenteel | 300 | 1.250 | 100 | 850 |",
            "Wat al is uitgegeven, telt helemaal mee, en neemt daar € 20 meer van in dan het kostte.",
        ),
        (
            "en",
            "| New, one-off | 300 | 1,250 | 100 | 850 |",
            "to plan € 1,250. What was spent counts in full, and takes € 20 more of that than it cost.",
        ),
    ],
)
def test_page_one_says_what_a_realisation_makes_of_it(
    tmp_path: Path, language: str, row: str, said: str
) -> None:
    read(tmp_path, {"done": Item(2027, "done", 90, 80), "new": Item(2027, "proposal", 300, None)}, "new")
    file = tmp_path / "regie.yaml"
    file.write_text(file.read_text("utf-8").replace("covers: new", "realisation: 80%"), "utf-8")
    words = ("agenda", "--year", "2027", "--today", "2027-06-01", "--lang", language, "-C", tmp_path)
    shown = desk.regie(*words).stdout.replace("\u00a0", " ")
    assert row in shown
    assert said in shown


def test_the_adopted_agenda_shows_what_comes_off_besides_what_was_adopted(tmp_path: Path) -> None:
    """What was done is in its own sum already; what a later agenda costs in the year comes off."""
    items = {
        "done": Item(2027, "done", 90, 80),
        "new": Item(2027, "running", 300, None),
        "moved": Item(2028, "adopted", 7, None),
    }
    read(tmp_path, items, "new")
    words = ("agenda", "--year", "2027", "--adopted", "--today", "2027-06-01", "-C", tmp_path)
    for language, row in (
        ("nl", "| Incidenteel | 380 | 1.000 | 7 | 613 |"),
        ("en", "| One-off | 380 | 1,000 | 7 | 613 |"),
    ):
        assert row in desk.regie(*words, "--lang", language).stdout


@pytest.mark.parametrize(
    ("spent", "asked", "said"),
    [
        (
            80,
            300,
            "Budget € 1,000, of which € 80 is taken off first: of the other € 920 (line), € 620 is left",
        ),
        (
            80,
            930,
            "Budget € 1,000, of which € 80 is taken off first: with the other € 920 (line), € 10 short",
        ),
        (1_000, 0, "Budget € 1,000, all of which is taken off first: nothing is left"),
        (1_200, 300, "Budget € 1,000, but € 1,200 is taken off first: € 500 short"),
        (0, 300, "Budget (line) € 1,000: € 700 left"),
    ],
)
def test_the_page_says_what_comes_off_the_budget(tmp_path: Path, spent: int, asked: int, said: str) -> None:
    items = {"done": Item(2027, "done", 90, spent), "new": Item(2027, "proposal", asked, None)}
    read(tmp_path, items, "new")
    words = ("site", "--year", "2027", "--today", "2027-06-01", "--lang", "en", "-C", tmp_path)
    assert said in desk.regie(*words).stdout.replace("\u00a0", " ")
