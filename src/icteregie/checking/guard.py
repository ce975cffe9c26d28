"""Asks a rule what it finds, and goes on when the rule itself goes wrong.

A mistake in one rule is a finding about that rule: what the others find, and what it found
before, stays. This is the one place besides the outermost handler that catches everything.
"""

from collections.abc import Iterator
from pathlib import Path

from icteregie.diagnostics.types import Diagnostic, Finding, Place, Value
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.rules.rule import Case, Rule

FAILED = "rule-failed"
"""The finding about a rule that stopped halfway."""

MOST_SHOWN = 200
"""Of what the program says itself, a message shows at most this many characters."""


def ask(rule: Rule, case: Case) -> Iterator[Finding | Diagnostic]:
    """Give what a rule finds, one by one, and at most one finding about the rule itself."""
    try:
        yield from rule.check(case) if rule.check else ()
    except MemoryError:
        raise  # then nothing that is found is sure to be told
    except Exception as wrong:  # noqa: BLE001 - whatever it is, it must not hide what others find
        yield _failure(rule, wrong)


def _failure(rule: Rule, wrong: Exception) -> Diagnostic:
    told: dict[str, Value] = {
        "rule": rule.name,
        "kind": f"{type(wrong).__name__}: {wrong}".removesuffix(": ")[:MOST_SHOWN],
        "where": _where(wrong),
    }
    return Diagnostic(FAILED, "error", Place(PARTNERSHIP_FILE), told)


def _where(wrong: Exception) -> str:
    """Give the file and line of the program where it went wrong."""
    step = wrong.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}" if step else "?"
