"""Who watches over every route: what is made public, who clears, who may call in, whose hands are kept apart."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.people.duties import Act
from domain.people.offices import AUDIT, OFFICES, SCRUTINY
from domain.report.clearings import CLEARINGS
from domain.routing.policy import Policy
from domain.words import OfficeId, in_pounds
from workflows.atlas.markdown import office

DOING = {
    Act.TRIAGED: "triage",
    Act.RECOMMENDED: "recommend",
    Act.CLEARED: "clear its report",
    Act.DECIDED: "decide",
    Act.RECORDED: "record its outcomes",
}


@dataclass(frozen=True, slots=True)
class Watch:
    """One thing that holds on every route, in a headline and a sentence or two."""

    headline: str
    says: tuple[str, ...]


def watches(policy: Policy) -> tuple[Watch, ...]:
    """Everything that holds on every route of a policy."""
    return tuple(watch(policy) for watch in WATCHES)


def _made_public(policy: Policy) -> Watch:
    settings = policy.settings
    return Watch(
        "Announced beforehand",
        (
            f"Agenda and reports: {settings.agenda_clear_days} clear working days before members meet.",
            f"A key decision, over {in_pounds(settings.key_decision_over)} of new spend or saving: "
            f"notice {settings.notice_clear_days} clear days before.",
        ),
    )


def _cleared(policy: Policy) -> Watch:
    order: dict[frozenset[object], list[str]] = {}
    for row in CLEARINGS:
        order.setdefault(frozenset(row.after), []).append(office(row.office).lower())
    turns = ", then ".join(" and ".join(names) for names in order.values())
    return Watch(
        "Cleared by officers", (f"No report reaches members uncleared: {turns}. Any edit lapses what it touches.",)
    )


def _called_in(policy: Policy) -> Watch:
    settings = policy.settings
    officers = "An officer's only when it is key." if settings.officer_callable_only_when_key else "An officer's too."
    return Watch(
        office(SCRUTINY),
        (
            f"{_does(SCRUTINY)}: a decision of members for {settings.call_in_clear_days} clear working days after "
            f"its publication. {officers}",
        ),
    )


def _apart(policy: Policy) -> Watch:
    later = dict.fromkeys(pair.later for pair in policy.duties if pair.earlier in (Act.WROTE, Act.SPONSORS))
    *some, last = [DOING[act] for act in later]
    both = any((pair.earlier, pair.later) == (Act.CLEARED, Act.DECIDED) for pair in policy.duties)
    report = " Nobody clears a report and decides on it." if both else ""
    return Watch(
        "Hands kept apart",
        (f"Whoever wrote or sponsors a case does not {', '.join(some)} or {last}; nor does their deputy.{report}",),
    )


def _raised(policy: Policy) -> Watch:
    *some, last = [office(one) for one in policy.settings.escalated_by]
    return Watch(
        "Raised, never lowered",
        (
            "Until it is decided a case may be taken to a higher decider, with a reason, by "
            f"{', '.join(some)} or {last}.",
        ),
    )


def _read(policy: Policy) -> Watch:
    return Watch(
        office(AUDIT), (f"{_does(AUDIT)}: every step, who took it, for whom and when, in a ledger that only grows.",)
    )


def _does(id: OfficeId) -> str:
    return next(one.does for one in OFFICES if one.id == id).capitalize()


WATCHES: tuple[Callable[[Policy], Watch], ...] = (_made_public, _cleared, _apart, _called_in, _raised, _read)
"""In the order of the map."""
