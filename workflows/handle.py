"""The one pipeline every command goes through: who, load, decide, what follows, append; and the tick before it."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, TypeVar
from uuid import NAMESPACE_URL, uuid5

from domain.calendar.events import SittingCancelled
from domain.calendar.working_days import written
from domain.case.commands import OUTCOME_OF
from domain.case.state import Case, OnRoute, Undecided
from domain.people.duties import Act
from domain.people.offices import ADMINISTRATOR, PROJECT_MANAGER
from domain.report.clearings import BY_CLEARER
from domain.routing.bodies import Sort
from domain.routing.kinds import Capacity
from domain.rules import Refused
from domain.words import CaseId, Hand, OfficeId, PersonId, SittingId
from workflows import streams
from workflows.commands import AUTHOR, BY_VERB, FIRST_ADMINISTRATOR, SPONSOR, Command
from workflows.deadlines import Due, act_on
from workflows.ports import (
    Commit,
    Conflict,
    Fact,
    Ledger,
    NotFound,
    Paper,
    Request,
    RequestReused,
    Row,
)
from workflows.reactions import REACTIONS
from workflows.reactions.reaction import settle
from workflows.texts import stow
from workflows.views.inline import Progress, rows_as_of, rows_of, rows_of_sitting, silent
from workflows.world import States, World

T = TypeVar("T")

SET_UP = Hand(PersonId("set-up"), ADMINISTRATOR)
"""The hand of whoever sets the product up on an empty ledger, or plays a simulation's set-up lines."""


class NotYours(Exception):
    """The person holds no office that may do this."""


class Stuck(RuntimeError):
    """A deadline says it is due and does nothing: the tick stops loudly, for somebody to mend its row."""


@dataclass(frozen=True, slots=True)
class Order:
    """A command as it arrives: what, by whom, when, and under which request id. `person` None is the set-up hand."""

    command: Any
    person: PersonId | None
    at: datetime
    request: str
    expects: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a command did: the facts by stream, in order, and what it answers; `again` when it had been done before."""

    facts: tuple[tuple[str, Fact], ...]
    answer: Mapping[str, Any]
    again: bool = False


@dataclass(frozen=True, slots=True)
class ActedOn:
    """A due moment that was acted on, and the facts that followed."""

    due: datetime
    facts: tuple[tuple[str, Fact], ...]


class House:
    """The product over one ledger. `salt` gives the salts under which texts are kept."""

    def __init__(self, ledger: Ledger, bank_holidays: frozenset[date], salt: Callable[[], str]) -> None:
        self.ledger = ledger
        self.bank_holidays = bank_holidays
        self.salt = salt
        self._warm: States = {}

    def world(self, at: datetime, until: datetime | None = None, progress: Progress = silent) -> World:
        """The ledger as it stands; with `until`, as it was known at that instant, its lists replayed with progress."""
        if until is None:
            return World(self.ledger, self.bank_holidays, at, self._warm)
        past = cache(lambda: rows_as_of(self.ledger, self.bank_holidays, until, progress))
        return World(self.ledger, self.bank_holidays, at, until=until, past=past)

    def handle(self, order: Order) -> Receipt:
        """Decide a command once everything due before it has been acted on, and store what follows from it.

        Raises Refused, NotYours, NotFound, Conflict or RequestReused; nothing is stored then.
        """
        return self._afresh_if_moved(lambda: self._once(order))

    def _once(self, order: Order) -> Receipt:
        digest = _digest(order)
        if remembered := self.ledger.remembered(order.request):
            if remembered.digest != digest:
                raise RequestReused(f"request {order.request} was used for something else")
            return Receipt((), remembered.answer, again=True)
        self.tick(order.at)
        return self._carry_out(order, digest)

    def preview(self, order: Order) -> tuple[tuple[str, Fact], ...]:
        """What a command would do, stream by stream, without doing it."""
        self.tick(order.at)
        return self._afresh_if_moved(lambda: _facts(self._decide(order)[0]))

    def _afresh_if_moved(self, attempt: Callable[[], T]) -> T:
        """Once more from the ledger where what was kept warm had been moved on by another house."""
        try:
            return attempt()
        except Conflict:
            self._warm.clear()
            return attempt()

    def tick(self, now: datetime) -> tuple[ActedOn, ...]:
        """Act on everything that fell due up to `now`, in nominal order, each moment in one transaction of its own.

        Raises Stuck, rather than skip or go round for ever, where a due moment would change nothing.
        """
        acted = []
        while rows := self._due_together(now):
            if moment := self._act_on(rows, now):
                acted.append(moment)
                if not moment.facts and self._due_together(now) == rows:
                    raise Stuck(f"nothing follows from what fell due: {', '.join(row.sort for row in rows)}")
        return tuple(acted)

    def _due_together(self, now: datetime) -> tuple[Row, ...]:
        rows = self.ledger.rows("due", "", upto=f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%S}~", limit=500)
        return tuple(row for row in rows if row.body["at"] == rows[0].body["at"])

    def _act_on(self, rows: tuple[Row, ...], now: datetime) -> ActedOn | None:
        """Act on what is due together; None if another house was first, and then nothing is stored."""
        due_at = datetime.fromisoformat(rows[0].body["at"])
        world = self.world(due_at)
        for row in rows:
            dossier = world.dossier(CaseId(row.body["case"]))
            act_on(world, dossier, Due(due_at, row.body["deadline"], row.body["key_date"]))
            settle(world, REACTIONS)
        name = f"tick|{due_at.isoformat()}|{'|'.join(row.sort for row in rows)}|{self.ledger.head()[0]}"
        request = Request(str(uuid5(NAMESPACE_URL, name)), "tick")
        touched = {row.body["case"] for row in rows}
        try:
            self._commit(world, now, request, (), {}, also={CaseId(case) for case in touched})
        except Conflict:
            self._warm.clear()
            return None
        return ActedOn(due_at, _facts(world))

    def _carry_out(self, order: Order, digest: str) -> Receipt:
        world, papers = self._decide(order)
        answer = _answer(world, order)
        self._commit(world, order.at, Request(order.request, digest), papers, answer)
        return Receipt(_facts(world), answer)

    def _decide(self, order: Order) -> tuple[World, tuple[Paper, ...]]:
        world = self.world(order.at)
        try:
            return world, self._decide_in(world, order)
        except (Refused, NotYours, NotFound) as no:
            if any(self.ledger.version(stream) != version for stream, version in world.read.items()):
                raise Conflict("what was read has moved on") from no
            raise

    def _decide_in(self, world: World, order: Order) -> tuple[Paper, ...]:
        row = BY_SHAPE[type(order.command)]
        by = self.hand(world, row, order.command, order.person)
        for stream, version in order.expects.items():
            world.state(stream)
            if world.read[stream] != version:
                raise Conflict(f"{stream} has moved on from version {version} to {world.read[stream]}")
        stands = row.stands(world, order.command) if row.stands else None
        command, papers = stow(order.command, row.secrecy, self.salt, stands)
        row.act(world, command, by)
        settle(world, REACTIONS)
        return papers

    def hand(self, world: World, row: Command, command: Any, person: PersonId | None) -> Hand:
        """In which office, and for whom, a person would give a command. Raises NotYours if in none."""
        if person is None:
            return SET_UP
        allowed = row.offices if isinstance(row.offices, tuple) else row.offices(world, command)
        id = getattr(command, "case", None)
        if id and (AUTHOR in allowed or SPONSOR in allowed):
            file = world.case(id).file
            if AUTHOR in allowed and person in file.authors:
                return Hand(person, PROJECT_MANAGER)
            if SPONSOR in allowed and person == file.sponsor:
                return Hand(person, PROJECT_MANAGER)
        hands = world.offices.hands(person, [office for office in allowed if office], world.today)
        named = _named(world, row, command, person)
        if not hands and named is None:
            whose = allowed if isinstance(row.offices, tuple) else allowed[:1]
            raise NotYours(f"{row.says} is for {_list(whose)}")
        return min(hands, key=lambda hand: allowed.index(hand.office)) if hands else named or hands[0]

    def _commit(
        self,
        world: World,
        at: datetime,
        request: Request,
        papers: tuple[Paper, ...],
        answer: Mapping[str, Any],
        also: set[CaseId] | None = None,
    ) -> None:
        rows = {f"case-{id}": rows_of(world, id) for id in sorted(self._touched(world) | (also or set()))}
        rows |= {f"meeting-{id}": rows_of_sitting(world, id) for id in _sittings_touched(world)}
        commit = Commit(at, request, world.appends(), world.checked(), papers, rows, answer)
        self.ledger.commit((commit,))
        world.keep_warm(self._warm)

    def _touched(self, world: World) -> set[CaseId]:
        """The cases whose rows may change: those written to, those of a sitting, all open ones when dates moved."""
        touched: set[CaseId] = set()
        for stream in world.added:
            kind, _, id = stream.partition("-")
            if kind in ("case", "report", "notice", "decision"):
                touched.add(CaseId(id))
            elif kind == "meeting":
                touched |= {CaseId(row.body["case"]) for row in world.rows("listed", id)}
            elif stream == streams.CALENDAR:
                touched |= {CaseId(row.body["case"]) for row in world.rows("open", "")}
                touched |= {CaseId(row.body["case"]) for row in world.rows("due", "")}
        return touched

    def rebuild(self, at: datetime, progress: Callable[[int], None] = lambda done: None) -> int:
        """Work out every inline row again from the facts, and put the new rows in place of the old at once."""
        world = World(self.ledger, self.bank_holidays, at)
        cases = sorted({CaseId(r.stream[5:]) for r in self.ledger.everything() if r.stream.startswith("case-")})
        rows = {}
        for done, id in enumerate(cases, start=1):
            rows[f"case-{id}"] = rows_of(world, id)
            progress(done)
        rows |= {f"meeting-{id}": rows_of_sitting(world, id) for id in world.calendar.sittings}
        self.ledger.replace_rows(rows, every=True)
        return len(cases)


def _sittings_touched(world: World) -> tuple[SittingId, ...]:
    """The sittings that were written to or cancelled."""
    written = (stream[8:] for stream in world.added if stream.startswith("meeting-"))
    cancelled = (f.sitting for f in world.added.get(streams.CALENDAR, ()) if isinstance(f, SittingCancelled))
    return tuple(dict.fromkeys(SittingId(id) for id in (*written, *cancelled)))


BY_SHAPE: dict[type, Command] = {row.shape: row for row in (*BY_VERB.values(), FIRST_ADMINISTRATOR)}


def _named(world: World, row: Command, command: Any, person: PersonId) -> Hand | None:
    """The hand of somebody named for one act on this case, who may hold no office that does it."""
    id = getattr(command, "case", None)
    if id is None or (case := world.state(streams.case_stream(id))) is None:
        return None
    if isinstance(case, OnRoute) and row.shape in OUTCOME_OF:
        body = world.policy_of(case).body(case.review.step.body)
        act = Act.TRIAGED if case.review.step.capacity is Capacity.TRIAGE else Act.RECORDED
        if (act, person) in case.file.named and (act is Act.TRIAGED or body.sort is not Sort.OFFICE):
            return Hand(person, body.recorded_by)
    part = getattr(command, "part", None)
    if part in BY_CLEARER and world.report(id).beside.named_for(part) == person:
        return Hand(person, BY_CLEARER[part].office)
    return None


def _list(allowed: tuple[OfficeId, ...]) -> str:
    return ", ".join(office.replace("_", " ") for office in allowed)


def _digest(order: Order) -> str:
    return hashlib.sha256(f"{order.person}|{order.command!r}".encode()).hexdigest()


def _facts(world: World) -> tuple[tuple[str, Fact], ...]:
    return tuple((stream, fact) for stream, facts in world.added.items() for fact in facts)


def _answer(world: World, order: Order) -> dict[str, Any]:
    answer: dict[str, Any] = {}
    if case := getattr(order.command, "case", None):
        answer = {"case": case, "reference": world.case(case).file.identity.reference}
        answer["version"] = world.read[streams.case_stream(case)] + len(world.added.get(streams.case_stream(case), ()))
        if warnings := unanswered(world.case(case)):
            answer["warnings"] = warnings
    return json.loads(json.dumps(answer))  # type: ignore[no-any-return]


def unanswered(case: Case) -> list[str]:
    """A warning for every shared service that was asked about an undecided case and has not answered."""
    if not isinstance(case, Undecided):
        return []
    asked = (question for question in case.file.questions if question.answer is None)
    return [f"The {q.service} service has not answered; it was asked to by {written(q.answer_by)}." for q in asked]
