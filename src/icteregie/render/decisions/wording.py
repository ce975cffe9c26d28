"""Decisions, advice and conditions in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from icteregie.analysis.conditions import ConditionState
from icteregie.diagnostics.types import AT_ROOT, Value, WorkingFolder
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence, term
from icteregie.portfolio.decision import Advice, Condition, Decision
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.reports.decisions import AdviceView, ConditionView, ListView, Subject
from icteregie.reports.rests_on import RestsOn


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language, for a partnership whose members have names."""

    partnership: Partnership
    language: Language

    def __call__(self, name: str, /, **values: Value) -> str:
        """Give a sentence of this command."""
        return sentence(self.language, f"commands/decisions/{name}", **values)

    def member(self, name: str) -> str:
        """Give the name of a member, or the word for the partnership as a whole."""
        if name in self.partnership.members:
            return self.partnership.member_name(name)
        return term(self.language, "member", name)

    def title(self, view: ListView) -> str:
        """Name a list by its body and its day."""
        return self(f"title.{view.role}", body=view.name, day=view.listed.day)

    def subtitle(self, view: ListView) -> str:
        """Name the agenda that a list is about, and its file."""
        file = view.listed.path
        return self("about.agenda", year=view.year, file=file) if view.year is not None else file

    def subject(self, subject: Subject) -> str:
        """Name an initiative by its title and its id, and by that of the list where it has another now."""
        name = f"{subject.title} ({subject.id})" if subject.title else subject.id
        return self("line.former", subject=name, id=subject.named) if subject.named != subject.id else name

    def decision(self, decision: Decision) -> str:
        """Say what was decided."""
        if decision.decision == "defer" and decision.to is not None:
            return self("decision.defer", year=decision.to)
        if decision.decision == "stop" and decision.since is not None:
            return self("decision.stop-from", day=decision.since)
        if decision.decision == "rebaseline" and decision.end is not None and decision.one_off is not None:
            end = formats.moment(decision.end, self.language)
            values: dict[str, Value] = {"end": end, "one_off": decision.one_off}
            if decision.recurring is None:
                return self("decision.rebaseline", **values)
            return self("decision.rebaseline-recurring", **values, recurring=decision.recurring)
        return term(self.language, "decision", decision.decision)

    def following(self, subjects: tuple[Subject, ...]) -> Iterator[str]:
        """Say whether it is what was advised, by initiative where that differs; nothing without advice."""
        answers = {subject.following for subject in subjects}
        for answer in ("conform", "deviating"):
            if answers == {answer}:
                yield self(f"following.{answer}")
            elif answer in answers:
                ids = tuple(subject.id for subject in subjects if subject.following == answer)
                yield self(f"following.{answer}-of", ids=ids)

    def causes(self, decision: Decision) -> Iterator[str]:
        """Name why an agreement changes, where that is said."""
        if decision.reasons:
            reasons = ", ".join(term(self.language, "reason", reason) for reason in decision.reasons)
            yield self("line.reasons", text=reasons)

    def advice(self, view: AdviceView) -> str:
        """Say what is advised."""
        if view.preferred is None:
            return self("advice.positive")
        return self("advice.choose", subject=self.subject(view.preferred))

    def because(self, text: str | None) -> Iterator[str]:
        """Give the reason, where there is one."""
        if text:
            yield self("line.because", text=text)

    def dissent(self, dissent: Mapping[str, str]) -> Iterator[str]:
        """Say who were against, and why."""
        for member, because in dissent.items():
            yield self("line.dissent", member=self.member(member), because=because)

    def condition(self, view: ConditionView) -> str:
        """Say what must be done by whom before when, and how far that is."""
        return self(
            "line.condition",
            what=view.condition.what,
            about=self.about(view.condition),
            state=self.state(view.condition, view.state),
        )

    def about(self, condition: Condition) -> str:
        """Say who sees to a condition, for when it holds, and by which day."""
        by = self("condition.by", day=condition.by) if condition.by else ""
        return ", ".join(part for part in (condition.owner, self.kind(condition), by) if part)

    def kind(self, condition: Condition) -> str:
        """Say whether it holds for the start or for the work."""
        return term(self.language, "condition", condition.kind)

    def state(self, condition: Condition, state: ConditionState) -> str:
        """Say how far a condition is."""
        if state == "met" and condition.met is not None:
            return self("state.met", day=condition.met)
        if state == "waived" and condition.waived is not None:
            if condition.because:
                return self("state.waived-because", day=condition.waived, because=condition.because)
            return self("state.waived", day=condition.waived)
        return self(f"state.{state}")

    def rests_on(self, known: RestsOn, here: WorkingFolder = AT_ROOT) -> str:
        """Name advice or a decision in one sentence, with the place where it stands."""
        kind = "advice" if isinstance(known.entry, Advice) else "mandate" if known.is_mandate else "decision"
        values: dict[str, Value] = {"body": known.name, "day": known.day, "id": known.named}
        text = self._outcome(known)
        name = f"rests-on.{kind}-named" if known.named else f"rests-on.{kind}"
        return self(name, **values, text=text, place=f"{here.path(known.file)}:{known.line}")

    def _outcome(self, known: RestsOn) -> str:
        if isinstance(known.entry, Decision):
            return self.decision(known.entry)
        if known.entry.choose is None:
            return self("advice.positive")
        return self("advice.choose", subject=known.entry.choose)
