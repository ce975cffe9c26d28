"""Laws of comparing: nothing with itself, back is the mirror of there, and shares add up to the whole."""

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from icteregie.reports.diff.view import DiffReport
from tests.diff.two import on_disk, said
from tests.gitrepo import text

MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")
AMOUNTS = st.dictionaries(st.integers(2026, 2029), st.integers(0, 10_000_000), max_size=3)
NAMES = ("access", "counter", "letters")


@st.composite
def initiatives(draw: st.DrawFn) -> str:
    one_off, recurring = draw(AMOUNTS), draw(AMOUNTS)
    who = draw(st.lists(st.sampled_from(MEMBERS), min_size=1, unique=True))
    return text(
        draw(st.sampled_from(("Een", "Twee", "Drie"))),
        status=draw(st.sampled_from(("idea", "proposal", "advised", "adopted", "parked"))),
        agenda=draw(st.sampled_from(("2026", "2027", None))),
        participants=draw(st.sampled_from(("all", f"[{', '.join(who)}]"))),
        cost_key=draw(st.sampled_from(("clients", "equal", "mixed"))),
        costs=f"{{one_off: {one_off}, recurring: {recurring}}}",
        period=draw(st.sampled_from(("{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-Q2, end: 2028-Q1}"))),
        depends_on=draw(st.sampled_from((None, "[access]"))),
    )


PORTFOLIOS = st.dictionaries(st.sampled_from(NAMES), initiatives(), min_size=1)


def compared(before: dict[str, str], after: dict[str, str]) -> DiffReport:
    with tempfile.TemporaryDirectory() as folder:
        return on_disk(Path(folder), before, after)


@settings(max_examples=25, deadline=None)
@given(PORTFOLIOS)
def test_nothing_differs_from_itself(files: dict[str, str]) -> None:
    assert compared(files, files).is_empty


MOVED = text("Balie")


@settings(max_examples=40, deadline=None)
@example({"access": text("Toegang"), "counter": MOVED}, {"letters": MOVED})
@given(PORTFOLIOS, PORTFOLIOS)
def test_the_way_back_is_the_mirror_of_the_way_there(one: dict[str, str], other: dict[str, str]) -> None:
    there, back = compared(one, other), compared(other, one)
    assert there.initiatives.came == back.initiatives.went
    assert there.initiatives.renames == {new: old for old, new in back.initiatives.renames.items()}
    assert {c.before.id: mirror(said(c.changes)) for c in there.initiatives.changed} == {
        c.after.id: sorted(said(c.changes)) for c in back.initiatives.changed
    }
    assert sorted(m.difference for m in there.money) == sorted(-m.difference for m in back.money)
    assert sorted(s.end_days for s in there.shifts) == sorted(-s.end_days for s in back.shifts)
    if not there.initiatives.renames:
        assert there.findings.new == back.findings.solved
        assert there.findings.solved == back.findings.new
        assert sorted((str(a), str(b)) for a, b in there.findings.changed) == sorted(
            (str(b), str(a)) for a, b in back.findings.changed
        )
        assert [(e.before, e.after) for e in there.years] == [(e.after, e.before) for e in back.years]


def mirror(rows: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return sorted((way, after, before) for way, before, after in rows)


@settings(max_examples=40, deadline=None)
@given(PORTFOLIOS, PORTFOLIOS)
def test_what_members_pay_more_adds_up_to_what_it_costs_more(
    one: dict[str, str], other: dict[str, str]
) -> None:
    view = compared(one, other)
    for change in view.money:
        assert sum(change.difference_for(member) for member in MEMBERS) == change.difference
    for effect in view.years:
        own = {m: effect.after.members[m] - effect.before.members[m] for m in MEMBERS}
        assert sum(own.values()) == effect.after.total - effect.before.total
