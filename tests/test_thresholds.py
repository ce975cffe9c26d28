"""What a threshold needs stands on its own declaration."""

from dataclasses import fields

import pytest

from icteregie.portfolio import schema_walk
from icteregie.portfolio.scalars import Euros, Number
from icteregie.portfolio.thresholds import Looser, Thresholds, looser

NAMES = [field.name for field in fields(Thresholds)]


@pytest.mark.parametrize("name", NAMES)
def test_every_threshold_says_in_which_direction_it_is_looser(name: str) -> None:
    assert isinstance(looser(name), Looser)


def test_a_size_is_looser_when_it_is_higher_and_a_number_of_days_when_it_is_lower() -> None:
    assert looser("large_one_off") is Looser.HIGHER
    assert looser("lead_time_large") is Looser.LOWER


def test_the_file_format_does_not_see_the_direction() -> None:
    keys = schema_walk.keys(Thresholds)
    assert (keys["large_one_off"].kind, keys["meeting_gap"].kind) == (Euros, Number)
