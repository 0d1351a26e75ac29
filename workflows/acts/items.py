"""Taking an item: the outcomes of its cases and the resolution of the meeting they were taken at, all or none."""

from collections.abc import Callable
from typing import Any

from domain.case import commands as c
from domain.case.decide import decide
from domain.case.events import Outcome
from domain.case.state import OnRoute
from domain.meeting import commands as m
from domain.meeting.events import Verb
from domain.rules import Asked, Refused, Rule, insist
from domain.words import CaseId, Hand, OfficeId, SittingId, Text
from workflows import streams
from workflows.acts.cases import known_for, offices_for
from workflows.acts.meetings import resolution
from workflows.world import World

ONE_SITTING = Rule(
    "meeting.one_sitting",
    "The cases taken in one item are listed to one sitting",
    "SAF 2: a body may take several cases in one item and one resolution",
    lambda a: len({_sitting(case) for case in a.state}) == 1 and None not in {_sitting(case) for case in a.state},
)

Conditions = tuple[c.ConditionSet, ...]

AS_COMMAND: dict[Outcome, Callable[[CaseId, Text, Conditions], Any]] = {
    Outcome.RECOMMEND: lambda case, words, conditions: c.Recommend(case, conditions, words),
    Outcome.DECLINE: lambda case, words, _: c.Decline(case, words),
    Outcome.COMMENT: lambda case, words, _: c.Comment(case, words),
    Outcome.NOTE: lambda case, *_: c.Note(case),
    Outcome.APPROVE: lambda case, words, conditions: c.Approve(case, conditions, words),
    Outcome.REFUSE: lambda case, words, _: c.Refuse(case, words),
    Outcome.RETURN: lambda case, words, _: c.ReturnForRework(case, words),
    Outcome.DEFER: lambda case, words, _: c.Defer(case, words),
}
"""The outcomes that several cases may be given in one item, each as the command for one of them."""

TAKES_CONDITIONS = (Outcome.RECOMMEND, Outcome.APPROVE)

OF_RESOLVE: tuple[Rule, ...] = (
    ONE_SITTING,
    Rule(
        "meeting.each_case_once",
        "Each case stands once in an item",
        "SAF 2: a body may take several cases in one item and one resolution",
        lambda a: len(dict(a.command.outcomes)) == len(a.command.outcomes),
        of_command=True,
    ),
    Rule(
        "meeting.outcomes_of_an_item",
        "A resolution gives outcomes that a body which sits may give",
        "SAF 2, capacities",
        lambda a: all(verb in list(AS_COMMAND) for _, verb in a.command.outcomes),
        of_command=True,
    ),
    Rule(
        "meeting.conditions_of_an_item",
        "Conditions are set on cases of the item that are recommended or approved",
        "SAF 2: with or without conditions",
        lambda a: all(dict(a.command.outcomes).get(one.case) in TAKES_CONDITIONS for one in a.command.conditions),
        of_command=True,
    ),
)


def outcome(world: World, command: Any, by: Hand) -> None:
    """The outcome of one case's step; a body that sits resolves it at the sitting the case is listed to."""
    case = world.case(command.case)
    sitting = None if getattr(command, "under", None) else _sitting(case)
    one = m.Resolve(((command.case, Verb(c.OUTCOME_OF[type(command)])),))
    _take(world, (command,), sitting, one, by)


def resolve(world: World, command: m.Resolve, by: Hand) -> None:
    """One resolution that decides several cases in one item."""
    cases = tuple(world.case(case) for case, _ in command.outcomes)
    asked = Asked(cases, command, by, world.at, None)
    insist(OF_RESOLVE, asked)
    each = tuple(
        AS_COMMAND[Outcome(verb)](case, command.reason, _conditions(command, case)) for case, verb in command.outcomes
    )
    _take(world, each, _sitting(cases[0]), command, by)


def _conditions(command: m.Resolve, case: CaseId) -> Conditions:
    return tuple(c.ConditionSet(one.says, one.owner, one.due) for one in command.conditions if one.case == case)


def resolving_offices(world: World, command: m.Resolve) -> tuple[OfficeId, ...]:
    """Who may record a resolution: whoever records the outcomes of the body its first case stands before."""
    case = command.outcomes[0][0] if command.outcomes else CaseId("")
    return offices_for(world, c.Note(case))


def _sitting(case: Any) -> SittingId | None:
    return case.review.sitting if isinstance(case, OnRoute) else None


def _take(world: World, each: tuple[Any, ...], sitting: SittingId | None, item: m.Resolve, by: Hand) -> None:
    broken: list[Rule] = []
    found: list[tuple[str, tuple[Any, ...]]] = []
    for command in each:
        asked = Asked(world.case(command.case), command, by, world.at, known_for(world, command.case, by, command))
        try:
            found.append((streams.case_stream(command.case), decide(asked)))
        except Refused as refused:
            broken.extend(rule for rule in refused.rules if rule not in broken)
    if sitting is not None:
        try:
            found.append((streams.meeting_stream(sitting), resolution(world, sitting, item, by)))
        except Refused as refused:
            broken.extend(refused.rules)
    if broken:
        raise Refused(broken)
    for stream, facts in found:
        world.add(stream, facts, by)
