"""The file of a new initiative: what ``regie new`` writes."""

from dataclasses import asdict, dataclass
from datetime import date

from icteregie.escape import yaml
from icteregie.portfolio.initiative import Steering
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.portfolio.pieces import DO_NOTHING, EVIDENCE, EXPERIMENT
from icteregie.render.templates import environment

_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class NewInitiative:
    """What is known of an initiative when it is filed; what is empty the filer fills in.

    ``participants`` is empty when all members take part; ``is_late`` when the dossiers of
    its agenda had to be complete before today. ``start`` and ``end`` are moments, ``one_off`` and
    ``recurring`` whole euros in plain digits, each "" when it is not known yet.
    """

    title: str
    submitter: str
    submitted: date
    agenda: int | None
    status: str
    steering: Steering
    domain: str
    participants: tuple[str, ...]
    summary: str
    is_late: bool
    start: str = ""
    end: str = ""
    one_off: str = ""
    recurring: str = ""
    ambition: str = ""


def render(new: NewInitiative, partnership: Partnership, language: Language) -> str:
    """Write the fields that its steering mode needs, each explained."""
    year = new.agenda or max(partnership.agendas, default=new.submitted.year + 1)
    values = {
        **asdict(new),
        "title": yaml.line(new.title),
        "summary": yaml.prose(new.summary) if new.summary else "",
        "year": year,
        "evidence": DO_NOTHING in EVIDENCE[new.steering],
        "experiment": EXPERIMENT in EVIDENCE[new.steering],
        "mapping": yaml.mapping,
        "first_year": int(new.start[:4]) if new.start else year,
        "last_year": int(new.end[:4]) if new.end else year,
        **_examples(partnership, new.participants),
    }
    return environment(language).get_template("initiative/initiative.yaml.j2").render(values)


def _examples(partnership: Partnership, participants: tuple[str, ...]) -> dict[str, object]:
    """Take names for the examples from the partnership itself, so that they can be used as they are."""
    paying = participants or tuple(partnership.members)
    deciding = (name for name, body in partnership.bodies.items() if body.role == "decides")
    return {
        "members": list(partnership.members),
        "domains": list(partnership.domains)[:_MOST_NAMES],
        "cover": dict.fromkeys(paying, "to-be-found"),
        "value": dict.fromkeys(paying, 3),
        "team": next(iter(partnership.teams), "team"),
        "component": next(iter(partnership.components), "component"),
        "body": next(deciding, ""),
    }
