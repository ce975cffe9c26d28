"""``regie site``: the portfolio as a page to look at, to share and to keep."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from icteregie.analysis.agenda_state import latest_agenda
from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.option_values import one_year
from icteregie.cli.streams import emit, notify
from icteregie.diagnostics.ceilings import THEME_BYTES
from icteregie.diagnostics.system_reasons import system_reason
from icteregie.messages.catalogue import LANGUAGES
from icteregie.portfolio.ambition import AmbitionList
from icteregie.portfolio.decision import DecisionList
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import AMBITION, DECISION
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.schema_walk import keys
from icteregie.reports.arrivals.submissions import Seasons
from icteregie.reports.basis import Basis
from icteregie.reports.site.view import Source, site_report
from icteregie.workspace.completeness import completeness
from icteregie.workspace.findings import judged
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.open import Workspace, left_out_notices
from icteregie.workspace.select import readable
from icteregie.workspace.site import dossier_texts, head_commit, refuse_foreign_files

_DOCUMENTS = (".csv", ".docx", ".json", ".md", ".pdf", ".txt", ".xhtml", ".xml")
"""Ends of names of files that are something else than a page."""
_EVERY_KEY = tuple(field.name for field in fields(Initiative))
_EVERY_CONFIG_KEY = tuple(field.name for field in fields(Partnership))


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Of which agenda, where the page is written, how it looks, and what it leaves out."""

    named_year: int | None = None
    year: int | None = None
    output: Path | None = None
    theme: Path | None = None
    has_dossiers: bool = False
    is_public: bool = False


def run(options: Options, context: Context) -> int:
    """Write the page: to a file in one language, or into a folder in both."""
    wanted = one_year(options.named_year, options.year)
    workspace, language = opened(options, context)
    files = tuple(_files(context, options.output, language))
    refuse_foreign_files(context.folder, (path for path, _, _ in files if path is not None))
    source = _source(workspace, options)
    year = _year(source.basis.portfolio, wanted)
    report = site_report(source, year, is_public=options.is_public)
    # Drawing takes the template engine, which nothing else needs.
    from icteregie.render.site.page import page  # noqa: PLC0415

    theme = _theme(context, options.theme)
    notify(context, language, (*left_out_notices(workspace), *workspace.arrivals.notices()))
    for path, own, other in files:
        emit(context, page(report, own, other, theme), path)
    if options.output is not None:
        notify(context, language, (Notice(f"commands/site/{_readers(options)}"),))
    return CLEAN


def _readers(options: Options) -> str:
    """Name the sentence that says who can read what was written."""
    if not options.is_public:
        return "readers"
    return "readers-public-dossiers" if options.has_dossiers else "readers-public"


def _source(workspace: Workspace, options: Options) -> Source:
    known = readable(workspace.portfolio, _EVERY_KEY, _EVERY_CONFIG_KEY)
    readable_portfolio = known.portfolio.readable(
        {DECISION.name: tuple(keys(DecisionList)), AMBITION.name: tuple(keys(AmbitionList))}
    )
    findings = tuple(judged(workspace))
    complete = completeness(workspace)
    seasons = Seasons(workspace.today, complete.completions, complete.timelines)
    basis = Basis(readable_portfolio, workspace.today, unreadable=known.left_out)
    # A dossier can hold what isn't for everyone: on a public page it is only shown when it is asked for.
    is_shown = options.has_dossiers or not options.is_public
    texts = dossier_texts(workspace, is_full=options.has_dossiers) if is_shown else {}
    return Source(basis, findings, seasons, head_commit(workspace), texts)


def _year(portfolio: Portfolio, wanted: int | None) -> int | None:
    """Give the agenda that was asked for, or else the latest; None without agendas. Raises ProblemError."""
    if wanted is None:
        return latest_agenda(portfolio)
    years = sorted(portfolio.partnership.agendas)
    if wanted not in years:
        raise ProblemError("unknown-year", year=wanted, known=tuple(map(str, years)))
    return wanted


def _theme(context: Context, path: Path | None) -> str:
    """Read the colours of a theme as style; "" without one. Raises ProblemError where it can't be used."""
    if path is None:
        return ""
    from icteregie.render.site.theme import ThemeProblem, built_in, read_theme  # noqa: PLC0415

    try:
        with (context.folder / path).open("rb") as file:
            text = file.read(THEME_BYTES).decode("utf-8-sig")
    except OSError as error:
        raise ProblemError("theme-unreadable", file=str(path), reason=system_reason(error)) from None
    except ValueError:
        raise ProblemError("theme-line", file=str(path), line=1) from None
    theme = read_theme(text)
    if isinstance(theme, ThemeProblem):
        known = tuple(f"--{name}" for name in built_in().light)
        raise ProblemError(theme.name, **{**theme.values, "file": str(path), "known": known})
    return theme.style


def _files(
    context: Context, output: Path | None, language: Language
) -> Iterator[tuple[Path | None, Language, str]]:
    """Give each file with its language and the name of the one in the other language, "" without one.

    Raises ProblemError where the output is neither a folder nor the name of a page.
    """
    if output is None or output.suffix.casefold() in (".html", ".htm"):
        yield output, language, ""
        return
    place = context.folder / output
    # Unlike those of a path, these never raise, whatever the system says of a name.
    is_document = output.suffix.casefold() in _DOCUMENTS and not os.path.isdir(place)
    if os.path.isfile(place) or is_document:
        raise ProblemError("page-target", file=str(output))
    other = next(each for each in LANGUAGES if each != language)
    yield output / "index.html", language, f"{other}.html"
    yield output / f"{other}.html", other, "index.html"
