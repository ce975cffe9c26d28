"""The largest differences between landscapes: what one product could save, as a bar beside the words."""

from dataclasses import dataclass

from icteregie.render.landscape.gains import is_kept, shown, users_words
from icteregie.render.landscape.words import component_name, member_names
from icteregie.render.site.bars import Part, bar
from icteregie.render.site.html import Safe, isolated
from icteregie.render.site.words import Words
from icteregie.reports.landscape.report import LandscapeReport, ShownContracts, ShownGain


@dataclass(frozen=True, slots=True)
class GainRow:
    """One component: its products, what it could save, which contracts end together, and who would move."""

    name: Safe
    products: Safe
    drawing: Safe
    euros: Safe
    contracts: Safe
    members: Safe
    moves: Safe


def gain_rows(report: LandscapeReport, words: Words) -> tuple[GainRow, ...]:
    """Make a row for each of the largest, on one scale; what stays in git has no bar."""
    euros = [_euros(report, each) or 0 for each in shown(report)]
    return tuple(_row(report, words, each, max(euros)) for each in shown(report))


def _euros(report: LandscapeReport, each: ShownGain) -> int | None:
    return None if is_kept(report, each) else each.euros


def _row(report: LandscapeReport, words: Words, each: ShownGain, scale: int) -> GainRow:
    own, touched, euros = each.difference, each.difference.touched, _euros(report, each)
    products = tuple(product.name for product in own.products)
    return GainRow(
        isolated(component_name(report, own.component)),
        words("gain.products", count=len(products), products=products),
        Safe("") if euros is None else bar([Part("new", 0, euros)], scale),
        _amount(report, words, each),
        _contracts(report, words, each.contracts),
        words("gain.moves-to", product=own.most_common.name, members=member_names(report, touched.members)),
        words(
            "gain.moves",
            applications=words("commands/landscape/gain.applications", count=len(touched.applications)),
            users=isolated(users_words(touched.users, words.language)),
            contracts=words("commands/landscape/gain.contracts-of", count=touched.contracts),
        ),
    )


def _amount(report: LandscapeReport, words: Words, each: ShownGain) -> Safe:
    if is_kept(report, each):
        return words("gain.kept")
    if each.euros is None:
        return words("gain.unknown")
    if not each.unknown:
        return words("gain.euros", euros=each.euros)
    count = len(each.difference.applications)
    return words("gain.part", euros=each.euros, count=each.unknown, all=count)


def _contracts(report: LandscapeReport, words: Words, group: ShownContracts | None) -> Safe:
    if group is None:
        return Safe("–")
    members = member_names(report, group.members)
    return ends(words, group, members)


def ends(words: Words, group: ShownContracts, members: tuple[str, ...]) -> Safe:
    """Say how many contracts end together, whose they are, and between which days."""
    name = "gain.contracts-same" if group.first == group.last else "gain.contracts"
    return words(name, count=len(group.ends), members=members, first=group.first, last=group.last)
