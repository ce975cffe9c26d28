"""What changed in an initiative, in the words of the field."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from operator import attrgetter

from icteregie.analysis.changes import Change
from icteregie.analysis.flatten import PlainValue
from icteregie.diagnostics.types import Value
from icteregie.messages import formats
from icteregie.messages.catalogue import read, sentence, term
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.progress import Baseline
from icteregie.render.reasons import reasons
from icteregie.reports.history import Revision

_GROUPS = ("costs", "score", "experiment")
"""Keys that only hold others together."""
_SUMS = {"one_off": attrgetter("one_off_total"), "recurring": attrgetter("recurring_most")}


def text(language: Language, name: str, /, **values: Value) -> str:
    """Give a sentence of this command."""
    return sentence(language, f"commands/history/{name}", **values)


def summary(revision: Revision, language: Language) -> str:
    """Say in one line what a version brought."""
    return "; ".join((*_first(revision, language), *_changes(revision, language), *_asks(revision, language)))


def _asks(revision: Revision, language: Language) -> Iterator[str]:
    """Say whether a place on an agenda was asked for in time."""
    if revision.punctuality and revision.after:
        year = revision.after.agenda or 0
        yield text(language, "asks", year=year, punctuality=revision.punctuality)


def _first(revision: Revision, language: Language) -> Iterator[str]:
    if revision.kind != "changed":
        yield text(language, f"kind.{revision.kind}")
    if revision.is_after_lost and revision.kind == "changed":
        yield text(language, "after-lost")
    if revision.kind in ("began", "held") and revision.after:
        yield f"{_heading('status', language)} {term(language, 'status', revision.after.status)}"
        yield from (
            f"{_heading(key, language)} {formats.euros(amount, language)}"
            for key, add in _SUMS.items()
            if (amount := add(revision.after)) is not None
        )
    if revision.moved_from:
        yield text(language, "moved", before=revision.moved_from, after=revision.version.path)


def _changes(revision: Revision, language: Language) -> Iterator[str]:
    before, after = revision.before, revision.after
    if before is None or after is None:
        return
    summed = {key for key, add in _SUMS.items() if add(before) != add(after)}
    for key in _SUMS:
        if key in summed:
            yield _estimate(key, before, after, language)
    if before.baseline is None and after.baseline is not None:
        yield _baseline(after.baseline, language)
    for change in revision.changes:
        keys = change.keys
        if keys[0] == "costs" and keys[1] in summed:
            continue
        if keys[0] == "baseline" and before.baseline is None:
            continue
        yield _promise(change, after, language) or _change(change, language)


def _estimate(key: str, before: Initiative, after: Initiative, language: Language) -> str:
    """Set one estimate beside the last: the one-off cost of all years, the recurring of the highest."""
    old, new = _SUMS[key](before), _SUMS[key](after)
    label = text(language, f"estimate.{key}")
    shown = " → ".join("–" if amount is None else formats.euros(amount, language) for amount in (old, new))
    if old is None or new is None:
        return f"{label} {shown}"
    return f"{label} {shown} ({_more(new - old, language)})"


def _more(amount: int, language: Language) -> str:
    return f"{'+' if amount > 0 else '-'}{formats.euros(abs(amount), language)}"


def _baseline(baseline: Baseline, language: Language) -> str:
    amount = formats.euros(baseline.one_off_total, language)
    recurring = "–" if baseline.recurring is None else formats.euros(baseline.recurring, language)
    return text(
        language, "baseline", day=baseline.adopted, end=baseline.end.text, amount=amount, recurring=recurring
    )


def _promise(change: Change, after: Initiative, language: Language) -> str | None:
    """Describe a new rebaseline and a new report in full: they make up the time after adoption."""
    if change.after is None or len(change.keys) > 1:
        return None
    name = change.path.parts[-1]
    if change.keys[0] == "rebaselines":
        for rebaseline in after.rebaselines:
            if rebaseline.date.isoformat() == name:
                return text(
                    language,
                    "rebaseline",
                    day=rebaseline.date,
                    end=rebaseline.end.text,
                    amount=formats.euros(rebaseline.one_off, language),
                    reason=reasons(rebaseline, language) or "–",
                )
    if change.keys[0] == "progress":
        for report in after.progress:
            if report.date.isoformat() == name:
                colours = [report.time, report.cost, report.quality]
                words = ", ".join(term(language, "colour", colour) if colour else "–" for colour in colours)
                spent = "–" if report.spent is None else formats.euros(report.spent, language)
                return text(language, "progress", day=report.date, colours=words, spent=spent)
    return None


def _change(change: Change, language: Language) -> str:
    label = _label(change, language)
    if change.kind == "prose":
        name = "written" if change.before is None else "removed" if change.after is None else "rewritten"
        return f"{label} {text(language, f'word.{name}')}"
    if change.kind == "item":
        return f"{label} {text(language, 'word.removed' if change.after is None else 'word.written')}"
    pair = f"{_value(change, change.before, language)} → {_value(change, change.after, language)}"
    before, after = change.before, change.after
    if change.kind == "euros" and isinstance(before, int) and isinstance(after, int):
        return f"{label} {pair} ({_more(after - before, language)})"
    return f"{label} {pair}"


def _label(change: Change, language: Language) -> str:
    """Name a value by the words of its keys, and by the names and years between them."""
    names = set(change.path.names)
    return " ".join(
        part if place in names else _heading(part, language)
        for place, part in enumerate(change.path.parts)
        if part not in _GROUPS or place
    )


def _heading(key: str, language: Language) -> str:
    known: dict[str, str] = read(language, "commands/history")["key"]
    headings: dict[str, str] = read(language, "columns")["heading"]
    word = known.get(key) or headings.get(key, key)
    return word[:1].lower() + word[1:]


def _value(change: Change, value: PlainValue, language: Language) -> str:
    if value is None:
        # Who names nobody means everyone.
        return sentence(language, "columns/word.all") if change.keys == ("participants",) else "–"
    if isinstance(value, tuple):
        words = (term(language, change.terms, name) if change.terms else name for name in value)
        return ", ".join(words) or "–"
    if isinstance(value, Decimal):
        return formats.decimal(value, language) + ("%" if change.kind == "percentage" else "")
    if isinstance(value, date):
        return formats.day(value, language)
    if change.kind == "euros" and isinstance(value, int):
        return formats.euros(value, language)
    return term(language, change.terms, str(value)) if change.terms else str(value)
