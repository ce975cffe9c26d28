"""What waits for what, as the page shows it: drawings with how to read them; "" where there is none."""

from icteregie.render.site.graph import drawings, notes
from icteregie.render.site.html import Safe, html
from icteregie.render.site.words import Words
from icteregie.reports.site.view import SiteReport


def graph(report: SiteReport, words: Words) -> Safe:
    """Draw what waits for what, with a drawing for each domain where one would be too large."""
    drawn = drawings(report, words)
    shown = "".join(
        f"{f'<h3>{each.heading}</h3>' if each.heading else ''}"
        f'<div class="scroll drawn" role="group" tabindex="0" '
        f'aria-labelledby="graph-{number}-title">{each.svg}</div>\n'
        for number, each in enumerate(drawn, 1)
    )
    tools = (
        f'<p class="sub" id="near" hidden data-some="{html(words.plainly("graph.near"))}" '
        f'data-pick="{html(words.plainly("graph.pick"))}" data-card="{html(words.plainly("graph.card"))}" '
        f'data-keys="{html(words.plainly("graph.keys"))}" data-all="{html(words.plainly("list.reset"))}">'
        f'<span role="status">{words("graph.keys")}</span></p>\n'
    )
    said = "".join(f'<p class="note">{note}</p>\n' for note in notes(report, words))
    return Safe(f"{tools if drawn else ''}{shown}{said}")
