"""The sentences of the page as HTML: what comes from a file is isolated, amounts stay whole."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from icteregie.diagnostics.types import Diagnostic
from icteregie.messages import formats
from icteregie.messages.catalogue import Sentence, sentence, term, unfilled, word
from icteregie.portfolio.partnership import Language
from icteregie.render.site.html import NO_BREAK, Safe, amount, html, isolated

MILLION = 1_000_000
_STEP = MILLION // 10


class HtmlSentence(Sentence):
    """Fills in a sentence that is escaped itself: texts between isolating elements."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Write a value in its format, as HTML."""
        if hasattr(value, "__html__"):
            return str(value)
        text = super().format_field(value, format_spec)
        if format_spec == "date":
            return text.replace(" ", NO_BREAK)
        is_text = isinstance(value, (str, tuple)) and format_spec != "term"
        return isolated(text) if is_text else amount(text)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the page in one language.

    ``known`` and ``known_plainly`` keep the sentences without values: most stand in every row of a table.
    """

    language: Language
    members: dict[str, str]
    known: dict[str, Safe] = field(default_factory=dict, repr=False, compare=False)
    known_plainly: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def __call__(self, name: str, /, **values: Any) -> Safe:
        """Give a sentence of the page, or with a slash one of another catalogue."""
        if values:
            return self._filled(name, values)
        if name not in self.known:
            self.known[name] = self._filled(name, {})
        return self.known[name]

    def _filled(self, name: str, values: dict[str, Any]) -> Safe:
        full = name if "/" in name else f"commands/site/{name}"
        every = {**self.members, **values}
        pattern = html(unfilled(self.language, full, every))
        return Safe(HtmlSentence(self.language).vformat(pattern, (), every))

    def plainly(self, name: str, /, **values: Any) -> str:
        """Give a sentence of the page as text, for a title or an attribute."""
        if values:
            return sentence(self.language, f"commands/site/{name}", **{**self.members, **values})
        if name not in self.known_plainly:
            self.known_plainly[name] = sentence(self.language, f"commands/site/{name}", **self.members)
        return self.known_plainly[name]

    def term(self, name: str, kind: str) -> str:
        """Give the word for a value of the file format."""
        return term(self.language, kind, name)

    def finding(self, finding: Diagnostic) -> str:
        """Word a finding."""
        return word(finding, self.language).text

    def euros(self, value: int) -> Safe:
        """Write whole euros: € 1.250.000."""
        return amount(formats.euros(value, self.language))

    def signed(self, value: int) -> Safe:
        """Write a difference in whole euros with its sign: +€ 1.250."""
        sign = {True: "+", False: formats.MINUS}[value > 0] if value else ""
        return amount(f"{sign}{formats.euros(abs(value), self.language)}")

    def plain(self, value: int) -> str:
        """Write whole euros without a currency, in a table that says so."""
        return formats.plain(value, self.language)

    def short(self, value: int) -> Safe:
        """Write an amount for a heading: € 6,3 mln from a million on, rounded half up; whole euros below."""
        if abs(value) < MILLION:
            return self.euros(value)
        return Safe(amount(self.plainly("million", number=self._tenths(value))))

    def spread(self, least: int, most: int) -> Safe:
        """Write from the least to the most, once where these are the same."""
        if least == most:
            return self.euros(least)
        return Safe(f"{self.euros(least)}{NO_BREAK}– {self.plain(most)}")

    def short_spread(self, least: int, most: int) -> Safe:
        """Write a range for a heading, in millions with one unit."""
        if least == most or self._tenths(least) == self._tenths(most):
            return self.short(most)
        if most < MILLION:
            return _unparted(f"{self.euros(least)}–{self.plain(most)}")
        if least < MILLION:
            return Safe(f"{self.short(least)} – {self.short(most)}")
        both = f"{self._tenths(least)}–{self._tenths(most)}"
        return _unparted(amount(self.plainly("million", number=both)))

    def day(self, value: Any) -> Safe:
        """Write a date in words, which stays on one line."""
        return Safe(formats.day(value, self.language).replace(" ", NO_BREAK))

    def row(self, names: Any) -> str:
        """Write a row of names with "and" before the last."""
        return formats.row(names, self.language)

    def joined(self, parts: Iterable[Safe]) -> Safe:
        """Join parts of a sentence with commas, and "and" before the last."""
        *first, last = parts
        return Safe(f"{', '.join(first)} {self('and')} {last}") if first else last

    def _tenths(self, value: int) -> str:
        """Write millions with one decimal, rounded half up."""
        sign = formats.MINUS if value < 0 else ""
        tenths = (abs(value) + _STEP // 2) // _STEP
        return f"{sign}{tenths // 10}{formats.point(self.language)}{tenths % 10}"


def _unparted(text: str) -> Safe:
    """Let no line end in a range that fits on one: one may end after its dash."""
    return Safe(f'<span class="unparted">{text}</span>')
