"""Every single value of the file format: taken for exactly what it says, or refused with a reason."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from icteregie.portfolio import readers, scalars
from icteregie.portfolio.input_hints import written_amount, written_day
from icteregie.portfolio.readers import AMBITION, CBS_CODE, UUID, WEB_ADDRESS, matching

Refusal = tuple[str, dict[str, Any]]


def refusal(read: Callable[[object], object], raw: object) -> Refusal:
    """Give the code with which a value is refused, and what its message is told."""
    with pytest.raises(PydanticCustomError) as refused:
        read(raw)
    told = dict(refused.value.context or {})
    return str(told.pop("code")), told


THOUSANDS = ("thousands-separator", {"instead": "250000"})


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", 0),
        ("5", 5),
        ("250000", 250_000),
        ("250_000", 250_000),
        ("1_250_000", 1_250_000),
        ("1000000000000", 10**12),
        ("1_000_000_000_000", 10**12),
    ],
)
def test_an_amount_is_whole_euros(text: str, amount: int) -> None:
    assert readers.euros(text) == amount


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("250.000", THOUSANDS),
        ("250,000", THOUSANDS),
        ("250 000", THOUSANDS),
        ("1.250.000", ("thousands-separator", {"instead": "1250000"})),
        ("1000000000001", ("too-large", {"most": 10**12})),
        ("9" * 5000, ("too-large", {"most": 10**12})),
        ("25_00", ("not-an-amount", {})),
        ("2500_000", ("not-an-amount", {})),
        ("_250", ("not-an-amount", {})),
        ("250_", ("not-an-amount", {})),
        ("0_000", ("not-an-amount", {})),
        ("0123", ("not-an-amount", {})),
        ("00", ("not-an-amount", {})),
        ("1e6", ("not-an-amount", {})),
        ("0x10", ("not-an-amount", {})),
        ("-5", ("not-an-amount", {})),
        ("-0", ("not-an-amount", {})),
        ("+5", ("not-an-amount", {})),
        ("5.5", ("not-an-amount", {})),
        ("5,50", ("not-an-amount", {})),
        ("€ 5", ("not-an-amount", {})),
        ("5 euro", ("not-an-amount", {})),
        (".inf", ("not-an-amount", {})),
        ("true", ("not-an-amount", {})),
        ("٢٥٠", ("not-an-amount", {})),  # Arabic digits
        ("\uff12\uff15\uff10", ("not-an-amount", {})),  # full-width digits
        ("²", ("not-an-amount", {})),
        (" 5", ("not-an-amount", {})),
        ("5\n", ("not-an-amount", {})),
        ("", ("empty", {})),
        (None, ("empty", {})),
        (["5"], ("one-value-expected", {})),
        ({"5": "5"}, ("one-value-expected", {})),
    ],
)
def test_what_is_no_amount_is_refused(text: object, why: Refusal) -> None:
    assert refusal(readers.euros, text) == why


def test_hours_go_to_ten_million() -> None:
    assert readers.count("10000000") == 10**7
    assert refusal(readers.count, "10000001") == ("too-large", {"most": 10**7})
    assert refusal(readers.count, "2 uur") == ("not-a-number", {})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-02-28", date(2027, 2, 28)),
        ("2028-02-29", date(2028, 2, 29)),
        ("1990-01-01", date(1990, 1, 1)),
        ("2100-12-31", date(2100, 12, 31)),
    ],
)
def test_a_day_is_a_day_of_the_calendar(text: str, day: date) -> None:
    assert readers.day(text) == day


OUT_OF_RANGE = ("year-out-of-range", {"first": 1990, "last": 2100})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2027-02-29", ("no-such-day", {})),
        ("2027-02-30", ("no-such-day", {})),
        ("2100-02-29", ("no-such-day", {})),
        ("2027-00-10", ("no-such-day", {})),
        ("2027-13-01", ("no-such-day", {})),
        ("2027-04-31", ("no-such-day", {})),
        ("1989-12-31", OUT_OF_RANGE),
        ("2101-01-01", OUT_OF_RANGE),
        ("0000-01-01", OUT_OF_RANGE),
        ("18-05-2026", ("day-first", {"instead": "2026-05-18"})),
        ("18/5/2026", ("day-first", {"instead": "2026-05-18"})),
        ("1.2.2026", ("day-first", {"instead": "2026-02-01"})),
        ("05-31-2026", ("no-such-day", {})),  # month first: no day to suggest
        ("31-02-2026", ("no-such-day", {})),
        ("18-05-1926", OUT_OF_RANGE),
        ("2026-5-18", ("not-a-day", {})),
        ("20260518", ("not-a-day", {})),
        ("2026-05-18T10:00:00", ("not-a-day", {})),
        ("2026-05", ("not-a-day", {})),
        ("18 mei 2026", ("not-a-day", {})),
        ("morgen", ("not-a-day", {})),
        ("٢٠٢٦-٠٥-١٨", ("not-a-day", {})),
        ("", ("empty", {})),
    ],
)
def test_what_is_no_day_is_refused(text: str, why: Refusal) -> None:
    assert refusal(readers.day, text) == why


@pytest.mark.parametrize("text", ["1990", "2027", "2100"])
def test_a_year_is_four_digits(text: str) -> None:
    assert readers.year(text) == int(text)


@pytest.mark.parametrize("text", ["1989", "2101", "9999"])
def test_a_year_far_off_is_said_to_be_that(text: str) -> None:
    assert refusal(readers.year, text) == ("year-out-of-range", {"first": 1990, "last": 2100})


@pytest.mark.parametrize("text", ["27", "02027", "2_027", "2.027", "-2027", "٢٠٢٧", "MMXXVII"])
def test_what_is_no_year_is_refused(text: str) -> None:
    assert refusal(readers.year, text) == ("not-a-year", {})


@pytest.mark.parametrize("text", ["1", "5"])
def test_a_mark_is_one_to_five(text: str) -> None:
    assert readers.mark(text) == int(text)


@pytest.mark.parametrize("text", ["0", "6", "3.5", "03", "three", "-1", "٣"])
def test_what_is_no_mark_is_refused(text: str) -> None:
    assert refusal(readers.mark, text) == ("not-a-mark", {})


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0%", "0"),
        ("30%", "30"),
        ("30 %", "30"),
        ("12.5%", "12.5"),
        ("0.000001%", "0.000001"),
        ("1000%", "1000"),
    ],
)
def test_a_percentage_is_exact(text: str, number: str) -> None:
    assert readers.percentage(text) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("30", ("percent-sign-missing", {"instead": "30%"})),
        ("0.3", ("percent-sign-missing", {"instead": "0.3%"})),
        ("12,5%", ("decimal-comma", {"instead": "12.5%"})),
        ("12.500%", ("thousands-separator", {"instead": "12500%"})),
        ("1001%", ("too-large", {"most": 1000})),
        ("1000.1%", ("too-large", {"most": 1000})),
        ("%", ("not-a-percentage", {})),
        ("-5%", ("not-a-percentage", {})),
        ("5%%", ("not-a-percentage", {})),
        ("half", ("not-a-percentage", {})),
        ("ongeveer 5%", ("not-a-percentage", {})),
        ("1e2%", ("not-a-percentage", {})),
        ("NaN%", ("not-a-percentage", {})),
        ("", ("empty", {})),
    ],
)
def test_what_is_no_percentage_is_refused(text: str, why: Refusal) -> None:
    assert refusal(readers.percentage, text) == why


@pytest.mark.parametrize("text", ["0", "38", "0.5", "12.25", "999999999999"])
def test_a_weight_is_exact(text: str) -> None:
    assert readers.decimal_number(text) == Decimal(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("250.000", THOUSANDS),
        ("12,5", ("decimal-comma", {"instead": "12.5"})),
        ("1,250,5", ("not-a-number", {})),
        ("-1", ("not-a-number", {})),
        ("1e3", ("not-a-number", {})),
        ("inf", ("not-a-number", {})),
        ("012", ("not-a-number", {})),
        ("1.", ("not-a-number", {})),
        (".5", ("not-a-number", {})),
        ("٣٨", ("not-a-number", {})),
    ],
)
def test_what_is_no_weight_is_refused(text: str, why: Refusal) -> None:
    assert refusal(readers.decimal_number, text) == why


@pytest.mark.parametrize("text", ["a", "api-ontsluiting", "b2c", "a-1", "no", "null", "x" * 64])
def test_an_id_is_kept(text: str) -> None:
    assert scalars.read_id(text) == text


@pytest.mark.parametrize(
    "text",
    ["A", "1a", "-a", "a-", "a--b", "a_b", "a b", "a/b", "../a", "a.b", "é", "a\u0430", "a\n", "\uff41"],
)
def test_what_is_no_id_is_refused(text: str) -> None:
    assert refusal(scalars.read_id, text) == ("not-an-id", {})


def test_an_id_has_at_most_64_characters() -> None:
    assert refusal(scalars.read_id, "x" * 65) == ("too-long", {"most": 64})


@pytest.mark.parametrize("text", ["https://example.org", "http://a.nl/x?y=1&z=(2)#f", "https://x.nl/é"])
def test_a_web_address_is_kept(text: str) -> None:
    assert matching(WEB_ADDRESS, "not-a-web-address", 500)(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JavaScript://%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "www.example.org",
        "https://",
        "https://a b",
        "https://a\nb",
        'https://a"b',
        "https://a<b>",
        "https://a](b)",
        "https://a`b`",
        " https://a",
    ],
)
def test_what_is_no_web_address_is_refused(text: str) -> None:
    assert refusal(matching(WEB_ADDRESS, "not-a-web-address", 500), text) == ("not-a-web-address", {})


@pytest.mark.parametrize(
    ("pattern", "right", "wrong"),
    [
        (
            AMBITION,
            "utrecht/een-loket",
            ["utrecht", "utrecht/", "/x", "a/b/c", "utrecht/Een", "utrecht/een-"],
        ),
        (CBS_CODE, "GM0363", ["gm0363", "GM363", "GM03633", "0363"]),
        (
            UUID,
            "ed6eb5b8-b139-4857-bd5f-2018fd8adf22",
            ["ED6EB5B8-B139-4857-BD5F-2018FD8ADF22", "ed6eb5b8", "{ed6eb5b8-b139-4857-bd5f-2018fd8adf22}"],
        ),
    ],
)
def test_codes_are_exact(pattern: Any, right: str, wrong: list[str]) -> None:
    read = matching(pattern, "no", 100)
    assert read(right) == right
    assert [text for text in wrong if refusal(read, text) != ("no", {})] == []


@pytest.mark.parametrize("text", ["NO", "true", "12:30", "0123", "250.000", "~x", "é", "x" * 200])
def test_a_line_is_kept_as_written(text: str) -> None:
    assert readers.line(text) == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a\nb", ("one-line-expected", {})),
        ("x" * 201, ("too-long", {"most": 200})),
        ("  ", ("empty", {})),
        ("", ("empty", {})),
    ],
)
def test_what_is_no_line_is_refused(text: str, why: Refusal) -> None:
    assert refusal(readers.line, text) == why


def test_prose_has_at_most_ten_thousand_characters() -> None:
    assert readers.prose("a\n\nb\n") == "a\n\nb"
    assert readers.prose("x" * 10_000) == "x" * 10_000
    assert refusal(readers.prose, "x" * 10_001) == ("too-long", {"most": 10_000})
    assert refusal(readers.prose, "\n \n") == ("empty", {})


def test_yes_is_true_and_nothing_else() -> None:
    assert readers.yes("true") is True
    for text in ("false", "yes", "True", "on", "1"):
        assert refusal(readers.yes, text) == ("only-true", {})


@pytest.mark.parametrize(
    ("text", "amount"),
    [("２５０", "250"), ("٢٥٠", "250"), ("€ 250.000,-", "250000"), ("000", "0"), ("0" * 21, "")],
)
def test_an_amount_is_told_in_digits_that_can_be_typed(text: str, amount: str) -> None:
    assert written_amount(text) == amount


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026/5/8", "2026-05-08"),
        ("20260508", "2026-05-08"),
        ("2027-13", ""),
        ("2026.5-8", ""),
        ("202658", ""),
    ],
)
def test_a_date_is_told_only_where_it_can_be_no_other(text: str, day: str) -> None:
    assert written_day(text) == day
