"""When contracts of generated landscapes must be answered, compared with a calculation apart."""

from datetime import date, timedelta

import pytest

from icteregie.analysis.unanswered.answers import NamedBy
from icteregie.analysis.unanswered.landscape import contract_deadlines
from icteregie.portfolio.portfolio import Portfolio
from tests.desk import loaded
from tests.landscape_deadlines import Season, answers, asked, ended
from tests.landscape_desk import on_disk
from tests.landscapes import Generated, generate

SEASONS = {2027: Season(date(2026, 7, 1), date(2026, 11, 12))}
DAYS = [date(2026, 1, 1) + timedelta(43 * number) for number in range(40)]


@pytest.fixture(scope="module", params=[1, 2, 3])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Generated, Portfolio]:
    made = generate(request.param)
    return made, loaded(on_disk(made, tmp_path_factory.mktemp("deadlines"))).portfolio


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_each_contract_is_reported_in_its_state(both: tuple[Generated, Portfolio], today: date) -> None:
    made, portfolio = both
    expected = {}
    for app in made.apps:
        found = asked(app, today, SEASONS)
        if found and not any(plan.last <= found.answer_by for plan in answers(made, app)):
            expected[app.id] = (found.notice, found.calm, found.state)
    listed = list(contract_deadlines(portfolio, NamedBy(portfolio), today))
    assert {
        each.subject: (each.day, each.calm_day, each.state)
        for each in listed
        if each.rule == "unanswered-deadline"
    } == expected
    assert {each.subject for each in listed if each.rule == "contract-ended"} == {
        app.id for app in made.apps if ended(app, today)
    }
