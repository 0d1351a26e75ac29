"""What is shown of cases: one with everything that bears on it, the list, the inbox, and who owes what."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from domain.case import events
from domain.case.placing import due_date
from domain.case.state import OnRoute, review_of, standing
from domain.decision.state import Effective, NotMade, published_on
from domain.report.clearings import BY_CLEARER
from domain.words import CLOCK, CaseId, OfficeId, PersonId, in_pounds
from workflows import streams
from workflows.acts.cases import known_for
from workflows.handle import House, unanswered
from workflows.next_steps import NextStep, may_see
from workflows.ports import Row
from workflows.views.inline import Progress, silent
from workflows.views.plain import plain
from workflows.views.told import name, of_case, timeline, title
from workflows.world import World

Json = dict[str, Any]


def case_id(world: World, given: str) -> CaseId:
    """A case by its id or its human reference. Raises NotFound."""
    rows = world.ledger.rows("reference", given)
    id = CaseId(rows[0].body["case"]) if rows else CaseId(given)
    world.case(id)
    return id


def case(world: World, id: CaseId) -> Json:
    """One case as it stands: who, how much, which route, where on it, by when, and what hangs on it."""
    dossier = world.dossier(id)
    file, review = dossier.case.file, review_of(dossier.case)
    recorded = world.ledger.stream(streams.case_stream(id), world.until)
    return {
        "case": id,
        "reference": file.identity.reference,
        "title": title(world.ledger, recorded),
        "kind": file.identity.kind.value,
        "standing": standing(dossier.case),
        "organisation": file.identity.organisation,
        "project": file.identity.project,
        "authors": [{"person": p, "name": name(world, p)} for p in sorted(file.authors)],
        "sponsor": file.sponsor,
        "sums": plain(file.sums, world.ledger),
        "entry": plain(file.entry, world.ledger),
        "engagement": plain(file.questions, world.ledger),
        "contents": _contents(world, recorded),
        "cycle": review.cycle if review else None,
        "policy": review.route.policy if review else None,
        "figure": in_pounds(review.route.figure) if review else None,
        "basis": review.route.basis.value if review else None,
        "route": route(world, id),
        "listed": review.sitting if review else None,
        "listed_subject_to_the_step_before": review.subject_to if review else None,
        "conditions": plain(getattr(dossier.case, "conditions", ()), world.ledger),
        "report": _report(world, id),
        "notice_given": plain(dossier.notice.given_on, world.ledger),
        "decision": _decision(world, id),
        "warnings": unanswered(dossier.case),
        "version": len(recorded),
    }


def route(world: World, id: CaseId) -> list[Json]:
    """The steps of a case's route: what each yielded and when, and by when the present one is due."""
    found = world.case(id)
    review = review_of(found)
    if review is None:
        return []
    known = known_for(world, id, CLOCK)
    present = review.at if isinstance(found, OnRoute) else None
    return [
        {
            "body": step.body,
            "capacity": step.capacity.value,
            "outcome": taken.outcome.value if taken else None,
            "on": taken.on.isoformat() if taken else None,
            "present": number == present,
            "due": _iso(due_date(step, review, known)) if number == present else None,
        }
        for number, (step, taken) in enumerate(zip(review.route.steps, review.taken, strict=True))
    ]


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _contents(world: World, recorded: Iterable[Any]) -> Any:
    given = [r.fact.contents for r in recorded if isinstance(r.fact, events.Drafted | events.ContentsSaved)]
    paper = world.ledger.paper(given[-1]) if given and given[-1] else None
    return json.loads(paper.text) if paper else None


def _report(world: World, id: CaseId) -> Json:
    report = world.report(id)
    return {
        "version": report.version.number if report.version else None,
        "hash": report.version.hash if report.version else None,
        "cleared_by": sorted(report.cleared_by),
        "waiting_for": [BY_CLEARER[clearer].office for clearer in report.waiting_for],
        "late": sorted(report.late),
        "publishable": report.publishable is not None,
    }


def _decision(world: World, id: CaseId) -> Json | None:
    decision = world.decision(id)
    if isinstance(decision, NotMade):
        return None
    shown: Json = plain(decision.made, world.ledger)
    shown["published_on"] = _iso(published_on(decision))
    shown["took_effect_on"] = decision.since.isoformat() if isinstance(decision, Effective) else None
    return shown


def history(world: World, id: CaseId) -> list[Json]:
    """Every fact about a case in ledger order."""
    return timeline(world, of_case(id), world.until)


def rows(
    house: House,
    view: str,
    group: str,
    until: datetime | None,
    person: PersonId | None,
    at: datetime,
    progress: Progress = silent,
) -> list[Json]:
    """The rows of one group of a view, now or as of an instant, without those of cases the person may not know of."""
    return _seen(house.world(until or at, until, progress), view, group, person)


def _seen(world: World, view: str, group: str, person: PersonId | None) -> list[Json]:
    return [
        _titled(world, row)
        for row in world.rows(view, group)
        if row.body["case"] is None or may_see(world, person, CaseId(row.body["case"]))
    ]


def _titled(world: World, row: Row) -> Json:
    if row.body["case"] is None:
        return {**row.body, "title": ""}
    recorded = world.ledger.stream(streams.case_stream(CaseId(row.body["case"])), world.until)
    return {**row.body, "title": title(world.ledger, recorded)}


def cases(
    house: House,
    until: datetime | None,
    person: PersonId | None,
    at: datetime,
    only: Mapping[str, str],
    progress: Progress = silent,
) -> list[Json]:
    """The list of cases, kept to those whose kind, standing, cycle or present body is as asked."""
    found = rows(house, "cases", "", until, person, at, progress)
    return [row for row in found if all(str(row.get(key)) == value for key, value in only.items())]


def inbox(
    house: House,
    whose: PersonId,
    until: datetime | None,
    person: PersonId | None,
    at: datetime,
    progress: Progress = silent,
) -> list[Json]:
    """What waits for somebody: their own, their offices', deputised and services', soonest first, as `person` sees."""
    world = house.world(until or at, until, progress)
    found: dict[tuple[str, str], Json] = {}
    for group in groups_of(world, whose):
        for row in _seen(world, "waiting", group, person):
            found[(row["reference"], row["what"])] = {**row, "as": group}
    return sorted(found.values(), key=lambda row: (row["by"] or "9999", row["reference"], row["what"]))


def steps(found: Iterable[NextStep]) -> list[Json]:
    """Verbs with whether each is open and, if not, every rule that forbids it, with its source."""
    return [
        {
            "verb": step.verb,
            "says": step.says,
            "open": step.open,
            "rules": [{"says": rule.says, "source": rule.source} for rule in step.rules],
        }
        for step in found
    ]


def groups_of(world: World, person: PersonId) -> list[str]:
    """The groups of the inbox a person reads: themselves, their offices, those they deputise in, their services."""
    today = world.today
    mine = [a for a in world.offices.appointments if a.person == person and a.runs(today)]
    stood_in: list[OfficeId] = [
        d.office
        for d in world.offices.deputising
        if person in (d.deputy,) and world.offices.stood_in(person, d.office, today)
    ]
    offices = dict.fromkeys([a.office for a in mine] + stood_in)
    services = dict.fromkeys(a.service for a in mine if a.service)
    return [f"person:{person}", *(f"office:{o}" for o in offices), *(f"service:{s}" for s in services)]
