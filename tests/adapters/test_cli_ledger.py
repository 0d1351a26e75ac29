"""The command line over a ledger: setting up, tokens, cases, inboxes and changes; each verb owns the file meanwhile."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import time_machine

from tests.adapters.commandline import BOARDS, KEY_DATES, WEST_MIDLANDS, Ran, saf

PEOPLE = {
    "ann": "project_manager",
    "pat": "pmo",
    "cleo": "chief_executive",
    "dem": "democratic_services",
}


@dataclass
class Office:
    """A ledger that was set up on 1 October 2024, with the published calendar and a few people with tokens."""

    file: str
    tokens: dict[str, str] = field(default_factory=dict)

    def saf(self, *words: str, by: str = "") -> Ran:
        """Run a verb on the ledger, as somebody."""
        return saf(*words, SAF_DB=self.file, SAF_TOKEN=self.tokens.get(by, ""))

    def do(self, verb: str, *about: str, by: str = "ada", **fields: Any) -> Any:
        """Give a command by its fields."""
        return self.saf("do", verb, *about, "--json-body", json.dumps(fields), "--json", by=by).json


START = "2024-10-01T10:00:00+01:00"


@pytest.fixture(scope="module")
def as_set_up(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The ledger as it was set up, which each test gets a copy of."""
    with time_machine.travel(START, tick=False):
        office = Office(str(tmp_path_factory.mktemp("ledger") / "saf.sqlite"))
        made = office.saf("setup", "--person", "ada", "--name", "Ada", "--json").json
        assert made["person"] == "ada"
        office.tokens["ada"] = made["token"]
        assert office.saf("calendar", "import", KEY_DATES, "--board", BOARDS, "--json", by="ada").json["cycles"] == 9
        for person, held in PEOPLE.items():
            office.do("add_person", person=person, name=person.title())
            office.do("appoint", person=person, office=held, starts="2024-01-01")
            office.tokens[person] = office.saf("token", "issue", person, "--json").json["token"]
    return office


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """The machine's clock, standing at ten in the morning of 1 October 2024."""
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@pytest.fixture
def office(as_set_up: Office, tmp_path: Path, clock: time_machine.Traveller) -> Office:
    """A ledger that was set up."""
    return Office(str(shutil.copy(as_set_up.file, tmp_path / "saf.sqlite")), dict(as_set_up.tokens))


def draft(office: Office) -> str:
    """A change to a registered project, drafted by Ann; its reference."""
    office.do("register_project", "chalk", by="pat", title="Chalk", imported=True, figures=figures(42_000_000))
    words = ("--kind", "change_request", "--title", "Chalk streams", "--project", "chalk", "--json")
    return str(office.saf("case", "draft", *words, by="ann").json["reference"])


def figures(pence: int) -> dict[str, int]:
    """Three figures alike."""
    return dict.fromkeys(("authority_contribution", "total_project_cost", "accumulated_commitment"), pence)


def test_a_ledger_is_set_up_once(office: Office) -> None:
    """The first administrator is made once; a second time every broken rule is said, with its source."""
    (said,) = office.saf("setup", "--person", "eve").why_not
    assert said.startswith("Refused: The first administrator is made once, on an empty ledger (SAF ")


def test_the_token_alone_is_on_stdout(office: Office) -> None:
    """Without --json the token stands alone on stdout, so that a shell can take it."""
    ran = office.saf("token", "issue", "ann")
    assert ran.out.startswith("saf_")
    assert len(ran.out.splitlines()) == 1
    assert "ann" in ran.err


def test_who_acts_comes_from_the_token(office: Office) -> None:
    """With no token, one that never stood, or one that was revoked, nobody acts."""
    words = ("do", "add_person", "--json-body", '{"person":"bob","name":"Bob"}')
    assert "SAF_TOKEN" in office.saf(*words).why_not[0]
    office.tokens["eve"] = "saf_made_up"
    assert "not known" in office.saf(*words, by="eve").why_not[0]
    assert office.saf("token", "revoke", "ada", "--json").json == {"person": "ada", "revoked": 1}
    assert "revoked" in office.saf(*words, by="ada").why_not[0]


def test_a_token_is_issued_to_a_known_person_only(office: Office) -> None:
    """Nobody gets a token before an administrator has added them."""
    assert "no person eve" in office.saf("token", "issue", "eve").why_not[0]


def test_a_case_goes_its_way(office: Office, clock: time_machine.Traveller) -> None:
    """A case is drafted, submitted, accepted, recommended and approved by verbs of the command line."""
    ref = draft(office)
    clock.move_to("2024-10-14T10:00:00+01:00")
    assert office.saf("case", "submit", ref, by="ann").out == f"Done: submit {ref}.\n"
    clock.move_to("2024-10-15T10:00:00+01:00")
    assert [one["reference"] for one in office.saf("inbox", "--office", "pmo", "--json").json] == [ref]
    assert office.saf("case", "accept", ref, by="pat").code == 0
    clock.move_to("2024-10-24T16:00:00+01:00")
    condition = '{"says": "Report in June", "owner": "ann", "due": "2025-06-30"}'
    assert office.saf("case", "recommend", ref, "--conditions", condition, by="pat").code == 0
    clock.move_to("2024-10-31T16:00:00+00:00")
    assert office.saf("case", "approve", ref, "--reason", "Sound", "--on", "2024-10-31", by="cleo").code == 0
    found = office.saf("case", "show", ref, "--json").json
    assert (found["standing"], found["title"]) == ("in_effect", "Chalk streams")
    assert [step["outcome"] for step in found["route"]] == ["accept", "recommend", "approve"]
    told = office.saf("case", "history", ref, by="ann").out
    assert "Cleo, chief executive" in told
    assert ref in office.saf("case", "list", by="ann").out
    assert office.saf("case", "list", "--standing", "draft", "--json").json == []


def test_the_past_is_as_the_ledger_knew_it(office: Office, clock: time_machine.Traveller) -> None:
    """A case, and an inbox, as of a past day are what they were at its end."""
    ref = draft(office)
    clock.move_to("2024-10-14T10:00:00+01:00")
    office.saf("case", "submit", ref, by="ann")
    clock.move_to("2024-10-15T10:00:00+01:00")
    assert office.saf("case", "show", ref, "--as-of", "2024-10-13", "--json").json["standing"] == "draft"
    assert office.saf("case", "show", ref, "--as-of", "2024-10-14", "--json").json["standing"] == "under_review"
    assert office.saf("inbox", "--office", "pmo", "--as-of", "2024-10-13", "--json").json == []
    assert "--as-of" in office.saf("inbox", "--as-of", "yesterday").why_not[0]


def test_a_refusal_lists_every_rule_with_its_source(office: Office) -> None:
    """What the rules forbid ends with 1, each broken rule a line on stderr with its source, and nothing on stdout."""
    made = office.saf("case", "draft", "--kind", "business_case", "--title", "Bridge", "--json", by="ann").json
    said = office.saf("case", "submit", made["reference"], "--json", by="ann").why_not
    assert len(said) >= 2
    assert all(line.startswith("Refused: ") and line.endswith(").") for line in said)


def test_what_may_i_do_and_why_not(office: Office) -> None:
    """For every verb it is told whether it is open now and, if not, by which rules."""
    ref = draft(office)
    steps = {one["verb"]: one for one in office.saf("case", "next", ref, "--json", by="ann").json}
    assert steps["submit"]["open"]
    assert not steps["approve"]["open"]
    assert all(rule["source"] for rule in steps["approve"]["rules"])
    assert "submit" in office.saf("case", "next", ref, by="ann").out


def test_sums_are_typed_in_pounds(office: Office) -> None:
    """A sum is typed in pounds with at most two decimals, and a date in ISO."""
    ref = draft(office)
    assert office.saf("case", "value", ref, "--value", "450,000.50", by="ann").code == 0
    sums = office.saf("case", "show", ref, "--json").json["sums"]
    assert sums["after"]["authority_contribution"] == 45_000_050
    assert "two decimals" in office.saf("case", "value", ref, "--value", "1.001", by="ann").why_not[0]
    assert (
        "--answer-by"
        in office.saf("case", "ask_service", ref, "--service", "finance", "--answer-by", "soon", by="ann").why_not[0]
    )


def test_the_same_request_acts_once(office: Office) -> None:
    """A verb given twice with one request id acts once."""
    ref = draft(office)
    words = ("case", "remark", ref, "--remark", "Please look", "--request-id", "r-1", "--json")
    assert office.saf(*words, by="ann").json == office.saf(*words, by="ann").json
    told = office.saf("case", "history", ref, "--json").json
    assert [one["event"] for one in told].count("Remarked") == 1


def test_a_file_is_attached_from_disk(office: Office, tmp_path: Path) -> None:
    """A file is attached by its path; one of a sort that is not taken is refused in a sentence."""
    ref = draft(office)
    (tmp_path / "costs.csv").write_text("year,sum\n2024,1\n")
    (tmp_path / "costs.exe").write_bytes(b"MZ\0\0")
    found = office.saf("case", "attach", ref, str(tmp_path / "costs.csv"), "--json", by="ann").json
    assert (found["name"], found["size"]) == ("costs.csv", 16)
    assert office.saf("case", "attach", ref, str(tmp_path / "costs.exe"), by="ann").code == 1
    assert office.saf("case", "attach", ref, str(tmp_path / "none.csv"), by="ann").code == 1


def test_others_do_not_know_of_a_draft(office: Office) -> None:
    """For whoever may not know of a case there is none; the owner of the ledger at its machine sees it."""
    ref = draft(office)
    assert office.saf("case", "show", ref, by="cleo").why_not == [f"There is no case {ref}."]
    assert office.saf("case", "show", ref, "--json").json["standing"] == "draft"


def test_a_change_to_the_calendar_is_shown_and_then_confirmed(office: Office, clock: time_machine.Traveller) -> None:
    """Without --yes what a change leads to is only shown; with it the change is made."""
    ref = draft(office)
    clock.move_to("2024-10-14T10:00:00+01:00")
    office.saf("case", "submit", ref, by="ann")
    office.saf("case", "accept", ref, by="pat")
    words = ("calendar", "cancel", "investment_panel/2024-11", "--reason", "Not quorate", "--json")
    shown = office.saf(*words, by="pat").json
    assert not shown["done"]
    assert ref in {one["reference"] for one in shown["cases"]}
    assert office.saf("case", "show", ref, "--json").json["cycle"] == "2024-11"
    assert office.saf(*words, "--yes", by="pat").json["done"]
    assert office.saf("case", "show", ref, "--json").json["cycle"] == "2024-12"


def test_a_closed_day_proposes_dates_and_a_person_accepts_them(office: Office) -> None:
    """Closing a day shows which dates should move; they stand until a person accepts others."""
    words = ("calendar", "close-day", "2024-12-05", "--reason", "Proclaimed", "--yes", "--json")
    found = office.saf(*words, by="dem").json
    assert found["unlawful"] == [] or found["proposals"]
    moves = [one for one in found["proposals"] if one["cycle"] == "2025-01"]
    assert moves
    dates = [f"{one['key_date']}={one['proposed']}" for one in moves]
    assert office.saf("calendar", "accept", "2025-01", *dates, "--reason", "As proposed", "--yes", by="dem").code == 0
    stands = office.saf("calendar", "show", "2025-01", "--json").json["dates"]
    assert {name: stands[name] for name in (one["key_date"] for one in moves)} == {
        one["key_date"]: one["proposed"] for one in moves
    }
    assert "=" in office.saf("calendar", "accept", "2025-01", "panel", by="dem").why_not[0]


@pytest.mark.parametrize(
    "words",
    [
        ("add-sitting", "board", "2025-04-30"),
        ("move", "board/2025-03-19", "2025-03-26", "--reason", "Room"),
        ("reopen-day", "2024-12-26", "--reason", "Staffed"),
        ("restrict", "--first", "2025-03-20", "--last", "2025-05-01", "--kind", "pre_election", "--reason", "Polls"),
        ("accept-agenda", "board/2025-03-19", "2025-03-10", "--reason", "Earlier"),
    ],
)
def test_every_change_is_previewed_and_made(office: Office, words: tuple[str, ...]) -> None:
    """Each change to the calendar can be shown first, in a table, and then made."""
    shown = office.saf("calendar", *words, by="dem")
    assert "Nothing was changed" in shown.out, shown.err
    assert "It is done" in office.saf("calendar", *words, "--yes", by="dem").out


def test_a_restricted_period_is_taken_back(office: Office) -> None:
    """A restricted period can be released by the same words."""
    words = ("--first", "2025-03-20", "--last", "2025-05-01", "--kind", "pre_election", "--reason", "Polls", "--yes")
    assert office.saf("calendar", "restrict", *words, by="dem").code == 0
    assert office.saf("calendar", "release", *words, by="dem").code == 0
    assert office.saf("calendar", "show", "--json").json["restricted"] == []


def test_a_planned_year_enters_the_calendar(office: Office) -> None:
    """With --yes planned cycles and Board sittings stand in the ledger's calendar, and a plan can be made over them."""
    words = ("--committee", "2026-02-16", "--board", "2026-03-18", "--yes", "--json")
    found = office.saf("calendar", "plan", *words, by="dem").json
    assert [one["cycle"] for one in found["cycles"]] == ["2026-02"]
    asked = ("--kind", "business_case", "--value", "2000000", "--submit-on", "2026-01-02", "--new-spend", "0")
    assert office.saf("plan", *asked, "--json").json["earliest_decision"] == "2026-02-16"
    assert "2026-02" in office.saf("calendar", "show").out


def test_adopting_a_policy_is_previewed(office: Office, clock: time_machine.Traveller) -> None:
    """What another policy would have done to the cases under way is shown, and changes none of them."""
    ref = draft(office)
    clock.move_to("2024-10-14T10:00:00+01:00")
    office.saf("case", "submit", ref, by="ann")
    (found,) = office.saf("policy", "preview", WEST_MIDLANDS, "--json").json
    assert (found["reference"], found["now_decided_by"]) == (ref, "Chief Executive")
    assert found["decider_differs"]
    assert "another decider" in office.saf("policy", "adopt", WEST_MIDLANDS, by="pat").out
    assert office.saf("policy", "adopt", WEST_MIDLANDS, "--yes", by="pat").code == 0
    in_force = [one["policy"] for one in office.saf("policy", "show", "--json").json if one["in_force"]]
    assert in_force == ["west-midlands-2024"]
    assert office.saf("case", "show", ref, "--json").json["policy"] == "cpca-2024"


def test_a_tick_acts_on_what_fell_due(office: Office, clock: time_machine.Traveller) -> None:
    """A tick does what passed dates lead to, once."""
    ref = draft(office)
    clock.move_to("2024-10-14T10:00:00+01:00")
    office.saf("case", "submit", ref, by="ann")
    clock.move_to("2024-10-18T10:00:00+01:00")
    (acted,) = office.saf("tick", "--json").json
    assert "RolledOver" in [fact["event"] for fact in acted["facts"]]
    assert office.saf("tick").out == "Nothing had fallen due.\n"


def test_a_rebuild_leaves_every_list_as_it_was(office: Office) -> None:
    """Lists worked out again from the facts are those that stood before."""
    draft(office)
    before = office.saf("case", "list", "--json").json
    assert office.saf("rebuild", "--json").json["cases"] >= 1
    assert office.saf("case", "list", "--json").json == before


def test_where_there_is_no_ledger_none_is_made(tmp_path: Path) -> None:
    """Only setting up and serving begin a ledger: any other verb says that there is none."""
    none = str(tmp_path / "none.sqlite")
    for words in (("inbox",), ("tick",), ("case", "list"), ("token", "issue", "ann"), ("rebuild",)):
        assert "There is no ledger" in saf(*words, SAF_DB=none).why_not[0]
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    """A file of another sort is refused in one sentence, and not written to."""
    other = tmp_path / "letter.txt"
    other.write_text("Dear all")
    assert len(saf("inbox", SAF_DB=str(other)).why_not) == 1
    assert other.read_text() == "Dear all"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("do", "dance"), "is not a command"),
        (("do", "submit"), "is about a case"),
        (("do", "add_person", "ann"), "is about nothing"),
        (("do", "add_person", "--json-body", "{"), "not JSON"),
        (("do", "add_person", "--json-body", "[]"), "an object"),
        (("do", "add_person", "--json-body", "{}"), "person"),
    ],
)
def test_bad_input_is_said_in_a_sentence(office: Office, words: tuple[str, ...], says: str) -> None:
    """What cannot be read as a command ends with 1 and one sentence that says what to write."""
    (said,) = office.saf(*words, by="ada").why_not
    assert says in said


PROJECTS = """project,title,baseline,approved_by,decided_on
chalk,Chalk stream restoration,420000,,
depot,Bus depot works,"1,250,000.00",board,2023-03-22
"""


def test_projects_approved_before_the_framework_are_shown_then_imported(office: Office, tmp_path: Path) -> None:
    """Without --yes nothing is stored; with it the PMO registers every project, marked imported."""
    file = tmp_path / "projects.csv"
    file.write_text(PROJECTS)
    assert "£1,250,000" in office.saf("project", "import", str(file), by="pat").out
    assert office.saf("project", "show", "chalk", by="pat").code == 1
    assert office.saf("project", "import", str(file), "--yes", by="ann").why_not == [
        "Enter a project in the register is for pmo."
    ]
    assert "2 projects are registered" in office.saf("project", "import", str(file), "--yes", by="pat").out
    shown = office.saf("project", "show", "depot", by="pat").json
    assert (shown["imported"], shown["baseline"]["approved_by"]) == (True, "board")


def test_one_wrong_cell_and_no_project_is_imported(office: Office, tmp_path: Path) -> None:
    """The sentence names the row and the column, and the other projects are not registered either."""
    file = tmp_path / "projects.csv"
    file.write_text(PROJECTS.replace("420000", "a lot"))
    (why,) = office.saf("project", "import", str(file), "--yes", by="pat").why_not
    assert why.startswith("Row 2, column baseline:")
    assert office.saf("project", "show", "depot", by="pat").code == 1
