"""The section on gains: the largest differences, each as a chance in a few sentences."""

from collections.abc import Iterator
from typing import Any

from icteregie.analysis.landscape.contracts import ContractsTogether
from icteregie.analysis.landscape.gains import Gain
from icteregie.analysis.landscape.sums import Sum
from icteregie.diagnostics.types import Value
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Item, ItemList, Paragraph
from icteregie.render.landscape import words as w
from icteregie.render.landscape.plain import plain_table
from icteregie.render.landscape.words import words
from icteregie.render.member_words import member_words
from icteregie.render.tables.table import Data, Kind, Table
from icteregie.reports.landscape.report import LandscapeReport

PLAIN: tuple[tuple[str, Kind], ...] = (
    *(("component", "text"), ("products", "number"), ("gain", "euros"), ("gain_unknown", "number")),
    *(("contracts_together", "number"), ("contracts_members", "text")),
    *(("contracts_first", "date"), ("contracts_last", "date"), ("users_moved", "number")),
    *(("users_unknown", "number"), ("applications", "number"), ("members", "text"), ("contracts", "number")),
)


def shown(report: LandscapeReport) -> tuple[Gain, ...]:
    """Give the largest, as many as were asked for."""
    return report.gains[: report.scope.top]


def blocks(report: LandscapeReport, language: Language) -> tuple[Block, ...]:
    """Say of each what it would gain and whom it touches."""
    if not report.gains:
        return ()
    items = tuple(
        Item(chance(report, each, language), details=tuple(details(report, each, language)))
        for each in shown(report)
    )
    counts: dict[str, Value] = {"count": len(items), "all": len(report.gains)}
    more = (Paragraph(words(language, "gain.rest", **counts)),) if len(items) < len(report.gains) else ()
    return (Paragraph(words(language, "gain.how")), ItemList(items), *more)


def chance(report: LandscapeReport, each: Gain, language: Language) -> str:
    """Say who can go to one product together."""
    partnership, own = report.basis.portfolio.partnership, each.difference
    values: dict[str, Value] = {
        "component": w.component_name(report, own.component),
        "count": len(own.products),
        "products": tuple(product.name for product in own.products),
    }
    if len(own.members) == 1:
        return words(language, "gain.alone", member=partnership.member_name(own.members[0]), **values)
    values["members_word"] = member_words(partnership, language).plural
    return words(language, "gain.together", number=w.numeral(len(own.members), language), **values)


def details(report: LandscapeReport, each: Gain, language: Language) -> Iterator[str]:
    """Say what it could save, which contracts end together, and whom it touches."""
    yield _euros(report, each, language)
    if each.contracts is not None:
        yield _contracts(report, each.contracts, language)
    touched = each.difference.touched
    yield words(
        language,
        "gain.touched",
        product=each.difference.most_common.name,
        members=w.member_names(report, touched.members),
        applications=words(language, "gain.applications", count=len(touched.applications)),
        users=users_words(touched.users, language),
        contracts=words(language, "gain.contracts-of", count=touched.contracts),
    )


def _euros(report: LandscapeReport, each: Gain, language: Language) -> str:
    if is_kept(report, each):
        return words(language, "gain.euros-kept")
    if each.euros is None:
        return words(language, "gain.euros-unknown")
    if not each.unknown:
        return words(language, "gain.euros", euros=each.euros)
    count = len(each.difference.applications)
    return words(language, "gain.euros-part", euros=each.euros, count=each.unknown, all=count)


def _contracts(report: LandscapeReport, group: ContractsTogether, language: Language) -> str:
    values: dict[str, Value] = {
        "count": len(group.ends),
        "members": w.member_names(report, group.members),
        "days": report.basis.portfolio.partnership.thresholds.contracts_together,
        "first": group.first,
        "last": group.last,
    }
    return words(language, "gain.contracts-same" if group.first == group.last else "gain.contracts", **values)


def users_words(users: Sum, language: Language) -> str:
    """Say how many users are meant, and of how many applications that is unknown."""
    if users.total is None:
        return words(language, "gain.users-unknown")
    if users.unknown:
        return words(language, "gain.users-part", amount=users.total, count=users.unknown)
    return words(language, "gain.users", count=users.total)


def is_kept(report: LandscapeReport, each: Gain) -> bool:
    """Whether the euros stay in git."""
    return each.is_price and not report.scope.has_prices


def table(report: LandscapeReport, language: Language) -> Table:
    """Make a row for each, with a column for each value."""
    return plain_table(PLAIN, (_plain(report, each) for each in shown(report)), language)


def _plain(report: LandscapeReport, each: Gain) -> tuple[Data, ...]:
    own, group = each.difference, each.contracts
    return (
        *(own.component, len(own.products)),
        *(None if is_kept(report, each) else each.euros, each.unknown),
        *((len(group.ends), group.members, group.first, group.last) if group else (0, (), None, None)),
        *(own.touched.users.total, own.touched.users.unknown),
        *(len(own.touched.applications), own.touched.members, own.touched.contracts),
    )


def data(report: LandscapeReport) -> list[dict[str, Any]]:
    """Give each with what it would gain; what it touches is under ``differences``."""
    return [
        {
            "component": each.difference.component,
            "products": [product.name for product in each.difference.products],
            "members": list(each.difference.members),
            "gain": None if is_kept(report, each) else each.euros,
            "gain_unknown": each.unknown,
            "gain_kept": is_kept(report, each),
            "contracts": contracts_data(each.contracts) if each.contracts else None,
            "users_moved": each.difference.touched.users.total,
            "users_moved_unknown": each.difference.touched.users.unknown,
        }
        for each in shown(report)
    ]


def contracts_data(group: ContractsTogether) -> dict[str, Any]:
    """Give contracts that end together to programs."""
    return {
        "first": group.first.isoformat(),
        "last": group.last.isoformat(),
        "members": list(group.members),
        "applications": [each.application.id for each in group.ends],
    }
