"""Simulation files: what a line may leave out, and one clear sentence for whatever cannot be played."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.imports.simulation_fields import fields
from adapters.imports.simulation_files import NotASimulation, read_simulation, simulation_of
from adapters.imports.simulation_values import case_of
from adapters.imports.simulation_verbs import SETS_UP, WAIT
from domain.calendar.published import PublishedBoard
from domain.case import commands as c
from domain.meeting import commands as m
from domain.people import commands as p
from domain.people.offices import Membership
from domain.register import commands as reg
from domain.report import commands as r
from domain.routing.bodies import MAJORITY_WITH_MAYOR
from domain.routing.cpca_2024 import CPCA_2024
from domain.routing.kinds import Figures, Kind
from domain.words import BodyId, CaseId, PersonId, ProjectId, pounds
from workflows.commands import BY_VERB
from workflows.simulation import TimedOrder, Which

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
YEAR = EXAMPLES / "published-year"
AT = "2024-10-14T10:00:00+01:00"


def order(do: str, at: str = AT, by: str | None = "ann", **given: Any) -> TimedOrder:
    """The order of one line."""
    told = {"at": at, "do": do, **({"by": by} if by else {}), **given}
    return simulation_of(json.dumps(told), YEAR).orders[0]


def command(do: str, **given: Any) -> Any:
    """The only command of one line."""
    (only,) = order(do, **given).commands
    return only


def wrong(text: str) -> str:
    """What is said of a text that cannot be played."""
    with pytest.raises(NotASimulation) as refused:
        simulation_of(text, YEAR)
    return str(refused.value)


def wrong_line(**told: Any) -> str:
    """What is said of one line that cannot be played."""
    return wrong(json.dumps({"at": AT, "by": "ann", **told}))


A = case_of("a")


def test_a_label_is_the_same_case_in_every_file() -> None:
    """Ids come from labels alone, and the labels of drafted cases come back."""
    simulation = simulation_of(
        json.dumps({"at": AT, "by": "ann", "do": "draft", "case": "chalk", "kind": "concept_paper", "value": 1}), YEAR
    )
    assert simulation.labels == {case_of("chalk"): "chalk"}
    assert case_of("chalk") == CaseId("89f7996f-4da2-5525-a296-b8d837213fba") != case_of("Chalk")


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2024-10-14T10:00:00+01:00", datetime(2024, 10, 14, 9, tzinfo=UTC)),
        ("2024-10-14T10:00:00Z", datetime(2024, 10, 14, 10, tzinfo=UTC)),
        ("2024-10-14T10:00", datetime(2024, 10, 14, 9, tzinfo=UTC)),
        ("2024-12-14T10:00", datetime(2024, 12, 14, 10, tzinfo=UTC)),
        ("2024-10-14", datetime(2024, 10, 13, 23, tzinfo=UTC)),
    ],
)
def test_an_instant_without_an_offset_is_london_time(written: str, instant: datetime) -> None:
    """Summer time counts; a day alone is its beginning."""
    assert order(WAIT, at=written).at == instant


@pytest.mark.parametrize("value", ["750000", "750000.00", "£750,000", 750000, 750000.0])
def test_sums_are_pounds(value: Any) -> None:
    """As text or as a number, to the penny, and all three figures alike."""
    draft = command("draft", case="a", kind="business_case", value=value)
    assert draft == c.Draft(A, Kind.BUSINESS_CASE, "a", value=pounds(750000))  # type: ignore[arg-type]


def test_three_figures_may_be_given() -> None:
    """Each in pounds; what the documents hold is in pounds too."""
    figures = {"authority_contribution": "1.50", "total_project_cost": 2, "accumulated_commitment": 3}
    contents = {"costs": [{"year": "2024-25", "capital": "10"}], "development_cost": "12.34"}
    draft = command("draft", case="a", kind="concept_paper", figures=figures, contents=contents)
    assert draft.figures == Figures(pounds("1.50"), pounds(2), pounds(3))
    assert draft.contents.costs[0].capital == pounds(10)
    assert draft.contents.development_cost == pounds("12.34")


def test_people_have_a_short_form() -> None:
    """A name is made of the id, and each office is an appointment from the line's day."""
    day = date(2024, 10, 14)
    member = {"office": "member", "body": "board", "membership": "mayor"}
    person, first, second, third = order(
        "add_person",
        by=None,
        person="ann",
        offices=["pmo", member, {"office": "member", "body": "investment_committee"}],
    ).commands
    assert person == p.AddPerson(PersonId("ann"), "Ann")  # type: ignore[arg-type]
    assert (first.office, first.starts, first.person) == ("pmo", day, "ann")
    assert (second.body, second.membership) == ("board", Membership.MAYOR)
    assert third.membership is Membership.CONSTITUENT
    assert command("appoint", person="ann", office="member").body == "investment_committee"
    assert command("appoint", person="ann", office="pmo", starts="2024-11-01").starts == date(2024, 11, 1)


def test_calendars_and_projects_are_read_beside_the_file(tmp_path: Path) -> None:
    """Paths are relative to the simulation, and a list of projects registers every one as imported."""
    imported = command("import_calendar", by=None, file="key-dates.csv", board="board-sittings.csv")
    assert len(imported.cycles) == 9
    assert PublishedBoard(date(2024, 9, 4)) in imported.boards
    (tmp_path / "list.csv").write_text("project,title,baseline\nchalk,Chalk,420000\nfen,Fen,1.50\n")
    (tmp_path / "play.jsonl").write_text(json.dumps({"at": AT, "do": "register_project", "file": "list.csv"}))
    both = read_simulation(tmp_path / "play.jsonl").orders[0].commands
    assert [(one.project, one.imported) for one in both] == [("chalk", True), ("fen", True)]


@pytest.mark.parametrize("name", ["baseline", "value", "figures"])
def test_a_project_with_a_baseline_is_imported(name: str) -> None:
    """Its title is its label unless it has one."""
    project = command("register_project", by=None, project="chalk", **{name: "420000"})
    assert project == reg.RegisterProject(
        ProjectId("chalk"),
        "chalk",
        figures=Figures.of(pounds(420000)),
        imported=True,  # type: ignore[arg-type]
    )
    assert not command("register_project", by=None, project="new").imported


def test_a_policy_may_come_from_a_file_or_inline() -> None:
    """An inline one takes what it leaves out from cpca-2024, in force from the line's day."""
    west = command("adopt_policy", by=None, file="../west-midlands/policy.json").policy
    assert west.id == "west-midlands-2024"
    for said in ({"policy": {"id": "new", "settings": {"call_in_clear_days": 5}}}, {"id": "new"}):
        policy = command("adopt_policy", by=None, **said).policy
        assert (policy.bodies, policy.bands, policy.duties) == (CPCA_2024.bodies, CPCA_2024.bands, CPCA_2024.duties)
        assert policy.effective_from == date(2024, 10, 14)
        assert policy.body(BodyId("board")).vote == MAJORITY_WITH_MAYOR


def test_a_report_and_its_clearance_need_no_more_than_the_case() -> None:
    """The upload stands for a whole document; whose clearance it is shows when the line is played."""
    report = command("upload_report", case="a")
    assert (len(report.file), report.complete, report.parts) == (64, True, ())
    assert command("upload_report", case="a", parts={"legal": "None"}).file is None
    cleared = order("clear_report", case="a")
    assert cleared.blanks == {"part"}
    assert cleared.commands == (r.ClearReport(A, r.Clearer.DIRECTOR),)
    assert order("clear_report", case="a", part="legal").blanks == frozenset()


def test_a_resolution_names_outcomes_by_label() -> None:
    """Votes are for, against and abstaining, as people say it."""
    resolve = command("resolve", outcomes={"a": "approve", "b": "defer"}, votes={"for": 7, "abstaining": 1})
    assert resolve.outcomes == ((A, "approve"), (case_of("b"), "defer"))
    assert resolve.votes == m.Cast(7, 0, 1)
    assert command("resolve", outcomes={"a": "approve"}, votes=7).votes == m.Cast(7)


def test_a_sitting_is_found_when_the_line_is_played() -> None:
    """However it is named; a deferral that names none leaves the next one to the product."""
    assert order("publish_agenda", sitting="board/2024-11-13").which == Which("board/2024-11-13")
    assert order("publish_agenda", body="board", date="2024-11-13").which == Which(body="board", on=date(2024, 11, 13))
    by_case = order("publish_agenda", case="a")
    assert (by_case.which, by_case.blanks) == (Which(case=A), {"sitting", "items"})
    assert order("defer", case="a", cycle="2025-01").which is None
    assert order("defer", case="a", body="board", date="2025-01-22").which == Which(
        body="board", on=date(2025, 1, 22), case=A
    )


def test_words_go_by_what_people_call_them() -> None:
    """A reason for a return is its feedback; a text left out is empty, or not stated where none is asked for."""
    assert command("return_for_rework", case="a", reason="Why").feedback == "Why"
    assert command("refuse", case="a").reason == ""
    assert command("cancel_sitting", sitting="board/2024-11-13").reason == "not stated"
    assert command("record_attendance", sitting="board/2024-11-13", present=["mia"]).present == (
        m.Attended(PersonId("mia")),
    )
    assert command("give_notice", case="a", date_or_period="2024-12-16").date_or_period == (date(2024, 12, 16),) * 2


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"do": "sumbit", "case": "a"}, "line 1, do: 'sumbit' is not a verb"),
        ({"do": "submit"}, "line 1, case: is missing"),
        ({"do": "submit", "case": 7}, "line 1, case: write the label of a case"),
        ({"do": "submit", "case": ""}, "line 1, case: write the label of a case"),
        ({"do": "submit", "case": "a", "cycel": "x"}, "line 1, cycel: is not a field of this verb"),
        ({"do": "submit", "case": "a", "by": None}, "line 1, by: is missing"),
        ({"do": "submit", "case": "a", "by": 7}, "line 1, by: write the id of a person"),
        ({"do": "submit", "case": "a", "at": "noon"}, "line 1, at: 'noon' is not an instant"),
        ({"do": "submit", "case": "a", "at": 7}, "line 1, at: 7 is not an instant"),
        (
            {"do": "submit", "case": "a", "at": "1999-01-01T10:00"},
            "line 1, at: 1999-01-01T10:00 is not in this century",
        ),
        ({"do": "wait", "case": "a"}, "line 1, case: is not a field of wait"),
        ({"do": "draft", "case": "a", "kind": "idea"}, "line 1, kind: input should be 'concept_paper'"),
        ({"do": "draft", "case": "a", "kind": "concept_paper", "value": "1.005"}, "line 1, value: '1.005' has more"),
        ({"do": "draft", "case": "a", "kind": "concept_paper", "value": 1.005}, "line 1, value: '1.005' has more"),
        ({"do": "draft", "case": "a", "kind": "concept_paper", "value": -1}, "line 1, value: '-1' is not a sum"),
        ({"do": "draft", "case": "a", "kind": "concept_paper", "value": True}, "line 1, value: write a sum in pounds"),
        ({"do": "draft", "case": "a", "kind": "concept_paper", "title": 7}, "line 1, title: input should be a valid"),
        ({"do": "accept", "case": "a", "on": "31/10/2024"}, "line 1, on: input should be a valid date"),
        ({"do": "resolve", "outcomes": {"a": "aprove"}}, "line 1, outcomes: 'aprove' is no outcome"),
        (
            {"do": "resolve", "outcomes": {"a": "approve"}, "votes": {"for": "7"}},
            "line 1, votes.in_favour: input should",
        ),
        ({"do": "clear_report", "case": "a", "part": "mayor"}, "line 1, part: input should be 'director'"),
        ({"do": "publish_agenda"}, "line 1, sitting: is missing"),
        ({"do": "publish_agenda", "sitting": 7}, "line 1, sitting: write its id"),
        ({"do": "publish_agenda", "sitting": {"room": "x"}}, "line 1, sitting: is named by"),
        ({"do": "publish_agenda", "body": "board", "date": "soon"}, "line 1, sitting: 'soon' is not a date"),
        ({"do": "list_to", "case": "a"}, "line 1, sitting: is missing"),
        ({"do": "import_calendar"}, "line 1, file: is missing"),
        ({"do": "import_calendar", "file": "none.csv"}, "line 1, file: there is no file none.csv"),
        ({"do": "import_calendar", "file": "x" * 5000}, "line 1, file: there is no file xxx"),
        ({"do": "import_calendar", "file": "board-sittings.csv"}, "line 1, file: row 1, column"),
        ({"do": "register_project", "project": "a", "value": 1, "baseline": 2}, "line 1, baseline: stands beside"),
        ({"do": "register_project", "file": "key-dates.csv"}, "line 1, file: row 1, column"),
        ({"do": "adopt_policy", "policy": {}}, "line 1, policy: write the path of a file"),
        ({"do": "adopt_policy", "policy": {"id": "x", "basis": "guess"}}, "line 1, policy: basis: input should be"),
        ({"do": "adopt_policy", "policy": {"id": "x", "effective_from": "soon"}}, "line 1, policy: "),
        ({"do": "add_person", "person": "ann", "offices": "pmo"}, "line 1, offices: write a list of offices"),
        ({"do": "add_person"}, "line 1, person: is missing"),
    ],
)
def test_what_is_wrong_is_said_with_line_and_field(told: dict[str, Any], says: str) -> None:
    """One sentence, beginning with where."""
    found = wrong_line(**told)
    assert found.startswith(says)
    assert "\n" not in found


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "this file has no lines to play"),
        ("\n \n", "this file has no lines to play"),
        ("submit", "line 1, the whole line: this is not one JSON object"),
        ("[]", "line 1, the whole line: this is not a JSON object"),
        ('\n{"at": "2024-10-14", "do": "wait"} {}', "line 2, the whole line: this is not one JSON object"),
        ('{"do": "wait"}', "line 1, at: is missing"),
        ('{"at": "2024-10-14"}', "line 1, do: is missing"),
        ('{"at": "2024-10-14", "do": "wait", "do": "wait"}', "line 1, do: stands twice"),
        ('{"at": "2024-10-14", "do": "wait", "note": "\\ud800"}', "line 1, the whole line: this is not"),
        ('{"at": "2024-10-14", "do": "wait", "note": NaN}', "line 1, the whole line: this is not"),
        ("[" * 100_000, "line 1, the whole line: this is not"),
        (
            '{"at": "2024-10-27T01:30:00+01:00", "do": "wait"}\n{"at": "2024-10-27T01:00:00+01:00", "do": "wait"}',
            "line 2, at: is earlier than line 1",
        ),
    ],
)
def test_what_is_no_simulation_is_refused_whole(text: str, says: str) -> None:
    """Not JSON, not an object, a field twice, half a character, or time that runs backwards."""
    assert wrong(text).startswith(says)


def test_instants_are_compared_and_not_their_clocks() -> None:
    """When clocks go back, half past one in summer time comes before half past one in winter time."""
    text = '{"at": "2024-10-27T01:30:00+01:00", "do": "wait"}\n{"at": "2024-10-27T01:00:00+00:00", "do": "wait"}'
    assert len(simulation_of(text, YEAR).orders) == 2


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are said to be that; a byte-order mark is passed over."""
    (tmp_path / "bad").write_bytes(b"\xff\xfe{}")
    with pytest.raises(NotASimulation, match="not text in UTF-8"):
        read_simulation(tmp_path / "bad")
    (tmp_path / "good").write_bytes(b'\xef\xbb\xbf{"at": "2024-10-14", "do": "wait"}\r\n')
    assert len(read_simulation(tmp_path / "good").orders) == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(
    do=st.sampled_from([WAIT, *BY_VERB]),
    given=st.dictionaries(
        st.sampled_from([*("case", "body", "cycle", "date", "on", "sitting", "value", "project", "person", "outcomes")])
        | st.sampled_from([*("votes", "policy", "file", "offices", "parts", "contents", "figures", "items", "office")]),
        JSON,
        max_size=4,
    ),
)
def test_any_line_is_played_or_refused_in_a_sentence(do: str, given: dict[str, Any]) -> None:
    """Whatever a field holds, a line becomes an order or is refused with its number; nothing else is raised."""
    text = json.dumps({"at": AT, "by": "ann", "do": do, **given})
    try:
        assert len(simulation_of(text, YEAR).orders) == 1
    except NotASimulation as refused:
        assert str(refused).startswith("line 1, ")  # noqa: PT017


@pytest.mark.parametrize("verb", [WAIT, *BY_VERB])
def test_the_fields_of_every_verb_can_be_printed(verb: str) -> None:
    """Each has a name of its own, a type and a sentence; `by` may be left out of a line that sets up."""
    rows = fields(verb)
    names = [row["name"] for row in rows]
    assert len(names) == len(set(names))
    assert all(row.keys() == {"name", "type", "required", "says"} and row["type"] and row["says"] for row in rows)
    assert next(row["required"] for row in rows if row["name"] == "by") is (verb not in SETS_UP)


def test_a_verb_there_is_not_has_no_fields() -> None:
    """It is named, with those there are."""
    with pytest.raises(LookupError, match="'sumbit' is not a verb"):
        fields("sumbit")
