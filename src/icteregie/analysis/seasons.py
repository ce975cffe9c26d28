"""The season of an agenda: until when it is open, and what asked for a place in it.

A season closes on the day after its last decision. From then on each file that main ever had counts in
its version of that last day, or in the last one that asked; what happens afterwards changes nothing.
"""

from datetime import date

from icteregie.portfolio.partnership import AgendaYear


def last_day(agenda: AgendaYear) -> date:
    """Give the last day on which a season is open: that of the late decision, or else of the decision."""
    return max(agenda.decision, agenda.late_decision or agenda.decision)
