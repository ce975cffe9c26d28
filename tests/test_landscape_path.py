"""What plans add to generated landscapes and retire, and the paths to targets, against a calculation."""

import pytest

from icteregie.analysis.landscape.changes import changes
from icteregie.analysis.landscape.growth import MemberGrowth, growth_paths
from icteregie.portfolio.portfolio import Portfolio
from tests.desk import loaded
from tests.landscape_desk import on_disk
from tests.landscape_path import YEARS, added, on_path, paid, retired
from tests.landscapes import Generated, generate

AGENDA = 2027


@pytest.fixture(scope="module", params=[1, 2, 3])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Generated, Portfolio]:
    made = generate(request.param)
    return made, loaded(on_disk(made, tmp_path_factory.mktemp("path"))).portfolio


def test_each_application_is_retired_once_in_the_year_of_its_plan(both: tuple[Generated, Portfolio]) -> None:
    made, portfolio = both
    found = changes(portfolio, AGENDA)
    assert {each.application.id: (each.year, each.is_booked) for each in found.retired} == {
        each.app.id: (each.year, each.plan.booked) for each in retired(made)
    }
    assert {each.application.id: each.since for each in found.retired} == {
        each.app.id: each.saved_from for each in retired(made)
    }


def test_what_is_retired_and_saved_by_year(both: tuple[Generated, Portfolio]) -> None:
    made, portfolio = both
    found = changes(portfolio, AGENDA)
    for row in found.years:
        saved = [each for each in retired(made) if each.saved_from <= row.year]
        assert row.together.retired == len([each for each in retired(made) if each.year == row.year])
        booked, hoped_for = (
            sum(each.app.yearly or 0 for each in saved if each.plan.booked is kind) for kind in (True, False)
        )
        assert (row.together.booked, row.together.hoped_for) == (booked, hoped_for)
        assert row.together.saved_unknown == len([each for each in saved if each.app.yearly is None])
    assert [row.year for row in found.years] == list(YEARS)


def test_what_is_added_and_costs_by_year(both: tuple[Generated, Portfolio]) -> None:
    made, portfolio = both
    coming, costs = added(made), paid(made)
    for row in changes(portfolio, AGENDA).years:
        assert row.together.added == len([each for each in coming if each.year == row.year])
        running = [each for each in costs if each.since <= row.year]
        assert row.together.cost == sum(each.yearly or 0 for each in running)
        assert row.together.cost_unknown == sum(len(each.members) for each in running if each.yearly is None)


def test_the_path_to_each_target(both: tuple[Generated, Portfolio]) -> None:
    made, portfolio = both
    assert {
        path.component: {each.member: state_of(each) for each in path.members}
        for path in growth_paths(portfolio, AGENDA)
    } == {component: on_path(made, component) for component in made.components if component in made.targets}


def state_of(growth: MemberGrowth) -> tuple[str, int | None, bool]:
    day = growth.arrival.day if growth.arrival else None
    return growth.state, day.year if day else None, growth.is_late


def test_who_is_there_each_year(both: tuple[Generated, Portfolio]) -> None:
    made, portfolio = both
    for path in growth_paths(portfolio, AGENDA):
        states = on_path(made, path.component)
        for row in path.years:
            assert set(row.there) == {
                member
                for member, (state, year, _) in states.items()
                if state == "on-target" or (state == "comes" and year is not None and year <= row.year)
            }
