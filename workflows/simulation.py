"""Plays timed orders against the product, the clock moving from line to line, and says where every case then stands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from domain.case.events import Raised
from domain.case.state import Case, InEffect, Refused, Review, review_of, standing
from domain.decision.state import AnyDecision, NotMade
from domain.report.clearings import CLEARINGS
from domain.report.events import Clearer
from domain.report.state import turn_of
from domain.rules import Refused as RulesSaidNo
from domain.words import BodyId, CaseId, PersonId, ServiceId, SittingId
from workflows.deadlines import BY_NAME
from workflows.handle import House, NotYours, Order
from workflows.ports import Conflict, NotFound, RequestReused, Row
from workflows.world import World


@dataclass(frozen=True, slots=True)
class Which:
    """Which sitting a line means: by its id, by body and cycle, by body and day, or as the one a case is listed to."""

    named: str = ""
    body: str = ""
    cycle: str = ""
    on: date | None = None
    case: CaseId | None = None


@dataclass(frozen=True, slots=True)
class TimedOrder:
    """One line: when, by whom, and the commands it gives; none only moves the clock.

    `blanks` are fields of its commands that the line left out and that are filled in from how things then stand.
    `sets_up` marks a line that needs nobody's office when whoever it names is not known.
    """

    line: int
    at: datetime
    person: PersonId | None = None
    commands: tuple[Any, ...] = ()
    which: Which | None = None
    blanks: frozenset[str] = frozenset()
    sets_up: bool = False


@dataclass(frozen=True, slots=True)
class Simulation:
    """Orders in the order of their instants, and the label each case has in the file."""

    orders: tuple[TimedOrder, ...]
    labels: Mapping[CaseId, str] = field(default_factory=dict)


def play(
    house: House, simulation: Simulation, progress: Callable[[int, int], None] = lambda done, of: None
) -> dict[str, list[Any] | dict[str, Any]]:
    """Give every order in turn, with what falls due between, and say where cases stand, what was refused and raised.

    A line that is refused changes nothing further, and the next is played. `progress` is told lines done and in all.
    """
    refusals: list[dict[str, Any]] = []
    raised: list[dict[str, Any]] = []
    for done, order in enumerate(simulation.orders, start=1):
        raised += _until(house, order.at, simulation.labels)
        if broken := _give(house, order, simulation.labels):
            refusals.append({"line": order.line, "rules": broken})
        progress(done, len(simulation.orders))
    if not simulation.orders:
        return {"cases": {}, "refusals": [], "raised": []}
    last = simulation.orders[-1].at
    raised += _until(house, last, simulation.labels)
    return {"cases": _cases(house.world(last), simulation.labels), "refusals": refusals, "raised": raised}


def _until(house: House, now: datetime, labels: Mapping[CaseId, str]) -> Iterator[dict[str, Any]]:
    """Move the clock, one due moment after the other, and tell what each raises."""
    while (due := house.ledger.rows("due", "", limit=1)) and _moment(due[0]) <= now:
        at = _moment(due[0])
        together = [row for row in house.ledger.rows("due", "", limit=500) if _moment(row) == at]
        why = {(row.body["case"], row.body["key_date"]): row.body["deadline"] for row in together}
        for acted in house.tick(at):
            for stream, fact in acted.facts:
                if isinstance(fact, Raised):
                    case = CaseId(stream.partition("-")[2])
                    yield _told(house.world(at), case, labels, fact, why.get((case, fact.key_date), ""))


def _moment(row: Row) -> datetime:
    return datetime.fromisoformat(row.body["at"])


WORDS: dict[str, str] = {
    "panel_agenda_absent": "the agenda of the {body} is not out, and it was due",
    "outcome_missing": "the sitting of the {body} has passed, and no outcome is recorded",
    "office_silent": "the date to decide by has passed, and no decision of the {body} is recorded",
    "awaits_date": "no later date of the {body} is known: it waits for one to be added",
    "awaits_cycle": "no cycle is open to it: it waits for one to be added",
    "may_lapse": "it was returned and not resubmitted in the time allowed: it may be closed as lapsed",
    "condition_due": "a condition is not discharged, and its date has passed",
}
"""What a deadline that raises says of a case, after the case's label."""


def _told(world: World, id: CaseId, labels: Mapping[CaseId, str], fact: Raised, deadline: str) -> dict[str, Any]:
    label = labels.get(id, str(id))
    case = world.case(id)
    review = review_of(case)
    body = world.policy_of(case).body(review.step.body).name if review else ""
    if deadline == "awaits_date" and review and review.cycle is None:
        deadline = "awaits_cycle"
    words = WORDS.get(deadline) or (BY_NAME[deadline].says if deadline in BY_NAME else "a date has passed")
    return {
        "due": fact.on.isoformat(),
        "key_date": fact.key_date,
        "case": label,
        "to": fact.to,
        "says": f"{label}: {words.format(body=body)}.",
    }


def _give(house: House, order: TimedOrder, labels: Mapping[CaseId, str]) -> list[dict[str, str]]:
    """Carry out one line; the rules that forbid it, or nothing."""
    try:
        for number, command in enumerate(order.commands, start=1):
            world = house.world(order.at)
            unknown = order.sets_up and order.person not in world.offices.people
            person = None if unknown else order.person
            full = _filled_in(world, order, command)
            house.handle(Order(full, person, order.at, f"line-{order.line}-{number}"))
    except RulesSaidNo as refused:
        return [{"says": rule.says, "source": rule.source} for rule in refused.rules]
    except NotYours as refused:
        return [{"says": str(refused), "source": "SAF 1, offices and bodies"}]
    except NotFound as refused:
        says = _sentence(refused)
        for id, label in labels.items():
            says = says.replace(id, f'"{label}"')
        return [{"says": says, "source": "Simulation: a line speaks of what there is"}]
    except (Conflict, RequestReused) as refused:
        return [{"says": _sentence(refused), "source": "The ledger: someone was first"}]
    return []


def _sentence(refused: Exception) -> str:
    words = str(refused.args[0]) if refused.args else type(refused).__name__
    return words[:1].upper() + words[1:]


def _filled_in(world: World, order: TimedOrder, command: Any) -> Any:
    """The command with its blanks filled in from how things stand at its instant."""
    found: dict[str, Any] = {}
    if "sitting" in order.blanks and order.which:
        found["sitting"] = sitting_meant(world, order.which)
    if "items" in order.blanks and order.which and order.which.case:
        found["items"] = _ready_with(world, found["sitting"], order.which.case)
    if "part" in order.blanks:
        found["part"] = _turn_of(world, order.person, command.case)
    if "service" in order.blanks:
        found["service"] = _service_of(world, order.person)
    return replace(command, **found) if found else command


def sitting_meant(world: World, which: Which) -> SittingId:
    """The sitting a line means. Raises NotFound where there is none."""
    calendar = world.calendar
    if which.named and calendar.sitting(SittingId(which.named)):
        return SittingId(which.named)
    word, _, rest = which.named.partition("/")
    called = which.body or word
    body = calendar.scheme.body_on(called) or called
    for held in (which.cycle, rest):
        if held and calendar.sitting(SittingId(f"{body}/{held}")):
            return SittingId(f"{body}/{held}")
    day = which.on.isoformat() if which.on else rest
    on_the_day = [s for s in calendar.sittings.values() if s.body == body and s.on.isoformat() == day]
    if on_the_day:
        return min(on_the_day, key=lambda sitting: (sitting.cancelled, sitting.id)).id
    if which.case is not None and not (which.named or which.cycle or which.on):
        return _listed_to(world, which.case, body)
    words = which.named or " ".join(part for part in (called, which.cycle, day) if part)
    raise NotFound(f"there is no sitting {words}")


def _listed_to(world: World, id: CaseId, body: str) -> SittingId:
    """The sitting a case is listed to, of the body named if one is; once it was taken, the last that resolved it."""
    review = review_of(world.case(id))
    ahead = [sitting for sitting in (review.sitting, review.subject_to) if sitting] if review else []
    held = [s.id for s in world.calendar.sittings.values() if world.meeting(s.id).resolution(id)]
    held.sort(key=lambda sitting: world.calendar.sittings[sitting].on, reverse=True)
    for sitting in (*ahead, *held):
        if not body or world.calendar.sittings[sitting].body == body:
            return sitting
    raise NotFound("the case is not listed to a sitting" + (f" of {body}" if body else ""))


def _ready_with(world: World, sitting: SittingId, case: CaseId) -> tuple[CaseId, ...]:
    """The case, and whatever else is listed to its sitting, cleared and not out yet."""
    meeting = world.meeting(sitting)
    listed = [CaseId(row.body["case"]) for row in world.rows("listed", sitting)]
    officers = world.calendar.scheme.key_of(world.calendar.sittings[sitting].body) == "panel"
    ready = [one for one in listed if (officers or world.report(one).publishable) and meeting.item(one) is None]
    return tuple(dict.fromkeys((case, *ready)))


def _turn_of(world: World, person: PersonId | None, case: CaseId) -> Clearer:
    """The clearance that is a person's to give: of their only clearing office, or of the one whose turn it is."""
    report = world.report(case)
    mine = [
        row.clearer
        for row in CLEARINGS
        if person
        and (world.offices.hand(person, (row.office,), world.today) or report.beside.named_for(row.clearer) == person)
    ]
    if not mine:
        raise NotYours("Clear the report is for director, legal, finance, executive director")
    return next((clearer for clearer in mine if turn_of(report, clearer)), mine[0])


def _service_of(world: World, person: PersonId | None) -> ServiceId:
    """The shared service a person answers for."""
    mine = [a.service for a in world.offices.appointments if a.person == person and a.service and a.runs(world.today)]
    if not mine:
        raise NotYours("Answer an engagement question is for an officer of the service asked")
    return mine[0]


def _cases(world: World, labels: Mapping[CaseId, str]) -> dict[str, Any]:
    """Where each case stands, by its label, in the order in which the file first names them; none not drafted."""
    drafted = {CaseId(row.body["case"]) for row in world.rows("cases", "")}
    return {label: _shown(world.case(id), world.decision(id)) for id, label in labels.items() if id in drafted}


def _shown(case: Case, decision: AnyDecision) -> dict[str, Any]:
    review = review_of(case)
    decided_by, decided_on = _decided(case, decision)
    return {
        "kind": case.file.identity.kind.value,
        "standing": standing(case),
        "cycle": review.cycle if review else None,
        "route": _route(review) if review else [],
        "decided_by": decided_by,
        "decided_on": decided_on.isoformat() if decided_on else None,
        "took_effect_on": case.since.isoformat() if isinstance(case, InEffect) else None,
    }


def _route(review: Review) -> Sequence[dict[str, str | None]]:
    return [
        {
            "body": step.body,
            "capacity": step.capacity.value,
            "outcome": taken.outcome.value if taken else None,
            "on": taken.on.isoformat() if taken else None,
        }
        for step, taken in zip(review.route.steps, review.taken, strict=True)
    ]


def _decided(case: Case, decision: AnyDecision) -> tuple[BodyId | None, date | None]:
    """Who decided the case and when, as its decision says; a final decline decides where it was recorded."""
    if not isinstance(decision, NotMade):
        return decision.made.body, decision.made.on
    if not isinstance(case, Refused):
        return None, None
    steps = zip(case.review.route.steps, case.review.taken, strict=True)
    ended = [(step.body, taken.on) for step, taken in steps if taken]
    return ended[-1] if ended else (None, None)
