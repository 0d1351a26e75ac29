"""What forbids an entry in the register. A case that takes effect is never refused: what it decided has happened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.register.events import Stage
from domain.register.state import Cancelled, Live, Project, Unregistered
from domain.rules import Asked, Rule
from domain.words import BodyId, PersonId


@dataclass(frozen=True, slots=True)
class RegisterKnown:
    """The people the authority knows and the bodies its policy names; None where that is not looked at."""

    people: frozenset[PersonId] | None = None
    bodies: frozenset[BodyId] | None = None


AskedProject = Asked[Project, Any, RegisterKnown]

REGISTER = "SAF 6, project and programme"
BASELINE = "SAF 6, change request"


def _rule(name: str, says: str, source: str, holds: Callable[[Any], bool]) -> Rule:
    return Rule(name, says, source, holds, of_command=True)


def _people_known(asked: AskedProject) -> bool:
    named = {asked.command.sponsor, asked.command.manager} - {None}
    return asked.known.people is None or named <= asked.known.people


def _body_known(asked: AskedProject) -> bool:
    body = asked.command.approved_by
    return body is None or asked.known.bodies is None or body in asked.known.bodies


def _own_baseline_only_if_imported(asked: AskedProject) -> bool:
    c = asked.command
    stated = (c.figures, c.approved_by, c.decided_on, c.starts, c.ends, c.benefits or None, c.tolerances or None)
    return bool(c.imported) or (not c.delegated and all(part is None for part in stated))


def _in_order(asked: AskedProject) -> bool:
    c = asked.command
    return c.starts is None or c.ends is None or c.starts <= c.ends


REGISTERED = Rule("registered", "The project is in the register", REGISTER, lambda a: isinstance(a.state, Live))
NOT_CANCELLED = Rule(
    "not_cancelled", "The project is not cancelled", REGISTER, lambda a: not isinstance(a.state, Cancelled)
)
NEW = Rule("new", "A project is registered once under its id", REGISTER, lambda a: isinstance(a.state, Unregistered))
TITLED = _rule("titled", "A project has a title", REGISTER, lambda a: bool(a.command.title))
PEOPLE_KNOWN = _rule("people_known", "Sponsor and manager are people the authority knows", REGISTER, _people_known)
BODY_KNOWN = _rule("body_known", "The approving body is one that the policy in force names", REGISTER, _body_known)
IN_ORDER = _rule("in_order", "A project does not end before it starts", REGISTER, _in_order)
DECIDED_ALREADY = _rule(
    "decided_already",
    "A baseline was decided today or earlier",
    REGISTER,
    lambda a: a.command.decided_on is None or a.command.decided_on <= a.today,
)
NOT_FUTURE = _rule("not_future", "What is recorded has happened", REGISTER, lambda a: a.command.on <= a.today)

OF_REGISTER: tuple[Rule, ...] = (
    NEW,
    _rule("identified", "A project has an id", REGISTER, lambda a: bool(a.command.project.strip())),
    TITLED,
    _rule(
        "imported_states_its_baseline",
        "A project approved before the framework states the baseline that was approved",
        REGISTER,
        lambda a: not a.command.imported or a.command.figures is not None,
    ),
    _rule(
        "imported_says_so",
        "A project with a baseline of its own says that it is imported; every other gets one from its business case",
        REGISTER,
        _own_baseline_only_if_imported,
    ),
    PEOPLE_KNOWN,
    BODY_KNOWN,
    IN_ORDER,
    DECIDED_ALREADY,
)
OF_AMEND: tuple[Rule, ...] = (REGISTERED, TITLED, PEOPLE_KNOWN)
OF_CORRECT_IMPORTED: tuple[Rule, ...] = (
    REGISTERED,
    Rule(
        "imported_untouched",
        "An imported baseline is put right only until a case rests on it; then a change request moves it",
        BASELINE,
        lambda a: isinstance(a.state, Live) and a.state.imported and not a.state.rests_on,
    ),
    _rule("reasoned", "A correction has a reason", REGISTER, lambda a: bool(a.command.reason)),
    BODY_KNOWN,
    IN_ORDER,
    DECIDED_ALREADY,
)
OF_REACH_STAGE: tuple[Rule, ...] = (
    REGISTERED,
    NOT_CANCELLED,
    NOT_FUTURE,
    _rule(
        "baseline_before_delivery",
        "A project without a baseline is not delivered",
        f"{REGISTER} [A]",
        lambda a: (
            a.command.stage in (Stage.CONCEPT, Stage.DEVELOPMENT, Stage.CLOSED)
            or (isinstance(a.state, Live) and a.state.baseline is not None)
        ),
    ),
    _rule(
        "another_stage",
        "The stage is another than the one reached",
        REGISTER,
        lambda a: not isinstance(a.state, Live) or a.state.stage is not a.command.stage,
    ),
)
OF_REVIEW: tuple[Rule, ...] = (
    REGISTERED,
    NOT_CANCELLED,
    NOT_FUTURE,
    _rule(
        "review_in_order",
        "Reviews are recorded in order",
        f"{REGISTER} [A]",
        lambda a: not isinstance(a.state, Live) or a.state.last_review is None or a.state.last_review <= a.command.on,
    ),
    _rule(
        "next_review_later",
        "The next review is after this one",
        REGISTER,
        lambda a: a.command.next_review is None or a.command.next_review > a.command.on,
    ),
)
