"""Selectors mean what they say, and keep the laws of sets."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.selection import SelectorError, select
from icteregie.loading.fields import fill
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import Portfolio
from tests.desk import EXAMPLE, initiative, loaded, portfolio


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    """A chain base → middle → top, and one on its own."""
    root = tmp_path_factory.mktemp("four")
    files = {
        "api-base": initiative(
            participants="[rotterdam]", submitter="rotterdam", status="done", agenda="2026"
        ),
        "api-middle": initiative(
            depends_on="[api-base]",
            domain="access",
            effort="{platform: {2027-Q1: 10}}",
            tags="[privacy, front-office]",
        ),
        "top": initiative(depends_on="[api-middle]", components="[identity]", submitted="2026-07-02"),
        "alone": initiative(
            submitter="partnership", participants="[utrecht]", steering="experimental", retires="[letters]"
        ),
    }
    return loaded(portfolio(root, files)).portfolio


@pytest.mark.parametrize(
    ("selectors", "ids"),
    [
        ([], ["alone", "api-base", "api-middle", "top"]),
        (["top"], ["top"]),
        (["+top"], ["api-base", "api-middle", "top"]),
        (["1+top"], ["api-middle", "top"]),
        (["0+top"], ["top"]),
        (["api-base+"], ["api-base", "api-middle", "top"]),
        (["api-base+1"], ["api-base", "api-middle"]),
        (["+api-middle+"], ["api-base", "api-middle", "top"]),
        (["api-*"], ["api-base", "api-middle"]),
        (["api-*+"], ["api-base", "api-middle", "top"]),
        (["member:rotterdam"], ["api-base", "api-middle", "top"]),
        (["member:utrecht"], ["alone", "api-middle", "top"]),
        (["submitter:partnership"], ["alone"]),
        (["status:done"], ["api-base"]),
        (["status:*o*"], ["alone", "api-base", "api-middle", "top"]),
        (["steering:experimental"], ["alone"]),
        (["domain:access"], ["api-middle"]),
        (["component:identity"], ["top"]),
        (["component:letters"], ["alone"]),
        (["agenda:2026"], ["api-base"]),
        (["on:2027"], ["alone", "api-middle", "top"]),
        (["team:platform"], ["api-middle"]),
        (["tag:privacy"], ["api-middle"]),
        (["tag:front-*"], ["api-middle"]),
        (["late:2027"], ["top"]),
        (["+late:2027"], ["api-base", "api-middle", "top"]),
        (["+top,member:utrecht"], ["api-middle", "top"]),
        (["alone", "top"], ["alone", "top"]),
    ],
)
def test_a_selector_chooses(four: Portfolio, selectors: list[str], ids: list[str]) -> None:
    assert list(select(four, selectors).ids) == ids


def test_exclude_takes_the_same(four: Portfolio) -> None:
    assert select(four, ["+top"], ["status:done,api-*", "top"]).ids == ("api-middle",)


@pytest.mark.parametrize("text", ["zzz-*", "status:parked", "on:2026", "top,alone"])
def test_what_matches_nothing_is_told(four: Portfolio, text: str) -> None:
    selection = select(four, [text, "top"])
    assert selection.unmatched == (text,)
    assert selection.ids == ("top",)


@pytest.mark.parametrize(
    ("text", "name", "guess"),
    [
        ("api-bass", "selector-id-guess", "api-base"),
        ("memer:utrecht", "selector-method-guess", "member"),
        ("member:utrech", "selector-value-guess", "utrecht"),
        ("tag:privac", "selector-value-guess", "privacy"),
        ("status:proposals", "selector-value-guess", "proposal"),
        ("qqqqqqqq", "selector-id", None),
        ("size:large", "selector-method", None),
        ("agenda:soon", "selector-value", None),
        ("", "selector", None),
        ("top,", "selector", None),
        ("a+b+c", "selector", None),
        ("x+top", "selector", None),
        ("+", "selector", None),
    ],
)
def test_a_selector_that_cannot_mean_anything_is_refused(
    four: Portfolio, text: str, name: str, guess: str | None
) -> None:
    with pytest.raises(SelectorError) as refused:
        select(four, [text])
    assert refused.value.name == name
    assert refused.value.values.get("guess") == guess


def test_a_circle_ends(tmp_path: Path) -> None:
    files = {"a": initiative(depends_on="[b]"), "b": initiative(depends_on="[a]")}
    assert select(loaded(portfolio(tmp_path, files)).portfolio, ["+a"]).ids == ("a", "b")


def test_an_unreadable_initiative_is_known_and_not_chosen(tmp_path: Path) -> None:
    found = loaded(portfolio(tmp_path, {"broken": "title: [", "whole": initiative()})).portfolio
    selection = select(found, ["broken", "whole"])
    assert (selection.ids, selection.unmatched) == (("whole",), ("broken",))


EXAMPLE_PORTFOLIO = loaded(EXAMPLE).portfolio
SELECTORS = st.sampled_from(
    [
        *("on:2027", "member:utrecht", "status:proposal", "steering:*", "late:2027", "domain:income"),
        *("+statusinformatie", "dotnet10+", "2+ontmoetingsplein", "+biztalk-event+", "*-*", "b*"),
    ]
)


def ids(*selectors: str) -> set[str]:
    return set(select(EXAMPLE_PORTFOLIO, selectors).ids)


@given(SELECTORS, SELECTORS)
def test_a_space_joins(one: str, other: str) -> None:
    assert ids(one, other) == ids(one) | ids(other)


@given(SELECTORS, SELECTORS)
def test_a_comma_intersects(one: str, other: str) -> None:
    assert ids(f"{one},{other}") == ids(one) & ids(other)


@given(SELECTORS, SELECTORS)
def test_exclude_takes_away(one: str, other: str) -> None:
    assert set(select(EXAMPLE_PORTFOLIO, [one], [other]).ids) == ids(one) - ids(other)


@given(st.lists(SELECTORS, min_size=1, max_size=4))
def test_the_outcome_is_sorted_and_has_no_doubles(selectors: list[str]) -> None:
    found = select(EXAMPLE_PORTFOLIO, selectors).ids
    assert list(found) == sorted(set(found))


FRAME = fill(
    Partnership,
    {
        "format": "1",
        "name": "?",
        "members": {"utrecht": {"name": "Utrecht"}},
        "cost_keys": {"equal": {"label": "?", "equal": "true"}},
        "default_cost_key": "equal",
    },
).record


ONE = {
    "title": "t",
    "submitter": "utrecht",
    "submitted": "2026-05-18",
    "status": "idea",
    "steering": "supporting",
    "participants": "all",
    "summary": "s",
}


def graph(links: dict[int, set[int]]) -> Portfolio:
    """Make a portfolio in memory: each number waits for these numbers."""
    made = {}
    for number, ons in sorted(links.items()):
        one = ONE | {"id": f"i{number}", "depends_on": [f"i{on}" for on in sorted(ons)]}
        made[f"i{number}"] = fill(Initiative, one).record
    return Portfolio(
        {"partnership": {"": FRAME}, "initiative": made},
        {"initiative": {name: f"{name}.yaml" for name in made}},
    )


@st.composite
def acyclic(draw: st.DrawFn) -> dict[int, set[int]]:
    """Draw a graph in which a number waits for lower numbers only."""
    size = draw(st.integers(1, 9))
    return {n: draw(st.sets(st.integers(0, n - 1))) if n else set() for n in range(size)}


def naive(links: dict[int, set[int]], start: int) -> set[int]:
    return {start}.union(*(naive(links, on) for on in links[start]))


@given(acyclic(), st.data())
def test_plus_is_everything_along_the_dependencies(links: dict[int, set[int]], data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(sorted(links)))
    below = naive(links, start)
    above = {n for n in links if start in naive(links, n)}
    made = graph(links)
    for text, expected in ((f"+i{start}", below), (f"i{start}+", above), (f"+i{start}+", below | above)):
        assert set(select(made, [text]).ids) == {f"i{n}" for n in expected}


@given(acyclic(), st.data(), st.integers(0, 3))
def test_a_number_of_steps_is_so_many_steps(
    links: dict[int, set[int]], data: st.DataObject, steps: int
) -> None:
    start = data.draw(st.sampled_from(sorted(links)))
    expected = {start}
    for _ in range(steps):
        expected = expected.union(*(links[n] for n in expected))
    assert set(select(graph(links), [f"{steps}+i{start}"]).ids) == {f"i{n}" for n in expected}
