"""What ``regie init`` has to know: from its options, or asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from icteregie.cli import option_values
from icteregie.cli.context import Context, of_user
from icteregie.cli.prompts import Question, answer, demand
from icteregie.diagnostics import ceilings
from icteregie.messages.catalogue import LANGUAGES, sentence
from icteregie.portfolio import readers
from icteregie.portfolio.initiative import PARTNERSHIP
from icteregie.portfolio.partnership import Language
from icteregie.scaffold.members import NewMember, member
from icteregie.scaffold.portfolio_files import Ci, NewPortfolio
from icteregie.scaffold.year import calendar, first_open_year
from icteregie.workspace.notices import ProblemError

T = TypeVar("T")
_RESERVED = (PARTNERSHIP, "cooperative", "all")


@dataclass(frozen=True, slots=True)
class Answers:
    """What the options gave; None where they gave nothing."""

    name: str | None
    members: str | None
    language: str | None
    year: str | None


def complete(context: Context, answers: Answers, ci: Ci, today: date) -> NewPortfolio:
    """Take what the options gave, and ask for the rest. Raises ProblemError for what can't be read."""
    user = of_user(context)
    demand(context, [(_members_question(user), answers.members)])
    language = answer(context, _language_question(user), answers.language, user)
    user = context.asked or language
    members = answer(context, _members_question(user), answers.members, user)
    return NewPortfolio(
        name=answer(context, _name_question(members, user, language), answers.name, user),
        language=language,
        members=members,
        year=answer(context, _year_question(today, user), answers.year, user),
        ci=ci,
        today=today,
    )


def _question(name: str, user: Language, read: Callable[[str], T], default: str | None = None) -> Question[T]:
    """Ask for what an option gives; a person who answers reads no name of an option."""
    text, label = (sentence(user, f"commands/init/{part}-{name}") for part in ("ask", "label"))
    return Question(f"--{name}", text, read, default, label=label)


def _language_question(user: Language) -> Question[Language]:
    known = option_values.choice("--language", LANGUAGES)

    def read(written: str) -> Language:
        return "nl" if known(written) == "nl" else "en"

    return _question("language", user, read, user)


def _members_question(user: Language) -> Question[tuple[NewMember, ...]]:
    return _question("members", user, _members)


def _name_question(members: Sequence[NewMember], user: Language, language: Language) -> Question[str]:
    names = tuple(each.name for each in members)
    made_up = sentence(language, "commands/init/default-name", names=names)
    default = made_up if len(made_up) <= ceilings.LINE_LENGTH else None
    return _question("name", user, option_values.line("--name"), default)


def _year_question(today: date, user: Language) -> Question[int]:
    def read(written: str) -> int:
        year = option_values.value("--year", written, readers.year)
        if not ceilings.FIRST_YEAR < year < ceilings.LAST_YEAR:  # its meetings start a year before
            raise ProblemError("given-not-a-year", option="--year")
        if (closed := calendar(year).intake_closes) < today:
            raise ProblemError("agenda-closed", year=year, day=closed, first=first_open_year(today))
        return year

    default = str(first_open_year(today))
    return _question("year", user, read, default)


def _members(written: str) -> tuple[NewMember, ...]:
    """Read the members, ids or names, in the order in which they will stand in every table."""
    members: dict[str, NewMember] = {}
    for part in option_values.split(option_values.prose("--members")(written)):
        line = option_values.line("--members")(part)
        if any(sign in line for sign in ";/|&+"):
            raise ProblemError("given-several", option="--members", name=line)
        new = member(line)
        if new.id in members:
            raise ProblemError("member-twice", option="--members", name=new.id)
        if new.id in _RESERVED:
            raise ProblemError("member-reserved", option="--members", name=new.id)
        members[new.id] = new
    if not members:
        raise ProblemError("given-empty", option="--members")
    return tuple(members.values())
