"""What one command sees and does: states folded from the ledger, and the facts it adds until they are committed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.calendar.state import Calendar
from domain.case.state import Case, review_of
from domain.decision.state import AnyDecision
from domain.meeting.state import Meeting
from domain.notice.state import AnyNotice
from domain.people.state import Offices
from domain.register.delegations.state import Delegations
from domain.register.state import Project
from domain.report.state import AnyReport
from domain.routing.policy import Policy
from domain.routing.state import Policies
from domain.words import CaseId, Hand, ProjectId, SittingId, london_day
from workflows import streams
from workflows.ports import Append, Fact, Ledger, NotFound, Row

States = dict[str, tuple[int, Any]]
"""States kept warm between commands: each stream's version and what it folds to."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that bears on one case, read together."""

    id: CaseId
    case: Case
    report: AnyReport
    notice: AnyNotice
    decision: AnyDecision
    calendar: Calendar
    policy: Policy
    meeting: Meeting
    ahead: Meeting
    """The sitting it is listed to subject to the step before."""


class World:
    """One view of the ledger at an instant. Streams read are remembered, so that none may change meanwhile."""

    def __init__(
        self,
        ledger: Ledger,
        bank_holidays: frozenset[date],
        at: datetime,
        warm: States | None = None,
        until: datetime | None = None,
        past: Callable[[], Sequence[Row]] | None = None,
    ) -> None:
        self.ledger = ledger
        self.at = at
        self.read: dict[str, int] = {}
        self.added: dict[str, list[Fact]] = {}
        self.unsettled: list[tuple[str, Fact, Hand]] = []
        self._bank_holidays = bank_holidays
        self._warm = warm if warm is not None else {}
        self.until = until
        self._past = past
        self._now: dict[str, Any] = {}

    @property
    def today(self) -> date:
        return london_day(self.at)

    def state(self, stream: str) -> Any:
        """What a stream folds to, with the facts this world has added."""
        if stream not in self._now:
            version, state = self._warm.get(stream) or self._fold(stream)
            self.read[stream] = version
            self._now[stream] = state
        return self._now[stream]

    def _fold(self, stream: str) -> tuple[int, Any]:
        folding = streams.folding(stream)
        state = folding.blank(self._bank_holidays)
        version = 0
        for recorded in self.ledger.stream(stream, self.until):
            state = folding.evolve(state, recorded.fact)
            version = recorded.version
        if version:
            self._warm[stream] = (version, state)
        return version, state

    def add(self, stream: str, facts: Iterable[Fact], by: Hand) -> None:
        """Add facts to a stream; what follows from them is worked out when the command settles."""
        state = self.state(stream)
        evolve = streams.folding(stream).evolve
        for fact in facts:
            state = evolve(state, fact)
            self.added.setdefault(stream, []).append(fact)
            self.unsettled.append((stream, fact, by))
        self._now[stream] = state

    def facts(self, stream: str) -> list[Fact]:
        """Every fact of a stream, those this world has added last."""
        return [recorded.fact for recorded in self.ledger.stream(stream, self.until)] + self.added.get(stream, [])

    def appends(self) -> tuple[Append, ...]:
        """The facts added, stream by stream, each onto the version that was read."""
        return tuple(Append(stream, self.read[stream], tuple(facts)) for stream, facts in self.added.items())

    def checked(self) -> dict[str, int]:
        """Streams that were only read, at the versions read."""
        return {stream: version for stream, version in self.read.items() if stream not in self.added}

    def keep_warm(self, warm: States) -> None:
        """Hand the states that were committed back to those kept between commands."""
        for stream, facts in self.added.items():
            warm[stream] = (self.read[stream] + len(facts), self._now[stream])

    def rows(self, view: str, group: str) -> Sequence[Row]:
        """Rows of an inline view as they were before this command; of a past instant, worked out from the facts."""
        if self._past is not None:
            return [row for row in self._past() if (row.view, row.group) == (view, group)]
        return self.ledger.rows(view, group)

    @property
    def calendar(self) -> Calendar:
        calendar: Calendar = self.state(streams.CALENDAR)
        return calendar

    @property
    def offices(self) -> Offices:
        offices: Offices = self.state(streams.OFFICES)
        return offices

    @property
    def policies(self) -> Policies:
        policies: Policies = self.state(streams.POLICIES)
        return policies

    @property
    def delegations(self) -> Delegations:
        delegations: Delegations = self.state(streams.DELEGATIONS)
        return delegations

    def case(self, case: CaseId) -> Case:
        """Where a case stands. Raises NotFound if there is none."""
        found: Case | None = self.state(streams.case_stream(case))
        if found is None:
            raise self.unknown(case)
        return found

    def unknown(self, case: CaseId) -> NotFound:
        """What is said of a case that does not exist, or whose existence a person may not know."""
        return NotFound(f"there is no case {case}")

    def report(self, case: CaseId) -> AnyReport:
        report: AnyReport = self.state(streams.report_stream(case))
        return report

    def notice(self, case: CaseId) -> AnyNotice:
        notice: AnyNotice = self.state(streams.notice_stream(case))
        return notice

    def decision(self, case: CaseId) -> AnyDecision:
        decision: AnyDecision = self.state(streams.decision_stream(case))
        return decision

    def meeting(self, sitting: SittingId) -> Meeting:
        meeting: Meeting = self.state(streams.meeting_stream(sitting))
        return meeting

    def project(self, project: ProjectId) -> Project:
        found: Project = self.state(streams.project_stream(project))
        return found

    def policy_of(self, case: Case) -> Policy:
        """The policy a case was routed under; before it is submitted, the one in force."""
        review = review_of(case)
        return self.policies.get(review.route.policy) if review else self.policies.in_force(self.today)

    def dossier(self, id: CaseId) -> Dossier:
        """Everything that bears on a case. Raises NotFound if there is none."""
        case = self.case(id)
        review = review_of(case)
        none = Meeting()
        return Dossier(
            id,
            case,
            self.report(id),
            self.notice(id),
            self.decision(id),
            self.calendar,
            self.policy_of(case),
            self.meeting(review.sitting) if review and review.sitting else none,
            self.meeting(review.subject_to) if review and review.subject_to else none,
        )
