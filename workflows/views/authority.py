"""What is shown of the authority itself: calendar, sittings, policies, people, projects, delegations and its rules."""

from typing import Any

from domain.calendar.lint import lint_standing
from domain.calendar.proposals import proposals, unlawful
from domain.words import CycleId, PersonId, PolicyId, ProjectId, SittingId
from workflows import streams
from workflows.acts.meetings import agendas_out
from workflows.ports import NotFound
from workflows.rule_book import RULE_BOOK
from workflows.views.plain import plain
from workflows.views.told import name, of_sitting, timeline
from workflows.world import World

Json = dict[str, Any]


def calendar(world: World) -> Json:
    """Every cycle with its dates, every sitting, restricted periods and what the lint finds."""
    shown = world.calendar
    return {
        "scheme": shown.scheme.name,
        "cycles": [cycle(world, each.id) for each in shown.cycles],
        "sittings": [plain(sitting, world.ledger) for sitting in sorted(shown.sittings.values(), key=lambda s: s.on)],
        "restricted": plain(shown.restricted, world.ledger),
        "findings": plain(lint_standing(shown), world.ledger),
    }


def proposed(world: World) -> Json:
    """What a person is asked to confirm after a day was closed or a sitting moved, and what is no longer lawful."""
    out = agendas_out(world)
    return {
        "proposals": plain(proposals(world.calendar, world.today, out.keys()), world.ledger),
        "unlawful": plain(unlawful(world.calendar, world.today, out), world.ledger),
    }


def cycle(world: World, id: CycleId) -> Json:
    """One cycle: each date that stands, what its rule gives, and why they differ. Raises NotFound."""
    found = world.calendar.cycle(id)
    if found is None:
        raise NotFound(f"there is no cycle {id}")
    return {
        "cycle": id,
        "dates": {key: day.isoformat() for key, day in found.dates},
        "rule": {key: day.isoformat() for key, day in found.rules},
        "exceptions": {key: plain(reason, world.ledger) for key, reason in found.exceptions},
    }


def sitting(world: World, id: SittingId) -> Json:
    """One sitting: its date, its list, its published agenda with the clear days counted, and what was resolved."""
    found = world.calendar.sitting(id)
    if found is None:
        raise NotFound(f"there is no sitting {id}")
    listed = [dict(row.body) for row in world.rows("listed", id)]
    return {**plain(found, world.ledger), "listed": listed, "meeting": plain(world.meeting(id), world.ledger)}


def sitting_history(world: World, id: SittingId) -> list[Json]:
    """Every fact about a sitting in ledger order."""
    return timeline(world, of_sitting(id), world.until)


def policies(world: World) -> list[Json]:
    """Every policy with when it takes effect, and which is in force."""
    standing = world.policies.in_force(world.today).id
    return [
        {
            "policy": each.id,
            "name": each.name,
            "effective_from": each.effective_from.isoformat(),
            "adopted_by": each.adopted_by,
            "review_due": world.policies.review_due(each.id).isoformat(),
            "in_force": each.id == standing,
        }
        for each in world.policies.all
    ]


def policy(world: World, id: PolicyId) -> Json:
    """One policy whole. Raises NotFound."""
    if not world.policies.known(id):
        raise NotFound(f"there is no policy {id}")
    shown: Json = plain(world.policies.get(id), world.ledger)
    return shown


def person(world: World, id: PersonId) -> Json:
    """A person: name, offices held and stood in for. Raises NotFound."""
    if id not in world.offices.people:
        raise NotFound(f"there is no person {id}")
    return {
        "person": id,
        "name": name(world, id),
        "organisation": world.offices.people[id].organisation,
        "appointments": [plain(a, world.ledger) for a in world.offices.appointments if a.person == id],
        "deputising": [plain(d, world.ledger) for d in world.offices.deputising if id in (d.deputy, d.absent)],
    }


def people(world: World) -> list[Json]:
    """Everybody the authority knows."""
    return [person(world, id) for id in sorted(world.offices.people)]


def project(world: World, id: ProjectId) -> Json:
    """A project of the Single Project Register, with its baseline and the cases of it. Raises NotFound."""
    stream = streams.project_stream(id)
    if not world.ledger.stream(stream, world.until):
        raise NotFound(f"there is no project {id}")
    cases = [dict(row.body) for row in world.rows("of_project", id)]
    history = timeline(world, (stream,), world.until)
    return {**plain(world.project(id), world.ledger), "cases": cases, "history": history}


def delegations(world: World) -> list[Json]:
    """The delegations register: each power, what was drawn, and what is left in pence."""
    return [
        {"entry": id, **plain(entry, world.ledger), "left": entry.left}
        for id, entry in sorted(world.delegations.entries.items())
    ]


def rule_book() -> list[Json]:
    """Every rule a command can be refused by, by what it is a rule of."""
    return [
        {"of": chapter.of, "verb": verb, "rule": rule.name, "says": rule.says, "source": rule.source}
        for chapter in RULE_BOOK
        for verb, rules in chapter.verbs.items()
        for rule in rules
    ]
