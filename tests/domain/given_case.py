"""A case by itself, as its tests speak: given what happened, when something is asked, then facts or a refusal."""

from dataclasses import dataclass, replace
from functools import cache, reduce
from typing import Any

from domain.case import commands, events
from domain.case.decide import decide
from domain.case.evolve import evolve
from domain.case.known import Known
from domain.case.state import review_of, standing
from domain.people import offices as of
from domain.routing.cpca_2024 import CPCA_2024
from domain.routing.kinds import Figures, Kind
from domain.rules import Asked, Refused
from domain.words import CaseId, CycleId, Hand, OrganisationId, PersonId, Text, TextId, pounds
from tests.domain.published_year import published_calendar
from tests.dsl import moment

ANN = Hand(PersonId("ann"), of.PROJECT_MANAGER)
PAT = Hand(PersonId("pat"), of.PMO)
PIP = Hand(PersonId("pip"), of.PMO)
CLEO = Hand(PersonId("cleo"), of.CHIEF_EXECUTIVE)
DEE = Hand(PersonId("dee"), of.DEMOCRATIC_SERVICES)
DAI = Hand(PersonId("dai"), of.DEMOCRATIC_SERVICES)
MOE = Hand(PersonId("moe"), of.MONITORING_OFFICER)

CASE, AUTHORITY = CaseId("a-case"), OrganisationId("authority")
NOVEMBER, DECEMBER, JANUARY = CycleId("2024-11"), CycleId("2024-12"), CycleId("2025-01")
WORDS = Text("For reasons that are kept beside the ledger.")
PEOPLE = frozenset(hand.person for hand in (ANN, PAT, PIP, CLEO, DEE, DAI, MOE))


@cache
def known() -> Known:
    """The published year, the first policy, and nothing that clashes."""
    return Known(published_calendar(), CPCA_2024, people=PEOPLE, published=True)


@dataclass(frozen=True, slots=True)
class Happened:
    """What a command led to: its facts and the case after them, or the rules that said no."""

    facts: tuple[Any, ...]
    case: Any
    no: Refused | None = None

    def then(self, *kinds: type) -> "Happened":
        """Exactly these kinds of fact followed, in this order."""
        if self.no:
            raise self.no
        assert [type(fact) for fact in self.facts] == list(kinds)
        return self

    def refused(self, *names: str) -> None:
        """It was refused by exactly these rules."""
        assert self.no is not None, f"nothing was refused, and these followed: {self.facts}"
        assert [rule.name for rule in self.no.rules] == list(names)

    def stands(self, word: str) -> "Happened":
        """The case now stands so."""
        assert standing(self.case) == word
        return self

    @property
    def review(self) -> Any:
        """The case's review, after it."""
        return review_of(self.case)

    def fact(self, kind: type) -> Any:
        """The one fact of a kind that followed."""
        [found] = [fact for fact in self.facts if isinstance(fact, kind)]
        return found


@dataclass(frozen=True, slots=True)
class Given:
    """A case as it stands, and what is known beside it."""

    case: Any
    known: Known

    def knowing(self, **beside: Any) -> "Given":
        """The same with other things known."""
        return Given(self.case, replace(self.known, **beside))

    def after(self, *facts: Any) -> "Given":
        """The same after more facts."""
        return Given(reduce(evolve, facts, self.case), self.known)

    def when(self, command: Any, by: Hand, at: str) -> Happened:
        """What follows from a command, or what forbids it."""
        try:
            facts = decide(self.asked(command, by, at))
        except Refused as no:
            return Happened((), self.case, no)
        return Happened(facts, reduce(evolve, facts, self.case))

    def asked(self, command: Any, by: Hand, at: str) -> Asked[Any, Any, Known]:
        """What a rule or a move is given."""
        return Asked(self.case, command, by, moment(at), self.known)

    def and_then(self, command: Any, by: Hand, at: str) -> "Given":
        """The same after a command that nothing forbids."""
        happened = self.when(command, by, at)
        if happened.no:
            raise happened.no
        return Given(happened.case, self.known)


def given(value: str = "£400,000", kind: Kind = Kind.BUSINESS_CASE) -> Given:
    """A draft by Ann that lacks nothing."""
    drafted = events.Drafted(
        ANN, CASE, events.Reference("SAF-2024-0001"), kind, AUTHORITY, None, TextId("t"), TextId("")
    )
    sums = Figures.of(pounds(value))
    facts = (
        events.Valued(ANN, None, sums, sums.authority_contribution),
        events.EntryGiven(ANN, events.EntryLine.CORPORATE_PLAN, None, TextId("line 12")),
    )
    return Given(reduce(evolve, facts, evolve(None, drafted)), known())


def submitted(value: str = "£400,000", kind: Kind = Kind.BUSINESS_CASE) -> Given:
    """In triage, for the cycle of November."""
    return given(value, kind).and_then(commands.Submit(CASE), ANN, "14 October 2024")


def accepted(value: str = "£400,000", kind: Kind = Kind.BUSINESS_CASE) -> Given:
    """Listed to the panel of 24 October 2024."""
    return submitted(value, kind).and_then(commands.Accept(CASE), PAT, "15 October 2024")


def recommended(value: str = "£400,000", kind: Kind = Kind.BUSINESS_CASE) -> Given:
    """With whoever acts after the panel."""
    return accepted(value, kind).and_then(commands.Recommend(CASE), PAT, "24 October 2024")
