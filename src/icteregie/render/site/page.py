"""Puts the page together: the sections, the style, the script, and the policy that names both."""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

from icteregie.portfolio.partnership import Language
from icteregie.render import templates
from icteregie.render.member_words import member_words
from icteregie.render.site import bars, first
from icteregie.render.site.html import Safe, amount, finished, isolated, lines
from icteregie.render.site.names import link
from icteregie.render.site.sections.order import SECTIONS
from icteregie.render.site.words import Words
from icteregie.reports.site.view import SiteReport

LARGE = 100
"""With more initiatives than this, sections, rows and cards are laid out when they come into view.

Chromium tells nobody of what it has not laid out, so that it isn't done where the page is fast without.
"""


@cache
def _environment() -> Any:
    return templates.pages(finished, {"bdi": isolated, "lines": lines, "money": amount})


def page(report: SiteReport, language: Language, other: str = "", theme: str = "") -> str:
    """Write the page in one language; ``other`` is the file of the other one, ``theme`` more style."""
    members = member_words(report.partnership, language)
    words = Words(language, members.values)
    style, script = _style(report, theme), templates.text("site/script.js")
    sections = [make(report, words) for make in SECTIONS]
    values: Mapping[str, Any] = {
        "report": report,
        "t": words,
        "bars": bars,
        "large": LARGE,
        "member_heading": members.heading,
        "link": lambda name: link(report, name),
        "first": first.screen(report, words),
        "sections": sections,
        "other": other,
        "policy": _policy(style, script),
        "style": Safe(style),
        "script": Safe(script),
    }
    written: str = _environment().get_template("page.html.j2").render(values)
    return written


def _style(report: SiteReport, theme: str) -> str:
    """Add the rules for each member to the style: whose radio is chosen, of that one all is shown."""
    rules = "".join(map(_member_rules, range(len(report.partnership.members))))
    return f"{templates.text('site/style.css')}{templates.text('site/print.css')}{rules}{theme}"


def _member_rules(number: int) -> str:
    """Look for the radio in the first screen only: a browser looks again at each change in there."""
    selected, own = f".first:has(#city-{number}:checked)", f"c{number}"
    places = (selected, f"{selected} ~ .part")
    shown, marked, strong = (
        ",".join(f"{place} {selector}" for place in places)
        for selector in (f".own.{own}", f".row.{own}", f".{own} .cell")
    )
    return f"{shown}{{display:revert}}{marked}{{background:var(--mark)}}{strong}{{font-weight:650}}\n"


def _policy(style: str, script: str) -> str:
    """Allow this style and this script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
