"""``regie import``: take what an export of the Softwarecatalogus says over into the landscape of a member."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from icteregie.analysis.imports.entries import STAGES
from icteregie.analysis.imports.questions import EXPORT, GONE, KEEP, NEW, OURS, TOPICS, Question, Topic
from icteregie.cli import prompts
from icteregie.cli.context import CLEAN, FINDINGS, Context
from icteregie.cli.edits import made, show
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.option_values import choice
from icteregie.cli.streams import note, notify
from icteregie.diagnostics.ceilings import MOST_A_FILE
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.readers import ID
from icteregie.scaffold.slug import slug, unique
from icteregie.workspace.imports.landscape import Import, Target, imported, usage_of
from icteregie.workspace.imports.summary import notices
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace
from icteregie.workspace.select import require_config

_OWN_WORDS = frozenset({*STAGES, NEW, GONE, KEEP, OURS, EXPORT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Which file, for whom, into which part, and the answers to what an import asks."""

    kind: Literal["landscape"]
    file: Path
    member: str | None = None
    part: str | None = None
    is_own_only: bool = False
    is_confirmed: bool = False
    status: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    component: tuple[str, ...] = ()
    match: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    conflict: tuple[str, ...] = ()
    is_diff: bool = False


def run(options: Options, context: Context) -> int:
    """Import the file; 1 when something must be answered first, or the portfolio would have a new error."""
    workspace, language = opened(options, context)
    require_config(workspace.portfolio, {"*", "components", "language", "members"})
    target = _target(options, workspace, context, language)
    usage = usage_of(workspace, options.file, target.member)
    if options.is_own_only:
        usage = replace(usage, shared=(), others=usage.others + len(usage.shared))
    answers: dict[Topic, dict[str, str]] = {topic: dict(_answers(options, topic)) for topic in TOPICS}
    result = imported(workspace, usage, target, answers, is_confirmed=options.is_confirmed)
    while result.questions and context.can_ask:
        for question in result.questions:
            asked = prompts.answer(context, _prompt(question, language), None, language)
            answers[question.topic][question.subject] = asked
        result = imported(workspace, usage, target, answers, is_confirmed=options.is_confirmed)
    member = workspace.portfolio.partnership.member_name(target.member)
    notify(context, language, notices(usage, result, member))
    if not result.questions:
        code = made(context, workspace, result.changes, language, is_diff=options.is_diff)
        if code == CLEAN and result.changes.contents and not options.is_diff:
            note(context, sentence(language, "commands/import/commit"))
        return code
    if options.is_diff:
        show(context, workspace, result.changes)
    _list(context, result, language)
    return FINDINGS


def _target(options: Options, workspace: Workspace, context: Context, language: Language) -> Target:
    """Read for whom and where. Raises ProblemError."""
    members = {name: member.name for name, member in workspace.portfolio.partnership.members.items()}
    text = sentence(language, "commands/import/ask-member")
    question = prompts.Question(
        "--member", text, choice("--member", [*members]), None, tuple(members.items())
    )
    prompts.demand(context, ((question, options.member),))
    member = prompts.answer(context, question, options.member, language)
    if options.part is not None and not ID.fullmatch(options.part):
        raise ProblemError("not-an-id", name=options.part, instead=slug(options.part, "part"))
    own = workspace.portfolio.partnership.language
    header = sentence(own, "commands/import/header", member=members[member])
    nameless = sentence(own, "commands/import/nameless")
    return Target(member, options.part, header, lambda product, taken: unique(slug(product, nameless), taken))


def _answers(options: Options, topic: Topic) -> Iterator[tuple[str, str]]:
    """Take the answers of one option apart at their last =. Raises ProblemError."""
    for written in getattr(options, topic):
        subject, equals, answer = written.rpartition("=")
        if not equals or not answer:
            raise ProblemError("not-an-answer", option=f"--{topic}", written=written)
        yield subject.strip(), answer.strip()


def _prompt(question: Question, language: Language) -> prompts.Question[str]:
    option = f"--{question.topic}"
    choices = tuple((name, _label(name, language)) for name in question.choices)
    return prompts.Question(
        option, _text(question, language), choice(option, question.choices), None, choices
    )


def _text(question: Question, language: Language) -> str:
    is_empty = question.topic == "status" and not question.values["status"]
    name = "no-status" if is_empty else question.topic
    return sentence(language, f"commands/import/ask-{name}", **question.values)


def _label(name: str, language: Language) -> str:
    """Explain an answer that is a word of ours; ids of rows and components explain themselves."""
    return sentence(language, f"commands/import/answer-{name}") if name in _OWN_WORDS else ""


def _list(context: Context, result: Import, language: Language) -> None:
    """List what must be answered, each with the option that answers it."""
    count = len(result.questions)
    note(context, sentence(language, "commands/import/open", count=count))
    for question in result.questions[:MOST_A_FILE]:
        note(context, terminal(f"  {_text(question, language)}"))
        words = " | ".join(
            f"--{question.topic} {shlex.quote(f'{question.subject}={name}')}" for name in question.choices
        )
        note(context, terminal(f"    {words}"))
    if count > MOST_A_FILE:
        note(context, sentence(language, "commands/import/open-more", count=count - MOST_A_FILE))
