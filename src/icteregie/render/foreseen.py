"""What is to be said beside what is foreseen of an initiative."""

from icteregie.analysis.foreseen import Flag, Foreseen
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language


def foreseen_notes(found: Foreseen, title: str, language: Language) -> tuple[str, ...]:
    """Word every flag in a sentence, with the amount and the year that it is about."""
    return tuple(_note(found, flag, title, language) for flag in found.flags)


def _note(found: Foreseen, flag: Flag, title: str, language: Language) -> str:
    if flag.name == "overrun":
        stated = found.sources["end"].value.last
        return sentence(language, "foreseen.overrun", title=title, day=stated, end=found.end or stated)
    name = f"{flag.name}-less" if flag.amount < 0 else flag.name
    return sentence(language, f"foreseen.{name}", title=title, amount=abs(flag.amount), year=flag.year or 0)
