"""In which order the sections stand on the page: the seven questions, and then what lies behind them."""

from icteregie.render.site.section import Maker
from icteregie.render.site.sections import (
    about,
    ambitions,
    arrivals,
    asked,
    calendar,
    capacity,
    cards,
    choices,
    costs,
    deadlines,
    decisions,
    direction,
    initiatives,
    landscape,
    left_out,
    progress,
    puzzle,
    timeline,
    unanswered,
    waiting,
)

SECTIONS: tuple[Maker, ...] = (
    asked.section,
    costs.section,
    choices.section,
    deadlines.section,
    waiting.section,
    progress.section,
    left_out.section,
    puzzle.section,
    initiatives.section,
    timeline.section,
    capacity.section,
    arrivals.section,
    decisions.section,
    ambitions.section,
    direction.section,
    landscape.section,
    unanswered.section,
    calendar.section,
    cards.section,
    about.section,
)
"""Each makes its part of the page; a new one is a module, its template, and a line here."""
