"""How an initiative serves an ambition, in words."""

from icteregie.analysis.ambitions.served import Served
from icteregie.diagnostics.types import Value
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language, Partnership


def service_words(each: Served, initiative: Initiative, language: Language) -> str:
    """Say in a few words whether it is in time."""
    values: dict[str, Value] = {"count": each.days_late, "status": initiative.status}
    if each.decided_end is not None:
        values["decided"] = each.decided_end
    return sentence(language, f"commands/ambitions/service.{_name(each)}", **values)


def wanted_of(each: Served, initiative: Initiative, partnership: Partnership, language: Language) -> str:
    """Say in a sentence who wants what by when, and whether the initiative is in time for it."""
    ambition = each.ambition.ambition
    values: dict[str, Value] = {
        "member": partnership.member_name(each.ambition.member),
        "title": ambition.title,
        "by": formats.day(ambition.by.last, language) if ambition.by else "",
        "count": each.days_late,
        "status": initiative.status,
    }
    if each.end is not None:
        values["end"] = each.end
    if each.decided_end is not None:
        values["decided"] = each.decided_end
    return sentence(language, f"commands/why/ambition.{_name(each)}", **values)


def _name(each: Served) -> str:
    return "late-saved" if each.is_saved else each.service
