"""How does what runs go: against what was adopted, in time and in money, in words beside the drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from icteregie.messages import formats
from icteregie.render.site.dumbbell import Scale, dumbbell, sparkline
from icteregie.render.site.html import Safe
from icteregie.render.site.matters import Shown, shown_matters
from icteregie.render.site.quarters import period, quarter_of
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.render.status.money import money_lines
from icteregie.reports.site.rows import ListRow
from icteregie.reports.site.view import SiteReport
from icteregie.reports.status import StatusRow


@dataclass(frozen=True, slots=True)
class ColourPair:
    """One aspect: the colour that was declared and the one that was computed, as words, "" for neither."""

    aspect: Safe
    declared: str
    computed: str

    @property
    def differs(self) -> bool:
        """Whether the two words disagree."""
        return bool(self.declared and self.computed) and self.declared != self.computed


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One initiative that was adopted: its colours in words, its end, its money, and what is the matter.

    ``history`` says which end was foreseen when, "" where it never moved. ``against`` says since when the
    agreement holds that the colours are computed against, "" where that is what was first adopted.
    """

    id: str
    submitter: str
    status: str
    colours: tuple[ColourPair, ...]
    end: Safe
    end_drawing: Safe
    spark: Safe
    history: Safe
    money: Safe
    money_drawing: Safe
    matters: tuple[Shown, ...]
    is_calm: bool
    against: Safe


@dataclass(frozen=True, slots=True)
class _Scales:
    """The scales that all rows share: ends and days as numbers of days, money in whole euros."""

    ends: Scale
    days: Scale
    money: Scale


def section(report: SiteReport, words: Words) -> Section:
    """Show each initiative that runs, those that need attention first."""
    status, short = report.progress, words("short.progress")
    if not status.rows:
        return Section("progress", short, words("heading.progress-none"), {}, words("empty.progress"))
    scales = _scales(status.rows, report.basis.day)
    listed = {row.initiative.id: row for row in report.rows}
    rows = [_row(words, row, scales, listed[row.initiative.id]) for row in status.rows]
    rows.sort(key=lambda row: (row.is_calm, not any(each.is_urgent for each in row.matters), row.id))
    attention = len(status.needing_attention)
    share = "" if 0 < attention < len(rows) else "-every" if attention else "-calm"
    values = {
        "rows": rows,
        "lines": tuple(money_lines(status, words.language)),
        "first": period(words, None, date.fromordinal(scales.ends.least)),
        "last": period(words, None, date.fromordinal(scales.ends.most)),
        "most": words.euros(scales.money.most),
    }
    return Section(
        "progress",
        short,
        words(f"heading.progress{share}", count=attention or len(rows), all=len(rows)),
        values,
    )


def _scales(rows: Sequence[StatusRow], today: date) -> _Scales:
    ends = [fact.value.last for row in rows for fact in row.foreseen.ends]
    ends += [row.foreseen.end for row in rows if row.foreseen.end]
    days = [fact.day for row in rows for fact in row.foreseen.ends]
    money = [row.foreseen.one_off_total or 0 for row in rows]
    money += [row.rag.baseline.one_off for row in rows if row.rag]
    first, last = quarter_of(min(ends, default=today)).first, quarter_of(max(ends, default=today)).last
    return _Scales(
        Scale(first.toordinal(), last.toordinal()),
        Scale(min([*days, today]).toordinal(), today.toordinal()),
        Scale(0, max(money, default=0)),
    )


def _row(words: Words, row: StatusRow, scales: _Scales, listed: ListRow) -> ProgressRow:
    rag, now = row.rag, row.foreseen
    adopted = rag.baseline.end.last.toordinal() if rag else None
    return ProgressRow(
        row.initiative.id,
        listed.submitter,
        words.term(row.initiative.status, "status"),
        _colours(words, row),
        _end(words, row),
        dumbbell(adopted, now.end.toordinal() if now.end else None, scales.ends),
        sparkline([(fact.day, fact.value.last) for fact in row.foreseen.ends], scales.days),
        _history(words, row),
        _money(words, row),
        dumbbell(rag.baseline.one_off if rag else None, now.one_off_total, scales.money),
        shown_matters(words, listed.matters),
        is_calm=not row.concerns,
        against=words("progress.against", day=rag.agreement.since)
        if rag and rag.agreement.source == "rebaseline"
        else Safe(""),
    )


def _colours(words: Words, row: StatusRow) -> tuple[ColourPair, ...]:
    report, worse = row.report, row.declared_worse.aspects if row.declared_worse else ()
    declared = {each: getattr(report, each) for each in ("time", "cost", "quality")} if report else {}
    computed = {"time": row.rag.agreed.time, "cost": row.rag.agreed.cost} if row.rag else {}
    return tuple(
        ColourPair(
            words(f"progress.{aspect}"),
            words.term(colour, "colour") if (colour := declared.get(aspect)) else "",
            words.term(colour, "colour") if (colour := computed.get(aspect)) else "",
        )
        for aspect in ("time", "cost", *(each for each in worse if each == "quality"))
    )


def _history(words: Words, row: StatusRow) -> Safe:
    runs = [next(same) for _, same in groupby(row.foreseen.ends, key=lambda fact: fact.value.text)]
    if len(runs) < 2:
        return Safe("")
    stated = tuple(
        words.plainly("progress.stated", day=fact.day, end=formats.moment(fact.value, words.language))
        for fact in runs
    )
    return words("progress.history", ends="; ".join(stated))


def _end(words: Words, row: StatusRow) -> Safe:
    now, language = row.foreseen.end_moment, words.language
    if now is None:
        return words("progress.no-end")
    shown = formats.moment(now, language)
    agreed = formats.moment(row.rag.agreement.end, language) if row.rag else ""
    adopted = formats.moment(row.rag.baseline.end, language) if row.rag else ""
    if agreed != adopted:
        return words("progress.end-rebaselined", now=shown, agreed=agreed, adopted=adopted)
    if not adopted or adopted == shown:
        return words("progress.end", now=shown)
    return words("progress.end-moved", now=shown, adopted=adopted)


def _money(words: Words, row: StatusRow) -> Safe:
    now, rag = row.foreseen.one_off_total, row.rag
    spent = words("progress.spent-unknown") if row.foreseen.spent is None else words.euros(row.foreseen.spent)
    if now is None:
        return words("progress.no-money", spent=spent)
    values = {"now": words.euros(now), "spent": spent}
    if rag is None or rag.baseline.one_off == rag.agreement.one_off == now:
        return words("progress.money", **values)
    values["adopted"] = words.euros(rag.baseline.one_off)
    if rag.baseline.one_off != rag.agreement.one_off:
        agreed = words.euros(rag.agreement.one_off)
        return words("progress.money-rebaselined", **values, agreed=agreed)
    return words("progress.money-moved", **values)
