"""A filled-in template as a paper: its blocks below a title, with what the footer says."""

from dataclasses import replace

from icteregie.render.agenda import tidied
from icteregie.render.paper.marks import Marks
from icteregie.render.paper.markup import blocks
from icteregie.render.paper.paper import Heading, Paper, Prose, plain
from icteregie.render.paper.widths import fitted


def titled(filled: str, marks: Marks, blank: Paper) -> Paper:
    """Fill a paper; the title is the first block, and the name of the partnership below it is left out."""
    title, *others = blocks(tidied(filled), marks)
    assert isinstance(title, Heading)
    is_named = isinstance(others[0], Prose) and plain(others[0].text) == blank.partnership
    body = fitted(others[1:] if is_named else others)
    return replace(blank, title=plain(title.text), blocks=body, has_contents=True)
