"""Which part of the landscapes is shown, and how much of it may leave git."""

from dataclasses import dataclass

from icteregie.analysis.landscape.applications import MemberApplication, folded_supplier

MOST_CHANCES = 10
"""So many of the largest differences are shown when no other number is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What was asked for. It chooses what is shown, and never changes a figure of what is.

    ``supplier`` is a name as it was typed, or a part of one. ``year`` is the first year that is shown of
    what goes by year. ``has_versions`` and ``has_prices`` allow what otherwise stays in git: versions,
    which show where to attack, and amounts of one supplier, which are a secret of its tender.
    """

    year: int
    component: str | None = None
    member: str | None = None
    supplier: str | None = None
    top: int = MOST_CHANCES
    has_versions: bool = False
    has_prices: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all of the landscapes is shown."""
        return (self.component, self.member, self.supplier) == (None, None, None)

    def covers(self, each: MemberApplication) -> bool:
        """Whether an application is one of those that were asked for."""
        return (
            self.member in (None, each.member)
            and (self.component is None or self.component in each.application.components)
            and self._is_of_supplier(each)
        )

    def covers_component(self, component: str, applications: tuple[MemberApplication, ...]) -> bool:
        """Whether what runs for a component is shown: one of its applications was asked for."""
        return self.component in (None, component) and any(map(self.covers, applications))

    def _is_of_supplier(self, each: MemberApplication) -> bool:
        if self.supplier is None:
            return True
        own = each.application.supplier
        return own is not None and folded_supplier(self.supplier) in folded_supplier(own)
