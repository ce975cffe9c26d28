"""What a partnership calls its members, such as gemeente, stad or lid."""

from dataclasses import dataclass

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language, Noun, Partnership


@dataclass(frozen=True, slots=True)
class MemberWords:
    """The word for one member, for more of them, and for each of them, as in ``elke gemeente``."""

    singular: str
    plural: str
    each: str

    @property
    def heading(self) -> str:
        """The word at the head of a column."""
        return f"{self.singular[:1].upper()}{self.singular[1:]}"

    @property
    def values(self) -> dict[str, str]:
        """What sentences about members fill in."""
        return {"member_word": self.singular, "members_word": self.plural, "each_member": self.each}


def member_words(partnership: Partnership, language: Language) -> MemberWords:
    """Give the words of a partnership in one language; where it gives none, those that are usual."""
    # Of a partnership that can't be read as a whole, the words may be what is damaged.
    nouns = getattr(partnership, "member_word", None)
    noun: Noun | None = getattr(nouns, language, None)
    singular = noun.singular if noun else sentence(language, "member-word.singular")
    plural = noun.plural if noun else sentence(language, "member-word.plural")
    article = noun.article if noun else "de"
    return MemberWords(singular, plural, sentence(language, f"member-word.each-{article}", member=singular))
