"""The earliest schedule: when each initiative can start, and what holds it up."""

from datetime import date
from pathlib import Path

from icteregie.analysis.dependencies.schedule import Slot, driving_chain, schedule
from tests.desk import initiative, loaded, portfolio


def slots(root: Path, **files: str) -> dict[str, Slot]:
    """Schedule initiatives, written by their id."""
    return schedule(loaded(portfolio(root, files)).portfolio)


def dated(start: str, end: str, depends_on: str | None = None, **changes: str | None) -> str:
    """Write an initiative with a period, and what it depends on."""
    return initiative(period=f"{{start: {start}, end: {end}}}", depends_on=depends_on, **changes)


def test_finish_to_finish_ends_on_the_day_of_its_predecessor_at_the_earliest(tmp_path: Path) -> None:
    found = slots(
        tmp_path,
        first=dated("2027-01-01", "2027-06-30"),
        waits=dated("2027-02-01", "2027-03-31", "[{on: first, kind: finish-to-finish}]"),
    )
    # It takes 59 days, so it starts 58 days before the day on which both end.
    assert found["waits"] == Slot(date(2027, 5, 3), date(2027, 6, 30), "first")


def test_finish_to_finish_that_ends_on_that_day_is_not_held_up(tmp_path: Path) -> None:
    found = slots(
        tmp_path,
        first=dated("2027-01-01", "2027-06-30"),
        waits=dated("2027-05-03", "2027-06-30", "[{on: first, kind: finish-to-finish}]"),
    )
    assert found["waits"] == Slot(date(2027, 5, 3), date(2027, 6, 30))


def test_start_to_start_with_a_lag_starts_that_much_later(tmp_path: Path) -> None:
    found = slots(
        tmp_path,
        first=dated("2027-01-01", "2027-06-30"),
        waits=dated("2027-01-01", "2027-01-31", "[{on: first, kind: start-to-start, lag: 10 days}]"),
    )
    assert found["waits"] == Slot(date(2027, 1, 11), date(2027, 2, 10), "first")


def test_of_two_dependencies_the_later_one_holds_it_up(tmp_path: Path) -> None:
    soon, late = dated("2027-01-01", "2027-03-31"), dated("2027-01-01", "2027-06-30")
    for number, order in enumerate(("[soon, late]", "[late, soon]")):
        found = slots(
            tmp_path / str(number), soon=soon, late=late, waits=dated("2027-02-01", "2027-02-28", order)
        )
        assert found["waits"] == Slot(date(2027, 7, 1), date(2027, 7, 28), "late")


def test_of_two_dependencies_that_are_ready_together_the_first_holds_it_up(tmp_path: Path) -> None:
    ready = dated("2027-01-01", "2027-03-31")
    found = slots(tmp_path, a=ready, b=ready, waits=dated("2027-02-01", "2027-02-28", "[b, a]"))
    assert found["waits"] == Slot(date(2027, 4, 1), date(2027, 4, 28), "b")


def test_what_is_no_longer_live_or_has_no_period_holds_nothing_up(tmp_path: Path) -> None:
    found = slots(
        tmp_path,
        stopped=dated("2027-01-01", "2027-12-31", status="stopped"),
        undated=initiative(period=None),
        waits=dated("2027-02-01", "2027-02-28", "[stopped, undated]"),
    )
    assert found == {"waits": Slot(date(2027, 2, 1), date(2027, 2, 28))}


def test_what_is_in_a_circle_or_waits_for_one_cannot_be_scheduled(tmp_path: Path) -> None:
    files = {name: dated("2027-Q1", "2027-Q1", f"[{on}]") for name, on in (("a", "b"), ("b", "a"))}
    files["behind"] = dated("2027-Q1", "2027-Q1", "[a]")
    assert [*slots(tmp_path, **files, apart=dated("2027-Q1", "2027-Q1"))] == ["apart"]


def test_a_long_chain_names_as_many_as_are_asked_for(tmp_path: Path) -> None:
    names = ["a", "b", "c", "d"]
    files = {
        name: dated("2027-01-01", "2027-01-31", f"[{names[n - 1]}]" if n else None)
        for n, name in enumerate(names)
    }
    found = slots(tmp_path, **files)
    assert driving_chain("d", found) == ("a", "b", "c", "d")
    assert driving_chain("d", found, 4) == ("a", "b", "c", "d")
    assert driving_chain("d", found, 3) == ("…", "c", "d")


def test_what_depends_on_nothing_that_is_there_is_scheduled_all_the_same(tmp_path: Path) -> None:
    found = slots(tmp_path, waits=dated("2027-02-01", "2027-02-28", "[nowhere]"))
    assert found == {"waits": Slot(date(2027, 2, 1), date(2027, 2, 28))}
