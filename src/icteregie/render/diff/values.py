"""Format values and field paths in a comparison."""

from dataclasses import dataclass, field
from decimal import Decimal

from icteregie.analysis.changes import Change
from icteregie.analysis.flatten import FieldPath, PlainValue
from icteregie.messages import formats
from icteregie.messages.catalogue import read, sentence, term
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.period import Lag, Moment
from icteregie.reports.agenda.with_titles import display_names
from icteregie.reports.diff.view import DiffReport

MOST_NAMED = 6
"""Of lists with more names than this only the additions and removals are shown."""

# These add nothing to the words of the keys below them.
_SILENT = frozenset({"costs", "obligation", "period", "position"})
# A team may go by the name of a domain.
_TEAMS = ("effort", "capacity", "teams")
# These name nothing in the portfolio, even where a word is somebody's id.
_OWN_WORDS = (("tags",),)
_BY_ID = ("part_of", "submitter", "domain", "cost_key", "default_cost_key")


@dataclass(frozen=True, slots=True)
class ValueWriter:
    """Writes values for people, with the names that people know."""

    language: Language
    display_names: dict[str, str] = field(default_factory=dict)
    teams: dict[str, str] = field(default_factory=dict)
    members: int = 0

    def label(self, path: FieldPath) -> str:
        """Say what a value is: the words of its keys, with the names on the way."""
        text = ""
        for place, part in enumerate(path.parts):
            if place in path.names:
                text += f" {self.name(part, path.parts[place - 1])}"
            elif part not in _SILENT or len(path.keys) == 1:
                word = self.key(part, path.keys[0])
                text += f": {_small(word)}" if text else word
        text = text.strip()
        return text[:1].upper() + text[1:]

    def key(self, key: str, under: str = "") -> str:
        """Give the word for a key of the file format; some have a word of their own under another key."""
        thresholds = read(self.language, "fields")["thresholds-in-short"]
        own: dict[str, str] = read(self.language, "commands/diff")["key"] | thresholds
        headings: dict[str, str] = read(self.language, "columns")["heading"]
        return own.get(f"{under}-{key}") or own.get(key) or headings[key]

    def name(self, name: str, key: str = "") -> str:
        """Give the name of an id under a key; the mark for everybody has a word of its own."""
        if not name:
            return sentence(self.language, "commands/diff/word.everyone")
        if key in _TEAMS:
            return self.teams.get(name, name)
        return self.display_names.get(name, name)

    def both(self, change: Change) -> tuple[str, str]:
        """Write a value before and after."""
        if change.kind == "names":
            return self._rows(change)
        if change.kind == "prose":
            return self._prose(change)
        return self.value(change, change.before), self.value(change, change.after)

    def by_default(self, change: Change, level: str) -> str:
        """Write the level of a rule that has none of its own in the partnership."""
        return sentence(self.language, "commands/diff/word.default", value=self.value(change, level))

    def value(self, change: Change, value: PlainValue) -> str:
        """Write one value."""
        language = self.language
        if value is None or change.kind == "item":
            return sentence(
                language, "commands/diff/word.nothing" if value is None else "commands/diff/word.present"
            )
        if change.kind == "choice":
            return term(language, change.terms, str(value)) if change.terms else str(value)
        if isinstance(value, Moment):
            return formats.moment(value, language)
        if isinstance(value, Lag):
            count, name = value.months or value.days, "months" if value.months else "days"
            overlap = "overlap-" if count < 0 else ""
            return sentence(language, f"commands/diff/word.{overlap}{name}", count=abs(count))
        if isinstance(value, Decimal):
            return formats.decimal(value, language) + ("%" if change.kind == "percentage" else "")
        return self._simple(change, value)

    def _simple(self, change: Change, value: object) -> str:
        language = self.language
        if value is True:
            return sentence(language, "commands/diff/word.true")
        if value is False:
            return sentence(language, "commands/diff/word.false")
        if isinstance(value, int):
            if change.kind == "euros":
                return formats.euros(value, language)
            return str(value) if change.kind == "year" else formats.grouped(value, language)
        if change.kind == "date":
            return formats.day(value, language)  # type: ignore[arg-type]
        text = str(value)
        return self.member(text) if change.kind == "id" and change.keys[-1] in _BY_ID else text

    def member(self, name: str) -> str:
        """Give the name of a member, or the word for the partnership as a whole."""
        return self.display_names[name] if name in self.display_names else term(self.language, "member", name)

    def _rows(self, change: Change) -> tuple[str, str]:
        before, after = (value if isinstance(value, tuple) else () for value in (change.before, change.after))
        if change.terms:
            before, after = (
                tuple(term(self.language, change.terms, name) for name in names) for names in (before, after)
            )
            return _plain_row(before, self.language), _plain_row(after, self.language)
        if change.keys == ("participants",):
            return self.participants(before), self.participants(after)
        if change.keys in _OWN_WORDS:
            return _plain_row(before, self.language), _plain_row(after, self.language)
        if max(len(before), len(after)) <= MOST_NAMED:
            return self.row(before), self.row(after)
        away, added = [n for n in before if n not in after], [n for n in after if n not in before]
        return self._part("away", away), self._part("added", added)

    def _part(self, name: str, ids: list[str]) -> str:
        if not ids:
            return sentence(self.language, "commands/diff/word.nothing")
        return sentence(self.language, f"commands/diff/word.{name}", names=tuple(map(self.name, ids)))

    def row(self, ids: tuple[str, ...]) -> str:
        """Write a row of names."""
        if not ids:
            return sentence(self.language, "commands/diff/word.nothing")
        return formats.row(map(self.name, ids), self.language)

    def participants(self, members: tuple[str, ...]) -> str:
        """Write who take part: all, or these."""
        if not members or len(members) == self.members:
            return sentence(self.language, "columns/word.all")
        return self.row(members)

    def _prose(self, change: Change) -> tuple[str, str]:
        """Of running text only say what happened to it."""
        name = "removed" if change.after is None else "written" if change.before is None else "rewritten"
        before = "nothing" if change.before is None else "text"
        return (
            sentence(self.language, f"commands/diff/word.{before}"),
            sentence(self.language, f"commands/diff/word.{name}"),
        )


def value_writer(report: DiffReport, language: Language) -> ValueWriter:
    """Know the names of both sides; of what has two, the later one."""
    names: dict[str, str] = {}
    teams: dict[str, str] = {}
    for version in (report.before, report.after):
        if version.has_base_config:
            partnership = version.portfolio.partnership
            teams |= partnership.teams
            names |= {key: body.name for key, body in partnership.bodies.items()}
            names |= display_names(version.portfolio)
        else:
            names |= {name: i.title for name, i in version.portfolio.initiatives.items()}
    members = len(report.after.portfolio.partnership.members) if report.members else 0
    return ValueWriter(language, names, teams, members)


def _plain_row(words: tuple[str, ...], language: Language) -> str:
    """Write a row of words as they are."""
    return formats.row(words, language) if words else sentence(language, "commands/diff/word.nothing")


def _small(word: str) -> str:
    """Write a word as it stands inside a line; an abbreviation stays as it is."""
    return word[:1].lower() + word[1:] if word[1:2].islower() else word


def signed(amount: int, language: Language) -> str:
    """Write a difference in whole euros, with its sign before it."""
    sign = "+ " if amount > 0 else "− " if amount < 0 else ""
    return sign + formats.euros(abs(amount), language)


def more(number: int, language: Language) -> str:
    """Write a difference in anything else."""
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return sign + formats.grouped(abs(number), language)
