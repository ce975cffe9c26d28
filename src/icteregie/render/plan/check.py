"""What the check of a kept plan found, as a page and for programs."""

from collections.abc import Iterator
from typing import Any

from icteregie.analysis.plan.checker import Wrong
from icteregie.analysis.plan.problem import Limit
from icteregie.analysis.plan.recheck import Mistake
from icteregie.analysis.plan.staleness import Since
from icteregie.diagnostics.types import Value
from icteregie.escape.json import json_document
from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Document, Item, ItemList, Paragraph
from icteregie.render.plan.json import limit_keys
from icteregie.render.plan.words import PlanWords
from icteregie.reports.plan.check import PlanCheck

VERSION = 1


def document(report: PlanCheck, language: Language) -> Document:
    """Write what was found, what changed first."""
    page = _Page(report, language)
    points = tuple(Item(text) for text in page.points())
    blocks = (Paragraph(page.words(f"check.{report.outcome}", **page.values())), ItemList(points))
    return Document(
        page.words("check.title", year=report.year, file=report.file),
        page.words("subtitle", day=report.basis.day, name=report.portfolio.partnership.name),
        blocks if points else blocks[:1],
        closing=tuple(map(Paragraph, page.closing())),
    )


class _Page:
    def __init__(self, report: PlanCheck, language: Language) -> None:
        self.report, self.language = report, language
        self.words = PlanWords(report.portfolio, language)

    def values(self) -> dict[str, Value]:
        return {"count": self.report.explained, "year": self.report.year}

    def points(self) -> Iterator[str]:
        report = self.report
        if report.since is not None:
            yield from self._since(report.since)
        for mistake in report.mistakes:
            line = report.lines.get(report.address(mistake))
            text = self._mistake(mistake)
            yield self.words("check.at", line=line, text=text) if line else text

    def closing(self) -> Iterator[str]:
        report, words = self.report, self.words
        if report.outcome == "stale":
            broken = tuple(self.words.wrong(each) for each in report.broken)
            yield words("check.broken", why=broken) if broken else words("check.stays")
        if report.outcome != "right":
            yield words("check.again", year=report.year)

    def _since(self, since: Since) -> Iterator[str]:
        words = self.words
        if since.is_nameless:
            yield words("since.fingerprint")
        for name, how in since.initiatives.items():
            yield words(f"since.initiative-{how}", title=words.title(name), id=name)
        for name, how in since.pins.items():
            yield words(f"since.pin-{how}", title=words.title(name), id=name)
        for limit, (then, now) in since.capacity.items():
            values = {"limit": words.limit(limit), "then": self._amount(limit, then)}
            yield words("since.room", **values, now=self._amount(limit, now))
        if since.members:
            yield words("since.members")
        if since.hour is not None:
            yield words("since.hour")

    def _amount(self, limit: Limit, amount: int | None) -> str:
        return self.words("since.unknown") if amount is None else self.words.amount(limit, amount)

    def _mistake(self, mistake: Mistake) -> str:
        words = self.words
        title = words.title(mistake.id)
        name = self.report.portfolio.partnership.member_name
        if mistake.wrong is not None:
            why = self.words.wrong(mistake.wrong)
        else:
            why = words(
                f"mistake.{mistake.said}",
                title=title,
                member=name(mistake.id) if mistake.part == "coalition" and mistake.id else "",
                limit=words.limit(mistake.limit) if mistake.limit else "",
                written=self._sum(mistake.limit, mistake.written),
                right=self._sum(mistake.limit, mistake.right),
            )
        return words(f"part.{mistake.part}", title=title, why=why, members=tuple(map(name, mistake.members)))

    def _sum(self, limit: Limit | None, amount: int) -> str:
        return formats.grouped(amount, self.language) if limit is None else self.words.amount(limit, amount)


def render(report: PlanCheck) -> str:
    """Write all of it for programs; ``version`` rises when a key changes its meaning."""
    since = report.since
    return json_document(
        {
            "version": VERSION,
            "today": report.basis.day.isoformat(),
            "year": report.year,
            "file": report.file,
            "status": report.outcome,
            "changed": None if since is None else _changed(since),
            "broken": [wrong_keys(each) for each in report.broken],
            "mistakes": [_mistake(report, each) for each in report.mistakes],
        }
    )


def _changed(since: Since) -> dict[str, Any]:
    return {
        "initiatives": dict(since.initiatives),
        "pins": dict(since.pins),
        "room": [
            {**limit_keys(limit), "then": then, "now": now} for limit, (then, now) in since.capacity.items()
        ],
        "members": since.members,
        "hour": since.hour is not None,
    }


def wrong_keys(wrong: Wrong) -> dict[str, Any]:
    """Say what doesn't hold."""
    limit = {} if wrong.limit is None else {**limit_keys(wrong.limit), "amount": wrong.amount}
    return {"fault": wrong.fault, "id": wrong.id, "other": wrong.other, **limit}


def _mistake(report: PlanCheck, mistake: Mistake) -> dict[str, Any]:
    return {
        "part": mistake.part,
        "id": mistake.id,
        "said": mistake.said,
        "line": report.lines.get(report.address(mistake)),
        "members": list(mistake.members),
        "wrong": None if mistake.wrong is None else wrong_keys(mistake.wrong),
        "room": None if mistake.limit is None else limit_keys(mistake.limit),
        "written": mistake.written,
        "right": mistake.right,
    }
