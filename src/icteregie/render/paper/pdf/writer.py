r"""Writes a paper as PDF/UA-1: tagged, with its title, its language and the day that it shows.

A character that none of typst's fonts has is shown as its code, such as ``\u6f22``.
"""

import json
from datetime import UTC, datetime, time

from icteregie.render.paper.paper import Paper
from icteregie.render.paper.pdf import compiler
from icteregie.render.paper.pdf.data import data
from icteregie.render.paper.pdf.letters import with_codes
from icteregie.render.templates import text


def write(paper: Paper) -> bytes:
    """Write a paper; the same paper gives the same bytes with the same version of typst."""
    template = text("paper/paper.typ")
    timestamp = int(datetime.combine(paper.day, time(), UTC).timestamp())
    return with_codes(
        lambda missing: compiler.pdf(template, {"paper": json.dumps(data(paper, missing))}, timestamp)
    )
