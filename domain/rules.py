"""Rules as rows: one sentence in an official's words, its source, one predicate. The only way this house says no."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from domain.words import Hand, london_day

State = TypeVar("State")
Command = TypeVar("Command")
Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class Asked(Generic[State, Command, Known]):
    """What a rule is given: where things stand, what is asked, by whose hand, when, and what else is known.

    `command` is None when a person only wants to know whether the verb is open to them.
    `known` holds what must be seen of other streams, frozen by the workflow that asks.
    """

    state: State
    command: Command
    by: Hand
    at: datetime
    known: Known

    @property
    def today(self) -> date:
        """The London day on which this is asked."""
        return london_day(self.at)


@dataclass(frozen=True, slots=True)
class Rule:
    """One sentence that must hold. `of_command` marks a rule that can only be judged once the command is filled in."""

    name: str
    says: str
    source: str
    holds: Callable[[Any], bool]
    of_command: bool = False


class Refused(Exception):
    """Rules said no. Every broken rule is listed, each with its source; nothing was stored."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        super().__init__("; ".join(f"{rule.says} ({rule.source})" for rule in self.rules))


def objections(rules: Iterable[Rule], asked: Asked[Any, Any, Any]) -> tuple[Rule, ...]:
    """Every rule that is broken, in order. With no command yet, rules about its contents are passed over."""
    return tuple(rule for rule in rules if not (rule.of_command and asked.command is None) and not rule.holds(asked))


def insist(rules: Iterable[Rule], asked: Asked[Any, Any, Any]) -> None:
    """Raise Refused with every broken rule, or return."""
    if broken := objections(rules, asked):
        raise Refused(broken)
