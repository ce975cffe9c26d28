"""What holds of any portfolio: as days pass no deadline goes back, and no order of files changes the list."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from icteregie.analysis.landscape.contracts import position
from icteregie.analysis.unanswered.deadlines import STATES
from icteregie.analysis.unanswered.listed import grouped, unanswered_deadlines
from icteregie.portfolio.landscape import Contract
from icteregie.portfolio.period import Lag
from icteregie.portfolio.portfolio import Portfolio
from tests.desk import initiative, loaded
from tests.landscape import application, landscape, landscapes

DAYS = st.dates(date(2025, 1, 1), date(2031, 12, 31))
LAGS = st.integers(1, 36).map("{} months".format) | st.integers(1, 400).map("{} days".format)
CONTRACTS = st.builds(
    Contract, end=DAYS.map(date.isoformat), notice=st.none() | LAGS, renews=st.none() | LAGS
)
NAMES = st.sampled_from(["identity", "letters"])


@st.composite
def applications(draw: st.DrawFn) -> str:
    """Draw an application, with or without a contract, support, a price and a supplier."""
    keys = {"components": f"[{draw(NAMES)}]", "supplier": draw(st.sampled_from(["Een BV", "een bv", "Twee"]))}
    if draw(st.booleans()):
        keys["support_until"] = draw(DAYS).isoformat()
    if draw(st.booleans()):
        keys["yearly"] = str(draw(st.sampled_from([0, 49_999, 50_000])))
    renews = draw(st.sampled_from(["", ", renews: 1 year", ", renews: 3 months"]))
    keys["contract"] = f"{{end: {draw(DAYS).isoformat()}, notice: 6 months{renews}}}"
    return application(**keys)


def read(applications: list[str]) -> Portfolio:
    """Read a portfolio of these applications, an idea, and an initiative that answers some of them."""
    files = {
        name: landscape(**{f"a{number}": text for number, text in enumerate(applications)})
        for name in ("amsterdam", "utrecht")
    }
    files |= {
        "idea": initiative(status="idea", agenda=None, obligation="{kind: statutory, deadline: 2027-07-01}"),
        "letters": initiative(retires="[letters]", participants="[utrecht]"),
        "ambitions/utrecht.yaml": "as_of: 2026-01-01\nambitions: {one: {title: Een, by: 2028}}\n",
    }
    with tempfile.TemporaryDirectory() as folder:
        return loaded(landscapes(Path(folder), files)).portfolio


@settings(deadline=None, max_examples=40)
@given(st.lists(applications(), min_size=1, max_size=3), DAYS, st.integers(1, 500))
def test_no_state_goes_back_as_days_pass(texts: list[str], day: date, days: int) -> None:
    portfolio = read(texts)
    before, after = (
        {
            (each.subject, each.kind, each.end or each.day): each
            for each in unanswered_deadlines(portfolio, on)
        }
        for on in (day, day + timedelta(days=days))
    )
    for key in before.keys() & after.keys():
        assert STATES.index(before[key].state) <= STATES.index(after[key].state)
    gone = before.keys() - after.keys()
    # What leaves the list without a change in the files is a contract that went on to its next end.
    assert all(kind == "contract" for _, kind, _ in gone)


@settings(deadline=None, max_examples=40)
@given(st.lists(applications(), min_size=1, max_size=4), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(texts: list[str], day: date, random: object) -> None:
    portfolio = read(texts)
    mixed = Portfolio(
        {
            kind: dict(shuffled(list(records.items()), random)) if kind != "partnership" else records
            for kind, records in portfolio.records.items()
        },
        portfolio.paths,
    )
    assert unanswered_deadlines(mixed, day) == unanswered_deadlines(portfolio, day)


def shuffled(items: list[tuple[str, object]], random: object) -> list[tuple[str, object]]:
    random.shuffle(items)  # type: ignore[attr-defined]
    return items


@settings(deadline=None, max_examples=40)
@given(st.lists(applications(), min_size=1, max_size=4), DAYS)
def test_each_deadline_is_in_one_group_of_its_state(texts: list[str], day: date) -> None:
    listed = unanswered_deadlines(read(texts), day)
    groups = grouped(listed)
    assert sorted(map(id, listed)) == sorted(id(each) for group in groups for each in group.deadlines)
    assert all(each.state == group.state for group in groups for each in group.deadlines)
    assert all(len(group.deadlines) > 1 for group in groups if group.kind != "alone")


@given(CONTRACTS, st.dates(date(2025, 1, 1), date(2100, 12, 31)), st.integers(0, 400))
def test_a_contract_only_goes_on(contract: Contract, day: date, days: int) -> None:
    before, after = position(contract, day), position(contract, day + timedelta(days=days))
    assert before.term.end <= after.term.end
    assert before.is_ended <= after.is_ended
    assert not (contract.renews and before.is_ended)


@given(CONTRACTS, st.dates(date(2025, 1, 1), date(2040, 12, 31)))
def test_a_contract_is_in_the_first_term_whose_notice_day_is_to_come(contract: Contract, day: date) -> None:
    ends = [contract.end]
    while contract.renews and contract.notice_day(ends[-1]) < day:
        times = len(ends)
        ends.append(Lag(contract.renews.months * times, contract.renews.days * times).after(contract.end))
    assert position(contract, day).term.end == ends[-1]
