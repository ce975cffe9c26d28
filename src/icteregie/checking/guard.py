"""Runs a rule, and goes on when the rule itself goes wrong.

A mistake in one rule is a finding about that rule: what the others find, and what it found
before, stays. This is the one place besides the outermost handler that catches everything.
"""

from collections.abc import Iterator
from pathlib import Path

from icteregie.diagnostics.types import Diagnostic, Finding, Place, Value
from icteregie.portfolio.kinds import PARTNERSHIP_FILE
from icteregie.rules.rule import Case, Rule

FAILED = "rule-failed"
"""The finding about a rule that stopped halfway."""

MOST_SHOWN = 200
"""Of the text of an exception, a message shows at most this many characters."""


def run_rule(rule: Rule, case: Case) -> Iterator[Finding | Diagnostic]:
    """Give what a rule finds, one by one, and at most one finding about the rule itself."""
    try:
        yield from rule.check(case) if rule.check else ()
    except MemoryError:
        raise  # then nothing that is found is sure to be reported
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not hide what others find
        yield _failure(rule, error)


def _failure(rule: Rule, error: Exception) -> Diagnostic:
    values: dict[str, Value] = {
        "rule": rule.name,
        "kind": f"{type(error).__name__}: {error}".removesuffix(": ")[:MOST_SHOWN],
        "where": _location(error),
    }
    return Diagnostic(FAILED, "error", Place(PARTNERSHIP_FILE), values)


def _location(error: Exception) -> str:
    """Give the file and line of the program where it went wrong."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}" if step else "?"
