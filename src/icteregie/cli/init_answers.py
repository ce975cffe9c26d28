"""What ``regie init`` has to know: from its options, or asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from icteregie.cli import option_values
from icteregie.cli.language import asked, of_user
from icteregie.cli.prompts import Question, answer, demand
from icteregie.messages.catalogue import LANGUAGES, sentence
from icteregie.portfolio import readers
from icteregie.portfolio.initiative import PARTNERSHIP
from icteregie.portfolio.partnership import Language
from icteregie.scaffold.members import NewMember, member
from icteregie.scaffold.portfolio_files import Ci, NewPortfolio
from icteregie.scaffold.year import first_open_year
from icteregie.workspace.errors import ProblemError

_RESERVED = (PARTNERSHIP, "cooperative", "all")


@dataclass(frozen=True, slots=True)
class Options:
    """The options as they were given; None where they were not."""

    name: str | None
    members: str | None
    language: str | None
    year: str | None


def complete(options: Options, ci: Ci, today: date) -> NewPortfolio:
    """Take what was given, ask for the rest, and refuse what can't be read."""
    speaks = of_user()
    members = _members_question(speaks)
    demand([(members, options.members)])
    language = answer(_language_question(speaks), options.language, speaks)
    speaks = asked() or language
    named = answer(_members_question(speaks), options.members, speaks)
    return NewPortfolio(
        name=answer(_name_question(named, speaks, language), options.name, speaks),
        language=language,
        members=named,
        year=answer(_year_question(today, speaks), options.year, speaks),
        ci=ci,
        today=today,
    )


def _language_question(speaks: Language) -> Question[Language]:
    known = option_values.choice("--language", LANGUAGES)

    def read(written: str) -> Language:
        return "nl" if known(written) == "nl" else "en"

    return Question("--language", sentence(speaks, "commands/init/ask-language"), read, of_user())


def _members_question(speaks: Language) -> Question[tuple[NewMember, ...]]:
    return Question("--members", sentence(speaks, "commands/init/ask-members"), _members)


def _name_question(members: Sequence[NewMember], speaks: Language, language: Language) -> Question[str]:
    names = tuple(found.name for found in members)
    made_up = sentence(language, "commands/init/default-name", names=names)
    default = made_up if len(made_up) <= readers.LINE_LENGTH else None
    return Question(
        "--name", sentence(speaks, "commands/init/ask-name"), option_values.line("--name"), default
    )


def _year_question(today: date, speaks: Language) -> Question[int]:
    def read(written: str) -> int:
        year = option_values.value("--year", written, readers.year)
        if not readers.FIRST_YEAR < year < readers.LAST_YEAR:  # its meetings start a year before
            raise ProblemError("given-not-a-year", option="--year")
        return year

    return Question("--year", sentence(speaks, "commands/init/ask-year"), read, str(first_open_year(today)))


def _members(written: str) -> tuple[NewMember, ...]:
    """Read the members, ids or names, in the order in which they will stand in every table."""
    found: dict[str, NewMember] = {}
    for part in option_values.split(option_values.prose("--members")(written)):
        line = option_values.line("--members")(part)
        if any(sign in line for sign in ";/|&+"):
            raise ProblemError("given-several", option="--members", name=line)
        one = member(line)
        if one.id in found:
            raise ProblemError("member-twice", name=one.id)
        if one.id in _RESERVED:
            raise ProblemError("member-reserved", name=one.id)
        found[one.id] = one
    if not found:
        raise ProblemError("given-empty", option="--members")
    return tuple(found.values())
