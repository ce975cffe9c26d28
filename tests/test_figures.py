"""Figures that are read from a text for people, as they were meant by who wrote it."""

from datetime import date
from decimal import Decimal

import pytest

from tests.figures import Figure, millions, said


@pytest.mark.parametrize(
    ("text", "language", "figures"),
    [
        ("€ 1.250.000 – 2.000", "nl", [1_250_000, 2000]),
        ("€ 1,250,000 – 2,000", "en", [1_250_000, 2000]),
        ("−€ 350.000 of +€\u00a05", "nl", [-350_000, 5]),
        ("€ 5,1–6,0 mln", "nl", [Decimal("5.1"), Decimal("6.0")]),
        ("€ 5.1–6.0 million", "en", [Decimal("5.1"), Decimal("6.0")]),
        ("▲ 90 dagen te laat: klaar op 1 maart 2028", "nl", [90, date(2028, 3, 1)]),
        ("feb 2027, afgesproken Q4 2026", "nl", ["2027-02", "2026-Q4"]),
        ("Q1 2026–Q2 2027 en Q1–Q4 2026", "nl", ["2026-Q1", "2027-Q2", "2026-Q1", "2026-Q4"]),
        ("in Q3 van 2027: tot 140 uur", "nl", ["2027-Q3", 140]),
        ("15 Mar 2027, 2026-05-06, 2027-Q2, 40%", "en", [date(2027, 3, 15), date(2026, 5, 6), "2027-Q2", 40]),
        ("speling -122", "nl", [-122]),
        ("A1, UC4 en b2c", "nl", []),
    ],
)
def test_every_figure_is_read(text: str, language: str, figures: list[Figure]) -> None:
    assert said(text, language) == figures


@pytest.mark.parametrize(
    ("amounts", "shown"),
    [
        ((5_085_000, 5_995_000), [Decimal("5.1"), Decimal(6)]),
        ((139_000, 220_000), [139_000, 220_000]),
        ((2_149_999, 2_050_000), [Decimal("2.1")]),
    ],
)
def test_amounts_of_a_heading_are_rounded_half_up(amounts: tuple[int, ...], shown: list[Figure]) -> None:
    assert millions(*amounts) == shown
