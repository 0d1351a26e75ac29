"""The timeline: every fact about a case, meeting or person in one sentence, with who, for whom and when."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from domain.words import CaseId, Hand, PersonId, SittingId, TextId
from workflows import streams
from workflows.ports import Ledger, Recorded
from workflows.views.plain import plain, text
from workflows.world import World


def timeline(world: World, names: Iterable[str], until: datetime | None) -> list[dict[str, Any]]:
    """The facts of several streams in ledger order, each with its words and everything it holds."""
    found = [recorded for name in names for recorded in world.ledger.stream(name, until)]
    return [entry(world, recorded) for recorded in sorted(found, key=lambda r: r.position)]


def of_case(case: CaseId) -> tuple[str, ...]:
    """The streams that tell of one case."""
    return (
        streams.case_stream(case),
        streams.report_stream(case),
        streams.notice_stream(case),
        streams.decision_stream(case),
    )


def of_sitting(sitting: SittingId) -> tuple[str, ...]:
    """The stream that tells of one sitting."""
    return (streams.meeting_stream(sitting),)


def entry(world: World, recorded: Recorded) -> dict[str, Any]:
    """One line of a timeline. `on` is when it happened where that was stated apart from when it was recorded."""
    by = getattr(recorded.fact, "by", None)
    holds = {k: v for k, v in plain(recorded.fact, world.ledger).items() if k not in ("by", "case")}
    return {
        "position": recorded.position,
        "at": recorded.at.isoformat(),
        "on": holds.get("on"),
        "event": type(recorded.fact).__name__,
        "says": words(type(recorded.fact).__name__),
        "who": who(world, by) if by else "the calendar",
        "person": by.person if by else None,
        "for": by.on_behalf_of if by else None,
        "office": by.office if by else "clock",
        "due": holds.get("due"),
        "holds": holds,
        "digest": recorded.digest,
    }


def words(event: str) -> str:
    """An event's name as words: 'Returned for rework'."""
    split = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in event).strip()
    return split.capitalize()


def who(world: World, by: Hand) -> str:
    """Who signed, in which office, and for whom."""
    office = by.office.replace("_", " ")
    if by.office == "clock":
        return "the calendar"
    signed = f"{name(world, by.person)}, {office}"
    return f"{signed}, for {name(world, by.on_behalf_of)}" if by.on_behalf_of else signed


def name(world: World, person: PersonId) -> str:
    """A person's name as the directory has it; their id where it was erased or never given."""
    known = world.offices.people.get(person)
    return (text(known.card, world.ledger) if known else None) or person


def title(ledger: Ledger, stream: Iterable[Recorded]) -> str:
    """The last title a case was given."""
    given = [recorded.fact.title for recorded in stream if hasattr(recorded.fact, "title")]
    return (text(TextId(given[-1]), ledger) or "") if given else ""
