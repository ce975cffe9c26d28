"""Findings for directors: with titles and names instead of ids."""

import re
from collections.abc import Mapping
from dataclasses import replace

from icteregie.diagnostics.types import Diagnostic, Value
from icteregie.portfolio.portfolio import Portfolio

_WITH_AMOUNT = re.compile(r"(.+) (\(\d+\))")


def display_names(portfolio: Portfolio) -> dict[str, str]:
    """Map every id to the name that people use: titles, and names of members and components."""
    partnership = portfolio.partnership
    return {
        **{key: component.name for key, component in partnership.components.items()},
        **{key: domain.name for key, domain in partnership.domains.items()},
        **{key: member.name for key, member in partnership.members.items()},
        **{key: initiative.title for key, initiative in portfolio.initiatives.items()},
    }


def with_titles(finding: Diagnostic, names: Mapping[str, str]) -> Diagnostic:
    """Put names in the place of ids in the values of a finding."""
    return replace(finding, values={key: _named(value, names) for key, value in finding.values.items()})


def _named(value: Value, names: Mapping[str, str]) -> Value:
    if isinstance(value, tuple):
        return tuple(_word(word, names) for word in value)
    return _word(value, names) if isinstance(value, str) else value


def _word(word: str, names: Mapping[str, str]) -> str:
    if amount := _WITH_AMOUNT.fullmatch(word):
        return f"{names.get(amount[1], amount[1])} {amount[2]}"
    return names.get(word, word)
