"""The pack of a meeting as an annotated agenda: a numbered section of each kind of item, marked."""

from collections.abc import Iterable

from icteregie.messages.catalogue import read, sentence, term
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.render.deadlines.document import not_judged
from icteregie.render.deadlines.items import deadline_blocks
from icteregie.render.document import Block, Document, Item, ItemList, Paragraph, Section
from icteregie.render.left_out import left_out
from icteregie.render.shortened import shortened
from icteregie.render.status.tables import missed_text
from icteregie.reports.meeting import (
    ConditionItem,
    Handling,
    LateChain,
    MeetingReport,
    Silence,
    Subject,
    Turned,
)
from icteregie.reports.meeting_changes import ChangedFile


class _Words:
    """The sentences of this command in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def __call__(self, name: str, /, **values: object) -> str:
        """Give a sentence."""
        return sentence(self.language, f"commands/meeting/{name}", **values)  # type: ignore[arg-type]

    def item(self, handling: Handling, text: str, details: Iterable[str] = ()) -> Item:
        """Give an item with its mark in front."""
        return Item(f"[{self(f'handling.{handling}')}] {text}", details=tuple(details))


def document(report: MeetingReport, language: Language) -> Document:
    """Make the annotated agenda; a section without items says that there is nothing."""
    words = _Words(language)
    day = report.meeting.date
    sections = (
        ("conditions", [_condition(words, each) for each in report.conditions]),
        (report.body.role, _subjects(words, report)),
        ("since", _since(words, report)),
        ("progress", _progress(words, report)),
    )
    made = tuple(
        Section(
            f"{number}. {words(f'sections.{name}')}",
            _blocks(words, report, name, items),
            level=2,
        )
        for number, (name, items) in enumerate(sections, 1)
    )
    unanswered = Section(
        f"{len(sections) + 1}. {words('sections.unanswered')}", _unanswered(words, report), level=2
    )
    return Document(
        words("title", body=report.body.name, day=day),
        _basis(words, report),
        (*left_out(report.basis.unreadable, language), Paragraph(words("handling-rule"), "light")),
        (*made, unanswered),
        level=1,
    )


def _blocks(words: _Words, report: MeetingReport, name: str, items: list[Item]) -> tuple[Block, ...]:
    """Give the items, or that there are none; below progress also how much of it is as it was."""
    blocks: tuple[Block, ...] = (ItemList(tuple(items)) if items else Paragraph(words("nothing")),)
    if name != "progress" or not report.steady:
        return blocks
    steady = words("steady-one") if report.steady == 1 else words("steady", count=report.steady)
    return (*blocks, Paragraph(steady))


def _basis(words: _Words, report: MeetingReport) -> str:
    as_of = report.basis.day
    before = words("before.first") if report.before is None else words("before.on", day=report.before)
    parts = [words("as-of", day=as_of)]
    if report.files != "now":
        parts.append(words(f"files.{report.files}"))
    parts.append(before)
    about = () if (year := report.agenda) is None else (words("about-agenda", year=year),)
    return " ".join((*parts, *about))


def _name(initiative: Initiative) -> str:
    return f"{initiative.title} ({initiative.id})"


def _condition(words: _Words, item: ConditionItem) -> Item:
    listed, condition = item.open.listed, item.open.condition
    state = "overdue" if item.is_overdue else "open"
    by = words(f"condition.{state}-by", day=condition.by) if condition.by else words("condition.no-day")
    owner = words("condition.owner", owner=condition.owner) if condition.owner else ""
    source = words("condition.of", list=listed.key, ids=item.open.initiatives)
    return words.item(item.handling, condition.what, (" ".join(p for p in (owner, by, source) if p),))


def _subjects(words: _Words, report: MeetingReport) -> list[Item]:
    """List what is for discussion first, each part in the order of the agenda."""
    ordered = sorted(report.subjects, key=lambda subject: not subject.causes)
    return [_subject(words, each) for each in ordered]


def _subject(words: _Words, item: Subject) -> Item:
    amounts = (("one-off", item.one_off), ("recurring", item.recurring))
    cost = " ".join(
        words(f"subject.{name}", amount=amount) if amount is not None else words(f"subject.no-{name}")
        for name, amount in amounts
    )
    details = [shortened(item.initiative.summary.strip().split("\n\n")[0]), cost]
    if item.advised is not None:
        name = "advised" if item.advised.is_chosen else "passed-over"
        details.append(words(f"subject.{name}", list=item.advised.listed.key))
    if item.causes:
        causes = tuple(words(f"cause.{cause}") for cause in item.causes)
        details.append(words("subject.because", causes=causes))
    return words.item(item.handling, _name(item.initiative), details)


def _since(words: _Words, report: MeetingReport) -> list[Item]:
    since = report.since
    items = [] if since.is_known else [Item(words("since.unknown"))]
    items += [words.item("discussion", words("since.late", name=_name(each))) for each in since.late]
    items += [words.item("information", words("since.new", name=_name(each))) for each in since.new]
    return items + [_changed(words, each) for each in since.changed]


def _changed(words: _Words, changed: ChangedFile) -> Item:
    known = (
        read(words.language, "columns")["heading"] | read(words.language, "commands/meeting")["changed-key"]
    )
    keys = tuple(str(known[key]).lower() for key in changed.keys)
    return words.item("information", words("since.changed", name=_name(changed.initiative), keys=keys))


def _progress(words: _Words, report: MeetingReport) -> list[Item]:
    """List what turned, what is pushed and what is silent; what is for discussion first."""
    marked = [(each.handling, _turned(words, each)) for each in report.turned]
    marked += [(each.handling, _chain(words, report, each)) for each in report.chains]
    marked += [("information", _silence(words, each)) for each in report.silent]
    return [item for _, item in sorted(marked, key=lambda pair: pair[0] != "discussion")]


def _chain(words: _Words, report: MeetingReport, chain: LateChain) -> Item:
    late = chain.pushed
    driver = report.basis.portfolio.initiatives[late.driver].title
    name = "pushed.misses" if late.missed else "pushed.line"
    missed = missed_text(late.missed, words.language)
    text = words(
        name, name=_name(chain.initiative), driver=driver, day=late.end, count=late.days, missed=missed
    )
    return words.item(chain.handling, text)


def _silence(words: _Words, silence: Silence) -> Item:
    return words.item("information", words("silent", name=_name(silence.initiative), count=silence.days))


def _turned(words: _Words, item: Turned) -> Item:
    now, what = term(words.language, "colour", item.now), words(f"turned.{item.quantity}")
    before = term(words.language, "colour", item.before) if item.before else words("turned.none")
    text = words("turned.line", name=_name(item.initiative), what=what, before=before, now=now)
    return words.item(item.handling, text)


def _unanswered(words: _Words, report: MeetingReport) -> tuple[Block, ...]:
    """List the deadlines that nothing answers, by state, and of whom nothing is known."""
    mark = f"[{words('handling.discussion')}] "
    portfolio, language = report.basis.portfolio, words.language
    blocks = tuple(deadline_blocks(portfolio, report.unanswered, language, mark))
    return (*(blocks or (Paragraph(words("nothing")),)), *not_judged(portfolio, report.not_judged, language))
