"""About the page: from which files, of which day and commit, and who can read it."""

from icteregie import __version__
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.site.html import Safe
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """Say what the page was made from, who can read it, and what was left out."""
    lines = [
        words("about.made", name=report.partnership.name, day=report.basis.day, version=__version__),
        words("about.commit", commit=report.commit) if report.commit else words("about.no-commit"),
        _files(report.portfolio, words),
        words("about.readers"),
        words("about.where"),
        words(f"about.{_edition(report)}"),
        words("about.amounts"),
    ]
    return Section("about", words("short.about"), words("heading.about"), {"lines": lines})


def _files(portfolio: Portfolio, words: Words) -> Safe:
    """Count the files that were read, by their kind."""
    return words(
        "about.files",
        initiatives=len(portfolio.initiatives),
        decisions=len(portfolio.decision_lists),
        ambitions=len(portfolio.ambition_lists),
        landscapes=len(portfolio.landscapes),
        dossiers=len(portfolio.dossiers),
    )


def _edition(report: SiteReport) -> str:
    """Name the sentence that says for whom this edition is."""
    if not report.is_public:
        return "whole"
    return "public-dossiers" if report.dossiers else "public"
