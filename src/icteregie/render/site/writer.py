"""A document as HTML: what other commands write as text or Markdown, with links to the cards."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from icteregie.messages import formats
from icteregie.render.document import Block, Code, Document, Fact, Facts, ItemList, Lines, Paragraph
from icteregie.render.site.html import NO_BREAK, Safe, amount, html, isolated
from icteregie.render.site.names import link
from icteregie.render.site.tags import Tags, tags_of
from icteregie.render.site.values import in_runs, in_words, on_page
from icteregie.render.site.words import Words
from icteregie.render.tables.table import Cell, Table
from icteregie.reports.site.view import SiteReport

MANY = 7
"""Tables with more columns than this are written smaller."""
SHORT = 40
"""A table of pairs of which none has a longer text than this is written as one line."""
SHARES = ("kind", "year", "total")
"""The first columns of the costs of an initiative; each member's share comes after them."""
HOURS = ("team", "period", "hours")
"""The columns of what an initiative asks of the teams."""
ON_SCREEN = "screen"
"""The class of what isn't printed."""


class Writer:
    """Writes documents whose sections have headings of one level.

    ``printed`` are the keys of the facts and of the first columns of the tables that are on paper, too;
    None for all.
    """

    def __init__(
        self,
        report: SiteReport,
        words: Words,
        level: int,
        *,
        is_wide: bool = False,
        printed: Container[str] | None = None,
    ) -> None:
        self.report = report
        self.known = report.portfolio.initiatives
        self.words = words
        self.level = level
        self.is_wide = is_wide
        self.printed = printed

    def document(self, document: Document) -> Safe:
        """Write a document with its title, a level above its sections."""
        title = f"<h{self.level}>{html(document.title)}</h{self.level}>"
        subtitle = f'<p class="note">{html(document.subtitle)}</p>' if document.subtitle else ""
        below = Writer(self.report, self.words, self.level + 1, is_wide=self.is_wide)
        return Safe(f"{title}{subtitle}{below.parts(document)}")

    def parts(self, document: Document) -> Safe:
        """Write what stands below the title."""
        return Safe("".join(self._parts(document)))

    def _parts(self, document: Document) -> Iterator[str]:
        yield from (self._block(block, "") for block in document.blocks)
        for section in document.sections:
            keyed = [block for block in section.blocks if isinstance(block, (Facts, Table))]
            is_printed = not keyed or any(map(self._is_printed, keyed))
            yield "" if is_printed else f'<div class="{ON_SCREEN}">'
            yield f"<h{self.level}>{html(section.heading)}</h{self.level}>"
            yield from [self._block(block, section.heading) for block in section.blocks]
            yield "" if is_printed else "</div>"
        yield from (self._block(block, "") for block in document.closing)

    def _block(self, block: Block, heading: str) -> str:
        match block:
            case Facts():
                return self._all_facts(block)
            case Table():
                is_shares = not self.is_wide and tuple(column.key for column in block.columns[:3]) == SHARES
                shown = on_page(in_runs(block, self.words.language) if is_shares else block, self.words)
                return (
                    self._hours(shown) or self._pairs(shown) or self._table(shown, block.caption or heading)
                )
            case Paragraph():
                return f"<p>{isolated(block.text)}</p>"
            case Lines():
                return f"<ul>{''.join(f'<li>{isolated(line)}</li>' for line in block.lines)}</ul>"
            case ItemList():
                return f"<ul>{''.join(f'<li>{isolated(item.text)}</li>' for item in block.items)}</ul>"
            case Code():
                return f"<pre>{html(' '.join(block.lines))}</pre>"

    def _is_printed(self, block: Facts | Table) -> bool:
        if self.printed is None:
            return True
        if isinstance(block, Table):
            return block.columns[0].key in self.printed
        return any(fact.key in self.printed for fact in block.facts)

    def _all_facts(self, facts: Facts) -> str:
        """Write labels with their texts; labels that say it all by themselves are one line."""
        bare = ", ".join([fact.label for fact in facts.facts if not (fact.text or fact.details)])
        is_printed = self._is_printed(facts)
        listed = _list("".join(self._facts(facts.facts, is_printed=is_printed)), is_printed=is_printed)
        return f"{f'<p>{isolated(bare)}</p>' if bare else ''}{listed}"

    def _pairs(self, table: Table) -> str:
        """Write a small table of names with a value each as one line; "" where it needs a table."""
        cells = [cell for row in table.shown for cell in row]
        if self.is_wide or len(table.columns) != 2 or any(len(cell.words) > SHORT for cell in cells):
            return ""
        is_right = table.columns[1].is_right
        pairs = " · ".join(
            f"{self._cell(name)} {amount(value.words) if is_right else self._cell(value)}"
            for name, value in table.shown
        )
        facts = f"<dt>{html(table.columns[1].heading)}</dt><dd>{pairs}</dd>"
        return _list(facts, is_printed=self._is_printed(table))

    def _hours(self, table: Table) -> str:
        """Write the hours of each team in one line; "" for any other table."""
        if self.is_wide or tuple(column.key for column in table.columns) != HOURS:
            return ""
        by_team: dict[str, list[str]] = {}
        for team, when, hours in table.shown:
            by_team.setdefault(team.words, []).append(f"{isolated(when.words)}: {amount(hours.words)}")
        heading = html(table.columns[-1].heading)
        facts = "".join(
            f"<dt>{heading}: {isolated(team)}</dt><dd>{' · '.join(each)}</dd>"
            for team, each in by_team.items()
        )
        return _list(facts, is_printed=self._is_printed(table))

    def _facts(self, facts: Iterable[Fact], *, is_printed: bool) -> Iterator[str]:
        """Mark what isn't printed by itself; of a list that isn't printed, the list is marked."""
        printed = self.printed if is_printed else None
        for fact in facts:
            if not (fact.text or fact.details):
                continue
            off = "" if printed is None or fact.key in printed else f' class="{ON_SCREEN}"'
            label = isolated(in_words(fact.label, self.words))
            lines = "".join([f"<dd{off}>{self._text(line)}</dd>" for line in (fact.text, *fact.details)])
            yield f"<dt{off}>{label}</dt>{lines}"

    def _text(self, text: str) -> Safe:
        """Link what is nothing but an id of an initiative."""
        return link(self.report, text) if text in self.known else isolated(in_words(text, self.words))

    def table(self, table: Table, caption: str) -> str:
        """Write a table that becomes a list of rows where there is no room for it.

        An initiative is shown by its title, as a link, so that a column with titles beside it is left out.
        """
        return self._table(on_page(table, self.words), caption)

    def _table(self, table: Table, caption: str) -> str:
        shown = self._shown(table)
        heads, tags = tags_of(shown.columns)
        rows = "".join([self._row(tags, row) for row in shown.shown])
        return self._framed(
            f'<table class="{self._classes(table, shown)}">'
            f'<caption class="unseen">{html(caption)}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>",
            caption,
        )

    def _shown(self, table: Table) -> Table:
        keys, rows = [column.key for column in table.columns], table.rows
        if "title" not in keys:
            return table
        ids = [n for n in range(len(keys)) if rows and all(row[n].data in self.known for row in rows)]
        if not ids:
            return table
        titles, linked = keys.index("title"), ids[0]
        columns = list(table.columns)
        if keys[linked] == "id":
            columns[linked] = replace(columns[titles], key="id")
        return without(replace(table, columns=tuple(columns)), "title")

    def _classes(self, table: Table, shown: Table) -> str:
        """Give the classes of a table: of many columns, not printed, or only its first three."""
        many = " many" if len(shown.columns) > MANY else ""
        if not self._is_printed(table):
            return f"stack{many} {ON_SCREEN}"
        is_short = self.printed is not None and tuple(c.key for c in table.columns[:3]) == SHARES
        return f"stack{many}{' shares' if is_short else ''}"

    def _framed(self, table: str, caption: str) -> str:
        """Let a table of a section scroll by itself; those of the cards are small."""
        if not self.is_wide:
            return table
        label = html(caption)
        return f'<div class="scroll" role="group" aria-label="{label}" tabindex="0">{table}</div>'

    def _row(self, tags: Iterable[Tags], row: tuple[Cell, ...]) -> str:
        cells = [
            f"{filled if cell.words else empty}{_amount(cell) if is_right else self._cell(cell)}{end}"
            for (is_right, filled, empty, end), cell in zip(tags, row, strict=True)
        ]
        return f"<tr>{''.join(cells)}</tr>"

    def _cell(self, cell: Cell) -> Safe:
        """Link to the initiatives that a cell is about."""
        if isinstance(cell.data, tuple):
            return self._several(cell.words, cell.data)
        initiative = self.known.get(cell.data) if isinstance(cell.data, str) else None
        if initiative is None or cell.words not in (initiative.id, initiative.title):
            return Safe(isolated(cell.words).replace("€ ", f"€{NO_BREAK}"))
        return link(self.report, initiative.id)

    def _several(self, words: str, ids: tuple[str, ...]) -> Safe:
        """Link each part of a row of ids that begins with one of them."""
        parts = []
        for part in words.split("; "):
            name, _, rest = part.partition(" ")
            is_id = name in ids and name in self.known
            text = formats.unparted(isolated(f" {rest}" if rest else "")) if is_id else isolated(part)
            parts.append(f"{link(self.report, name)} {text}" if is_id else str(text))
        return Safe("; ".join(parts))


def _amount(cell: Cell) -> Safe:
    """Write what is below zero with its sign before the currency, as all other differences on the page."""
    return amount(cell.words.replace(f"€ {formats.MINUS}", f"{formats.MINUS}€ "))


def _list(facts: str, *, is_printed: bool) -> str:
    classes = "facts" if is_printed else f"facts {ON_SCREEN}"
    return f'<dl class="{classes}">{facts}</dl>' if facts else ""


def without(table: Table, key: str) -> Table:
    """Leave out a column."""
    kept = [n for n, column in enumerate(table.columns) if column.key != key]

    def narrowed(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(row[n] for n in kept) for row in rows)

    columns = tuple(table.columns[n] for n in kept)
    return replace(table, columns=columns, rows=narrowed(table.rows), totals=narrowed(table.totals))
