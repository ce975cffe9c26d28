"""The list of a meeting that is to decide or to advise: what ``regie new --decision`` writes."""

from dataclasses import asdict, dataclass
from datetime import date

from icteregie.portfolio.partnership import Language
from icteregie.render.templates import environment


@dataclass(frozen=True, slots=True)
class NewSubject:
    """An initiative that asks for a decision; ``is_chosen`` is False where the board chooses another.

    Of it and each of its ``alternatives``, which ask too, only one can go ahead.
    """

    id: str
    title: str
    is_chosen: bool = True
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewDecisionList:
    """What is known of a list before its meeting; ``present`` is empty when nobody said who will be there."""

    body: str
    day: date
    is_deciding: bool
    agenda: int | None
    present: tuple[str, ...]
    members: tuple[str, ...]
    subjects: tuple[NewSubject, ...]


def render(new: NewDecisionList, language: Language) -> str:
    """Write a decision or advice about each subject as it was asked for, and what else there can be."""
    return environment(language).get_template("decision/decisions.yaml.j2").render(asdict(new))
