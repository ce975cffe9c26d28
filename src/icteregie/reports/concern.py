"""Why something that was adopted needs attention."""

from typing import Literal, TypeAlias

Concern: TypeAlias = Literal[
    "red",
    "amber",
    "watermelon",
    "declared-red",
    "declared-amber",
    "on-hold",
    "silent",
    "sleeping",
    "overdue",
    "past-deadline",
    "pushed",
    "condition-overdue",
    "condition",
    "no-baseline",
]
"""Why something needs attention. ``overdue``: it runs past its own foreseen end. ``watermelon``: declared
green, and red against the agreement in force. ``declared-red`` and ``declared-amber``: called worse than
the figures are. ``past-deadline``: its foreseen end
is after a last day. ``pushed``: what it waits for ends too late."""
