"""Every file of the corpus gives exactly the finding that it must, or is taken as it stands."""

from typing import cast

import pytest

from icteregie.rules.catalogue import RULES
from tests.corpus.built import built
from tests.corpus.case import NEIGHBOURS_OWN, Case
from tests.corpus.judged import Judgement, judge_all
from tests.corpus.walked import walked

CASES = [*walked(), *built()]
LEVELS = {rule.name: rule.severity for rule in RULES}


@pytest.fixture(scope="session")
def judgements(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Judgement]:
    """Judge the cases that were asked for, all at once."""
    asked = [
        cast("Case", item.callspec.params["case"])
        for item in request.session.items
        if isinstance(item, pytest.Function) and item.originalname == test_it_is_judged_as_it_must.__name__
    ]
    return judge_all(asked, tmp_path_factory.mktemp("corpus"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_judged_as_it_must(case: Case, judgements: dict[str, Judgement]) -> None:
    judged = judgements[case.name]
    assert (judged.noise, judged.code) == ("", 0 if case.is_accepted else 1)
    assert judged.beyond == ()
    if case.is_accepted:
        assert judged.told == {}
        assert {key: (judged.shown or {}).get(key) for key in case.values} == case.values
        return
    assert set(case.expected) <= set(judged.told)
    assert case.may_say_more or set(judged.told) == {*case.expected, NEIGHBOURS_OWN}
    assert NEIGHBOURS_OWN in judged.told
    must_stop = [one for one in case.expected if LEVELS[one.rule.partition(".")[0]] == "error"]
    assert [one for one in must_stop if judged.told[one] != "error"] == []


def test_the_corpus_is_as_large_as_it_should_be() -> None:
    assert sum(not case.is_accepted for case in CASES) >= 200
    assert sum(case.is_accepted for case in CASES) >= 30
    assert len({case.name for case in CASES}) == len(CASES)
