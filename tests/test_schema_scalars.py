"""Of a single value the schema refuses what the reader refuses, and nothing else."""

import re
from string import ascii_lowercase, digits
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from icteregie.diagnostics.ceilings import FIRST_YEAR, LAST_YEAR
from icteregie.portfolio import scalars
from icteregie.portfolio.estimate import OneOff
from icteregie.portfolio.landscape import Bbn
from icteregie.portfolio.period import DurationField, HorizonField, LagField, MomentField
from icteregie.portfolio.scalars import up_to

KINDS: dict[str, Any] = {
    "euros": scalars.Euros,
    "count": scalars.Hours,
    "year": scalars.Year,
    "mark": scalars.Mark,
    "weight": scalars.Weight,
    "factor": scalars.Factor,
    "percentage": scalars.Percentage,
    "day": scalars.Day,
    "moment": MomentField,
    "horizon": HorizonField,
    "lag": LagField,
    "duration": DurationField,
    "line": scalars.Line,
    "prose": scalars.Prose,
    "yes": scalars.OnlyTrue,
    "id": scalars.Id,
    "ambition": scalars.AmbitionId,
    "retired": scalars.RetiredId,
    "bbn": Bbn,
    "address": scalars.WebAddress,
    "uuid": scalars.GemmaId,
    "cbs": scalars.CbsCode,
    "one_off": OneOff,
}
TEXTS = (
    *(
        "0",
        "7",
        "120",
        "007",
        "-1",
        "+1",
        "1e3",
        "120.000",
        "120.500",
        "1.250.000",
        "120,000",
        "1_000",
        "1_00",
    ),
    *("12_345_678", "9_999_999", "10_000_000", "10_000_001", "10000000", "10000001", "999_999_999_999"),
    *(
        "1_000_000_000_000",
        "1000000000000",
        "1000000000001",
        "€ 120",
        "120.000,00",
        "12.5",
        "12.1234567",
        "0.500",
    ),
    *(
        "1989",
        "1990",
        "2100",
        "2101",
        "27",
        "5",
        "6",
        "30%",
        "12.5 %",
        "1000%",
        "1000.000%",
        "1000.1%",
        "1001%",
    ),
    *("12.500%", "0.125%", "30", "2027-03-31", "2027-04-31", "2028-02-29", "2027-02-29", "2100-02-29"),
    *("2000-02-29", "1989-12-31", "1990-01-01", "2100-12-31", "2101-01-01", "31-03-2027", "2027-3-1"),
    *(
        "2027-Q1",
        "2101-Q1",
        "1989-Q4",
        "2027-Q5",
        "2027-q1",
        "2027-13",
        "2027-12",
        "2101-01",
        "1 day",
        "3650 days",
    ),
    *(
        "3651 days",
        "-2 weeks",
        "520 weeks",
        "521 weeks",
        "120 months",
        "121 months",
        "0 days",
        "1.5 days",
        "2 jaar",
        "1 year",
        "10 years",
        "11 years",
        "6 months",
        "1",
        "3",
        "4",
    ),
    *(" ", "\n", "a\nb", "a" * 200, "a" * 201, " " * 50 + "a" * 200 + " ", "a" * 10_000, "a" * 10_001),
    *("“a”", "“a” en “b”", "„a”", "“”", "– a", "• a", "•", "•a", "2027", "true", "True", "yes", "false"),
    *(
        "den-haag",
        "Den Haag",
        "den--haag",
        "-a",
        "a-",
        "a" * 64,
        "a" * 65,
        "een/twee",
        "een",
        "e/" + "a" * 126,
    ),
    *("e/" + "a" * 127, "https://example.org/a?b=c#d", "http://a b", "ftp://a", "https://" + "a" * 492),
    *("https://" + "a" * 493, "GM0363", "GM363", "gm0363", "0" * 8 + "-0000" * 3 + "-" + "0" * 12, "0" * 32),
)


READERS = {kind: TypeAdapter(of) for kind, of in KINDS.items()}
SCHEMAS = {kind: jsonschema.Draft202012Validator(reader.json_schema()) for kind, reader in READERS.items()}


def takes(kind: str, text: str) -> bool:
    try:
        READERS[kind].validate_python(text)
    except ValidationError:
        return False
    return True


def fits(kind: str, value: object) -> bool:
    return bool(SCHEMAS[kind].is_valid(value))


@pytest.mark.parametrize("kind", KINDS)
def test_a_quoted_value_is_refused_by_both_or_by_none(kind: str) -> None:
    different = [text for text in TEXTS if takes(kind, text) != fits(kind, text)]
    assert different == []


@pytest.mark.parametrize("kind", KINDS)
@given(
    text=st.one_of(
        st.text(f"{digits}Q{ascii_lowercase}_.,/%€ -", min_size=1, max_size=12),
        st.text("ab1-/ é“”•\n", min_size=1),
    )
)
def test_any_text_is_refused_by_both_or_by_none(kind: str, text: str) -> None:
    if not text.endswith("\n"):  # $ is before it in Python, and not in an editor
        assert takes(kind, text) == fits(kind, text)


@pytest.mark.parametrize("kind", KINDS)
@given(number=st.one_of(st.integers(-5, 12_000), st.integers(-(10**13), 10**13)))
def test_a_bare_number_is_refused_by_both_or_by_none(kind: str, number: int) -> None:
    assert takes(kind, str(number)) == fits(kind, number)


@pytest.mark.parametrize("kind", ["euros", "count", "one_off"])
@pytest.mark.parametrize("number", [120.5, 0.5, -120.5])
def test_a_broken_number_is_no_amount(kind: str, number: float) -> None:
    assert not fits(kind, number)


def test_a_bare_number_with_three_zeros_behind_its_point_is_another_number_to_an_editor() -> None:
    """The limit of JSON Schema: it has numbers and not what was typed. ``regie validate`` refuses it."""
    assert not takes("euros", "120.000")
    assert fits("euros", 120.000)


@pytest.mark.parametrize("kind", ["year", "day", "moment"])
def test_the_years_are_those_of_the_reader(kind: str) -> None:
    suffix = "" if kind == "year" else "-06-30"
    years = [year for year in range(1900, 2200) if fits(kind, f"{year}{suffix}")]
    assert years == list(range(FIRST_YEAR, LAST_YEAR + 1))


@pytest.mark.parametrize("most", [1, 5, 10, 19, 120, 520, 1000, 3650, 9999])
def test_a_pattern_up_to_a_number_ends_there(most: int) -> None:
    fitting = [n for n in range(most * 11 + 20) if re.fullmatch(up_to(most), str(n))]
    assert fitting == list(range(1, most + 1))
