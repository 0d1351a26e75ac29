"""How the tests speak: a stage with the published year, a cast of fictional people, and steps an official would say."""

import itertools
import re
from calendar import month_name
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from pytest_bdd.parsers import StepParser

from adapters.bank_holidays import england
from adapters.imports.calendar_files import read_boards, read_key_dates
from adapters.store.ledger import MemoryLedger
from domain.calendar.commands import ImportCalendar
from domain.calendar.key_dates import RANK
from domain.calendar.state import Sitting
from domain.case.state import STANDINGS, OnRoute, Review, review_of, standing
from domain.people import offices as of
from domain.people.commands import AddPerson, Appoint
from domain.people.offices import Membership
from domain.report.events import Clearer, Part
from domain.routing.bodies import Body, Sort
from domain.routing.kinds import Capacity, Figures, Kind
from domain.routing.policy import Route
from domain.rules import Refused, Rule
from domain.words import (
    LONDON,
    UTC,
    BodyId,
    CaseId,
    CycleId,
    OfficeId,
    Pence,
    PersonId,
    ProjectId,
    ServiceId,
    SittingId,
    Text,
    TextId,
    london_day,
    pounds,
    start_of,
)
from workflows import streams
from workflows.commands import BY_VERB
from workflows.handle import ActedOn, House, NotYours, Order, Receipt
from workflows.ports import Fact, Recorded
from workflows.world import World

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "examples" / "published-year"
OPENS = datetime(2024, 4, 2, 8, tzinfo=UTC)
"""When every stage is set up: before the first date of the published year."""

SINCE = date(2024, 4, 1)
PANEL, COMMITTEE, BOARD = BodyId("investment_panel"), BodyId("investment_committee"), BodyId("board")
CHIEF_EXECUTIVE, PMO = BodyId("chief_executive"), BodyId("pmo")

BODIES: Mapping[str, BodyId] = {
    "PMO": PMO,
    "panel": PANEL,
    "Investment Panel": PANEL,
    "Chief Executive": CHIEF_EXECUTIVE,
    "committee": COMMITTEE,
    "Investment Committee": COMMITTEE,
    "Board": BOARD,
}

OFFICERS: Mapping[str, tuple[OfficeId, ...]] = {
    "ada": (of.ADMINISTRATOR,),
    "ann": (of.PROJECT_MANAGER,),
    "bea": (of.PROJECT_MANAGER,),
    "pat": (of.PMO,),
    "pip": (of.PMO,),
    "cleo": (of.CHIEF_EXECUTIVE,),
    "dee": (of.DEMOCRATIC_SERVICES,),
    "dai": (of.DEMOCRATIC_SERVICES,),
    "moe": (of.MONITORING_OFFICER,),
    "dora": (of.DIRECTOR,),
    "lex": (of.LEGAL,),
    "fin": (of.FINANCE,),
    "eddie": (of.EXECUTIVE_DIRECTOR,),
    "sam": (),
    "cass": (),
}
"""The officers and their offices. Sam sponsors cases; Cass holds no office, and may deputise or be named for others."""

SERVICES: Mapping[str, ServiceId] = {"flo": ServiceId("finance"), "prue": ServiceId("procurement")}
PANELLISTS = ("ike", "ivy", "ira", "ida")
CONSTITUENTS = ("alder", "birch", "cedar", "elm", "hazel", "oak", "rowan")
"""Members for the seven constituent councils; Alder is also deputy mayor on the Board."""

SEATS: tuple[tuple[str, BodyId, Membership], ...] = (
    *((person, PANEL, Membership.OFFICER) for person in PANELLISTS),
    ("may", COMMITTEE, Membership.MAYOR),
    *((person, COMMITTEE, Membership.CONSTITUENT) for person in CONSTITUENTS),
    ("wren", COMMITTEE, Membership.BUSINESS_BOARD),
    ("may", BOARD, Membership.MAYOR),
    ("alder", BOARD, Membership.DEPUTY_MAYOR),
    *((person, BOARD, Membership.CONSTITUENT) for person in CONSTITUENTS[1:]),
    ("wren", BOARD, Membership.BUSINESS_BOARD),
    ("jay", BOARD, Membership.NON_VOTING),
)
SUBSTITUTES = (("sorrel", "birch", COMMITTEE), ("teasel", "birch", BOARD))

OUTCOME = {Capacity.TRIAGE: "accept", Capacity.RECOMMEND: "recommend", Capacity.COMMENT: "comment"}


def moment(words: str | date | datetime) -> datetime:
    """An instant as an official says it: "15 October 2024 at 10:00", London time; with no time, noon."""
    if isinstance(words, datetime):
        return words.astimezone(UTC)
    if isinstance(words, date):
        return datetime.combine(words, time(12), LONDON).astimezone(UTC)
    day, _, clock = words.partition(" at ")
    return datetime.combine(day_of(day), time.fromisoformat(clock or "12:00"), LONDON).astimezone(UTC)


def day_of(words: str) -> date:
    """A day as an official writes it: "15 October 2024" or "15 Oct 2024", a weekday before it read over."""
    day, month, year = words.strip().rpartition("day ")[2].split()
    return date(int(year), next(n for n, name in enumerate(month_name) if n and name.startswith(month)), int(day))


def label(case: str | None) -> CaseId:
    """The id a case has on a stage, from the name it goes by in the scenario."""
    return CaseId(re.sub(r"\W+", "-", (case or "the case").strip('"').lower()))


def command(verb: str, **fields: Any) -> Any:
    """A command by its verb: a case by its label, sums as "£1,000,000", and texts that nobody gave left empty."""
    shape = BY_VERB[verb].shape
    if "case" in shape.__dataclass_fields__:
        fields["case"] = label(fields.get("case"))
    for name, hint in get_type_hints(shape).items():
        if hint is Text:
            fields.setdefault(name, Text(""))
        if name in ("value", "new_spend") and isinstance(fields.get(name), str):
            fields[name] = pounds(fields[name])
    return shape(**fields)


class Stage:
    """The product over an empty ledger, played like a scenario: time only runs on, and a refusal must be looked at."""

    def __init__(self, calendar: bool = True, cast: bool = True, bank_holidays: frozenset[date] | None = None) -> None:
        salts = itertools.count()
        self.ledger = MemoryLedger()
        self.house = House(self.ledger, england() if bank_holidays is None else bank_holidays, lambda: str(next(salts)))
        self.now = OPENS
        self.no: Refused | NotYours | None = None
        self.acted: list[ActedOn] = []
        self.given: list[Order] = []
        self.warned: list[str] = []
        self._requests = itertools.count(1)
        if calendar:
            self.set_up(published_year())
        if cast:
            for command in the_cast():
                self.set_up(command)

    # What people do

    def do(self, verb: str, by: str | None = None, at: str | date | datetime | None = None, **fields: Any) -> Receipt:
        """Give a command by its verb, filled in as `command` does. Raises what handle raises."""
        return self.send(command(verb, **fields), by, at)

    def send(self, command: Any, by: str | None = None, at: str | date | datetime | None = None) -> Receipt:
        """Give a command in its own shape; with nobody named it is the set-up hand's."""
        self.nothing_unexpected()
        when = self.now if at is None else moment(at)
        assert when >= self.now, f"time does not run backwards: {when} is before {self.now}"
        self.now = when
        person = PersonId(by.lower()) if by else None
        order = Order(command, person, when, f"request-{next(self._requests)}")
        receipt = self.house.handle(order)
        self.given.append(order)
        self.warned = receipt.answer.get("warnings", [])
        return receipt

    def tries(self, verb: str, by: str | None = None, at: str | date | datetime | None = None, **fields: Any) -> bool:
        """Give a command that may be refused; the refusal is kept, to be looked at before anything else is done."""
        try:
            self.do(verb, by, at, **fields)
        except (Refused, NotYours) as no:
            self.no = no
        return self.no is None

    def set_up(self, command: Any) -> Receipt:
        """Give a command by the set-up hand, now."""
        return self.send(command)

    def preview(self, verb: str, by: str | None = None, **fields: Any) -> tuple[tuple[str, Fact], ...]:
        """What a command would do, without doing it."""
        person = PersonId(by.lower()) if by else None
        return self.house.preview(Order(command(verb, **fields), person, self.now, "preview"))

    def tick(self, at: str | date | datetime) -> tuple[ActedOn, ...]:
        """Let time pass with nobody doing anything, the product awake at the end of it."""
        self.nothing_unexpected()
        self.now = max(self.now, moment(at))
        acted = self.house.tick(self.now)
        self.acted.extend(acted)
        return acted

    def played_again(self, *waking: datetime) -> "Stage":
        """The same commands at the same moments in another house, which besides wakes at these moments."""
        other = Stage(calendar=False, cast=False)
        wakes = sorted(waking)
        for order in self.given:
            while wakes and wakes[0] < order.at:
                other.tick(wakes.pop(0))
            other.house.handle(order)
            other.now = order.at
        for at in wakes:
            other.tick(at)
        return other

    # Longer passages of play

    def draft(
        self,
        case: str | None = None,
        kind: Kind = Kind.BUSINESS_CASE,
        value: str | Pence | None = "£400,000",
        by: str = "ann",
        at: str | date | datetime | None = None,
        **fields: Any,
    ) -> CaseId:
        """Draft a case that lacks nothing: a business case rests on a Corporate Plan line unless told otherwise."""
        if kind is Kind.BUSINESS_CASE and not {"concept", "corporate_plan_line"} & set(fields):
            fields["corporate_plan_line"] = Text("Corporate Plan 2024, line 12")
        if kind is Kind.CHANGE_REQUEST and "project" not in fields:
            fields["project"] = self.project("a-project", "£400,000")
        self.do("draft", by, at, case=case, kind=kind, title=Text(case or "A case"), value=value, **fields)
        return label(case)

    def project(self, project: str, baseline: str, approved_by: BodyId | None = None) -> ProjectId:
        """Register a project approved before the framework, with its baseline."""
        figures = Figures.of(pounds(baseline))
        self.do(
            "register_project",
            project=ProjectId(project),
            title=Text(project),
            figures=figures,
            approved_by=approved_by,
            imported=True,
        )
        return ProjectId(project)

    def submit(self, case: str | None = None, by: str = "ann", at: str | date | datetime | None = None) -> None:
        """Submit a case to the PMO."""
        self.do("submit", by, at, case=case)

    def clear_report(self, case: str | None = None, by: str = "ann", at: str | date | datetime | None = None) -> None:
        """Upload a complete committee report and have every office clear it, all at one moment."""
        said = tuple((part, Text(f"{part.value} of {case}")) for part in Part)
        self.do("upload_report", by, at, case=case, parts=said)
        for who, part in (
            ("dora", Clearer.DIRECTOR),
            ("lex", Clearer.LEGAL),
            ("fin", Clearer.FINANCE),
            ("eddie", Clearer.EXECUTIVE_DIRECTOR),
        ):
            self.do("clear_report", who, at, case=case, part=part)

    def carry(self, case: str | None = None, to: BodyId | None = None) -> None:
        """Take a submitted case along its route on the published dates until a body has it (None: it is decided)."""
        while isinstance(self.case(case), OnRoute) and self.review(case).step.body != to:
            self._take_a_step(case)

    def _take_a_step(self, case: str | None) -> None:
        review = self.review(case)
        body = self.body(case)
        sitting = self.sitting(case)
        verb = OUTCOME.get(review.step.capacity, "approve")
        if sitting is None:
            self.do(verb, self.clerk_of(body), case=case)
            return
        if body.sort is Sort.MEMBERS and not self.world().meeting(sitting.id).carries(label(case)):
            self.publish(case)
        self.do(verb, self.clerk_of(body), self.later(f"{sitting.on:%d %B %Y} at 15:00"), case=case)

    def publish(self, case: str | None = None) -> None:
        """Have the report cleared if it is not, and the case's agendas published the day each is due.

        A case listed to the Board subject to its committee's step goes on the Board's agenda too.
        """
        sitting = self.sitting(case)
        assert sitting is not None
        if self.world().report(label(case)).publishable is None:
            author = min(self.case(case).file.authors)
            self.clear_report(case, author, self.later(f"{self._day_before(sitting):%d %B %Y} at 09:00"))
        ahead = self.world().calendar.sitting(self.review(case).subject_to)
        for agenda in (sitting, *([ahead] if ahead else [])):
            self.do("publish_agenda", "dee", self.later(f"{agenda.agenda_due:%d %B %Y} at 16:00"), sitting=agenda.id)

    def _day_before(self, sitting: Sitting) -> date:
        return self.world().calendar.days.add(sitting.agenda_due, -1)

    def later(self, words: str) -> datetime:
        """A moment, or now where that has passed."""
        return max(self.now, moment(words))

    def clerk_of(self, body: Body) -> str:
        """Who of the cast records the outcomes of a body."""
        return {of.PMO: "pat", of.DEMOCRATIC_SERVICES: "dee", of.CHIEF_EXECUTIVE: "cleo"}[body.recorded_by]

    # What can be seen

    def world(self) -> World:
        """The ledger as it stands now."""
        return self.house.world(self.now)

    def case(self, case: str | None = None) -> Any:
        """Where a case stands."""
        return self.world().case(label(case))

    def review(self, case: str | None = None) -> Review:
        """A submitted case on its route."""
        review = review_of(self.case(case))
        assert review is not None, "the case has not been submitted"
        return review

    def route(self, case: str | None = None) -> Route:
        return self.review(case).route

    def standing(self, case: str | None = None) -> str:
        """The word for where a case stands, such as "under_review"."""
        return standing(self.case(case))

    def body(self, case: str | None = None) -> Body:
        """The body a case stands before."""
        found = self.world().policy_of(self.case(case)).body(self.review(case).step.body)
        assert isinstance(found, Body)
        return found

    def sitting(self, case: str | None = None) -> Sitting | None:
        """The sitting a case is listed to."""
        listed = self.review(case).sitting
        found: Sitting | None = self.world().calendar.sitting(listed) if listed else None
        return found

    def due(self, case: str | None = None) -> date | None:
        """When the body before which a case stands is to act, as its inbox shows it."""
        row = next(row for row in self.ledger.rows("cases", "") if row.body["case"] == label(case))
        return date.fromisoformat(row.body["due"]) if row.body["due"] else None

    def record(self, case: str | None = None) -> list[Recorded]:
        """Everything recorded of a case, in order, with when it was recorded."""
        return list(self.ledger.stream(streams.case_stream(label(case))))

    def history(self) -> list[tuple[str, Fact]]:
        """Every fact of the ledger in its order, with the stream it is in."""
        return [(recorded.stream, recorded.fact) for recorded in self.ledger.everything()]

    def facts(self, case: str | None = None, *kinds: type) -> list[Any]:
        """The facts recorded of a case, in order; with kinds named, only those."""
        return [r.fact for r in self.record(case) if not kinds or isinstance(r.fact, kinds)]

    def waiting(self, group: str) -> list[tuple[str, str, date | None]]:
        """An inbox: what waits for "office:pmo", "person:ann" or "service:finance", as case, what, and by when."""
        return [
            (row.body["case"], row.body["what"], date.fromisoformat(row.body["by"]) if row.body["by"] else None)
            for row in self.ledger.rows("waiting", group)
        ]

    def said(self, text: TextId) -> str:
        """The words of a text kept beside the ledger."""
        paper = self.ledger.paper(text)
        return paper.text if paper else ""

    def sitting_on(self, body: BodyId, on: date) -> SittingId:
        """The sitting of a body that was planned or is now held on a day."""
        held = self.world().calendar.sittings.values()
        return next(sitting.id for sitting in held if sitting.body == body and sitting.on == on)

    # Refusals

    def refused(self) -> tuple[Rule, ...]:
        """The rules that said no to the last thing tried, now looked at; fails if nothing was refused."""
        no, self.no = self.no, None
        assert isinstance(no, Refused), f"nothing was refused by a rule: {no!r}"
        return no.rules

    def not_theirs(self) -> str:
        """What was said to a person whose office may not do it, now looked at; fails if nobody was told so."""
        no, self.no = self.no, None
        assert isinstance(no, NotYours), f"nobody was told that it is not for them: {no!r}"
        return str(no)

    def nothing_unexpected(self) -> None:
        """Raise a refusal that nobody has looked at."""
        no, self.no = self.no, None
        if no is not None:
            raise no


@cache
def published_year() -> ImportCalendar:
    """The published year as the command that imports it."""
    return ImportCalendar(read_key_dates(FOLDER / "key-dates.csv"), read_boards(FOLDER / "board-sittings.csv"))


def the_cast() -> Iterator[Any]:
    """The commands that make the cast known and put each in their place."""
    everyone = (*OFFICERS, *SERVICES, *dict.fromkeys(person for person, *_ in (*SEATS, *SUBSTITUTES)))
    for person in everyone:
        yield AddPerson(PersonId(person), Text(person.title()), Text(f"{person}@authority.example"))
    for person, held in OFFICERS.items():
        for office in held:
            yield Appoint(PersonId(person), office, SINCE)
    for person, service in SERVICES.items():
        yield Appoint(PersonId(person), of.SHARED_SERVICE, SINCE, service=service)
    for person, body, membership in SEATS:
        office = of.PANEL_MEMBER if membership is Membership.OFFICER else of.MEMBER
        yield Appoint(PersonId(person), office, SINCE, body=body, membership=membership)
    for person, member, body in SUBSTITUTES:
        yield Appoint(
            PersonId(person),
            of.MEMBER,
            SINCE,
            body=body,
            membership=Membership.CONSTITUENT,
            substitutes_for=PersonId(member),
        )


# How a step is read


@dataclass(frozen=True, slots=True)
class Piece:
    """A kind of word in a step: how it is written, and what it stands for."""

    pattern: str
    means: Callable[[str], Any]


DAY = r"(?:\w+day )?\d{1,2} [A-Z][a-z]+ \d{4}"
CASE = r"(?:the case|it|the (?:business case|concept paper|change request)|\"[^\"]+\")"


def _named(words: str) -> str | None:
    return words.strip('"') if words.startswith('"') else None


OUTCOMES: Mapping[str, str] = {
    "accepts": "accept",
    "returns": "return_for_rework",
    "recommends": "recommend",
    "does not recommend": "decline",
    "comments on": "comment",
    "notes": "note",
    "approves": "approve",
    "refuses": "refuse",
    "defers": "defer",
}
"""What a body does to a case, and the verb that records it."""

OFFICES: Mapping[str, OfficeId] = {
    "PMO": of.PMO,
    "Chief Executive": of.CHIEF_EXECUTIVE,
    "Democratic Services": of.DEMOCRATIC_SERVICES,
    "director": of.DIRECTOR,
    "executive director": of.EXECUTIVE_DIRECTOR,
    "monitoring officer": of.MONITORING_OFFICER,
    "legal": of.LEGAL,
    "finance": of.FINANCE,
}


def _one_of(words: Mapping[str, Any]) -> Piece:
    return Piece("|".join(sorted(words, key=len, reverse=True)), lambda found: words[found])


PIECES: Mapping[str, Piece] = {
    "who": Piece(r"[A-Z]\w+", str.lower),
    "day": Piece(DAY, day_of),
    "moment": Piece(rf"{DAY}(?: at \d\d:\d\d(?::\d\d)?)?", moment),
    "case": Piece(CASE, _named),
    "sum": Piece(r"£[\d,]+(?:\.\d\d)?", pounds),
    "text": Piece(r"\"[^\"]*\"", lambda words: words.strip('"')),
    "body": _one_of(BODIES),
    "office": _one_of(OFFICES),
    "outcome": _one_of(OUTCOMES),
    "standing": _one_of({word.replace("_", " "): word for word in STANDINGS.values()}),
    "key_date": _one_of({name.replace("_", " "): name for name in RANK}),
    "kind": Piece("concept paper|business case|change request", lambda words: Kind(words.replace(" ", "_"))),
    "cycle": Piece(r"\d{4}-\d\d[a-z]*", CycleId),
    "number": Piece(r"\d+", int),
    "words": Piece(r".+", str),
}
PLACEHOLDER = re.compile(r"\{(\w+)(?::(\w+))?\}")


class PlainWords(StepParser):
    """A step in plain words with `{name}` or `{name:piece}` where a person, day, sum, body or case is named."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.pieces = {found[1]: PIECES[found[2] or found[1]] for found in PLACEHOLDER.finditer(name)}
        pattern, at = "", 0
        for found in PLACEHOLDER.finditer(name):
            pattern += re.escape(name[at : found.start()]) + f"(?P<{found[1]}>{self.pieces[found[1]].pattern})"
            at = found.end()
        self.pattern = re.compile(pattern + re.escape(name[at:]))

    def parse_arguments(self, name: str) -> dict[str, Any] | None:
        """What each named word stands for."""
        match = self.pattern.fullmatch(name)
        return {key: self.pieces[key].means(words) for key, words in match.groupdict().items()} if match else None

    def is_matching(self, name: str) -> bool:
        """Whether the step says this."""
        return self.pattern.fullmatch(name) is not None


said = PlainWords
"""`@when(said("{who} accepts {case} on {moment}"))`."""


def midnight_after(day: date) -> datetime:
    """The instant at which a day is over in London."""
    return start_of(day + timedelta(days=1))


def day_recorded(recorded: Recorded) -> date:
    """The London day on which something was recorded."""
    return london_day(recorded.at)
