"""Policies from JSON: a second authority as data, the short form, and an error that names the field."""

import json
from pathlib import Path
from typing import Any

import pytest

from adapters.imports.policy_files import POLICY, NotAPolicy, policy_of, read_policy
from domain.people.duties import DUTIES
from domain.people.offices import Membership
from domain.routing.bodies import SIMPLE_MAJORITY, TWO_THIRDS, Quorum
from domain.routing.cpca_2024 import CPCA_2024
from domain.routing.kinds import Basis, Figures, Kind
from domain.routing.settings import Settings
from domain.words import BodyId, Pence, pounds

WEST_MIDLANDS = Path(__file__).parents[2] / "docs" / "examples" / "west-midlands" / "policy.json"


@pytest.fixture
def given() -> Any:
    """The West Midlands' policy file as an object to spoil."""
    return json.loads(WEST_MIDLANDS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", [Kind.BUSINESS_CASE, Kind.CHANGE_REQUEST])
@pytest.mark.parametrize(
    ("value", "decider", "steps"),
    [
        ("0", "executive_director", 3),
        ("999999.99", "executive_director", 3),
        ("1000000.00", "executive_director", 3),
        ("1000000.01", "statutory_officers", 3),
        ("5000000.00", "statutory_officers", 3),
        ("5000000.01", "investment_board", 3),
        ("20000000.00", "investment_board", 3),
        ("20000000.01", "board", 4),
    ],
)
def test_west_midlands_routes(kind: Kind, value: str, decider: str, steps: int) -> None:
    """The West Midlands' bands hold to the penny, each sum included in the band it ends."""
    route = read_policy(WEST_MIDLANDS).route(kind, pounds(value))
    assert (route.decider, len(route.steps)) == (decider, steps)


def test_west_midlands_counts_what_the_whole_project_has_accumulated() -> None:
    """The West Midlands route on accumulated commitment, whatever this case itself asks for."""
    policy = read_policy(WEST_MIDLANDS)
    figures = Figures(pounds("100000"), pounds("30000000"), pounds("6000000"))
    figure = policy.figure(Kind.BUSINESS_CASE, None, figures)
    assert (policy.basis, figure) == (Basis.ACCUMULATED_COMMITMENT, pounds("6000000"))
    assert policy.decider(Kind.BUSINESS_CASE, figure) == "investment_board"


def test_only_a_single_office_refers_up_in_the_west_midlands() -> None:
    """The executive director may refer up to the statutory officers; they, acting jointly, may not."""
    policy = read_policy(WEST_MIDLANDS)
    routes = [policy.route(Kind.BUSINESS_CASE, pounds(value)) for value in ("1", "2000000")]
    assert ["refer_up" in policy.outcomes(route.steps[-1]) for route in routes] == [True, False]
    assert policy.above(BodyId("executive_director")) == "statutory_officers"


def test_the_short_form_takes_what_is_left_out_from_the_defaults() -> None:
    """Duties, settings not named, quorum and vote are the defaults; sums are pounds as text."""
    policy = read_policy(WEST_MIDLANDS.read_bytes())
    assert policy.duties == DUTIES
    assert policy.settings == Settings(key_decision_over=pounds("500000"), call_in_clear_days=5)
    board, panel, director = (policy.body(BodyId(id)) for id in ("board", "investment_panel", "executive_director"))
    assert (board.quorum, board.vote, panel.quorum) == (Quorum(4), SIMPLE_MAJORITY, Quorum(3))
    assert (director.quorum, director.vote) == (None, None)


def test_the_long_form_says_it_all(given: Any) -> None:
    """Quorum, vote, matters, duties and change requests are read where a file gives them."""
    given["bodies"][-1] |= {
        "quorum": {"at_least": 5, "of_whom": [["constituent", 4]], "must_include": ["mayor"], "source": "a test"},
        "vote": "majority_with_mayor",
        "matters": [{"name": "budget", "says": "The budget", "vote": "two_thirds"}],
    }
    given["duties"] = [{"earlier": "wrote", "later": "decided", "says": "Not one's own", "source": "a test"}]
    given["bands"].append(given["bands"][-1] | {"kind": "change_request"})
    policy = policy_of(given)
    board = policy.bodies[-1]
    assert board.quorum == Quorum(5, ((Membership.CONSTITUENT, 4),), (Membership.MAYOR,), "a test")
    assert (board.vote_on("budget"), len(policy.duties)) == (TWO_THIRDS, 1)
    assert policy.decider(Kind.CHANGE_REQUEST, Pence(1)) == "board"


def test_every_policy_survives_being_stored() -> None:
    """The first policy and the West Midlands' come back from JSON as they went in."""
    for policy in (CPCA_2024, read_policy(WEST_MIDLANDS)):
        assert POLICY.validate_json(POLICY.dump_json(policy), strict=True, extra="forbid") == policy


def _spoil(given: Any, path: str, value: Any) -> Any:
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    place = given
    for part in way:
        place = place[part]
    place[last] = value
    return given


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("adopted_on", "yesterday", "adopted_on: "),
        ("basis", "gross", "basis: "),
        ("colour", "red", "colour: "),
        ("bodies", "none", "bodies: "),
        ("bodies.0.sort", "person", "bodies.0.sort: "),
        ("bodies.0", "pmo", "bodies.0: "),
        ("bodies.4.vote", "acclamation", "bodies.4.vote: write one of simple_majority, "),
        ("bodies.4.quorum", {"at_least": "many"}, "bodies.4.quorum.at_least: "),
        ("bands.1.up_to", 1000000, "bands.1.up_to: write pounds as text"),
        ("bands.1.up_to", "1e", "bands.1.up_to: '1e' is not a sum of money"),
        ("bands.1.up_to", "1.999", "bands.1.up_to: "),
        ("bands.1.steps.0.capacity", "approve", "bands.1.steps.0.capacity: "),
        ("bands.1", [], "bands.1: "),
        ("settings", [], "settings: "),
        ("settings.key_decision_over", 5, "settings.key_decision_over: write pounds as text"),
        ("settings.mood", "good", "settings.mood: "),
        ("settings.call_in_clear_days", "5", "settings.call_in_clear_days: "),
        ("duties", [{}], "duties.0."),
        ("bands.1.steps.0.body", "nobody", "bodies and bands: every step names a body of the policy"),
        ("bands", [], "bodies and bands: each kind of case has rows"),
    ],
)
def test_a_file_that_is_wrong_names_the_field(given: Any, path: str, value: Any, says: str) -> None:
    """One sentence names the field that is wrong; nothing half-read comes back."""
    with pytest.raises(NotAPolicy) as wrong:
        policy_of(_spoil(given, path, value))
    assert str(wrong.value).startswith(says)
    assert "\n" not in str(wrong.value)


@pytest.mark.parametrize("field", ["id", "name", "adopted_by", "adopted_on", "effective_from", "cleared_by", "bodies"])
def test_a_field_that_is_missing_is_named(given: Any, field: str) -> None:
    """What has no default must be there."""
    del given[field]
    with pytest.raises(NotAPolicy, match=rf"^{field}: "):
        policy_of(given)


@pytest.mark.parametrize("content", [b"", b"route,decider\n", b"[]", b"\xff\xfe", b'"policy"', b"[" * 100_000])
def test_what_is_no_policy_at_all_is_refused(content: bytes) -> None:
    """A file of another sort gets one clear error."""
    with pytest.raises(NotAPolicy, match="this is not a policy"):
        read_policy(content)
