"""The evidence that each steering mode asks for: one table.

Completeness, ``regie new``, the dossier, the rule ``missing-evidence`` and the page about evidence
are all made from it. A piece is given by a key in the file, or by a heading in the dossier.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.portfolio.initiative import Initiative, Steering
from icteregie.portfolio.readers import is_placeholder

PieceName: TypeAlias = Literal[
    "summary",
    "problem",
    "period",
    "costs",
    "total-cost",
    "contract-end",
    "alternatives",
    "do_nothing",
    "business-case",
    "continuity",
    "exit",
    "vision",
    "steps",
    "experiment",
    "security",
]
LEAST_YEARS = 3
"""Over so many years the recurring cost shows the total cost of ownership."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings under which a piece can stand, in Dutch and in English: the usual one, then synonyms."""

    nl: tuple[str, ...]
    en: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        """All of them: a dossier may be in either language."""
        return self.nl + self.en


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence.

    ``keys`` are those by which the file gives it, and ``is_given`` says whether it does. ``headings``
    are those of the dossier under which it can stand instead; None where only a key will do.
    ``is_required`` says that without it no decision can be taken, so that the dossier isn't complete:
    that never depends on a heading, because only the file itself tells since when it is complete.
    """

    name: PieceName
    keys: tuple[str, ...]
    is_given: Callable[[Initiative], bool]
    headings: Headings | None = None
    is_required: bool = False

    def is_written(self, initiative: Initiative) -> bool:
        """Whether the file gives it, with a text that is no placeholder and more than dashes."""
        texts = (getattr(initiative, key, None) for key in self.keys)
        return self.is_given(initiative) and all(_is_text(each) for each in texts if isinstance(each, str))


def _is_text(text: str) -> bool:
    return not is_placeholder(text) and any(map(str.isalnum, text))


def has_amount(initiative: Initiative) -> bool:
    """Whether its costs are an estimate: they have the amount of a year."""
    return initiative.costs is not None and bool(initiative.costs.one_off or initiative.costs.recurring)


def _has_period(initiative: Initiative) -> bool:
    # What transforms is decided on step by step: its period is that of its steps.
    return initiative.period is not None or _is_stepwise(initiative)


def _has_costs(initiative: Initiative) -> bool:
    return has_amount(initiative) or (
        _is_stepwise(initiative) and all(step.one_off is not None for step in initiative.steps)
    )


def _is_stepwise(initiative: Initiative) -> bool:
    return initiative.steering == "transformational" and has_decided_steps(initiative)


def has_decided_steps(initiative: Initiative) -> bool:
    """Whether it has steps, and something is decided at the end of each."""
    return bool(initiative.steps) and all(step.decide for step in initiative.steps)


def _shows_total_cost(initiative: Initiative) -> bool:
    return initiative.costs is not None and len(initiative.costs.recurring) >= LEAST_YEARS


def _has_business_case(initiative: Initiative) -> bool:
    return initiative.benefits is not None and bool(initiative.benefits.recurring) and has_amount(initiative)


def _key(name: Literal["summary", "problem", "do_nothing", "experiment"]) -> Piece:
    return Piece(name, (name,), lambda initiative: bool(getattr(initiative, name)), is_required=True)


SUMMARY = _key("summary")
PROBLEM = _key("problem")
DO_NOTHING = _key("do_nothing")
EXPERIMENT = _key("experiment")
PERIOD = Piece("period", ("period",), _has_period, is_required=True)
COSTS = Piece("costs", ("costs",), _has_costs, is_required=True)
TOTAL_COST = Piece(
    "total-cost",
    ("costs.recurring",),
    _shows_total_cost,
    Headings(
        ("Total cost of ownership", "TCO", "Totale kosten", "Totale eigendomskosten", "Levensduurkosten"),
        ("Total cost of ownership", "Total cost", "Total costs", "Life cycle cost", "Lifetime cost"),
    ),
)
CONTRACT_END = Piece(
    "contract-end",
    ("obligation",),
    lambda initiative: bool(initiative.obligation),
    Headings(
        ("Einde contract", "Contracteinde", "Contract", "Contracten", "Einddatum contract"),
        ("End of contract", "Contract end", "Contract", "Contracts", "Contract end date"),
    ),
)
ALTERNATIVES = Piece(
    "alternatives",
    ("alternative_to",),
    lambda initiative: bool(initiative.alternative_to),
    Headings(
        ("Alternatieven", "Overwogen alternatieven", "Afgewogen alternatieven", "Varianten", "Opties"),
        ("Alternatives", "Alternatives considered", "Options", "Options considered"),
    ),
)
BUSINESS_CASE = Piece(
    "business-case",
    ("benefits", "costs"),
    _has_business_case,
    Headings(
        ("Business case", "Businesscase", "Zakelijke rechtvaardiging", "Kosten en baten"),
        ("Business case", "Business justification", "Costs and benefits"),
    ),
)
CONTINUITY = Piece(
    "continuity",
    (),
    lambda _: False,
    Headings(
        ("Continuïteit", "Bedrijfscontinuïteit", "Continuïteit van de dienstverlening", "Terugvalscenario"),
        ("Continuity", "Business continuity", "Continuity of service", "Fallback"),
    ),
)
EXIT = Piece(
    "exit",
    (),
    lambda _: False,
    Headings(
        ("Exit", "Exitstrategie", "Exit-strategie", "Exitplan", "Uitstapplan", "Vertrek bij de leverancier"),
        ("Exit", "Exit strategy", "Exit plan"),
    ),
)
VISION = Piece(
    "vision",
    (),
    lambda _: False,
    Headings(("Visie", "Stip op de horizon", "Ambitie"), ("Vision", "Ambition")),
)
STEPS = Piece("steps", ("steps", "steps.decide"), has_decided_steps)
SECURITY = Piece(
    "security",
    (),
    lambda _: False,
    Headings(
        ("Informatieveiligheid", "Informatiebeveiliging", "Beveiliging", "Veiligheid"),
        ("Information security", "Security"),
    ),
)
"""Asked only where one of its components needs baseline security level 2 (BBN) or higher."""

_USUAL = (SUMMARY, PROBLEM, PERIOD, COSTS)
EVIDENCE: dict[Steering, tuple[Piece, ...]] = {
    "supporting": (*_USUAL, TOTAL_COST, CONTRACT_END, ALTERNATIVES),
    "business-critical": (SUMMARY, PROBLEM, DO_NOTHING, PERIOD, COSTS, BUSINESS_CASE, CONTINUITY, EXIT),
    "transformational": (SUMMARY, PROBLEM, DO_NOTHING, PERIOD, COSTS, VISION, STEPS),
    "experimental": (SUMMARY, PROBLEM, PERIOD, EXPERIMENT),
}
"""The table: what each steering mode asks for, in the order in which it is written down."""


def required_pieces(steering: Steering, *, is_milestone: bool = False) -> tuple[Piece, ...]:
    """List the pieces without which a dossier isn't complete; a milestone costs nothing itself."""
    return tuple(
        piece for piece in EVIDENCE[steering] if piece.is_required and not (is_milestone and piece is COSTS)
    )


def pieces_of(initiative: Initiative, *, needs_security: bool = False) -> tuple[Piece, ...]:
    """List the pieces that are asked of an initiative; of a milestone only those of a complete dossier."""
    if initiative.period is not None and initiative.period.is_milestone:
        return required_pieces(initiative.steering, is_milestone=True)
    return EVIDENCE[initiative.steering] + ((SECURITY,) if needs_security else ())
