"""What is to be said beside what is foreseen of an initiative."""

from icteregie.analysis.foreseen import Flag, Foreseen
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language


def foreseen_notes(foreseen: Foreseen, title: str, language: Language) -> tuple[str, ...]:
    """Word every flag in a sentence, with the amount and the year that it is about."""
    return tuple(_note(foreseen, flag, title, language) for flag in foreseen.flags)


def _note(foreseen: Foreseen, flag: Flag, title: str, language: Language) -> str:
    if flag.name == "overrun":
        stated = foreseen.sources["end"].value.last
        return sentence(language, "foreseen.overrun", title=title, day=stated, end=foreseen.end or stated)
    name = f"{flag.name}-less" if flag.amount < 0 else flag.name
    return sentence(language, f"foreseen.{name}", title=title, amount=abs(flag.amount), year=flag.year or 0)
