"""One sitting by itself: what may be published, who takes part, when it is quorate, and what a vote carries."""

from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import Any

import pytest

from domain.calendar.published import SittingKind
from domain.calendar.state import Sitting
from domain.meeting import commands as m
from domain.meeting import events
from domain.meeting.commands import Attended, Cast
from domain.meeting.decide import decide
from domain.meeting.events import Place, ReportRef, Verb
from domain.meeting.rules import Known, OnList
from domain.meeting.state import Meeting, blank, evolve
from domain.people.offices import DEMOCRATIC_SERVICES, PMO, Membership
from domain.routing.cpca_2024 import BOARD, COMMITTEE, CPCA_2024, PANEL
from domain.rules import Asked, Refused
from domain.words import BodyId, CaseId, CycleId, Hand, PersonId, SittingId, Text, TextId
from tests.domain.published_year import DAYS
from tests.dsl import moment

DEE = Hand(PersonId("dee"), DEMOCRATIC_SERVICES)
DAI = Hand(PersonId("dai"), DEMOCRATIC_SERVICES)
PAT = Hand(PersonId("pat"), PMO)
RIVER, HILL = CaseId("river"), CaseId("hill")
HELD, DUE = date(2024, 12, 16), date(2024, 12, 6)
ON_TIME, ON_THE_DAY = "6 December 2024 at 15:00", "16 December 2024 at 16:00"
WORDS = Text("For reasons that are kept beside the ledger.")
SITTING = Sitting(
    SittingId("investment_committee/2024-12"), COMMITTEE, HELD, DUE, SittingKind.ORDINARY, CycleId("2024-12")
)
COUNCILS = tuple(PersonId(name) for name in ("alder", "birch", "cedar", "elm", "hazel"))
MAY, JAY = PersonId("may"), PersonId("jay")
SEATS = (
    (MAY, Membership.MAYOR),
    *((person, Membership.CONSTITUENT) for person in COUNCILS),
    (JAY, Membership.NON_VOTING),
)


def on_list(case: CaseId, cleared: bool = True) -> OnList:
    """A case listed to the sitting, its report cleared or not."""
    return OnList(case, ReportRef(f"hash-of-{case}") if cleared else None)


def known_of(body: BodyId = COMMITTEE, **changes: Any) -> Known:
    """What a sitting of a body sees: both cases listed and cleared, unless something else is said."""
    seen = Known(replace(SITTING, body=body), CPCA_2024.body(body), DAYS, CPCA_2024.settings, (on_list(RIVER),), SEATS)
    return replace(seen, **changes)


@dataclass(frozen=True, slots=True)
class Given:
    """A sitting as it stands, and what is known beside it."""

    meeting: Meeting
    known: Known

    def when(self, command: Any, at: str, by: Hand = DEE) -> tuple[events.MeetingEvent, ...]:
        """The facts of a command. Raises Refused."""
        return decide(Asked(self.meeting, command, by, moment(at), self.known))

    def refused(self, command: Any, at: str, by: Hand = DEE) -> list[str]:
        """The rules that a command breaks."""
        with pytest.raises(Refused) as no:
            self.when(command, at, by)
        return [rule.name.removeprefix("meeting.") for rule in no.value.rules]

    def then(self, command: Any, at: str, by: Hand = DEE) -> "Given":
        """The sitting after a command."""
        return replace(self, meeting=reduce(evolve, self.when(command, at, by), self.meeting))


def given(body: BodyId = COMMITTEE, **changes: Any) -> Given:
    """A sitting of which nothing has been recorded."""
    return Given(blank(), known_of(body, **changes))


def held(*who: PersonId, body: BodyId = COMMITTEE, **changes: Any) -> Given:
    """A sitting that some attended, in the room."""
    sitting = given(body, **changes)
    present = tuple(map(Attended, who))
    return sitting.then(m.RecordAttendance(SITTING.id, present), ON_THE_DAY)


def approve(*cases: CaseId, votes: Cast | None = None, matter: str = "") -> m.Resolve:
    """One resolution that approves some cases."""
    return m.Resolve(tuple((case, Verb("approve")) for case in cases), votes, matter)


# Agendas


def test_an_agenda_carries_every_cleared_case_and_the_days_that_were_counted() -> None:
    """Published without naming items, an agenda takes what is cleared, and says which clear days it leaves."""
    sitting = given(listed=(on_list(RIVER), on_list(HILL, cleared=False)))
    (published,) = sitting.when(m.PublishAgenda(SITTING.id), ON_TIME)
    assert published.version == 1
    assert [(item.case, item.report) for item in published.items] == [(RIVER, "hash-of-river")]
    assert [day.day for day in published.clear_days] == [9, 10, 11, 12, 13]


def test_a_supplement_takes_only_what_is_not_out() -> None:
    """The second publication is version 2 and holds the cases that became ready since."""
    sitting = given(listed=(on_list(RIVER), on_list(HILL, cleared=False)))
    sitting = sitting.then(m.PublishAgenda(SITTING.id), "4 December 2024")
    sitting = replace(sitting, known=replace(sitting.known, listed=(on_list(RIVER), on_list(HILL))))
    (supplement,) = sitting.when(m.PublishAgenda(SITTING.id), ON_TIME)
    assert (supplement.version, [item.case for item in supplement.items]) == (2, [HILL])


def test_an_item_published_again_by_name_replaces_its_version() -> None:
    """Naming an item publishes the version that stands now beside the one that was out."""
    sitting = given().then(m.PublishAgenda(SITTING.id), "4 December 2024")
    newer = OnList(RIVER, ReportRef("hash-anew"))
    sitting = replace(sitting, known=replace(sitting.known, listed=(newer,)))
    assert sitting.refused(m.PublishAgenda(SITTING.id), ON_TIME) == ["something"]
    item = sitting.then(m.PublishAgenda(SITTING.id, (RIVER,)), ON_TIME).meeting.item(RIVER)
    assert item == events.AgendaItem(RIVER, ReportRef("hash-anew"))


@pytest.mark.parametrize("at", ["9 December 2024 at 00:00", "10 December 2024", "16 December 2024 at 09:00"])
def test_an_agenda_that_leaves_four_clear_days_is_refused(at: str) -> None:
    """Five clear working days or none: a day late is too late."""
    assert given().refused(m.PublishAgenda(SITTING.id), at) == ["clear_days"]


@pytest.mark.parametrize("at", ["7 December 2024", "8 December 2024 at 23:59:59"])
def test_the_weekend_before_still_leaves_five_clear_days(at: str) -> None:
    """The law counts working days: a Saturday or Sunday publication leaves as many as the Friday's."""
    assert given().when(m.PublishAgenda(SITTING.id), at)


def test_a_meeting_convened_at_shorter_notice_is_lawful_from_then() -> None:
    """Where the meeting was lawfully convened late, its agenda is lawful on the day it was convened."""
    late = given(sitting=replace(SITTING, convened=date(2024, 12, 12)))
    assert late.when(m.PublishAgenda(SITTING.id), "12 December 2024")
    assert late.refused(m.PublishAgenda(SITTING.id), "13 December 2024") == ["clear_days"]


def test_the_panel_takes_cases_without_reports_and_at_any_notice() -> None:
    """The officers' panel has no statutory minimum, and its cases need no cleared report."""
    panel = given(PANEL, listed=(on_list(RIVER, cleared=False),))
    (published,) = panel.when(m.PublishAgenda(SITTING.id), "16 December 2024 at 08:00", PAT)
    assert [item.report for item in published.items] == [""]


@pytest.mark.parametrize(
    ("changes", "items", "names"),
    [
        ({"listed": ()}, (), ["something"]),
        ({"listed": (on_list(RIVER, cleared=False),)}, (), ["cleared"]),
        ({"listed": (on_list(RIVER, cleared=False),)}, (RIVER,), ["cleared"]),
        ({}, (HILL,), ["listed", "something"]),
        ({"sitting": replace(SITTING, cancelled=True)}, (), ["sitting"]),
        ({"sitting": None}, (), ["sitting"]),
    ],
)
def test_what_is_not_published(changes: dict[str, Any], items: tuple[CaseId, ...], names: list[str]) -> None:
    """Nothing that is not listed or not cleared goes out, nor anything for a sitting that is not to be held."""
    sitting = given(**changes)
    if names == ["listed", "something"]:
        sitting = sitting.then(m.PublishAgenda(SITTING.id), "4 December 2024")
    assert sitting.refused(m.PublishAgenda(SITTING.id, items), ON_TIME)[: len(names)] == names


def test_no_agenda_after_the_day() -> None:
    """A sitting that has been held has no agenda any more."""
    assert "not_held" in given().refused(m.PublishAgenda(SITTING.id), "17 December 2024")


# Notices and urgency


def test_public_notice_is_given_once_and_before_the_agenda_which_counts_as_one() -> None:
    """The notice of the meeting is a separate act, unless its agenda gave it."""
    noticed = given().then(m.GivePublicNotice(SITTING.id), "2 December 2024")
    assert noticed.meeting.notice_on == date(2024, 12, 2)
    assert noticed.refused(m.GivePublicNotice(SITTING.id), "3 December 2024") == ["not_noticed"]
    out = given().then(m.PublishAgenda(SITTING.id), ON_TIME)
    assert out.refused(m.GivePublicNotice(SITTING.id), "6 December 2024 at 16:00") == ["not_noticed"]


def test_a_cancellation_is_noticed_where_an_agenda_was_out_and_once() -> None:
    """A published agenda gets a cancellation notice; a meeting nobody was told of needs none."""
    cancelled = replace(SITTING, cancelled=True)
    assert given(sitting=cancelled).refused(m.PublishCancellation(SITTING.id), ON_TIME) == ["was_published"]
    out = given().then(m.PublishAgenda(SITTING.id), ON_TIME)
    assert out.refused(m.PublishCancellation(SITTING.id), "9 December 2024") == ["was_published"]
    off = replace(out, known=replace(out.known, sitting=cancelled))
    off = off.then(m.PublishCancellation(SITTING.id), "9 December 2024")
    assert off.meeting.cancellation_noticed
    assert off.refused(m.PublishCancellation(SITTING.id), "9 December 2024") == ["was_published"]


def test_an_urgent_item_is_carried_with_the_chairs_reasons() -> None:
    """An item that stands on no agenda is taken where the chair ruled it urgent, for reasons that are recorded."""
    assert not given().meeting.carries(RIVER)
    ruled = given().then(m.RuleUrgent(SITTING.id, RIVER, WORDS), "13 December 2024")
    assert ruled.meeting.carries(RIVER)
    assert given().refused(m.RuleUrgent(SITTING.id, HILL, Text("")), "13 December 2024") == ["on_list", "reasons"]


# Attendance and quorum


def test_attendance_takes_each_ones_class_from_their_seat() -> None:
    """Who sits as what is known from the appointments; for somebody else it is stated."""
    sitting = given()
    guest = Attended(PersonId("guest"), Membership.CO_OPTED)
    (recorded,) = sitting.when(m.RecordAttendance(SITTING.id, (Attended(MAY), guest)), ON_THE_DAY)
    assert [p.membership for p in recorded.present] == [Membership.MAYOR, Membership.CO_OPTED]
    stranger = m.RecordAttendance(SITTING.id, (Attended(PersonId("stranger")),))
    assert sitting.refused(stranger, ON_THE_DAY) == ["members"]


def test_attendance_recorded_again_replaces_what_was_recorded() -> None:
    """The last word on who attended is the one that counts."""
    sitting = held(MAY).then(m.RecordAttendance(SITTING.id, (Attended(JAY),), (MAY,)), ON_THE_DAY)
    assert [p.person for p in sitting.meeting.present] == [JAY]


@pytest.mark.parametrize(
    ("present", "apologies", "name"),
    [
        ((Attended(MAY), Attended(MAY)), (), "each_once"),
        ((Attended(MAY),), (MAY,), "each_once"),
        ((Attended(MAY), Attended(JAY, substitutes_for=MAY)), (), "substitute"),
        ((Attended(MAY, substitutes_for=COUNCILS[0]), Attended(JAY, substitutes_for=COUNCILS[0])), (), "substitute"),
    ],
)
def test_nobody_is_there_twice(present: tuple[Attended, ...], apologies: tuple[PersonId, ...], name: str) -> None:
    """A person is present or absent, once; a substitute takes one empty seat."""
    assert given().refused(m.RecordAttendance(SITTING.id, present, apologies), ON_THE_DAY) == [name]


def test_attendance_waits_for_the_day() -> None:
    """Nobody has attended a sitting that has not begun."""
    assert given().refused(m.RecordAttendance(SITTING.id, (Attended(MAY),)), ON_TIME) == ["held"]


def test_quorum_is_counted_on_the_item_without_those_who_left_it() -> None:
    """Four who count are enough for the committee; the one who leaves an item is missing on that item only."""
    sitting = held(*COUNCILS[:4], listed=(on_list(RIVER), on_list(HILL)))
    sitting = sitting.then(m.DeclareInterest(SITTING.id, RIVER, COUNCILS[0]), ON_THE_DAY)
    assert sitting.refused(approve(RIVER), ON_THE_DAY) == ["quorum"]
    (resolved,) = sitting.when(approve(HILL), ON_THE_DAY)
    assert resolved.taking_part == COUNCILS[:4]


def test_a_declaration_made_again_replaces_the_first() -> None:
    """Who first left and then was found to have stayed is counted."""
    sitting = held(*COUNCILS[:4]).then(m.DeclareInterest(SITTING.id, RIVER, COUNCILS[0]), ON_THE_DAY)
    sitting = sitting.then(m.DeclareInterest(SITTING.id, RIVER, COUNCILS[0], leaves=False), ON_THE_DAY)
    assert sitting.when(approve(RIVER), ON_THE_DAY)


@pytest.mark.parametrize(("counts", "names"), [(False, ["quorum"]), (True, [])])
def test_remote_attendance_counts_only_where_the_policy_says_so(counts: bool, names: list[str]) -> None:
    """By default those who attend remotely neither count nor vote; a setting lets them."""
    sitting = given(settings=replace(CPCA_2024.settings, remote_counts=counts))
    present = (*map(Attended, COUNCILS[:3]), Attended(MAY, place=Place.REMOTE))
    sitting = sitting.then(m.RecordAttendance(SITTING.id, present), ON_THE_DAY)
    command = approve(RIVER)
    assert (sitting.refused(command, ON_THE_DAY) if names else []) == names
    assert counts is False or len(sitting.when(command, ON_THE_DAY)[0].taking_part) == 4


def test_an_authority_may_want_attendance_before_any_outcome() -> None:
    """Without a recorded attendance an outcome is taken, unless the policy asks for it first."""
    assert given().when(approve(RIVER), ON_THE_DAY)
    strict = given(settings=replace(CPCA_2024.settings, attendance_before_outcome=True))
    assert strict.refused(approve(RIVER), ON_THE_DAY) == ["attendance"]


def test_nobody_takes_part_in_their_own_case() -> None:
    """Somebody whose case it is leaves the item, or it is not taken."""
    bound = frozenset({(RIVER, COUNCILS[0])})
    sitting = held(*COUNCILS, bound=bound)
    assert sitting.refused(approve(RIVER), ON_THE_DAY) == ["leaves"]
    left = sitting.then(m.DeclareInterest(SITTING.id, RIVER, COUNCILS[0]), ON_THE_DAY)
    assert left.when(approve(RIVER), ON_THE_DAY)


# Votes


@pytest.mark.parametrize(
    ("votes", "names"),
    [
        (Cast(5), []),
        (Cast(3, 2), []),
        (Cast(1, 0, 4), []),
        (Cast(2, 2, 1), ["carried"]),
        (Cast(2, 3), ["carried"]),
        (Cast(0, 0, 5), ["carried"]),
        (Cast(4, 2), ["votes"]),
    ],
)
def test_a_simple_majority_of_those_voting(votes: Cast, names: list[str]) -> None:
    """More for than against carries; a tie does not, abstentions are no votes, and nobody votes twice."""
    sitting = held(*COUNCILS)
    command = approve(RIVER, votes=votes)
    assert (sitting.refused(command, ON_THE_DAY) if names else []) == names
    assert names or sitting.when(command, ON_THE_DAY)


@pytest.mark.parametrize(
    ("votes", "names"),
    [
        (Cast(6), []),
        (Cast(4, 2, 0, (MAY, *COUNCILS[:3])), []),
        (Cast(4, 2, 0, COUNCILS[:4]), ["carried"]),
        (Cast(4, 2), ["carried"]),
        (Cast(3, 3, 0, (MAY, *COUNCILS[:2])), ["carried"]),
    ],
)
def test_the_boards_majority_includes_the_mayor_or_deputy(votes: Cast, names: list[str]) -> None:
    """Where not all were in favour, the record must show that the Mayor or deputy was."""
    sitting = held(MAY, *COUNCILS, body=BOARD)
    command = approve(RIVER, votes=votes)
    assert (sitting.refused(command, ON_THE_DAY) if names else []) == names


def test_a_listed_matter_needs_two_thirds() -> None:
    """Four to two is two thirds, and three to two is not, on a matter listed as needing them."""
    sitting = held(MAY, *COUNCILS, body=BOARD)
    assert sitting.when(approve(RIVER, votes=Cast(4, 2), matter="two_thirds"), ON_THE_DAY)
    short = approve(RIVER, votes=Cast(3, 2, 1), matter="two_thirds")
    assert sitting.refused(short, ON_THE_DAY) == ["carried"]


def test_one_resolution_holds_all_its_items_and_its_ballot() -> None:
    """Several cases in one item are one resolution, dated on the day of the sitting."""
    sitting = held(*COUNCILS, listed=(on_list(RIVER), on_list(HILL)))
    (resolved,) = sitting.when(approve(RIVER, HILL, votes=Cast(4, 1)), "18 December 2024")
    assert resolved.on == HELD
    assert [item.case for item in resolved.items] == [RIVER, HILL]
    assert (resolved.ballot.in_favour, resolved.ballot.against) == (4, 1)


def test_a_vote_is_put_right_by_two_people() -> None:
    """A correction is proposed with a reason and confirmed by another; the ballot that counts is the corrected one."""
    sitting = held(*COUNCILS).then(approve(RIVER, votes=Cast(5)), ON_THE_DAY)
    assert sitting.refused(m.ConfirmVote(SITTING.id), ON_THE_DAY) == ["vote_proposed"]
    assert sitting.refused(m.CorrectVote(SITTING.id, HILL, Cast(4), Text("")), ON_THE_DAY) == ["has_vote", "reasons"]
    assert sitting.refused(m.CorrectVote(SITTING.id, RIVER, Cast(5, 1), WORDS), ON_THE_DAY) == ["corrected_votes"]
    sitting = sitting.then(m.CorrectVote(SITTING.id, RIVER, Cast(4, 1), WORDS), ON_THE_DAY)
    assert sitting.refused(m.ConfirmVote(SITTING.id), ON_THE_DAY, DEE) == ["second"]
    sitting = sitting.then(m.ConfirmVote(SITTING.id), ON_THE_DAY, DAI)
    assert sitting.meeting.resolution(RIVER).ballot == events.Ballot(4, 1, 0, (Membership.CONSTITUENT,) * 5)
    assert sitting.meeting.proposed is None


def test_the_state_folds_whatever_was_recorded() -> None:
    """Replay asks no rule: facts that would be refused today are folded all the same."""
    facts = (
        events.AgendaPublished(DEE, date(2024, 12, 13), 1, (events.AgendaItem(RIVER, ReportRef("old")),), ()),
        events.InterestDeclared(DEE, COUNCILS[0], RIVER, True, TextId("")),
        events.Resolved(DEE, HELD, (events.ItemOutcome(RIVER, Verb("approve")),), None, TextId(""), ()),
    )
    meeting = reduce(evolve, facts, blank())
    assert meeting.carries(RIVER)
    assert meeting.left(RIVER) == {COUNCILS[0]}
    assert meeting.resolution(RIVER) is facts[2]
