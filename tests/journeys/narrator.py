"""Tells a journey as it is played: what is narrated and what the product answers become one page, `docs/tour.md`."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, get_type_hints

from domain.report.events import ReportVersion
from domain.routing.kinds import Figures
from domain.routing.policy import Route
from domain.rules import Rule
from domain.words import LONDON, Hand, TextId, in_pounds
from tests.dsl import Stage, moment
from workflows.handle import ActedOn
from workflows.ports import Fact
from workflows.views.told import words

LEFT_OUT = frozenset({"by", "case", "of", "now", "number", "taking_part", "clear_days", "report", "proposed_by"})
"""Fields that the line above them says already, or that are hashes."""


class Narrator:
    """A stage whose play is written down as Markdown."""

    def __init__(self, title: str) -> None:
        self.stage = Stage()
        self.page = [f"# {title}"]

    def chapter(self, heading: str) -> None:
        """Begin a new part of the story."""
        self.page.append(f"## {heading}")

    def tells(self, words: str) -> None:
        """Say something to the reader; a blank line begins another paragraph."""
        self.page += [" ".join(paragraph.split()) for paragraph in words.split("\n\n")]

    def does(self, verb: str, by: str, at: str, **given: Any) -> None:
        """Somebody gives a command; what followed from it is printed."""
        receipt = self.stage.do(verb, by, at, **given)
        self._print(_asked(verb, by, at, given), (self._line(fact) for _, fact in receipt.facts))

    def is_refused(self, verb: str, by: str, at: str, **given: Any) -> tuple[Rule, ...]:
        """Somebody tries what the rules forbid; every broken rule is printed with its source."""
        assert not self.stage.tries(verb, by, at, **given), f"{verb} was not refused"
        rules = self.stage.refused()
        lines = (f"refused: {rule.says}\n         ({rule.source})" for rule in rules)
        self._print(_asked(verb, by, at, given), lines)
        return rules

    def is_not_theirs(self, verb: str, by: str, at: str, **given: Any) -> None:
        """Somebody tries what is not for their office."""
        assert not self.stage.tries(verb, by, at, **given), f"{verb} was not refused"
        self._print(_asked(verb, by, at, given), [f"not theirs: {self.stage.not_theirs()}"])

    def wakes(self, at: str) -> tuple[ActedOn, ...]:
        """Time passes with nobody doing anything, and the product wakes; what was due is printed with when it was."""
        acted = self.stage.tick(at)
        lines = [f"due {when(one.due)}: {self._line(fact)}" for one in acted for _, fact in one.facts]
        self._print(f"> {at}, the product wakes", lines or ["nothing was due"])
        return acted

    def shows(self, heading: str, lines: Iterable[str]) -> None:
        """Look at something without touching it."""
        self._print(f"? {heading}", lines)

    def inbox(self, of: str, name: str) -> None:
        """What waits for somebody, and by when."""
        waiting = self.stage.waiting(of)
        lines = [f"{case}: {what}, {f'by {_day(by)}' if by else 'no date'}" for case, what, by in waiting]
        self.shows(f"what waits for {name}", lines or ["nothing"])

    def _print(self, command: str, lines: Iterable[str]) -> None:
        body = "\n".join((command, *(f"  {line}".replace("\n", "\n  ") for line in lines)))
        if self.page[-1].endswith("\n```"):
            self.page[-1] = f"{self.page[-1].removesuffix('```')}\n{body}\n```"
        else:
            self.page.append(f"```text\n{body}\n```")

    def _line(self, fact: Fact) -> str:
        hints = get_type_hints(type(fact))
        said = [
            f"{field.name.replace('_', ' ')} {shown}"
            for field in fields(fact)
            if field.name not in LEFT_OUT and (shown := self._field(field.name, fact, hints[field.name]))
        ]
        return words(type(fact).__name__) + (f": {', '.join(said)}" if said else "")

    def _field(self, name: str, fact: Fact, hint: Any) -> str:
        value = getattr(fact, name)
        if name == "new_spend":
            return in_pounds(value)
        return str(value + 1) if name == "step" else self._shown(value, hint)

    def _shown(self, value: Any, hint: Any) -> str:
        if hint is TextId:
            return f'"{self.stage.said(value)}"' if value else ""
        match value:
            case None | "" | () | False:
                return ""
            case True:
                return "yes"
            case Hand():
                return str(value.person)
            case Route():
                return " → ".join(f"{step.body} {step.capacity.value}" for step in value.steps)
            case Figures():
                return in_pounds(value.authority_contribution)
            case ReportVersion():
                return f"{value.number} of {len(value.parts)} parts"
            case Enum():
                return str(value.value)
            case datetime():
                return when(value)
            case date():
                return _day(value)
            case tuple():
                return "; ".join(filter(None, (self._shown(one, type(one)) for one in value)))
        if is_dataclass(value):
            hints = get_type_hints(type(value))
            held = [f for f in fields(value) if f.name not in LEFT_OUT]
            return " ".join(filter(None, (self._shown(getattr(value, f.name), hints[f.name]) for f in held)))
        return str(value)

    def markdown(self) -> str:
        """The whole page."""
        return "\n\n".join(self.page) + "\n"


def _asked(verb: str, by: str, at: str, given: dict[str, Any]) -> str:
    return f"> {when(moment(at))}, {by.title()}: {verb.replace('_', ' ')}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def when(at: datetime) -> str:
    """An instant as London reads it."""
    there = at.astimezone(LONDON)
    return f"{_day(there)} {there:%H:%M}"
