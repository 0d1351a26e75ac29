"""People, appointments and dated deputising."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter

from domain.people.commands import (
    AddPerson,
    Appoint,
    Deputise,
    EndAppointment,
    EndDeputising,
    ReplaceCard,
    SetUpAdministrator,
)
from domain.people.decide import (
    add_person,
    appoint,
    deputise,
    end_appointment,
    end_deputising,
    replace_card,
    set_up_administrator,
)
from domain.people.events import Appointed, PersonAdded
from domain.people.offices import (
    ADMINISTRATOR,
    CHIEF_EXECUTIVE,
    FINANCE,
    KNOWN_OFFICES,
    LEGAL,
    MEMBER,
    OFFICES,
    PANEL_MEMBER,
    PMO,
    SHARED_SERVICE,
    Membership,
)
from domain.people.state import Offices, evolve, nobody
from domain.rules import Asked, Refused
from domain.words import BodyId, Hand, OfficeId, OrganisationId, PersonId, ServiceId, Text, TextId

ADA, ANN, BEN, CAT, DAN = (PersonId(name) for name in ("ada", "ann", "ben", "cat", "dan"))
BOARD, COMMITTEE = BodyId("board"), BodyId("investment_committee")
TODAY = date(2024, 7, 1)
SPRING = date(2024, 4, 1)
DECIDERS: dict[type, Callable[[Any], tuple[Any, ...]]] = {
    SetUpAdministrator: set_up_administrator,
    AddPerson: add_person,
    ReplaceCard: replace_card,
    Appoint: appoint,
    EndAppointment: end_appointment,
    Deputise: deputise,
    EndDeputising: end_deputising,
}


def facts(offices: Offices, command: Any, bodies: frozenset[BodyId] | None = None, on: date = TODAY) -> tuple[Any, ...]:
    """What follows from a command asked at noon."""
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    return DECIDERS[type(command)](Asked(offices, command, Hand(ADA, ADMINISTRATOR), at, bodies))


def after(*commands: Any, offices: Offices | None = None) -> Offices:
    """The offices once several commands have been carried out."""
    now = offices or nobody()
    for command in commands:
        for fact in facts(now, command):
            now = evolve(now, fact)
    return now


def refused(offices: Offices, command: Any, bodies: frozenset[BodyId] | None = None) -> set[str]:
    """The names of the rules that forbid a command."""
    with pytest.raises(Refused) as broken:
        facts(offices, command, bodies)
    return {rule.name for rule in broken.value.rules}


@pytest.fixture
def staff() -> Offices:
    """Ada administers; Ann is in the PMO, Ben is Chief Executive, Cat and Dan hold nothing."""
    people = [AddPerson(person, Text(f"card-{person}")) for person in (ANN, BEN, CAT, DAN)]
    return after(
        SetUpAdministrator(ADA, Text("card-ada"), SPRING),
        *people,
        Appoint(ANN, PMO, SPRING),
        Appoint(BEN, CHIEF_EXECUTIVE, SPRING),
    )


def test_the_first_administrator_is_made_once() -> None:
    """On an empty ledger anybody becomes administrator without an end; after that nobody does so again."""
    command = SetUpAdministrator(ADA, Text("card-ada"), SPRING, organisation=OrganisationId("authority"))
    first, second = facts(nobody(), command)
    assert isinstance(first, PersonAdded)
    assert (first.card, first.organisation) == (TextId("card-ada"), "authority")
    assert isinstance(second, Appointed)
    assert (second.appointment.office, second.appointment.ends) == (ADMINISTRATOR, None)
    again = replace(command, person=ANN)
    assert refused(after(command), again) == {"nobody_yet"}


def test_a_person_is_added_once_with_a_name() -> None:
    """A person needs an id and a name, and is added only once."""
    known = after(AddPerson(ANN, Text("card"), Text("mail")))
    assert (known.people[ANN].card, known.people[ANN].email) == ("card", "mail")
    assert refused(known, AddPerson(ANN, Text("other"))) == {"new"}
    assert refused(known, AddPerson(PersonId(" "), Text(""))) == {"identified", "named"}


def test_a_name_can_be_put_right() -> None:
    """A known person's card is replaced; an unknown person has none to replace."""
    known = after(AddPerson(ANN, Text("card")), ReplaceCard(ANN, Text("newer"), organisation=OrganisationId("city")))
    assert (known.people[ANN].card, known.people[ANN].organisation) == ("newer", "city")
    assert refused(known, ReplaceCard(BEN, Text("card"))) == {"known"}


def test_an_appointment_runs_from_its_first_to_its_last_day(staff: Offices) -> None:
    """Both days are included, and the day before and the day after are not."""
    offices = after(Appoint(CAT, LEGAL, date(2024, 7, 8), date(2024, 7, 12)), offices=staff)
    days = [day for day in range(1, 32) if offices.holds(CAT, LEGAL, date(2024, 7, day))]
    assert days == [8, 9, 10, 11, 12]
    assert offices.holders(LEGAL, date(2024, 7, 8)) == (CAT,)


@pytest.mark.parametrize(
    ("command", "rules"),
    [
        (Appoint(PersonId("eve"), PMO, TODAY), {"known"}),
        (Appoint(CAT, OfficeId("wizard"), TODAY), {"office_exists"}),
        (Appoint(CAT, PMO, TODAY, SPRING), {"not_backwards"}),
        (Appoint(ANN, PMO, TODAY), {"nobody_twice"}),
        (Appoint(CAT, MEMBER, TODAY), {"member_of_a_body"}),
        (Appoint(CAT, MEMBER, TODAY, body=BOARD), {"member_of_a_body"}),
        (Appoint(CAT, SHARED_SERVICE, TODAY), {"service_named"}),
        (Appoint(CAT, PANEL_MEMBER, TODAY, body=BodyId("bored")), {"body_exists"}),
    ],
)
def test_appointments_that_are_refused(staff: Offices, command: Appoint, rules: set[str]) -> None:
    """Each thing that makes an appointment senseless is refused by its own rule."""
    assert refused(staff, command, frozenset({BOARD, COMMITTEE})) == rules


def test_every_broken_rule_is_listed(staff: Offices) -> None:
    """An appointment wrong in three ways is refused three times at once, each with a source."""
    wrong = Appoint(PersonId("eve"), OfficeId("wizard"), TODAY, SPRING)
    assert refused(staff, wrong) == {"known", "office_exists", "not_backwards"}


def test_an_office_is_held_again_after_it_ended(staff: Offices) -> None:
    """Two appointments to the same office may follow one another, but not share a day."""
    ended = after(EndAppointment(ANN, PMO, date(2024, 7, 31)), offices=staff)
    assert refused(ended, Appoint(ANN, PMO, date(2024, 7, 31))) == {"nobody_twice"}
    again = after(Appoint(ANN, PMO, date(2024, 8, 1)), offices=ended)
    assert again.holds(ANN, PMO, date(2024, 7, 31))
    assert again.holds(ANN, PMO, date(2024, 8, 1))


def test_an_appointment_not_begun_is_called_off(staff: Offices) -> None:
    """Ended before its first day while that day is to come, an appointment never begins."""
    offices = after(Appoint(CAT, PMO, date(2024, 9, 1)), EndAppointment(CAT, PMO, date(2024, 8, 31)), offices=staff)
    assert not offices.holds(CAT, PMO, date(2024, 9, 1))


def test_what_was_held_stays_held(staff: Offices) -> None:
    """An appointment that has begun cannot be ended before its first day, nor one ended that is not there."""
    assert refused(staff, EndAppointment(ANN, PMO, date(2024, 3, 31))) == {"not_undone"}
    assert refused(staff, EndAppointment(CAT, PMO, TODAY)) == {"appointed"}


def test_the_last_administrator_stays(staff: Offices) -> None:
    """An administrator goes only when another remains without an end."""
    assert refused(staff, EndAppointment(ADA, ADMINISTRATOR, TODAY)) == {"administrator_remains"}
    for_a_while = after(Appoint(ANN, ADMINISTRATOR, TODAY, date(2024, 12, 31)), offices=staff)
    assert refused(for_a_while, EndAppointment(ADA, ADMINISTRATOR, TODAY)) == {"administrator_remains"}
    later = after(Appoint(ANN, ADMINISTRATOR, date(2024, 7, 3)), offices=staff)
    assert refused(later, EndAppointment(ADA, ADMINISTRATOR, TODAY)) == {"administrator_remains"}
    gone = after(EndAppointment(ADA, ADMINISTRATOR, date(2024, 7, 2)), offices=later)
    assert gone.holders(ADMINISTRATOR, date(2024, 7, 3)) == (ANN,)
    assert refused(gone, EndAppointment(ANN, ADMINISTRATOR, date(2024, 8, 1))) == {"administrator_remains"}


def test_a_person_acts_in_their_own_office_first(staff: Offices) -> None:
    """Of several offices allowed, a person's own comes before one they deputise in, in the table's order."""
    offices = after(Appoint(CAT, FINANCE, SPRING), Deputise(PMO, ANN, CAT, TODAY, date(2024, 7, 5)), offices=staff)
    assert offices.hand(CAT, {PMO, FINANCE}, TODAY) == Hand(CAT, FINANCE)
    assert offices.hand(CAT, [PMO], TODAY) == Hand(CAT, PMO, ANN)
    assert offices.hands(CAT, {PMO, FINANCE}, TODAY) == (Hand(CAT, FINANCE), Hand(CAT, PMO, ANN))
    assert offices.hand(CAT, {CHIEF_EXECUTIVE}, TODAY) is None
    both = after(Appoint(ADA, PMO, SPRING), offices=offices)
    assert both.hand(ADA, KNOWN_OFFICES, TODAY) == Hand(ADA, PMO)


def test_deputising_is_dated(staff: Offices) -> None:
    """A deputy acts from the first to the last day, and the hand says for whom."""
    offices = after(Deputise(CHIEF_EXECUTIVE, BEN, CAT, date(2024, 7, 8), date(2024, 7, 12)), offices=staff)
    days = [day for day in range(1, 32) if offices.hand(CAT, {CHIEF_EXECUTIVE}, date(2024, 7, day))]
    assert days == [8, 9, 10, 11, 12]
    assert offices.able(CHIEF_EXECUTIVE, date(2024, 7, 8)) == (BEN, CAT)
    assert offices.able(CHIEF_EXECUTIVE, TODAY) == (BEN,)
    assert offices.holders(CHIEF_EXECUTIVE, date(2024, 7, 8)) == (BEN,)


def test_deputising_does_not_cascade(staff: Offices) -> None:
    """A deputy is no holder: nobody can be named to stand in for them."""
    offices = after(Deputise(PMO, ANN, CAT, TODAY, date(2024, 7, 31)), offices=staff)
    assert refused(offices, Deputise(PMO, CAT, DAN, TODAY, date(2024, 7, 31))) == {"holds_it_themselves"}


def test_a_deputy_acts_only_while_the_office_is_held(staff: Offices) -> None:
    """When the person stood in for leaves the office, their deputy's power goes with it."""
    offices = after(
        Deputise(PMO, ANN, CAT, TODAY, date(2024, 7, 31)), EndAppointment(ANN, PMO, date(2024, 7, 10)), offices=staff
    )
    assert offices.hand(CAT, {PMO}, date(2024, 7, 10)) == Hand(CAT, PMO, ANN)
    assert offices.hand(CAT, {PMO}, date(2024, 7, 11)) is None


@pytest.mark.parametrize(
    ("command", "rules"),
    [
        (Deputise(PMO, ANN, ANN, TODAY, TODAY), {"somebody_else"}),
        (Deputise(PMO, ANN, CAT, TODAY, SPRING), {"not_backwards"}),
        (Deputise(LEGAL, ANN, CAT, TODAY, TODAY), {"holds_it_themselves"}),
        (Deputise(PMO, ANN, PersonId("eve"), TODAY, TODAY), {"both_known"}),
        (Deputise(PMO, PersonId("eve"), CAT, TODAY, TODAY), {"both_known", "holds_it_themselves"}),
    ],
)
def test_deputising_that_is_refused(staff: Offices, command: Deputise, rules: set[str]) -> None:
    """Each thing that makes a deputising senseless is refused by its own rule."""
    assert refused(staff, command) == rules


def test_a_deputising_is_named_once_and_can_be_ended(staff: Offices) -> None:
    """The same deputising may not overlap itself; ended early, it stops after its last day."""
    offices = after(Deputise(PMO, ANN, CAT, TODAY, date(2024, 7, 31)), offices=staff)
    assert refused(offices, Deputise(PMO, ANN, CAT, date(2024, 7, 31), date(2024, 8, 2))) == {"deputised_once"}
    ended = after(EndDeputising(PMO, ANN, CAT, date(2024, 7, 3)), offices=offices)
    assert ended.hand(CAT, {PMO}, date(2024, 7, 3))
    assert ended.hand(CAT, {PMO}, date(2024, 7, 4)) is None
    assert refused(ended, EndDeputising(PMO, ANN, CAT, date(2024, 7, 4))) == {"deputises"}
    assert refused(offices, EndDeputising(PMO, ANN, CAT, SPRING)) == {"not_undone"}


def test_named_substitutes_sit_apart_from_members(staff: Offices) -> None:
    """A substitute is named for a member of the body, and is not counted among its members."""
    member = Appoint(CAT, MEMBER, SPRING, body=BOARD, membership=Membership.CONSTITUENT)
    named = replace(member, person=DAN, substitutes_for=CAT)
    assert refused(staff, named) == {"substitute_for_a_member"}
    offices = after(member, named, offices=staff)
    assert [a.person for a in offices.members(BOARD, TODAY)] == [CAT]
    assert [(a.person, a.substitutes_for) for a in offices.substitutes(BOARD, TODAY)] == [(DAN, CAT)]
    assert refused(offices, replace(member, person=DAN)) == {"member_or_substitute"}
    assert "substitute_on_a_body" in refused(offices, replace(member, substitutes_for=CAT))
    assert refused(offices, Deputise(MEMBER, CAT, ANN, TODAY, TODAY)) == {"members_have_substitutes"}


def test_a_person_may_sit_on_two_bodies(staff: Offices) -> None:
    """Membership of the Board and of the committee are two appointments, each ended by itself."""
    board = Appoint(CAT, MEMBER, SPRING, body=BOARD, membership=Membership.MAYOR)
    offices = after(board, replace(board, body=COMMITTEE), EndAppointment(CAT, MEMBER, TODAY, BOARD), offices=staff)
    tomorrow = date(2024, 7, 2)
    assert offices.members(BOARD, tomorrow) == ()
    assert [a.membership for a in offices.members(COMMITTEE, tomorrow)] == [Membership.MAYOR]


def test_a_shared_service_has_its_officers(staff: Offices) -> None:
    """An officer answers for the service they are appointed to and for no other."""
    offices = after(Appoint(CAT, SHARED_SERVICE, SPRING, service=ServiceId("procurement")), offices=staff)
    assert offices.serves(CAT, ServiceId("procurement"), TODAY)
    assert not offices.serves(CAT, ServiceId("finance"), TODAY)


def test_who_votes() -> None:
    """Co-opted and non-voting members have no vote; every other class has one."""
    assert {m for m in Membership if not m.votes} == {Membership.CO_OPTED, Membership.NON_VOTING}


def test_every_office_says_what_it_does_and_where_that_is_said() -> None:
    """The table holds fifteen offices, each once, each with a source."""
    assert len(OFFICES) == len(KNOWN_OFFICES) == 15
    assert all(office.name and office.does and office.source for office in OFFICES)


def test_facts_survive_being_stored(staff: Offices) -> None:
    """Every kind of fact reads back from JSON as it was."""
    commands = [
        AddPerson(PersonId("eve"), Text("card")),
        ReplaceCard(ANN, Text("card")),
        Appoint(CAT, MEMBER, TODAY, body=BOARD, membership=Membership.DEPUTY_MAYOR),
        EndAppointment(ANN, PMO, TODAY),
        Deputise(PMO, ANN, CAT, TODAY, TODAY),
    ]
    for command in commands:
        for fact in facts(staff, command):
            adapter = TypeAdapter(type(fact))
            assert adapter.validate_json(adapter.dump_json(fact)) == fact
