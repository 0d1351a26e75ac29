"""The committee report: its versions, and the four clearances that stand or fall on them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from domain.people.duties import DUTIES, Act, clashes
from domain.people.offices import (
    CHIEF_EXECUTIVE,
    DIRECTOR,
    EXECUTIVE_DIRECTOR,
    FINANCE,
    LEGAL,
    MONITORING_OFFICER,
    PROJECT_MANAGER,
)
from domain.report.clearings import (
    BY_CLEARER,
    DRAFT_REPORT,
    EVERY_PART,
    EXECUTIVE_DIRECTOR_REVIEW,
    IMPLICATIONS,
    LEGAL_FINANCE_REVIEW,
    changed_parts,
    version_of,
)
from domain.report.commands import (
    ClearReport,
    EditReport,
    MarkReportLate,
    NameClearer,
    RefuseClearance,
    UploadReport,
)
from domain.report.decide import (
    clear_report,
    edit_report,
    mark_report_late,
    name_clearer,
    refuse_clearance,
    upload_report,
)
from domain.report.events import (
    ClearanceLapsed,
    ClearanceRefused,
    Clearer,
    KeyDateName,
    Part,
    ReportCleared,
    ReportEdited,
    ReportEvent,
    ReportHash,
    ReportMarkedLate,
    ReportUploaded,
)
from domain.report.rules import OF_CLEAR_REPORT, RULES, Known
from domain.report.state import AnyReport, NoReport, Report, blank, evolve, missed, outstanding
from domain.rules import Asked, Refused, objections
from domain.words import CLOCK, AttachmentId, CaseId, Hand, OfficeId, PersonId, Text, TextId

CASE = CaseId("case-1")
NOW = datetime(2024, 9, 30, 9, 0, tzinfo=UTC)
DUE = datetime(2024, 9, 30, 16, 0, 1, tzinfo=UTC)
KNOWN = Known(clashes=(), under_way=True, writes=True, officer_concerned=False)
DECIDERS: dict[type, Callable[[Any], tuple[ReportEvent, ...]]] = {
    UploadReport: upload_report,
    EditReport: edit_report,
    ClearReport: clear_report,
    RefuseClearance: refuse_clearance,
    NameClearer: name_clearer,
    MarkReportLate: mark_report_late,
}
FILE = AttachmentId("f" * 64)


def hand(person: str, office: OfficeId) -> Hand:
    """Somebody in an office."""
    return Hand(PersonId(person), office)


AUTHOR = hand("ann", PROJECT_MANAGER)
HANDS = {
    Clearer.DIRECTOR: hand("dora", DIRECTOR),
    Clearer.LEGAL: hand("lee", LEGAL),
    Clearer.FINANCE: hand("fay", FINANCE),
    Clearer.EXECUTIVE_DIRECTOR: hand("eve", EXECUTIVE_DIRECTOR),
}
OFFICER = hand("mo", MONITORING_OFFICER)
CHIEF = hand("cleo", CHIEF_EXECUTIVE)


def texts(**said: str) -> tuple[tuple[Part, Text], ...]:
    """Parts by name, as a command carries them."""
    return tuple((Part(name), Text(text)) for name, text in said.items())


WHOLE = tuple((part, Text(f"{part}-1")) for part in Part)


def do(state: AnyReport, command: Any, by: Hand = AUTHOR, known: Known = KNOWN) -> tuple[ReportEvent, ...]:
    """What a command leaves behind."""
    return DECIDERS[type(command)](Asked(state, command, by, NOW, known))


def after(state: AnyReport, *facts: ReportEvent) -> AnyReport:
    """The report after some facts."""
    for fact in facts:
        state = evolve(state, fact)
    return state


def then(state: AnyReport, command: Any, by: Hand = AUTHOR, known: Known = KNOWN) -> AnyReport:
    """The report after a command."""
    return after(state, *do(state, command, by, known))


def cleared_by(state: AnyReport, *clearers: Clearer) -> AnyReport:
    """The report after some clearances."""
    for clearer in clearers:
        state = then(state, ClearReport(CASE, clearer), HANDS[clearer])
    return state


def whole() -> AnyReport:
    """A complete report, uploaded part by part."""
    return then(blank(), UploadReport(CASE, WHOLE))


def refusal(state: AnyReport, command: Any, by: Hand = AUTHOR, known: Known = KNOWN) -> set[str]:
    """The names of the rules that refuse a command."""
    with pytest.raises(Refused) as refused:
        do(state, command, by, known)
    return {rule.name for rule in refused.value.rules}


def test_a_report_goes_from_its_author_through_four_clearances() -> None:
    """Director first, legal and finance side by side, the executive director last; then it may be published."""
    state = whole()
    assert state.waiting_for == (Clearer.DIRECTOR,)
    state = cleared_by(state, Clearer.DIRECTOR)
    assert state.waiting_for == (Clearer.LEGAL, Clearer.FINANCE)
    state = cleared_by(state, Clearer.FINANCE)
    assert state.waiting_for == (Clearer.LEGAL,)
    state = cleared_by(state, Clearer.LEGAL)
    assert state.waiting_for == (Clearer.EXECUTIVE_DIRECTOR,)
    assert not state.cleared
    assert state.publishable is None
    state = cleared_by(state, Clearer.EXECUTIVE_DIRECTOR)
    assert state.cleared
    assert state.waiting_for == ()
    assert state.version is not None
    assert state.publishable == state.version.hash


@pytest.mark.parametrize("early", [Clearer.LEGAL, Clearer.FINANCE, Clearer.EXECUTIVE_DIRECTOR])
def test_nobody_clears_before_the_director(early: Clearer) -> None:
    """A clearance out of order is refused."""
    assert refusal(whole(), ClearReport(CASE, early), HANDS[early]) == {"in_order"}


def test_the_executive_director_waits_for_both() -> None:
    """Legal alone is not enough for the executive director."""
    state = cleared_by(whole(), Clearer.DIRECTOR, Clearer.LEGAL)
    last = Clearer.EXECUTIVE_DIRECTOR
    assert refusal(state, ClearReport(CASE, last), HANDS[last]) == {"in_order"}


def test_silence_is_never_clearance() -> None:
    """A key date that passes marks a report late and clears nothing."""
    state = cleared_by(whole(), Clearer.DIRECTOR)
    state = then(state, MarkReportLate(CASE, LEGAL_FINANCE_REVIEW, DUE), CLOCK)
    assert state.late == {LEGAL_FINANCE_REVIEW}
    assert state.cleared_by == {Clearer.DIRECTOR}
    assert state.waiting_for == (Clearer.LEGAL, Clearer.FINANCE)


@pytest.mark.parametrize("part", IMPLICATIONS)
def test_an_empty_implication_is_not_complete(part: Part) -> None:
    """With one implication empty nobody can clear, and the author has it."""
    state = then(blank(), UploadReport(CASE, tuple((p, Text("" if p is part else t)) for p, t in WHOLE)))
    assert state.waits_for_author
    assert state.waiting_for == ()
    assert "complete" in refusal(state, ClearReport(CASE, Clearer.DIRECTOR), HANDS[Clearer.DIRECTOR])


def test_a_part_that_is_no_implication_may_say_nothing() -> None:
    """A report without appendices or background papers is complete."""
    bare = {Part.APPENDICES, Part.BACKGROUND_PAPERS}
    state = then(blank(), UploadReport(CASE, tuple(pair for pair in WHOLE if pair[0] not in bare)))
    assert state.waiting_for == (Clearer.DIRECTOR,)


def test_an_edit_lapses_the_clearances_whose_parts_changed() -> None:
    """A new legal part lapses the director, legal and executive director, each by a fact that shows it; not finance."""
    state = cleared_by(whole(), *Clearer)
    facts = do(state, EditReport(CASE, texts(legal="legal-2")))
    lapsed = {fact.clearer: fact.changed for fact in facts if isinstance(fact, ClearanceLapsed)}
    assert lapsed == dict.fromkeys((Clearer.DIRECTOR, Clearer.LEGAL, Clearer.EXECUTIVE_DIRECTOR), (Part.LEGAL,))
    assert isinstance(facts[0], ReportEdited)
    assert facts[0].changed == (Part.LEGAL,)
    state = after(state, *facts)
    assert state.cleared_by == {Clearer.FINANCE}
    assert state.waiting_for == (Clearer.DIRECTOR,)
    assert state.publishable is None


def test_the_others_keep_their_text_in_an_edit() -> None:
    """An edit gives the next version, with only the given parts anew."""
    before, state = whole().version, then(whole(), EditReport(CASE, texts(purpose="purpose-2"))).version
    assert before is not None
    assert state is not None
    assert state.number == 2
    assert changed_parts(before, state) == (Part.PURPOSE,)
    assert state.text(Part.LEGAL) == before.text(Part.LEGAL)


def test_an_upload_of_the_same_texts_lapses_nothing_else() -> None:
    """An upload replaces everything, but an unchanged text keeps the clearance that answers for it alone."""
    state = cleared_by(whole(), Clearer.DIRECTOR, Clearer.LEGAL, Clearer.FINANCE)
    again = tuple((p, Text("new") if p is Part.FINANCIAL else t) for p, t in WHOLE)
    assert then(state, UploadReport(CASE, again)).cleared_by == {Clearer.LEGAL}


def test_taking_a_change_back_does_not_bring_a_clearance_back() -> None:
    """A lapsed clearance is given anew, even when the text is again what it was."""
    state = then(cleared_by(whole(), *Clearer), EditReport(CASE, texts(legal="legal-2")))
    state = then(state, EditReport(CASE, texts(legal="legal-1")))
    assert state.version is not None
    assert state.version.hash == whole().version.hash  # type: ignore[union-attr]
    assert state.cleared_by == {Clearer.FINANCE}


def test_what_does_not_change_makes_no_version() -> None:
    """The same report again, or an edit of nothing, is refused."""
    assert refusal(whole(), UploadReport(CASE, WHOLE)) == {"changes"}
    assert refusal(whole(), EditReport(CASE, texts(legal="legal-1"))) == {"changes"}
    assert refusal(whole(), EditReport(CASE, ())) == {"changes"}


def test_an_uploaded_file_is_one_part_and_every_part() -> None:
    """A file is cleared as a whole: another file lapses every clearance, and it is not edited part by part."""
    state = cleared_by(then(blank(), UploadReport(CASE, file=FILE)), *Clearer)
    assert state.cleared
    assert "not_a_file" in refusal(state, EditReport(CASE, texts(legal="legal-2")))
    facts = do(state, UploadReport(CASE, file=AttachmentId("e" * 64)))
    assert [fact.clearer for fact in facts if isinstance(fact, ClearanceLapsed)] == list(Clearer)
    assert after(state, *facts).cleared_by == frozenset()


def test_a_file_is_complete_when_its_author_says_so() -> None:
    """Without the author's statement nobody clears a file; with it the same file is another version."""
    state = then(blank(), UploadReport(CASE, file=FILE, complete=False))
    assert "complete" in refusal(state, ClearReport(CASE, Clearer.DIRECTOR), HANDS[Clearer.DIRECTOR])
    state = then(state, UploadReport(CASE, file=FILE))
    assert state.waiting_for == (Clearer.DIRECTOR,)


def test_making_a_report_public_lapses_every_clearance() -> None:
    """Whether the public may see it is said of the whole report."""
    state = cleared_by(then(blank(), UploadReport(CASE, WHOLE, public=False)), *Clearer)
    assert then(state, UploadReport(CASE, WHOLE)).cleared_by == frozenset()


def test_an_edit_does_not_make_a_report_public() -> None:
    """A report that is not public stays so when a part of it is edited."""
    state = then(blank(), UploadReport(CASE, WHOLE, public=False))
    state = then(state, EditReport(CASE, texts(legal="legal-2")))
    assert state.version is not None
    assert not state.version.public


@pytest.mark.parametrize(
    "command", [UploadReport(CASE), UploadReport(CASE, WHOLE, FILE), UploadReport(CASE, texts(legal=""))]
)
def test_a_report_is_parts_or_a_file(command: UploadReport) -> None:
    """Neither, both, or parts that say nothing is refused."""
    assert refusal(blank(), command) == {"parts_or_file"}


def test_a_part_is_given_once() -> None:
    """The same part twice in one command is refused."""
    twice = (*texts(legal="a"), *texts(legal="b"))
    assert refusal(blank(), UploadReport(CASE, twice)) == {"parts_once"}
    assert refusal(whole(), EditReport(CASE, twice)) == {"parts_once"}


def test_there_is_nothing_to_do_to_a_report_not_written() -> None:
    """Before an upload there is nothing to edit, clear or refuse."""
    director = HANDS[Clearer.DIRECTOR]
    assert "uploaded" in refusal(blank(), EditReport(CASE, texts(legal="a")))
    assert "uploaded" in refusal(blank(), ClearReport(CASE, Clearer.DIRECTOR), director)
    assert "uploaded" in refusal(blank(), RefuseClearance(CASE, Clearer.DIRECTOR, Text("no")), director)
    assert isinstance(blank(), NoReport)
    assert blank().waits_for_author


def test_a_refusal_says_why_and_hands_it_back() -> None:
    """Legal refuses with comments: the author has it, finance may go on, a new version asks legal again."""
    legal = HANDS[Clearer.LEGAL]
    state = cleared_by(whole(), Clearer.DIRECTOR)
    assert refusal(state, RefuseClearance(CASE, Clearer.LEGAL, Text("")), legal) == {"comments"}
    facts = do(state, RefuseClearance(CASE, Clearer.LEGAL, Text("state aid")), legal)
    assert state.version is not None
    assert facts == (ClearanceRefused(legal, Clearer.LEGAL, state.version.hash, TextId("state aid"), NOW),)
    state = after(state, *facts)
    assert state.refused_by == {Clearer.LEGAL}
    assert state.waits_for_author
    assert state.waiting_for == (Clearer.FINANCE,)
    state = then(state, EditReport(CASE, texts(legal="legal-2")))
    assert not state.waits_for_author
    assert state.waiting_for == (Clearer.DIRECTOR,)


def test_who_refused_may_still_clear() -> None:
    """A refusal does not bar a clearance of the same version once the doubt is answered."""
    state = cleared_by(whole(), Clearer.DIRECTOR)
    state = then(state, RefuseClearance(CASE, Clearer.LEGAL, Text("state aid")), HANDS[Clearer.LEGAL])
    state = cleared_by(state, Clearer.LEGAL)
    assert state.refused_by == frozenset()
    assert Clearer.LEGAL in state.cleared_by


def test_nobody_refuses_out_of_turn() -> None:
    """Legal is not asked before the director has cleared."""
    assert refusal(whole(), RefuseClearance(CASE, Clearer.LEGAL, Text("no")), HANDS[Clearer.LEGAL]) == {"its_turn"}


def test_a_clearance_may_be_taken_back() -> None:
    """A refusal after a clearance takes it back, and the executive director's falls with it."""
    state = cleared_by(whole(), *Clearer)
    facts = do(state, RefuseClearance(CASE, Clearer.LEGAL, Text("overlooked")), HANDS[Clearer.LEGAL])
    assert [type(fact) for fact in facts] == [ClearanceRefused, ClearanceLapsed]
    assert after(state, *facts).cleared_by == {Clearer.DIRECTOR, Clearer.FINANCE}
    last = Clearer.EXECUTIVE_DIRECTOR
    alone = then(state, RefuseClearance(CASE, last, Text("overlooked")), HANDS[last])
    assert alone.cleared_by == set(Clearer) - {last}


def test_a_clearance_stands_once() -> None:
    """The same clearance is not given twice over one version."""
    state = cleared_by(whole(), Clearer.DIRECTOR)
    assert refusal(state, ClearReport(CASE, Clearer.DIRECTOR), HANDS[Clearer.DIRECTOR]) == {"outstanding"}


def test_only_what_was_read_is_cleared() -> None:
    """A clearance or refusal that names a version other than the one that stands is refused."""
    director, old = HANDS[Clearer.DIRECTOR], whole().version
    assert old is not None
    state = then(whole(), EditReport(CASE, texts(purpose="purpose-2")))
    assert refusal(state, ClearReport(CASE, Clearer.DIRECTOR, old.hash), director) == {"version_read"}
    stale = RefuseClearance(CASE, Clearer.DIRECTOR, Text("no"), old.hash)
    assert refusal(state, stale, director) == {"version_read"}
    assert state.version is not None
    facts = do(state, ClearReport(CASE, Clearer.DIRECTOR, state.version.hash), director)
    assert facts == (ReportCleared(director, Clearer.DIRECTOR, state.version.hash),)


def test_an_office_gives_its_own_clearance_only() -> None:
    """Finance cannot clear for legal, nor the author for anybody."""
    state = cleared_by(whole(), Clearer.DIRECTOR)
    assert refusal(state, ClearReport(CASE, Clearer.LEGAL), HANDS[Clearer.FINANCE]) == {"own_office"}
    assert refusal(state, ClearReport(CASE, Clearer.LEGAL), AUTHOR) == {"own_office"}


def test_nobody_clears_a_case_they_wrote() -> None:
    """The hands that wrote a report are remembered, and the adopted duties forbid them to clear it."""
    director = HANDS[Clearer.DIRECTOR]
    state = then(blank(), UploadReport(CASE, WHOLE), director)
    broken = replace(KNOWN, clashes=clashes(DUTIES, state.beside.hands, director, Act.CLEARED))
    assert refusal(state, ClearReport(CASE, Clearer.DIRECTOR), director, broken) == {"clearer_duties"}


def test_nobody_takes_up_the_writing_of_what_they_cleared() -> None:
    """Whoever cleared a report, also for somebody else, is remembered and cannot go on to write it."""
    deputy = Hand(PersonId("dan"), DIRECTOR, PersonId("dora"))
    state = then(whole(), ClearReport(CASE, Clearer.DIRECTOR), deputy)
    assert {(Act.CLEARED, PersonId("dan")), (Act.CLEARED, PersonId("dora"))} <= state.beside.hands
    broken = replace(KNOWN, clashes=clashes(DUTIES, state.beside.hands, deputy, Act.WROTE))
    assert refusal(state, EditReport(CASE, texts(legal="x")), deputy, broken) == {"writer_duties"}


def test_another_person_may_be_named_for_one_clearance() -> None:
    """The monitoring officer names somebody, with a reason; that person clears in that office on this case only."""
    named = hand("ned", PROJECT_MANAGER)
    state = then(whole(), NameClearer(CASE, Clearer.DIRECTOR, named.person, Text("the director sponsors it")), OFFICER)
    assert then(state, ClearReport(CASE, Clearer.DIRECTOR), named).cleared_by == {Clearer.DIRECTOR}
    assert "own_office" in refusal(state, ClearReport(CASE, Clearer.LEGAL), named)
    assert "own_office" in refusal(whole(), ClearReport(CASE, Clearer.DIRECTOR), named)


def test_a_later_naming_replaces_an_earlier_one() -> None:
    """One person at a time is named for a clearance."""
    state = then(blank(), NameClearer(CASE, Clearer.LEGAL, PersonId("ned"), Text("why")), OFFICER)
    state = then(state, NameClearer(CASE, Clearer.LEGAL, PersonId("nan"), Text("ned is away")), OFFICER)
    assert state.beside.named == ((Clearer.LEGAL, PersonId("nan")),)


def test_who_may_name_another() -> None:
    """The monitoring officer does, or the Chief Executive where the monitoring officer is concerned; never both."""
    command = NameClearer(CASE, Clearer.LEGAL, PersonId("ned"), Text("why"))
    concerned = replace(KNOWN, officer_concerned=True)
    assert refusal(whole(), command, AUTHOR) == {"names_clearer"}
    assert refusal(whole(), command, CHIEF) == {"names_clearer"}
    assert refusal(whole(), command, OFFICER, concerned) == {"names_clearer"}
    assert then(whole(), command, CHIEF, concerned).beside.named_for(Clearer.LEGAL) == PersonId("ned")


def test_how_another_is_named() -> None:
    """With a reason, somebody else, whose hands are free, once, and only for a clearance that is outstanding."""
    ned = NameClearer(CASE, Clearer.DIRECTOR, PersonId("ned"), Text("why"))
    assert refusal(whole(), replace(ned, reason=Text("")), OFFICER) == {"reason"}
    assert refusal(whole(), replace(ned, person=OFFICER.person), OFFICER) == {"somebody_else"}
    wrote = replace(KNOWN, clashes=(DUTIES[2],))
    assert refusal(whole(), ned, OFFICER, wrote) == {"hands_free"}
    assert refusal(then(whole(), ned, OFFICER), ned, OFFICER) == {"not_named_yet"}
    assert refusal(cleared_by(whole(), Clearer.DIRECTOR), ned, OFFICER) == {"still_asked_for"}


@pytest.mark.parametrize(
    ("key_date", "clearers"),
    [
        (DRAFT_REPORT, (Clearer.DIRECTOR,)),
        (LEGAL_FINANCE_REVIEW, (Clearer.LEGAL, Clearer.FINANCE)),
        (EXECUTIVE_DIRECTOR_REVIEW, (Clearer.EXECUTIVE_DIRECTOR,)),
        (KeyDateName("panel"), ()),
    ],
)
def test_which_clearances_a_key_date_asks_for(key_date: KeyDateName, clearers: tuple[Clearer, ...]) -> None:
    """Each key date of the report is met when its clearances stand; other key dates ask for none."""
    assert outstanding(blank(), key_date) == clearers
    assert outstanding(cleared_by(whole(), *Clearer), key_date) == ()


def test_late_is_marked_once_for_each_instant() -> None:
    """A tick that comes twice marks once; the same key date of a later cycle marks again; what is met is not marked."""
    facts = do(blank(), MarkReportLate(CASE, DRAFT_REPORT, DUE), CLOCK)
    assert facts == (ReportMarkedLate(DRAFT_REPORT, DUE),)
    state = after(blank(), *facts)
    assert do(state, MarkReportLate(CASE, DRAFT_REPORT, DUE), CLOCK) == ()
    assert do(state, MarkReportLate(CASE, DRAFT_REPORT, NOW), CLOCK) != ()
    cleared = cleared_by(then(state, UploadReport(CASE, WHOLE)), Clearer.DIRECTOR)
    assert do(cleared, MarkReportLate(CASE, DRAFT_REPORT, NOW), CLOCK) == ()
    assert cleared.late == {DRAFT_REPORT}


@pytest.mark.parametrize("verb", RULES)
def test_nothing_is_asked_of_a_report_whose_case_is_over(verb: str) -> None:
    """Every verb first asks whether the case is under way, also before a command is filled in."""
    over: Asked[Any, Any, Known] = Asked(whole(), None, AUTHOR, NOW, replace(KNOWN, under_way=False))
    assert "under_way" in {rule.name for rule in objections(RULES[verb], over)}


@pytest.mark.parametrize(
    ("clearer", "stands", "broken"),
    [
        (Clearer.DIRECTOR, (), set()),
        (Clearer.LEGAL, (), {"in_order"}),
        (Clearer.LEGAL, (Clearer.DIRECTOR,), set()),
        (Clearer.DIRECTOR, (Clearer.DIRECTOR,), {"outstanding"}),
    ],
)
def test_whether_clearing_is_open_to_me(clearer: Clearer, stands: tuple[Clearer, ...], broken: set[str]) -> None:
    """With no command yet the rules speak of the clearances this hand may give."""
    asked: Asked[Any, Any, Known] = Asked(cleared_by(whole(), *stands), None, HANDS[clearer], NOW, KNOWN)
    assert {rule.name for rule in objections(OF_CLEAR_REPORT, asked)} == broken


def test_only_those_who_write_the_case_write_its_report() -> None:
    """Anybody else is refused, for an upload and for an edit."""
    stranger = replace(KNOWN, writes=False)
    assert refusal(blank(), UploadReport(CASE, WHOLE), HANDS[Clearer.LEGAL], stranger) == {"writers"}
    assert refusal(whole(), EditReport(CASE, texts(legal="x")), HANDS[Clearer.LEGAL], stranger) == {"writers"}


def test_a_hash_is_of_what_is_said() -> None:
    """Order of giving and empty parts make no difference to it; text, part, publicity and file do."""
    one = version_of(1, ((Part.LEGAL, TextId("a")), (Part.PURPOSE, TextId("b"))))
    assert (
        one.hash
        == version_of(2, ((Part.PURPOSE, TextId("b")), (Part.LEGAL, TextId("a")), (Part.OTHER, TextId("")))).hash
    )
    others = (
        version_of(1, ((Part.LEGAL, TextId("b")), (Part.PURPOSE, TextId("a")))),
        version_of(1, one.parts, public=False),
        version_of(1, (), FILE),
        version_of(1, (), FILE, complete=True),
    )
    assert len({one.hash, *(other.hash for other in others)}) == 5


def test_facts_survive_the_store() -> None:
    """Every fact comes back from JSON as it was."""
    facts: tuple[ReportEvent, ...] = (
        *do(blank(), UploadReport(CASE, WHOLE)),
        *do(cleared_by(whole(), *Clearer), EditReport(CASE, texts(legal="legal-2"))),
        *do(whole(), NameClearer(CASE, Clearer.LEGAL, PersonId("ned"), Text("why")), OFFICER),
        *do(whole(), RefuseClearance(CASE, Clearer.DIRECTOR, Text("no")), HANDS[Clearer.DIRECTOR]),
        *do(whole(), ClearReport(CASE, Clearer.DIRECTOR), HANDS[Clearer.DIRECTOR]),
        *do(whole(), MarkReportLate(CASE, DRAFT_REPORT, DUE), CLOCK),
    )
    for fact in facts:
        adapter = TypeAdapter(type(fact))
        assert adapter.validate_json(adapter.dump_json(fact)) == fact


PARTS = st.lists(
    st.tuples(st.sampled_from(Part), st.sampled_from(["", "a", "b"]).map(Text)), unique_by=lambda pair: pair[0]
).map(tuple)
COMMANDS = st.one_of(
    st.builds(UploadReport, st.just(CASE), st.just(WHOLE), public=st.booleans()),
    st.builds(UploadReport, st.just(CASE), file=st.sampled_from([FILE, AttachmentId("e" * 64)])),
    st.builds(EditReport, st.just(CASE), PARTS),
    st.builds(EditReport, st.just(CASE), PARTS),
    st.sampled_from(Clearer).map(lambda clearer: ClearReport(CASE, clearer)),
    st.sampled_from(Clearer).map(lambda clearer: ClearReport(CASE, clearer)),
    st.sampled_from(Clearer).map(lambda clearer: RefuseClearance(CASE, clearer, Text("no"))),
)


def answered(report: Report, clearer: Clearer) -> tuple[object, ...]:
    """What a clearer answers for in a version: the text of those parts, or the file, and whether it is public."""
    parts = tuple(report.version.text(part) for part in BY_CLEARER[clearer].answers_for)
    return (report.version.file, report.version.public, *parts)


@given(st.lists(COMMANDS, max_size=30), st.booleans())
def test_no_clearance_stands_over_a_part_that_changed(commands: list[Any], head_start: bool) -> None:
    """After any commands, each clearance that stands answers for exactly what was there when it was given.

    Nothing incomplete is cleared, the last clearance never stands without the others, and somebody always has it.
    """
    state = cleared_by(whole(), *Clearer) if head_start else whole()
    given_over = {c: answered(state, c) for c in state.cleared_by if isinstance(state, Report)}
    for command in commands:
        by = HANDS[command.part] if isinstance(command, ClearReport | RefuseClearance) else AUTHOR
        try:
            facts = do(state, command, by)
        except Refused:
            continue
        state = after(state, *facts)
        assert isinstance(state, Report)
        given_over |= {f.clearer: answered(state, f.clearer) for f in facts if isinstance(f, ReportCleared)}
        assert all(given_over[clearer] == answered(state, clearer) for clearer in state.cleared_by)
        assert Clearer.EXECUTIVE_DIRECTOR not in state.cleared_by or state.cleared
        assert state.version.complete or not state.cleared
        assert state.cleared or state.waits_for_author or state.waiting_for


def test_every_part_is_answered_for() -> None:
    """The director and the executive director answer for the whole report, so that no edit escapes both."""
    assert BY_CLEARER[Clearer.DIRECTOR].answers_for == EVERY_PART
    assert BY_CLEARER[Clearer.EXECUTIVE_DIRECTOR].answers_for == EVERY_PART


def test_a_version_names_itself_by_its_hash() -> None:
    """An upload records the version with the hash that clearances will cite."""
    (fact,) = do(blank(), UploadReport(CASE, WHOLE))
    assert isinstance(fact, ReportUploaded)
    assert fact.version.number == 1
    assert fact.version.hash == ReportHash(version_of(9, fact.version.parts).hash)


def test_a_date_that_was_met_is_not_missed_by_a_later_edit() -> None:
    """The director cleared in time; an edit after the date lapses that clearance, and the date still was met."""
    state = cleared_by(whole(), Clearer.DIRECTOR)
    edited = then(state, EditReport(CASE, texts(legal="anew")))
    assert Clearer.DIRECTOR not in edited.cleared_by
    assert missed(edited, DRAFT_REPORT, NOW - timedelta(hours=1)) == ()
    assert missed(edited, DRAFT_REPORT, NOW + timedelta(hours=1)) == (Clearer.DIRECTOR,)
