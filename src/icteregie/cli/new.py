"""``regie new``: write the file of a new initiative, with only the fields that it needs."""

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from icteregie.cli import new_answers, new_decision
from icteregie.cli.context import CLEAN, Context, of_output
from icteregie.cli.new_dossier import write_missing, write_new
from icteregie.cli.option_values import choice
from icteregie.cli.streams import emit, write_whole
from icteregie.diagnostics.ceilings import ID_LENGTH
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.ambition import ambition_id
from icteregie.portfolio.initiative import Steering
from icteregie.portfolio.kinds import AMBITION, RESERVED
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE, Portfolio
from icteregie.portfolio.readers import ID
from icteregie.scaffold.initiative_file import NewInitiative, render
from icteregie.scaffold.slug import slug, unique
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import INITIATIVES, Workspace, open_portfolio, unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is known of the initiative to file; what is None is asked for, or has a default."""

    name: str | None = None
    folder: Path = Path()
    title: str | None = None
    submitter: str | None = None
    steering: Steering | None = None
    participants: str | None = None
    agenda: str | None = None
    domain: str | None = None
    start: str | None = None
    end: str | None = None
    one_off: str | None = None
    recurring: str | None = None
    status: Literal["idea", "exploration", "proposal"] = "proposal"
    summary: str | None = None
    has_dossier: bool = False
    ambition: str | None = None
    is_decision: bool = False
    body: str | None = None
    present: str | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Write ``initiatives/ID.yaml``, or the list of a meeting, and say what to do with it."""
    _refuse_together(options)
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    partnership = workspace.portfolio.partnership
    if workspace.portfolio.partnership_damage:
        raise unreadable(workspace.portfolio, (PARTNERSHIP_FILE,))
    language = of_output(context, workspace.portfolio)
    if options.is_decision:
        new_decision.write_list(context, workspace, _asked(options), language)
        return CLEAN
    if options.has_dossier and options.name is not None and options.name in workspace.portfolio.files:
        _refuse_with_dossier(options)
        write_missing(context, workspace, options.name, language)
        return CLEAN
    if options.name is not None:
        refuse_name(options.name, workspace)
    if options.ambition is not None:
        options = _for_ambition(options, options.ambition, workspace.portfolio)
    answers = new_answers.Answers(
        options.title,
        options.submitter,
        options.steering,
        options.participants,
        options.agenda,
        options.domain,
        options.start,
        options.end,
        options.one_off,
        options.recurring,
        options.status,
        options.summary,
    )
    new = new_answers.complete(context, answers, partnership, workspace.today, language)
    new = replace(new, ambition=options.ambition or "")
    name = options.name or _name(new.title, workspace)
    path = workspace.root / INITIATIVES / f"{name}.yaml"
    _write(context, path, render(new, partnership, partnership.language))
    shown = context.here(workspace.root).path(f"{INITIATIVES}/{name}.yaml")
    emit(context, _closing(shown, name, new, partnership, language))
    if options.has_dossier:
        write_new(context, workspace, name, new, language)
    return CLEAN


def _for_ambition(options: Options, written: str, portfolio: Portfolio) -> Options:
    """Fill in what an ambition says, where the options don't: whose it is, its title, domain and last day.

    Raises ProblemError for one that isn't there, with the one that was probably meant.
    """
    lists = portfolio.readable({AMBITION.name: ("ambitions",)}).ambition_lists
    known = {
        ambition_id(m, name): (m, lists[m].ambitions[name]) for m in lists for name in lists[m].ambitions
    }
    choice("--ambition", tuple(known))(written)
    member, ambition = known[written]
    by = ambition.by.text if ambition.by else None
    return replace(
        options,
        title=options.title or ambition.title,
        submitter=options.submitter or member,
        participants=options.participants or member,
        domain=options.domain or ambition.domain,
        end=options.end or (f"{by}-Q4" if by and len(by) == 4 else by),
    )


def _asked(options: Options) -> new_decision.Asked:
    return new_decision.Asked(options.name, options.body, options.present)


_OF_INITIATIVE = (
    *("title", "submitter", "steering", "participants", "agenda", "domain", "summary", "ambition"),
    *("start", "end", "one_off", "recurring"),
)


def _refuse_with_dossier(options: Options) -> None:
    """Refuse what would change an initiative that is there: of that only the dossier is made."""
    for name in _OF_INITIATIVE:
        if getattr(options, name) is not None:
            raise ProblemError("options-together", options=("--dossier", f"--{name.replace('_', '-')}"))


def _refuse_together(options: Options) -> None:
    """Refuse what says something of an initiative with --decision, and of a meeting without it."""
    if options.is_decision and options.has_dossier:
        raise ProblemError("options-together", options=("--decision", "--dossier"))
    if options.is_decision:
        for name in _OF_INITIATIVE:
            if getattr(options, name) is not None:
                raise ProblemError("options-together", options=("--decision", f"--{name.replace('_', '-')}"))
        return
    for name in ("body", "present"):
        if getattr(options, name) is not None:
            raise ProblemError("only-with-decision", option=f"--{name}")


def refuse_name(name: str, workspace: Workspace) -> None:
    """Raise ProblemError for what can't be the id of a new initiative, or is one already."""
    if not ID.fullmatch(name) or len(name) > ID_LENGTH:
        raise ProblemError("not-an-id", name=name, instead=slug(name, _nameless(workspace)))
    if name in RESERVED:
        raise ProblemError("id-reserved", name=name, instead=slug(name, _nameless(workspace)))
    if name in workspace.portfolio.files:
        raise ProblemError("id-taken", name=name, file=workspace.portfolio.files[name])


def _name(title: str, workspace: Workspace) -> str:
    """Make an id of the title that neither a file of the portfolio nor any other file has."""
    folder = workspace.root / INITIATIVES
    lying = {entry.split(".")[0] for entry in os.listdir(folder)} if folder.is_dir() else set()
    return unique(slug(title, _nameless(workspace)), lying | set(workspace.portfolio.files))


def _nameless(workspace: Workspace) -> str:
    """Give what an id starts with when the title has no letter to start with."""
    return sentence(workspace.portfolio.partnership.language, "commands/new/nameless")


def _write(context: Context, path: Path, text: str) -> None:
    if os.path.lexists(path):
        raise ProblemError("id-taken", name=path.stem, file=f"{INITIATIVES}/{path.name}")
    write_whole(context, path, text)


def _closing(shown: str, name: str, new: NewInitiative, partnership: Partnership, language: Language) -> str:
    # What the file itself says, which is in the language of the portfolio.
    mark = sentence(partnership.language, "commands/new/mark")
    text = sentence(language, "commands/new/closing", file=terminal(shown), id=name, mark=mark)
    if new.is_late and new.agenda is not None:
        closed = partnership.agendas[new.agenda].dossier_closes
        text += sentence(language, "commands/new/late", year=new.agenda, closed=closed)
    return text
