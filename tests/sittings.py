"""Longer passages of play about sittings: cases brought to a published agenda, who attended, and how they voted."""

import re
from datetime import date, datetime, time

from domain.meeting.commands import Attended, Cast
from domain.meeting.events import Place, Verb
from domain.words import LONDON, BodyId, PersonId, SittingId, Text
from tests.dsl import COMMITTEE, SEATS, Stage, label

KEY_OVER = 50_000_000
"""Above this new spend, in pence, a decision is key and needs its 28 clear days' notice (SI 2017/68 art 11)."""


def cases_in(words: str) -> list[str | None]:
    """The cases a step names: `"Riverside" and "Hilltop"`, or the only one there is."""
    return [*re.findall(r"\"([^\"]+)\"", words)] or [None]


def people_in(words: str) -> list[str]:
    """The people a step names, each with what is said of them: "May, Sorrel for Birch and Oak remotely"."""
    return [name.strip() for name in re.split(r",| and ", words)]


def at(day: date, clock: str) -> datetime:
    """A London moment of a day."""
    return datetime.combine(day, time.fromisoformat(clock), LONDON)


def bring(stage: Stage, on: date, cases: list[str | None], published: bool = True) -> None:
    """Take drafted cases together to the committee of a day, on the published dates, and publish its agenda."""
    to_the_committee(stage, on, cases)
    dates = dates_before(stage, on)
    for case in cases:
        writer = min(stage.case(case).file.authors)
        stage.clear_report(case, writer, stage.later(f"{dates['executive_director_review']:%d %B %Y} at 12:00"))
    if published:
        stage.do("publish_agenda", "dee", at(dates["agenda_publication"], "15:00"), sitting=sitting_of(stage, on))


def to_the_committee(stage: Stage, on: date, cases: list[str | None]) -> None:
    """Take drafted cases through triage and panel in the cycle of a committee, a key decision with its notice."""
    dates = dates_before(stage, on)
    for case in cases:
        writer = min(stage.case(case).file.authors)
        if stage.case(case).file.sums.new_spend > KEY_OVER:
            stage.do("give_notice", "dee", stage.later(f"{dates['pmo_submission']:%d %B %Y} at 09:00"), case=case)
        stage.do("submit", writer, stage.later(f"{dates['pmo_submission']:%d %B %Y} at 10:00"), case=case)
    for case in cases:
        stage.do("accept", clerk(stage, case), at(dates["panel_agenda"], "10:00"), case=case)
    for case in cases:
        stage.do("recommend", clerk(stage, case), at(dates["panel"], "16:00"), case=case)


def clerk(stage: Stage, case: str | None) -> str:
    """Who of the PMO has free hands on a case."""
    return "pip" if "pat" in stage.case(case).file.authors else "pat"


def dates_before(stage: Stage, on: date) -> dict[str, date]:
    """The key dates of the cycle whose committee sits on a day."""
    calendar = stage.world().calendar
    cycle = calendar.cycle(calendar.sitting(sitting_of(stage, on)).cycle)
    return dict(cycle.dates)


def sitting_of(stage: Stage, on: date) -> SittingId:
    """The committee of a day."""
    return stage.sitting_on(COMMITTEE, on)


def seats(body: BodyId) -> list[str]:
    """Everybody of the cast who sits on a body."""
    return [person for person, sits_on, _ in SEATS if sits_on == body]


def attend(stage: Stage, body: BodyId, on: date, who: list[str]) -> bool:
    """Try to record who attended: "Oak remotely" is not in the room, "Sorrel for Birch" is Birch's substitute."""
    clerk_of = stage.clerk_of(stage.world().policies.in_force(on).body(body))
    present = tuple(map(attended, who))
    moment = stage.later(f"{on:%d %B %Y} at 14:00")
    return stage.tries("record_attendance", clerk_of, moment, sitting=stage.sitting_on(body, on), present=present)


def attended(said: str) -> Attended:
    """One person as a step says it."""
    name, _, absent = said.removesuffix(" remotely").partition(" for ")
    place = Place.REMOTE if said.endswith(" remotely") else Place.ROOM
    stands_in = PersonId(absent.lower()) if absent else None
    return Attended(PersonId(name.lower()), place=place, substitutes_for=stands_in)


def declare(stage: Stage, member: str, case: str | None, body: BodyId, on: date, leaves: bool) -> bool:
    """Try to record an interest in an item, and whether the person left while it was taken."""
    clerk_of = stage.clerk_of(stage.world().policies.in_force(on).body(body))
    fields = {"sitting": stage.sitting_on(body, on), "person": PersonId(member), "leaves": leaves}
    return stage.tries("declare_interest", clerk_of, stage.later(f"{on:%d %B %Y} at 14:05"), case=case, **fields)


def resolve(
    stage: Stage,
    outcomes: list[tuple[str | None, str]],
    moment: datetime,
    votes: Cast | None,
    by: str = "dee",
    because: str = "",
) -> bool:
    """Try to record one resolution on one or several cases."""
    taken = tuple((label(case), Verb(verb)) for case, verb in outcomes)
    return stage.tries("resolve", by, moment, outcomes=taken, votes=votes, reason=Text(because))
