"""About the page: from which files, of which day and commit, and who can read it."""

from icteregie import __version__
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """Say what the page was made from."""
    lines = [
        words("about.made", name=report.partnership.name, day=report.basis.day, version=__version__),
        words("about.commit", commit=report.commit) if report.commit else words("about.no-commit"),
        words("about.readers"),
        words("about.public" if report.is_public else "about.whole"),
        words("about.amounts"),
    ]
    return Section("about", words("short.about"), words("heading.about"), {"lines": lines})
