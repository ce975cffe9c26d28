"""What ``regie new`` has to know: from its options, or asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from icteregie.cli import option_values
from icteregie.cli.context import Context
from icteregie.cli.prompts import Question, answer, demand
from icteregie.messages.catalogue import sentence, term
from icteregie.portfolio import readers
from icteregie.portfolio.initiative import ASKED, PARTNERSHIP, Steering
from icteregie.portfolio.input_hints import written_amount
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.portfolio.period import moment
from icteregie.scaffold.initiative_file import NewInitiative
from icteregie.workspace.notices import ProblemError

ALL = "all"


@dataclass(frozen=True, slots=True)
class Answers:
    """What the options gave; None where they gave nothing."""

    title: str | None
    submitter: str | None
    steering: str | None
    participants: str | None
    agenda: str | None
    domain: str | None
    start: str | None
    end: str | None
    one_off: str | None
    recurring: str | None
    status: str
    summary: str | None


def complete(
    context: Context, options: Answers, partnership: Partnership, today: date, language: Language
) -> NewInitiative:
    """Take what the options gave, and ask for the rest.

    Raises ProblemError for what can't be read, or what the portfolio does not know.
    """
    asked = _questions(partnership, options.status, today, language)
    if not partnership.domains and options.domain is None:
        del asked["domain"]  # nothing to choose from
    written = {name: cast("str | None", getattr(options, name)) for name in asked}
    demand(context, ((asked[name], written[name]) for name in asked))
    # What was given is read first: nobody answers five questions to hear that an option was wrong.
    for name, question in asked.items():
        if (text := written[name]) is not None:
            question.read(text)
    summary = option_values.prose("--summary")(options.summary) if options.summary is not None else ""
    answers = {name: answer(context, question, written[name], language) for name, question in asked.items()}
    agenda = int(answers["agenda"]) if answers["agenda"] else None
    return NewInitiative(
        title=answers["title"],
        submitter=answers["submitter"],
        submitted=today,
        agenda=agenda,
        status=options.status,
        steering=cast("Steering", answers["steering"]),
        domain=answers.get("domain", ""),
        participants=tuple(option_values.split(answers["participants"])),
        summary=summary,
        start=answers["start"],
        end=_end(answers["start"], answers["end"]),
        one_off=answers["one_off"],
        recurring=answers["recurring"],
        is_late=options.status in ASKED and today > partnership.agendas[agenda or 0].dossier_closes,
    )


def _questions(
    partnership: Partnership, status: str, today: date, language: Language
) -> dict[str, Question[str]]:
    """List the questions in the order in which they are asked."""
    members = {name: member.name for name, member in partnership.members.items()}
    submitters = {**members, PARTNERSHIP: term(language, "member", PARTNERSHIP)}
    steering = {mode: sentence(language, f"commands/new/mode-{mode}") for mode in get_args(Steering)}
    domains = {name: domain.name for name, domain in partnership.domains.items()}

    def ask(
        option: str,
        read: Callable[[str], str],
        default: str | None = None,
        choices: dict[str, str] | None = None,
    ) -> Question[str]:
        text = sentence(language, f"commands/new/ask-{option}")
        label = sentence(language, f"commands/new/label-{option}")
        return Question(f"--{option}", text, read, default, tuple((choices or {}).items()), label)

    return {
        "title": ask("title", option_values.line("--title")),
        "submitter": ask("submitter", option_values.choice("--submitter", [*submitters]), None, submitters),
        "steering": ask("steering", option_values.choice("--steering", [*steering]), None, steering),
        "participants": ask("participants", _participants(list(members)), ALL, members),
        "agenda": ask("agenda", _agenda(partnership, status), _first_open(partnership, status, today)),
        "domain": ask("domain", _domain(list(domains)), "", domains),
        "start": ask("start", _moment("--start"), ""),
        "end": ask("end", _moment("--end"), ""),
        "one_off": ask("one-off", _amount("--one-off"), ""),
        "recurring": ask("recurring", _amount("--recurring"), ""),
    }


def _participants(members: list[str]) -> Callable[[str], str]:
    """Parse ``all`` or member names; return the names in the order of the members."""
    known = option_values.choice("--participants", [*members, ALL])

    def read(written: str) -> str:
        named = {known(name) for name in option_values.split(written) or [""]}
        return "" if ALL in named else ",".join(name for name in members if name in named)

    return read


def _domain(domains: list[str]) -> Callable[[str], str]:
    known = option_values.choice("--domain", domains)
    return lambda written: known(written) if written else ""


def _moment(option: str) -> Callable[[str], str]:
    """Read a quarter, a month or a day, or nothing yet."""
    return lambda written: (
        option_values.value(option, written.strip(), moment).text if written.strip() else ""
    )


def _amount(option: str) -> Callable[[str], str]:
    """Read whole euros, also as people write them, or nothing yet."""

    def read(written: str) -> str:
        plain = written_amount(written) or written.strip()
        return str(option_values.value(option, plain, readers.euros)) if plain else ""

    return read


def _end(start: str, end: str) -> str:
    """Refuse an end before the start. Raises ProblemError."""
    if start and end and moment(end).last < moment(start).first:
        raise ProblemError("given-ends-before-start", start=start, end=end)
    return end


def _agenda(partnership: Partnership, status: str) -> Callable[[str], str]:
    """Read a year; who asks for a decision needs one that the partnership has dates for."""
    known = option_values.choice("--agenda", [str(year) for year in sorted(partnership.agendas)])

    def read(written: str) -> str:
        if status in ASKED:
            return known(written)
        return str(option_values.value("--agenda", written, readers.year)) if written else ""

    return read


def _first_open(partnership: Partnership, status: str, today: date) -> str:
    """Give the first agenda whose dossiers need not be complete yet, or else the last one."""
    if status not in ASKED:
        return ""
    years = sorted(partnership.agendas)
    if not years:
        raise ProblemError("no-agenda-to-file")
    still_open = (year for year in years if partnership.agendas[year].dossier_closes >= today)
    return str(next(still_open, years[-1]))
