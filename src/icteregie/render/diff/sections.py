"""All sections of a comparison, what matters most first."""

from icteregie.render.diff import finding_items, initiative_rows, partnership_rows, year_rows
from icteregie.render.diff.builder import Section, Told
from icteregie.render.diff.words import words


def sections(told: Told) -> list[Section]:
    """Tell everything: first the rules of the game and what is missing, then lists, money, time, findings."""
    said = words(told.view, told.language)
    return [
        *partnership_rows.rules_of_the_game(told, said),
        *partnership_rows.left_out(told),
        *year_rows.agendas(told),
        *initiative_rows.came_and_went(told, said),
        *initiative_rows.changed(told, said),
        *initiative_rows.money(told),
        *initiative_rows.shifts(told, said),
        *finding_items.new(told, said),
        *finding_items.other(told, said),
        *year_rows.chains(told),
        *year_rows.loads(told, said),
        *finding_items.solved(told, said),
        *partnership_rows.the_rest(told, said),
    ]
