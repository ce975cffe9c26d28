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
    """Add a rule for each member to the style: whose radio is chosen, of that one all is shown."""
    rules = (
        f":root:has(#city-{n}:checked) .own.c{n}{{display:revert}}"
        f":root:has(#city-{n}:checked) .row.c{n}{{background:var(--mark)}}"
        f":root:has(#city-{n}:checked) .c{n} .cell{{font-weight:650}}\n"
        for n in range(len(report.partnership.members))
    )
    return f"{templates.text('site/style.css')}{''.join(rules)}{theme}"


def _policy(style: str, script: str) -> str:
    """Allow this style and this script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
