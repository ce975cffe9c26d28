"""A rule as someone names it on the command line."""

import difflib

from icteregie.rules.catalogue import RULES, rule
from icteregie.rules.rule import Rule
from icteregie.workspace.errors import ProblemError


def known(name: str) -> Rule:
    """Give the rule of that name, or stop with the name that was probably meant."""
    if (found := rule(name)) is not None:
        return found
    close = difflib.get_close_matches(name, [each.name for each in RULES], n=1)
    if close:
        raise ProblemError("unknown-rule-name-guess", rule=name, guess=close[0])
    raise ProblemError("unknown-rule-name", rule=name)
