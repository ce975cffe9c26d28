"""The drawings that are laid out: what waits for what, and the timeline; "" where there is none."""

from icteregie.render.site.html import Safe
from icteregie.render.site.words import Words
from icteregie.reports.site.view import SiteReport


def graph(report: SiteReport, words: Words) -> Safe:
    """Draw what waits for what, a drawing for each domain."""
    del report, words
    return Safe("")


def timeline(report: SiteReport, words: Words) -> Safe:
    """Draw every initiative on one axis of quarters."""
    del report, words
    return Safe("")
