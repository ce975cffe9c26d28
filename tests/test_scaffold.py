"""What the first version of a file is made of: quoted texts, ids, names and a year's dates."""

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from icteregie.checking.runner import check
from icteregie.diagnostics import ceilings
from icteregie.escape.unseen import unseen_names
from icteregie.escape.yaml import in_braces, line
from icteregie.loading import reader
from icteregie.loading.decoding import unwanted
from icteregie.loading.fields import fill
from icteregie.loading.load import load
from icteregie.portfolio import readers
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.scaffold.initiative_file import NewInitiative, render
from icteregie.scaffold.members import member
from icteregie.scaffold.portfolio_files import NewPortfolio, files
from icteregie.scaffold.slug import slug, unique
from icteregie.scaffold.year import calendar, nearest
from tests.desk import PARTNERSHIP, TODAY, portfolio

IN_TIME = date(2026, 5, 18)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Één loket", "een-loket"),
        ("Foto's & DigiD®", "fotos-digid"),
        ("Straße Ærø Łódź", "strasse-aero-lodz"),
        ("2027: begroting", "initiatief-2027-begroting"),
        ("東京", "initiatief"),
        ("a--b__c", "a-b-c"),
        (
            "Vervanging van het zaaksysteem voor alle vier de steden",
            "vervanging-van-het-zaaksysteem-voor-alle-vier-de",
        ),
    ],
)
def test_an_id_from_a_title(title: str, name: str) -> None:
    assert slug(title, "initiatief") == name


@given(st.text(), st.sets(st.sampled_from(["a", "a-2", "initiatief", "initiatief-2", "initiatief-3"])))
def test_every_title_gives_an_id_that_is_free(title: str, taken: set[str]) -> None:
    name = unique(slug(title, "initiatief"), taken)
    assert readers.ID.fullmatch(name)
    assert len(name) <= ceilings.ID_LENGTH
    assert name not in taken


def allowed(read: Any) -> st.SearchStrategy[str]:
    """Any text that the format allows, and more often those that look like something else."""

    def is_allowed(text: str) -> bool:
        try:
            return not unwanted(text) and bool(read(text))
        except PydanticCustomError:
            return False

    odd = st.sampled_from(["no", "~", "null", "2027", "- a", "a: b", "a #b", "'", '"', "{a}", "[", "|", ">-"])
    odder = st.sampled_from(
        ["---", "!t", "&a", "*a", "@", "%", "a:", "#", "<<", "\t", "a\tb", "1e3", "=", "y"]
    )
    pieces = st.lists(st.one_of(odd, odder, st.text(max_size=8), st.just("\n"), st.just(" ")), max_size=8)
    return st.one_of(odd, odder, pieces.map("".join), st.text()).filter(is_allowed)


@given(title=allowed(readers.line), summary=allowed(readers.prose))
def test_what_someone_types_reads_back_as_that_text(title: str, summary: str) -> None:
    tree: Any = reader.read(PARTNERSHIP.encode())[0]
    partnership = fill(Partnership, tree).record
    read_title, read_summary = readers.line(title), readers.prose(summary.replace("\r\n", "\n"))
    typed = NewInitiative(
        read_title,
        "utrecht",
        IN_TIME,
        2027,
        "proposal",
        "supporting",
        "access",
        (),
        read_summary,
        is_late=False,
    )
    tree, faults = reader.read(render(typed, partnership, "nl").encode())
    assert faults == []
    filled = fill(Initiative, {**tree, "id": "x"})
    assert filled.findings == ()
    assert (filled.record.title, filled.record.summary) == (read_title, read_summary)


@given(allowed(readers.line))
def test_other_readers_of_yaml_see_the_same_text(title: str) -> None:
    text = readers.line(title)
    assert yaml.safe_load(f"a: {line(text)}") == {"a": text}
    assert yaml.safe_load(f"a: {{b: {in_braces(text)}, c: d}}") == {"a": {"b": text, "c": "d"}}


@pytest.mark.parametrize("year", range(1992, 2100))
def test_every_year_has_a_calendar_that_holds_together(year: int) -> None:
    dates = calendar(year)
    in_order = [
        dates.first_estimate,
        dates.intake_closes,
        dates.dossier_closes,
        dates.advice,
        dates.decision,
        dates.late_advice,
        dates.late_decision,
    ]
    assert in_order == sorted(in_order)
    meetings = [day for _, day in dates.meetings]
    assert meetings == sorted(meetings)
    assert {day.strftime("%a") for day in meetings} == {"Thu"}
    decided = {dates.advice, dates.decision, dates.late_advice, dates.late_decision}
    assert {dates.first_estimate, *decided} <= set(meetings)


@given(st.dates(), st.integers(0, 6))
def test_the_nearest_day_of_the_week_is_at_most_three_days_away(day: date, weekday: int) -> None:
    if date(1, 1, 4) < day < date(9999, 12, 27):
        found = nearest(weekday, day)
        assert found.weekday() == weekday
        assert abs((found - day).days) <= 3


NAMES = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"]), min_size=1
).filter(lambda name: not unseen_names(name))
"""What ``init`` takes for a name: it refuses what nobody sees, variation selectors among it."""


@given(name=NAMES, towns=st.lists(NAMES, min_size=1, max_size=3), language=st.sampled_from(["nl", "en"]))
@settings(max_examples=20, deadline=None)
def test_any_name_gives_a_portfolio_without_findings(
    tmp_path_factory: pytest.TempPathFactory, name: str, towns: list[str], language: Language
) -> None:
    found = {one.id: one for one in (member(town[:60]) for town in towns)}
    new = NewPortfolio(name[:200], language, tuple(found.values()), 2027, "none", date(2026, 2, 1))
    root = portfolio(tmp_path_factory.mktemp("p"), dict(files(new)))
    (root / "regie.yaml").write_text(dict(files(new))["regie.yaml"], "utf-8")
    loaded = load(root)
    assert check(loaded, TODAY) == []
    assert loaded.portfolio.partnership.name == name[:200]
