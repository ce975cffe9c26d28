"""The sections about the partnership, and about what could not be compared."""

from icteregie.render.diff.builder import Section, Teller, Told
from icteregie.render.diff.words import Words
from icteregie.reports.diff.partnership import FrameChange, heavy, light
from icteregie.rules.catalogue import rule


def rules_of_the_game(told: Told, words: Words) -> list[Section]:
    """Tell what initiatives are held to: dates, budgets, rules and thresholds."""
    teller = Teller(told.language)
    rows = tuple((*_row(one, words), teller.say(f"effect.{one.effect}")) for one in heavy(told.view.frame))
    columns = teller.columns("what", "was", "becomes", "effect")
    return teller.section(teller.say("section.heavy"), columns, rows, intro=(teller.say("intro.heavy"),))


def the_rest(told: Told, words: Words) -> list[Section]:
    """Tell what else changes in the partnership."""
    teller = Teller(told.language)
    rows = tuple(_row(one, words) for one in light(told.view.frame))
    return teller.section(teller.say("section.light"), teller.columns("what", "was", "becomes"), rows)


def left_out(told: Told) -> list[Section]:
    """Name the files that are not compared."""
    teller = Teller(told.language)
    rows = tuple(
        (out.file, teller.say(f"where.{out.where}"), teller.say(f"reason.{out.reason}"))
        for out in told.view.left_out
    )
    columns = teller.columns("file", "where", "reason")
    return teller.section(
        teller.say("section.left_out"), columns, rows, intro=(teller.say("intro.left_out"),)
    )


def _row(one: FrameChange, words: Words) -> tuple[str, ...]:
    before, after = words.both(one.change)
    if one.change.keys == ("rules", "level") and (known := rule(one.change.path.parts[1])):
        before = before if one.change.before else words.by_default(one.change, known.severity)
        after = after if one.change.after else words.by_default(one.change, known.severity)
    return words.label(one.change.path), before, after
